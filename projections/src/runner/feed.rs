//! What the workers of a process have lately read of the log. In an import several projections want the same entries at
//! nearly the same time: one of them fetches, the others find them here.
//!
//! Nothing here can be wrong, only missing: what is committed never changes, positions are in commit order, and a log
//! that was put in another's place has another epoch. Personal parts stay sealed.

use std::collections::VecDeque;
use std::sync::Arc;

use pivotal_log::reader::{self, Batch, Entry, Kinds};
use sqlx::PgConnection;
use tokio::sync::Mutex;
use uuid::Uuid;

use super::checkpoint::Checkpoint;
use super::{Projection, Spec};

/// Entries fetched at once.
const FETCH: i64 = 1_000;
/// Who is further behind than this much text reads for itself.
const KEEP_BYTES: usize = 24 << 20;

/// Cheap to clone; all clones are one.
#[derive(Debug, Clone)]
pub struct Feed {
    /// All that any of the workers wants.
    kinds: Arc<Kinds>,
    window: Arc<Mutex<Window>>,
}

/// The entries after one position and up to another, without a gap.
#[derive(Debug, Default)]
struct Window {
    epoch: Uuid,
    after: i64,
    to: i64,
    head: i64,
    entries: VecDeque<Entry>,
    bytes: usize,
}

impl Feed {
    pub fn of(projections: &[Arc<dyn Projection>]) -> Self {
        let mut kinds = Kinds::default();
        for interest in projections.iter().map(|projection| projection.spec().interest) {
            kinds.add(interest);
        }
        Feed { kinds: Arc::new(kinds), window: Arc::default() }
    }

    /// What follows the checkpoint, at most `limit` entries. `head` is known to be committed.
    pub async fn read(
        &self,
        connection: &mut PgConnection,
        from: &Checkpoint,
        head: i64,
        limit: i64,
        spec: &Spec,
    ) -> Result<Batch, sqlx::Error> {
        let mut window = self.window.lock().await;
        if window.epoch != from.epoch || window.to < from.position {
            *window = Window::at(from);
        }
        if from.position < window.after {
            drop(window);
            return reader::read(connection, from.position, limit, spec.interest).await;
        }
        if window.to == from.position {
            // The others wait here meanwhile, and find what they were about to fetch.
            let batch = reader::read_kinds(connection, window.to, FETCH, &self.kinds).await?;
            window.take(batch);
        }
        let mut batch = window.give(from.position, limit, spec);
        batch.head = batch.head.max(head);
        Ok(batch)
    }
}

impl Window {
    fn at(from: &Checkpoint) -> Self {
        Window { epoch: from.epoch, after: from.position, to: from.position, ..Window::default() }
    }

    fn take(&mut self, batch: Batch) {
        (self.to, self.head) = (batch.to, batch.head);
        self.bytes += batch.entries.iter().map(size).sum::<usize>();
        self.entries.extend(batch.entries);
        while self.bytes > KEEP_BYTES
            && let Some(oldest) = self.entries.pop_front()
        {
            self.bytes -= size(&oldest);
            self.after = oldest.position;
        }
    }

    fn give(&self, after: i64, limit: i64, spec: &Spec) -> Batch {
        let begin = self.entries.partition_point(|entry| entry.position <= after);
        let wanted = self.entries.range(begin..).filter(|entry| entry.is_of(spec.interest));
        let entries: Vec<Entry> = wanted.take(usize::try_from(limit).unwrap_or(1)).cloned().collect();
        let full = entries.len() as i64 >= limit;
        let to = entries.last().filter(|_| full).map_or(self.to, |last| last.position);
        Batch { entries, to, head: self.head }
    }
}

fn size(entry: &Entry) -> usize {
    size_of::<Entry>() + entry.payload.len() + entry.metadata.len()
}
