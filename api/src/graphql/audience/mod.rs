//! Accounts, contacts, lists of them, imports.

pub mod accounts;
pub mod bulk;
pub mod catalogue;
pub mod contacts;
pub mod custom_fields;
pub mod domain_sets;
pub mod duplicates;
pub mod email_verification;
pub mod engagement;
pub mod enrichment;
pub mod exports;
pub mod filter;
pub mod history;
pub mod imports;
pub mod lists;
pub mod memberships;
pub mod phone_validity;
pub mod provenance;
pub mod record;
pub mod saved_views;
pub mod search;
pub mod segments;
pub mod survivorship;
