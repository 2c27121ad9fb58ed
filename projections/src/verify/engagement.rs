//! What happened between us and contacts: every touch that the log tells of is a row of whoever the contact is by now, nothing else is,
//! and when something was last is what the rows say.

use pivotal_domain::audience::engagement::derived::{LATEST, LATEST_OF_ALL};
use sqlx::FromRow;
use uuid::Uuid;

use super::snapshot::Snapshot;
use super::{Part, Report, VerifyError};
use crate::audience::engagement::SPEC;

const PART: Part = Part::Engagement;

/// Something that is not as the log says. Whether it is in the log, and in the rows.
#[derive(Debug, FromRow)]
struct Wrong {
    contact: Uuid,
    told: bool,
    shown: bool,
}

impl Wrong {
    fn what(&self) -> &'static str {
        match (self.told, self.shown) {
            (true, false) => "the row is missing",
            (false, _) => "the row follows from nothing in the log",
            (true, true) => "the row is not what the log says",
        }
    }
}

pub async fn verify(snapshot: &mut Snapshot, report: &mut Report) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let count = sqlx::query_scalar!(r#"select count(*) as "count!" from read.engagement"#)
        .fetch_one(&mut snapshot.connection)
        .await?;
    report.checked(PART, count);
    let merges = format!("{MERGES} {COMPARE_MERGES}");
    let touches = format!("{MERGES}, {TOUCHES} {COMPARE_TOUCHES}");
    for (table, sql) in [("engagement_merged", merges), ("engagement", touches)] {
        let wrong: Vec<Wrong> =
            sqlx::query_as(&sql).bind(position).fetch_all(&mut snapshot.connection).await?;
        for wrong in wrong {
            report.differs(PART, format!("{table} {}", wrong.contact), wrong.what());
        }
    }
    let wrong: Vec<Wrong> = sqlx::query_as(&activity()).fetch_all(&mut snapshot.connection).await?;
    for wrong in wrong {
        let what = match (wrong.told, wrong.shown) {
            (true, false) => "the row is missing",
            (false, _) => "the row follows from no engagement",
            (true, true) => "the moments are not those of its engagement",
        };
        report.differs(PART, format!("contact_activity {}", wrong.contact), what);
    }
    Ok(())
}

/// `away`: contacts that are another's by now, or nobody's: what was last said of each holds.
const MERGES: &str = "with recursive moved as (
  select distinct on (e.aggregate_id) e.aggregate_id::uuid as contact, e.event_type,
    (e.payload -> 'ContactMergedInto' ->> 'survivor')::uuid as survivor
  from log.events e
  where e.aggregate_type = 'contact' and e.global_position <= $1
    and e.event_type in ('ContactMergedInto', 'ContactUnmerged', 'ContactErased')
  order by e.aggregate_id, e.global_position desc
), away as (
  select contact, survivor from moved where event_type <> 'ContactUnmerged'
)";

const COMPARE_MERGES: &str = "select coalesce(a.contact, m.contact_id) as contact, a.contact is not null as told, m.contact_id is not null as shown
from away a full join read.engagement_merged m on m.contact_id = a.contact
where a.contact is null or m.contact_id is null or a.survivor is distinct from m.survivor_id limit 200";

/// `wanted`: a row for each touch, by where it was told. Of our own mails the first of each kind, and hits as they were judged last.
const TOUCHES: &str = "chain as (
  select contact, survivor as holder, 1 as steps from away
  union all
  select c.contact, a.survivor, c.steps + 1 from chain c join away a on a.contact = c.holder where c.steps < 100
), holders as (
  select distinct on (contact) contact, holder from chain order by contact, steps desc
), told as (
  select f.global_position as position, (t.nth - 1)::integer as n, (t.one ->> 'contact')::uuid as contact, t.one ->> 'kind' as kind,
    t.one ->> 'channel' as channel, (t.one ->> 'campaign')::uuid as campaign, null::uuid as message,
    (t.one ->> 'at')::timestamptz as at, coalesce((t.one ->> 'machine')::boolean, false) as machine
  from log.facts f cross join json_array_elements(f.payload -> 'EngagementRecorded' -> 'touches') with ordinality as t(one, nth)
  where f.kind = 'engagement_recorded' and f.global_position <= $1
), mails as (
  select f.global_position as position, (t.nth - 1)::integer as n, (t.one ->> 'c')::uuid as contact, 'sent' as kind,
    (f.payload -> 'EmailOutcomesRecorded' ->> 'campaign')::uuid as campaign, (t.one ->> 'm')::uuid as message,
    (f.payload -> 'EmailOutcomesRecorded' ->> 'at')::timestamptz as at
  from log.facts f cross join json_array_elements(f.payload -> 'EmailOutcomesRecorded' -> 'outcomes') with ordinality as t(one, nth)
  where f.kind = 'email_outcomes_recorded' and f.global_position <= $1 and t.one ->> 'o' = 's' and t.one ->> 'm' is not null
  union all
  select f.global_position, (t.nth - 1)::integer, (t.one ->> 'c')::uuid,
    case when t.one ->> 'k' in ('bounced_hard', 'bounced_soft') then 'bounced' else t.one ->> 'k' end,
    (t.one ->> 'g')::uuid, (t.one ->> 'm')::uuid, (t.one ->> 'at')::timestamptz
  from log.facts f cross join json_array_elements(f.payload -> 'EmailSignalsRecorded' -> 'signals') with ordinality as t(one, nth)
  where f.kind = 'email_signals_recorded' and f.global_position <= $1
    and t.one ->> 'k' in ('delivered', 'bounced_hard', 'bounced_soft', 'complained', 'unsubscribed', 'replied')
), firsts as (
  select distinct on (message, kind) * from mails order by message, kind, position, n
), judged as (
  select (t.one ->> 'p')::bigint as position, (t.one ->> 'n')::integer as n, (t.one ->> 'c')::uuid as contact, t.one ->> 'k' as kind,
    (t.one ->> 'g')::uuid as campaign, (t.one ->> 'm')::uuid as message, (t.one ->> 'at')::timestamptz as at,
    (t.one ->> 'h')::boolean as machine, f.global_position as judged_at, t.nth
  from log.facts f cross join json_array_elements(f.payload -> 'EmailHitsJudged' -> 'verdicts') with ordinality as t(one, nth)
  where f.kind = 'email_hits_judged' and f.global_position <= $1 and t.one ->> 'k' in ('opened', 'clicked')
), hits as (
  select distinct on (position, n) * from judged order by position, n, judged_at desc, nth desc
), touches as (
  select position, n, contact, kind, channel, campaign, message, at, machine from told
  union all
  select position, n, contact, kind, 'email', campaign, message, at, false from firsts
  union all
  select position, n, contact, kind, 'email', campaign, message, at, machine from hits
), wanted as (
  select t.position, t.n, t.kind, t.channel, t.campaign, t.message, t.at, t.machine,
    case when h.contact is null then t.contact else h.holder end as contact
  from touches t left join holders h on h.contact = t.contact
  where h.contact is null or h.holder is not null
)";

const COMPARE_TOUCHES: &str = "select coalesce(w.contact, r.contact_id) as contact, w.contact is not null as told, r.contact_id is not null as shown
from wanted w full join read.engagement r on r.position = w.position and r.n = w.n
where w.contact is null or r.contact_id is null
  or row(r.contact_id, r.kind, r.channel, r.campaign_id, r.message_id, r.at, r.machine)
    is distinct from row(w.contact, w.kind, w.channel, w.campaign, w.message, w.at, w.machine)
limit 200";

/// Names and kinds are ours.
fn activity() -> String {
    let columns = || LATEST.iter().map(|(column, _)| *column).chain([LATEST_OF_ALL]);
    let latest: String = LATEST
        .iter()
        .map(|(column, kind)| format!("max(at) filter (where kind = '{}') as {column}, ", kind.as_str()))
        .collect();
    let all = |of: &str| columns().map(|column| format!("{of}.{column}")).collect::<Vec<_>>().join(", ");
    format!(
        "with counted as (
           select contact_id, {latest}max(at) as {LATEST_OF_ALL} from read.engagement where not machine group by contact_id
         )
         select coalesce(c.contact_id, a.contact_id) as contact, c.contact_id is not null as told, a.contact_id is not null as shown
         from counted c full join read.contact_activity a on a.contact_id = c.contact_id
         where c.contact_id is null or a.contact_id is null or row({}) is distinct from row({}) limit 200",
        all("c"),
        all("a")
    )
}
