//! A queue, workers on it, and a handler that does what a test tells it to.

use std::sync::Arc;
use std::time::Duration;

use pivotal_commands::jobs::handler::{JobEnd, JobError, JobHandler, Registry};
use pivotal_commands::jobs::job::{Job, JobState};
use pivotal_commands::jobs::queue::{Enqueued, JobQueue};
use pivotal_commands::jobs::running::RunningJob;
use pivotal_commands::jobs::worker::{Worker, WorkerConfig};
use pivotal_log::append::NewJob;
use pivotal_log::clock::Clock;
use pivotal_log::testing::TestLog;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

pub const PROBE: &str = "probe";

pub struct World {
    pub log: TestLog,
    pub queue: JobQueue,
}

impl World {
    pub async fn new() -> Self {
        let log = TestLog::new().await;
        let queue = JobQueue::new(log.pools.write.clone(), log.clock.clone());
        World { log, queue }
    }

    /// As a process of its own would have it: no bell in common.
    pub fn other_queue(&self) -> JobQueue {
        JobQueue::new(self.log.pools.write.clone(), self.log.clock.clone())
    }

    pub async fn enqueue(&self, change: impl FnOnce(&mut NewJob)) -> Uuid {
        let mut job = NewJob::new(Uuid::now_v7(), PROBE, "Probe", serde_json::json!({})).unwrap();
        change(&mut job);
        match self.queue.enqueue(&job).await.unwrap() {
            Enqueued::New(id) => id,
            Enqueued::AlreadyOpen(id) => panic!("{id} is open"),
        }
    }

    pub async fn job(&self, id: Uuid) -> Job {
        self.queue.find(id).await.unwrap().expect("the job exists")
    }

    /// Waits until the job is as wanted, and answers it.
    pub async fn until(&self, id: Uuid, wanted: impl Fn(&Job) -> bool) -> Job {
        let deadline = tokio::time::Instant::now() + Duration::from_secs(60);
        loop {
            let job = self.job(id).await;
            if wanted(&job) {
                return job;
            }
            assert!(tokio::time::Instant::now() < deadline, "the job stayed as {job:?}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    pub async fn until_state(&self, id: Uuid, state: JobState) -> Job {
        self.until(id, |job| job.state == state).await
    }

    pub fn advance(&self, seconds: i64) {
        self.log.clock.advance(chrono::Duration::seconds(seconds));
    }

    pub fn now(&self) -> chrono::DateTime<chrono::Utc> {
        self.log.clock.now()
    }
}

/// Quick in everything that is measured in real time. Leases are measured by the test's clock.
pub fn quick() -> WorkerConfig {
    WorkerConfig {
        heartbeat: Duration::from_millis(40),
        look: Duration::from_millis(20),
        poll: Duration::from_millis(20),
        grace: Duration::from_secs(5),
        ..WorkerConfig::default()
    }
}

pub struct Running {
    shutdown: CancellationToken,
    task: JoinHandle<()>,
}

impl Running {
    pub fn start(queue: JobQueue, registry: Registry, config: WorkerConfig) -> Self {
        let shutdown = CancellationToken::new();
        Running { task: tokio::spawn(Worker::new(queue, registry, config).run(shutdown.clone())), shutdown }
    }

    pub async fn stop(self) {
        self.shutdown.cancel();
        self.task.await.unwrap();
    }
}

/// One start of the handler; the test answers how it ends.
pub struct Started {
    pub job: RunningJob,
    pub end: tokio::sync::oneshot::Sender<Result<JobEnd, JobError>>,
}

/// A handler whose every run waits for the test.
pub struct Probe<const SETTLES: bool> {
    started: mpsc::UnboundedSender<Started>,
    at_once: usize,
}

impl JobHandler for Probe<false> {
    const KIND: &'static str = PROBE;

    fn at_once(&self) -> usize {
        self.at_once
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        hand_over(&self.started, job).await
    }
}

impl JobHandler for Probe<true> {
    const KIND: &'static str = pivotal_commands::jobs::kinds::IMPORT_RUN.name;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        hand_over(&self.started, job).await
    }
}

async fn hand_over(started: &mpsc::UnboundedSender<Started>, job: &RunningJob) -> Result<JobEnd, JobError> {
    let (end, ended) = tokio::sync::oneshot::channel();
    started.send(Started { job: job.clone(), end })?;
    ended.await?
}

/// What the probe's runs are heard through.
pub struct Runs(mpsc::UnboundedReceiver<Started>);

impl Runs {
    pub async fn next(&mut self) -> Started {
        tokio::time::timeout(Duration::from_secs(60), self.0.recv())
            .await
            .expect("a run starts in time")
            .expect("the probe lives")
    }

    pub fn none_waiting(&mut self) -> bool {
        self.0.try_recv().is_err()
    }
}

pub fn probe() -> (Registry, Runs) {
    limited_probe(usize::MAX)
}

pub fn limited_probe(at_once: usize) -> (Registry, Runs) {
    let (started, runs) = mpsc::unbounded_channel();
    (Registry::default().with(Probe::<false> { started, at_once }), Runs(runs))
}

/// Of a kind whose handler settles cancels.
pub fn settling_probe() -> (Registry, Runs) {
    let (started, runs) = mpsc::unbounded_channel();
    (Registry::default().with(Probe::<true> { started, at_once: usize::MAX }), Runs(runs))
}

/// Counts its runs and ends at once.
pub struct Counting(pub Arc<std::sync::Mutex<Vec<Uuid>>>);

impl JobHandler for Counting {
    const KIND: &'static str = PROBE;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        tokio::task::yield_now().await;
        self.0.lock().unwrap().push(job.id);
        Ok(JobEnd::Done)
    }
}
