//! Campaigns from their launch to a ledger that balances, through a provider that says what it is told to. Nothing here reaches anybody.
#![allow(clippy::unwrap_used, reason = "a failing test should panic where it failed")]

mod answers;
mod fencing;
mod keeping;
mod ledger;
mod meanwhile;
mod needing;
mod pacing;
mod pinning;
mod sending;
mod support;
mod taking;
mod told;
