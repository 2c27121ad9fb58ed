//! Raw text (a form, the API, a cell of a file) to normalised values, or an error a person can act on.

use super::catalogue::FieldDef;
use super::value::FieldValue;
use crate::audience::values::country::Country;
use chrono::NaiveDate;

/// What a value means may depend on where it came from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ParseContext {
    /// For phone numbers written without `+`.
    pub default_country: Option<Country>,
    /// For dates and years that must not lie in the future; without it the limit is the year 2100.
    pub today: Option<NaiveDate>,
}

/// The outcome of parsing one raw value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parsed {
    /// `None`: the raw text was empty, so there is nothing to write.
    pub value: Option<FieldValue>,
    /// Values of other fields of the same record that this one implies (a phone's E.164 form and extension).
    /// They fill only keys that the record does not set itself.
    pub extra: Vec<(&'static str, FieldValue)>,
}

/// Why a raw value was refused. The message names the field, the value and the way out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct FieldError {
    pub field: String,
    /// The raw value, cut at 80 characters.
    pub value: String,
    /// Constant and machine-readable, e.g. `email_syntax`.
    pub code: &'static str,
    pub message: String,
}

/// Parses `raw` as a value of `def`.
pub fn parse(_def: &FieldDef, raw: &str, _ctx: &ParseContext) -> Result<Parsed, FieldError> {
    // The kinds follow in the next commits; until then every text passes as it is.
    let text = raw.trim();
    Ok(Parsed {
        value: (!text.is_empty()).then(|| FieldValue::from(text)),
        extra: Vec::new(),
    })
}
