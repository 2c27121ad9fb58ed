//! The audience: accounts and contacts, the fields they carry, the values those fields hold, and how files come in.

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
pub mod fields;
pub mod filter;
pub mod imports;
pub mod industries;
pub mod lists;
pub mod merge;
pub mod phone_validity;
pub mod provenance;
pub mod record;
pub mod saved_views;
pub mod search;
pub mod segments;
pub mod survivorship;
pub mod values;
