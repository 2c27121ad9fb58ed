//! What a handler holds while its job runs: the payload, the way to report progress, and whether to stop.

use std::sync::Arc;

use pivotal_log::append::JobProgress;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sqlx::PgPool;
use tokio::sync::watch;
use uuid::Uuid;

use super::handler::JobError;

/// Why a running job should end early.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// The process is going down: end with [`super::handler::JobEnd::Stopped`] after the current step.
    Shutdown,
    /// A person asked: tidy up and end with [`super::handler::JobEnd::Cancelled`].
    Cancelled,
    /// The lease ran out and another worker may be on it already: write nothing more.
    LeaseLost,
}

/// Tells a handler to stop. A graver reason takes the place of a lesser one, never the other way round.
#[derive(Debug, Clone)]
pub(super) struct Signal(Arc<watch::Sender<Option<Stop>>>);

impl Signal {
    pub(super) fn new(initial: Option<Stop>) -> Self {
        Signal(Arc::new(watch::Sender::new(initial)))
    }

    pub(super) fn raise(&self, stop: Stop) {
        self.0.send_if_modified(|current| {
            let graver = current.is_none_or(|current| stop > current);
            if graver {
                *current = Some(stop);
            }
            graver
        });
    }

    pub(super) fn get(&self) -> Option<Stop> {
        *self.0.borrow()
    }
}

#[derive(Debug, Clone)]
pub struct RunningJob {
    pub id: Uuid,
    pub kind: String,
    pub title: String,
    pub payload: Value,
    /// From 1; counts tries in a row without progress.
    pub attempt: i32,
    pub max_attempts: i32,
    pub created_by: Option<Uuid>,
    /// As an earlier try left it.
    pub done: i64,
    pub total: Option<i64>,
    pub(super) state: Value,
    pub(super) lease: String,
    pub(super) signal: Signal,
    pub(super) pool: PgPool,
}

impl RunningJob {
    /// The payload as its type. One that cannot be read will not read better on the next try.
    pub fn payload<T: DeserializeOwned>(&self) -> Result<T, JobError> {
        serde_json::from_value(self.payload.clone()).map_err(|error| {
            JobError::permanent(
                anyhow::Error::new(error)
                    .context(format!("the payload of this {} job cannot be read", self.kind)),
            )
        })
    }

    /// What an earlier try left to go on from; `None` on the first.
    pub fn resume_state<T: DeserializeOwned>(&self) -> Result<Option<T>, JobError> {
        if self.state.as_object().is_some_and(serde_json::Map::is_empty) {
            return Ok(None);
        }
        serde_json::from_value(self.state.clone()).map(Some).map_err(|error| {
            JobError::permanent(
                anyhow::Error::new(error).context("the saved progress of this job cannot be read"),
            )
        })
    }

    /// Whether and why to stop. Known within half a second of the request.
    pub fn stop(&self) -> Option<Stop> {
        self.signal.get()
    }

    pub fn should_stop(&self) -> bool {
        self.stop().is_some()
    }

    pub fn is_cancelled(&self) -> bool {
        self.stop() == Some(Stop::Cancelled)
    }

    /// Waits until the job should stop. For waits that are not on the database: a statement is never cut off.
    pub async fn stopped(&self) -> Stop {
        let mut receiver = self.signal.0.subscribe();
        // The sender lives in `self`, so the channel cannot close meanwhile.
        match receiver.wait_for(Option::is_some).await {
            Ok(stop) => stop.unwrap_or(Stop::LeaseLost),
            Err(_) => Stop::LeaseLost,
        }
    }

    /// Progress to commit in the same append as the work it counts.
    pub fn progress(
        &self,
        done: i64,
        total: Option<i64>,
        phase: Option<&str>,
        state: Option<Value>,
    ) -> JobProgress {
        JobProgress { job: self.id, done, total, phase: phase.map(str::to_owned), state }
    }

    /// Writes progress by itself, for work that appends nothing. `None` leaves a value as it is.
    /// Fails when the lease is lost: then another worker counts.
    pub async fn report(&self, done: i64, total: Option<i64>, phase: Option<&str>) -> Result<(), JobError> {
        self.write(done, total, phase, None).await
    }

    /// As [`Self::report`], with what a later try needs to go on from here.
    pub async fn report_state(
        &self,
        done: i64,
        total: Option<i64>,
        phase: Option<&str>,
        state: impl Serialize,
    ) -> Result<(), JobError> {
        let state = serde_json::to_value(state)?;
        self.write(done, total, phase, Some(state)).await
    }

    async fn write(
        &self,
        done: i64,
        total: Option<i64>,
        phase: Option<&str>,
        state: Option<Value>,
    ) -> Result<(), JobError> {
        let written = sqlx::query!(
            "update jobs.queue set progress_done = $3, progress_total = coalesce($4, progress_total), progress_phase = coalesce($5, progress_phase),
               progress_state = coalesce($6, progress_state), updated_at = clock_timestamp()
             where id = $1 and lease_by = $2 and state = 'running'",
            self.id, self.lease, done, total, phase, state
        ).execute(&self.pool).await?;
        if written.rows_affected() == 0 {
            self.signal.raise(Stop::LeaseLost);
            return Err(anyhow::anyhow!("another worker has taken over this job").into());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesser_reason_does_not_hide_a_graver_one() {
        let signal = Signal::new(None);
        signal.raise(Stop::Shutdown);
        signal.raise(Stop::Cancelled);
        signal.raise(Stop::Shutdown);
        assert_eq!(signal.get(), Some(Stop::Cancelled));
        signal.raise(Stop::LeaseLost);
        assert_eq!(signal.get(), Some(Stop::LeaseLost));
    }
}
