//! Claims due jobs and runs them, several at once, until it is told to stop.

use std::any::Any;
use std::time::Duration;

use pivotal_log::failpoint::{Failpoint, hit};
use rand::Rng;
use tokio::task::{JoinError, JoinSet};
use tokio_util::sync::CancellationToken;

use super::backoff::Backoff;
use super::handler::{JobEnd, JobError, Registry};
use super::keeper::{InHand, Keeper};
use super::lease::{self, Failed};
use super::queue::JobQueue;
use super::running::{RunningJob, Stop};
use super::schedules;

#[derive(Debug, Clone)]
pub struct WorkerConfig {
    /// Shown as the holder of leases; host and process.
    pub name: String,
    /// Jobs at once in this process.
    pub concurrency: usize,
    /// A worker that is silent for this long has died. What kill -9 interrupts goes on after at most this time.
    pub lease: Duration,
    pub heartbeat: Duration,
    /// How soon a running job hears of a cancel.
    pub look: Duration,
    /// Pause between looks at an empty queue. Work made in this process wakes the worker at once.
    pub poll: Duration,
    pub backoff: Backoff,
    /// How long a shutdown waits for running jobs to give way.
    pub grace: Duration,
}

impl Default for WorkerConfig {
    fn default() -> Self {
        WorkerConfig {
            name: format!("{}:{}", host_name(), std::process::id()),
            concurrency: 4,
            lease: Duration::from_secs(20),
            heartbeat: Duration::from_secs(5),
            look: Duration::from_millis(500),
            poll: Duration::from_millis(150),
            backoff: Backoff::default(),
            grace: Duration::from_secs(20),
        }
    }
}

#[derive(Debug)]
pub struct Worker {
    queue: JobQueue,
    registry: Registry,
    config: WorkerConfig,
    in_hand: InHand,
}

impl Worker {
    pub fn new(queue: JobQueue, registry: Registry, config: WorkerConfig) -> Self {
        Worker { queue, registry, config, in_hand: InHand::default() }
    }

    /// Runs until `shutdown`. Then claims nothing more, tells running jobs to give way, waits for them up to the grace
    /// period and gives their leases back. Spawn it: it must not be cut off in the middle.
    pub async fn run(self, shutdown: CancellationToken) {
        let keeper_stop = CancellationToken::new();
        let keeper = tokio::spawn(
            Keeper {
                queue: self.queue.clone(),
                in_hand: self.in_hand.clone(),
                lease: chrono_of(self.config.lease),
                heartbeat: self.config.heartbeat,
                look: self.config.look,
            }
            .run(keeper_stop.clone()),
        );
        let kinds: Vec<String> = self.registry.kinds().map(str::to_owned).collect();
        let scheduler = tokio::spawn(schedules::run(self.queue.clone(), kinds, shutdown.clone()));
        let mut tasks = JoinSet::new();
        while !shutdown.is_cancelled() {
            let pause = match self.claim(&tasks).await {
                Ok(Some(job)) => {
                    self.start(&mut tasks, job);
                    continue;
                }
                Ok(None) => self.config.poll,
                Err(error) => {
                    tracing::warn!(%error, "the job queue cannot be read; trying again");
                    self.config.poll.max(Duration::from_millis(500))
                }
            };
            // Workers that poll in step would all miss or all meet; none of these branches touches the database.
            let pause = pause.mul_f64(rand::rng().random_range(0.7..1.3));
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = self.queue.woken() => {}
                () = shutdown.cancelled() => {}
                Some(ended) = tasks.join_next() => report_lost_task(ended),
            }
            while let Some(ended) = tasks.try_join_next() {
                report_lost_task(ended);
            }
        }
        self.wind_down(tasks).await;
        keeper_stop.cancel();
        for (name, task) in [("keeper", keeper), ("scheduler", scheduler)] {
            if let Err(error) = task.await {
                tracing::error!(%error, "the {name} of the job worker broke");
            }
        }
    }

    async fn claim(&self, tasks: &JoinSet<()>) -> Result<Option<RunningJob>, sqlx::Error> {
        if tasks.len() >= self.config.concurrency {
            return Ok(None);
        }
        let kinds: Vec<String> = self
            .registry
            .iter()
            .filter(|(kind, handler)| self.in_hand.of_kind(kind) < handler.at_once())
            .map(|(kind, _)| kind.to_owned())
            .collect();
        lease::claim(
            &self.queue.pool,
            &self.config.name,
            &kinds,
            self.queue.now(),
            chrono_of(self.config.lease),
        )
        .await
    }

    fn start(&self, tasks: &mut JoinSet<()>, job: RunningJob) {
        self.in_hand.add(&job, self.queue.now() + chrono_of(self.config.lease));
        let (queue, registry, backoff, in_hand) =
            (self.queue.clone(), self.registry.clone(), self.config.backoff, self.in_hand.clone());
        let patience = self.config.lease;
        tasks.spawn(async move {
            let began = std::time::Instant::now();
            let result = call(&registry, job.clone()).await;
            metrics::histogram!("pivotal_job_seconds", "kind" => job.kind.clone())
                .record(began.elapsed().as_secs_f64());
            settle(&queue, &job, result, backoff, patience).await;
            in_hand.remove(&job.lease);
            // A freed slot, or a kind that may run again.
            queue.wake();
        });
    }

    async fn wind_down(&self, mut tasks: JoinSet<()>) {
        self.in_hand.raise_all(Stop::Shutdown);
        let deadline = tokio::time::Instant::now() + self.config.grace;
        while !tasks.is_empty() {
            tokio::select! {
                Some(ended) = tasks.join_next() => report_lost_task(ended),
                () = tokio::time::sleep_until(deadline) => {
                    // Its lease is not given back: it may still be writing. It runs out by itself.
                    tracing::warn!(jobs = tasks.len(), "jobs did not give way in time; they go on elsewhere when their lease has run out");
                    tasks.detach_all();
                }
            }
        }
    }
}

/// Runs the handler in a task of its own, so that its panic is an error of this job alone.
async fn call(registry: &Registry, job: RunningJob) -> Result<JobEnd, JobError> {
    let Some(handler) = registry.get(&job.kind) else {
        return Err(JobError::Permanent(anyhow::anyhow!("no handler for jobs of kind {}", job.kind)));
    };
    tracing::info!(job = %job.id, kind = job.kind, attempt = job.attempt, "job started");
    let task = tokio::spawn(async move { handler.run(&job).await });
    match task.await {
        Ok(result) => result,
        Err(error) if error.is_panic() => {
            Err(anyhow::anyhow!("panicked: {}", panic_text(error.into_panic().as_ref())).into())
        }
        Err(error) => Err(error.into()),
    }
}

/// Writes down how a try ended. The database may be away: asks again while the lease can still be ours.
async fn settle(
    queue: &JobQueue,
    job: &RunningJob,
    result: Result<JobEnd, JobError>,
    backoff: Backoff,
    patience: Duration,
) {
    hit(Failpoint::JobBeforeDone);
    let give_up = tokio::time::Instant::now() + patience;
    loop {
        match write_end(queue, job, &result, backoff).await {
            Ok(()) => return,
            Err(error) if tokio::time::Instant::now() >= give_up => {
                tracing::error!(job = %job.id, kind = job.kind, %error, "the end of a job could not be written down; it runs again when its lease has run out");
                return;
            }
            Err(_) => tokio::time::sleep(Duration::from_millis(250)).await,
        }
    }
}

async fn write_end(
    queue: &JobQueue,
    job: &RunningJob,
    result: &Result<JobEnd, JobError>,
    backoff: Backoff,
) -> Result<(), sqlx::Error> {
    let now = queue.now();
    let (held, end) = match result {
        Ok(JobEnd::Done) => (lease::finish(job, "done", now).await?, "done"),
        Ok(JobEnd::Cancelled) => (lease::finish(job, "cancelled", now).await?, "cancelled"),
        Ok(JobEnd::Stopped) => (lease::release(job, now).await?, "stopped"),
        Err(waits @ JobError::Waits(_)) => {
            let look_again = now + backoff.look_again(rand::rng().random::<f64>());
            (lease::wait(job, &waits.chain(), now, look_again).await?, "waits")
        }
        Err(error) => {
            let roll = rand::rng().random::<f64>();
            let permanent = matches!(error, JobError::Permanent(_));
            let chain = error.chain();
            let failed = lease::fail(
                job,
                &chain,
                permanent,
                now,
                backoff.delay(job.attempt, roll),
                backoff.delay(1, roll),
            )
            .await?;
            match failed {
                Failed::Parked => {
                    tracing::error!(job = %job.id, kind = job.kind, attempt = job.attempt, error = chain, "job parked")
                }
                Failed::Again | Failed::Cancelled | Failed::LeaseLost => {
                    tracing::warn!(job = %job.id, kind = job.kind, attempt = job.attempt, error = chain, "job failed")
                }
            }
            (failed != Failed::LeaseLost, if failed == Failed::Parked { "parked" } else { "failed" })
        }
    };
    metrics::counter!("pivotal_jobs_ended_total", "kind" => job.kind.clone(), "end" => if held { end } else { "lease_lost" }).increment(1);
    if held {
        tracing::info!(job = %job.id, kind = job.kind, end, "job ended");
    } else {
        tracing::warn!(job = %job.id, kind = job.kind, "this worker had lost the job's lease; its result does not count");
    }
    Ok(())
}

fn report_lost_task(ended: Result<(), JoinError>) {
    if let Err(error) = ended {
        tracing::error!(%error, "a job's task broke; the job runs again when its lease has run out");
    }
}

fn panic_text(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without a message")
}

fn chrono_of(duration: Duration) -> chrono::Duration {
    chrono::Duration::from_std(duration).unwrap_or(chrono::Duration::MAX)
}

fn host_name() -> String {
    std::fs::read_to_string("/proc/sys/kernel/hostname")
        .ok()
        .or_else(|| std::env::var("HOSTNAME").ok())
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "host".to_owned())
}
