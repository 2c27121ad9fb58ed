//! How texts are compared: the form both sides are brought into first.

use super::field::Field;
use crate::audience::custom_fields::definition::FieldType;
use crate::audience::fields::catalogue::{Entity, FieldDef, FieldKind, Item};
use crate::audience::values::fold::fold;

/// Characters of names and titles that are compared: as many as their search keys hold.
pub const KEY_MAX: usize = 200;

/// What phone numbers are written with besides digits; left out of every comparison.
pub const PHONE_MARKS: &str = " -()./";

/// The form a field's texts are compared in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Normal {
    /// Without case and accents.
    Folded,
    /// The same, of the first [`KEY_MAX`] characters: fields that have a search key.
    Key,
    /// Stored in small letters already.
    Lower,
    /// Digits and plus only.
    Phone,
    /// A value of a fixed set, in its one spelling.
    Exact,
}

impl Normal {
    pub fn of(field: &Field) -> Normal {
        match field {
            Field::Custom(_) => Normal::Folded,
            Field::Defined(definition) => match definition.field_type {
                FieldType::Phone => Normal::Phone,
                // Items of a list are options in their one spelling.
                FieldType::Multi => Normal::Exact,
                _ => Normal::Folded,
            },
            Field::Known(def) => Normal::of_def(def),
            // Ids are written in one way only.
            Field::Membership(_) => Normal::Exact,
            Field::OfAccount(of) => Normal::of(&of.field),
        }
    }

    fn of_def(def: &FieldDef) -> Normal {
        match (def.entity, def.key) {
            (Entity::Contact, "full_name" | "job_title" | "account_name") | (Entity::Account, "name") => {
                return Normal::Key;
            }
            _ => {}
        }
        match def.kind {
            FieldKind::Email | FieldKind::Domain => Normal::Lower,
            FieldKind::Phone | FieldKind::Multi(Item::Phone) => Normal::Phone,
            FieldKind::Choice(_) | FieldKind::Country => Normal::Exact,
            _ => Normal::Folded,
        }
    }

    /// What somebody typed.
    pub fn typed(self, text: &str) -> String {
        match self {
            Normal::Folded | Normal::Key => fold(text),
            Normal::Lower => text.to_lowercase(),
            Normal::Phone => without_marks(text),
            Normal::Exact => text.to_owned(),
        }
    }

    /// What a record holds. Differs from what is typed where columns hold a form of their own.
    pub fn held(self, text: &str) -> String {
        match self {
            Normal::Folded => fold(text),
            Normal::Key => fold(text).chars().filter(|c| *c != '\0').take(KEY_MAX).collect(),
            Normal::Phone => without_marks(text),
            Normal::Lower | Normal::Exact => text.to_owned(),
        }
    }
}

fn without_marks(text: &str) -> String {
    text.chars().filter(|c| !PHONE_MARKS.contains(*c)).collect()
}
