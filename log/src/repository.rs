//! `cqrs-es`' persistence port over our table: one writer, one order, nothing lost on replay.
//!
//! Use cases append through [`EventLog`]; this exists so that the framework's own store and test tools work on the
//! same log, and so that the contract test can hold it against the stock repository.

use cqrs_es::Aggregate;
use cqrs_es::persist::{
    PersistedEventRepository, PersistenceError, ReplayStream, SerializedEvent, SerializedSnapshot,
};
use pivotal_domain::log::metadata::Metadata;
use serde_json::Value;
use std::collections::HashMap;
use uuid::Uuid;

use crate::append::{Append, Lane, NewEvent};
use crate::codec;
use crate::error::LogError;
use crate::event_log::EventLog;

const PAGE: i64 = 500;

/// Personal parts are declared per event type; the framework's port has lost the type by the time it persists, so the
/// caller says how its events are sealed.
#[derive(Debug, Clone)]
pub struct EventLogRepository {
    log: EventLog,
    personal: &'static [pivotal_domain::log::personal::PersonalPart],
}

impl EventLogRepository {
    pub fn new(log: EventLog, personal: &'static [pivotal_domain::log::personal::PersonalPart]) -> Self {
        EventLogRepository { log, personal }
    }

    async fn page<A: Aggregate>(
        &self,
        id: Option<&str>,
        after_sequence: i64,
        after_position: i64,
    ) -> Result<Vec<(i64, SerializedEvent)>, PersistenceError> {
        // Two statements: one with an optional id would be planned without the index that finds the id.
        let rows = match id {
            Some(id) => sqlx::query_as!(
                StoredRow,
                r#"select global_position, aggregate_id, sequence, event_type, event_version, payload, metadata, subject_id
                   from log.events where aggregate_type = $1 and aggregate_id = $2 and sequence > $3 and global_position > $4 order by sequence limit $5"#,
                A::TYPE, id, after_sequence, after_position, PAGE
            ).fetch_all(&self.log.pools.write).await,
            None => sqlx::query_as!(
                StoredRow,
                r#"select global_position, aggregate_id, sequence, event_type, event_version, payload, metadata, subject_id
                   from log.events where aggregate_type = $1 and global_position > $2 order by global_position limit $3"#,
                A::TYPE, after_position, PAGE
            ).fetch_all(&self.log.pools.write).await,
        };
        let rows = rows.map_err(|error| persistence(LogError::Database(error)))?;
        let keys =
            self.log.keys.load(rows.iter().filter_map(|row| row.subject_id)).await.map_err(persistence)?;
        rows.into_iter()
            .map(|row| {
                let mut payload = row.payload;
                let key = row.subject_id.and_then(|subject| keys.get(&subject)).map(|key| key.as_ref());
                codec::open(&mut payload, key, &codec::place(A::TYPE, &row.aggregate_id, row.sequence))
                    .map_err(persistence)?;
                Ok((
                    row.global_position,
                    SerializedEvent::new(
                        row.aggregate_id,
                        row.sequence as usize,
                        A::TYPE.to_owned(),
                        row.event_type,
                        row.event_version,
                        payload,
                        row.metadata,
                    ),
                ))
            })
            .collect()
    }

    async fn all<A: Aggregate>(
        &self,
        id: &str,
        after_sequence: i64,
    ) -> Result<Vec<SerializedEvent>, PersistenceError> {
        let (mut events, mut position) = (Vec::new(), 0);
        loop {
            let page = self.page::<A>(Some(id), after_sequence, position).await?;
            let Some((last, _)) = page.last() else { return Ok(events) };
            position = *last;
            events.extend(page.into_iter().map(|(_, event)| event));
        }
    }

    fn stream<A: Aggregate>(&self, id: Option<String>) -> ReplayStream {
        let (mut feed, stream) = ReplayStream::new(PAGE as usize);
        let repository = self.clone();
        tokio::spawn(async move {
            let mut position = 0;
            loop {
                match repository.page::<A>(id.as_deref(), 0, position).await {
                    Ok(page) => {
                        let Some((last, _)) = page.last() else { return };
                        position = *last;
                        for (_, event) in page {
                            if feed.push(Ok(event)).await.is_err() {
                                return;
                            }
                        }
                    }
                    // The reader hears of it: a replay that stops half-way must never look complete.
                    Err(error) => {
                        let _ = feed.push(Err(error)).await;
                        return;
                    }
                }
            }
        });
        stream
    }
}

struct StoredRow {
    global_position: i64,
    aggregate_id: String,
    sequence: i64,
    event_type: String,
    event_version: String,
    payload: Value,
    metadata: Value,
    subject_id: Option<Uuid>,
}

impl PersistedEventRepository for EventLogRepository {
    async fn get_events<A: Aggregate>(
        &self,
        aggregate_id: &str,
    ) -> Result<Vec<SerializedEvent>, PersistenceError> {
        self.all::<A>(aggregate_id, 0).await
    }

    async fn get_last_events<A: Aggregate>(
        &self,
        aggregate_id: &str,
        last_sequence: usize,
    ) -> Result<Vec<SerializedEvent>, PersistenceError> {
        self.all::<A>(aggregate_id, last_sequence as i64).await
    }

    /// Snapshots are not used: loading a hundred events takes less than half a millisecond.
    async fn get_snapshot<A: Aggregate>(
        &self,
        _aggregate_id: &str,
    ) -> Result<Option<SerializedSnapshot>, PersistenceError> {
        Ok(None)
    }

    async fn persist<A: Aggregate>(
        &self,
        events: &[SerializedEvent],
        _snapshot: Option<(String, Value, usize)>,
    ) -> Result<(), PersistenceError> {
        let mut append = Append::new(Lane::Interactive);
        for event in events {
            let id = event
                .aggregate_id
                .parse()
                .map_err(|error| PersistenceError::UnknownError(Box::new(error)))?;
            let metadata: HashMap<String, String> = serde_json::from_value(event.metadata.clone())?;
            let subject = (!self.personal.is_empty()).then_some(id);
            if event.sequence == 1 {
                append.new_subjects.extend(subject);
            }
            append.events.push(NewEvent {
                aggregate_type: A::TYPE,
                aggregate_id: id,
                sequence: event.sequence as i64,
                event_type: event.event_type.clone(),
                event_version: event.event_version.clone(),
                payload: event.payload.clone(),
                metadata: Metadata::from_map(&metadata),
                personal: self.personal,
                subject,
            });
        }
        if append.is_empty() {
            return Ok(());
        }
        self.log.append(append).await.map(|_| ()).map_err(persistence)
    }

    async fn stream_events<A: Aggregate>(
        &self,
        aggregate_id: &str,
    ) -> Result<ReplayStream, PersistenceError> {
        Ok(self.stream::<A>(Some(aggregate_id.to_owned())))
    }

    async fn stream_all_events<A: Aggregate>(&self) -> Result<ReplayStream, PersistenceError> {
        Ok(self.stream::<A>(None))
    }
}

fn persistence(error: LogError) -> PersistenceError {
    match error {
        LogError::Conflict => PersistenceError::OptimisticLockError,
        LogError::Unavailable(error) => PersistenceError::ConnectionError(Box::new(error)),
        LogError::Unreadable { .. } | LogError::Seal(_) | LogError::Encode(_) => {
            PersistenceError::DeserializationError(Box::new(error))
        }
        other => PersistenceError::UnknownError(Box::new(other)),
    }
}
