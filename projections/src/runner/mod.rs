//! Projections and the workers that keep them up to date.
//!
//! A projection is a function from batches of the log to rows. Its worker locks the checkpoint, reads what follows it,
//! writes the rows and moves the checkpoint in one transaction, so a batch takes effect exactly once whatever dies
//! when. What a projection cannot apply stops it visibly; it is never passed over in silence.

pub mod checkpoint;
pub mod feed;
pub mod opened;
pub mod outside;
pub mod parking;
pub(crate) mod pending_lists;
pub mod positions;
mod supervise;
pub mod worker;

use std::time::Duration;

use async_trait::async_trait;
use pivotal_log::error::{LogError, is_connection_error};
use pivotal_log::reader::{Entry, Interest};
use sqlx::PgConnection;

use crate::audience::search::port::IndexError;

pub use opened::Opened;
pub use outside::Outside;
pub use supervise::{Running, Workers};

/// Schema of the tables in use.
pub const LIVE: &str = "read";
/// Schema of tables that are being rebuilt.
pub const NEXT: &str = "read_next";

/// What a projection is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spec {
    /// Name of its checkpoint, its doorbell and its row on the System page.
    pub name: &'static str,
    /// Raised when the rows would come out differently: a running system then rebuilds it.
    pub version: i32,
    /// Its tables in schema `read`, written by nobody else.
    pub tables: &'static [&'static str],
    /// What it reads of the log.
    pub interest: Interest,
}

/// Where a batch is to be written.
#[derive(Debug)]
pub struct Target<'a> {
    /// Inside the transaction that also moves the checkpoint.
    pub connection: &'a mut PgConnection,
    /// [`LIVE`] or [`NEXT`]; statements name their tables with it.
    pub schema: &'static str,
    /// The tables of a rebuild have nothing but their primary key at first: looking anything up by another column
    /// would read them whole. [`Projection::settle`] makes up for what was left out.
    pub unindexed: bool,
}

/// How a worker shares out its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Entries one batch may hold. More are no faster in the database, and make people wait for their own writes.
    pub batch: i64,
    /// Rest between two batches, which somebody who waits for their own write ends. For what is costly to commit.
    pub rest: Duration,
    /// The rest while somebody writes in bulk: what every batch costs is then paid less often. Ended like the other.
    pub long_rest: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Pace { batch: 1_000, rest: Duration::ZERO, long_rest: Duration::from_millis(100) }
    }
}

/// Turns the log into rows. `apply` must depend on nothing but the log and its own tables: no clock, no randomness, no
/// other projection's rows. Only then does a rebuild give the same rows.
#[async_trait]
pub trait Projection: Send + Sync + 'static {
    fn spec(&self) -> Spec;

    /// Whether the entry is to be read with its personal parts. Fetching keys and decrypting costs more than all else
    /// about reading, so who does not need them says so.
    fn reads_personal(&self, _entry: &Entry) -> bool {
        true
    }

    /// How its worker shares out its work.
    fn pace(&self) -> Pace {
        Pace::default()
    }

    /// What it keeps outside the database, if it does.
    fn outside(&self) -> Option<&dyn Outside> {
        None
    }

    /// Called once in a rebuild, when the first pass over the log is done and before the indexes are made.
    async fn settle(&self, _target: &mut Target<'_>) -> Result<(), ApplyError> {
        Ok(())
    }

    /// Applies a batch. All of it counts or nothing does.
    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError>;
}

/// Why a batch was not applied.
#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    /// An entry that this version of the projection cannot make sense of.
    #[error("{name} at position {position} cannot be applied: {reason}")]
    Entry { position: i64, name: String, reason: String },
    #[error("the database refused the rows: {0}")]
    Database(#[from] sqlx::Error),
    #[error("the log cannot be read: {}", chain(.0))]
    Log(#[from] LogError),
    #[error(transparent)]
    Index(#[from] IndexError),
}

impl ApplyError {
    /// Whether trying the same again later can help, as opposed to the entry being at fault.
    pub fn is_passing(&self) -> bool {
        match self {
            ApplyError::Entry { .. } => false,
            ApplyError::Database(error)
            | ApplyError::Log(LogError::Database(error) | LogError::Unavailable(error)) => is_passing(error),
            ApplyError::Log(LogError::Stopped) => true,
            ApplyError::Index(error) => error.is_passing(),
            ApplyError::Log(_) => false,
        }
    }
}

/// The message of an error and of all that caused it, for a screen and the process's log; nobody is named in it.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(error) = next {
        text.push_str(": ");
        text.push_str(&error.to_string());
        next = error.source();
    }
    pivotal_log::masked::masked(&text)
}

/// The server or the moment is at fault, not the statement.
pub(crate) fn is_passing(error: &sqlx::Error) -> bool {
    // 40: deadlock and serialisation; 53: out of disk, memory or connections; 55P03: lock timeout; 57014: cancelled.
    let by_code =
        |code: &str| code.starts_with("40") || code.starts_with("53") || code == "55P03" || code == "57014";
    is_connection_error(error)
        || error.as_database_error().and_then(|db| db.code()).is_some_and(|code| by_code(&code))
}
