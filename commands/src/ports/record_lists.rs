//! Lists as their viewers see them, read whole. Commands know no read models; the adapter reads them.

use std::collections::HashSet;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use futures::stream::BoxStream;
use pivotal_domain::audience::exports::list::{ListFilter, ListSort};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::vocabulary::Vocabulary;
use pivotal_domain::identity::actor::Actor;
use serde_json::Value;
use uuid::Uuid;

/// A list and who asks for it: the rows are what this actor may see, no more.
#[derive(Debug, Clone)]
pub struct ListAsked {
    pub actor: Actor,
    pub entity: Entity,
    pub filter: ListFilter,
    pub sort: ListSort,
    /// Values wanted of each row, in order: `exports::columns` in the domain says which there are.
    pub keys: Vec<String>,
    /// By which custom fields in the filter are compared.
    pub vocabulary: Vocabulary,
    /// What "today" means in the filter.
    pub asked_at: DateTime<Utc>,
}

/// Rows, each with its values in the order of the keys; null where there is none.
pub type Rows = Vec<Vec<Value>>;

/// All rows of one moment.
pub struct ListRead {
    pub total: u64,
    pub as_of: DateTime<Utc>,
    /// Position of the log up to which the rows are folded.
    pub position: i64,
    pub pages: BoxStream<'static, Result<Rows, ListError>>,
}

/// The same, of ids alone.
pub struct IdsRead {
    pub total: u64,
    /// Position of the log up to which the list is folded.
    pub position: i64,
    pub pages: BoxStream<'static, Result<Vec<Uuid>, ListError>>,
}

#[derive(Debug, thiserror::Error)]
pub enum ListError {
    /// The list cannot be asked for like this, now or later.
    #[error("{0}")]
    Refused(String),
    #[error("the lists do not show yet what is in the log")]
    Behind,
    #[error("the lists cannot be read")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// The port. Adapter: `pivotal-infra`.
#[async_trait]
pub trait RecordLists: Send + Sync {
    /// Everything that was in the log before the call is in the rows.
    async fn open(&self, asked: ListAsked) -> Result<ListRead, ListError>;

    /// The records alone, in the list's order. The keys mean nothing here.
    async fn ids(&self, asked: ListAsked) -> Result<IdsRead, ListError>;

    /// Of these records, the members of a list, as far as the read models have seen. Nobody, where nothing is read.
    async fn members(&self, _list: Uuid, _records: &[Uuid]) -> Result<HashSet<Uuid>, ListError> {
        Ok(HashSet::new())
    }
}

/// For tests: the same rows for whoever asks.
#[derive(Debug, Clone, Default)]
pub struct FixedList {
    pub rows: Rows,
}

#[async_trait]
impl RecordLists for FixedList {
    async fn open(&self, asked: ListAsked) -> Result<ListRead, ListError> {
        use futures::StreamExt;
        let pages: Vec<_> = self.rows.chunks(100).map(|rows| Ok(rows.to_vec())).collect();
        Ok(ListRead {
            total: self.rows.len() as u64,
            as_of: asked.asked_at,
            position: 0,
            pages: futures::stream::iter(pages).boxed(),
        })
    }

    /// The first value of each row.
    async fn ids(&self, _asked: ListAsked) -> Result<IdsRead, ListError> {
        use futures::StreamExt;
        let id = |row: &Vec<Value>| row.first()?.as_str()?.parse().ok();
        let pages: Vec<_> =
            self.rows.chunks(100).map(|rows| Ok(rows.iter().filter_map(id).collect())).collect();
        let pages = futures::stream::iter(pages).boxed();
        Ok(IdsRead { total: self.rows.len() as u64, position: 0, pages })
    }
}
