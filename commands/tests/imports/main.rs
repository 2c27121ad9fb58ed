//! Imports on a real log with a real worker: every row ends as exactly one outcome, whatever the file holds.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod bad_files;
mod erasing;
mod matching;
mod mending;
mod phones;
mod previews;
mod resuming;
mod supplied;
mod support;
mod undoing;
