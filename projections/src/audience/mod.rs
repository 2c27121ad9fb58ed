//! Accounts and contacts as people see them, their history, and work done on many of them.

pub mod accounts;
pub mod bulk;
pub mod columns;
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
pub mod import_outcome;
pub mod imports;
pub mod list;
pub mod lists;
pub mod memberships;
pub mod phone_validity;
pub mod provenance;
pub mod record;
pub mod saved_views;
pub mod search;
pub mod segments;
pub mod undo;
pub mod values;
