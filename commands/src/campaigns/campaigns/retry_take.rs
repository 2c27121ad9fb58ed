//! An audience that could not be taken, however often it was tried: nothing goes on by itself, so whoever may launch may have it tried again.

use pivotal_domain::campaigns::campaigns::error::CampaignError;
use pivotal_domain::campaigns::campaigns::{Campaign, Made};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;
use crate::jobs::kinds;
use crate::jobs::queue::{JobQueue, JobQueueError};

/// The work that stands. `None`: nothing is asked for, or it is at work still.
pub async fn standing_take(ctx: &Context, id: Uuid, made: &Made) -> Result<Option<Uuid>, CommandError> {
    let Some(taking) = &made.taking else { return Ok(None) };
    let job = sqlx::query_scalar!(
        "select id from jobs.queue where kind = $1 and state = 'parked' and payload ->> 'campaign' = $2 and payload ->> 'version' = $3
         order by updated_at desc, id desc limit 1",
        kinds::CAMPAIGN_TAKE_AUDIENCE.name,
        id.to_string(),
        taking.version.to_string()
    )
    .fetch_optional(&ctx.log.pools.write)
    .await?;
    Ok(job)
}

/// A fresh set of tries. Pressed twice, or while it is at work, it changes nothing.
pub async fn retry_take(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<Campaign>, CommandError> {
    authorise_all(actor, Permission::CampaignsLaunch)?;
    let loaded = ctx.log.load::<Campaign>(id).await?;
    let made = loaded.state.made.as_ref().ok_or(CampaignError::NotFound)?;
    if let Some(job) = standing_take(ctx, id, made).await? {
        let queue = JobQueue::new(ctx.log.pools.write.clone(), ctx.clock.clone());
        match queue.retry(job).await {
            // Somebody was faster.
            Ok(()) | Err(JobQueueError::NotFound | JobQueueError::NotParked(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(Executed { id, sequence: loaded.sequence, position: None, state: loaded.state })
}
