//! Use cases on notes.

pub mod add;
pub mod delete;
pub mod edit;
pub mod pin;
#[cfg(test)]
mod tests;

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::work::notes::Note;
use pivotal_domain::work::notes::command::NoteCommand;
use pivotal_domain::work::notes::error::NoteError;
use uuid::Uuid;

use crate::authorise::authorise;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, Guarded, execute, no_jobs};

impl Guarded for Note {
    /// None: there may be any number of notes alike.
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<NoteError> for CommandError {
    fn from(error: NoteError) -> Self {
        match error {
            NoteError::Unknown => CommandError::NotFound(error.to_string()),
            _ => CommandError::rejected(Rejection {
                code: error.code().to_owned(),
                field: error.field().map(ToOwned::to_owned),
                message: error.to_string(),
                record: None,
            }),
        }
    }
}

/// Passes for who may change the note. One that the actor may not even see is not there.
fn may_change(note: &Note, actor: &Actor) -> Result<(), CommandError> {
    let whose = note.whose().filter(|whose| whose.is_seen_by(actor)).ok_or(NoteError::Unknown)?;
    authorise(actor, Permission::NotesEdit).map(|_scope| ())?;
    if whose.is_changed_by(actor) {
        return Ok(());
    }
    Err(CommandError::Forbidden(format!(
        "Your role, {}, may change only notes that you wrote. Add one of your own instead.",
        actor.role.label()
    )))
}

async fn run(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    command: NoteCommand,
) -> Result<Executed<Note>, CommandError> {
    execute::<Note, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| {
            may_change(&loaded.state, actor)?;
            Ok(loaded.state.decide(command.clone())?)
        },
        no_jobs,
    )
    .await
}
