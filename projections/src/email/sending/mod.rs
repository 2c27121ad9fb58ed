//! The ledger of campaigns by mail, as people see it: who is in the audience, and what became of each.

pub mod figures;
pub mod left_out;
pub mod project;
pub mod query;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "email_recipients",
    version: 1,
    tables: &["email_recipients", "email_campaign_counts", "email_takes"],
    interest: Interest {
        aggregates: &["campaign"],
        facts: &["campaign_audience_taken", "email_outcomes_recorded"],
    },
};
