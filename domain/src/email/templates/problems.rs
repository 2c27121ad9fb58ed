//! What is wrong with a template, or could be better: what, where, and the way out.

use serde::Serialize;

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It is not saved.
    Error,
    /// It can be saved, and must be mended before it is sent to anybody.
    Warning,
    /// Worth a look.
    Hint,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Subject,
    Preheader,
    Body,
    Text,
}

impl Part {
    /// As an input calls it.
    pub const fn field(self) -> &'static str {
        match self {
            Part::Subject => "subject",
            Part::Preheader => "preheader",
            Part::Body => "mjml",
            Part::Text => "text",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub severity: Severity,
    pub code: &'static str,
    pub part: Part,
    /// Counted from 1; of the whole part when there is none.
    pub line: Option<usize>,
    /// A sentence without the line.
    pub message: String,
}

impl Problem {
    pub fn new(severity: Severity, code: &'static str, part: Part, message: impl Into<String>) -> Self {
        Problem { severity, code, part, line: None, message: message.into() }
    }

    pub fn error(code: &'static str, part: Part, message: impl Into<String>) -> Self {
        Problem::new(Severity::Error, code, part, message)
    }

    pub fn warning(code: &'static str, part: Part, message: impl Into<String>) -> Self {
        Problem::new(Severity::Warning, code, part, message)
    }

    pub fn hint(code: &'static str, part: Part, message: impl Into<String>) -> Self {
        Problem::new(Severity::Hint, code, part, message)
    }

    pub fn at(self, line: usize) -> Self {
        Problem { line: Some(line), ..self }
    }

    /// For whoever reads it away from the editor.
    pub fn sentence(&self) -> String {
        match self.line {
            Some(line) => format!("Line {line}: {}", self.message),
            None => self.message.clone(),
        }
    }
}
