//! Campaigns, their audience versions with who was in them, and the switch that stops all sending.

pub mod audience;
pub mod members;
pub mod project;
pub mod query;
mod rows;
pub mod story;

use pivotal_domain::campaigns::campaigns::facts::CAMPAIGN_AUDIENCE_TAKEN;
use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "campaigns",
    version: 1,
    tables: &["campaigns", "campaign_versions", "campaign_members", "sending_switch"],
    interest: Interest { aggregates: &["campaign", "sending_switch"], facts: &[CAMPAIGN_AUDIENCE_TAKEN] },
};
