//! Tries, waits, parking.

use pivotal_commands::jobs::handler::{JobEnd, JobError, JobHandler, Registry};
use pivotal_commands::jobs::job::JobState;
use pivotal_commands::jobs::queue::JobQueueError;
use pivotal_commands::jobs::running::RunningJob;

use crate::support::*;

fn broken() -> Result<JobEnd, JobError> {
    Err(anyhow::anyhow!("the disk is full").context("the file cannot be written").into())
}

#[tokio::test]
async fn a_job_that_keeps_failing_is_parked_with_its_error() {
    let world = World::new().await;
    let id = world.enqueue(|job| job.max_attempts = 3).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    for attempt in 1..=3 {
        let run = runs.next().await;
        assert_eq!(run.job.attempt, attempt);
        run.end.send(broken()).unwrap();
        world.until(id, |job| job.state != JobState::Running).await;
        world.advance(3_600);
    }
    let job = world.until_state(id, JobState::Parked).await;
    assert_eq!(job.error.as_deref(), Some("the file cannot be written: the disk is full"));
    assert!(runs.none_waiting());
    worker.stop().await;
}

#[tokio::test]
async fn the_wait_doubles_from_try_to_try() {
    let world = World::new().await;
    let id = world.enqueue(|_| {}).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    for full in [5_000, 10_000, 20_000] {
        let failed_at = world.now();
        runs.next().await.end.send(broken()).unwrap();
        let job = world.until_state(id, JobState::Queued).await;
        let wait = (job.run_at - failed_at).num_milliseconds();
        assert!((full / 2..=full).contains(&wait), "waits {wait} ms of at most {full}");
        world.log.clock.advance(chrono::Duration::milliseconds(wait - 1));
        assert!(runs.none_waiting());
        world.log.clock.advance(chrono::Duration::milliseconds(1));
    }
    runs.next().await.end.send(Ok(JobEnd::Done)).unwrap();
    let job = world.until_state(id, JobState::Done).await;
    assert_eq!(job.error, None);
    worker.stop().await;
}

#[tokio::test]
async fn an_error_that_trying_again_cannot_help_parks_at_once() {
    let world = World::new().await;
    let id = world.enqueue(|_| {}).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    runs.next()
        .await
        .end
        .send(Err(JobError::permanent(anyhow::anyhow!("the import does not exist"))))
        .unwrap();
    let job = world.until_state(id, JobState::Parked).await;
    assert_eq!((job.attempts, job.error.as_deref()), (1, Some("the import does not exist")));
    worker.stop().await;
}

/// Nothing fails in it, so it is neither given up nor put off for longer and longer.
#[tokio::test]
async fn a_job_that_waits_comes_again_for_as_long_as_it_takes_and_says_for_what() {
    let world = World::new().await;
    let id = world.enqueue(|job| job.max_attempts = 1).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    for _ in 0..40 {
        let run = runs.next().await;
        assert_eq!(run.job.attempt, 1);
        run.end.send(Err(JobError::waits("the import July is still reading its file"))).unwrap();
        let job = world.until(id, |job| job.state != JobState::Running).await;
        assert_eq!((job.state, job.attempts, job.error.as_deref()), (JobState::Queued, 0, None));
        assert_eq!(job.waits_for.as_deref(), Some("the import July is still reading its file"));
        assert!(job.run_at - world.now() <= chrono::Duration::seconds(15), "{}", job.run_at);
        world.advance(15);
    }
    // A try that fails is still one.
    runs.next().await.end.send(broken()).unwrap();
    let job = world.until_state(id, JobState::Parked).await;
    assert_eq!((job.attempts, job.waits_for), (1, None));
    worker.stop().await;
}

#[tokio::test]
async fn a_job_that_waits_is_cancelled_like_any_other() {
    let world = World::new().await;
    let id = world.enqueue(|_| {}).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    let run = runs.next().await;
    world.queue.cancel(id).await.unwrap();
    run.end.send(Err(JobError::waits("an import"))).unwrap();
    world.until_state(id, JobState::Cancelled).await;
    worker.stop().await;
}

#[tokio::test]
async fn a_parked_job_is_retried_from_where_it_stopped() {
    let world = World::new().await;
    let id = world.enqueue(|job| job.max_attempts = 1).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    assert!(matches!(world.queue.retry(id).await, Err(JobQueueError::NotParked(_))));
    let run = runs.next().await;
    run.job.report_state(250, Some(1_000), None, serde_json::json!({ "row": 250 })).await.unwrap();
    run.end.send(broken()).unwrap();
    world.until_state(id, JobState::Parked).await;
    world.queue.retry(id).await.unwrap();
    let run = runs.next().await;
    assert_eq!((run.job.attempt, run.job.done), (1, 250));
    assert_eq!(run.job.resume_state::<serde_json::Value>().unwrap(), Some(serde_json::json!({ "row": 250 })));
    run.end.send(Ok(JobEnd::Done)).unwrap();
    world.until_state(id, JobState::Done).await;
    worker.stop().await;
}

#[tokio::test]
async fn a_try_that_got_further_counts_as_the_first() {
    let world = World::new().await;
    let id = world.enqueue(|job| job.max_attempts = 2).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    for done in [100, 200, 300] {
        let run = runs.next().await;
        run.job.report(done, None, None).await.unwrap();
        run.end.send(broken()).unwrap();
        let job = world.until(id, |job| job.state != JobState::Running).await;
        assert_eq!((job.state, job.attempts), (JobState::Queued, 1));
        world.advance(3_600);
    }
    runs.next().await.end.send(broken()).unwrap();
    world.until_state(id, JobState::Parked).await;
    worker.stop().await;
}

struct Panicking;

impl JobHandler for Panicking {
    const KIND: &'static str = PROBE;

    async fn run(&self, _job: &RunningJob) -> Result<JobEnd, JobError> {
        panic!("index out of range")
    }
}

#[tokio::test]
async fn a_panic_is_an_error_of_its_job_alone() {
    let world = World::new().await;
    let id = world.enqueue(|job| job.max_attempts = 1).await;
    let worker = Running::start(world.queue.clone(), Registry::default().with(Panicking), quick());
    let job = world.until_state(id, JobState::Parked).await;
    assert_eq!(job.error.as_deref(), Some("panicked: index out of range"));
    let next = world.enqueue(|job| job.max_attempts = 1).await;
    world.until_state(next, JobState::Parked).await;
    worker.stop().await;
}

#[tokio::test]
async fn an_unknown_job_can_be_neither_retried_nor_cancelled() {
    let world = World::new().await;
    let id = uuid::Uuid::now_v7();
    assert!(matches!(world.queue.retry(id).await, Err(JobQueueError::NotFound)));
    assert!(matches!(world.queue.cancel(id).await, Err(JobQueueError::NotFound)));
    assert!(world.queue.find(id).await.unwrap().is_none());
}
