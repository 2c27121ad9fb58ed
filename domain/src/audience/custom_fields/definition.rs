//! What is said about one custom field.

use serde::{Deserialize, Serialize};

use crate::audience::fields::catalogue::Entity;
use crate::audience::fields::value::FieldValue;
use crate::audience::filter::field::ValueType;
use crate::audience::values::fold;

/// A custom field as it is defined. Its key never changes: values, filters and views name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    pub entity: Entity,
    /// The whole key, `custom.region`.
    pub key: String,
    /// As forms and lists call it.
    pub label: String,
    #[serde(rename = "type")]
    pub field_type: FieldType,
    /// Of a choice, in the order forms offer them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<FieldOption>,
    /// People must give it when they create a record, and cannot empty it. Files are not stopped by it: a row is only
    /// rejected for its keys.
    #[serde(default)]
    pub required: bool,
    /// Only one record may hold a value; guarded where values are written (`unique`).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unique: bool,
    /// What a new record gets when nobody says anything about the field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<FieldValue>,
    /// Offered nowhere any more; the values stay.
    #[serde(default)]
    pub archived: bool,
}

/// What the values are like. Fixed once defined: what records hold was read by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldType {
    Text,
    /// Whole or with a fraction.
    Number,
    Money,
    Date,
    #[serde(rename = "datetime")]
    DateTime,
    Bool,
    /// One of the options.
    Choice,
    /// Several of the options.
    Multi,
    Url,
    Email,
    Phone,
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldOption {
    /// What records hold: the first label, whatever it is called later.
    pub value: String,
    pub label: String,
    /// Not offered any more; records that hold it keep it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
}

impl FieldOption {
    pub fn named(label: &str) -> Self {
        FieldOption { value: label.to_owned(), label: label.to_owned(), retired: false }
    }
}

impl Definition {
    /// The option somebody means, by its label or value, whatever case, spaces and punctuation.
    pub fn option(&self, meant: &str) -> Option<&FieldOption> {
        let wanted = fold::key(meant);
        let exact = self.options.iter().find(|option| option.label == meant || option.value == meant);
        let by = |name: fn(&FieldOption) -> &str| {
            self.options.iter().find(|option| !wanted.is_empty() && fold::key(name(option)) == wanted)
        };
        exact.or_else(|| by(|option| &option.label)).or_else(|| by(|option| &option.value))
    }

    /// What a held value is called; a value that is no option stands for itself.
    pub fn label_of<'a>(&'a self, value: &'a str) -> &'a str {
        self.options.iter().find(|option| option.value == value).map_or(value, |option| &option.label)
    }

    pub fn offered(&self) -> impl Iterator<Item = &FieldOption> {
        self.options.iter().filter(|option| !option.retired)
    }
}

impl FieldType {
    pub const ALL: &[FieldType] = &[
        FieldType::Text,
        FieldType::Number,
        FieldType::Money,
        FieldType::Date,
        FieldType::DateTime,
        FieldType::Bool,
        FieldType::Choice,
        FieldType::Multi,
        FieldType::Url,
        FieldType::Email,
        FieldType::Phone,
    ];

    /// As the catalogue names the kinds of standard fields.
    pub const fn name(self) -> &'static str {
        match self {
            FieldType::Text => "text",
            FieldType::Number => "number",
            FieldType::Money => "money",
            FieldType::Date => "date",
            FieldType::DateTime => "datetime",
            FieldType::Bool => "bool",
            FieldType::Choice => "choice",
            FieldType::Multi => "multi",
            FieldType::Url => "url",
            FieldType::Email => "email",
            FieldType::Phone => "phone",
        }
    }

    pub fn named(name: &str) -> Option<FieldType> {
        FieldType::ALL.iter().find(|one| one.name() == name).copied()
    }

    pub const fn has_options(self) -> bool {
        matches!(self, FieldType::Choice | FieldType::Multi)
    }

    /// Whether a value can tell one record from all others.
    pub const fn can_be_unique(self) -> bool {
        match self {
            FieldType::Text
            | FieldType::Number
            | FieldType::Date
            | FieldType::DateTime
            | FieldType::Url
            | FieldType::Email
            | FieldType::Phone => true,
            FieldType::Money | FieldType::Bool | FieldType::Choice | FieldType::Multi => false,
        }
    }

    /// What can be asked of it in a filter.
    pub const fn value_type(self) -> ValueType {
        match self {
            FieldType::Text | FieldType::Url | FieldType::Email | FieldType::Phone => ValueType::Text,
            FieldType::Number => ValueType::Number,
            FieldType::Money => ValueType::Money,
            FieldType::Date => ValueType::Date,
            FieldType::DateTime => ValueType::DateTime,
            FieldType::Bool => ValueType::Bool,
            FieldType::Choice => ValueType::Choice,
            FieldType::Multi => ValueType::List,
        }
    }
}
