//! Asking for an undo, for a look at it beforehand, and for an end of either.

use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::command::ImportCommand;
use pivotal_domain::audience::imports::error::ImportError;
use pivotal_domain::audience::imports::undo::Chosen;
use pivotal_domain::audience::imports::undo::state::UndoCommand;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::NewJob;
use uuid::Uuid;

use super::run::{KIND, RunUndo};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, execute};
use crate::jobs::queue::{JobQueue, JobQueueError};

/// Records that can be chosen one by one; beyond that, all.
const MOST_CHOSEN: usize = 1_000;

#[derive(Debug, Clone)]
pub struct UndoImport {
    pub id: Uuid,
    /// Records to take back although somebody touched them since.
    pub chosen: Chosen,
}

pub async fn undo_import(
    ctx: &Context,
    actor: &Actor,
    input: UndoImport,
) -> Result<Executed<Import>, CommandError> {
    authorise_all(actor, Permission::ImportsUndo)?;
    if matches!(&input.chosen, Chosen::Records(ids) if ids.len() > MOST_CHOSEN) {
        return Err(CommandError::rejected(Rejection::of_field(
            "chosen",
            "IMPORT_TOO_MANY_CHOSEN",
            format!("At most {MOST_CHOSEN} records can be chosen one by one. Choose all, or fewer."),
        )));
    }
    ask(ctx, actor, input.id, false, |at, job| UndoCommand::Start { at, job, chosen: input.chosen.clone() })
        .await
}

/// Writes nothing.
pub async fn preview_undo(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<Import>, CommandError> {
    authorise_all(actor, Permission::ImportsUndo)?;
    ask(ctx, actor, id, true, |at, job| UndoCommand::Look { at, job }).await
}

async fn ask(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    looks: bool,
    command: impl Fn(chrono::DateTime<chrono::Utc>, Uuid) -> UndoCommand,
) -> Result<Executed<Import>, CommandError> {
    let (at, job) = (ctx.now(), Uuid::now_v7());
    let before = ctx.log.load::<Import>(id).await?.state;
    let asked = execute::<Import, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(ImportCommand::Undo(command(at, job)))?),
        |_, after| {
            let run =
                RunUndo { import_id: id, actor: actor.user_id, role: actor.role.as_str().to_owned(), looks };
            let what = if looks { "Preview of undoing" } else { "Undo" };
            let mut new = NewJob::new(job, KIND, format!("{what} {}", after.name), run)?;
            new.max_attempts = 20;
            new.link = Some(format!("/contacts/imports/{id}"));
            new.created_by = Some(actor.user_id);
            Ok(vec![new])
        },
    )
    .await?;
    if let (false, Some(looking)) = (looks, before.undoing.looking) {
        cancel(ctx, looking).await?;
    }
    Ok(asked)
}

/// What is taken back until then stays so; it can be gone on with by undoing again.
pub async fn cancel_undo(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Import, CommandError> {
    authorise_all(actor, Permission::ImportsUndo)?;
    let loaded = ctx.log.load::<Import>(id).await?;
    if !loaded.exists() {
        return Err(ImportError::NotFound.into());
    }
    let undoing = loaded.state.undoing.clone();
    match undoing.running.or(undoing.looking) {
        Some(job) => cancel(ctx, job).await?,
        None => return Err(ImportError::NotUndoing.into()),
    }
    Ok(loaded.state)
}

async fn cancel(ctx: &Context, job: Uuid) -> Result<(), CommandError> {
    let queue = JobQueue::new(ctx.log.pools.write.clone(), ctx.clock.clone());
    match queue.cancel(job).await {
        Ok(_) | Err(JobQueueError::NotFound) => Ok(()),
        Err(error) => Err(CommandError::unexpected(error)),
    }
}
