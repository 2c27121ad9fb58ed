//! The log on a real Postgres: what is promised about order, loss, guards and personal data, promise by promise.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod append_only;
mod cancelled;
mod claims;
mod codec;
mod contract;
mod erasure;
mod finder;
mod groups;
mod idempotency;
mod lost_connection;
mod order;
mod pools;
mod seals;
mod support;
mod unchanged;
mod unknown_events;
mod upcasters;
