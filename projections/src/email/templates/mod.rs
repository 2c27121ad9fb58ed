//! Email templates: their drafts, their versions, and where each stands on its way to being sent.

pub mod project;
pub mod query;
pub mod story;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "email_templates",
    version: 1,
    tables: &["email_templates", "email_template_versions"],
    interest: Interest { aggregates: &["email_template"], facts: &[] },
};
