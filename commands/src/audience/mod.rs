//! Use cases on accounts, contacts, imports and exports.

pub mod accounts;
pub mod bulk;
pub mod contacts;
pub mod custom_fields;
pub mod exports;
pub mod imports;
pub mod record;
pub mod saved_views;
