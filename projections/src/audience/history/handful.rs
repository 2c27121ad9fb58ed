//! What a record has only a handful of on its time line: it is read whole, and what is wanted of it is chosen afterwards.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::reader::Entry;
use uuid::Uuid;

use super::port::{Activity, Kind, Reading, Stretch, Tally, Wanted};
use super::query::{HistoryEntry, source_label};
use crate::page::QueryError;

/// A step that changed no field of the record: what can be taken back of it is taken back where it stands.
#[derive(Debug, Clone)]
pub struct Step {
    pub position: i64,
    pub sequence: i64,
    pub event_type: String,
    pub title: String,
    pub at: DateTime<Utc>,
    /// A user's id, or `system`.
    pub actor: String,
    pub role: String,
    pub source: String,
}

impl Step {
    #[must_use]
    pub fn of(entry: &Entry, title: String) -> Self {
        let metadata = entry.metadata();
        Self {
            position: entry.position,
            sequence: entry.sequence,
            event_type: entry.name.clone(),
            title,
            at: entry.recorded_at,
            actor: metadata.actor,
            role: metadata.role,
            source: metadata.source,
        }
    }

    fn entry(self, kind: Kind) -> HistoryEntry {
        HistoryEntry {
            position: self.position,
            sequence: self.sequence,
            kind: kind.key,
            event_type: self.event_type,
            title: self.title,
            at: self.at,
            source_label: source_label(&self.source, None, None),
            source: self.source,
            import_id: None,
            import_row: None,
            actor_id: self.actor.parse().ok(),
            role: self.role,
            restored_from: None,
            changes: Vec::new(),
            undoable: false,
            request_id: None,
            about: None,
        }
    }
}

/// "Legal hold placed: case 2026-14"
#[must_use]
pub fn titled(what: &str, between: &str, words: Option<String>) -> String {
    match words {
        Some(words) => format!("{what}{between}{words}"),
        None => what.to_owned(),
    }
}

#[async_trait]
pub trait Handful: Send + Sync {
    const KIND: Kind;
    /// What it takes to be told of it at all, besides seeing the record.
    const PERMISSION: Option<Permission> = None;

    /// In any order.
    async fn steps(&self, reading: Reading<'_>, record: (Entity, Uuid)) -> Result<Vec<Step>, QueryError>;
}

/// Oldest first.
async fn wanted_of<T: Handful>(
    of: &T,
    reading: Reading<'_>,
    record: (Entity, Uuid),
    wanted: &Wanted,
) -> Result<Vec<Step>, QueryError> {
    let mut all = of.steps(reading, record).await?;
    all.retain(|one| wanted.takes(&one.actor, one.at));
    all.sort_by_key(|one| one.position);
    Ok(all)
}

#[async_trait]
impl<T: Handful> Activity for T {
    fn kinds(&self) -> &'static [Kind] {
        const { &[T::KIND] }
    }

    fn permission(&self) -> Option<Permission> {
        T::PERMISSION
    }

    async fn entries(
        &self,
        reading: Reading<'_>,
        record: (Entity, Uuid),
        wanted: &Wanted,
        stretch: Stretch,
    ) -> Result<Vec<HistoryEntry>, QueryError> {
        let all = wanted_of(self, reading, record, wanted).await?;
        Ok(stretch.of(all, |one| one.position).into_iter().map(|one| one.entry(T::KIND)).collect())
    }

    async fn count(
        &self,
        reading: Reading<'_>,
        record: (Entity, Uuid),
        wanted: &Wanted,
    ) -> Result<i64, QueryError> {
        Ok(wanted_of(self, reading, record, wanted).await?.len() as i64)
    }

    async fn tally(
        &self,
        reading: Reading<'_>,
        record: (Entity, Uuid),
        tally: &mut Tally,
    ) -> Result<(), QueryError> {
        for one in self.steps(reading, record).await? {
            tally.add(T::KIND, one.actor);
        }
        Ok(())
    }
}
