//! The only writer of the log in this process: one task per lane, each with a connection of its own.
//!
//! Requests that wait together are written together: one round trip, one commit, one flush for all of them. The task
//! is never cancelled, so an answer that nobody waits for any more is still written whole.

use std::time::Duration;

use chrono::{DateTime, Utc};
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, PgConnection};
use tokio::sync::{mpsc, oneshot};

use crate::append::Append;
use crate::append_call::call;
use crate::error::{LogError, is_connection_error};
use crate::failpoint::{Failpoint, hit};

/// Requests that may share one commit.
const GROUP: usize = 256;
/// Events one commit may carry: past this the stall for people grows faster than the throughput.
const GROUP_EVENTS: usize = 500;
const RECONNECT_FOR: Duration = Duration::from_secs(20);
/// Tries of one request whose connection breaks, or that waits in a circle with another writer.
const TRIES: usize = 5;

/// Sealed and ready to write.
#[derive(Debug)]
pub struct Sealed {
    pub append_id: uuid::Uuid,
    pub append: Append,
    /// Payload and metadata of each event as text, in the order of `append.events`.
    pub events: Vec<(String, String)>,
    pub facts: Vec<(String, String)>,
    pub wrapped_keys: Vec<(uuid::Uuid, Vec<u8>)>,
}

#[derive(Debug)]
pub struct Request {
    pub sealed: Sealed,
    pub done: oneshot::Sender<Result<Answer, LogError>>,
}

#[derive(Debug, Clone)]
pub enum Answer {
    Written(i64),
    Repeated(String),
    Claimed(String),
}

/// Runs one lane until its senders are gone.
pub async fn run(options: PgConnectOptions, mut requests: mpsc::Receiver<Request>) {
    let mut lane = Lane { options, connection: None, backend: None };
    let mut waiting = Vec::with_capacity(GROUP);
    while requests.recv_many(&mut waiting, GROUP).await > 0 {
        while !waiting.is_empty() {
            let group = take_group(&mut waiting);
            lane.write(group).await;
        }
    }
}

fn take_group(waiting: &mut Vec<Request>) -> Vec<Request> {
    let mut events = 0;
    let fits = waiting.iter().take_while(|request| {
        let first = events == 0;
        events += request.sealed.append.events.len().max(1);
        first || events <= GROUP_EVENTS
    });
    let take = fits.count().max(1);
    waiting.drain(..take).collect()
}

struct Lane {
    options: PgConnectOptions,
    connection: Option<PgConnection>,
    /// The server's side of the last connection.
    backend: Option<Backend>,
}

struct Backend {
    pid: i32,
    started: DateTime<Utc>,
}

impl Lane {
    async fn write(&mut self, group: Vec<Request>) {
        metrics::histogram!("pivotal_append_group_requests").record(group.len() as f64);
        if let Err(error) = self.connect().await {
            // Nothing was sent. One wait for all of them: each waiting by itself would hold the lane for hours.
            for request in group {
                let _ =
                    request.done.send(Err(LogError::Unavailable(sqlx::Error::Protocol(error.to_string()))));
            }
            return;
        }
        let borrowed: Vec<&Sealed> = group.iter().map(|request| &request.sealed).collect();
        let in_company = group.len() > 1;
        match self.attempt(&borrowed).await {
            Ok(answers) => {
                hit(Failpoint::AppendAfterCommit);
                let mut refused = Vec::new();
                for (request, answer) in group.into_iter().zip(answers) {
                    match answer {
                        // What it lost to may have been dropped itself.
                        Answer::Claimed(_) | Answer::Repeated(_) if in_company => refused.push(request),
                        // The caller may have left; what it asked for is written all the same.
                        answer => drop(request.done.send(Ok(answer))),
                    }
                }
                self.one_by_one(refused, false).await;
            }
            // One bad request must not fail its group: each is tried alone.
            Err(error) if in_company || is_connection_error(&error) || is_deadlock(&error) => {
                self.one_by_one(group, is_connection_error(&error)).await;
            }
            Err(error) => {
                if let Some(request) = group.into_iter().next() {
                    let _ = request.done.send(Err(translate(error)));
                }
            }
        }
    }

    async fn one_by_one(&mut self, requests: Vec<Request>, in_doubt: bool) {
        for request in requests {
            let answer = self.alone(&request.sealed, in_doubt).await;
            let _ = request.done.send(answer);
        }
    }

    /// Tries a request until the database decides on it. `in_doubt`: an earlier try may have been committed.
    async fn alone(&mut self, sealed: &Sealed, mut in_doubt: bool) -> Result<Answer, LogError> {
        let mut last = sqlx::Error::PoolTimedOut;
        for _ in 0..TRIES {
            match self.once(sealed, in_doubt).await {
                Ok(answer) => return Ok(answer),
                Err(error) if is_connection_error(&error) => (in_doubt, last) = (true, error),
                Err(error) if is_deadlock(&error) => last = error,
                Err(error) => return Err(translate(error)),
            }
        }
        match self.already_written(sealed).await {
            Ok(Some(answer)) if in_doubt => Ok(answer),
            _ => Err(LogError::Unavailable(last)),
        }
    }

    async fn once(&mut self, sealed: &Sealed, in_doubt: bool) -> Result<Answer, sqlx::Error> {
        if in_doubt && let Some(answer) = self.already_written(sealed).await? {
            return Ok(answer);
        }
        let mut answers = self.attempt(&[sealed]).await?;
        answers.pop().ok_or_else(|| sqlx::Error::Protocol("log.append gave no answer".to_owned()))
    }

    async fn attempt(&mut self, group: &[&Sealed]) -> Result<Vec<Answer>, sqlx::Error> {
        let connection = self.connect().await?;
        hit(Failpoint::AppendBeforeCommit);
        let answers = call(connection, group).await;
        self.drop_if_broken(answers)
    }

    /// Every row carries the id of its append: a commit whose answer was lost is recognised by it.
    async fn already_written(&mut self, sealed: &Sealed) -> Result<Option<Answer>, sqlx::Error> {
        let connection = self.connect().await?;
        let found = find(connection, sealed).await;
        self.drop_if_broken(found).map(|position| position.map(Answer::Written))
    }

    fn drop_if_broken<T>(&mut self, result: Result<T, sqlx::Error>) -> Result<T, sqlx::Error> {
        if let Err(error) = &result
            && is_connection_error(error)
        {
            self.connection = None;
        }
        result
    }

    async fn connect(&mut self) -> Result<&mut PgConnection, sqlx::Error> {
        let deadline = tokio::time::Instant::now() + RECONNECT_FOR;
        while self.connection.is_none() {
            match self.open().await {
                Ok(connection) => self.connection = Some(connection),
                Err(error) if tokio::time::Instant::now() >= deadline => return Err(error),
                Err(error) => {
                    tracing::warn!(%error, "the log's database cannot be reached; trying again");
                    tokio::time::sleep(Duration::from_millis(250)).await;
                }
            }
        }
        self.connection.as_mut().ok_or(sqlx::Error::WorkerCrashed)
    }

    async fn open(&mut self) -> Result<PgConnection, sqlx::Error> {
        let mut connection = self.options.connect().await?;
        if let Some(old) = &self.backend {
            // The server may not have noticed yet that we are gone, and commit what we are about to look for in vain.
            sqlx::query!(
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where pid = $1 and backend_start = $2",
                old.pid, old.started
            ).fetch_optional(&mut connection).await?;
        }
        let backend = sqlx::query!(
            r#"select pid as "pid!", backend_start as "started!" from pg_stat_activity where pid = pg_backend_pid()"#
        ).fetch_one(&mut connection).await?;
        self.backend = Some(Backend { pid: backend.pid, started: backend.started });
        Ok(connection)
    }
}

/// The last position of an append, if it is in the log.
async fn find(connection: &mut PgConnection, sealed: &Sealed) -> Result<Option<i64>, sqlx::Error> {
    let (append, append_id) = (&sealed.append, sealed.append_id.to_string());
    // Facts are numbered after the events of their request.
    if let Some(fact) = append.facts.last() {
        return sqlx::query_scalar!(
            "select max(global_position) from log.facts where about_type = $1 and about_id = $2 and metadata->>'append' = $3",
            fact.about_type, fact.about_id.to_string(), append_id
        ).fetch_one(connection).await;
    }
    if let Some(event) = append.events.last() {
        return sqlx::query_scalar!(
            "select global_position from log.events where aggregate_type = $1 and aggregate_id = $2 and sequence = $3 and metadata->>'append' = $4",
            event.aggregate_type, event.aggregate_id.to_string(), event.sequence, append_id
        ).fetch_optional(connection).await;
    }
    // What has neither is found by its job; guards and progress may be written again without harm.
    let Some(job) = append.jobs.first() else { return Ok(None) };
    Ok(sqlx::query_scalar!("select id from jobs.queue where id = $1", job.id)
        .fetch_optional(connection)
        .await?
        .map(|_| 0))
}

fn translate(error: sqlx::Error) -> LogError {
    match error.as_database_error() {
        // A new record whose key exists was created by somebody else, as one whose first event exists.
        Some(db)
            if db.is_unique_violation()
                && matches!(db.constraint(), Some("events_pkey" | "person_keys_pkey")) =>
        {
            LogError::Conflict
        }
        // What it was decided on is not so any more.
        Some(db) if db.constraint() == Some("guard_unchanged") => LogError::Conflict,
        _ => LogError::Database(error),
    }
}

/// Two writers waited for each other and Postgres chose us to give way: nothing was written, and trying again helps.
fn is_deadlock(error: &sqlx::Error) -> bool {
    error.as_database_error().and_then(|db| db.code()).is_some_and(|code| code.starts_with("40"))
}
