//! To the top of the record's notes, and down again.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::work::notes::Note;
use pivotal_domain::work::notes::command::NoteCommand;
use uuid::Uuid;

use super::run;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn pin_note(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    pinned: bool,
) -> Result<Executed<Note>, CommandError> {
    run(ctx, actor, id, NoteCommand::Pin { pinned, at: ctx.now() }).await
}
