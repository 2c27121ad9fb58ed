//! The shared inbox of replies to campaigns.

pub mod project;
pub mod query;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "email_replies",
    version: 1,
    tables: &["email_replies"],
    interest: Interest { aggregates: &["email_reply", "contact"], facts: &[] },
};
