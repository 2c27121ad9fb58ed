//! Records that come into a list by a bulk change, and are taken back with it.

use pivotal_commands::audience::bulk::start::start_bulk;
use pivotal_commands::audience::bulk::undo::{UndoBulk, preview_undo, undo_bulk};
use pivotal_commands::audience::lists::chosen::Chosen as ChosenRecords;
use pivotal_commands::audience::lists::create::{CreateList, create_list};
use pivotal_commands::audience::lists::snapshot::{SnapshotList, snapshot_list};
use pivotal_commands::campaigns::campaigns::sources;
use pivotal_domain::audience::bulk::BulkState;
use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::bulk::events::{Asked, Selection};
use pivotal_domain::audience::bulk::outcome::RecordOutcome;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::lists::details::Details;
use pivotal_domain::audience::lists::facts::{ABOUT, ListFact, Named};
use pivotal_domain::audience::record::undo::Chosen;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::campaigns::campaigns::audience::{AudienceDefinition, Source};
use uuid::Uuid;

use crate::support::World;

async fn list(world: &World, entity: Entity) -> Uuid {
    let details = Details { name: "Fair".into(), sharing: Sharing::Private, tags: Vec::new() };
    let input = CreateList { entity, details, chosen: None, expected: None, idempotency_key: None };
    create_list(&world.ctx, &world.actor, input).await.unwrap().list.id
}

async fn facts(world: &World, bulk: Uuid) -> Vec<ListFact> {
    let payloads: Vec<String> = sqlx::query_scalar(
        "select payload::text from log.facts where about_type = $1 and about_id = $2 order by global_position",
    )
    .bind(ABOUT)
    .bind(bulk.to_string())
    .fetch_all(&world.log.pools.write)
    .await
    .unwrap();
    payloads.iter().map(|payload| serde_json::from_str(payload).unwrap()).collect()
}

fn ids_of(named: &[&Named]) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> = named.iter().flat_map(|named| named.ids.clone()).collect();
    ids.sort_unstable();
    ids
}

#[tokio::test]
async fn what_filled_a_frozen_copy_is_not_taken_back() {
    let world = World::with(1).await;
    let of = list(&world, Entity::Contact).await;
    let copy = SnapshotList { id: of, name: None, as_of: None, idempotency_key: None };
    let copied = snapshot_list(&world.ctx, &world.actor, copy).await.unwrap();
    let id = copied.bulk.unwrap();
    let undo = undo_bulk(&world.ctx, &world.actor, UndoBulk { id, chosen: Chosen::None }).await;
    let look = preview_undo(&world.ctx, &world.actor, id).await;
    for refused in [undo, look] {
        let told = refused.map(|done| done.id).map_err(|error| error.to_string());
        assert!(told.as_ref().is_err_and(|message| message.contains("frozen copy")), "{told:?}");
    }
}

#[tokio::test]
async fn a_campaign_knows_which_of_its_lists_are_still_being_filled() {
    let world = World::with(3).await;
    let details = Details { name: "Fair".into(), sharing: Sharing::Private, tags: Vec::new() };
    let chosen = Some(ChosenRecords::Records(Selection::Matching(Box::default())));
    let input =
        CreateList { entity: Entity::Contact, details, chosen, expected: None, idempotency_key: None };
    let made = create_list(&world.ctx, &world.actor, input).await.unwrap();
    let definition = AudienceDefinition { include: vec![Source::List(made.list.id)], exclude: Vec::new() };
    let read = sources::read(&world.ctx, &world.actor, &definition).await.unwrap();
    assert_eq!(read.filling, ["Fair"]);
    let working = world.work();
    world.queue.wake();
    world.ended(made.bulk.unwrap()).await;
    let read = sources::read(&world.ctx, &world.actor, &definition).await.unwrap();
    assert_eq!(read.filling, Vec::<String>::new());
    world.until_idle().await;
    working.stop().await;
}

#[tokio::test]
async fn all_that_match_come_in_chunk_by_chunk_and_leave_again_with_the_undo() {
    let mut world = World::with(1_200).await;
    let mut wanted = world.listed.clone();
    wanted.sort_unstable();
    let stranger = Uuid::now_v7();
    world.listed.push(stranger);
    let list = list(&world, Entity::Contact).await;
    let (id, bulk) = world.done(BulkAction::AddToList { list }).await;
    assert_eq!((bulk.state, bulk.counts.changed, bulk.counts.refused), (BulkState::Completed, 1_200, 1));
    assert_eq!(world.outcome_of(id, stranger).await, (RecordOutcome::Refused, Some("NOT_FOUND")));
    let added = facts(&world, id).await;
    let named: Vec<&Named> = added
        .iter()
        .map(|fact| match fact {
            ListFact::ListRecordsAdded(named) => named,
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(named.iter().all(|named| (named.list_id, named.change) == (list, id)));
    assert_eq!(ids_of(&named), wanted, "each of them once");

    let working = world.work();
    undo_bulk(&world.ctx, &world.actor, UndoBulk { id, chosen: Chosen::None }).await.unwrap();
    world.until_idle().await;
    working.stop().await;
    let facts = facts(&world, id).await;
    let undone: Vec<&Named> = facts
        .iter()
        .filter_map(|fact| match fact {
            ListFact::ListChangeUndone(named) => Some(named),
            ListFact::ListRecordsAdded(_) | ListFact::ListRecordsRemoved(_) => None,
        })
        .collect();
    assert_eq!(ids_of(&undone), wanted, "each of them once");
    assert_eq!(world.bulk(id).await.state, BulkState::Undone);
}

#[tokio::test]
async fn a_list_that_is_not_there_or_holds_other_records_is_refused_before_anything_runs() {
    let world = World::with(1).await;
    let accounts = list(&world, Entity::Account).await;
    for (list, expected) in
        [(Uuid::now_v7(), "There is no such list."), (accounts, "This is a list of accounts.")]
    {
        let selection = Selection::Ids(world.listed.clone());
        let asked = Asked::new(Entity::Contact, BulkAction::AddToList { list }, selection, None);
        let refused = start_bulk(&world.ctx, &world.actor, asked, None).await.unwrap_err();
        assert!(refused.to_string().starts_with(expected), "{refused}");
    }
}
