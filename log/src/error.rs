//! What can go wrong with the log, told apart by what the caller should do.

use serde_json::Value;

#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// Somebody else changed the aggregate since it was loaded. Reload and decide again.
    #[error("the record was changed by somebody else in the meantime")]
    Conflict,
    /// A unique value belongs to another record; `scope` names which.
    #[error("the value for {scope} is taken by another record")]
    Claimed { scope: String },
    /// The idempotency key was used before: this is the answer it got then.
    #[error("this request was carried out before")]
    Repeated(Box<Repeated>),
    /// The database cannot be reached. Whether the request was written shows when it is sent again with its
    /// idempotency key, or when the record is loaded.
    #[error("the database cannot be reached")]
    Unavailable(#[source] sqlx::Error),
    /// A stored event cannot be read by this version.
    #[error("event {event_type} of {aggregate_type} {aggregate_id} #{sequence} cannot be read")]
    Unreadable {
        aggregate_type: String,
        aggregate_id: String,
        sequence: i64,
        event_type: String,
        #[source]
        source: serde_json::Error,
    },
    #[error("a sealed value cannot be opened: {0}")]
    Seal(&'static str),
    #[error("the event log failed")]
    Database(#[from] sqlx::Error),
    #[error("an event cannot be written as JSON")]
    Encode(#[from] serde_json::Error),
    #[error("the appender has stopped")]
    Stopped,
}

impl LogError {
    /// Whether the event is one this version has no name for, as opposed to one it knows and cannot read.
    pub fn is_unknown_event(&self) -> bool {
        match self {
            // serde has no other way to tell; a variant unknown further down has another name.
            LogError::Unreadable { event_type, source, .. } => {
                source.to_string().starts_with(&format!("unknown variant `{event_type}`"))
            }
            _ => false,
        }
    }
}

/// What an earlier request with the same idempotency key got.
#[derive(Debug, Clone)]
pub struct Repeated {
    pub key: String,
    pub result: Value,
    pub position: i64,
    /// False when the key was used for a different request: the caller made a mistake.
    pub same_request: bool,
}

/// Whether an error means that the connection, not the request, is at fault.
pub fn is_connection_error(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::Protocol(_) => true,
        // 57P01..57P03: shutdown, crash shutdown, starting up; 08xxx: connection exceptions.
        sqlx::Error::Database(db) => {
            db.code().is_some_and(|code| code.starts_with("57P") || code.starts_with("08"))
        }
        _ => false,
    }
}
