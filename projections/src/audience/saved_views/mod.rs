//! Saved views, by name.

pub mod project;
pub mod query;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "saved_views",
    version: 1,
    tables: &["saved_views"],
    interest: Interest { aggregates: &["saved_view"], facts: &[] },
};
