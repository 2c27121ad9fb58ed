//! Five things that happened for each contact, where the product keeps such a table. Written straight into the read model: what is
//! measured is asking for them, not taking them in.

use std::time::Instant;

use anyhow::Context;
use sqlx::PgConnection;

use crate::report::say;

/// One of the campaigns.
pub const CAMPAIGN: &str = "00000000-0000-4000-8000-000000000003";

/// Of eight contacts five have eight rows each, spread over a year and twelve campaigns; of the others nothing is known. Everything
/// follows from the contact's id, so the same contacts have the same history.
const FILL: &str = "insert into read.engagement (contact_id, kind, channel, campaign_id, at, machine, source, position, n)
    select id, kind, case kind when 'called' then 'phone' else 'email' end,
      ('00000000-0000-4000-8000-' || lpad((h / 20 % 12)::text, 12, '0'))::uuid,
      date_trunc('second', now()) - make_interval(days => (h / 20 % 365)::integer, secs => (h / 7300 % 86400)::integer),
      kind in ('opened', 'clicked') and h / 7300 % 4 = 0, 'bench', 0, n
    from (
      select id, n, h, (array['sent', 'sent', 'sent', 'sent', 'sent', 'sent', 'sent', 'sent', 'delivered', 'delivered', 'delivered', 'delivered',
        'opened', 'opened', 'opened', 'opened', 'clicked', 'replied', 'bounced', 'called'])[(h % 20)::integer + 1] as kind
      from (
        select c.id, n, abs(hashtext(c.id::text || n::text)::bigint) as h from read.contacts c, generate_series(1, 8) as n
        where not c.archived and not c.erased and abs(hashtext(c.id::text)::bigint) % 8 < 5
      ) as spread
    ) as happened";

/// Fills the table, unless it is filled. How many rows there are; nothing where there is no such table.
pub async fn filled(connection: &mut PgConnection) -> anyhow::Result<Option<i64>> {
    let there: bool = sqlx::query_scalar("select to_regclass('read.engagement') is not null")
        .fetch_one(&mut *connection)
        .await?;
    if !there {
        return Ok(None);
    }
    let empty: bool = sqlx::query_scalar("select not exists (select from read.engagement)")
        .fetch_one(&mut *connection)
        .await?;
    if empty {
        let began = Instant::now();
        let filled = sqlx::query(FILL).execute(&mut *connection).await;
        let rows = filled.context("the table of engagement has other columns now")?.rows_affected();
        sqlx::raw_sql("vacuum analyze read.engagement").execute(&mut *connection).await?;
        say(&format!("{rows} rows of engagement made in {:.0} s", began.elapsed().as_secs_f64()));
    }
    Ok(Some(sqlx::query_scalar("select count(*) from read.engagement").fetch_one(connection).await?))
}
