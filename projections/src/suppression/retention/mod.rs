//! Rules of retention, what dry runs found and what runs deleted, as people see them; and which contacts are old.

pub mod names;
pub mod old_contacts;
pub mod project;
pub mod query;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "retention",
    version: 1,
    tables: &["retention_rules", "retention_dry_runs", "retention_runs"],
    interest: Interest { aggregates: &["retention_rules"], facts: &[] },
};
