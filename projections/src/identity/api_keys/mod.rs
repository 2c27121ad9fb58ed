//! API keys, as the list shows them.

pub mod project;
pub mod query;
mod rows;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "api_keys",
    version: 1,
    tables: &["api_keys"],
    interest: Interest { aggregates: &["api_key"], facts: &[] },
};
