//! Use cases on saved views.

pub mod change;
pub mod create;
pub mod delete;
#[cfg(test)]
mod tests;

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::audience::saved_views::error::SavedViewError;
use pivotal_domain::audience::saved_views::{SavedView, View, keys};
use pivotal_domain::identity::actor::Actor;

use crate::authorise::authorise;
use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;

impl Guarded for SavedView {
    fn claims(&self) -> Vec<(&'static str, String)> {
        keys::claims(self)
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<SavedViewError> for CommandError {
    fn from(error: SavedViewError) -> Self {
        match error {
            SavedViewError::Unknown => CommandError::NotFound(error.to_string()),
            _ => CommandError::rejected(Rejection {
                code: error.code().to_owned(),
                field: error.field().map(ToOwned::to_owned),
                message: error.to_string(),
                record: None,
            }),
        }
    }
}

/// Who may see a kind of list may keep views of it. How much of the list they see is decided each time it is shown.
fn may_see(actor: &Actor, entity: Entity) -> Result<(), CommandError> {
    authorise(actor, permission_to_view(entity)).map(|_scope| ())
}

/// The view, for somebody who may change it. One that the actor may not even see is not there.
fn own<'a>(saved: &'a SavedView, actor: &Actor) -> Result<&'a View, CommandError> {
    let view = saved.view.as_ref().filter(|view| view.is_seen_by(actor)).ok_or(SavedViewError::Unknown)?;
    may_see(actor, view.entity)?;
    if view.is_changed_by(actor) { Ok(view) } else { Err(SavedViewError::NotYours.into()) }
}

/// The log knows only that a value is taken; this use case knows which name that was.
fn name_taken(error: CommandError, name: &str) -> CommandError {
    match error {
        CommandError::Rejected(rejections)
            if rejections.iter().any(|rejection| rejection.code == "VALUE_TAKEN") =>
        {
            SavedViewError::NameTaken(name.trim().to_owned()).into()
        }
        other => other,
    }
}
