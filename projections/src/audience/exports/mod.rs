//! Exports as their list shows them, and the rows an export is made of.

pub mod project;
pub mod query;
pub mod read;
mod record;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "exports",
    version: 1,
    tables: &["exports"],
    interest: Interest { aggregates: &["export"], facts: &[] },
};
