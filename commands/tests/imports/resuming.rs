//! Cancelled, stopped, taken up again: no row twice, no row lost.

use pivotal_commands::audience::imports::cancel::cancel_import;
use pivotal_commands::audience::imports::start::start_import;
use pivotal_domain::audience::imports::{Import, ImportState};
use serde_json::Value;

use crate::support::World;

fn people(count: usize) -> String {
    let rows: String = (0..count)
        .map(|n| {
            format!(
                "person{n}@company{}.test,Person,Number{n},Company {},company{}.test\n",
                n % 40,
                n % 40,
                n % 40
            )
        })
        .collect();
    format!("Email,First name,Last name,Company,Website\n{rows}")
}

#[tokio::test]
async fn a_run_that_is_stopped_goes_on_where_it_was() {
    let world = World::new().await;
    let working = world.work();
    let id = world.started(people(2_600)).await;
    wait_for_chunks(&world, 2).await;
    working.stop().await;
    let second = world.work();
    let ended = world.ended(id).await;
    second.stop().await;
    assert_eq!(ended.state, ImportState::Completed);
    assert_eq!((ended.outcomes().created, ended.outcomes().read), (2_600, 2_600));
    assert_eq!(world.contacts().await.len(), 2_600);
    let mut rows: Vec<u32> =
        ended.rows.iter().flat_map(|chunk| chunk.records.iter().map(|record| record.row)).collect();
    rows.sort_unstable();
    assert_eq!(rows, (2..2_602).collect::<Vec<u32>>());
}

#[tokio::test]
async fn a_cancelled_import_keeps_what_is_written_and_counts_the_rest() {
    let world = World::new().await;
    let working = world.work();
    let id = world.started(people(8_000)).await;
    wait_for_chunks(&world, 1).await;
    cancel_import(&world.ctx, &world.actor, id).await.unwrap();
    let ended = world.ended(id).await;
    working.stop().await;
    let outcomes = ended.outcomes();
    assert_eq!((ended.state, outcomes.read), (ImportState::Cancelled, 8_000));
    assert_eq!(outcomes.created as usize, world.contacts().await.len());
    assert_eq!(outcomes.created + outcomes.not_run, 8_000);
}

/// Asked for with the import, it is enqueued by the append that ends it: once, though the run was taken up again.
#[tokio::test]
async fn emails_are_verified_once_after_a_run_that_was_stopped() {
    let world = World::new().await;
    let working = world.work();
    let id = world.mapped(people(2_600)).await;
    start_import(&world.ctx, &world.actor, id, true).await.unwrap();
    world.queue.wake();
    wait_for_chunks(&world, 2).await;
    working.stop().await;
    // On a busy machine it may have run out before it heard of the stop.
    let over = world.ctx.log.load::<Import>(id).await.unwrap().state.state != ImportState::Running;
    assert_eq!(verifications(&world).await.len(), usize::from(over));
    let second = world.work();
    assert_eq!(world.ended(id).await.state, ImportState::Completed);
    world.queue.wake();
    second.stop().await;
    let jobs = verifications(&world).await;
    assert_eq!(jobs.len(), 1, "{jobs:?}");
    assert_eq!(jobs[0]["filter"]["importId"], id.to_string());
    assert_eq!(jobs[0]["after_import"], id.to_string());
}

#[tokio::test]
async fn nothing_is_verified_that_nobody_asked_for_or_that_brought_nobody() {
    let world = World::new().await;
    let working = world.work();
    let unasked = world.started(people(3)).await;
    world.ended(unasked).await;
    let nobody = world.mapped(people(3)).await;
    start_import(&world.ctx, &world.actor, nobody, true).await.unwrap();
    world.queue.wake();
    world.ended(nobody).await;
    working.stop().await;
    assert!(verifications(&world).await.is_empty());
}

/// What the jobs of verification are told.
async fn verifications(world: &World) -> Vec<Value> {
    sqlx::query_scalar("select payload from jobs.queue where kind = 'email_verification_run'")
        .fetch_all(&world.log.pools.write)
        .await
        .unwrap()
}

async fn wait_for_chunks(world: &World, wanted: i64) {
    loop {
        let chunks: i64 = sqlx::query_scalar("select count(*) from log.facts")
            .fetch_one(&world.log.pools.write)
            .await
            .unwrap();
        if chunks >= wanted {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
}
