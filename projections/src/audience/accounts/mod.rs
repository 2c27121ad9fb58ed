//! All accounts, as lists and record pages show them.

pub mod members;
pub mod people;
pub mod project;
pub mod query;
pub mod tree;

use std::sync::LazyLock;

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_log::reader::Interest;

use super::columns::{Layout, column};
use crate::runner::Spec;

/// Reads contacts too: an account's row counts them.
/// Raised when columns follow from what is in the log already.
pub const SPEC: Spec = Spec {
    name: "accounts",
    version: 2,
    tables: &["accounts", "account_members", "account_activity"],
    interest: Interest { aggregates: &["account", "contact"], facts: &[] },
};

/// Fields that change with other records stand in a side table, away from the searched text.
pub const ACTIVITY: &[&str] = &["contact_count", "open_lead_count", "last_activity_at", "last_campaign_at"];

const RECORD: &[&str] = &["created_at", "updated_at", "created_by", "source", "import"];

pub static LAYOUT: LazyLock<Layout> = LazyLock::new(|| {
    let elsewhere: Vec<&str> = ACTIVITY.iter().chain(RECORD).copied().collect();
    Layout::new(Entity::Account, "accounts", &elsewhere, &[column("name_key", "text")])
});
