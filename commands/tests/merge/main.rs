//! Merges on a real log: all of a merge or nothing, found by the old keys, and taken back whole.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod accounts;
mod contacts;
mod many;
mod support;
