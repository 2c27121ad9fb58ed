//! Cancelled while waiting, while running, while parked.

use pivotal_commands::jobs::handler::JobEnd;
use pivotal_commands::jobs::job::JobState;
use pivotal_commands::jobs::kinds;
use pivotal_commands::jobs::queue::Cancelled;
use pivotal_commands::jobs::running::Stop;

use crate::support::*;

#[tokio::test]
async fn a_waiting_job_is_cancelled_at_once() {
    let world = World::new().await;
    let id = world.enqueue(|_| {}).await;
    assert_eq!(world.queue.cancel(id).await.unwrap(), Cancelled::AtOnce);
    let job = world.job(id).await;
    assert_eq!((job.state, job.finished_at), (JobState::Cancelled, Some(world.now())));
    // A repeat is no mistake.
    assert_eq!(world.queue.cancel(id).await.unwrap(), Cancelled::WasOver(JobState::Cancelled));
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    let other = world.enqueue(|_| {}).await;
    let run = runs.next().await;
    assert_eq!(run.job.id, other);
    run.end.send(Ok(JobEnd::Done)).unwrap();
    worker.stop().await;
}

#[tokio::test]
async fn a_running_job_hears_of_its_cancel_and_ends_it() {
    let world = World::new().await;
    let id = world.enqueue(|_| {}).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    let run = runs.next().await;
    assert!(!run.job.is_cancelled());
    assert_eq!(world.other_queue().cancel(id).await.unwrap(), Cancelled::Requested);
    assert_eq!(run.job.stopped().await, Stop::Cancelled);
    assert!(run.job.is_cancelled());
    run.end.send(Ok(JobEnd::Cancelled)).unwrap();
    world.until_state(id, JobState::Cancelled).await;
    worker.stop().await;
}

#[tokio::test]
async fn a_job_that_was_done_before_it_heard_stays_done() {
    let world = World::new().await;
    let id = world.enqueue(|_| {}).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    let run = runs.next().await;
    world.queue.cancel(id).await.unwrap();
    run.end.send(Ok(JobEnd::Done)).unwrap();
    world.until_state(id, JobState::Done).await;
    worker.stop().await;
}

#[tokio::test]
async fn a_cancelled_job_that_fails_is_not_tried_again() {
    let world = World::new().await;
    let id = world.enqueue(|_| {}).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    let run = runs.next().await;
    world.queue.cancel(id).await.unwrap();
    run.end.send(Err(anyhow::anyhow!("cut off").into())).unwrap();
    let job = world.until_state(id, JobState::Cancelled).await;
    assert_eq!(job.error.as_deref(), Some("cut off"));
    worker.stop().await;
}

#[tokio::test]
async fn a_kind_that_settles_cancels_is_run_once_more_for_it() {
    let world = World::new().await;
    let tomorrow = world.now() + chrono::Duration::days(1);
    let id = world
        .enqueue(|job| {
            job.kind = kinds::IMPORT_RUN.name;
            job.run_at = Some(tomorrow);
        })
        .await;
    assert_eq!(world.queue.cancel(id).await.unwrap(), Cancelled::Requested);
    let (registry, mut runs) = settling_probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    let run = runs.next().await;
    assert!(run.job.is_cancelled(), "it knows from its first moment");
    run.end.send(Ok(JobEnd::Cancelled)).unwrap();
    world.until_state(id, JobState::Cancelled).await;
    worker.stop().await;
}

#[tokio::test]
async fn a_parked_job_can_be_given_up() {
    let world = World::new().await;
    let plain = world.enqueue(|job| job.max_attempts = 1).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    runs.next().await.end.send(Err(anyhow::anyhow!("no").into())).unwrap();
    world.until_state(plain, JobState::Parked).await;
    assert_eq!(world.queue.cancel(plain).await.unwrap(), Cancelled::AtOnce);
    assert_eq!(world.job(plain).await.state, JobState::Cancelled);
    worker.stop().await;
}

#[tokio::test]
async fn a_parked_job_of_a_settling_kind_is_run_for_its_cancel() {
    let world = World::new().await;
    let id = world
        .enqueue(|job| {
            job.kind = kinds::IMPORT_RUN.name;
            job.max_attempts = 1;
        })
        .await;
    let (registry, mut runs) = settling_probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    runs.next().await.end.send(Err(anyhow::anyhow!("no").into())).unwrap();
    world.until_state(id, JobState::Parked).await;
    assert_eq!(world.queue.cancel(id).await.unwrap(), Cancelled::Requested);
    let run = runs.next().await;
    assert!(run.job.is_cancelled());
    run.end.send(Ok(JobEnd::Cancelled)).unwrap();
    world.until_state(id, JobState::Cancelled).await;
    worker.stop().await;
}
