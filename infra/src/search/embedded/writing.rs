//! An index opened for writing. Memory for it is held only while there is something to write.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use pivotal_projections::audience::search::port::{Changes, Stamp};
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy, NoMergePolicy};
use tantivy::{Index, IndexWriter, TantivyError};

use super::reading::Payload;
use super::schema::Layout;

/// For people at work; the least there is.
const SMALL: usize = 15 << 20;
/// For catching up.
const LARGE: usize = 64 << 20;
/// From so many documents on.
const MANY: usize = 1_000;
/// How long the words of an erased person may stay in parts of the index that are in use otherwise, at most.
const PURGE_AFTER: Duration = Duration::from_secs(300);

pub struct Writing {
    pub folder: PathBuf,
    writer: IndexWriter,
    memory: usize,
    payload: Payload,
    purge_since: Option<Instant>,
    pub used: Instant,
}

impl Writing {
    pub fn open(folder: &Path, documents: usize) -> Result<Self, TantivyError> {
        let memory = if documents >= MANY { LARGE } else { SMALL };
        let index = Index::open_in_dir(folder)?;
        let payload = payload(&index)?;
        let writer = writer(&index, memory)?;
        let policy = LogMergePolicy::default();
        writer.set_merge_policy(Box::new(policy));
        let purge_since = payload.purge.then(Instant::now);
        Ok(Writing { folder: folder.to_owned(), writer, memory, payload, purge_since, used: Instant::now() })
    }

    /// Whether it has the memory for so many documents.
    pub fn is_enough_for(&self, documents: usize) -> bool {
        self.memory >= LARGE || documents < MANY
    }

    /// All of it and the position in one commit.
    pub fn write(&mut self, layout: &Layout, changes: &Changes, position: i64) -> Result<(), TantivyError> {
        self.used = Instant::now();
        for id in changes.put.iter().map(|document| document.id).chain(changes.forget.iter().copied()) {
            self.writer.delete_term(layout.id(id));
        }
        for document in &changes.put {
            self.writer.add_document(layout.document(document))?;
        }
        if !changes.forget.is_empty() {
            self.payload.purge = true;
            self.purge_since.get_or_insert_with(Instant::now);
        }
        self.payload.stamp.position = position;
        commit(&mut self.writer, self.payload)?;
        self.used = Instant::now();
        Ok(())
    }

    pub fn is_purge_overdue(&self) -> bool {
        self.purge_since.is_some_and(|since| since.elapsed() > PURGE_AFTER)
    }

    /// Ends writing, and purges if somebody was erased.
    pub fn close(self) -> Result<(), TantivyError> {
        let purge = self.payload.purge;
        self.writer.wait_merging_threads()?;
        if purge { purge_deleted(&self.folder) } else { Ok(()) }
    }
}

/// Writes every part of the index that holds deleted documents anew, without them, and deletes the old files. Deleting
/// alone only marks: the words would stay on the disk until the part happens to be merged.
pub fn purge_deleted(folder: &Path) -> Result<(), TantivyError> {
    let index = Index::open_in_dir(folder)?;
    let mut payload = payload(&index)?;
    let mut writer = writer(&index, SMALL)?;
    writer.set_merge_policy(Box::new(NoMergePolicy));
    for segment in index.searchable_segment_metas()?.iter().filter(|segment| segment.has_deletes()) {
        writer.merge(&[segment.id()]).wait()?;
    }
    payload.purge = false;
    commit(&mut writer, payload)?;
    writer.garbage_collect_files().wait()?;
    writer.wait_merging_threads()
}

/// A new index without documents.
pub fn create(folder: &Path, layout: &Layout, stamp: Stamp) -> Result<(), TantivyError> {
    let index = Index::create_in_dir(folder, layout.schema.clone())?;
    let mut writer = writer(&index, SMALL)?;
    commit(&mut writer, Payload { stamp, purge: false })?;
    writer.wait_merging_threads()
}

fn writer(index: &Index, memory: usize) -> Result<IndexWriter, TantivyError> {
    let options = IndexWriterOptions::builder()
        .memory_budget_per_thread(memory)
        .num_worker_threads(1)
        .num_merge_threads(1)
        .build();
    index.writer_with_options(options)
}

fn commit(writer: &mut IndexWriter, payload: Payload) -> Result<(), TantivyError> {
    let payload =
        serde_json::to_string(&payload).map_err(|error| TantivyError::InternalError(error.to_string()))?;
    let mut commit = writer.prepare_commit()?;
    commit.set_payload(&payload);
    commit.commit().map(|_| ())
}

fn payload(index: &Index) -> Result<Payload, TantivyError> {
    let meta = index.load_metas()?;
    meta.payload
        .and_then(|payload| serde_json::from_str(&payload).ok())
        .ok_or_else(|| TantivyError::InternalError("the index carries no position of the log".into()))
}
