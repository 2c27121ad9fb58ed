//! What happened between us and contacts, one row each, as filters ask for it.
//!
//! Rows follow their contacts: who is merged into another brings theirs along and takes them back when the merge is undone; who is
//! erased loses them.

pub mod asked;
pub mod project;

use pivotal_domain::audience::engagement::facts::ENGAGEMENT_RECORDED;
use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "engagement",
    version: 1,
    tables: &["engagement"],
    interest: Interest { aggregates: &["contact"], facts: &[ENGAGEMENT_RECORDED] },
};
