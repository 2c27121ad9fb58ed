//! The report of a campaign beside SQL that was written by hand over the log: the same figures, and the same rows.

use anyhow::Context;
use serde_json::{Value, json};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::client::Client;

const TOTAL: &str = "query($id: UUID!) { emailReport(campaignId: $id, by: VARIANT) { total { sent unsubscribed opened opens clicked clicks machineOpened machineOpens machineClicked machineClicks } } }";
const DOMAINS: &str = "query($id: UUID!) { emailReport(campaignId: $id, by: DOMAIN, top: 50) { rows { domain figures { sent } } } }";
const HOURS: &str =
    "query($id: UUID!) { emailReport(campaignId: $id, by: HOUR) { rows { hour figures { sent } } } }";

const FIGURES: [&str; 10] = [
    "sent",
    "unsubscribed",
    "opened",
    "opens",
    "clicked",
    "clicks",
    "machineOpened",
    "machineOpens",
    "machineClicked",
    "machineClicks",
];

/// Mails that left, or may have.
const MAILS: &str = "with told as (
    select o.m, o.d, (f.payload -> 'EmailOutcomesRecorded' ->> 'at')::timestamptz as left_at, f.global_position as p
    from log.facts f, json_to_recordset(f.payload -> 'EmailOutcomesRecorded' -> 'outcomes') as o(m uuid, o text, d text)
    where f.kind = 'email_outcomes_recorded' and f.about_type = 'campaign' and f.about_id = ($1::uuid)::text
      and o.o in ('s', 'u') and o.m is not null
  ), mails as (
    select m, min(left_at) as left_at, (array_agg(d order by p) filter (where d is not null))[1] as domain from told group by m
  )";

/// What was told of them. Of several verdicts on one hit the last one holds; without one it counts as a person's.
const BY_HAND: &str = ", signals as (
    select (s.signal ->> 'm')::uuid as m, s.signal ->> 'k' as k, f.global_position as p, s.n - 1 as n
    from log.facts f, json_array_elements(f.payload -> 'EmailSignalsRecorded' -> 'signals') with ordinality as s(signal, n)
    where f.kind = 'email_signals_recorded' and s.signal ->> 'g' = ($1::uuid)::text
  ), verdicts as (
    select distinct on (v.p, v.n) v.p, v.n, v.h
    from log.facts f, json_to_recordset(f.payload -> 'EmailHitsJudged' -> 'verdicts') as v(g uuid, p bigint, n bigint, h boolean)
    where f.kind = 'email_hits_judged' and v.g = $1 order by v.p, v.n, f.global_position desc
  ), hits as (
    select s.m, s.k, coalesce(v.h, false) as machine from signals s join mails using (m) left join verdicts v on v.p = s.p and v.n = s.n
    where s.k in ('opened', 'clicked')
  )
  select array[
    (select count(*) from mails),
    (select count(distinct s.m) from signals s join mails using (m) where s.k = 'unsubscribed'),
    (select count(distinct m) from hits where k = 'opened' and not machine), (select count(*) from hits where k = 'opened' and not machine),
    (select count(distinct m) from hits where k = 'clicked' and not machine), (select count(*) from hits where k = 'clicked' and not machine),
    (select count(distinct m) from hits where k = 'opened' and machine), (select count(*) from hits where k = 'opened' and machine),
    (select count(distinct m) from hits where k = 'clicked' and machine), (select count(*) from hits where k = 'clicked' and machine)
  ]";

const BY_DOMAIN: &str = "select coalesce(domain, ''), count(*) from mails group by domain order by count(*) desc, domain limit 50";
const BY_HOUR: &str = "select to_char(left_at at time zone 'utc', 'YYYY-MM-DD\"T\"HH24'), count(*) from mails group by 1 order by 1";

/// What was compared, with the differences.
#[derive(Debug)]
pub struct Compared {
    pub figures: Vec<i64>,
    pub rows: usize,
    pub wrong: Vec<String>,
}

pub async fn compare(
    client: &Client,
    connection: &mut PgConnection,
    campaign: Uuid,
) -> anyhow::Result<Compared> {
    let mut wrong = Vec::new();
    let seen = client.graphql(TOTAL, json!({ "id": campaign })).await?;
    let total = &seen["emailReport"]["total"];
    let sql = format!("{MAILS}{BY_HAND}");
    let figures: Vec<i64> = sqlx::query_scalar(&sql)
        .bind(campaign)
        .fetch_one(&mut *connection)
        .await
        .context("figures by hand")?;
    for (name, by_hand) in FIGURES.into_iter().zip(&figures) {
        if total[name].as_i64() != Some(*by_hand) {
            wrong.push(format!("the report says {name} {}, by hand it is {by_hand}", total[name]));
        }
    }
    let domains = parts(client, campaign, DOMAINS, "domain").await?;
    let by_hand = rows(connection, campaign, BY_DOMAIN).await?;
    if domains != by_hand {
        wrong.push("the report by domain is not that of SQL by hand".to_owned());
    }
    let hours = parts(client, campaign, HOURS, "hour").await?;
    // Only the hours in which something left: the others are of what came back.
    let hours: Vec<(String, i64)> = hours
        .into_iter()
        .filter(|(_, sent)| *sent > 0)
        .map(|(hour, sent)| (hour.chars().take(13).collect(), sent))
        .collect();
    let hours_by_hand = rows(connection, campaign, BY_HOUR).await?;
    if hours != hours_by_hand {
        wrong.push(format!("the report by hour is {hours:?}, by hand it is {hours_by_hand:?}"));
    }
    Ok(Compared { figures, rows: by_hand.len() + hours_by_hand.len(), wrong })
}

/// The rows as the report shows them.
async fn parts(client: &Client, campaign: Uuid, query: &str, of: &str) -> anyhow::Result<Vec<(String, i64)>> {
    let seen = client.graphql(query, json!({ "id": campaign })).await?;
    let rows = seen["emailReport"]["rows"].as_array().context("no report")?;
    let part = |row: &Value| {
        let name = row[of].as_str().unwrap_or_default().to_owned();
        (name, row["figures"]["sent"].as_i64().unwrap_or_default())
    };
    Ok(rows.iter().map(part).collect())
}

async fn rows(
    connection: &mut PgConnection,
    campaign: Uuid,
    select: &str,
) -> anyhow::Result<Vec<(String, i64)>> {
    let sql = format!("{MAILS} {select}");
    sqlx::query_as(&sql)
        .bind(campaign)
        .fetch_all(connection)
        .await
        .with_context(|| format!("by hand: {select}"))
}
