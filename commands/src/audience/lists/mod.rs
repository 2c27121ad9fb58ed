//! Use cases on lists of records. What is small is done in the request; what may be a million records is an ordinary bulk change,
//! with its progress, its end and its undo.

pub mod archive;
pub mod chosen;
pub mod combine;
pub mod create;
pub mod fill;
pub mod members;
pub mod snapshot;
#[cfg(test)]
mod tests;
pub mod undo;
pub mod update;

use pivotal_domain::audience::lists::error::ListError;
use pivotal_domain::audience::lists::facts::{ABOUT, ListFact};
use pivotal_domain::audience::lists::{List, Made, keys};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::NewFact;
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;

impl Guarded for List {
    fn claims(&self) -> Vec<(&'static str, String)> {
        keys::claims(self)
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<ListError> for CommandError {
    fn from(error: ListError) -> Self {
        match (&error, error.field()) {
            (ListError::NotFound, _) => CommandError::NotFound(error.to_string()),
            (_, Some(field)) => {
                CommandError::rejected(Rejection::of_field(field, error.code(), error.to_string()))
            }
            (_, None) => CommandError::rejected(Rejection::new(error.code(), error.to_string())),
        }
    }
}

/// A fact of members, about the change it belongs to.
pub(in crate::audience) fn new_fact(fact: &ListFact, metadata: &Metadata) -> Result<NewFact, CommandError> {
    let (kind, version) = fact.kind();
    Ok(NewFact {
        kind,
        version,
        about_type: ABOUT,
        about_id: fact.named().change,
        payload: serde_json::to_value(fact)?,
        metadata: metadata.clone(),
        personal: &[],
        subject: None,
    })
}

/// The list, for somebody who may fill and rename it. One that the actor may not see is not there.
pub(in crate::audience) async fn editable(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Loaded<List>, CommandError> {
    authorise_all(actor, Permission::SegmentsEdit)?;
    let loaded = ctx.log.load::<List>(id).await?;
    may_edit(&loaded.state, actor)?;
    Ok(loaded)
}

fn may_edit<'a>(list: &'a List, actor: &Actor) -> Result<&'a Made, ListError> {
    list.made.as_ref().filter(|made| made.is_edited_by(actor)).ok_or(ListError::NotFound)
}

/// The log knows only that a value is taken; this use case knows which name that was.
fn name_taken(error: CommandError, name: &str) -> CommandError {
    match error {
        CommandError::Rejected(rejections)
            if rejections.iter().any(|rejection| rejection.code == "VALUE_TAKEN") =>
        {
            ListError::NameTaken(name.trim().to_owned()).into()
        }
        other => other,
    }
}
