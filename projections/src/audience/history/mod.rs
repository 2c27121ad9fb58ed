//! Who changed what, when and from where: one narrow row per event, rendered with the values that stand in the log.

pub mod changes;
pub mod handful;
pub mod port;
pub mod project;
pub mod query;
pub mod render;
pub mod story;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

/// Covers every aggregate there is: the history of a record and the activity of everybody are two views of it.
pub const SPEC: Spec = Spec {
    name: "history",
    version: 1,
    tables: &["history"],
    interest: Interest {
        aggregates: &[
            "contact",
            "account",
            "import",
            "user",
            "client",
            "team",
            "saved_view",
            "segment",
            "list",
            "task",
            "note",
            "invitation",
            "api_key",
        ],
        facts: &[],
    },
};
