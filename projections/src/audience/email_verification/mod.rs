//! Runs of email verification, and what became of each contact.

pub mod contacts;
pub mod project;
pub mod query;

use pivotal_domain::audience::email_verification::facts::{ASKED, ENDED, RAN};
use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "email_verifications",
    version: 1,
    tables: &["email_verifications", "email_verification_contacts"],
    interest: Interest { aggregates: &[], facts: &[ASKED, RAN, ENDED] },
};
