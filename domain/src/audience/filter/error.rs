//! What is wrong with a filter, so that a form can show it beside the condition and a person can mend it.

use super::limits;
use crate::audience::values::text;

/// Characters of a wrong value that a message repeats.
const SHOWN_MAX: usize = 80;

/// One mistake.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct FilterError {
    /// Where: `any[1].all[0]`; empty for the filter as a whole.
    pub path: String,
    pub field: Option<String>,
    pub operator: Option<String>,
    /// The wrong value, cut at 80 characters.
    pub value: Option<String>,
    pub code: Code,
    pub message: String,
}

/// Part of the API: never change a name, only add.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    Shape,
    Version,
    TooDeep,
    TooManyConditions,
    TooManyValues,
    EmptyGroup,
    UnknownField,
    FieldArchived,
    UnknownOperator,
    OperatorForType,
    ValueMissing,
    ValueType,
    ValueUnknown,
    TextTooLong,
    RangeBackwards,
}

impl Code {
    pub const fn code(self) -> &'static str {
        match self {
            Code::Shape => "FILTER_SHAPE",
            Code::Version => "FILTER_VERSION",
            Code::TooDeep => "FILTER_TOO_DEEP",
            Code::TooManyConditions => "FILTER_TOO_MANY_CONDITIONS",
            Code::TooManyValues => "FILTER_TOO_MANY_VALUES",
            Code::EmptyGroup => "FILTER_EMPTY_GROUP",
            Code::UnknownField => "FILTER_UNKNOWN_FIELD",
            Code::FieldArchived => "FILTER_FIELD_ARCHIVED",
            Code::UnknownOperator => "FILTER_UNKNOWN_OPERATOR",
            Code::OperatorForType => "FILTER_OPERATOR_FOR_TYPE",
            Code::ValueMissing => "FILTER_VALUE_MISSING",
            Code::ValueType => "FILTER_VALUE_TYPE",
            Code::ValueUnknown => "FILTER_VALUE_UNKNOWN",
            Code::TextTooLong => "FILTER_TEXT_TOO_LONG",
            Code::RangeBackwards => "FILTER_RANGE_BACKWARDS",
        }
    }
}

/// Every mistake of a filter, the first [`limits::ERRORS_MAX`] of them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join(" "))]
pub struct FilterErrors(pub Vec<FilterError>);

/// A mistake whose place is not known yet.
#[derive(Debug)]
pub(super) struct Mistake {
    pub code: Code,
    pub value: Option<String>,
    /// A sentence or two: what is wrong, and the way out.
    pub message: String,
}

impl Mistake {
    pub fn new(code: Code, message: impl Into<String>) -> Mistake {
        Mistake { code, value: None, message: message.into() }
    }

    /// About this value of the JSON.
    pub fn about(code: Code, value: &serde_json::Value, message: impl Into<String>) -> Mistake {
        Mistake { code, value: Some(shown(value)), message: message.into() }
    }
}

/// A value as a message repeats it: texts without their quotes.
pub(super) fn shown(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(held) => text::cut(held, SHOWN_MAX),
        // A long list must not be written out to be cut afterwards.
        serde_json::Value::Array(items) if items.len() > limits::ERRORS_MAX => {
            format!("a list of {}", items.len())
        }
        other => text::cut(&other.to_string(), SHOWN_MAX),
    }
}
