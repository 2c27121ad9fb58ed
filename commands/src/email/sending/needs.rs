//! What a campaign waits for somebody for: nobody decides its test, nobody knows of some of its mails, its audience cannot be taken. Its owner
//! is told in a fact, once of each.

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::campaigns::campaigns::facts::ABOUT;
use pivotal_domain::campaigns::campaigns::needs::{
    CAMPAIGN_NEEDS_SOMEBODY, CAMPAIGN_NEEDS_SOMEBODY_VERSION, NeedsFact, NeedsSomebody, What,
};
use pivotal_domain::campaigns::campaigns::{Campaign, Made};
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::{Append, IdempotencyKey, Lane, NewFact};
use pivotal_log::error::LogError;
use serde_json::Value;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::kinds;

/// A provider is asked for as long; after that it is up to a person.
const UNKNOWN_FOR: TimeDelta = TimeDelta::hours(24);
/// More that nobody knows of are news, but no more often than this.
const AGAIN_AFTER: TimeDelta = TimeDelta::hours(24);

/// Its test is over, nobody has won, and it was said that a person decides then.
pub(super) async fn undecided(ctx: &Context, campaign: Uuid, made: &Made) -> Result<(), CommandError> {
    if last_told(ctx, campaign, What::TestUndecided, None).await?.is_some() {
        return Ok(());
    }
    tell(ctx, campaign, made, What::TestUndecided, None, None).await
}

/// Mails of which nobody has known for a day whether they left.
pub(super) async fn unknown(ctx: &Context) -> Result<(), CommandError> {
    let now = ctx.now();
    let rows = sqlx::query!(
        r#"select campaign, count(*) as "count!", max(marked_at) as "newest!" from guard.email_recipients
           where state = 'unknown' and marked_at < $1 group by campaign order by campaign"#,
        now - UNKNOWN_FOR
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    for row in rows {
        let last = last_told(ctx, row.campaign, What::MailsUnknown, None).await?;
        // Of all these it was told, or a moment ago of most of them.
        if last.is_some_and(|last| row.newest + UNKNOWN_FOR <= last || now - last < AGAIN_AFTER) {
            continue;
        }
        let Some(made) = ctx.log.load::<Campaign>(row.campaign).await?.state.made else { continue };
        tell(ctx, row.campaign, &made, What::MailsUnknown, u64::try_from(row.count).ok(), None).await?;
    }
    Ok(())
}

/// Audiences that could not be taken, however often it was tried: their campaigns would launch for ever.
pub(super) async fn standing(ctx: &Context) -> Result<(), CommandError> {
    let rows = sqlx::query!(
        r#"select id, (payload ->> 'campaign')::uuid as "campaign!", (payload ->> 'version')::integer as "version!" from jobs.queue
           where kind = $1 and state = 'parked'"#,
        kinds::CAMPAIGN_TAKE_AUDIENCE.name
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    for row in rows {
        let Some(made) = ctx.log.load::<Campaign>(row.campaign).await?.state.made else { continue };
        // It was stopped, or taken by another.
        let waits = made.taking.as_ref().is_some_and(|taking| i32::from(taking.version) == row.version);
        if !waits || last_told(ctx, row.campaign, What::TakeStands, Some(row.id)).await?.is_some() {
            continue;
        }
        tell(ctx, row.campaign, &made, What::TakeStands, None, Some(row.id)).await?;
    }
    Ok(())
}

/// When it was told of last; of this work alone, where one is named.
async fn last_told(
    ctx: &Context,
    campaign: Uuid,
    what: What,
    job: Option<Uuid>,
) -> Result<Option<DateTime<Utc>>, CommandError> {
    let last = sqlx::query_scalar!(
        "select max((payload -> 'CampaignNeedsSomebody' ->> 'at')::timestamptz) from log.facts
         where about_type = $1 and about_id = $2 and kind = $3 and payload -> 'CampaignNeedsSomebody' ->> 'what' = $4
           and ($5::text is null or payload -> 'CampaignNeedsSomebody' ->> 'job' = $5)",
        ABOUT,
        campaign.to_string(),
        CAMPAIGN_NEEDS_SOMEBODY,
        what.as_str(),
        job.map(|job| job.to_string())
    )
    .fetch_one(&ctx.log.pools.write)
    .await?;
    Ok(last)
}

async fn tell(
    ctx: &Context,
    campaign: Uuid,
    made: &Made,
    what: What,
    count: Option<u64>,
    job: Option<Uuid>,
) -> Result<(), CommandError> {
    let at = ctx.now();
    let needs = NeedsSomebody { at, owner: made.details.owner, what, count, job };
    let mut append = Append::new(Lane::Bulk);
    append.facts.push(NewFact {
        kind: CAMPAIGN_NEEDS_SOMEBODY,
        version: CAMPAIGN_NEEDS_SOMEBODY_VERSION,
        about_type: ABOUT,
        about_id: campaign,
        payload: serde_json::to_value(NeedsFact::CampaignNeedsSomebody(needs))?,
        metadata: Actor::system("system").metadata(),
        personal: &[],
        subject: None,
    });
    // Should two look at once: the other has told it.
    let work = job.map_or_else(|| at.date_naive().to_string(), |job| job.to_string());
    append.idempotency = Some(IdempotencyKey {
        key: format!("{CAMPAIGN_NEEDS_SOMEBODY}:{campaign}:{}:{work}", what.as_str()),
        fingerprint: Vec::new(),
        result: Value::Null,
    });
    match ctx.log.append(append).await {
        Ok(_) | Err(LogError::Repeated(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
