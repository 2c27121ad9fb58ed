//! What is asked for happens, to each record once, and is refused where it must be.

use pivotal_commands::audience::accounts::create::{CreateAccount, create_account};
use pivotal_commands::audience::bulk::cancel::cancel_bulk;
use pivotal_commands::audience::bulk::start::start_bulk;
use pivotal_commands::error::CommandError;
use pivotal_domain::audience::bulk::BulkState;
use pivotal_domain::audience::bulk::action::{Assigned, BulkAction};
use pivotal_domain::audience::bulk::events::{Asked, Selection};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use serde_json::json;
use uuid::Uuid;

use crate::support::{World, set};

const CHANGES: &str = "select count(*) from log.events where event_type = 'ContactFieldsChanged'";

fn code(error: CommandError) -> String {
    match error {
        CommandError::Rejected(rejections) => rejections[0].code.clone(),
        CommandError::Forbidden(_) => "FORBIDDEN".into(),
        CommandError::NotFound(_) => "NOT_FOUND".into(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn fields_are_set_on_all_that_match_as_if_by_hand() {
    let world = World::with(1_200).await;
    let (id, bulk) =
        world.done(set(json!({ "city": "Varde", "country": "Denmark", "postal_code": null }))).await;
    assert_eq!(bulk.state, BulkState::Completed);
    assert_eq!((bulk.counts.selected, bulk.counts.changed), (1_200, 1_200), "{:?}", bulk.counts);
    assert_eq!(bulk.asked.unwrap().expected, Some(1), "what was counted stands beside what was found");
    for contact in world.all().await {
        assert_eq!(
            (contact.record.text("city"), contact.record.text("country")),
            (Some("Varde"), Some("DK"))
        );
        assert_eq!(contact.record.fields["city"].rank, Source::Ui.rank());
    }
    assert_eq!(world.count(CHANGES).await, 1_200, "each once");
    let sources = format!(
        "select count(*) from log.events where event_type = 'ContactFieldsChanged' and metadata ->> 'source' = 'bulk:{id}' and metadata ->> 'actor' = '{}'",
        world.actor.user_id
    );
    assert_eq!(world.count(&sources).await, 1_200, "in bulk, by whoever asked");
    let (again, bulk) = world.done(set(json!({ "city": "Varde" }))).await;
    assert_eq!((bulk.counts.changed, bulk.counts.unchanged), (0, 1_200));
    assert_eq!(world.records(again).await.len(), 1_200);
}

#[tokio::test]
async fn tags_and_owners_are_given_to_those_named_one_by_one() {
    let mut world = World::new().await;
    world.listed = world.contacts(3, json!({ "tags": ["old"] })).await;
    let working = world.work();
    let (first, second) = (world.listed[0], world.listed[1]);
    let ids = || Selection::Ids(vec![first, second, first, Uuid::from_u128(9)]);
    let id = world.start_on(BulkAction::AddTags { tags: vec!["vip".into(), "OLD".into()] }, ids()).await;
    let bulk = world.ended(id).await;
    assert_eq!((bulk.counts.selected, bulk.counts.changed, bulk.counts.refused), (3, 2, 1));
    assert_eq!(world.outcome_of(id, Uuid::from_u128(9)).await.1, Some("NOT_FOUND"));
    assert_eq!(world.contact(first).await.record.texts("tags"), ["old", "vip"]);
    assert_eq!(world.contact(world.listed[2]).await.record.texts("tags"), ["old"], "nobody named it");
    let id = world.start_on(BulkAction::RemoveTags { tags: vec!["Vip".into()] }, ids()).await;
    assert_eq!(world.ended(id).await.counts.changed, 2);
    let clear = BulkAction::Assign { owner: Assigned::Nobody, team: Assigned::Kept };
    let id = world.start_on(clear, ids()).await;
    assert_eq!(world.ended(id).await.counts.unchanged, 2, "nobody owns them already");
    working.stop().await;
}

#[tokio::test]
async fn a_phone_without_a_country_code_is_read_with_each_contacts_country_else_the_accounts() {
    let mut world = World::new().await;
    let (german, linked, lost) = (
        world.contacts(1, json!({ "country": "DE" })).await[0],
        world.contacts(1, json!({ "city": "Ribe" })).await[0],
        world.contacts(1, json!({ "city": "Ribe" })).await[0],
    );
    let fields = json!({ "name": "Norhavn", "hq_country": "DK" }).as_object().unwrap().clone();
    let account = CreateAccount { fields, idempotency_key: None };
    let account = create_account(&world.ctx, &world.actor, account).await.unwrap().id;
    world.link(linked, account).await;
    world.listed = vec![german, linked, lost];
    let (id, bulk) = world.done(set(json!({ "direct_phone": "32 12 34 56" }))).await;
    assert_eq!((bulk.counts.changed, bulk.counts.refused), (2, 1), "{:?}", bulk.counts);
    assert_eq!(world.outcome_of(id, lost).await.1, Some("VALUE_REFUSED"), "nobody knows its country");
    let e164 = async |id| world.contact(id).await.record.text("direct_phone_e164").map(str::to_owned);
    assert_eq!(e164(german).await.as_deref(), Some("+4932123456"));
    assert_eq!(e164(linked).await.as_deref(), Some("+4532123456"));
}

#[tokio::test]
async fn what_is_archived_in_bulk_is_restored_in_bulk() {
    let world = World::with(600).await;
    let (_, bulk) = world.done(BulkAction::Archive { reason: Some("left the market".into()) }).await;
    assert_eq!(bulk.counts.changed, 600);
    assert!(world.all().await.iter().all(|contact| !contact.record.is_active()));
    let (_, bulk) = world.done(set(json!({ "city": "Varde" }))).await;
    assert_eq!((bulk.counts.refused, bulk.counts.changed), (600, 0));
    let (_, bulk) = world.done(BulkAction::Restore).await;
    assert_eq!(bulk.counts.changed, 600);
    assert!(world.all().await.iter().all(|contact| contact.record.is_active()));
}

#[tokio::test]
async fn the_same_request_again_is_answered_with_the_first() {
    let world = World::with(1).await;
    let asked = |city: &str| {
        let selection = Selection::Ids(world.listed.clone());
        Asked::new(Entity::Contact, set(json!({ "city": city })), selection, None)
    };
    let start = async |city: &str| start_bulk(&world.ctx, &world.actor, asked(city), Some("k-1")).await;
    let first = start("Varde").await.unwrap().id;
    assert_eq!(start("Varde").await.unwrap().id, first);
    assert_eq!(code(start("Ribe").await.unwrap_err()), "IDEMPOTENCY_KEY_REUSED");
    assert_eq!(world.count("select count(*) from jobs.queue").await, 1);
}

#[tokio::test]
async fn mistakes_are_told_at_once_and_nothing_is_begun() {
    let world = World::with(1).await;
    let refused = async |action: BulkAction| {
        let asked = Asked::new(Entity::Contact, action, Selection::Ids(world.listed.clone()), None);
        code(start_bulk(&world.ctx, &world.actor, asked, None).await.unwrap_err())
    };
    assert_eq!(refused(set(json!({ "email": "a@example.com" }))).await, "BULK_FIELD_IDENTIFIES");
    assert_eq!(refused(set(json!({ "shoe_size": 44 }))).await, "FIELD_UNKNOWN");
    assert_eq!(refused(set(json!({ "score": 9 }))).await, "FIELD_DERIVED");
    assert_eq!(refused(set(json!({ "country": "Nowhere" }))).await, "COUNTRY_UNKNOWN");
    assert_eq!(refused(BulkAction::AddTags { tags: vec![] }).await, "BULK_NO_TAGS");
    let to = |id| Assigned::To(Uuid::from_u128(id));
    let owner = BulkAction::Assign { owner: to(5), team: Assigned::Kept };
    assert_eq!(refused(owner).await, "BULK_NO_SUCH_USER");
    let team = BulkAction::Assign { owner: Assigned::Kept, team: to(5) };
    assert_eq!(refused(team).await, "BULK_NO_SUCH_TEAM");
    assert_eq!(world.count("select count(*) from jobs.queue").await, 0);
}

#[tokio::test]
async fn whoever_may_not_is_refused_and_a_team_reaches_its_own_records() {
    let mut world = World::new().await;
    let team = Uuid::from_u128(500);
    let ours = world.contacts(2, json!({ "team": team })).await;
    let others = world.contacts(3, json!({ "team": Uuid::from_u128(501) })).await;
    world.listed = [ours.clone(), others.clone()].concat();
    let selection = || Selection::Ids(world.listed.clone());
    let asked = || Asked::new(Entity::Contact, set(json!({ "city": "Varde" })), selection(), None);
    for role in [Role::QaAnalyst, Role::Agent, Role::ClientUser] {
        let actor = Actor { role, ..world.actor.clone() };
        assert_eq!(code(start_bulk(&world.ctx, &actor, asked(), None).await.unwrap_err()), "FORBIDDEN");
    }
    let manager = Actor {
        user_id: Uuid::from_u128(78),
        role: Role::CampaignManager,
        team_ids: vec![team],
        ..world.actor.clone()
    };
    let working = world.work();
    let id = start_bulk(&world.ctx, &manager, asked(), None).await.unwrap().id;
    let bulk = world.ended(id).await;
    assert_eq!((bulk.counts.changed, bulk.counts.refused), (2, 3), "{:?}", bulk.counts);
    assert_eq!(world.outcome_of(id, others[0]).await.1, Some("OUT_OF_REACH"));
    assert_eq!(world.contact(others[0]).await.record.text("city"), None, "and lost nothing");
    let other = Actor { user_id: Uuid::from_u128(79), ..manager.clone() };
    assert_eq!(code(cancel_bulk(&world.ctx, &other, id).await.unwrap_err()), "NOT_FOUND", "another's");
    assert_eq!(code(cancel_bulk(&world.ctx, &manager, id).await.unwrap_err()), "BULK_NOT_RUNNING");
    working.stop().await;
}
