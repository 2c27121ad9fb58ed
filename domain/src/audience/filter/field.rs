//! The fields a filter can speak of: those of the catalogue, a few that only lists have, and custom ones.

use std::borrow::Cow;
use std::sync::Arc;

use crate::audience::custom_fields::definition::{Definition, FieldType};
use crate::audience::custom_fields::definitions::Definitions;
use crate::audience::fields::catalogue::{
    self, Entity, FieldDef, FieldKind, Group, Target, custom_name, fields,
};

/// A field as a filter names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    Known(&'static FieldDef),
    /// A custom field by its definition.
    Defined(Arc<Definition>),
    /// A custom field that nobody defined: the whole key, `custom.region`.
    Custom(String),
}

/// One value of a fixed set, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice<'a> {
    pub value: &'a str,
    pub label: Cow<'a, str>,
    /// Not offered any more, but it can still be asked for.
    pub retired: bool,
}

/// What values are like as far as questions go. Its name stands in the API: never change one, only add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ValueType {
    Text,
    /// One of the listed values.
    Choice,
    Country,
    Number,
    Money,
    Date,
    DateTime,
    Bool,
    /// Several texts.
    List,
    /// A user, or whatever a file called the owner.
    User,
    /// Another record, by its id.
    Reference,
    /// Text that may be a number.
    Custom,
}

impl Field {
    /// A field of this key. Custom ones are of their definition where there is one, archived ones too.
    pub fn named_in(entity: Entity, key: &str, definitions: &Definitions) -> Option<Field> {
        match Field::named(entity, key)? {
            Field::Custom(key) => Some(match definitions.get(&key) {
                Some(definition) => Field::Defined(definition.clone()),
                None => Field::Custom(key),
            }),
            field => Some(field),
        }
    }

    /// Where nobody knows the definitions: custom fields are texts that may be numbers.
    pub fn named(entity: Entity, key: &str) -> Option<Field> {
        let known = catalogue::field(entity, key).or_else(|| extra(entity).iter().find(|def| def.key == key));
        match known {
            Some(def) => Some(Field::Known(def)),
            None => custom_name(key).map(|_| Field::Custom(key.to_owned())),
        }
    }

    pub fn key(&self) -> &str {
        match self {
            Field::Known(def) => def.key,
            Field::Defined(definition) => &definition.key,
            Field::Custom(key) => key,
        }
    }

    /// For people: `Job title`; of a custom field its name in words.
    pub fn label(&self) -> String {
        match self {
            Field::Known(def) => def.label.to_owned(),
            Field::Defined(definition) => definition.label.clone(),
            Field::Custom(key) => {
                let name = custom_name(key).unwrap_or(key).replace('_', " ");
                let mut letters = name.chars();
                letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
            }
        }
    }

    pub fn value_type(&self) -> ValueType {
        let def = match self {
            Field::Known(def) => def,
            Field::Defined(definition) => return definition.field_type.value_type(),
            Field::Custom(_) => return ValueType::Custom,
        };
        match def.kind {
            FieldKind::Choice(_) => ValueType::Choice,
            FieldKind::Country => ValueType::Country,
            FieldKind::Number => ValueType::Number,
            FieldKind::Money => ValueType::Money,
            FieldKind::Date => ValueType::Date,
            FieldKind::DateTime => ValueType::DateTime,
            FieldKind::Bool => ValueType::Bool,
            FieldKind::Multi(_) => ValueType::List,
            FieldKind::User => ValueType::User,
            FieldKind::Ref(_) => ValueType::Reference,
            FieldKind::Text
            | FieldKind::LongText
            | FieldKind::Email
            | FieldKind::Phone
            | FieldKind::Url
            | FieldKind::Domain
            | FieldKind::State
            | FieldKind::Tz
            | FieldKind::Language => ValueType::Text,
        }
    }

    /// What a reference points at.
    pub fn target(&self) -> Option<Target> {
        match self {
            Field::Known(FieldDef { kind: FieldKind::Ref(target), .. }) => Some(*target),
            _ => None,
        }
    }

    /// The values a choice may take.
    pub fn options(&self) -> &'static [&'static str] {
        match self {
            Field::Known(def) => def.kind.options(),
            Field::Defined(_) | Field::Custom(_) => &[],
        }
    }

    /// The values of a fixed set with what they are called, of custom fields too.
    pub fn choices(&self) -> Vec<Choice<'_>> {
        match self {
            Field::Defined(definition) => {
                let options = definition.options.iter();
                options
                    .map(|option| Choice {
                        value: &option.value,
                        label: option.label.as_str().into(),
                        retired: option.retired,
                    })
                    .collect()
            }
            _ => {
                let options = self.options().iter();
                options
                    .map(|value| Choice { value, label: value.replace('_', " ").into(), retired: false })
                    .collect()
            }
        }
    }

    /// The type of a defined custom field.
    pub fn defined_type(&self) -> Option<FieldType> {
        match self {
            Field::Defined(definition) => Some(definition.field_type),
            Field::Known(_) | Field::Custom(_) => None,
        }
    }

    /// Every record has it.
    pub fn is_always_there(&self) -> bool {
        let always = [
            "archived",
            "created_at",
            "updated_at",
            "email_status",
            "phone_status",
            "status",
            "email_consent",
            "phone_consent",
        ];
        self.is_count() || always.contains(&self.key())
    }

    /// Counts of things that happen: nothing counted yet is none, not unknown.
    pub fn is_count(&self) -> bool {
        matches!(self.key(), "contact_count" | "open_lead_count" | "emails_sent_30d" | "calls_30d")
    }
}

/// Every field of an entity that can be filtered by and is known beforehand, in the order forms show them.
pub fn known(entity: Entity) -> Vec<Field> {
    fields(entity).iter().chain(extra(entity)).map(Field::Known).collect()
}

/// The known key nearest to one that does not exist, for a hint.
pub fn nearest(entity: Entity, key: &str) -> Option<&'static str> {
    // Nothing near a whole page of text is worth looking for.
    let key = (key.len() <= 60).then_some(key)?;
    let distance = |def: &FieldDef| strsim::damerau_levenshtein(def.key, key);
    let best = fields(entity).iter().chain(extra(entity)).min_by_key(|def| distance(def))?;
    (distance(best) <= 1 + key.len() / 4).then_some(best.key)
}

/// What lists show of a record besides its fields.
const fn extra(entity: Entity) -> &'static [FieldDef] {
    match entity {
        Entity::Contact => CONTACT_EXTRA,
        Entity::Account => ACCOUNT_EXTRA,
    }
}

static CONTACT_EXTRA: &[FieldDef] = &[
    of_list(Entity::Contact, Group::Company, "account_name", "Company name", FieldKind::Text),
    of_list(Entity::Contact, Group::Company, "account_domain", "Company domain", FieldKind::Domain),
    of_list(Entity::Contact, Group::Reach, "email_domain", "Email domain", FieldKind::Domain),
    of_list(Entity::Contact, Group::Record, "archived", "Archived", FieldKind::Bool),
];

static ACCOUNT_EXTRA: &[FieldDef] =
    &[of_list(Entity::Account, Group::Record, "archived", "Archived", FieldKind::Bool)];

const fn of_list(
    entity: Entity,
    group: Group,
    key: &'static str,
    label: &'static str,
    kind: FieldKind,
) -> FieldDef {
    FieldDef {
        key,
        label,
        entity,
        kind,
        group,
        personal: false,
        writable: false,
        unique: false,
        required: false,
        sortable: false,
        aliases: &[],
    }
}

impl ValueType {
    pub const fn name(self) -> &'static str {
        match self {
            ValueType::Text => "text",
            ValueType::Choice => "choice",
            ValueType::Country => "country",
            ValueType::Number => "number",
            ValueType::Money => "money",
            ValueType::Date => "date",
            ValueType::DateTime => "datetime",
            ValueType::Bool => "yes/no",
            ValueType::List => "list",
            ValueType::User => "user",
            ValueType::Reference => "reference",
            ValueType::Custom => "custom",
        }
    }
}
