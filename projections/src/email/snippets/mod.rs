//! Snippets: what each says now, and what it said after every save.

pub mod project;
pub mod query;
pub mod story;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "email_snippets",
    version: 1,
    tables: &["email_snippets", "email_snippet_versions"],
    interest: Interest { aggregates: &["email_snippet"], facts: &[] },
};
