//! The event log: one append function, one order, personal data sealed on the way in.
//!
//! Commands append through [`event_log::EventLog`], projections read by position through [`reader::LogReader`].
//! This crate knows no feature: what an event means is the business of `pivotal-domain`, what it looks like on a
//! screen that of `pivotal-projections`.

pub mod append;
mod append_call;
pub mod appender;
pub mod blind_index;
pub mod clock;
pub mod codec;
pub mod error;
pub mod event_log;
pub mod failpoint;
pub mod finder;
pub mod keys;
pub mod masked;
pub mod master_key;
pub mod pools;
pub mod reader;
pub mod repository;
pub mod seals;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
