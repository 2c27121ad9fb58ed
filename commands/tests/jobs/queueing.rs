//! Order, uniqueness, progress.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use pivotal_commands::jobs::handler::{JobEnd, Registry};
use pivotal_commands::jobs::job::JobState;
use pivotal_commands::jobs::queue::Enqueued;
use pivotal_log::append::{Append, Lane, NewJob};
use uuid::Uuid;

use crate::support::*;

#[tokio::test]
async fn two_workers_never_run_one_job_twice() {
    let world = World::new().await;
    let mut ids = HashSet::new();
    for _ in 0..60 {
        ids.insert(world.enqueue(|_| {}).await);
    }
    let ran = Arc::new(Mutex::new(Vec::new()));
    let workers: Vec<Running> = (0..3)
        .map(|_| {
            Running::start(world.other_queue(), Registry::default().with(Counting(ran.clone())), quick())
        })
        .collect();
    for id in &ids {
        world.until_state(*id, JobState::Done).await;
    }
    for worker in workers {
        worker.stop().await;
    }
    let ran = ran.lock().unwrap().clone();
    assert_eq!(ran.len(), ids.len());
    assert_eq!(ran.into_iter().collect::<HashSet<_>>(), ids);
}

#[tokio::test]
async fn the_more_urgent_job_runs_first_and_among_equals_the_older() {
    let world = World::new().await;
    let now = world.now();
    let late = world.enqueue(|job| job.run_at = Some(now - chrono::Duration::seconds(1))).await;
    let early = world.enqueue(|job| job.run_at = Some(now - chrono::Duration::seconds(2))).await;
    let urgent = world.enqueue(|job| job.priority = 5).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(
        world.queue.clone(),
        registry,
        pivotal_commands::jobs::worker::WorkerConfig { concurrency: 1, ..quick() },
    );
    for expected in [urgent, early, late] {
        let run = runs.next().await;
        assert_eq!(run.job.id, expected);
        run.end.send(Ok(JobEnd::Done)).unwrap();
    }
    worker.stop().await;
}

#[tokio::test]
async fn a_job_waits_for_its_time() {
    let world = World::new().await;
    let later = world.now() + chrono::Duration::minutes(5);
    let id = world.enqueue(|job| job.run_at = Some(later)).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    // Another job passes it by, so the queue was looked at.
    world.enqueue(|_| {}).await;
    let other = runs.next().await;
    assert_ne!(other.job.id, id);
    other.end.send(Ok(JobEnd::Done)).unwrap();
    world.advance(301);
    let run = runs.next().await;
    assert_eq!(run.job.id, id);
    run.end.send(Ok(JobEnd::Done)).unwrap();
    worker.stop().await;
}

#[tokio::test]
async fn a_job_made_in_an_append_is_run() {
    let world = World::new().await;
    let job = NewJob::new(Uuid::now_v7(), PROBE, "Probe", serde_json::json!({ "n": 7 })).unwrap();
    let id = job.id;
    let mut append = Append::new(Lane::Interactive);
    append.jobs.push(job);
    world.log.log.append(append).await.unwrap();
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    let run = runs.next().await;
    assert_eq!(run.job.payload::<std::collections::HashMap<String, i64>>().unwrap()["n"], 7);
    run.end.send(Ok(JobEnd::Done)).unwrap();
    world.until_state(id, JobState::Done).await;
    worker.stop().await;
}

#[tokio::test]
async fn while_a_job_is_open_its_unique_key_takes_no_other() {
    let world = World::new().await;
    let open = world.enqueue(|job| job.unique_key = Some("one".into())).await;
    let mut second = NewJob::new(Uuid::now_v7(), PROBE, "Probe", serde_json::json!({})).unwrap();
    second.unique_key = Some("one".into());
    assert_eq!(world.queue.enqueue(&second).await.unwrap(), Enqueued::AlreadyOpen(open));
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    runs.next().await.end.send(Ok(JobEnd::Done)).unwrap();
    world.until_state(open, JobState::Done).await;
    assert_eq!(world.queue.enqueue(&second).await.unwrap(), Enqueued::New(second.id));
    runs.next().await.end.send(Ok(JobEnd::Done)).unwrap();
    worker.stop().await;
}

#[tokio::test]
async fn one_process_runs_only_so_many_jobs_of_a_kind_at_once() {
    let world = World::new().await;
    world.enqueue(|_| {}).await;
    let second = world.enqueue(|_| {}).await;
    let (registry, mut runs) = limited_probe(1);
    let worker = Running::start(world.queue.clone(), registry, quick());
    let first = runs.next().await;
    assert_eq!(world.job(second).await.state, JobState::Queued);
    first.end.send(Ok(JobEnd::Done)).unwrap();
    let next = runs.next().await;
    assert_eq!(next.job.id, second);
    next.end.send(Ok(JobEnd::Done)).unwrap();
    worker.stop().await;
}

#[tokio::test]
async fn progress_shows_with_rate_and_time_left() {
    let world = World::new().await;
    let id = world.enqueue(|_| {}).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    let run = runs.next().await;
    assert_eq!(world.job(id).await.progress.rate, None);
    world.advance(10);
    run.job.report_state(200, Some(1_000), Some("reading"), serde_json::json!({ "row": 200 })).await.unwrap();
    let progress = world.job(id).await.progress;
    assert_eq!(
        (progress.done, progress.total, progress.phase.as_deref()),
        (200, Some(1_000), Some("reading"))
    );
    assert_eq!((progress.rate, progress.eta_seconds), (Some(20.0), Some(40.0)));
    run.end.send(Ok(JobEnd::Done)).unwrap();
    let done = world.until_state(id, JobState::Done).await;
    assert_eq!(done.progress.eta_seconds, None);
    worker.stop().await;
}
