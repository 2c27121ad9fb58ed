//! The custom fields that a filter can name: those of its own records, and those of the records they are linked to.

use crate::audience::custom_fields::definitions::Definitions;
use crate::audience::fields::catalogue::Entity;

/// The definitions of both entities. Cheap to clone. Without any, custom fields are free text that may be a number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    pub contacts: Definitions,
    pub accounts: Definitions,
}

impl Vocabulary {
    pub fn none() -> Self {
        Vocabulary::default()
    }

    pub fn of(&self, entity: Entity) -> &Definitions {
        match entity {
            Entity::Contact => &self.contacts,
            Entity::Account => &self.accounts,
        }
    }
}
