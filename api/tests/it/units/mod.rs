//! Parts of the crate by themselves. They stand here and not beside the code, so that the crate is not compiled a second time for
//! them. A file is named after the one it tests.

mod cli_import_progress;
mod cli_import_rules;
mod config;
mod config_source;
mod errors;
mod graphql_limits;
mod http_connection;
mod http_web_app;
mod policy_document;
mod policy_rate_limits;
mod providers;
mod qr;
mod seed_consents;
mod seed_domain_sets;
mod seed_people;
mod seed_requests;
mod seed_supplied;
mod seed_suppressions;
mod seed_twins;
