//! Senders and brands, as their list and pages show them.

pub mod project;
pub mod query;
mod rows;
pub mod story;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "email_senders",
    version: 1,
    tables: &["email_senders", "email_brands"],
    interest: Interest { aggregates: &["sender_profile", "email_brand"], facts: &[] },
};
