//! The index inside this process: tantivy in a folder below the state folder.
//!
//! One process of an installation writes it, which the projection sees to; others on the same machine read what it
//! has committed. Every commit carries the position of the log, so the two are one. Idle, it holds no memory for writing.

mod asking;
mod nearly;
mod place;
mod reading;
mod schema;
mod writing;

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use pivotal_domain::audience::search::question::Question;
use pivotal_projections::audience::search::port::{
    Changes, Contents, Found, Index, IndexError, SearchIndex, Sought, Stamp,
};
use tantivy::{Searcher, TantivyError};
use uuid::Uuid;

use place::Place;
use reading::Reading;
use schema::Layout;
use writing::Writing;

/// Without anything to write for so long, the writer and its memory go.
const IDLE: Duration = Duration::from_secs(5);

/// Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct EmbeddedIndex(Arc<Inner>);

struct Inner {
    place: Place,
    layout: Layout,
    live: Slot,
    next: Slot,
    idle: Duration,
}

#[derive(Default)]
struct Slot {
    reading: Mutex<Option<Reading>>,
    writing: Mutex<Option<Writing>>,
}

impl EmbeddedIndex {
    /// Below this folder, which is made when something is written.
    pub fn new(folder: &Path) -> Self {
        Self::with_idle(folder, IDLE)
    }

    pub fn with_idle(folder: &Path, idle: Duration) -> Self {
        let (live, next) = (Slot::default(), Slot::default());
        EmbeddedIndex(Arc::new(Inner { place: Place::new(folder), layout: Layout::new(), live, next, idle }))
    }

    /// Off the runtime's threads: files are read, and a large question takes its time.
    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Inner) -> Result<T, IndexError> + Send + 'static,
    ) -> Result<T, IndexError> {
        let inner = self.0.clone();
        match tokio::task::spawn_blocking(move || work(&inner)).await {
            Ok(done) => done,
            Err(error) => Err(IndexError::Refused(error.to_string())),
        }
    }

    /// Lets the writer go once nothing has been written for a while.
    fn rest_later(&self, index: Index) {
        let this = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(this.0.idle).await;
            let rested = this.run(move |inner| inner.rest(index)).await;
            if let Err(error) = rested {
                tracing::warn!(%error, "the search index could not be tidied up; the next write tries again");
            }
        });
    }
}

impl Inner {
    fn slot(&self, index: Index) -> &Slot {
        match index {
            Index::Live => &self.live,
            Index::Next => &self.next,
        }
    }

    /// With what is open for reading, opened anew when another folder is in use by now.
    fn read<T>(
        &self,
        index: Index,
        read: impl Fn(&mut Reading) -> Result<T, TantivyError>,
    ) -> Result<T, IndexError> {
        let mut tries = 0;
        loop {
            tries += 1;
            let folder = self.place.folder(index).map_err(unavailable)?.ok_or(IndexError::Missing)?;
            let mut open = lock(&self.slot(index).reading);
            let outcome = match open.take().filter(|open| open.folder == folder) {
                Some(open) => Ok(open),
                None => Reading::open(&folder),
            }
            .and_then(|mut reading| {
                let value = read(&mut reading)?;
                *open = Some(reading);
                Ok(value)
            });
            match outcome {
                Ok(value) => return Ok(value),
                // It was swapped between looking and opening.
                Err(_)
                    if tries < 3
                        && self.place.folder(index).map_err(unavailable)? != Some(folder.clone()) => {}
                Err(error) => return Err(told(error)),
            }
        }
    }

    fn searcher(&self, index: Index) -> Result<Searcher, IndexError> {
        self.read(index, Reading::searcher)
    }

    fn stamp(&self, index: Index) -> Result<Option<Stamp>, IndexError> {
        match self.read(index, |reading| reading.payload()) {
            Ok(payload) => Ok(payload.map(|payload| payload.stamp)),
            Err(IndexError::Missing) => Ok(None),
            // Damaged, or its files are gone: as good as none, and none is made anew from the log.
            Err(IndexError::Refused(reason)) => {
                tracing::error!(%reason, "the search index cannot be opened; it is built anew");
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    fn create(&self, index: Index, stamp: Stamp) -> Result<(), IndexError> {
        *lock(&self.slot(index).writing) = None;
        let folder = self.place.begin().map_err(unavailable)?;
        writing::create(&folder, &self.layout, stamp).map_err(told)?;
        self.place.name(index, &folder).map_err(unavailable)
    }

    fn write(&self, index: Index, changes: &Changes, position: i64) -> Result<(), IndexError> {
        let folder = self.place.folder(index).map_err(unavailable)?.ok_or(IndexError::Missing)?;
        let mut open = lock(&self.slot(index).writing);
        let documents = changes.put.len();
        // Out of its place: after an error it is gone, and what was not committed with it.
        let mut writing = match open.take() {
            Some(open) if open.folder == folder && open.is_enough_for(documents) => open,
            Some(open) if open.folder == folder => {
                drop(open);
                Writing::open(&folder, documents).map_err(told)?
            }
            _ => Writing::open(&folder, documents).map_err(told)?,
        };
        writing.write(&self.layout, changes, position).map_err(told)?;
        match writing.is_purge_overdue() {
            true => writing.close().map_err(told),
            false => {
                *open = Some(writing);
                Ok(())
            }
        }
    }

    fn rest(&self, index: Index) -> Result<(), IndexError> {
        let mut open = lock(&self.slot(index).writing);
        match open.take_if(|open| open.used.elapsed() >= self.idle) {
            Some(writing) => writing.close().map_err(told),
            None => Ok(()),
        }
    }
}

#[async_trait]
impl SearchIndex for EmbeddedIndex {
    async fn stamp(&self, index: Index) -> Result<Option<Stamp>, IndexError> {
        self.run(move |inner| inner.stamp(index)).await
    }

    async fn create(&self, index: Index, stamp: Stamp) -> Result<(), IndexError> {
        self.run(move |inner| inner.create(index, stamp)).await
    }

    async fn write(&self, index: Index, changes: Changes, position: i64) -> Result<(), IndexError> {
        self.run(move |inner| inner.write(index, &changes, position)).await?;
        self.rest_later(index);
        Ok(())
    }

    async fn members(&self, index: Index, accounts: &[Uuid]) -> Result<Vec<Uuid>, IndexError> {
        let accounts = accounts.to_vec();
        self.run(move |inner| {
            reading::members(&inner.searcher(index)?, &inner.layout, &accounts).map_err(told)
        })
        .await
    }

    async fn swap(&self) -> Result<(), IndexError> {
        self.run(|inner| {
            // Whoever was erased while it was built must not be in it.
            if let Some(writing) = lock(&inner.next.writing).take() {
                writing.close().map_err(told)?;
            }
            *lock(&inner.live.writing) = None;
            inner.place.swap().map_err(unavailable)
        })
        .await
    }

    async fn drop_next(&self) -> Result<(), IndexError> {
        self.run(|inner| {
            *lock(&inner.next.writing) = None;
            inner.place.forget(Index::Next).map_err(unavailable)
        })
        .await
    }

    async fn contents(&self, index: Index, _from: usize) -> Result<Contents, IndexError> {
        let documents =
            self.run(move |inner| reading::contents(&inner.searcher(index)?).map_err(told)).await?;
        Ok(Contents { documents, next: None })
    }

    async fn find(&self, question: &Question, sought: Sought) -> Result<Found, IndexError> {
        let question = question.clone();
        self.run(move |inner| {
            asking::find(&inner.searcher(Index::Live)?, &inner.layout, &question, sought).map_err(told)
        })
        .await
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What a panic leaves behind is dropped before it is used: it was taken out.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn unavailable(error: std::io::Error) -> IndexError {
    IndexError::Unavailable(error.to_string())
}

/// What passes, as a full disk does, and what only building anew helps against.
fn told(error: TantivyError) -> IndexError {
    match error {
        TantivyError::IoError(_)
        | TantivyError::OpenWriteError(_)
        | TantivyError::LockFailure(..)
        | TantivyError::ErrorInThread(_) => IndexError::Unavailable(error.to_string()),
        _ => IndexError::Refused(error.to_string()),
    }
}
