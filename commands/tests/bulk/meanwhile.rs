//! Cancelled, stopped, taken up again, and what others do to the records meanwhile.

use pivotal_commands::audience::bulk::cancel::cancel_bulk;
use pivotal_commands::audience::contacts::archive::{ArchiveContact, archive_contact};
use pivotal_commands::audience::contacts::erase::{EraseContact, erase_contact};
use pivotal_domain::audience::bulk::BulkState;
use pivotal_domain::audience::bulk::outcome::RecordOutcome;
use serde_json::json;

use crate::support::{World, set};

const CHANGES: &str = "select count(*) from log.events where event_type = 'ContactFieldsChanged'";

#[tokio::test]
async fn a_run_that_is_stopped_goes_on_where_it_was() {
    let world = World::with(4_000).await;
    let working = world.work();
    let id = world.start(set(json!({ "city": "Varde" }))).await;
    world.until_chunks(2).await;
    working.stop().await;
    let second = world.work();
    let bulk = world.ended(id).await;
    second.stop().await;
    assert_eq!((bulk.state, bulk.counts.changed), (BulkState::Completed, 4_000));
    assert_eq!(world.count(CHANGES).await, 4_000, "each once");
    let mut records: Vec<_> = world.records(id).await.iter().map(|ran| ran.id).collect();
    records.sort_unstable();
    records.dedup();
    assert_eq!(records.len(), 4_000);
}

#[tokio::test]
async fn a_cancelled_one_keeps_what_is_done_and_counts_the_rest() {
    let world = World::with(6_000).await;
    let working = world.work();
    let id = world.start(set(json!({ "city": "Varde" }))).await;
    world.until_chunks(1).await;
    cancel_bulk(&world.ctx, &world.actor, id).await.unwrap();
    let bulk = world.ended(id).await;
    working.stop().await;
    assert_eq!((bulk.state, bulk.counts.selected), (BulkState::Cancelled, 6_000));
    assert!(bulk.counts.not_run > 0 && bulk.counts.adds_up(), "{:?}", bulk.counts);
    assert_eq!(world.count(CHANGES).await, bulk.counts.changed as i64);
    cancel_bulk(&world.ctx, &world.actor, id).await.unwrap();
}

#[tokio::test]
async fn one_that_waits_for_its_turn_is_cancelled_before_it_touches_anything() {
    let world = World::with(10).await;
    let id = world.start(set(json!({ "city": "Varde" }))).await;
    cancel_bulk(&world.ctx, &world.actor, id).await.unwrap();
    let working = world.work();
    let bulk = world.ended(id).await;
    working.stop().await;
    assert_eq!((bulk.state, bulk.counts.selected), (BulkState::Cancelled, 0));
    assert_eq!(world.count(CHANGES).await, 0);
}

#[tokio::test]
async fn records_that_went_since_they_were_selected_are_refused_with_a_reason() {
    let world = World::with(5).await;
    let id = world.start(set(json!({ "city": "Varde" }))).await;
    let (archived, erased) = (world.listed[0], world.listed[1]);
    let archive = ArchiveContact { id: archived, reason: None, idempotency_key: None };
    archive_contact(&world.ctx, &world.actor, archive).await.unwrap();
    let erase = EraseContact { id: erased, request: "r-1".into(), confirm: true };
    erase_contact(&world.ctx, &world.actor, erase).await.unwrap();
    let working = world.work();
    let bulk = world.ended(id).await;
    working.stop().await;
    assert_eq!((bulk.counts.changed, bulk.counts.refused), (3, 2));
    assert_eq!(world.outcome_of(id, archived).await, (RecordOutcome::Refused, Some("ARCHIVED")));
    assert_eq!(world.outcome_of(id, erased).await, (RecordOutcome::Refused, Some("ERASED")));
    assert_eq!(world.contact(archived).await.record.text("city"), Some("Ribe"), "it lost nothing");
}

#[tokio::test]
async fn people_who_edit_the_same_records_meanwhile_lose_nothing() {
    let world = World::with(3_000).await;
    let working = world.work();
    let id = world.start(set(json!({ "city": "Varde" }))).await;
    for record in world.listed.iter().step_by(150) {
        world.edit(*record, json!({ "job_title": "Head of Fish" })).await;
    }
    let bulk = world.ended(id).await;
    working.stop().await;
    assert_eq!((bulk.state, bulk.counts.changed), (BulkState::Completed, 3_000), "{:?}", bulk.counts);
    for (n, contact) in world.all().await.iter().enumerate() {
        assert_eq!(contact.record.text("city"), Some("Varde"));
        assert_eq!(contact.record.text("job_title").is_some(), n % 150 == 0);
    }
}
