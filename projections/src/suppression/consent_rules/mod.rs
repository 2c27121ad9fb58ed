//! The rules of consent by country, as lists and filters ask them.

pub mod project;
pub mod query;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "consent_rules",
    version: 1,
    tables: &["consent_rules"],
    interest: Interest { aggregates: &["consent_rules"], facts: &[] },
};
