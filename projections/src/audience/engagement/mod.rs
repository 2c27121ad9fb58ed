//! What happened between us and contacts, one row each, as filters ask for it, and when something was last, a row for each contact.
//!
//! Rows follow their contacts: who is merged into another brings theirs along and takes them back when the merge is undone; who is
//! erased loses them.

mod activity;
pub mod asked;
pub(crate) mod counted;
pub mod project;
pub mod timeline;

use pivotal_domain::audience::engagement::facts::ENGAGEMENT_RECORDED;
use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "engagement",
    version: 2,
    tables: &["engagement", "contact_activity"],
    interest: Interest { aggregates: &["contact"], facts: &[ENGAGEMENT_RECORDED] },
};
