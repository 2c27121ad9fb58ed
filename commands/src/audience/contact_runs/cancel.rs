//! Asking a run to stop after the chunk that is being looked at.

use pivotal_domain::audience::contact_runs::{End, RunAsked};
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::progress::{asked, ended};
use super::{ContactRun, RunRefusal};
use crate::audience::record::undo::ask::cancel_job;
use crate::authorise::authorise;
use crate::context::Context;
use crate::error::CommandError;

/// What was found out until then stays. The run itself tells the end, so that the numbers are right.
pub async fn cancel<K: ContactRun>(ctx: &Context, actor: &Actor, id: Uuid) -> Result<(), CommandError> {
    authorise(actor, K::PERMISSION).map(drop)?;
    let Some(asked) = asked::<K::Fact>(ctx, id).await? else {
        return Err(K::refused(RunRefusal::NotFound));
    };
    match ended::<K::Fact>(ctx, id).await? {
        None => cancel_job(ctx, asked.job()).await,
        Some(ended) if ended.end == End::Cancelled => Ok(()),
        Some(_) => Err(K::refused(RunRefusal::NotRunning)),
    }
}
