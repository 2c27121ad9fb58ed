//! Takes in what came back: reads the inbox and the hits, finds the mails they are about, and writes signals to the log together with
//! all that follows from them.
//!
//! One process at a time does it. Killed anywhere, the next one reads the same rows again, and the keys that the log keeps say what is
//! written already.

mod earlier;
mod facts;
pub mod follow;
mod found;
mod health;
mod hits;
mod told;
mod write;

pub(super) use facts::{fact_of, outcome_of, settled};
pub(super) use told::{Left, key_of_page};

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use pivotal_domain::email::tracking::key::TrackingKey;
use pivotal_log::failpoint::{Failpoint, hit};
use sqlx::{ConnectOptions, PgConnection, PgPool};
use tokio_util::sync::CancellationToken;

use self::told::Told;
use super::inbox::{self, Row, Source};
use crate::context::Context;
use crate::error::CommandError;

/// Session advisory lock of the process that takes in.
const LOCK: i64 = 7_093;
/// Rows of the inbox that are read together; each may tell of a thousand mails.
const ROWS: i64 = 20;
/// Told things of one append.
const CHUNK: usize = 1_000;
/// What is about a mail that is being handed over at this moment comes again after that.
const AGAIN: TimeDelta = TimeDelta::seconds(5);
/// How often what waits is counted.
const MEASURE_EVERY: Duration = Duration::from_secs(10);
const POLL: Duration = Duration::from_millis(200);
const STANDBY: Duration = Duration::from_secs(1);
const RETRY_MAX: Duration = Duration::from_secs(5);

/// What one step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Another process takes in.
    Standby,
    Idle,
    /// There may be more.
    Worked,
}

pub struct Intake {
    ctx: Context,
    key: TrackingKey,
    /// Holds the session lock; losing it is losing the lock.
    connection: Option<PgConnection>,
    measured_at: Option<Instant>,
}

impl std::fmt::Debug for Intake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Intake(..)")
    }
}

impl Intake {
    pub fn new(ctx: Context, key: TrackingKey) -> Self {
        Intake { ctx, key, connection: None, measured_at: None }
    }

    /// Works until told to stop.
    pub async fn run(mut self, stop: CancellationToken) {
        let mut retry = POLL;
        while !stop.is_cancelled() {
            let pause = match self.step().await {
                Ok(Step::Worked) => {
                    retry = POLL;
                    continue;
                }
                Ok(Step::Idle) => {
                    retry = POLL;
                    POLL
                }
                Ok(Step::Standby) => STANDBY,
                Err(error) => {
                    metrics::counter!("pivotal_email_intake_failures_total").increment(1);
                    tracing::warn!(error = %chain(&error), "what came in about emails could not be taken in; it is tried again");
                    retry = (retry * 2).min(RETRY_MAX);
                    retry
                }
            };
            tokio::select! {
                () = stop.cancelled() => {}
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    /// Takes in what is due, the inbox first: a suppression must not wait for openings.
    pub async fn step(&mut self) -> Result<Step, CommandError> {
        if !self.is_alone().await? {
            if self.measured_at.take().is_some() {
                told_of_waiting(0, TimeDelta::zero());
            }
            return Ok(Step::Standby);
        }
        if self.measured_at.is_none_or(|at| at.elapsed() >= MEASURE_EVERY) {
            self.measure().await?;
            self.measured_at = Some(Instant::now());
        }
        let inbox = self.read_inbox().await?;
        let hits = hits::take_in(&self.ctx).await?;
        Ok(if inbox || hits { Step::Worked } else { Step::Idle })
    }

    async fn is_alone(&mut self) -> Result<bool, CommandError> {
        if let Some(connection) = &mut self.connection {
            // A connection that is gone takes the lock along.
            match sqlx::query("select 1").execute(&mut *connection).await {
                Ok(_) => return Ok(true),
                Err(error) => {
                    self.connection = None;
                    return Err(error.into());
                }
            }
        }
        let options = self.ctx.log.pools.options().application_name("pivotal email intake");
        let mut connection = options.connect().await?;
        let locked: bool = sqlx::query_scalar("select pg_try_advisory_lock($1)")
            .bind(LOCK)
            .fetch_one(&mut connection)
            .await?;
        if locked {
            self.connection = Some(connection);
        }
        Ok(locked)
    }

    /// How much waits to be read, and how long the first of it has.
    async fn measure(&self) -> Result<(), CommandError> {
        let waiting = inbox::waiting(&self.ctx.log.pools.write).await?;
        let age = waiting.since.map_or(TimeDelta::zero(), |since| self.ctx.now() - since);
        told_of_waiting(waiting.rows, age);
        Ok(())
    }

    /// Whether there was anything.
    async fn read_inbox(&self) -> Result<bool, CommandError> {
        let pool = &self.ctx.log.pools.write;
        let rows = inbox::due(pool, self.ctx.now(), ROWS).await?;
        if rows.is_empty() {
            return Ok(false);
        }
        // What one sender told stands in facts of its own.
        let mut groups: BTreeMap<(&'static str, String), Group> = BTreeMap::new();
        for row in rows {
            let Some(source) = Source::parse(&row.source) else {
                inbox::park(pool, row.id, "nobody knows where it came from").await?;
                continue;
            };
            match told::read(&row, source, &self.ctx.log.blind, &self.key) {
                Ok(told) => {
                    let group = groups.entry((source.told_by(), row.account.clone())).or_default();
                    group.told.extend(told);
                    group.rows.push(row);
                }
                Err(why) => inbox::park(pool, row.id, &why).await?,
            }
        }
        for ((source, account), group) in groups {
            match self.take_in(pool, source, &account, &group).await {
                Ok(()) => {}
                // A database that is away holds up all.
                Err(error @ CommandError::Unavailable(_)) => return Err(error),
                // Only what cannot be written waits, and not what came with it.
                Err(_) => {
                    for one in group.one_by_one() {
                        self.alone(pool, source, &account, &one).await?;
                    }
                }
            }
        }
        Ok(true)
    }

    /// A row that could not be written together with others, or as a whole: each thing that it tells is written by itself, so that what
    /// is said of others holds. It comes again for the rest, too often and it is set aside.
    async fn alone(
        &self,
        pool: &PgPool,
        source: &'static str,
        account: &str,
        group: &Group,
    ) -> Result<(), CommandError> {
        match self.take_in(pool, source, account, group).await {
            Err(error) if !matches!(error, CommandError::Unavailable(_)) => {}
            taken => return taken,
        }
        let (mut waits, mut failed) = (false, None);
        for told in group.told.chunks(1) {
            match write::write(&self.ctx, source, Some(account), told).await {
                Ok(written) => waits |= !written.waiting.is_empty(),
                Err(error @ CommandError::Unavailable(_)) => return Err(error),
                Err(error) => failed = Some(chain(&error)),
            }
        }
        let ids: Vec<i64> = group.rows.iter().map(|row| row.id).collect();
        match failed {
            Some(why) => {
                tracing::warn!(error = %why, source, "something that came in about emails could not be written");
                for row in &group.rows {
                    inbox::failed(pool, row, &why, self.ctx.now()).await?;
                }
                Ok(())
            }
            None if waits => inbox::again(pool, &ids, self.ctx.now(), AGAIN).await,
            None => inbox::done(pool, &ids).await,
        }
    }

    async fn take_in(
        &self,
        pool: &PgPool,
        source: &'static str,
        account: &str,
        group: &Group,
    ) -> Result<(), CommandError> {
        let Group { rows, told } = group;
        let mut waiting = Vec::new();
        for chunk in told.chunks(CHUNK) {
            waiting.extend(write::write(&self.ctx, source, Some(account), chunk).await?.waiting);
        }
        hit(Failpoint::EmailAfterSignals);
        let done: Vec<i64> = rows.iter().map(|row| row.id).filter(|id| !waiting.contains(id)).collect();
        inbox::done(pool, &done).await?;
        if !waiting.is_empty() {
            inbox::again(pool, &waiting, self.ctx.now(), AGAIN).await?;
        }
        Ok(())
    }
}

fn told_of_waiting(rows: i64, age: TimeDelta) {
    metrics::gauge!("pivotal_email_inbox_rows").set(rows as f64);
    metrics::gauge!("pivotal_email_inbox_age_seconds").set(age.num_seconds().max(0) as f64);
}

/// Rows that came from one sender by one account, with all they tell.
#[derive(Default)]
struct Group {
    rows: Vec<Row>,
    told: Vec<Told>,
}

impl Group {
    /// Each row by itself.
    fn one_by_one(self) -> Vec<Group> {
        let Group { rows, mut told } = self;
        let of = |row: Row| {
            let (own, others): (Vec<Told>, Vec<Told>) =
                std::mem::take(&mut told).into_iter().partition(|one| one.row == row.id);
            told = others;
            Group { rows: vec![row], told: own }
        };
        rows.into_iter().map(of).collect()
    }
}

/// An error with its causes; nobody is named in it.
fn chain(error: &CommandError) -> String {
    let mut text = error.to_string();
    let mut next = std::error::Error::source(error);
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    pivotal_log::masked::masked(&text)
}
