//! Tests of the read side on a real Postgres; `TEST_DATABASE_URL` says where.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod accounts;
mod bulk;
mod campaigns;
mod consents;
mod contact_activity;
mod contacts;
mod converted;
mod email_engagement;
mod email_figures;
mod email_recipients;
mod email_replies;
mod email_responses;
mod email_snippets;
mod email_templates;
mod email_timelines;
mod engagement;
mod feed;
mod filter;
mod freshness;
mod history;
mod identity;
mod imports;
mod list_members;
mod lists;
mod notifications;
mod rebuild;
mod relay;
mod requests;
mod restrictions;
mod retention;
mod runner;
mod search;
mod senders;
mod status;
mod support;
mod suppressions;
mod units;
mod verify;
mod work;
