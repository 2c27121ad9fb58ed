//! Two contacts that are one.

use std::collections::BTreeMap;

use pivotal_commands::audience::bulk::undo::{UndoBulk, undo_bulk};
use pivotal_commands::audience::contacts::archive::{ArchiveContact, archive_contact};
use pivotal_commands::audience::contacts::erase::{EraseContact, erase_contact};
use pivotal_commands::audience::contacts::restore::{RestoreContact, restore_contact};
use pivotal_commands::audience::contacts::undo::{UndoContact, undo_contact};
use pivotal_commands::audience::contacts::update::{UpdateContact, update_contact};
use pivotal_commands::audience::custom_fields::define::{DefineCustomField, define_custom_field};
use pivotal_commands::audience::merge::one::{MergeRecords, merge_records};
use pivotal_commands::ports::custom_values::FixedValues;
use pivotal_domain::audience::bulk::BulkState;
use pivotal_domain::audience::custom_fields::command::NewField;
use pivotal_domain::audience::custom_fields::definition::FieldType;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::audience::record::undo::Chosen;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use serde_json::json;
use uuid::Uuid;

use crate::support::{World, code, group, plain};

async fn two(world: &World) -> (Uuid, Uuid) {
    let ada = world
        .contact(json!({ "full_name": "Ada Lovelace", "email": "ada@norhavn.test", "tags": ["vip"] }))
        .await;
    let twin = json!({ "full_name": "A. Lovelace", "email": "al@norhavn.test", "job_title": "Countess", "tags": ["fair"] });
    (ada, world.contact(twin).await)
}

async fn edit(world: &World, id: Uuid, of: serde_json::Value) -> Result<(), String> {
    let edit = UpdateContact {
        id,
        fields: of.as_object().unwrap().clone(),
        account_id: None,
        unlink_account: false,
        expected_version: None,
        idempotency_key: None,
    };
    update_contact(&world.ctx, &world.actor, edit).await.map(drop).map_err(code)
}

#[tokio::test]
async fn the_survivor_is_found_by_every_address_and_an_undo_gives_each_back_to_whom_it_was() {
    let world = World::new().await;
    let (ada, twin) = two(&world).await;
    let before = (plain(&world.is(ada).await), plain(&world.is(twin).await));
    let mut choice = group(ada, &[twin]);
    choice.fields = BTreeMap::from([("email".to_owned(), twin)]);
    let id = world.merge(Entity::Contact, choice).await.unwrap();
    let bulk = world.bulk(id).await;
    assert_eq!((bulk.state, bulk.counts.changed), (BulkState::Completed, 1));
    assert_eq!(world.found("ada@norhavn.test").await, Some(ada));
    assert_eq!(world.found("al@norhavn.test").await, Some(ada), "taken over in the same moment");
    assert_eq!(world.is(ada).await.record.text("job_title"), Some("Countess"));
    assert_eq!(world.is(twin).await.record.merged_into, Some(ada));
    world.undo(id).await;
    assert_eq!((plain(&world.is(ada).await), plain(&world.is(twin).await)), before);
    assert_eq!(world.found("ada@norhavn.test").await, Some(ada));
    assert_eq!(world.found("al@norhavn.test").await, Some(twin));
    assert!(world.is(twin).await.record.is_active());
    let again = undo_bulk(&world.ctx, &world.actor, UndoBulk { id, chosen: Chosen::All }).await;
    assert_eq!(code(again.unwrap_err()), "BULK_UNDONE", "an undo of an undo is refused by name");
}

#[tokio::test]
async fn what_cannot_be_merged_is_refused_and_nothing_is_written() {
    let world = World::new().await;
    let (ada, twin) = two(&world).await;
    let third = world.contact(json!({ "full_name": "Third", "email": "third@norhavn.test" })).await;
    let archive = ArchiveContact { id: third, reason: None, idempotency_key: None };
    archive_contact(&world.ctx, &world.actor, archive).await.unwrap();
    let refused = async |group| code(world.merge(Entity::Contact, group).await.unwrap_err());
    assert_eq!(refused(group(ada, &[third])).await, "MERGE_ARCHIVED");
    assert_eq!(refused(group(third, &[ada])).await, "MERGE_ARCHIVED");
    assert_eq!(refused(group(ada, &[ada])).await, "MERGE_ITSELF");
    assert_eq!(refused(group(ada, &[])).await, "MERGE_TOO_FEW");
    assert_eq!(refused(group(ada, &[Uuid::from_u128(5)])).await, "MERGE_NOT_FOUND");
    let mut seen = group(ada, &[twin]);
    seen.versions = BTreeMap::from([(ada, 1), (twin, 1)]);
    edit(&world, twin, json!({ "city": "Ribe" })).await.unwrap();
    assert_eq!(refused(seen).await, "MERGE_CHANGED_SINCE");
    assert!(world.is(twin).await.record.is_active());
    let bulks: i64 = sqlx::query_scalar("select count(*) from log.events where aggregate_type = 'bulk'")
        .fetch_one(&world.log.pools.write)
        .await
        .unwrap();
    assert_eq!(bulks, 0);
    // The agent's role merges nothing.
    let agent = Actor { role: Role::Agent, ..world.actor.clone() };
    let merge = MergeRecords { entity: Entity::Contact, group: group(ada, &[twin]), idempotency_key: None };
    let forbidden = merge_records(&world.ctx, &world.lists, &agent, merge).await;
    assert_eq!(code(forbidden.unwrap_err()), "FORBIDDEN");
}

#[tokio::test]
async fn who_was_merged_is_neither_changed_nor_restored_nor_merged_again() {
    let world = World::new().await;
    let (ada, twin) = two(&world).await;
    world.merge(Entity::Contact, group(ada, &[twin])).await.unwrap();
    assert_eq!(edit(&world, twin, json!({ "city": "Ribe" })).await, Err("CONTACT_MERGED".into()));
    let restore = RestoreContact { id: twin, idempotency_key: None };
    assert_eq!(code(restore_contact(&world.ctx, &world.actor, restore).await.unwrap_err()), "CONTACT_MERGED");
    let again = world.merge(Entity::Contact, group(ada, &[twin])).await;
    assert_eq!(code(again.unwrap_err()), "MERGE_ALREADY_MERGED");
    let position: i64 = sqlx::query_scalar(
        "select global_position from log.events where aggregate_id = $1 and event_type = 'ContactMergedInto'",
    )
    .bind(twin.to_string())
    .fetch_one(&world.log.pools.write)
    .await
    .unwrap();
    let undo = UndoContact { id: twin, position, force: true, idempotency_key: None };
    assert_eq!(code(undo_contact(&world.ctx, &world.actor, undo).await.unwrap_err()), "MERGE_UNDO_WHOLE");
}

#[tokio::test]
async fn what_somebody_changed_since_is_left_by_the_undo_and_everything_else_comes_back() {
    let world = World::new().await;
    let (ada, twin) = two(&world).await;
    let id = world.merge(Entity::Contact, group(ada, &[twin])).await.unwrap();
    edit(&world, ada, json!({ "job_title": "CTO" })).await.unwrap();
    let bulk = world.undo(id).await;
    assert_eq!(bulk.left, 1, "one record of which something was left");
    assert_eq!(world.is(ada).await.record.text("job_title"), Some("CTO"));
    assert_eq!(world.is(ada).await.record.texts("tags"), ["vip"]);
    assert!(world.is(twin).await.record.is_active());
    assert_eq!(world.found("al@norhavn.test").await, Some(twin));
}

#[tokio::test]
async fn an_address_that_somebody_took_meanwhile_stays_with_them_and_is_told() {
    let world = World::new().await;
    let (ada, twin) = two(&world).await;
    let id = world.merge(Entity::Contact, group(ada, &[twin])).await.unwrap();
    edit(&world, ada, json!({ "secondary_emails": [] })).await.unwrap();
    let new = world.contact(json!({ "full_name": "New", "email": "al@norhavn.test" })).await;
    let bulk = world.undo(id).await;
    assert!(bulk.left >= 1);
    assert_eq!(world.found("al@norhavn.test").await, Some(new));
    assert_eq!(world.is(twin).await.record.merged_into, Some(ada), "it stays part of the survivor");
}

#[tokio::test]
async fn whoever_is_erased_is_erased_with_all_that_became_part_of_them() {
    let world = World::new().await;
    let (ada, twin) = two(&world).await;
    world.merge(Entity::Contact, group(ada, &[twin])).await.unwrap();
    let erase = EraseContact { id: twin, request: "DSR-1".into(), confirm: true };
    erase_contact(&world.ctx, &world.actor, erase).await.unwrap();
    for id in [ada, twin] {
        assert_eq!(world.is(id).await.record.standing, Standing::Erased);
    }
    assert_eq!(world.found("ada@norhavn.test").await, None);
}

#[tokio::test]
async fn a_request_made_twice_merges_once() {
    let world = World::new().await;
    let (ada, twin) = two(&world).await;
    let merge = || MergeRecords {
        entity: Entity::Contact,
        group: group(ada, &[twin]),
        idempotency_key: Some("once".into()),
    };
    let first = merge_records(&world.ctx, &world.lists, &world.actor, merge()).await.unwrap();
    let second = merge_records(&world.ctx, &world.lists, &world.actor, merge()).await.unwrap();
    assert_eq!(first.id, second.id);
}

#[tokio::test]
async fn a_value_that_only_one_may_hold_goes_to_the_survivor_and_back_with_the_undo() {
    let world = World::new().await;
    let field = NewField {
        entity: Entity::Contact,
        label: "Member number".into(),
        field_type: FieldType::Text,
        options: vec![],
        required: false,
        unique: true,
        default: None,
    };
    let define = DefineCustomField { field, idempotency_key: None };
    define_custom_field(&world.ctx, &FixedValues(Vec::new()), &world.actor, define).await.unwrap();
    let key = "custom.member_number";
    let ada = world.contact(json!({ "email": "ada@norhavn.test" })).await;
    let twin = world.contact(json!({ "email": "al@norhavn.test", key: "M-7" })).await;
    let third = world.contact(json!({ "email": "bo@norhavn.test" })).await;
    let id = world.merge(Entity::Contact, group(ada, &[twin])).await.unwrap();
    assert_eq!(world.is(ada).await.record.text(key), Some("M-7"));
    let taken = edit(&world, third, json!({ key: "M-7" })).await.unwrap_err();
    world.undo(id).await;
    assert_eq!(world.is(twin).await.record.text(key), Some("M-7"));
    assert_eq!(edit(&world, third, json!({ key: "M-7" })).await, Err(taken), "whoever holds it again");
}
