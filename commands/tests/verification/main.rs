//! Runs of email verification against hosts that behave as written down: nothing here asks a network.
#![allow(clippy::unwrap_used, reason = "a failing test should panic where it failed")]

mod hanging;
mod running;
mod support;
