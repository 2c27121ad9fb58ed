//! Client organisations, as the list and the record page show them.

pub mod project;
pub mod query;
pub mod rows;
pub mod story;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "clients",
    version: 3,
    tables: &["clients"],
    interest: Interest { aggregates: &["client"], facts: &[] },
};
