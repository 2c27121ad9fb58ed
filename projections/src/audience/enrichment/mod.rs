//! Suggested industries: what waits for a person, the surest first, and what was said to the rest.

pub mod project;
pub mod query;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "industry_suggestions",
    version: 1,
    tables: &["industry_suggestions"],
    interest: Interest { aggregates: &["industry_suggestion"], facts: &[] },
};
