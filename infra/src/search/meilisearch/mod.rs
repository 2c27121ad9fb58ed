//! Meilisearch as the index: for installations of several machines.
//!
//! Two indexes, `<prefix>_live` and `<prefix>_next`. The position of the log is a document of the index itself, written
//! in one task with the documents of its batch: Meilisearch carries out a task whole or not at all. The batch counts
//! once the task has succeeded; a task that failed, or was lost in a restart, is a batch that is applied again.

mod documents;
mod settings;
mod tasks;

use async_trait::async_trait;
use meilisearch_sdk::client::{Client, SwapIndexes};
use meilisearch_sdk::documents::DocumentsQuery;
use meilisearch_sdk::errors::ErrorCode;
use meilisearch_sdk::indexes::Index as MeiliIndex;
use meilisearch_sdk::search::{MatchingStrategies, Selectors};
use pivotal_domain::audience::search::question::Question;
use pivotal_projections::audience::search::port::{
    Changes, Contents, Found, Index, IndexError, SearchIndex, Sought, Stamp,
};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use uuid::Uuid;

use documents::{Record, STAMP, StampDocument, Written};
use tasks::{ask, ask_for, done, done_unless};

/// Documents read at once.
const PAGE: usize = 1_000;
/// Accounts asked about at once: they are part of the request.
const ACCOUNTS: usize = 200;
/// Meilisearch counts no further.
const COUNTED: i64 = 1_000;

#[derive(Debug, Clone)]
pub struct MeiliSettings {
    pub url: String,
    pub key: Option<SecretString>,
    /// Names of the two indexes begin with it: several installations may share a Meilisearch.
    pub prefix: String,
}

pub struct MeiliSearchIndex {
    client: Client,
    prefix: String,
}

#[derive(Debug, Deserialize)]
struct Id {
    id: String,
}

#[derive(Debug, Deserialize)]
struct Hashed {
    id: String,
    hash: Option<String>,
}

impl MeiliSearchIndex {
    /// Fails only when the key cannot be sent; whether Meilisearch is there shows when it is asked.
    pub fn new(settings: &MeiliSettings) -> Result<Self, IndexError> {
        let key = settings.key.as_ref().map(|key| key.expose_secret().to_owned());
        let client = Client::new(settings.url.trim_end_matches('/'), key).map_err(tasks::told)?;
        Ok(MeiliSearchIndex { client, prefix: settings.prefix.clone() })
    }

    fn index(&self, index: Index) -> MeiliIndex {
        self.client.index(self.name(index))
    }

    fn name(&self, index: Index) -> String {
        let which = match index {
            Index::Live => "live",
            Index::Next => "next",
        };
        format!("{}_{which}", self.prefix)
    }

    async fn stamp_document(&self, index: Index) -> Result<Option<StampDocument>, IndexError> {
        ask_for(self.index(index).get_document(STAMP)).await
    }

    async fn delete(&self, index: Index) -> Result<(), IndexError> {
        done_unless(&self.client, ErrorCode::IndexNotFound, self.client.delete_index(self.name(index))).await
    }

    async fn make(&self, index: Index) -> Result<(), IndexError> {
        let made = self.client.create_index(self.name(index), Some("id"));
        done_unless(&self.client, ErrorCode::IndexAlreadyExists, made).await
    }

    async fn put(&self, index: Index, documents: &[Written]) -> Result<(), IndexError> {
        let index = self.index(index);
        done(&self.client, index.add_or_replace(documents, Some("id"))).await
    }

    /// Deletes, and looks whether they are gone: a person is erased only when nothing of them is left.
    async fn forget(&self, index: Index, ids: &[Uuid]) -> Result<(), IndexError> {
        let (of, ids) = (self.index(index), ids.iter().map(Uuid::to_string).collect::<Vec<_>>());
        done(&self.client, of.delete_documents(&ids)).await?;
        for id in &ids {
            if ask_for(of.get_document::<Id>(id)).await?.is_some() {
                return Err(IndexError::Unavailable(format!(
                    "Meilisearch still holds {id}, which was erased"
                )));
            }
        }
        Ok(())
    }
}

#[async_trait]
impl SearchIndex for MeiliSearchIndex {
    async fn stamp(&self, index: Index) -> Result<Option<Stamp>, IndexError> {
        let document = self.stamp_document(index).await?;
        let usable = |document: &StampDocument| index == Index::Live || !document.retired;
        Ok(document.filter(usable).map(|document| document.stamp))
    }

    async fn create(&self, index: Index, stamp: Stamp) -> Result<(), IndexError> {
        self.delete(index).await?;
        self.make(index).await?;
        let of = self.index(index);
        let settings = settings::settings();
        done(&self.client, of.set_settings(&settings)).await?;
        self.put(index, &[Written::Stamp(StampDocument::new(stamp, false))]).await
    }

    async fn write(&self, index: Index, changes: Changes, position: i64) -> Result<(), IndexError> {
        let stamp = self.stamp_document(index).await?.ok_or(IndexError::Missing)?.stamp;
        if !changes.forget.is_empty() {
            self.forget(index, &changes.forget).await?;
        }
        let mut documents: Vec<Written> =
            changes.put.iter().map(|document| Written::Record(Box::new(Record::of(document)))).collect();
        documents.push(Written::Stamp(StampDocument::new(Stamp { position, ..stamp }, false)));
        self.put(index, &documents).await
    }

    async fn members(&self, index: Index, accounts: &[Uuid]) -> Result<Vec<Uuid>, IndexError> {
        let of = self.index(index);
        let mut found = Vec::new();
        for accounts in accounts.chunks(ACCOUNTS) {
            let quoted: Vec<String> = accounts.iter().map(|account| format!("\"{account}\"")).collect();
            let filter = format!("account IN [{}]", quoted.join(", "));
            let mut from = 0;
            loop {
                let mut query = DocumentsQuery::new(&of);
                query.with_filter(&filter).with_fields(["id"]).with_offset(from).with_limit(PAGE);
                let page = ask(query.execute::<Id>()).await?.results;
                found.extend(page.iter().filter_map(|document| document.id.parse::<Uuid>().ok()));
                from += PAGE;
                if page.len() < PAGE {
                    break;
                }
            }
        }
        Ok(found)
    }

    async fn swap(&self) -> Result<(), IndexError> {
        match self.stamp_document(Index::Live).await? {
            Some(live) => {
                self.put(Index::Live, &[Written::Stamp(StampDocument::new(live.stamp, true))]).await?
            }
            // There is none to swap with yet.
            None => self.make(Index::Live).await?,
        }
        let indexes = (self.name(Index::Live), self.name(Index::Next));
        done(&self.client, self.client.swap_indexes([&SwapIndexes { indexes, rename: None }])).await?;
        self.delete(Index::Next).await
    }

    async fn drop_next(&self) -> Result<(), IndexError> {
        self.delete(Index::Next).await
    }

    async fn contents(&self, index: Index, from: usize) -> Result<Contents, IndexError> {
        let of = self.index(index);
        let mut query = DocumentsQuery::new(&of);
        query.with_fields(["id", "hash"]).with_offset(from).with_limit(PAGE);
        let page = ask(query.execute::<Hashed>()).await?.results;
        let next = (page.len() == PAGE).then_some(from + PAGE);
        let hash = |document: &Hashed| u64::from_str_radix(document.hash.as_deref()?, 16).ok();
        let documents =
            page.iter().filter_map(|document| Some((document.id.parse().ok()?, hash(document)?))).collect();
        Ok(Contents { documents, next })
    }

    async fn find(&self, question: &Question, sought: Sought) -> Result<Found, IndexError> {
        let mut filter = format!("kind = \"{}\"", sought.kind.as_str());
        if !sought.archived {
            filter.push_str(" AND archived = false");
        }
        let text = match &question.digits {
            Some(digits) => digits.clone(),
            None => words(question),
        };
        let index = self.index(Index::Live);
        let mut query = index.search();
        query
            .with_query(&text)
            .with_filter(&filter)
            .with_limit(sought.first)
            .with_attributes_to_retrieve(Selectors::Some(&["id"]))
            .with_matching_strategy(MatchingStrategies::ALL);
        let results = ask(query.execute::<Id>()).await?;
        let total = results.estimated_total_hits.unwrap_or(results.hits.len()) as i64;
        let ids = results.hits.iter().filter_map(|hit| hit.result.id.parse().ok()).collect();
        Ok(Found { ids, total, more: total >= COUNTED })
    }
}

/// As plain words: quotes and hyphens mean something to Meilisearch, to people they do not.
fn words(question: &Question) -> String {
    let words = question.words.iter().map(|word| match word.parts.is_empty() {
        true => word.text.clone(),
        false => word.parts.join(" "),
    });
    words.collect::<Vec<_>>().join(" ")
}
