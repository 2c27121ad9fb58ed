//! One binary for all of infra's tests against real servers: each test binary links the world.
#![allow(clippy::unwrap_used, reason = "a failing test should panic where it failed")]

mod blob_store;
mod email_providers;
mod email_verification;
mod embedded_postgres;
mod imap;
mod industry_model;
mod rabbitmq;
mod search;
mod segment_keeper;
mod senders;
mod smtp;
mod support;
mod telnyx;
