//! What each person is told of: the catalogue of the domain, applied to the log.

mod desk;
pub mod mail;
pub mod names;
pub mod project;
pub mod query;

use pivotal_domain::identity::notifications::reads::{AGGREGATES, FACTS};
use pivotal_log::reader::Interest;

use crate::runner::Spec;

/// Raised when the catalogue tells something else of what has happened already.
pub const SPEC: Spec = Spec {
    name: "notifications",
    version: 4,
    tables: &["notifications", "notification_inboxes", "notification_tallies"],
    interest: Interest { aggregates: &AGGREGATES, facts: &FACTS },
};

/// Nobody looks further back.
pub const KEPT_DAYS: i32 = 90;
/// Of one person.
pub const KEPT_MOST: i64 = 500;
