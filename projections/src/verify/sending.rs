//! The promise of sending: of each campaign, the log and the guard say the same of everybody, nobody was written to twice, and the ledger
//! that people see adds up.

use sqlx::FromRow;
use uuid::Uuid;

use super::snapshot::Snapshot;
use super::{Part, Report, VerifyError};
use crate::email::sending::SPEC;

const PART: Part = Part::Sending;

/// Somebody of whom the log and the guard do not say the same.
#[derive(Debug, FromRow)]
struct Strange {
    contact: Uuid,
    in_the_log: Option<String>,
    in_the_guard: Option<String>,
}

pub async fn verify(snapshot: &mut Snapshot, report: &mut Report) -> Result<(), VerifyError> {
    let campaigns = sqlx::query_scalar!("select campaign from guard.email_campaigns order by campaign")
        .fetch_all(&mut snapshot.connection)
        .await?;
    for campaign in campaigns {
        of_campaign(snapshot, campaign, report).await?;
    }
    // As far as it has read: its own sums hold at every position.
    if snapshot.position(SPEC, report).await?.is_some() {
        counts(snapshot, report).await?;
    }
    Ok(())
}

async fn of_campaign(
    snapshot: &mut Snapshot,
    campaign: Uuid,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let recipients = sqlx::query_scalar!(
        r#"select count(*) as "count!" from guard.email_recipients where campaign = $1"#,
        campaign
    )
    .fetch_one(&mut snapshot.connection)
    .await?;
    report.checked(PART, recipients);
    let strange: Vec<Strange> =
        sqlx::query_as(PROOF).bind(campaign).fetch_all(&mut snapshot.connection).await?;
    for Strange { contact, in_the_log, in_the_guard } in strange {
        let said = |state: Option<String>| state.unwrap_or_else(|| "nothing".to_owned());
        let what = format!("the log says {} and the guard {}", said(in_the_log), said(in_the_guard));
        report.differs(PART, format!("email_recipients {campaign} {contact}"), what);
    }
    let twice = sqlx::query_scalar!(
        r#"select count(*) as "count!" from (
             select 1 from guard.email_recipients where campaign = $1 and state in ('sending', 'sent', 'unknown') group by address_key having count(*) > 1) t"#,
        campaign
    )
    .fetch_one(&mut snapshot.connection)
    .await?;
    if twice > 0 {
        report.differs(
            PART,
            format!("email_recipients {campaign}"),
            format!("{twice} addresses were written to twice"),
        );
    }
    Ok(())
}

async fn counts(snapshot: &mut Snapshot, report: &mut Report) -> Result<(), VerifyError> {
    let wrong = sqlx::query_scalar!(
        r#"with counted as (
             select r.campaign_id, r.version, coalesce(r.variant, -1)::smallint as variant, r.state, coalesce(r.reason, '') as reason, count(*) as count
             from read.email_recipients r join read.email_takes t on t.campaign_id = r.campaign_id and t.version = r.version and t.take = r.take
             group by 1, 2, 3, 4, 5
           ), shown as (
             select campaign_id, version, variant, state, reason, count from read.email_campaign_counts where count <> 0
           )
           select distinct coalesce(c.campaign_id, s.campaign_id) as "campaign!" from counted c
           full join shown s on s.campaign_id = c.campaign_id and s.version = c.version and s.variant = c.variant and s.state = c.state and s.reason = c.reason
           where c.count is distinct from s.count"#
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    for campaign in wrong {
        report.differs(
            PART,
            format!("email_campaign_counts {campaign}"),
            "the counts are not those of its recipients",
        );
    }
    let short = sqlx::query_scalar!(
        r#"select t.campaign_id as "campaign!" from read.email_takes t
           where t.count <> (select coalesce(sum(c.count), 0) from read.email_campaign_counts c where c.campaign_id = t.campaign_id and c.version = t.version)"#
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    for campaign in short {
        report.differs(PART, format!("email_takes {campaign}"), "the parts do not add up to the audience");
    }
    Ok(())
}

/// Everybody in a version that an event names, with the last that facts say of them, against the guard. Marks are not in the log.
const PROOF: &str = "with said as (
  select o.c as contact, o.o, row_number() over (partition by o.c order by f.global_position desc) as nth
  from log.facts f, json_to_recordset(f.payload -> 'EmailOutcomesRecorded' -> 'outcomes') as o(c uuid, o text)
  where f.kind = 'email_outcomes_recorded' and f.about_type = 'campaign' and f.about_id = ($1::uuid)::text
), members as (
  select m.contact::uuid as contact, (f.payload -> 'CampaignAudienceTaken' -> 'x' ->> (m.n - 1)::text) is not null as excluded
  from log.events e
  join log.facts f on f.about_type = 'campaign' and f.about_id = e.aggregate_id and f.kind = 'campaign_audience_taken'
    and f.payload -> 'CampaignAudienceTaken' ->> 'take' = e.payload -> 'AudienceVersionTaken' ->> 'take'
  cross join json_array_elements_text(f.payload -> 'CampaignAudienceTaken' -> 'contacts') with ordinality as m(contact, n)
  where e.aggregate_type = 'campaign' and e.aggregate_id = ($1::uuid)::text and e.event_type = 'AudienceVersionTaken'
), log_side as (
  select m.contact, case when m.excluded then 'excluded'
    else coalesce(case s.o when 'x' then 'excluded' when 's' then 'sent' when 'f' then 'failed' when 'u' then 'unknown' end, 'pending') end as state
  from members m left join said s on s.contact = m.contact and s.nth = 1
), guard_side as (
  select r.contact, case when r.state = 'sending' then 'pending' else r.state end as state
  from guard.email_recipients r join guard.email_campaigns c using (campaign) where r.campaign = $1::uuid and r.version <= c.live_version
)
select coalesce(l.contact, g.contact) as contact, l.state as in_the_log, g.state as in_the_guard
from log_side l full join guard_side g using (contact) where l.state is distinct from g.state limit 200";
