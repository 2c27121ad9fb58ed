//! Taking a bulk change back: everything of it, only what is its own, and once.

use pivotal_commands::audience::bulk::undo::{UndoBulk, cancel_undo, preview_undo, undo_bulk, undo_rows};
use pivotal_commands::audience::contacts::restore::{RestoreContact, restore_contact};
use pivotal_commands::audience::record::undo::read::ReadUndo;
use pivotal_commands::audience::record::undo::rows::{UndoList, UndoRow};
use pivotal_commands::error::CommandError;
use pivotal_domain::audience::bulk::BulkState;
use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::record::undo::{Chosen, UndoOutcome, UndoResult};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use serde_json::json;
use uuid::Uuid;

use crate::support::{World, set};

/// Undoes to the end, with a worker that goes on working; what it came to.
async fn undone(world: &World, id: Uuid, chosen: Chosen) -> UndoResult {
    undo_bulk(&world.ctx, &world.actor, UndoBulk { id, chosen }).await.unwrap();
    world.until_idle().await;
    assert_eq!(world.bulk(id).await.state, BulkState::Undone);
    last(world, id, "BulkUndone").await
}

async fn looked(world: &World, id: Uuid) -> UndoResult {
    preview_undo(&world.ctx, &world.actor, id).await.unwrap();
    world.until_idle().await;
    last(world, id, "BulkUndoPreviewed").await
}

async fn last(world: &World, id: Uuid, event: &str) -> UndoResult {
    let payload: String = sqlx::query_scalar("select payload::text from log.events where aggregate_id = $1 and event_type = $2 order by sequence desc limit 1")
        .bind(id.to_string()).bind(event).fetch_one(&world.log.pools.write).await.unwrap();
    let payload: serde_json::Value = serde_json::from_str(&payload).unwrap();
    serde_json::from_value(payload[event].clone()).unwrap()
}

async fn list(world: &World, id: Uuid, list: UndoList) -> Vec<UndoRow> {
    let read = ReadUndo { id, list, after: 0, first: 500 };
    undo_rows(&world.ctx, &world.actor, read).await.unwrap().rows.into_iter().map(|(_, row)| row).collect()
}

fn code(error: CommandError) -> String {
    match error {
        CommandError::Rejected(rejections) => rejections[0].code.clone(),
        CommandError::Forbidden(_) => "FORBIDDEN".into(),
        CommandError::NotFound(_) => "NOT_FOUND".into(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn everything_is_as_before_and_counts_as_much_as_before() {
    let world = World::with(1_300).await;
    let before = world.all().await;
    let (id, _) = world.done(set(json!({ "city": "Varde", "department": "Sales" }))).await;
    let working = world.work();
    let (told, result) = (looked(&world, id).await, undone(&world, id, Chosen::None).await);
    assert_eq!(told, result, "what the look told is what happened");
    assert_eq!(result.contacts.reverted, 1_300);
    for (before, after) in before.iter().zip(world.all().await) {
        assert_eq!(before.record.fields["city"].value, after.record.fields["city"].value);
        assert_eq!(before.record.fields["city"].rank, after.record.fields["city"].rank);
        assert_eq!(after.record.text("department"), None);
    }
    let again = undo_bulk(&world.ctx, &world.actor, UndoBulk { id, chosen: Chosen::All }).await;
    assert_eq!(code(again.unwrap_err()), "BULK_UNDONE");
    assert_eq!(code(preview_undo(&world.ctx, &world.actor, id).await.unwrap_err()), "BULK_UNDONE");
    working.stop().await;
}

#[tokio::test]
async fn what_somebody_changed_since_is_listed_and_left_unless_it_is_chosen() {
    let world = World::with(4).await;
    let (id, _) = world.done(set(json!({ "city": "Varde", "department": "Sales" }))).await;
    let (partly, whole) = (world.listed[0], world.listed[1]);
    world.edit(partly, json!({ "city": "Skagen" })).await;
    world.edit(whole, json!({ "city": "Skagen", "department": "Legal" })).await;
    let working = world.work();
    looked(&world, id).await;
    let conflicts = list(&world, id, UndoList::Conflicts).await;
    let mut left: Vec<_> = conflicts.iter().map(|row| (row.record, row.outcome)).collect();
    left.sort_unstable_by_key(|(id, _)| *id);
    assert_eq!(left, [(partly, UndoOutcome::Partly), (whole, UndoOutcome::Kept)]);
    assert_eq!(list(&world, id, UndoList::Reverted).await.len(), 3);
    let result = undone(&world, id, Chosen::None).await.contacts;
    assert_eq!((result.reverted, result.partly, result.kept), (2, 1, 1));
    assert_eq!(world.contact(partly).await.record.text("city"), Some("Skagen"));
    assert_eq!(world.contact(partly).await.record.text("department"), None);
    let result = undone(&world, id, Chosen::Records(vec![whole])).await.contacts;
    assert_eq!((result.reverted, result.partly, result.kept, result.nothing), (1, 0, 1, 2));
    assert_eq!(world.contact(whole).await.record.text("city"), Some("Ribe"));
    let result = undone(&world, id, Chosen::All).await.contacts;
    assert_eq!((result.reverted, result.kept), (1, 0));
    assert_eq!(world.contact(partly).await.record.text("city"), Some("Ribe"));
    working.stop().await;
}

#[tokio::test]
async fn what_it_archived_comes_back_unless_somebody_decided_otherwise() {
    let world = World::with(3).await;
    let (id, _) = world.done(BulkAction::Archive { reason: None }).await;
    let restore = RestoreContact { id: world.listed[0], idempotency_key: None };
    restore_contact(&world.ctx, &world.actor, restore).await.unwrap();
    let working = world.work();
    let result = undone(&world, id, Chosen::None).await.contacts;
    assert_eq!((result.reverted, result.nothing), (2, 1));
    assert!(world.all().await.iter().all(|contact| contact.record.is_active()));
    working.stop().await;
}

#[tokio::test]
async fn cancelled_or_cut_off_it_is_gone_on_with() {
    let world = World::with(4_000).await;
    let (id, _) = world.done(set(json!({ "city": "Varde" }))).await;
    let working = world.work();
    undo_bulk(&world.ctx, &world.actor, UndoBulk { id, chosen: Chosen::None }).await.unwrap();
    world.queue.wake();
    let reverted = "select count(*) from log.events where event_type = 'ContactFieldsChanged' and metadata ->> 'source' like 'bulk-undo:%'";
    world.until(|| async { (world.count(reverted).await > 0).then_some(()) }).await;
    working.stop().await;
    let working = world.work();
    world.until(|| async { (world.count(reverted).await > 1_000).then_some(()) }).await;
    cancel_undo(&world.ctx, &world.actor, id).await.unwrap();
    world.until_idle().await;
    let bulk = world.bulk(id).await;
    if bulk.state != BulkState::Undone {
        assert_eq!((bulk.state, bulk.undoing.running), (BulkState::Completed, None));
        undone(&world, id, Chosen::None).await;
    }
    assert_eq!(world.count(reverted).await, 4_000, "each once");
    assert_eq!(code(cancel_undo(&world.ctx, &world.actor, id).await.unwrap_err()), "BULK_NOT_UNDOING");
    working.stop().await;
}

#[tokio::test]
async fn what_changed_nothing_or_runs_or_is_anothers_is_not_undone() {
    let world = World::with(2).await;
    let waiting = world.start(set(json!({ "city": "Varde" }))).await;
    let undo = async |actor: &Actor, id| {
        code(undo_bulk(&world.ctx, actor, UndoBulk { id, chosen: Chosen::None }).await.unwrap_err())
    };
    assert_eq!(undo(&world.actor, waiting).await, "BULK_NOT_ENDED");
    let (nothing, _) = world.done(set(json!({ "city": "Varde" }))).await;
    assert_eq!(undo(&world.actor, nothing).await, "BULK_NOTHING_CHANGED");
    let manager = Actor { role: Role::CampaignManager, user_id: Uuid::from_u128(3), ..world.actor.clone() };
    assert_eq!(undo(&manager, waiting).await, "NOT_FOUND");
    assert_eq!(undo(&Actor { role: Role::Agent, ..manager }, waiting).await, "FORBIDDEN");
    assert_eq!(undo(&world.actor, Uuid::from_u128(4)).await, "NOT_FOUND");
}
