//! What came of mails: everyone that left has its row, every hit that the log tells of is there, and the numbers are those of the rows.

use uuid::Uuid;

use super::snapshot::Snapshot;
use super::{Part, Report, VerifyError};
use crate::email::tracking::SPEC;

const PART: Part = Part::Responses;

pub async fn verify(snapshot: &mut Snapshot, report: &mut Report) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    mails(snapshot, position, report).await?;
    hits(snapshot, position, report).await?;
    counts(snapshot, report).await
}

async fn mails(snapshot: &mut Snapshot, position: i64, report: &mut Report) -> Result<(), VerifyError> {
    let count = sqlx::query_scalar!(r#"select count(*) as "count!" from read.email_messages"#)
        .fetch_one(&mut snapshot.connection)
        .await?;
    report.checked(PART, count);
    let rows = sqlx::query!(
        r#"with gone as (
             select distinct o.m from log.facts f, json_to_recordset(f.payload -> 'EmailOutcomesRecorded' -> 'outcomes') as o(m uuid, o text)
             where f.kind = 'email_outcomes_recorded' and f.global_position <= $1 and o.o in ('s', 'u') and o.m is not null
           )
           select coalesce(g.m, r.message_id) as "message!", r.message_id is null as "missing!"
           from gone g full join read.email_messages r on r.message_id = g.m where g.m is null or r.message_id is null limit 200"#,
        position
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    for row in rows {
        let what = if row.missing { "the row is missing" } else { "the row belongs to no mail that left" };
        report.differs(PART, of("email_messages", row.message), what);
    }
    Ok(())
}

async fn hits(snapshot: &mut Snapshot, position: i64, report: &mut Report) -> Result<(), VerifyError> {
    // What is told of a mail that never left is nobody's.
    let rows = sqlx::query!(
        r#"with told as (
             select f.global_position as position, (o.nth - 1)::integer as n, (o.signal ->> 'm')::uuid as message
             from log.facts f cross join json_array_elements(f.payload -> 'EmailSignalsRecorded' -> 'signals') with ordinality as o(signal, nth)
             where f.kind = 'email_signals_recorded' and f.global_position <= $1 and o.signal ->> 'k' in ('opened', 'clicked', 'trapped')
           )
           select coalesce(t.message, h.message_id) as "message!", h.message_id is null as "missing!"
           from told t full join read.email_hits h on h.message_id = t.message and h.position = t.position and h.n = t.n
           where t.message is null
             or (h.message_id is null and exists (select 1 from read.email_messages m where m.message_id = t.message)) limit 200"#,
        position
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    for row in rows {
        let what = if row.missing { "a hit is missing" } else { "a hit follows from nothing in the log" };
        report.differs(PART, of("email_hits", row.message), what);
    }
    let wrong = sqlx::query_scalar!(
        r#"with counted as (
             select message_id,
               count(*) filter (where kind = 'opened' and verdict is distinct from 1) as opens,
               count(*) filter (where kind = 'clicked' and verdict is distinct from 1) as clicks,
               count(*) filter (where kind = 'opened' and verdict = 1) as machine_opens,
               count(*) filter (where kind = 'clicked' and verdict = 1) as machine_clicks,
               count(*) filter (where verdict is null) as unjudged
             from read.email_hits group by message_id
           )
           select m.message_id as "message!" from read.email_messages m left join counted c on c.message_id = m.message_id
           where m.opens <> coalesce(c.opens, 0) or m.clicks <> coalesce(c.clicks, 0) or m.machine_opens <> coalesce(c.machine_opens, 0)
             or m.machine_clicks <> coalesce(c.machine_clicks, 0) or m.unjudged <> coalesce(c.unjudged, 0) limit 200"#
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    for message in wrong {
        report.differs(PART, of("email_messages", message), "the numbers are not those of its hits");
    }
    Ok(())
}

async fn counts(snapshot: &mut Snapshot, report: &mut Report) -> Result<(), VerifyError> {
    let wrong = sqlx::query_scalar!(
        r#"with counted as (
             select m.campaign_id, coalesce(m.variant, -1)::smallint as variant, l.kind, l.machine, count(*) as messages, sum(l.hits)::bigint as hits
             from read.email_messages m cross join lateral (values
               ('sent', false, true, 0),
               ('accepted', false, m.accepted_at is not null, 0),
               ('delivered', false, m.delivered_at is not null, 0),
               ('bounced_hard', false, m.bounced_at is not null, 0),
               ('bounced_soft', false, m.soft_bounced_at is not null and m.bounced_at is null
                 and (m.delivered_at is null or m.delivered_at <= m.soft_bounced_at), 0),
               ('dropped', false, m.dropped_at is not null, 0),
               ('complained', false, m.complained_at is not null, 0),
               ('unsubscribed', false, m.unsubscribed_at is not null, 0),
               ('replied', false, m.replied_at is not null, 0),
               ('auto_replied', false, m.auto_replied_at is not null, 0),
               ('opened', false, m.opened_at is not null, m.opens),
               ('clicked', false, m.clicked_at is not null, m.clicks),
               ('opened', true, m.machine_opened_at is not null, m.machine_opens),
               ('clicked', true, m.machine_clicked_at is not null, m.machine_clicks),
               ('unjudged', false, m.unjudged > 0, m.unjudged)
             ) as l(kind, machine, holds, hits)
             where l.holds group by 1, 2, 3, 4
           )
           select distinct coalesce(c.campaign_id, s.campaign_id) as "campaign!" from counted c
           full join read.email_response_counts s
             on s.campaign_id = c.campaign_id and s.variant = c.variant and s.kind = c.kind and s.machine = c.machine
           where c.messages is distinct from s.messages or c.hits is distinct from s.hits"#
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    for campaign in wrong {
        report.differs(PART, of("email_response_counts", campaign), "the counts are not those of its mails");
    }
    // The hours of a line add up to the line.
    let short = sqlx::query_scalar!(
        r#"with hours as (
             select campaign_id, variant, kind, machine, sum(messages)::bigint as messages from read.email_response_hours group by 1, 2, 3, 4
           )
           select distinct coalesce(c.campaign_id, h.campaign_id) as "campaign!" from read.email_response_counts c
           full join hours h on h.campaign_id = c.campaign_id and h.variant = c.variant and h.kind = c.kind and h.machine = c.machine
           where c.messages is distinct from h.messages"#
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    for campaign in short {
        report.differs(PART, of("email_response_hours", campaign), "the hours do not add up to the counts");
    }
    let links = sqlx::query_scalar!(
        r#"with counted as (
             select h.campaign_id, coalesce(m.variant, -1)::smallint as variant, h.link,
               count(distinct h.message_id) filter (where h.verdict is distinct from 1) as messages,
               count(*) filter (where h.verdict is distinct from 1) as hits, count(*) filter (where h.verdict = 1) as machine_hits
             from read.email_hits h join read.email_messages m on m.message_id = h.message_id
             where h.kind = 'clicked' and h.link is not null group by 1, 2, 3
           ), shown as (
             select campaign_id, variant, link, messages, hits, machine_hits from read.email_link_counts where hits <> 0 or machine_hits <> 0
           )
           select distinct coalesce(c.campaign_id, s.campaign_id) as "campaign!" from counted c
           full join shown s on s.campaign_id = c.campaign_id and s.variant = c.variant and s.link = c.link
           where c.messages is distinct from s.messages or c.hits is distinct from s.hits or c.machine_hits is distinct from s.machine_hits"#
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    for campaign in links {
        report.differs(PART, of("email_link_counts", campaign), "the counts are not those of its clicks");
    }
    Ok(())
}

fn of(table: &str, id: Uuid) -> String {
    format!("{table} {id}")
}
