//! The outside: adapters behind the ports of `commands` and `projections`.

pub mod audience_source;
pub mod audiences;
pub mod blob_store;
pub mod domain_set_matcher;
pub mod due_tasks;
pub mod duplicate_finder;
pub mod email_judge;
pub mod email_providers;
pub mod email_verification;
pub mod embedded_postgres;
pub mod imap;
pub mod industry_model;
pub mod mail;
pub mod notification_mail;
pub mod oidc;
pub mod outbound;
pub mod phone_validity;
pub mod public_address;
pub mod rabbitmq;
pub mod record_lists;
pub mod sample;
pub mod search;
pub mod segment_keeper;
pub mod sender_dns;
pub mod signing_certs;
pub mod test_figures;
