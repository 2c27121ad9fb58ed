//! Domain sets as their list and their pages show them. Reads events and facts together.

pub mod accounts;
pub mod condition;
pub mod contacts;
pub mod file;
pub mod items;
pub mod project;
pub mod query;
mod rows;
pub mod story;

use pivotal_domain::audience::domain_sets::facts::{ITEM_JUDGED, ITEM_RETRACTED, ITEMS_MATCHED, ITEMS_READ};
use pivotal_log::reader::Interest;

use crate::runner::Spec;

/// Raised when columns follow from what is in the log already.
pub const SPEC: Spec = Spec {
    name: "domain_sets",
    version: 2,
    tables: &["domain_sets", "domain_set_items", "domain_set_invalid", "domain_set_rejections"],
    interest: Interest {
        aggregates: &["domain_set"],
        facts: &[ITEMS_READ, ITEMS_MATCHED, ITEM_JUDGED, ITEM_RETRACTED],
    },
};
