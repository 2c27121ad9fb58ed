//! Facts of who was taken and of what became of them, each in one statement. An outcome moves a recipient from one count to another, so
//! that the counts add up by construction.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::campaigns::campaigns::events::CampaignEvent;
use pivotal_domain::campaigns::campaigns::facts::{AudienceTaken, CAMPAIGN_AUDIENCE_TAKEN, CampaignFact};
use pivotal_domain::email::sending::facts::{Outcome, OutcomesRecorded, SendingFact};
use pivotal_log::reader::{Entry, EntryKind};
use uuid::Uuid;

use super::SPEC;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct EmailRecipients;

#[async_trait]
impl Projection for EmailRecipients {
    fn spec(&self) -> Spec {
        SPEC
    }

    fn reads_personal(&self, _entry: &Entry) -> bool {
        false
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        for entry in batch.entries() {
            match (entry.kind, entry.name.as_str()) {
                (EntryKind::Fact, CAMPAIGN_AUDIENCE_TAKEN) => {
                    let CampaignFact::CampaignAudienceTaken(chunk) = batch.fact(entry)?;
                    join(target, entry, chunk).await?;
                }
                (EntryKind::Fact, _) => {
                    let SendingFact::EmailOutcomesRecorded(told) = batch.fact(entry)?;
                    settle(target, entry.position, told).await?;
                }
                // Of a campaign's many events only this one is about its recipients; the others are not even read.
                (EntryKind::Event, "AudienceVersionTaken") => {
                    if let CampaignEvent::AudienceVersionTaken { version, take, as_of, .. } =
                        batch.event(entry)?
                    {
                        go_live(target, entry.about_id, version, take, as_of).await?;
                    }
                }
                (EntryKind::Event, _) => {}
            }
        }
        Ok(())
    }
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked. They look rows up by what the primary keys begin
// with: a rebuild has no other index at first.

/// Rows of a chunk. Whoever a take that died left is the next take's; what one tells that was only held up is nobody's any more.
async fn join(target: &mut Target<'_>, entry: &Entry, chunk: AudienceTaken) -> Result<(), sqlx::Error> {
    let left_out = |at: usize| u16::try_from(at).ok().and_then(|at| chunk.x.get(&at).cloned());
    let because = |at: usize| u16::try_from(at).ok().and_then(|at| chunk.w.get(&at).copied());
    let reasons: Vec<Option<String>> = (0..chunk.contacts.len()).map(left_out).collect();
    let suppressions: Vec<Option<Uuid>> = (0..chunk.contacts.len()).map(because).collect();
    let schema = target.schema;
    let sql = format!(
        "insert into {schema}.email_recipients (campaign_id, contact_id, account_id, version, take, state, reason, suppression_id, settled_by, at, position)
         select $1, u.contact, u.account, $2, $3, case when u.reason is null then 'pending' else 'excluded' end, u.reason, u.suppression,
           case when u.reason is null then null else 'queue' end, $4, $5
         from unnest($6::uuid[], $7::uuid[], $8::text[], $9::uuid[]) as u(contact, account, reason, suppression)
         where not exists (select 1 from {schema}.email_takes t where t.campaign_id = $1 and t.version = $2)
         on conflict (campaign_id, contact_id) do update set account_id = excluded.account_id, version = excluded.version, take = excluded.take,
           state = excluded.state, reason = excluded.reason, suppression_id = excluded.suppression_id, settled_by = excluded.settled_by,
           at = excluded.at, position = excluded.position"
    );
    sqlx::query(&sql)
        .bind(chunk.campaign)
        .bind(place(chunk.version))
        .bind(chunk.take)
        .bind(entry.recorded_at)
        .bind(entry.position)
        .bind(chunk.contacts)
        .bind(chunk.accounts)
        .bind(reasons)
        .bind(suppressions)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

/// The take that the event names is the version: what other takes of it left goes, and its people are counted.
async fn go_live(
    target: &mut Target<'_>,
    campaign: Uuid,
    version: u16,
    take: Uuid,
    as_of: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    let (schema, version) = (target.schema, place(version));
    let sql = format!(
        "delete from {schema}.email_recipients where campaign_id = $1 and version = $2 and take <> $3"
    );
    sqlx::query(&sql).bind(campaign).bind(version).bind(take).execute(&mut *target.connection).await?;
    let sql = format!(
        "update {schema}.email_recipients set at = $4 where campaign_id = $1 and version = $2 and take = $3 and state = 'excluded'"
    );
    sqlx::query(&sql)
        .bind(campaign)
        .bind(version)
        .bind(take)
        .bind(as_of)
        .execute(&mut *target.connection)
        .await?;
    let sql = format!(
        "with counted as (
           select state, coalesce(reason, '') as reason, count(*) as count from {schema}.email_recipients where campaign_id = $1 and version = $2 group by 1, 2
         ), written as (
           insert into {schema}.email_campaign_counts (campaign_id, version, variant, state, reason, count)
           select $1, $2, -1, state, reason, count from counted
           on conflict (campaign_id, version, variant, state, reason) do update set count = excluded.count
         )
         insert into {schema}.email_takes (campaign_id, version, take, count) select $1, $2, $3, coalesce(sum(count), 0) from counted
         on conflict (campaign_id, version) do update set take = excluded.take, count = excluded.count"
    );
    sqlx::query(&sql).bind(campaign).bind(version).bind(take).execute(&mut *target.connection).await?;
    Ok(())
}

async fn settle(target: &mut Target<'_>, position: i64, told: OutcomesRecorded) -> Result<(), sqlx::Error> {
    let OutcomesRecorded { campaign, at, by, account, outcomes, .. } = told;
    let schema = target.schema;
    let sql = format!(
        "with told as (
           select * from unnest($5::uuid[], $6::text[], $7::text[], $8::uuid[], $9::uuid[], $10::smallint[], $11::text[], $12::smallint[])
             as u(contact, state, reason, suppression, message, variant, domain, tries)
         ), before as (
           select r.version, coalesce(r.variant, -1) as variant, r.state, coalesce(r.reason, '') as reason
           from {schema}.email_recipients r join told o on o.contact = r.contact_id where r.campaign_id = $1
         ), changed as (
           update {schema}.email_recipients r set state = o.state, reason = o.reason, suppression_id = o.suppression,
             message_id = coalesce(o.message, r.message_id), variant = coalesce(o.variant, r.variant), domain = coalesce(o.domain, r.domain),
             attempts = coalesce(o.tries, r.attempts), account = coalesce($2, r.account), settled_by = $3, at = $4, position = $13,
             sent_at = case when o.state = 'sent' then coalesce(r.sent_at, $4) else r.sent_at end
           from told o where r.campaign_id = $1 and r.contact_id = o.contact
           returning r.version, coalesce(r.variant, -1) as variant, r.state, coalesce(r.reason, '') as reason
         ), moved as (
           select version, variant, state, reason, -1 as n from before union all select version, variant, state, reason, 1 from changed
         )
         insert into {schema}.email_campaign_counts as c (campaign_id, version, variant, state, reason, count)
         select $1, version, variant, state, reason, sum(n) from moved group by 2, 3, 4, 5 having sum(n) <> 0 order by 2, 3, 4, 5
         on conflict (campaign_id, version, variant, state, reason) do update set count = c.count + excluded.count"
    );
    let each = |of: fn(&Outcome) -> Option<String>| outcomes.iter().map(of).collect::<Vec<_>>();
    sqlx::query(&sql)
        .bind(campaign)
        .bind(account)
        .bind(by.as_str())
        .bind(at)
        .bind(outcomes.iter().map(|outcome| outcome.c).collect::<Vec<_>>())
        .bind(outcomes.iter().map(|outcome| outcome.o.state().as_str()).collect::<Vec<_>>())
        .bind(each(|outcome| outcome.r.map(|reason| reason.as_str().to_owned())))
        .bind(outcomes.iter().map(|outcome| outcome.w).collect::<Vec<_>>())
        .bind(outcomes.iter().map(|outcome| outcome.m).collect::<Vec<_>>())
        .bind(outcomes.iter().map(|outcome| outcome.v.map(i16::from)).collect::<Vec<_>>())
        .bind(each(|outcome| outcome.d.clone()))
        .bind(outcomes.iter().map(|outcome| outcome.n.map(place)).collect::<Vec<_>>())
        .bind(position)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

/// A number that is kept as a small one.
fn place(number: u16) -> i16 {
    i16::try_from(number).unwrap_or(i16::MAX)
}
