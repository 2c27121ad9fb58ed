//! Custom fields, by label.

pub mod project;
pub mod query;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "custom_fields",
    version: 1,
    tables: &["custom_fields"],
    interest: Interest { aggregates: &["custom_fields"], facts: &[] },
};
