//! Asking a bulk change to stop after the chunk that is being written.

use pivotal_domain::audience::bulk::error::BulkError;
use pivotal_domain::audience::bulk::{Bulk, BulkState};
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::known;
use crate::audience::record::undo::ask::cancel_job;
use crate::context::Context;
use crate::error::CommandError;

/// What is changed stays so, and can be undone. The run itself records the end, so that the numbers are right.
pub async fn cancel_bulk(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Bulk, CommandError> {
    let bulk = known(ctx, actor, id).await?;
    match (bulk.state, bulk.job) {
        (BulkState::Asked | BulkState::Running, Some(job)) => cancel_job(ctx, job).await?,
        (BulkState::Cancelled, _) => {}
        _ => return Err(BulkError::NotRunning.into()),
    }
    Ok(bulk)
}
