//! Lists of records: what they are, how many are in each, and who was in it from when until when.
//!
//! Members follow their records: who is merged into another stands there as that one, and comes back when the merge is undone; who
//! is erased leaves.

pub mod condition;
mod intervals;
pub mod members;
pub mod project;
pub mod query;
pub mod story;
pub mod used_by;

use pivotal_domain::audience::lists::facts::{LIST_CHANGE_UNDONE, LIST_RECORDS_ADDED, LIST_RECORDS_REMOVED};
use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "lists",
    version: 1,
    tables: &["lists", "list_counts", "list_members"],
    interest: Interest {
        aggregates: &["list", "contact", "account"],
        facts: &[LIST_RECORDS_ADDED, LIST_RECORDS_REMOVED, LIST_CHANGE_UNDONE],
    },
};
