//! Who must not be contacted, on which basis others may be, and what people ask about their data.

pub mod consent_rules;
pub mod consents;
pub mod legal_holds;
pub mod requests;
pub mod retention;
pub mod suppressions;

use std::collections::HashMap;

use uuid::Uuid;

/// `system` is us; of a user who is not known any more there is no name.
pub(crate) fn name_of(actor: &str, names: &HashMap<Uuid, String>) -> Option<String> {
    match actor.parse::<Uuid>() {
        Ok(id) => names.get(&id).cloned(),
        Err(_) => Some("Pivotal".to_owned()),
    }
}
