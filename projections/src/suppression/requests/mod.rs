//! Requests for access and erasure: the register, in the order in which they are due.

pub mod audiences;
pub mod people;
pub mod project;
pub mod query;
pub mod story;
pub mod timeline;
pub mod waits;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "privacy_requests",
    version: 1,
    tables: &["privacy_requests"],
    interest: Interest { aggregates: &["privacy_request"], facts: &[] },
};
