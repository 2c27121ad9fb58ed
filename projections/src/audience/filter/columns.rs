//! Where a filter's fields stand in the read tables: `c` is the record, `a` its activity.

use pivotal_domain::audience::custom_fields::definition::{Definition, FieldType};
use pivotal_domain::audience::engagement::derived::Counted;
use pivotal_domain::audience::fields::catalogue::{Entity, FieldKind};
use pivotal_domain::audience::filter::field::Field;
use pivotal_domain::audience::filter::normal::{Normal, PHONE_MARKS};
use pivotal_domain::audience::filter::{Condition, Filter};

use super::memberships::Members;
use crate::audience::columns::money_columns;
use crate::audience::{accounts, contacts, engagement};
use crate::suppression::consents;
use crate::suppression::suppressions::of_contacts::Told;

/// Expressions over the list's tables. Nothing a client sends is in them but the key of a custom field, whose letters
/// are checked where it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The value as shown; null where there is none.
    pub value: String,
    /// Whether `value` sorts by its bytes, so that a range finds what begins with a text, by index where there is one.
    pub sorted_by_bytes: bool,
    /// What is null where there is none; `value` itself but for amounts of custom fields.
    pub there: String,
    /// Of a money field.
    pub currency: Option<String>,
}

impl Place {
    pub fn of(entity: Entity, field: &Field) -> Place {
        let def = match field {
            Field::Known(def) => def,
            Field::Custom(key) => return Place::plain(format!("(c.custom ->> '{key}')")),
            Field::Defined(definition) => return Place::defined(definition),
            Field::Membership(membership) => {
                return Place::plain(
                    Members::of(entity, membership).map_or_else(|| "null".to_owned(), Members::value),
                );
            }
            // Where `c` is the account.
            Field::OfAccount(of) => return Place::of(Entity::Account, &of.field),
        };
        if let Some(told) = Told::of(entity, def.key) {
            return Place::plain(told.value());
        }
        if let Some(channel) = consents::of_contacts::channel_of(entity, def.key) {
            return Place::plain(consents::of_contacts::value(channel));
        }
        if let Some(channel) = contacts::status::channel_of(entity, def.key) {
            return Place::plain(contacts::status::value(channel));
        }
        if let Some(counted) = Counted::of(entity, def.key) {
            return Place::plain(engagement::counted::value(counted));
        }
        if let FieldKind::Money = def.kind {
            let (amount, currency) = money_columns(def);
            return Place { currency: Some(format!("c.{currency}")), ..Place::plain(format!("c.{amount}")) };
        }
        let table = if needs_activity_for(entity, def.key) { "a" } else { "c" };
        let value = match (entity, def.key) {
            (Entity::Contact, "account") => "c.account_id".to_owned(),
            (_, "import") => "c.import_id".to_owned(),
            (Entity::Account, "status") => {
                "case when c.archived then 'archived' else c.status end".to_owned()
            }
            (_, key) if field.is_count() => format!("coalesce({table}.{key}, 0)"),
            (_, key) => format!("{table}.{key}"),
        };
        let sorted_by_bytes = matches!(
            (entity, def.key),
            (Entity::Contact, "email" | "email_domain") | (Entity::Account, "domain")
        );
        Place { sorted_by_bytes, ..Place::plain(value) }
    }

    /// A value of the JSON, in the type it was defined as. What was written before, as something else, is of none.
    fn defined(Definition { key, field_type, .. }: &Definition) -> Place {
        let (text, json) = (format!("(c.custom ->> '{key}')"), format!("(c.custom -> '{key}')"));
        let (value, currency) = match field_type {
            FieldType::Number => (format!("read.custom_number({text})"), None),
            FieldType::Money => {
                (format!("read.custom_number({json} ->> 'amount')"), Some(format!("({json} ->> 'currency')")))
            }
            FieldType::Bool => (format!("({json} = 'true'::jsonb)"), None),
            FieldType::Multi => (json, None),
            FieldType::Text
            | FieldType::Date
            | FieldType::DateTime
            | FieldType::Choice
            | FieldType::Url
            | FieldType::Email
            | FieldType::Phone => (text.clone(), None),
        };
        Place { value, there: text, sorted_by_bytes: false, currency }
    }

    pub(super) fn plain(value: String) -> Place {
        Place { there: value.clone(), value, sorted_by_bytes: false, currency: None }
    }
}

/// The form a field's texts are compared in, and whether it sorts by its bytes.
pub fn text(place: &Place, field: &Field) -> (String, bool) {
    match Normal::of(field) {
        // Those that have a search key, with its indexes.
        Normal::Key => (format!("c.{}_key", field.key()), true),
        Normal::Folded => (format!("read.fold({})", place.value), false),
        Normal::Phone => (format!("translate({}, '{PHONE_MARKS}', '')", place.value), false),
        Normal::Lower | Normal::Exact => (place.value.clone(), place.sorted_by_bytes),
    }
}

/// Whether a filter asks of anything in the side table of its list, so that it must be joined.
pub fn needs_activity(filter: &Filter) -> bool {
    asks_activity(filter.entity, &filter.conditions())
}

/// Whether any of these asks of the side table of this entity.
pub(super) fn asks_activity(entity: Entity, conditions: &[(Entity, &Condition)]) -> bool {
    conditions.iter().any(|(of, asked)| *of == entity && needs_activity_for(entity, asked.field.bare().key()))
}

pub fn needs_activity_for(entity: Entity, key: &str) -> bool {
    match entity {
        Entity::Contact => contacts::ACTIVITY.contains(&key),
        Entity::Account => accounts::ACTIVITY.contains(&key),
    }
}
