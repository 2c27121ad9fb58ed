//! Asking a running import to stop after the chunk it is writing.

use pivotal_domain::audience::imports::error::ImportError;
use pivotal_domain::audience::imports::{Import, ImportState};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use crate::authorise::authorise;
use crate::context::Context;
use crate::error::CommandError;

/// What is written stays; the rest ends as "not run". The run itself records the end, so that the numbers are right.
pub async fn cancel_import(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Import, CommandError> {
    authorise(actor, Permission::ImportsRun)?;
    let loaded = ctx.log.load::<Import>(id).await?;
    match (loaded.state.state, loaded.state.job) {
        (ImportState::Absent, _) => Err(ImportError::NotFound.into()),
        (ImportState::Running, Some(job)) => {
            // Not jobs::cancel: a queued run must still start, to record that no row was run.
            sqlx::query!("update jobs.queue set cancel_requested = true, run_at = least(run_at, clock_timestamp()), updated_at = clock_timestamp() where id = $1 and state in ('queued', 'running')", job).execute(&ctx.log.pools.write).await?;
            Ok(loaded.state)
        }
        (ImportState::Cancelled, _) => Ok(loaded.state),
        _ => Err(ImportError::NotRunning.into()),
    }
}
