//! Bulk changes on a real log with a real worker: every record ends as exactly one outcome, and never twice.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod changing;
mod consents;
mod lists;
mod meanwhile;
mod support;
mod undoing;
mod weighing;
