//! What one can ask of a person's consent.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::channel::Channel;
use super::file::ProofFile;
use super::given::Typed;

#[derive(Debug, Clone, PartialEq)]
pub enum ConsentCommand {
    Record {
        at: DateTime<Utc>,
        contact: Uuid,
        /// Under which id it is known from now on.
        statement: Uuid,
        channel: Channel,
        typed: Typed,
        /// `ui`, `api`, ...
        source: String,
    },
    /// They said no, whatever was the basis until then.
    Withdraw {
        at: DateTime<Utc>,
        contact: Uuid,
        statement: Uuid,
        channel: Channel,
        withdrawn_at: DateTime<Utc>,
        /// How they said it: a reply, a call, a letter.
        origin: String,
        note: Option<String>,
        source: String,
    },
    AttachFile {
        at: DateTime<Utc>,
        contact: Uuid,
        statement: Uuid,
        file: ProofFile,
        source: String,
    },
    /// It was recorded by mistake: what was said before counts again.
    TakeBack {
        at: DateTime<Utc>,
        contact: Uuid,
        statement: Uuid,
        why: String,
        source: String,
    },
}
