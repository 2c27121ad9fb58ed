//! The door into the log for commands: load an aggregate, append what it decided.

use std::sync::Arc;

use cqrs_es::Aggregate;
use cqrs_es::persist::EventUpcaster;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::log::personal::LoggedEvent;
use serde_json::Value;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use crate::append::{Append, Lane};
use crate::appender::{self, Answer, Request, Sealed};
use crate::blind_index::BlindIndex;
use crate::codec::{self, Stored};
use crate::error::{LogError, Repeated};
use crate::finder::Finder;
use crate::keys::KeyStore;
use crate::master_key::MasterKey;
use crate::pools::Pools;

/// Requests that may wait for a lane before callers are held back.
const QUEUE: usize = 1024;

pub type Upcasters = Arc<Vec<Box<dyn EventUpcaster>>>;

/// An aggregate as the log has it.
#[derive(Debug, Clone)]
pub struct Loaded<A> {
    pub state: A,
    /// Of its last event; 0 when there is none.
    pub sequence: i64,
}

impl<A> Loaded<A> {
    pub fn exists(&self) -> bool {
        self.sequence > 0
    }
}

/// Cheap to clone; all clones share the appender's two lanes.
#[derive(Clone)]
pub struct EventLog {
    pub pools: Pools,
    pub keys: KeyStore,
    pub blind: BlindIndex,
    pub finder: Finder,
    upcasters: Upcasters,
    interactive: mpsc::Sender<Request>,
    bulk: mpsc::Sender<Request>,
}

impl std::fmt::Debug for EventLog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EventLog(..)")
    }
}

impl EventLog {
    /// Starts the appender's lanes on the current runtime. They end when the last clone is dropped.
    pub fn start(pools: Pools, master: &MasterKey, upcasters: Upcasters) -> Self {
        let lane = || {
            let (sender, receiver) = mpsc::channel(QUEUE);
            tokio::spawn(appender::run(pools.options(), receiver));
            sender
        };
        EventLog {
            keys: KeyStore::new(pools.write.clone(), master),
            blind: BlindIndex::new(master),
            finder: Finder::start(&pools.options()),
            upcasters,
            interactive: lane(),
            bulk: lane(),
            pools,
        }
    }

    pub fn upcasters(&self) -> &[Box<dyn EventUpcaster>] {
        &self.upcasters
    }

    /// Folds all events of one aggregate. An unknown id gives the default state at sequence 0.
    pub async fn load<A>(&self, id: Uuid) -> Result<Loaded<A>, LogError>
    where
        A: Aggregate,
        A::Event: LoggedEvent,
    {
        let mut all = self.load_in::<A>(Lane::Interactive, &[id]).await?;
        Ok(all.pop().unwrap_or(Loaded { state: A::default(), sequence: 0 }))
    }

    /// Loads several aggregates in one round trip, in the order asked for; a lot of them does not hold up people.
    pub async fn load_many<A>(&self, ids: &[Uuid]) -> Result<Vec<Loaded<A>>, LogError>
    where
        A: Aggregate,
        A::Event: LoggedEvent,
    {
        self.load_in::<A>(Lane::Bulk, ids).await
    }

    async fn load_in<A>(&self, lane: Lane, ids: &[Uuid]) -> Result<Vec<Loaded<A>>, LogError>
    where
        A: Aggregate,
        A::Event: LoggedEvent,
    {
        let rows = self.finder.events(lane, A::TYPE, ids).await?;
        let keys = self.keys.load(rows.iter().filter_map(|(_, row)| row.subject_id)).await?;
        let mut loaded: Vec<Loaded<A>> =
            ids.iter().map(|_| Loaded { state: A::default(), sequence: 0 }).collect();
        for (at, row) in &rows {
            let stored = Stored {
                aggregate_type: A::TYPE,
                aggregate_id: &row.aggregate_id,
                sequence: row.sequence,
                event_type: &row.event_type,
                event_version: &row.event_version,
                payload: &row.payload,
            };
            let key = row.subject_id.and_then(|subject| keys.get(&subject));
            let event: Option<A::Event> =
                match codec::decode(stored, key.map(|key| key.as_ref()), &self.upcasters) {
                    Ok(event) => Some(event),
                    // Written by a newer program during an upgrade: this one decides by what it knows.
                    Err(error) if error.is_unknown_event() => {
                        tracing::warn!(%error, "passed over");
                        None
                    }
                    Err(error) => return Err(error),
                };
            if let Some(event) = event {
                loaded[*at].state.apply(event);
            }
            loaded[*at].sequence = row.sequence;
        }
        Ok(loaded)
    }

    /// Writes all of the request or nothing, and answers with the position of its last entry.
    ///
    /// Safe against cancellation: once the request is in the queue it is written whole, whether or not the caller waits;
    /// a caller that leaves before leaves nothing behind.
    pub async fn append(&self, append: Append) -> Result<i64, LogError> {
        let fingerprint = append.idempotency.as_ref().map(|key| key.fingerprint.clone());
        let lane = match append.lane {
            Lane::Interactive => &self.interactive,
            Lane::Bulk => &self.bulk,
        };
        let sealed = self.seal(append).await?;
        let (done, answer) = oneshot::channel();
        lane.send(Request { sealed, done }).await.map_err(|_| LogError::Stopped)?;
        match answer.await.map_err(|_| LogError::Stopped)?? {
            Answer::Written(position) => Ok(position),
            Answer::Claimed(scope) => Err(LogError::Claimed { scope }),
            Answer::Repeated(key) => Err(self.repeated(key, fingerprint).await?),
        }
    }

    /// The first answer to an idempotency key, if it was used before.
    pub async fn first_answer(&self, key: &str, fingerprint: &[u8]) -> Result<Option<Repeated>, LogError> {
        let row = self.finder.first_answer(key).await?;
        Ok(row.map(|row| Repeated {
            key: key.to_owned(),
            result: row.result,
            position: row.position.unwrap_or_default(),
            same_request: row.fingerprint == fingerprint,
        }))
    }

    async fn repeated(&self, key: String, fingerprint: Option<Vec<u8>>) -> Result<LogError, LogError> {
        // In the unlikely case that the key was cleaned up in between, the request may be sent again.
        Ok(match self.first_answer(&key, &fingerprint.unwrap_or_default()).await? {
            Some(answer) => LogError::Repeated(Box::new(answer)),
            None => LogError::Conflict,
        })
    }

    async fn seal(&self, mut append: Append) -> Result<Sealed, LogError> {
        let append_id = Uuid::now_v7();
        let mut keys = self
            .keys
            .load(
                append
                    .events
                    .iter()
                    .filter_map(|event| event.subject)
                    .chain(append.facts.iter().filter_map(|fact| fact.subject))
                    .filter(|subject| !append.new_subjects.contains(subject)),
            )
            .await?;
        let mut wrapped_keys = Vec::new();
        for subject in std::mem::take(&mut append.new_subjects) {
            let new = self.keys.generate(subject)?;
            keys.insert(subject, new.key);
            wrapped_keys.push((subject, new.wrapped));
        }
        let mut events = Vec::with_capacity(append.events.len());
        for event in &mut append.events {
            let mut payload = std::mem::take(&mut event.payload);
            if let Some(subject) = event.subject {
                // No key: the person was erased. What is personal must not come back, so it is dropped, not stored open.
                match keys.get(&subject) {
                    Some(key) => codec::seal(
                        &mut payload,
                        event.personal,
                        key,
                        &codec::place(event.aggregate_type, &event.aggregate_id.to_string(), event.sequence),
                    )?,
                    None => strip(&mut payload, event.personal),
                }
            }
            events.push((serde_json::to_string(&payload)?, metadata_text(&event.metadata, append_id)?));
        }
        let mut facts = Vec::with_capacity(append.facts.len());
        for fact in &mut append.facts {
            let mut payload = std::mem::take(&mut fact.payload);
            if let Some(subject) = fact.subject {
                match keys.get(&subject) {
                    Some(key) => codec::seal(
                        &mut payload,
                        fact.personal,
                        key,
                        &codec::place(fact.about_type, &fact.about_id.to_string(), 0),
                    )?,
                    None => strip(&mut payload, fact.personal),
                }
            }
            facts.push((serde_json::to_string(&payload)?, metadata_text(&fact.metadata, append_id)?));
        }
        Ok(Sealed { append_id, append, events, facts, wrapped_keys })
    }
}

fn metadata_text(metadata: &Metadata, append_id: Uuid) -> Result<String, LogError> {
    let mut map = metadata.to_map();
    map.insert("append".to_owned(), append_id.to_string());
    Ok(serde_json::to_string(&map)?)
}

fn strip(payload: &mut Value, parts: &[pivotal_domain::log::personal::PersonalPart]) {
    use pivotal_domain::log::personal::PersonalPart;
    let body =
        payload.as_object_mut().and_then(|object| object.values_mut().next()).and_then(Value::as_object_mut);
    let Some(body) = body else { return };
    for part in parts {
        match part {
            PersonalPart::Key(at) => {
                body.remove(*at);
            }
            PersonalPart::FieldMap { at, .. } => {
                if let Some(map) = body.get_mut(*at).and_then(Value::as_object_mut) {
                    map.retain(|key, _| !part.seals(key));
                }
            }
        }
    }
}
