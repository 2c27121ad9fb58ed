//! Use cases on accounts, contacts and imports.

pub mod accounts;
pub mod contacts;
pub mod imports;
pub mod record;
pub mod saved_views;
