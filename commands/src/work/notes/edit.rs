//! Other words for a note.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::work::notes::Note;
use pivotal_domain::work::notes::command::NoteCommand;
use uuid::Uuid;

use super::{may_change, run};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;
use crate::work::about::must_hold_text;
use crate::work::by;

#[derive(Debug, Clone)]
pub struct EditNote {
    pub id: Uuid,
    pub body: String,
    /// The version that was looked at. Words that somebody else wrote since are not overwritten.
    pub expected_version: Option<i64>,
}

pub async fn edit_note(
    ctx: &Context,
    actor: &Actor,
    input: EditNote,
) -> Result<Executed<Note>, CommandError> {
    let EditNote { id, body, expected_version: expected } = input;
    let before = ctx.log.load::<Note>(id).await?.state;
    may_change(&before, actor)?;
    must_hold_text(ctx, before.about).await?;
    run(ctx, actor, id, NoteCommand::Edit { body, expected, by: by(actor), at: ctx.now() }).await
}
