//! The fields a filter can speak of: those of the catalogue, a few that only lists have, custom ones, what a record belongs
//! to, and all of these of a contact's company.

use std::borrow::Cow;
use std::sync::Arc;

use super::membership::{self, Membership};
use super::vocabulary::Vocabulary;
use crate::audience::custom_fields::definition::{Definition, FieldType};
use crate::audience::engagement::derived::Counted;
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
    /// What it belongs to.
    Membership(&'static Membership),
    /// A field of a contact's company.
    OfAccount(Arc<OfAccount>),
}

/// A field of an account as contacts are asked for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfAccount {
    /// `account.industry`.
    key: String,
    /// As accounts have it.
    pub field: Field,
}

/// Before the key of an account's field where contacts are asked for it.
pub const ACCOUNT_PREFIX: &str = "account.";

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
    /// Several records, by their ids.
    References,
    /// A user, or whatever a file called the owner.
    User,
    /// Another record, by its id.
    Reference,
    /// Text that may be a number.
    Custom,
}

impl Field {
    /// A field of this key. Custom ones are of their definition where there is one, archived ones too.
    pub fn named_in(entity: Entity, key: &str, vocabulary: &Vocabulary) -> Option<Field> {
        if let Some(of_account) = key.strip_prefix(ACCOUNT_PREFIX)
            && entity == Entity::Contact
        {
            return Field::named_in(Entity::Account, of_account, vocabulary).map(Field::of_account);
        }
        if let Some(def) = known_def(entity, key) {
            return Some(Field::Known(def));
        }
        if let Some(membership) = membership::named(entity, key) {
            return Some(Field::Membership(membership));
        }
        custom_name(key)?;
        Some(match vocabulary.of(entity).get(key) {
            Some(definition) => Field::Defined(definition.clone()),
            None => Field::Custom(key.to_owned()),
        })
    }

    /// Where nobody knows the definitions: custom fields are texts that may be numbers.
    pub fn named(entity: Entity, key: &str) -> Option<Field> {
        Field::named_in(entity, key, &Vocabulary::none())
    }

    /// A field of an account as contacts are asked for it.
    pub fn of_account(field: Field) -> Field {
        Field::OfAccount(Arc::new(OfAccount { key: format!("{ACCOUNT_PREFIX}{}", field.key()), field }))
    }

    /// As the record has it whose field it is.
    pub fn bare(&self) -> &Field {
        match self {
            Field::OfAccount(of) => &of.field,
            Field::Known(_) | Field::Defined(_) | Field::Custom(_) | Field::Membership(_) => self,
        }
    }

    /// Whose field it is, asked of a record of this entity.
    pub fn whose(&self, entity: Entity) -> Entity {
        match self {
            Field::OfAccount(_) => Entity::Account,
            Field::Known(_) | Field::Defined(_) | Field::Custom(_) | Field::Membership(_) => entity,
        }
    }

    pub fn key(&self) -> &str {
        match self {
            Field::Known(def) => def.key,
            Field::Defined(definition) => &definition.key,
            Field::Custom(key) => key,
            Field::Membership(membership) => membership.key,
            Field::OfAccount(of) => &of.key,
        }
    }

    /// For people: `Job title`; of a custom field its name in words, of a company's field whose it is: `Company's industry`.
    pub fn label(&self) -> String {
        match self {
            Field::Known(def) => def.label.to_owned(),
            Field::Defined(definition) => definition.label.clone(),
            Field::Custom(key) => {
                let name = custom_name(key).unwrap_or(key).replace('_', " ");
                let mut letters = name.chars();
                letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
            }
            Field::Membership(membership) => membership.label.to_owned(),
            Field::OfAccount(of) => format!("Company's {}", of.own_words()),
        }
    }

    pub fn value_type(&self) -> ValueType {
        let def = match self {
            Field::Known(def) => def,
            Field::Defined(definition) => return definition.field_type.value_type(),
            Field::Custom(_) => return ValueType::Custom,
            Field::Membership(_) => return ValueType::References,
            Field::OfAccount(of) => return of.field.value_type(),
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
        match self.bare() {
            Field::Membership(membership) => Some(membership.target),
            Field::Known(FieldDef { kind: FieldKind::Ref(target), .. }) => Some(*target),
            _ => None,
        }
    }

    /// The values a choice may take.
    pub fn options(&self) -> &'static [&'static str] {
        match self.bare() {
            Field::Known(def) => def.kind.options(),
            _ => &[],
        }
    }

    /// The values of a fixed set with what they are called, of custom fields too.
    pub fn choices(&self) -> Vec<Choice<'_>> {
        match self.bare() {
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
        match self.bare() {
            Field::Defined(definition) => Some(definition.field_type),
            _ => None,
        }
    }

    /// The membership it asks for, of whichever record.
    pub fn membership(&self) -> Option<&'static Membership> {
        match self.bare() {
            Field::Membership(membership) => Some(membership),
            _ => None,
        }
    }

    /// Every record has it. Not every contact has a company.
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
        self.counted().is_some() || matches!(self.key(), "contact_count" | "open_lead_count")
    }

    /// What is counted of all that happened to a contact, at the moment of the question.
    pub fn counted(&self) -> Option<&'static Counted> {
        match self {
            Field::Known(def) => Counted::of(def.entity, def.key),
            Field::Defined(_) | Field::Custom(_) | Field::Membership(_) | Field::OfAccount(_) => None,
        }
    }
}

impl OfAccount {
    /// Its label behind "company's": without saying account or company once more, and small unless it is a name.
    pub(super) fn own_words(&self) -> String {
        let label = self.field.label();
        let words = ["Company ", "Account "].iter().find_map(|prefix| label.strip_prefix(prefix));
        small(words.unwrap_or(&label))
    }
}

/// Labels begin with a capital; within a sentence only names do.
pub(super) fn small(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() && !label.starts_with("LinkedIn") => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}

/// Every field of an entity's own that can be filtered by and is known beforehand, in the order forms show them.
pub fn known(entity: Entity) -> Vec<Field> {
    let defs = fields(entity).iter().chain(extra(entity)).map(Field::Known);
    defs.chain(membership::of(entity).map(Field::Membership)).collect()
}

/// The known key nearest to one that does not exist, for a hint.
pub fn nearest(entity: Entity, key: &str) -> Option<String> {
    // Nothing near a whole page of text is worth looking for.
    let key = (key.len() <= 60).then_some(key)?;
    if entity == Entity::Contact {
        let of_account = |key: &str| format!("{ACCOUNT_PREFIX}{key}");
        if let Some(rest) = key.strip_prefix(ACCOUNT_PREFIX) {
            return nearest(Entity::Account, rest).map(|near| of_account(&near));
        }
        // A field of the company, asked for as if the contact had it.
        if known_def(Entity::Account, key).is_some() {
            return Some(of_account(key));
        }
    }
    let keys = fields(entity).iter().chain(extra(entity)).map(|def| def.key);
    let distance = |known: &str| strsim::damerau_levenshtein(known, key);
    let best = keys.chain(membership::of(entity).map(|one| one.key)).min_by_key(|known| distance(known))?;
    (distance(best) <= 1 + key.len() / 4).then(|| best.to_owned())
}

fn known_def(entity: Entity, key: &str) -> Option<&'static FieldDef> {
    catalogue::field(entity, key).or_else(|| extra(entity).iter().find(|def| def.key == key))
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
            ValueType::References => "references",
            ValueType::User => "user",
            ValueType::Reference => "reference",
            ValueType::Custom => "custom",
        }
    }
}
