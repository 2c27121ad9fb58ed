//! Asking for an undo, for a look at it beforehand, and for an end of either. Who may is for the work's own use cases to say.

use pivotal_domain::audience::record::undo::Chosen;
use pivotal_domain::audience::record::undo::state::UndoCommand;
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::NewJob;
use uuid::Uuid;

use super::run::RunUndo;
use super::{MOST_CHOSEN, UndoRefusal, Undoable};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute};
use crate::jobs::queue::{JobQueue, JobQueueError};

pub async fn undo<U: Undoable>(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    chosen: Chosen,
) -> Result<Executed<U>, CommandError> {
    if matches!(&chosen, Chosen::Records(ids) if ids.len() > MOST_CHOSEN) {
        return Err(U::refused(UndoRefusal::TooManyChosen));
    }
    ask(ctx, actor, id, false, |at, job| UndoCommand::Start { at, job, chosen: chosen.clone() }).await
}

/// Writes nothing to the records.
pub async fn look<U: Undoable>(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<U>, CommandError> {
    ask(ctx, actor, id, true, |at, job| UndoCommand::Look { at, job }).await
}

async fn ask<U: Undoable>(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    looks: bool,
    command: impl Fn(chrono::DateTime<chrono::Utc>, Uuid) -> UndoCommand,
) -> Result<Executed<U>, CommandError> {
    let (at, job) = (ctx.now(), Uuid::now_v7());
    let before = ctx.log.load::<U>(id).await?.state;
    let asked = execute::<U, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| loaded.state.decide_undo(command(at, job)),
        |_, after| {
            let run = RunUndo { work: id, actor: actor.user_id, role: actor.role.as_str().to_owned(), looks };
            let what = if looks { "Preview of undoing" } else { "Undo" };
            let mut new = NewJob::new(job, U::KIND.name, format!("{what} {}", after.title()), run)?;
            new.max_attempts = 20;
            new.link = Some(U::link(id));
            new.created_by = Some(actor.user_id);
            Ok(vec![new])
        },
    )
    .await?;
    if let (false, Some(looking)) = (looks, before.undoing().looking) {
        cancel_job(ctx, looking).await?;
    }
    Ok(asked)
}

/// What is taken back until then stays so; it can be gone on with by undoing again.
pub async fn cancel<U: Undoable>(ctx: &Context, work: &U) -> Result<(), CommandError> {
    match work.undoing().running.or(work.undoing().looking) {
        Some(job) => cancel_job(ctx, job).await,
        None => Err(U::refused(UndoRefusal::NotUndoing)),
    }
}

/// The job itself records the end.
pub async fn cancel_job(ctx: &Context, job: Uuid) -> Result<(), CommandError> {
    let queue = JobQueue::new(ctx.log.pools.write.clone(), ctx.clock.clone());
    match queue.cancel(job).await {
        Ok(_) | Err(JobQueueError::NotFound) => Ok(()),
        Err(error) => Err(CommandError::unexpected(error)),
    }
}
