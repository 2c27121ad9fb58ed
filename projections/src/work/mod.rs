//! Tasks and notes: lists, what stands on a record, and their part of its timeline.

pub mod notes;
pub mod project;
pub mod records;
pub mod tasks;
pub mod timeline;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

/// Reads contacts too, for the one event after which nothing is shown of what was written about them.
pub const SPEC: Spec = Spec {
    name: "work",
    version: 1,
    tables: &["tasks", "notes", "work_erased"],
    interest: Interest { aggregates: &["task", "note", "contact"], facts: &[] },
};
