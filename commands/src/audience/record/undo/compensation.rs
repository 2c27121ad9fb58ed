//! Taking one change back: which values a compensating write restores, and which have moved on since.

use std::collections::BTreeMap;

use pivotal_domain::audience::fields::catalogue::{Entity, label_of};
use pivotal_domain::audience::record::change::{FieldChange, WriteRule};
use pivotal_domain::audience::record::state::RecordState;
use pivotal_domain::audience::record::write::Candidate;

use crate::error::{CommandError, Rejection};

/// Candidates that bring the old values back. A field somebody changed since is refused, or overwritten with `force`.
pub fn compensation(
    entity: Entity,
    state: &RecordState,
    changes: &BTreeMap<String, FieldChange>,
    force: bool,
) -> Result<BTreeMap<String, Candidate>, CommandError> {
    let moved: Vec<Rejection> = changes
        .iter()
        .filter(|(key, change)| !force && state.value(key) != change.new.as_ref())
        .map(|(key, _)| Rejection::of_field(key, "CHANGED_SINCE", format!("{} was changed again since. Undo the newer change first, or undo anyway to overwrite it.", label_of(entity, key))))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_moved_on_is_named_as_the_form_names_it() {
        let change = FieldChange { old: None, new: Some("CTO".into()) };
        let changes = BTreeMap::from([("job_title".to_owned(), change)]);
        let refused = compensation(Entity::Contact, &RecordState::default(), &changes, false);
        let Err(CommandError::Rejected(reasons)) = refused else { panic!("it was not refused") };
        assert_eq!(reasons[0].field.as_deref(), Some("job_title"));
        assert!(
            reasons[0].message.starts_with("Job title was changed again since."),
            "{}",
            reasons[0].message
        );
    }
}
