//! Invitations, as the list shows them.

pub mod project;
pub mod query;
mod rows;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "invitations",
    version: 1,
    tables: &["invitations"],
    interest: Interest { aggregates: &["invitation"], facts: &[] },
};
