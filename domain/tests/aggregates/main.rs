//! Whatever is asked of an aggregate in whatever order: it never panics, and its events alone tell all of its state.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests: a panic with a line number is what they should give"
)]

mod accounts;
mod contacts;
mod values;
