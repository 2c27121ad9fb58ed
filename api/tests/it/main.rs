//! The face from outside: a real router on a real port over a real database.

#![expect(clippy::unwrap_used, reason = "in tests a panic with a line number is what a failure should give")]

mod account_pages;
mod auth;
mod bad_input;
mod binary;
mod bulk;
mod codes;
mod custom_fields;
mod documents;
mod erasure;
mod exports;
mod filters;
mod frame;
mod garbage;
mod import_steps;
mod importing;
mod imports;
mod policy;
mod provenance;
mod reach;
mod records;
mod sample_data;
mod sample_files;
mod saved_views;
mod scope;
mod search;
mod socket;
mod support;
mod timeline;
mod workbook;
