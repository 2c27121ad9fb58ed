//! Teams, by name.

pub mod project;
pub mod query;
pub mod story;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "teams",
    version: 1,
    tables: &["teams"],
    interest: Interest { aggregates: &["team"], facts: &[] },
};
