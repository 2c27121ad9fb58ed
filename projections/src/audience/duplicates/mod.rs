//! Likely duplicates: the finder's steps, the queue that people review, and what they said about pairs.
//!
//! The pairs themselves follow from the records and can be found again at any time, so they stand with the jobs that find them;
//! what people said follows from the log and is a read model like any other.

pub mod file;
pub mod finder;
pub mod project;
pub mod query;
pub mod records;

use pivotal_domain::audience::duplicates::facts::{DUPLICATE_DISMISSED, DUPLICATE_REOPENED};
use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "duplicates",
    version: 1,
    tables: &["duplicate_dismissals"],
    interest: Interest { aggregates: &[], facts: &[DUPLICATE_DISMISSED, DUPLICATE_REOPENED] },
};
