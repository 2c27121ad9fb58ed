//! What an index must be able to do. Adapters: an index inside this process, and Meilisearch.

use async_trait::async_trait;
use pivotal_domain::audience::search::Kind;
use pivotal_domain::audience::search::document::Document;
use pivotal_domain::audience::search::question::Question;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Index {
    /// The one that is asked.
    Live,
    /// The one that is being built to take its place.
    Next,
}

/// What of the log an index holds. It is kept with the index and changes together with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    pub epoch: Uuid,
    pub version: i32,
    pub position: i64,
}

/// What a batch of the log does to an index.
#[derive(Debug, Clone, Default)]
pub struct Changes {
    /// In the place of those with the same ids.
    pub put: Vec<Document>,
    /// Erased: nothing of them may be left, also in what was replaced before.
    pub forget: Vec<Uuid>,
}

/// The best answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    pub ids: Vec<Uuid>,
    /// How many there are; if `more`, at least so many.
    pub total: i64,
    pub more: bool,
}

/// An index over documents. One process writes at a time, which is the projection's affair; any number ask.
#[async_trait]
pub trait SearchIndex: Send + Sync + 'static {
    /// None: there is no such index.
    async fn stamp(&self, index: Index) -> Result<Option<Stamp>, IndexError>;

    /// Begins an empty one in the place of whatever there is.
    async fn create(&self, index: Index, stamp: Stamp) -> Result<(), IndexError>;

    /// Once it returns, everything is found and the stamp is at `position`; if it fails, the stamp has not moved, and
    /// writing the same again does no harm.
    async fn write(&self, index: Index, changes: Changes, position: i64) -> Result<(), IndexError>;

    /// The contacts of these accounts, in no particular order.
    async fn members(&self, index: Index, accounts: &[Uuid]) -> Result<Vec<Uuid>, IndexError>;

    /// Puts the next index in the place of the live one, which is deleted.
    async fn swap(&self) -> Result<(), IndexError>;

    async fn drop_next(&self) -> Result<(), IndexError>;

    /// Some of the documents with their hashes, beginning at a mark that an earlier answer gave, or 0.
    async fn contents(&self, index: Index, from: usize) -> Result<Contents, IndexError>;

    /// Records of a kind that answer the question, the best first.
    async fn find(&self, question: &Question, sought: Sought) -> Result<Found, IndexError>;
}

/// Which answers are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sought {
    pub kind: Kind,
    /// Archived ones too.
    pub archived: bool,
    pub first: usize,
}

/// A part of an index, for comparing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contents {
    pub documents: Vec<(Uuid, u64)>,
    /// Where it goes on.
    pub next: Option<usize>,
}

#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// The service is not there, or the disk is full: it passes.
    #[error("the search index cannot be reached: {0}")]
    Unavailable(String),
    #[error("the search index is being built and cannot be asked yet")]
    Missing,
    /// Written wrongly or damaged: only building it anew helps.
    #[error("the search index refused: {0}. If that stays so, build it anew: pivotal rebuild search")]
    Refused(String),
}

impl IndexError {
    pub fn is_passing(&self) -> bool {
        !matches!(self, IndexError::Refused(_))
    }
}
