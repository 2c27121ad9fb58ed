//! Use cases on accounts, contacts, lists of them, imports and exports.

pub mod accounts;
pub mod bulk;
pub mod contact_runs;
pub mod contacts;
pub mod custom_fields;
pub mod domain_sets;
pub mod duplicates;
pub mod email_verification;
pub mod engagement;
pub mod enrichment;
pub mod exports;
pub mod filter;
pub mod imports;
pub mod lists;
pub mod merge;
pub mod phone_validity;
pub mod record;
pub mod saved_views;
pub mod segments;
pub mod survivorship;
