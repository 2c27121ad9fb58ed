//! What happens when a worker dies, falls silent, or goes down in good order.

use pivotal_commands::jobs::handler::JobEnd;
use pivotal_commands::jobs::job::JobState;
use pivotal_commands::jobs::running::Stop;

use crate::support::*;

/// A worker on a runtime of its own, which ends without any farewell: what kill -9 leaves behind.
fn start_doomed(
    world: &World,
    registry: pivotal_commands::jobs::handler::Registry,
) -> tokio::runtime::Runtime {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let url = world.log.database.url.clone();
    let clock = world.log.clock.clone();
    runtime.spawn(async move {
        let pools = pivotal_log::pools::Pools::connect(&url, 4, 1).unwrap();
        let queue = pivotal_commands::jobs::queue::JobQueue::new(pools.write, clock);
        // One job at a time: a claim that it had sent off when it died could still take another.
        let config = pivotal_commands::jobs::worker::WorkerConfig { concurrency: 1, ..quick() };
        pivotal_commands::jobs::worker::Worker::new(queue, registry, config)
            .run(tokio_util::sync::CancellationToken::new())
            .await;
    });
    runtime
}

/// When this returns, nothing of it runs any more.
async fn kill(runtime: tokio::runtime::Runtime) {
    tokio::task::spawn_blocking(move || runtime.shutdown_timeout(std::time::Duration::from_secs(10)))
        .await
        .unwrap();
}

#[tokio::test]
async fn the_job_of_a_killed_worker_goes_on_elsewhere_once_its_lease_has_run_out() {
    let world = World::new().await;
    let id = world.enqueue(|_| {}).await;
    let (registry, mut runs) = probe();
    let doomed = start_doomed(&world, registry);
    let first = runs.next().await;
    first.job.report_state(250, Some(1_000), None, serde_json::json!({ "row": 250 })).await.unwrap();
    kill(doomed).await;

    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    // While the lease holds nobody takes it: another job passes it by.
    world.enqueue(|_| {}).await;
    let other = runs.next().await;
    assert_ne!(other.job.id, id);
    other.end.send(Ok(JobEnd::Done)).unwrap();
    world.advance(21);
    let second = runs.next().await;
    assert_eq!((second.job.id, second.job.done), (id, 250));
    assert!(world.job(id).await.error.unwrap().contains("went silent"));
    second.end.send(Ok(JobEnd::Done)).unwrap();
    let job = world.until_state(id, JobState::Done).await;
    assert_eq!(job.progress.done, 250);
    worker.stop().await;
}

#[tokio::test]
async fn whoever_owns_the_database_takes_back_what_was_claimed_before_its_time_at_once() {
    let world = World::new().await;
    let id = world.enqueue(|_| {}).await;
    let (registry, mut runs) = probe();
    let doomed = start_doomed(&world, registry);
    // Held: a run whose test has gone fails, and its end could be written down before the worker dies.
    let first = runs.next().await;
    assert_eq!(first.job.id, id);
    kill(doomed).await;

    world.advance(1);
    let start = world.now();
    // Claimed by a guest that was quicker than the owner: its lease stays.
    let guests = world.enqueue(|_| {}).await;
    let (registry, mut guest_runs) = probe();
    let guest = Running::start(world.other_queue(), registry, quick());
    let running = guest_runs.next().await;
    assert_eq!(running.job.id, guests);
    // A row on which the server still finishes the dead worker's last statement is passed over.
    while world.job(id).await.error.is_none() {
        world.queue.take_back_from_before(start).await.unwrap();
    }
    let again = guest_runs.next().await;
    assert_eq!((again.job.id, again.job.attempt), (id, 2));
    assert!(world.job(id).await.error.unwrap().contains("went silent"));
    for run in [running, again] {
        assert_eq!(run.job.stop(), None);
        run.end.send(Ok(JobEnd::Done)).unwrap();
    }
    world.until_state(id, JobState::Done).await;
    assert_eq!(world.until_state(guests, JobState::Done).await.attempts, 1);
    guest.stop().await;
}

#[tokio::test]
async fn a_job_that_kills_its_process_every_time_is_parked() {
    let world = World::new().await;
    let id = world.enqueue(|job| job.max_attempts = 2).await;
    for _ in 0..2 {
        let (registry, mut runs) = probe();
        let doomed = start_doomed(&world, registry);
        let run = runs.next().await;
        assert_eq!(run.job.id, id);
        kill(doomed).await;
        world.advance(21);
    }
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    let job = world.until_state(id, JobState::Parked).await;
    assert!(job.error.unwrap().contains("went silent"));
    assert!(runs.none_waiting());
    worker.stop().await;
}

#[tokio::test]
async fn a_long_job_keeps_its_lease() {
    let world = World::new().await;
    let id = world.enqueue(|_| {}).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    let (other_registry, mut other_runs) = probe();
    let other = Running::start(world.other_queue(), other_registry, quick());
    let run = tokio::select! { run = runs.next() => run, run = other_runs.next() => run };
    for _ in 0..5 {
        let before: chrono::DateTime<chrono::Utc> = lease_until(&world, id).await;
        world.advance(10);
        // The next heartbeat moves it on.
        while lease_until(&world, id).await <= before {
            tokio::task::yield_now().await;
        }
    }
    assert_eq!(run.job.stop(), None);
    run.end.send(Ok(JobEnd::Done)).unwrap();
    let job = world.until_state(id, JobState::Done).await;
    assert_eq!(job.attempts, 1);
    worker.stop().await;
    other.stop().await;
    assert!(runs.none_waiting() && other_runs.none_waiting());
}

async fn lease_until(world: &World, id: uuid::Uuid) -> chrono::DateTime<chrono::Utc> {
    sqlx::query_scalar("select lease_until from jobs.queue where id = $1")
        .bind(id)
        .fetch_one(&world.log.pools.read)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_worker_that_lost_its_lease_is_told_and_its_result_does_not_count() {
    let world = World::new().await;
    let id = world.enqueue(|_| {}).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    let run = runs.next().await;
    // As if it had been silent and another worker had it now.
    sqlx::query("update jobs.queue set lease_by = 'another worker' where id = $1")
        .bind(id)
        .execute(&world.log.pools.write)
        .await
        .unwrap();
    assert_eq!(run.job.stopped().await, Stop::LeaseLost);
    assert!(run.job.report(900, None, None).await.is_err());
    run.end.send(Ok(JobEnd::Done)).unwrap();
    worker.stop().await;
    let job = world.job(id).await;
    assert_eq!((job.state, job.progress.done), (JobState::Running, 0));
}

#[tokio::test]
async fn a_shutdown_tells_running_jobs_and_gives_their_leases_back() {
    let world = World::new().await;
    let id = world.enqueue(|_| {}).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    let run = runs.next().await;
    let stopping = tokio::spawn(worker.stop());
    assert_eq!(run.job.stopped().await, Stop::Shutdown);
    run.job.report(10, Some(20), None).await.unwrap();
    run.end.send(Ok(JobEnd::Stopped)).unwrap();
    stopping.await.unwrap();
    let job = world.job(id).await;
    assert_eq!((job.state, job.attempts), (JobState::Queued, 0));

    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    let run = runs.next().await;
    assert_eq!((run.job.attempt, run.job.done), (1, 10));
    run.end.send(Ok(JobEnd::Done)).unwrap();
    worker.stop().await;
}

#[tokio::test]
async fn a_shutdown_does_not_wait_for_ever() {
    let world = World::new().await;
    let id = world.enqueue(|_| {}).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(
        world.queue.clone(),
        registry,
        pivotal_commands::jobs::worker::WorkerConfig {
            grace: std::time::Duration::from_millis(50),
            ..quick()
        },
    );
    let _deaf = runs.next().await;
    worker.stop().await;
    // Not given back: it may still be writing. Another worker takes it when the lease has run out.
    assert_eq!(world.job(id).await.state, JobState::Running);
}

#[tokio::test]
async fn a_worker_outlives_the_loss_of_its_connections() {
    let world = World::new().await;
    let id = world.enqueue(|_| {}).await;
    let (registry, mut runs) = probe();
    let worker = Running::start(world.queue.clone(), registry, quick());
    let run = runs.next().await;
    // What a restart of Postgres does to everybody connected.
    let mut other = sqlx::postgres::PgPoolOptions::new()
        .max_connections(1)
        .connect(&world.log.database.url)
        .await
        .unwrap()
        .acquire()
        .await
        .unwrap();
    sqlx::query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()").execute(&mut *other).await.unwrap();
    run.end.send(Ok(JobEnd::Done)).unwrap();
    world.until_state(id, JobState::Done).await;
    let next = world.enqueue(|_| {}).await;
    let run = runs.next().await;
    assert_eq!((run.job.id, run.job.attempt), (next, 1));
    run.end.send(Ok(JobEnd::Done)).unwrap();
    world.until_state(next, JobState::Done).await;
    worker.stop().await;
}
