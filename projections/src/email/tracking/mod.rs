//! What became of each mail that left, and how many of what: by campaign, variant, hour and link.

pub mod hits;
pub mod message;
pub mod project;
pub mod query;
mod rows;
mod tallies;

use pivotal_domain::email::sending::facts::EMAIL_OUTCOMES_RECORDED;
use pivotal_domain::email::tracking::facts::{EMAIL_HITS_JUDGED, EMAIL_SIGNALS_RECORDED};
use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "email_responses",
    version: 1,
    tables: &[
        "email_messages",
        "email_hits",
        "email_response_counts",
        "email_response_hours",
        "email_link_counts",
    ],
    interest: Interest {
        aggregates: &[],
        facts: &[EMAIL_OUTCOMES_RECORDED, EMAIL_SIGNALS_RECORDED, EMAIL_HITS_JUDGED],
    },
};
