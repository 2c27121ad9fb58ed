//! An index in memory that reads every document for every question: what the others are measured by in tests, and
//! what a process has that only prints its documents.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use pivotal_domain::audience::search::document::Document;
use pivotal_domain::audience::search::phone;
use pivotal_domain::audience::search::question::{Question, Word};
use uuid::Uuid;

use super::port::{Changes, Contents, Found, Index, IndexError, SearchIndex, Sought, Stamp};

#[derive(Debug, Default)]
pub struct MemoryIndex {
    held: Mutex<Held>,
}

#[derive(Debug, Default)]
struct Held {
    live: Option<Shelf>,
    next: Option<Shelf>,
}

#[derive(Debug)]
struct Shelf {
    stamp: Stamp,
    documents: BTreeMap<Uuid, Document>,
}

impl MemoryIndex {
    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// As after a crash that took the index with it.
    pub fn lose(&self) {
        *self.held() = Held::default();
    }
}

impl Held {
    fn shelf(&mut self, index: Index) -> &mut Option<Shelf> {
        match index {
            Index::Live => &mut self.live,
            Index::Next => &mut self.next,
        }
    }

    fn existing(&mut self, index: Index) -> Result<&mut Shelf, IndexError> {
        self.shelf(index).as_mut().ok_or(IndexError::Missing)
    }
}

#[async_trait]
impl SearchIndex for MemoryIndex {
    async fn stamp(&self, index: Index) -> Result<Option<Stamp>, IndexError> {
        Ok(self.held().shelf(index).as_ref().map(|shelf| shelf.stamp))
    }

    async fn create(&self, index: Index, stamp: Stamp) -> Result<(), IndexError> {
        *self.held().shelf(index) = Some(Shelf { stamp, documents: BTreeMap::new() });
        Ok(())
    }

    async fn write(&self, index: Index, changes: Changes, position: i64) -> Result<(), IndexError> {
        let mut held = self.held();
        let shelf = held.existing(index)?;
        for document in changes.put {
            shelf.documents.insert(document.id, document);
        }
        for id in changes.forget {
            shelf.documents.remove(&id);
        }
        shelf.stamp.position = position;
        Ok(())
    }

    async fn members(&self, index: Index, accounts: &[Uuid]) -> Result<Vec<Uuid>, IndexError> {
        let accounts: HashSet<Uuid> = accounts.iter().copied().collect();
        let mut held = self.held();
        let documents = held.existing(index)?.documents.values();
        let belongs =
            |document: &&Document| document.account.is_some_and(|account| accounts.contains(&account));
        Ok(documents.filter(belongs).map(|document| document.id).collect())
    }

    async fn swap(&self) -> Result<(), IndexError> {
        let mut held = self.held();
        let next = held.next.take().ok_or(IndexError::Missing)?;
        held.live = Some(next);
        Ok(())
    }

    async fn drop_next(&self) -> Result<(), IndexError> {
        self.held().next = None;
        Ok(())
    }

    async fn contents(&self, index: Index, _from: usize) -> Result<Contents, IndexError> {
        let mut held = self.held();
        let documents = held.existing(index)?.documents.values();
        Ok(Contents {
            documents: documents.map(|document| (document.id, document.hash())).collect(),
            next: None,
        })
    }

    async fn find(&self, question: &Question, sought: Sought) -> Result<Found, IndexError> {
        let mut held = self.held();
        let documents = held.existing(Index::Live)?.documents.values();
        let of_kind = documents
            .filter(|document| document.kind == sought.kind && (sought.archived || !document.archived));
        let mut scored: Vec<(u32, Uuid)> =
            of_kind.filter_map(|document| Some((score(question, document)?, document.id))).collect();
        scored.sort_unstable_by_key(|(score, id)| Reverse((*score, *id)));
        let total = scored.len() as i64;
        Ok(Found {
            ids: scored.into_iter().map(|(_, id)| id).take(sought.first).collect(),
            total,
            more: false,
        })
    }
}

/// How well a document answers a question to the letter; `None`: it does not.
pub fn score(question: &Question, document: &Document) -> Option<u32> {
    let of_words: Option<u32> = match question.words.is_empty() {
        true => None,
        false => question.words.iter().map(|word| score_word(word, document)).sum(),
    };
    let of_digits = question.digits.as_ref().and_then(|digits| {
        let end = phone::backwards(digits);
        let has = document.others.iter().any(|word| word.starts_with(digits) || word.starts_with(&end));
        has.then_some(6)
    });
    let whole = question.whole.iter().any(|whole| document.whole.contains(whole));
    of_words.max(of_digits).map(|score| if whole { score + 100 } else { score })
}

fn score_word(word: &Word, document: &Document) -> Option<u32> {
    let parts = match word.parts.is_empty() {
        true => None,
        false => word.parts.iter().map(|part| score_text(part, document)).min().flatten(),
    };
    score_text(&word.text, document).max(parts)
}

fn score_text(text: &str, document: &Document) -> Option<u32> {
    let fields = [(&document.name, 12, 8), (&document.addresses, 10, 6), (&document.others, 6, 3)];
    let exact =
        fields.iter().filter(|(words, ..)| words.iter().any(|word| word == text)).map(|(_, exact, _)| *exact);
    let begun: Vec<u32> = match Word::is_short(text) {
        true => [(&document.beginnings, 5), (&document.other_beginnings, 2)]
            .iter()
            .filter(|(words, _)| words.iter().any(|word| word == text))
            .map(|(_, score)| *score)
            .collect(),
        false => fields
            .iter()
            .filter(|(words, ..)| words.iter().any(|word| word.starts_with(text)))
            .map(|(.., begun)| *begun)
            .collect(),
    };
    exact.chain(begun).max()
}
