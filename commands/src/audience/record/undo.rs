//! Taking one change back: which values a compensating write restores, and which have moved on since.

use std::collections::BTreeMap;

use pivotal_domain::audience::record::change::{FieldChange, WriteRule};
use pivotal_domain::audience::record::state::RecordState;
use pivotal_domain::audience::record::write::Candidate;

use crate::error::{CommandError, Rejection};

/// Candidates that bring the old values back. A field somebody changed since is refused, or overwritten with `force`.
pub fn compensation(
    state: &RecordState,
    changes: &BTreeMap<String, FieldChange>,
    force: bool,
) -> Result<BTreeMap<String, Candidate>, CommandError> {
    let moved: Vec<Rejection> = changes
        .iter()
        .filter(|(key, change)| !force && state.value(key) != change.new.as_ref())
        .map(|(key, _)| Rejection::of_field(key, "CHANGED_SINCE", format!("{key} was changed again since. Undo the newer change first, or undo anyway to overwrite it.")))
        .collect();
    if !moved.is_empty() {
        return Err(CommandError::Rejected(moved));
    }
    Ok(changes
        .iter()
        .map(|(key, change)| {
            let candidate = match &change.old {
                Some(old) => Candidate::given(old.clone(), WriteRule::Overwrite),
                None => Candidate::cleared(),
            };
            (key.clone(), candidate)
        })
        .collect())
}
