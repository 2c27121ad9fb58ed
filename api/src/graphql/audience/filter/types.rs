//! Fields, operators, mistakes and suggestions as the API shows them.

use async_graphql::{Enum, Json, SimpleObject};
use pivotal_domain::audience::fields::catalogue::Target;
use pivotal_domain::audience::filter::error::FilterError;
use pivotal_domain::audience::filter::field::{Choice, Field, ValueType};
use pivotal_domain::audience::filter::operator::{Operator, Takes};
use pivotal_projections::audience::filter::suggest::Suggestion;
use serde_json::Value;

/// What a field's values are like, which decides its operators and how its value is entered.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ValueType")]
pub enum FilterValueType {
    Text,
    /// One of the options.
    Choice,
    /// A country: its two-letter code, or its name.
    Country,
    /// A whole number; of a custom field one with a fraction too.
    Number,
    /// {"amount": "1000000", "currency": "USD"}.
    Money,
    Date,
    DateTime,
    Bool,
    /// Several texts.
    List,
    /// Several records, by their ids: what a record belongs to. See target.
    References,
    /// A user's id, "me", or whatever a file called the owner.
    User,
    /// The id of another record: see target.
    Reference,
    /// A custom field that nobody defined: text, or a number where the operator compares.
    Custom,
}

/// The shape of the value an operator is given.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Takes")]
pub enum FilterTakes {
    /// No value.
    Nothing,
    One,
    /// A list of up to 5,000.
    Many,
    /// {"from": .., "to": ..}, both ends included.
    Range,
    /// A whole number of days.
    Days,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Target")]
pub enum FilterTarget {
    Account,
    Contact,
    Client,
    Team,
    Import,
    List,
    Segment,
    DomainSet,
    Campaign,
}

#[derive(Debug, SimpleObject)]
pub struct FilterOperator {
    /// What stands under op.
    pub name: &'static str,
    /// As a form calls it.
    pub label: &'static str,
    pub takes: FilterTakes,
}

/// A field that can be filtered by.
#[derive(Debug, SimpleObject)]
pub struct FilterField {
    pub key: String,
    pub label: String,
    /// Heading it stands under.
    pub group: &'static str,
    #[graphql(name = "type")]
    pub value_type: FilterValueType,
    /// The same as fieldCatalogue's kind, custom for a custom field that nobody defined: finer than the type, as email or phone.
    pub kind: &'static str,
    pub operators: Vec<FilterOperator>,
    /// The values a choice may take.
    pub options: Vec<String>,
    /// The same with what each is called; of a custom choice the label may be another than the value.
    pub choices: Vec<FieldChoice>,
    /// What a reference points at.
    pub target: Option<FilterTarget>,
    /// Whether records may be without it; if not, is_empty finds none.
    pub nullable: bool,
    /// Whether filterSuggestions has any for it.
    pub suggestions: bool,
}

impl From<Field> for FilterField {
    fn from(field: Field) -> Self {
        let value_type = field.value_type();
        let (group, kind) = match field.bare() {
            Field::Known(def) => (def.group.label(), def.kind.name()),
            Field::Defined(definition) => (CUSTOM_GROUP, definition.field_type.name()),
            Field::Custom(_) | Field::OfAccount(_) => (CUSTOM_GROUP, "custom"),
            Field::Membership(membership) => (membership.group, "refs"),
        };
        let group = if let Field::OfAccount(_) = field { ACCOUNT_GROUP } else { group };
        FilterField {
            label: field.label(),
            group,
            value_type: value_type.into(),
            kind,
            operators: Operator::of(value_type)
                .iter()
                .map(|operator| FilterOperator::from(*operator))
                .collect(),
            options: field.choices().iter().map(|choice| choice.value.to_owned()).collect(),
            choices: field.choices().into_iter().map(FieldChoice::from).collect(),
            target: field.target().map(FilterTarget::from),
            nullable: !field.is_always_there(),
            suggestions: matches!(
                value_type,
                ValueType::Text
                    | ValueType::Choice
                    | ValueType::Country
                    | ValueType::List
                    | ValueType::User
                    | ValueType::Reference
                    | ValueType::References
                    | ValueType::Custom
            ),
            key: field.key().to_owned(),
        }
    }
}

/// One value of a choice.
#[derive(Debug, Clone, SimpleObject)]
pub struct FieldChoice {
    /// As records hold it and filters name it.
    pub value: String,
    /// As people read it.
    pub label: String,
    /// Not offered any more; records that hold it keep it.
    pub retired: bool,
}

impl From<Choice<'_>> for FieldChoice {
    fn from(choice: Choice<'_>) -> Self {
        let Choice { value, label, retired } = choice;
        FieldChoice { value: value.to_owned(), label: label.into_owned(), retired }
    }
}

/// Custom fields stand under a heading of their own.
pub const CUSTOM_GROUP: &str = "Custom fields";

/// All fields of a contact's company stand under one heading.
const ACCOUNT_GROUP: &str = "Fields of the company";

impl From<Operator> for FilterOperator {
    fn from(operator: Operator) -> Self {
        FilterOperator { name: operator.name(), label: operator.label(), takes: operator.takes().into() }
    }
}

/// One mistake of a filter.
#[derive(Debug, SimpleObject)]
pub struct FilterMistake {
    /// Which condition or group: any[1].all[0]; empty for the filter as a whole.
    pub path: String,
    pub code: &'static str,
    pub field: Option<String>,
    pub operator: Option<String>,
    /// The wrong value, cut at 80 characters.
    pub value: Option<String>,
    pub message: String,
}

impl From<FilterError> for FilterMistake {
    fn from(error: FilterError) -> Self {
        FilterMistake {
            path: error.path,
            code: error.code.code(),
            field: error.field,
            operator: error.operator,
            value: error.value,
            message: error.message,
        }
    }
}

/// Whether a filter can be asked.
#[derive(Debug, SimpleObject)]
pub struct FilterCheck {
    pub valid: bool,
    /// All mistakes, the first 20 of them.
    pub errors: Vec<FilterMistake>,
    /// What the filter says, in words; null while it has mistakes.
    pub sentence: Option<String>,
    /// The filter as it is kept: countries as codes, choices in their spelling, texts trimmed. Null while it has mistakes.
    pub normalized: Option<Json<Value>>,
}

/// A value to choose.
#[derive(Debug, SimpleObject)]
pub struct FilterSuggestion {
    /// As a filter takes it.
    pub value: String,
    /// As people read it.
    pub label: String,
    /// How many of the records looked at have it; a hint, no total. Null where nothing was counted.
    pub seen: Option<i64>,
}

impl From<Suggestion> for FilterSuggestion {
    fn from(suggestion: Suggestion) -> Self {
        let Suggestion { value, label, seen } = suggestion;
        FilterSuggestion { value, label, seen }
    }
}
