//! What happened between us and contacts, one row each, as filters ask for it, and when something was last, a row for each contact.
//!
//! Rows follow their contacts: who is merged into another brings theirs along and takes them back when the merge is undone; who is
//! erased loses them, and what is told of them later is not kept. What other systems tell and what our own mails tell is one kind of row.

mod activity;
pub mod asked;
pub(crate) mod counted;
pub mod project;
mod rows;
mod said;
pub mod timeline;
mod whose;

use pivotal_domain::audience::engagement::facts::ENGAGEMENT_RECORDED;
use pivotal_domain::email::sending::facts::EMAIL_OUTCOMES_RECORDED;
use pivotal_domain::email::tracking::facts::{EMAIL_HITS_JUDGED, EMAIL_SIGNALS_RECORDED};
use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "engagement",
    version: 3,
    tables: &["engagement", "engagement_merged", "contact_activity"],
    interest: Interest {
        aggregates: &["contact"],
        facts: &[ENGAGEMENT_RECORDED, EMAIL_OUTCOMES_RECORDED, EMAIL_SIGNALS_RECORDED, EMAIL_HITS_JUDGED],
    },
};
