//! Runs of phone look-ups, and what became of each contact or account.

pub mod contacts;
pub mod project;
pub mod query;
pub mod says;

use pivotal_domain::audience::phone_validity::facts::{ASKED, ENDED, RAN};
use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "phone_lookups",
    version: 1,
    tables: &["phone_lookups", "phone_lookup_contacts"],
    interest: Interest { aggregates: &[], facts: &[ASKED, RAN, ENDED] },
};
