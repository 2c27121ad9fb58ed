//! Keeps the leases of one worker alive, hears of cancels, and takes back the jobs of workers that died.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::time::{Instant, MissedTickBehavior};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::lease;
use super::queue::JobQueue;
use super::running::{Signal, Stop};

/// The jobs a worker has in hand. Shared by its loop, its tasks and its keeper.
#[derive(Debug, Clone, Default)]
pub(super) struct InHand(Arc<Mutex<HashMap<String, Held>>>);

#[derive(Debug, Clone)]
struct Held {
    id: Uuid,
    kind: String,
    signal: Signal,
    until: DateTime<Utc>,
}

impl InHand {
    pub(super) fn add(&self, job: &super::running::RunningJob, until: DateTime<Utc>) {
        let held = Held { id: job.id, kind: job.kind.clone(), signal: job.signal.clone(), until };
        self.with(|jobs| jobs.insert(job.lease.clone(), held));
    }

    pub(super) fn remove(&self, lease: &str) {
        self.with(|jobs| jobs.remove(lease));
    }

    pub(super) fn of_kind(&self, kind: &str) -> usize {
        self.with(|jobs| jobs.values().filter(|held| held.kind == kind).count())
    }

    pub(super) fn raise_all(&self, stop: Stop) {
        self.with(|jobs| jobs.values().for_each(|held| held.signal.raise(stop)));
    }

    fn with<T>(&self, f: impl FnOnce(&mut HashMap<String, Held>) -> T) -> T {
        f(&mut self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner()))
    }
}

#[derive(Debug)]
pub(super) struct Keeper {
    pub queue: JobQueue,
    pub in_hand: InHand,
    pub lease: chrono::Duration,
    pub heartbeat: Duration,
    pub look: Duration,
}

impl Keeper {
    /// Runs until `stop`. It outlives the worker's last job, so that leases hold during a shutdown.
    pub(super) async fn run(self, stop: CancellationToken) {
        let mut ticks = tokio::time::interval(self.look);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut next_beat = Instant::now();
        loop {
            tokio::select! {
                () = stop.cancelled() => return,
                _ = ticks.tick() => {}
            }
            let beats = Instant::now() >= next_beat;
            if beats {
                next_beat = Instant::now() + self.heartbeat;
            }
            if let Err(error) = if beats { self.beat().await } else { self.look().await } {
                tracing::warn!(%error, "the leases of running jobs could not be renewed; trying again");
                next_beat = Instant::now();
                self.give_up_expired();
            }
        }
    }

    async fn beat(&self) -> Result<(), sqlx::Error> {
        let leases: Vec<String> = self.in_hand.with(|jobs| jobs.keys().cloned().collect());
        if !leases.is_empty() {
            let until = self.queue.now() + self.lease;
            let held = lease::extend(&self.queue.pool, &leases, until).await?;
            self.in_hand.with(|jobs| {
                for lease in &leases {
                    // Absent: it ended while we asked.
                    let Some(mine) = jobs.get_mut(lease) else { continue };
                    match held.iter().find(|(by, _)| by == lease) {
                        Some((_, cancel)) => {
                            mine.until = until;
                            if *cancel {
                                mine.signal.raise(Stop::Cancelled);
                            }
                        }
                        None => mine.signal.raise(Stop::LeaseLost),
                    }
                }
            });
        }
        self.queue.take_back(None).await
    }

    async fn look(&self) -> Result<(), sqlx::Error> {
        let ids: Vec<Uuid> = self.in_hand.with(|jobs| jobs.values().map(|held| held.id).collect());
        if ids.is_empty() {
            return Ok(());
        }
        let rows = lease::look(&self.queue.pool, &ids).await?;
        self.in_hand.with(|jobs| {
            for (by, _) in rows.iter().filter(|(_, cancel)| *cancel) {
                if let Some(held) = by.as_ref().and_then(|by| jobs.get(by)) {
                    held.signal.raise(Stop::Cancelled);
                }
            }
        });
        Ok(())
    }

    /// Without the database nobody can be asked: past its time a lease counts as lost.
    fn give_up_expired(&self) {
        let now = self.queue.now();
        self.in_hand.with(|jobs| {
            jobs.values().filter(|held| held.until < now).for_each(|held| held.signal.raise(Stop::LeaseLost))
        });
    }
}
