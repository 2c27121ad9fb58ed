//! Statements about people's consent: the register, what counts of them, and what is told of them on contacts.

pub mod of_contact;
pub mod of_contacts;
mod people;
pub mod project;
pub mod query;
pub mod story;
pub mod timeline;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

/// Reads contacts too: what was said of one that is merged counts for the other, and of an erased one nothing is shown.
pub const SPEC: Spec = Spec {
    name: "consents",
    version: 1,
    tables: &["consents", "consent_merges", "consent_erased"],
    interest: Interest { aggregates: &["consent", "contact"], facts: &[] },
};
