//! Values that only one record may hold: the guard keys they claim.
//!
//! Which keys a record claims follows from its values and from the definitions of the moment, so nothing about it stands in the
//! record's own events: a field that becomes unique claims what records hold by then, and one that ceases to be gives it up.

use super::definition::Definition;
use super::definitions::Definitions;
use crate::audience::contacts::keys::Key;
use crate::audience::fields::catalogue::Entity;
use crate::audience::fields::value::FieldValue;
use crate::audience::record::state::RecordState;
use crate::audience::values::fold;

pub const CONTACT: &str = "contact.custom";
pub const ACCOUNT: &str = "account.custom";

pub const fn scope(entity: Entity) -> &'static str {
    match entity {
        Entity::Contact => CONTACT,
        Entity::Account => ACCOUNT,
    }
}

/// Upper and lower case, accents and spaces around tell no two values apart.
pub fn claim(entity: Entity, key: &str, value: &FieldValue) -> Option<Key> {
    if value.is_empty() {
        return None;
    }
    let said = match value {
        FieldValue::Text(text) => fold::fold(text.trim()),
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Bool(yes) => yes.to_string(),
        FieldValue::List(items) => items.iter().map(|item| fold::fold(item)).collect::<Vec<_>>().join(";"),
        FieldValue::Money { amount, currency } => format!("{amount} {currency}"),
    };
    Some((scope(entity), format!("{key}={said}")))
}

impl Definitions {
    /// Fields of which only one record may hold a value, archived ones too: their values are still there.
    pub fn unique(&self) -> impl Iterator<Item = &Definition> {
        self.all().filter(|field| field.unique)
    }

    /// What a record claims by its custom values.
    pub fn claims(&self, entity: Entity, record: &RecordState) -> Vec<Key> {
        // Its values are the survivor's now.
        if record.merged_into.is_some() {
            return Vec::new();
        }
        self.unique().filter_map(|field| claim(entity, &field.key, record.value(&field.key)?)).collect()
    }
}
