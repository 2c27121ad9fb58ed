//! Use cases on segments, and how the keeper's findings get into the log.

pub mod archive;
pub(in crate::audience) mod beside;
pub mod change;
pub mod create;
mod definition;
pub mod membership;
pub mod switch;
#[cfg(test)]
mod tests;
pub mod to_list;
pub mod used;
pub(in crate::audience) mod uses;
mod write;

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::audience::segments::error::SegmentError;
use pivotal_domain::audience::segments::uses::SegmentUses;
use pivotal_domain::audience::segments::{Kept, Segment, keys};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;

use crate::authorise::authorise_all;
use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;

impl Guarded for Segment {
    fn claims(&self) -> Vec<(&'static str, String)> {
        keys::claims(self)
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl Guarded for SegmentUses {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<SegmentError> for CommandError {
    fn from(error: SegmentError) -> Self {
        match error {
            SegmentError::Unknown => CommandError::NotFound(error.to_string()),
            _ => CommandError::rejected(Rejection {
                code: error.code().to_owned(),
                field: error.field().map(ToOwned::to_owned),
                message: error.to_string(),
                record: None,
            }),
        }
    }
}

/// Who shapes audiences and sees such records.
fn may_edit(actor: &Actor, entity: Entity) -> Result<(), CommandError> {
    authorise_all(actor, Permission::SegmentsEdit)?;
    authorise_all(actor, permission_to_view(entity))
}

/// The segment, for somebody who may change it. One that the actor may not even see is not there.
fn own<'a>(segment: &'a Segment, actor: &Actor) -> Result<&'a Kept, CommandError> {
    authorise_all(actor, Permission::SegmentsEdit)?;
    let kept = segment.kept.as_ref().filter(|kept| kept.is_seen_by(actor)).ok_or(SegmentError::Unknown)?;
    may_edit(actor, kept.entity)?;
    Ok(kept)
}

/// The log knows only that a value is taken; this use case knows which name that was.
fn name_taken(error: CommandError, name: &str) -> CommandError {
    match error {
        CommandError::Rejected(rejections)
            if rejections.iter().any(|rejection| rejection.code == "VALUE_TAKEN") =>
        {
            SegmentError::NameTaken(name.trim().to_owned()).into()
        }
        other => other,
    }
}
