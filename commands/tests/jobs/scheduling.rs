//! Recurring jobs.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use pivotal_commands::context::Context;
use pivotal_commands::jobs::handler::{JobEnd, Registry};
use pivotal_commands::jobs::job::JobState;
use pivotal_commands::jobs::kinds;
use pivotal_commands::jobs::schedules::{self, Schedule};
use pivotal_commands::jobs::upkeep;
use pivotal_commands::ports::blob_store::InMemoryBlobStore;
use pivotal_log::append::{Append, IdempotencyKey, Lane};

use uuid::Uuid;

use crate::support::*;

const EVERY_TEN: Schedule = Schedule { name: "every-ten", kind: kinds::IMPORT_RUN, cron: "*/10 * * * *" };

async fn runs_of(world: &World) -> i64 {
    sqlx::query_scalar("select count(*) from jobs.queue where unique_key = 'schedule:every-ten'")
        .fetch_one(&world.log.pools.read)
        .await
        .unwrap()
}

fn kinds_here() -> Vec<String> {
    vec![kinds::IMPORT_RUN.name.to_owned()]
}

#[tokio::test]
async fn a_due_schedule_runs_once_among_two_processes() {
    let world = World::new().await;
    let (one, other) = (world.queue.clone(), world.other_queue());
    schedules::declare(&one, &[EVERY_TEN]).await.unwrap();
    schedules::declare(&other, &[EVERY_TEN]).await.unwrap();
    assert_eq!(schedules::tick(&one, &kinds_here()).await.unwrap(), 0, "not due yet");
    world.advance(601);
    let kinds = kinds_here();
    let ticks = (0..8).map(|n| schedules::tick(if n % 2 == 0 { &one } else { &other }, &kinds));
    let enqueued: usize = futures::future::join_all(ticks).await.into_iter().map(|tick| tick.unwrap()).sum();
    assert_eq!((enqueued, runs_of(&world).await), (1, 1));
}

#[tokio::test]
async fn a_run_is_not_joined_by_the_next_and_missed_runs_are_made_up_for_by_one() {
    let world = World::new().await;
    schedules::declare(&world.queue, &[EVERY_TEN]).await.unwrap();
    world.advance(601);
    assert_eq!(schedules::tick(&world.queue, &kinds_here()).await.unwrap(), 1);
    world.advance(86_400);
    assert_eq!(schedules::tick(&world.queue, &kinds_here()).await.unwrap(), 0, "the first is still open");
    let (registry, mut runs) = settling_probe();
    let worker = Running::start(world.other_queue(), registry, quick());
    let run = runs.next().await;
    let id = run.job.id;
    run.end.send(Ok(JobEnd::Done)).unwrap();
    world.until_state(id, JobState::Done).await;
    world.advance(86_400);
    let next = runs.next().await;
    assert_ne!(next.job.id, id);
    next.end.send(Ok(JobEnd::Done)).unwrap();
    worker.stop().await;
    assert_eq!(runs_of(&world).await, 2);
}

#[tokio::test]
async fn a_changed_cron_takes_effect_and_a_switched_off_schedule_stays_off() {
    let world = World::new().await;
    schedules::declare(&world.queue, &[EVERY_TEN]).await.unwrap();
    sqlx::query("update jobs.schedules set enabled = false").execute(&world.log.pools.write).await.unwrap();
    schedules::declare(&world.queue, &[Schedule { cron: "0 4 * * *", ..EVERY_TEN }]).await.unwrap();
    let (enabled, next): (bool, DateTime<Utc>) =
        sqlx::query_as("select enabled, next_run from jobs.schedules")
            .fetch_one(&world.log.pools.read)
            .await
            .unwrap();
    assert!(!enabled);
    assert_eq!(next.to_rfc3339(), "2026-01-06T04:00:00+00:00");
    world.advance(86_400);
    assert_eq!(schedules::tick(&world.queue, &kinds_here()).await.unwrap(), 0);
}

#[tokio::test]
async fn the_platform_keeps_itself_in_order() {
    let world = World::new().await;
    let context = Context {
        log: world.log.log.clone(),
        clock: world.log.clock.clone(),
        blobs: Arc::new(InMemoryBlobStore::default()),
    };
    let mut append = Append::new(Lane::Interactive);
    append.idempotency =
        Some(IdempotencyKey { key: "old".into(), fingerprint: vec![1], result: serde_json::json!({}) });
    world.log.log.append(append).await.unwrap();
    sqlx::query("update guard.idempotency set created_at = $1")
        .bind(world.now() - chrono::Duration::days(8))
        .execute(&world.log.pools.write)
        .await
        .unwrap();
    sqlx::query(
        "insert into guard.idempotency (key, fingerprint, result, created_at) values ('new', '', '{}', $1)",
    )
    .bind(world.now() - chrono::Duration::days(6))
    .execute(&world.log.pools.write)
    .await
    .unwrap();
    let over = world.enqueue(|_| {}).await;
    world.queue.cancel(over).await.unwrap();
    let recent = world.enqueue(|_| {}).await;
    sqlx::query("update jobs.queue set finished_at = $1 where id = $2")
        .bind(world.now() - chrono::Duration::days(31))
        .bind(over)
        .execute(&world.log.pools.write)
        .await
        .unwrap();

    schedules::declare(&world.queue, upkeep::SCHEDULES).await.unwrap();
    world.advance(86_400);
    let worker =
        Running::start(world.queue.clone(), upkeep::register(Registry::default(), &context), quick());
    for schedule in upkeep::SCHEDULES {
        let key = format!("schedule:{}", schedule.name);
        let id = loop {
            let id: Option<Uuid> = sqlx::query_scalar("select id from jobs.queue where unique_key = $1")
                .bind(&key)
                .fetch_optional(&world.log.pools.read)
                .await
                .unwrap();
            match id {
                Some(id) => break id,
                None => tokio::task::yield_now().await,
            }
        };
        world
            .until(id, |job| {
                assert_ne!(job.state, JobState::Parked, "{:?}", job.error);
                job.state == JobState::Done
            })
            .await;
    }
    worker.stop().await;

    let keys: Vec<String> = sqlx::query_scalar("select key from guard.idempotency")
        .fetch_all(&world.log.pools.read)
        .await
        .unwrap();
    assert_eq!(keys, ["new"]);
    assert!(world.queue.find(over).await.unwrap().is_none());
    assert!(world.queue.find(recent).await.unwrap().is_some());
    let partitioned: bool = sqlx::query_scalar("select to_regclass('log.facts_2026_03') is not null")
        .fetch_one(&world.log.pools.read)
        .await
        .unwrap();
    assert!(partitioned, "there is room for the facts of March");
}

#[tokio::test]
async fn an_expression_that_cannot_be_read_is_refused_when_declared() {
    let world = World::new().await;
    let error =
        schedules::declare(&world.queue, &[Schedule { cron: "whenever", ..EVERY_TEN }]).await.unwrap_err();
    assert!(error.to_string().contains("whenever"), "{error}");
}
