//! Files whose time is over go, every hour, unless a legal hold stands over all of them.

use pivotal_domain::audience::exports::command::ExportCommand;
use pivotal_domain::audience::exports::events::Removal;
use pivotal_domain::audience::exports::{Export, ExportState};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::suppression::retention::kind::Data;
use uuid::Uuid;

use super::key;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::RunningJob;
use crate::suppression::legal_holds::standstill::Standstill;

#[derive(Debug, Clone)]
pub struct ExpireExports(pub Context);

impl JobHandler for ExpireExports {
    const KIND: &'static str = kinds::EXPORTS_CLEANUP.name;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let (ctx, now) = (&self.0, self.0.now());
        let mut gone = 0;
        for id in with_a_file(ctx).await? {
            if job.should_stop() {
                return Ok(JobEnd::Stopped);
            }
            let export = ctx.log.load::<Export>(id).await?.state;
            let over = export.written.as_ref().is_some_and(|written| written.expires_at <= now);
            if over && export.state == ExportState::Completed {
                if !remove_file(ctx, id, Removal::Expired).await? {
                    break;
                }
                gone += 1;
            }
        }
        job.report(gone, None, None).await?;
        Ok(JobEnd::Done)
    }
}

/// The file first: killed between the two, this is done again. Answers false while a hold stands over all files of exports.
pub async fn remove_file(ctx: &Context, id: Uuid, reason: Removal) -> Result<bool, CommandError> {
    let still = Standstill::begin(ctx).await?;
    if still.holds.data.contains_key(&Data::ExportFiles) {
        return Ok(false);
    }
    ctx.blobs.delete(&key(id)?).await.map_err(CommandError::unexpected)?;
    still.end().await?;
    let at = ctx.now();
    execute::<Export, _, _>(
        ctx,
        id,
        &Actor::system("system").metadata(),
        None,
        |loaded| Ok(loaded.state.decide(ExportCommand::RemoveFile { at, reason })?),
        no_jobs,
    )
    .await?;
    Ok(true)
}

/// Exports whose file was written and not removed.
pub(crate) async fn with_a_file(ctx: &Context) -> Result<Vec<Uuid>, CommandError> {
    let ids = sqlx::query_scalar!(
        "select e.aggregate_id from log.events e where e.aggregate_type = 'export' and e.event_type = 'ExportCompleted'
           and not exists (select 1 from log.events r where r.aggregate_type = 'export' and r.aggregate_id = e.aggregate_id and r.event_type = 'ExportFileRemoved')"
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
}
