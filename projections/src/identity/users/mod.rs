//! Users, as the list and the profile show them.

pub mod project;
pub mod query;
mod rows;

use pivotal_domain::identity::users::facts;
use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "users",
    version: 1,
    tables: &["users", "user_activity"],
    interest: Interest { aggregates: &["user"], facts: &[facts::LOGGED_IN] },
};
