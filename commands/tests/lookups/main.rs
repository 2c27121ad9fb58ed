//! Runs of carrier look-ups against a service that answers as written down: nothing here asks a network or costs money.
#![allow(clippy::unwrap_used, reason = "a failing test should panic where it failed")]

mod running;
mod stopping;
mod support;
