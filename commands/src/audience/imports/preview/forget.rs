//! The end of a preview's lists: their time is over, or somebody was erased who may be in them.
//!
//! They are made again in a moment, so an erasure takes them all rather than looking for the person.

use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::record::previews::PreviewRemoval;
use uuid::Uuid;

use super::run::remove;
use crate::audience::{bulk, survivorship};
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::RunningJob;

#[derive(Debug, Clone)]
pub struct ExpirePreviews(pub Context);

impl JobHandler for ExpirePreviews {
    const KIND: &'static str = kinds::PREVIEWS_CLEANUP.name;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let (ctx, now) = (&self.0, self.0.now());
        let mut gone = 0;
        for id in with_lists(ctx).await? {
            if job.should_stop() {
                return Ok(JobEnd::Stopped);
            }
            for lists in ctx.log.load::<Import>(id).await?.state.previews.kept {
                let reason = if lists.current { PreviewRemoval::Expired } else { PreviewRemoval::Replaced };
                if !lists.current || lists.expires_at <= now {
                    remove(ctx, id, lists.job, reason).await?;
                    gone += 1;
                }
            }
        }
        // Looks at undos of bulk changes are kept as long.
        let Some(more) = bulk::forget::expire(ctx, job).await? else { return Ok(JobEnd::Stopped) };
        let more = more + survivorship::forget::expire(ctx).await?;
        job.report(gone + more, None, None).await?;
        Ok(JobEnd::Done)
    }
}

/// For an erasure. Answers false while the import is being previewed, which may write the person down again.
pub async fn forget(ctx: &Context, id: Uuid, import: &Import) -> Result<bool, CommandError> {
    for lists in &import.previews.kept {
        remove(ctx, id, lists.job, PreviewRemoval::Erasure).await?;
    }
    Ok(import.previews.running.is_none() && import.undoing.looking.is_none())
}

/// Imports with lists that were not removed.
async fn with_lists(ctx: &Context) -> Result<Vec<Uuid>, CommandError> {
    let ids = sqlx::query_scalar!(
        "select aggregate_id from log.events where aggregate_type = 'import' group by aggregate_id
           having count(*) filter (where event_type in ('ImportPreviewed', 'ImportUndoPreviewed')) > count(*) filter (where event_type = 'ImportPreviewRemoved')"
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
}
