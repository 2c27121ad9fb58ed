//! An index opened for reading, as of its last commit.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use pivotal_projections::audience::search::port::Stamp;
use serde::{Deserialize, Serialize};
use tantivy::columnar::Column;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, Index, IndexReader, ReloadPolicy, Searcher, SegmentReader, TERMINATED, TantivyError};
use uuid::Uuid;

use super::schema::{HASH, HIGH, LOW, Layout};

/// What a commit carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payload {
    pub stamp: Stamp,
    /// Somebody was erased, and parts of the index may still hold their words.
    #[serde(default)]
    pub purge: bool,
}

pub struct Reading {
    pub folder: PathBuf,
    pub index: Index,
    reader: IndexReader,
    seen: Option<Commit>,
}

impl Reading {
    pub fn open(folder: &Path) -> Result<Self, TantivyError> {
        let index = Index::open_in_dir(folder)?;
        let seen = committed(folder);
        // No thread that watches files: whoever asks looks whether there is something newer.
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Reading { folder: folder.to_owned(), index, reader, seen })
    }

    /// Of the newest commit, whichever process made it.
    pub fn searcher(&mut self) -> Result<Searcher, TantivyError> {
        let now = committed(&self.folder);
        if now != self.seen {
            self.reader.reload()?;
            self.seen = now;
        }
        Ok(self.reader.searcher())
    }

    pub fn payload(&self) -> Result<Option<Payload>, TantivyError> {
        let meta = self.index.load_metas()?;
        Ok(meta.payload.and_then(|payload| serde_json::from_str(&payload).ok()))
    }
}

/// Tells two commits apart: each writes the file anew. The time alone does not, clocks of file systems are coarse.
type Commit = (i64, i64, u64, u64);

fn committed(folder: &Path) -> Option<Commit> {
    let meta = std::fs::metadata(folder.join("meta.json")).ok()?;
    Some((meta.mtime(), meta.mtime_nsec(), meta.ino(), meta.len()))
}

/// The ids of a segment's documents.
pub struct Ids {
    high: Column<u64>,
    low: Column<u64>,
}

pub fn ids_of(segment: &SegmentReader) -> Result<Ids, TantivyError> {
    let columns = segment.fast_fields();
    Ok(Ids { high: columns.u64(HIGH)?, low: columns.u64(LOW)? })
}

impl Ids {
    pub fn of(&self, document: u32) -> Uuid {
        let part = |column: &Column<u64>| column.first(document).unwrap_or_default();
        Uuid::from_u64_pair(part(&self.high), part(&self.low))
    }
}

/// Every document with its hash.
pub fn contents(searcher: &Searcher) -> Result<Vec<(Uuid, u64)>, TantivyError> {
    let mut all = Vec::new();
    for segment in searcher.segment_readers() {
        let (ids, hashes) = (ids_of(segment)?, segment.fast_fields().u64(HASH)?);
        let documents = segment.doc_ids_alive();
        all.extend(documents.map(|at| (ids.of(at), hashes.first(at).unwrap_or_default())));
    }
    Ok(all)
}

/// The contacts of these accounts.
pub fn members(searcher: &Searcher, layout: &Layout, accounts: &[Uuid]) -> Result<Vec<Uuid>, TantivyError> {
    let mut found = Vec::new();
    for segment in searcher.segment_readers() {
        let ids = ids_of(segment)?;
        for account in accounts {
            let term = layout.account(*account);
            let inverted = segment.inverted_index(term.field())?;
            let Some(mut postings) = inverted.read_postings(&term, IndexRecordOption::Basic)? else {
                continue;
            };
            let mut at = postings.doc();
            while at != TERMINATED {
                if !segment.is_deleted(at) {
                    found.push(ids.of(at));
                }
                at = postings.advance();
            }
        }
    }
    Ok(found)
}
