//! Away with a note, and back.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::work::notes::Note;
use pivotal_domain::work::notes::command::NoteCommand;
use uuid::Uuid;

use super::run;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn delete_note(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<Note>, CommandError> {
    run(ctx, actor, id, NoteCommand::Delete { at: ctx.now() }).await
}

/// What undoes a deletion.
pub async fn restore_note(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<Note>, CommandError> {
    run(ctx, actor, id, NoteCommand::Restore { at: ctx.now() }).await
}
