//! Legal holds, also lifted ones, as the register and the records show them. What holds at once is the guard's to say.

pub mod project;
pub mod query;
pub mod timeline;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "legal_holds",
    version: 1,
    tables: &["legal_holds"],
    interest: Interest { aggregates: &["legal_hold"], facts: &[] },
};
