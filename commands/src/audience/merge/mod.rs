//! Several records that are one. A merge is a bulk change, of one group at once or of many as a job: it has the bulk change's id,
//! its result, and its undo.

pub mod around;
pub mod group;
pub mod many;
pub mod one;

use pivotal_domain::audience::merge::error::MergeError;

use crate::error::{CommandError, Rejection};

/// One record's part of a merge cannot be taken back without the others'.
pub(in crate::audience) fn undone_as_a_whole() -> CommandError {
    CommandError::rejected(Rejection::new(
        "MERGE_UNDO_WHOLE",
        "A merge is undone as a whole. Open it under bulk changes and undo it there.",
    ))
}

impl From<MergeError> for CommandError {
    fn from(error: MergeError) -> Self {
        let (code, message) = (error.code(), error.to_string());
        match error.field() {
            Some(field) => CommandError::rejected(Rejection::of_field(field, code, message)),
            None => CommandError::rejected(Rejection::new(code, message)),
        }
    }
}
