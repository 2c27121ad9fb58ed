//! The face from outside: a real router on a real port over a real database.

// The types of the GraphQL schema and of its futures are nested deeper than the compiler expects.
#![recursion_limit = "256"]
#![expect(clippy::unwrap_used, reason = "in tests a panic with a line number is what a failure should give")]

mod account_pages;
mod api_keys;
mod auth;
mod bad_input;
mod binary;
mod bulk;
mod client_restrictions;
mod clients;
mod codes;
mod compliance_on_records;
mod connections;
mod consents;
mod custom_fields;
mod documents;
mod domain_sets;
mod doors;
mod duplicates;
mod email_verification;
mod enrichment;
mod erasure;
mod exports;
mod filters;
mod frame;
mod garbage;
mod import_steps;
mod importing;
mod imports;
mod invitations;
mod mailbox;
mod notification_mail;
mod notifications;
mod oidc;
mod own_access;
mod passwords;
mod phone_lookups;
mod policy;
mod provenance;
mod providers;
mod rate_limits;
mod reach;
mod records;
mod requests;
mod retention;
mod sample_data;
mod sample_files;
mod saved_views;
mod scope;
mod search;
mod second_factor;
mod security_headers;
mod security_idor;
mod security_sessions;
mod security_stolen;
mod socket;
mod support;
mod suppressions;
mod survivorship;
mod timeline;
mod units;
mod work;
mod work_on_records;
mod workbook;
