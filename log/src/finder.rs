//! What commands need to know before they decide: one task per lane asks for all that wait, with a connection of its own.
//!
//! A pool costs three round trips for one read (a guard, the read, a ping on return). Here questions that arrive
//! together share one, and a caller that leaves leaves nothing half-read on a connection that others use.

use std::future::Future;
use std::time::Duration;

use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, PgConnection};
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use crate::append::Lane;
use crate::error::{LogError, is_connection_error};

/// Questions that may share a round trip.
const GROUP: usize = 256;
/// Questions that may wait before callers are held back.
const QUEUE: usize = 1024;
const TRIES: usize = 20;
const BETWEEN_TRIES: Duration = Duration::from_millis(250);

/// A guard key: its scope and the keyed hash of its value.
pub type HashedKey = (String, Vec<u8>);

/// An event as it is stored.
#[derive(Debug)]
pub struct EventRow {
    pub aggregate_id: String,
    pub sequence: i64,
    pub event_type: String,
    pub event_version: String,
    pub payload: String,
    pub subject_id: Option<Uuid>,
}

/// What an idempotency key was first answered with.
#[derive(Debug)]
pub struct AnswerRow {
    pub fingerprint: Vec<u8>,
    pub result: serde_json::Value,
    pub position: Option<i64>,
}

/// A kind of question: what is looked for, and what is found.
trait Findable: Sized + Send + Sync {
    type Row: Send;

    /// Rows in the order of the keys, numbered from 1.
    fn find(
        connection: &mut PgConnection,
        keys: &[Self],
    ) -> impl Future<Output = Result<Vec<(i64, Self::Row)>, sqlx::Error>> + Send;
}

#[derive(Debug)]
struct ClaimKey(HashedKey);
#[derive(Debug)]
struct MatchKey(HashedKey);
#[derive(Debug)]
struct EventsOf(&'static str, String);
#[derive(Debug)]
struct AnswerTo(String);

/// Rows found, each with the index of the key or id in the question that it belongs to.
type Found<T> = Vec<(usize, T)>;
type Reply<T> = oneshot::Sender<Result<Found<T>, LogError>>;

#[derive(Debug)]
struct Question<K: Findable> {
    keys: Vec<K>,
    reply: Reply<K::Row>,
}

#[derive(Debug)]
enum Ask {
    Claims(Question<ClaimKey>),
    MatchKeys(Question<MatchKey>),
    Events(Question<EventsOf>),
    Answers(Question<AnswerTo>),
}

/// Cheap to clone; all clones share the two lanes.
#[derive(Debug, Clone)]
pub struct Finder {
    interactive: mpsc::Sender<Ask>,
    bulk: mpsc::Sender<Ask>,
}

impl Finder {
    /// Starts the lanes on the current runtime. They end when the last clone is dropped.
    pub fn start(options: &PgConnectOptions) -> Self {
        let lane = || {
            let (sender, receiver) = mpsc::channel(QUEUE);
            tokio::spawn(run(options.clone(), receiver));
            sender
        };
        Finder { interactive: lane(), bulk: lane() }
    }

    /// Owners of unique values.
    pub async fn claims(&self, lane: Lane, keys: Vec<HashedKey>) -> Result<Found<Uuid>, LogError> {
        self.ask(lane, keys.into_iter().map(ClaimKey).collect(), Ask::Claims).await
    }

    /// Owners of shared keys, oldest first for each key.
    pub async fn match_keys(&self, lane: Lane, keys: Vec<HashedKey>) -> Result<Found<Uuid>, LogError> {
        self.ask(lane, keys.into_iter().map(MatchKey).collect(), Ask::MatchKeys).await
    }

    /// Events of these aggregates, in order for each.
    pub async fn events(
        &self,
        lane: Lane,
        aggregate: &'static str,
        ids: &[Uuid],
    ) -> Result<Found<EventRow>, LogError> {
        let ids = ids.iter().map(|id| EventsOf(aggregate, id.to_string())).collect();
        self.ask(lane, ids, Ask::Events).await
    }

    /// What an idempotency key was first answered with.
    pub async fn first_answer(&self, key: &str) -> Result<Option<AnswerRow>, LogError> {
        let mut found = self.ask(Lane::Interactive, vec![AnswerTo(key.to_owned())], Ask::Answers).await?;
        Ok(found.pop().map(|(_, answer)| answer))
    }

    async fn ask<K: Findable>(
        &self,
        lane: Lane,
        keys: Vec<K>,
        ask: impl FnOnce(Question<K>) -> Ask,
    ) -> Result<Found<K::Row>, LogError> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let lane = match lane {
            Lane::Interactive => &self.interactive,
            Lane::Bulk => &self.bulk,
        };
        let (reply, answer) = oneshot::channel();
        lane.send(ask(Question { keys, reply })).await.map_err(|_| LogError::Stopped)?;
        answer.await.map_err(|_| LogError::Stopped)?
    }
}

async fn run(options: PgConnectOptions, mut asks: mpsc::Receiver<Ask>) {
    let mut lane = Asker { options, connection: None };
    let mut waiting = Vec::with_capacity(GROUP);
    while asks.recv_many(&mut waiting, GROUP).await > 0 {
        let (mut claims, mut match_keys, mut events, mut answers) = (vec![], vec![], vec![], vec![]);
        for ask in waiting.drain(..) {
            match ask {
                Ask::Claims(question) => claims.push(question),
                Ask::MatchKeys(question) => match_keys.push(question),
                Ask::Events(question) => events.push(question),
                Ask::Answers(question) => answers.push(question),
            }
        }
        lane.serve(claims).await;
        lane.serve(match_keys).await;
        lane.serve(events).await;
        lane.serve(answers).await;
    }
}

struct Asker {
    options: PgConnectOptions,
    connection: Option<PgConnection>,
}

impl Asker {
    /// Answers all questions of one kind with one query.
    async fn serve<K: Findable>(&mut self, questions: Vec<Question<K>>) {
        if questions.is_empty() {
            return;
        }
        let (mut keys, mut replies) = (Vec::new(), Vec::with_capacity(questions.len()));
        for question in questions {
            keys.extend(question.keys);
            replies.push((keys.len(), question.reply));
        }
        match self.read(&keys).await {
            Ok(rows) => deal_out(rows, replies),
            Err(error) => {
                let broken = is_connection_error(&error);
                let text = error.to_string();
                let mut error = Some(error);
                for (_, reply) in replies {
                    let error = error.take().unwrap_or_else(|| sqlx::Error::Protocol(text.clone()));
                    // The caller may have left.
                    let _ = reply.send(Err(match broken {
                        true => LogError::Unavailable(error),
                        false => LogError::Database(error),
                    }));
                }
            }
        }
    }

    /// Reading changes nothing, so a broken connection is simply replaced.
    async fn read<K: Findable>(&mut self, keys: &[K]) -> Result<Vec<(i64, K::Row)>, sqlx::Error> {
        let mut last = sqlx::Error::WorkerCrashed;
        for attempt in 0..TRIES {
            if attempt > 1 {
                tokio::time::sleep(BETWEEN_TRIES).await;
            }
            let mut connection = match self.connection.take() {
                Some(connection) => connection,
                None => match self.options.connect().await {
                    Ok(connection) => connection,
                    Err(error) => {
                        last = error;
                        continue;
                    }
                },
            };
            match K::find(&mut connection, keys).await {
                Ok(rows) => {
                    self.connection = Some(connection);
                    return Ok(rows);
                }
                Err(error) if is_connection_error(&error) => last = error,
                Err(error) => {
                    self.connection = Some(connection);
                    return Err(error);
                }
            }
        }
        Err(last)
    }
}

/// `replies` stand with the number of the last key of their question.
fn deal_out<T>(rows: Vec<(i64, T)>, replies: Vec<(usize, Reply<T>)>) {
    let mut rows = rows.into_iter().peekable();
    let mut from = 0;
    for (until, reply) in replies {
        let mut found = Vec::new();
        while let Some((number, row)) = rows.next_if(|(number, _)| *number as usize <= until) {
            found.push((number as usize - 1 - from, row));
        }
        // The caller may have left.
        let _ = reply.send(Ok(found));
        from = until;
    }
}

// `offset 0` keeps the planner from turning the look-up of a few keys into a join over the whole table, which it
// does when it knows nothing yet about a table that an import has just begun to fill.

impl Findable for ClaimKey {
    type Row = Uuid;

    async fn find(connection: &mut PgConnection, keys: &[Self]) -> Result<Vec<(i64, Uuid)>, sqlx::Error> {
        let (scopes, hashes) = columns(keys.iter().map(|key| &key.0));
        let rows = sqlx::query!(
            r#"select u.n as "n!", c.owner as "owner!" from unnest($1::text[], $2::bytea[]) with ordinality as u(scope, key, n)
               cross join lateral (select owner from guard.claims where scope = u.scope and key = u.key offset 0) c order by u.n"#,
            &scopes, &hashes
        ).fetch_all(connection).await?;
        Ok(rows.into_iter().map(|row| (row.n, row.owner)).collect())
    }
}

impl Findable for MatchKey {
    type Row = Uuid;

    async fn find(connection: &mut PgConnection, keys: &[Self]) -> Result<Vec<(i64, Uuid)>, sqlx::Error> {
        let (scopes, hashes) = columns(keys.iter().map(|key| &key.0));
        let rows = sqlx::query!(
            r#"select u.n as "n!", m.owner as "owner!" from unnest($1::text[], $2::bytea[]) with ordinality as u(scope, key, n)
               cross join lateral (select owner from guard.match_keys where scope = u.scope and key = u.key offset 0) m order by u.n, m.owner"#,
            &scopes, &hashes
        ).fetch_all(connection).await?;
        Ok(rows.into_iter().map(|row| (row.n, row.owner)).collect())
    }
}

impl Findable for EventsOf {
    type Row = EventRow;

    async fn find(connection: &mut PgConnection, keys: &[Self]) -> Result<Vec<(i64, EventRow)>, sqlx::Error> {
        let (types, ids): (Vec<String>, Vec<String>) =
            keys.iter().map(|EventsOf(kind, id)| ((*kind).to_owned(), id.clone())).unzip();
        let rows = sqlx::query!(
            r#"select u.n as "n!", e.aggregate_id as "aggregate_id!", e.sequence as "sequence!", e.event_type as "event_type!", e.event_version as "event_version!",
                 e.payload as "payload!", e.subject_id
               from unnest($1::text[], $2::text[]) with ordinality as u(type, id, n)
               cross join lateral (
                 select aggregate_id, sequence, event_type, event_version, payload::text as payload, subject_id from log.events
                 where aggregate_type = u.type and aggregate_id = u.id offset 0
               ) e order by u.n, e.sequence"#,
            &types, &ids
        ).fetch_all(connection).await?;
        Ok(rows
            .into_iter()
            .map(|row| {
                let event = EventRow {
                    aggregate_id: row.aggregate_id,
                    sequence: row.sequence,
                    event_type: row.event_type,
                    event_version: row.event_version,
                    payload: row.payload,
                    subject_id: row.subject_id,
                };
                (row.n, event)
            })
            .collect())
    }
}

impl Findable for AnswerTo {
    type Row = AnswerRow;

    async fn find(
        connection: &mut PgConnection,
        keys: &[Self],
    ) -> Result<Vec<(i64, AnswerRow)>, sqlx::Error> {
        let keys: Vec<String> = keys.iter().map(|AnswerTo(key)| key.clone()).collect();
        let rows = sqlx::query!(
            r#"select u.n as "n!", i.fingerprint as "fingerprint!", i.result as "result!", i.position
               from unnest($1::text[]) with ordinality as u(key, n)
               cross join lateral (select fingerprint, result, position from guard.idempotency where key = u.key offset 0) i order by u.n"#,
            &keys
        ).fetch_all(connection).await?;
        Ok(rows
            .into_iter()
            .map(|row| {
                (
                    row.n,
                    AnswerRow { fingerprint: row.fingerprint, result: row.result, position: row.position },
                )
            })
            .collect())
    }
}

fn columns<'a>(keys: impl Iterator<Item = &'a HashedKey>) -> (Vec<String>, Vec<Vec<u8>>) {
    keys.map(|(scope, key)| (scope.clone(), key.clone())).unzip()
}
