//! Accounts, contacts, imports.

pub mod accounts;
pub mod bulk;
pub mod catalogue;
pub mod contacts;
pub mod custom_fields;
pub mod exports;
pub mod filter;
pub mod history;
pub mod imports;
pub mod provenance;
pub mod record;
pub mod saved_views;
pub mod search;
