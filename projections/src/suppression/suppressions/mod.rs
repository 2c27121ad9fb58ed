//! Suppressions, also released ones, with what is told of them on contacts and accounts.

pub mod files;
pub mod of_contacts;
pub mod project;
pub mod query;
pub mod story;
pub mod timeline;

use pivotal_domain::suppression::suppressions::facts::FILE_READ;
use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "suppressions",
    version: 1,
    tables: &["suppressions", "suppression_files"],
    interest: Interest { aggregates: &["suppression"], facts: &[FILE_READ] },
};
