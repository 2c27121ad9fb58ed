//! All contacts, as lists and record pages show them.

pub mod project;
pub mod query;
pub mod rows;
pub mod status;

use std::sync::LazyLock;

use pivotal_domain::audience::engagement::derived::COUNTED;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_log::reader::Interest;

use super::columns::{Layout, column};
use crate::runner::Spec;
use crate::suppression::{consents, suppressions};

/// Reads accounts too: a contact's row shows its company's name and domain.
/// Raised when columns follow from what is in the log already.
pub const SPEC: Spec = Spec {
    name: "contacts",
    version: 4,
    tables: &["contacts", "contact_accounts"],
    interest: Interest { aggregates: &["contact", "account"], facts: &[] },
};

/// Fields that change with every email and call stand in a side table, away from the searched text. Projection `engagement` writes it.
pub const ACTIVITY: &[&str] = &[
    "score",
    "last_emailed_at",
    "last_opened_at",
    "last_clicked_at",
    "last_replied_at",
    "last_called_at",
    "last_disposition",
    "last_activity_at",
];

/// Fields whose columns every record has, under these or other names.
const RECORD: &[&str] = &["account", "created_at", "updated_at", "created_by", "source", "import"];

pub static LAYOUT: LazyLock<Layout> = LazyLock::new(|| {
    let told = suppressions::of_contacts::FIELDS.iter().chain(consents::of_contacts::FIELDS);
    let counted = COUNTED.iter().map(|counted| counted.key);
    let elsewhere: Vec<&str> = ACTIVITY.iter().chain(RECORD).chain(told).copied().chain(counted).collect();
    let more = [
        column("account_id", "uuid"),
        column("account_name", "text"),
        column("account_domain", "text"),
        column("email_domain", "text"),
        column("email_registrable", "text"),
        column("email_set_at", "timestamptz"),
        column("full_name_key", "text"),
        column("job_title_key", "text"),
        column("account_name_key", "text"),
    ];
    Layout::new(Entity::Contact, "contacts", &elsewhere, &more)
});
