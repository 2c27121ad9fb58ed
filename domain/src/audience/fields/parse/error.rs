//! Why a raw value was refused.

use std::borrow::Cow;
use std::fmt::Display;

use crate::audience::fields::catalogue::{Entity, FieldDef};
use crate::audience::values::text;

/// Longest value repeated in a message, in characters.
const SHOWN_MAX: usize = 80;

/// A refused value. The message names the field, the value and the way out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct FieldError {
    pub field: String,
    /// The raw value, cut at 80 characters.
    pub value: String,
    /// Constant and machine-readable, from [`super::super::codes`].
    pub code: &'static str,
    pub message: String,
}

/// What is wrong with a value, before it is known which field it was meant for.
#[derive(Debug)]
pub(super) struct Refusal {
    code: &'static str,
    /// Continues a sentence that starts with the value: "is not a known country".
    problem: Cow<'static, str>,
    way_out: &'static str,
}

impl Refusal {
    pub(super) fn new(
        code: &'static str,
        problem: impl Into<Cow<'static, str>>,
        way_out: &'static str,
    ) -> Refusal {
        Refusal { code, problem: problem.into(), way_out }
    }

    /// With the reason a value object gave.
    pub(super) fn why(
        code: &'static str,
        problem: &str,
        reason: impl Display,
        way_out: &'static str,
    ) -> Refusal {
        Refusal { code, problem: format!("{problem} ({reason})").into(), way_out }
    }

    pub(super) fn of(self, def: &FieldDef, raw: &str) -> FieldError {
        match def.entity {
            Entity::Contact => self.of_key(def.key, def.label, raw),
            Entity::Account => self.of_key(def.key, &format!("{} of the account", def.label), raw),
        }
    }

    pub(super) fn of_key(self, key: &str, label: &str, raw: &str) -> FieldError {
        let value = text::cut(raw, SHOWN_MAX);
        let message = format!("{label}: \"{value}\" {}. {}", self.problem, self.way_out);
        FieldError { field: key.to_owned(), value, code: self.code, message }
    }
}
