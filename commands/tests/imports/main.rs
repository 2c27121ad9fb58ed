//! Imports on a real log with a real worker: every row ends as exactly one outcome, whatever the file holds.

mod bad_files;
mod matching;
mod resuming;
mod support;
