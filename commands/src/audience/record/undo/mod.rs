//! Taking back: one change of one record (`compensation`), or a whole piece of work on many of them, chunk by chunk as it was
//! done (an import, a bulk change), and looking at what that would do.

pub mod around;
pub mod ask;
pub mod chunk;
pub mod compensation;
pub mod consents;
pub mod lists;
pub mod read;
pub mod rows;
pub mod run;
pub mod suggestions;

use cqrs_es::Aggregate;
use pivotal_domain::audience::record::previews::Previews;
use pivotal_domain::audience::record::undo::ChunkTakenBack;
use pivotal_domain::audience::record::undo::origin::Origin;
use pivotal_domain::audience::record::undo::state::{UndoCommand, Undoing};
use pivotal_domain::log::personal::LoggedEvent;
use serde_json::Value;
use uuid::Uuid;

use crate::error::CommandError;
use crate::execute::Guarded;
use crate::jobs::kinds::Kind;

/// Records that can be chosen one by one; beyond that, all.
pub const MOST_CHOSEN: usize = 1_000;

/// Refused with words and a code of each kind of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoRefusal {
    /// Nobody looked, or the look's time is over.
    NoPreview,
    /// There is nothing to cancel.
    NotUndoing,
    TooManyChosen,
}

/// A piece of work that can be taken back: done chunk by chunk, each chunk's fact last in the append of its records, and
/// everything it did correlated with its id.
pub trait Undoable: Aggregate<Event: LoggedEvent> + Guarded + Clone + Send + Sync + 'static {
    /// The event behind which its chunks begin.
    const STARTED: &'static str;
    /// The fact at the end of each chunk.
    const CHUNK_RAN: &'static str;
    /// The fact of a chunk that was taken back, and its version.
    const CHUNK_UNDONE: (&'static str, &'static str);
    /// Of the job that takes it back, and of the one that looks.
    const KIND: Kind;

    fn origin(id: Uuid) -> Origin;
    /// Its page in the web app.
    fn link(id: Uuid) -> String;
    fn title(&self) -> String;
    fn undoing(&self) -> &Undoing;
    fn previews(&self) -> &Previews;
    fn decide_undo(&self, command: UndoCommand) -> Result<Vec<Self::Event>, CommandError>;
    /// Whether what others linked to its records since can matter.
    fn minds_links(&self) -> bool;
    fn refused(refusal: UndoRefusal) -> CommandError;
    fn chunk_undone(id: Uuid, chunk: ChunkTakenBack) -> Result<Value, CommandError>;
    fn read_chunk_undone(payload: &str) -> Result<ChunkTakenBack, CommandError>;
}
