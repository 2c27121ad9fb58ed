use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::bulk::Bulk;
use pivotal_domain::audience::bulk::events::Selection;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::lists::change::Verb;
use pivotal_domain::audience::lists::details::{DetailChanges, Details};
use pivotal_domain::audience::lists::facts::ListFact;
use pivotal_domain::audience::lists::source::{ListSource, Operation};
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::audience::segments::events::SegmentEvent;
use pivotal_domain::audience::segments::{Details as SegmentDetails, Kept, Segment};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use pivotal_log::append::{Append, Lane};
use serde_json::{Value, json};
use uuid::Uuid;

use super::archive::{archive_list, restore_list};
use super::chosen::Chosen;
use super::combine::{CombineLists, combine_lists};
use super::create::{CreateList, create_list};
use super::fill::Changed;
use super::members::{ChangeMembers, change_members};
use super::snapshot::{SnapshotList, snapshot_list};
use super::undo::undo_change;
use super::update::update_list;
use crate::audience::accounts::create::{CreateAccount, create_account};
use crate::audience::contacts::create::{CreateContact, create_contact};
use crate::audience::segments::archive::{archive_segment, restore_segment};
use crate::audience::segments::change::define_segment;
use crate::audience::segments::create::{CreateSegment, create_segment};
use crate::audience::segments::used::used_by;
use crate::error::CommandError;
use crate::execute::Executed;
use crate::identity::testing::{Setup, actor_of, code};

fn called(name: &str, chosen: Option<Chosen>) -> CreateList {
    CreateList {
        entity: Entity::Contact,
        details: Details { name: name.into(), sharing: Sharing::Private, tags: Vec::new() },
        chosen,
        expected: None,
        idempotency_key: None,
    }
}

fn ids(ids: Vec<Uuid>) -> Chosen {
    Chosen::Records(Selection::Ids(ids))
}

fn pasted(lines: &[&str]) -> Chosen {
    Chosen::Pasted(lines.iter().map(|line| (*line).to_owned()).collect())
}

struct World {
    setup: Setup,
    ada: Actor,
}

impl World {
    async fn new() -> Self {
        let setup = Setup::new().await;
        let ada = actor_of(&setup.user("ada@example.com", Role::DataOps, None).await);
        World { setup, ada }
    }

    async fn contact(&self, fields: Value) -> Uuid {
        let fields = fields.as_object().unwrap().clone();
        let input = CreateContact { fields, account_id: None, idempotency_key: None };
        create_contact(&self.setup.ctx, &self.ada, input).await.unwrap().id
    }

    async fn account(&self, domain: &str) -> Executed<Account> {
        let fields = json!({ "name": domain, "domain": domain }).as_object().unwrap().clone();
        let input = CreateAccount { fields, idempotency_key: None };
        create_account(&self.setup.ctx, &self.ada, input).await.unwrap()
    }

    async fn list(&self, input: CreateList) -> Changed {
        create_list(&self.setup.ctx, &self.ada, input).await.unwrap()
    }

    async fn change(&self, id: Uuid, verb: Verb, chosen: Chosen) -> Result<Changed, CommandError> {
        let input = ChangeMembers { id, verb, chosen, expected: None, idempotency_key: None };
        change_members(&self.setup.ctx, &self.ada, input).await
    }

    /// Whom facts of this change name.
    async fn facts(&self, change: Uuid) -> Vec<ListFact> {
        let payloads: Vec<String> = sqlx::query_scalar(
            "select payload::text from log.facts where about_type = 'list_change' and about_id = $1 order by global_position",
        )
        .bind(change.to_string())
        .fetch_all(&self.setup.ctx.log.pools.write)
        .await
        .unwrap();
        payloads.iter().map(|payload| serde_json::from_str(payload).unwrap()).collect()
    }
}

#[tokio::test]
async fn a_list_of_ids_is_made_in_one_append_and_says_what_was_not_taken() {
    let world = World::new().await;
    let known = world.contact(json!({ "email": "grace@example.com" })).await;
    let unknown = Uuid::now_v7();
    let made = world.list(called("Trade show", Some(ids(vec![known, unknown, known])))).await;
    assert_eq!((made.ids.as_slice(), made.bulk), ([known].as_slice(), None));
    let refused: Vec<(String, &str)> =
        made.refused.iter().map(|refused| (refused.entry.clone(), refused.why.code())).collect();
    assert_eq!(refused, [(unknown.to_string(), "NOT_FOUND")]);
    match world.facts(made.change).await.as_slice() {
        [ListFact::ListRecordsAdded(named)] => {
            assert_eq!((named.list_id, named.ids.as_slice()), (made.list.id, [known].as_slice()));
        }
        other => panic!("{other:?}"),
    }
    let none = world.list(called("Nobody", Some(ids(vec![unknown])))).await;
    assert!(none.ids.is_empty() && world.facts(none.change).await.is_empty());
}

#[tokio::test]
async fn pasted_lines_are_read_as_ids_emails_and_domains() {
    let world = World::new().await;
    let grace = world.contact(json!({ "email": "grace@example.com" })).await;
    let second = json!({ "email": "lin@example.com", "secondary_emails": ["lin@home.example"] });
    let lin = world.contact(second).await;
    let lines = ["Grace@Example.com", "", &lin.to_string(), "lin@home.example", "nobody@example.com", "?!"];
    let made = world.list(called("Pasted", Some(pasted(&lines)))).await;
    assert_eq!(made.ids, [grace, lin]);
    let why: Vec<&str> = made.refused.iter().map(|refused| refused.why.code()).collect();
    assert_eq!(why, ["NOT_FOUND", "UNREADABLE"]);
    let source = made.list.state.made.unwrap().source;
    assert_eq!(source, ListSource::ManualUpload);

    let account = world.account("norhavn.example").await;
    let lines = pasted(&["https://www.norhavn.example/about", "unknown.example"]);
    let made = world.list(CreateList { entity: Entity::Account, ..called("Domains", Some(lines)) }).await;
    assert_eq!((made.ids, made.refused.len()), (vec![account.id], 1));
    assert_eq!(code(world.change(made.list.id, Verb::Add, pasted(&[" "])).await), "LIST_NOTHING_CHOSEN");
}

#[tokio::test]
async fn what_many_records_or_a_filter_fill_goes_on_as_a_bulk_change() {
    let world = World::new().await;
    let matching = Chosen::Records(Selection::Matching(Box::default()));
    let made = world.list(called("Everybody", Some(matching))).await;
    let bulk = world.setup.ctx.log.load::<Bulk>(made.bulk.unwrap()).await.unwrap();
    assert!(bulk.exists() && bulk.state.asked.unwrap().action.unwrap().list().unwrap().1 == made.list.id);
    assert_eq!(made.list.state.made.unwrap().fill, made.bulk);
    let many = (0..1_001).map(|_| Uuid::now_v7()).collect();
    assert!(world.change(made.list.id, Verb::Remove, ids(many)).await.unwrap().bulk.is_some());
}

#[tokio::test]
async fn a_request_that_is_repeated_makes_one_list_and_one_fill() {
    let world = World::new().await;
    let first = world.list(called("First", None)).await.list.id;
    let repeated = || async {
        let input = SnapshotList { id: first, name: None, as_of: None, idempotency_key: Some("once".into()) };
        snapshot_list(&world.setup.ctx, &world.ada, input).await.unwrap()
    };
    let (one, two) = (repeated().await, repeated().await);
    assert_eq!((one.list.id, one.bulk), (two.list.id, two.bulk));
    let known = world.contact(json!({ "email": "grace@example.com" })).await;
    let add = || async {
        let input = ChangeMembers {
            id: first,
            verb: Verb::Add,
            chosen: ids(vec![known]),
            expected: None,
            idempotency_key: Some("add".into()),
        };
        change_members(&world.setup.ctx, &world.ada, input).await.unwrap().change
    };
    assert_eq!(add().await, add().await);
}

#[tokio::test]
async fn a_change_is_taken_back_once_and_only_where_it_belongs() {
    let world = World::new().await;
    let (ctx, ada) = (&world.setup.ctx, &world.ada);
    let known = world.contact(json!({ "email": "grace@example.com" })).await;
    let list = world.list(called("One", None)).await.list.id;
    let other = world.list(called("Other", None)).await.list.id;
    let added = world.change(list, Verb::Add, ids(vec![known])).await.unwrap();
    assert_eq!(code(undo_change(ctx, ada, other, added.change).await), "LIST_NO_SUCH_CHANGE");
    assert_eq!(code(undo_change(ctx, ada, list, Uuid::now_v7()).await), "LIST_NO_SUCH_CHANGE");
    assert!(undo_change(ctx, ada, list, added.change).await.unwrap().position.is_some());
    assert_eq!(undo_change(ctx, ada, list, added.change).await.unwrap().position, None);
    let facts = world.facts(added.change).await;
    assert!(matches!(facts.as_slice(), [ListFact::ListRecordsAdded(_), ListFact::ListChangeUndone(_)]));
}

#[tokio::test]
async fn lists_of_one_kind_that_are_seen_are_combined_and_a_copy_stays_as_it_is() {
    let world = World::new().await;
    let (ctx, ada) = (&world.setup.ctx, &world.ada);
    let a = world.list(called("A", None)).await.list.id;
    let b = world.list(called("B", None)).await.list.id;
    let accounts = CreateList { entity: Entity::Account, ..called("Accounts", None) };
    let accounts = world.list(accounts).await.list.id;
    let combine = |lists: Vec<Uuid>| CombineLists {
        operation: Operation::Intersect,
        lists,
        details: Details { name: "Both".into(), sharing: Sharing::Private, tags: Vec::new() },
        idempotency_key: None,
    };
    assert_eq!(code(combine_lists(ctx, ada, combine(vec![a, accounts])).await), "LIST_MIXED_ENTITIES");
    assert_eq!(code(combine_lists(ctx, ada, combine(vec![a])).await), "LIST_TOO_FEW");
    let bob = actor_of(&world.setup.user("bob@example.com", Role::DataOps, None).await);
    assert_eq!(code(combine_lists(ctx, &bob, combine(vec![a, b])).await), "not found");
    let both = combine_lists(ctx, ada, combine(vec![a, b])).await.unwrap();
    assert!(both.bulk.is_some());

    let copy = SnapshotList { id: a, name: None, as_of: None, idempotency_key: None };
    let copied = snapshot_list(ctx, ada, copy.clone()).await.unwrap();
    let added = world.change(copied.list.id, Verb::Add, ids(vec![Uuid::now_v7()])).await;
    assert_eq!(code(added), "LIST_FROZEN");
    let future = SnapshotList { as_of: Some(ctx.now() + chrono::Duration::hours(1)), ..copy.clone() };
    assert_eq!(code(snapshot_list(ctx, ada, future).await), "LIST_NOT_YET");
    let past = SnapshotList { as_of: Some(chrono::DateTime::UNIX_EPOCH), ..copy };
    assert_eq!(code(snapshot_list(ctx, ada, past).await), "LIST_BEFORE_IT");
}

#[tokio::test]
async fn a_name_is_one_persons_own_and_who_does_not_see_a_list_is_told_there_is_none() {
    let world = World::new().await;
    let (ctx, ada) = (&world.setup.ctx, &world.ada);
    let bob = actor_of(&world.setup.user("bob@example.com", Role::CampaignManager, None).await);
    let qa = actor_of(&world.setup.user("qa@example.com", Role::QaAnalyst, None).await);
    let mine = world.list(called("Fair", None)).await.list.id;
    assert_eq!(code(create_list(ctx, ada, called(" fair", None)).await), "LIST_NAME_TAKEN");
    create_list(ctx, &bob, called("Fair", None)).await.unwrap();
    assert_eq!(code(create_list(ctx, &qa, called("Fair", None)).await), "forbidden");
    assert_eq!(code(archive_list(ctx, &bob, mine).await), "not found");

    let global = DetailChanges { sharing: Some(Sharing::Everyone), ..DetailChanges::default() };
    update_list(ctx, ada, mine, global).await.unwrap();
    let renamed = DetailChanges { name: Some("Trade fair".into()), ..DetailChanges::default() };
    update_list(ctx, &bob, mine, renamed).await.unwrap();
    let private = DetailChanges { sharing: Some(Sharing::Private), ..DetailChanges::default() };
    assert_eq!(code(update_list(ctx, &bob, mine, private).await), "LIST_NOT_YOURS");

    archive_list(ctx, ada, mine).await.unwrap();
    assert_eq!(code(world.change(mine, Verb::Add, ids(vec![mine])).await), "LIST_ARCHIVED");
    world.list(called("Trade fair", None)).await;
    assert_eq!(code(restore_list(ctx, ada, mine).await), "LIST_NAME_TAKEN");
}

fn segment(name: &str, definition: &Value) -> CreateSegment {
    CreateSegment {
        entity: Entity::Contact,
        name: name.into(),
        description: String::new(),
        tags: Vec::new(),
        sharing: Sharing::Private,
        definition: definition.clone(),
        active: true,
        idempotency_key: None,
    }
}

fn in_list(list: Uuid) -> Value {
    json!({ "field": "lists", "op": "any_of", "value": [list] })
}

#[tokio::test]
async fn a_list_that_segments_are_defined_by_is_not_archived_and_they_are_named() {
    let world = World::new().await;
    let (ctx, ada) = (&world.setup.ctx, &world.ada);
    let list = world.list(called("Fair", None)).await.list.id;
    // However the id is written.
    let within =
        json!({ "field": "lists", "op": "any_of", "value": [list.simple().to_string().to_uppercase()] });
    let of_company = json!({ "not": { "field": "account.lists", "op": "none_of", "value": [list] } });
    let first = create_segment(ctx, ada, segment("Visitors", &within)).await.unwrap().id;
    let second = create_segment(ctx, ada, segment("Their firms", &of_company)).await.unwrap().id;
    let refused = archive_list(ctx, ada, list).await;
    let told = refused.as_ref().err().map(ToString::to_string).unwrap_or_default();
    assert!(told.contains("Visitors") && told.contains("Their firms"), "{told}");
    assert_eq!(code(refused), "LIST_USED");
    define_segment(ctx, ada, second, json!({ "field": "city", "op": "has_value" })).await.unwrap();
    assert_eq!(code(archive_list(ctx, ada, list).await), "LIST_USED");
    archive_segment(ctx, ada, first).await.unwrap();
    assert_eq!(code(archive_list(ctx, ada, list).await), "accepted");
}

#[tokio::test]
async fn a_list_is_not_archived_in_the_moment_in_which_a_segment_is_defined_by_it() {
    let world = World::new().await;
    let (ctx, ada) = (&world.setup.ctx, &world.ada);
    let everybody = json!({ "field": "city", "op": "has_value" });
    for round in 0..5 {
        let made =
            create_segment(ctx, ada, segment(&format!("Visitors {round}"), &everybody)).await.unwrap().id;
        let list = world.list(called(&format!("Fair {round}"), None)).await.list.id;
        let (used, gone) =
            tokio::join!(define_segment(ctx, ada, made, in_list(list)), archive_list(ctx, ada, list));
        let codes = [code(used), code(gone)];
        assert_eq!(codes.iter().filter(|code| *code == "accepted").count(), 1, "{codes:?}");
        let expected = if codes[0] == "accepted" { "LIST_USED" } else { "SEGMENT_USES_ARCHIVED_LIST" };
        assert!(codes.iter().any(|code| code == expected), "{codes:?}");
    }
}

#[tokio::test]
async fn nothing_is_defined_by_a_list_that_is_archived_and_what_was_comes_back_after_it() {
    let world = World::new().await;
    let (ctx, ada) = (&world.setup.ctx, &world.ada);
    let list = world.list(called("Fair", None)).await.list.id;
    let made = create_segment(ctx, ada, segment("Visitors", &in_list(list))).await.unwrap().id;
    let users = used_by(ctx, ada, list).await.unwrap();
    assert_eq!(users.iter().map(|user| user.id).collect::<Vec<_>>(), [made]);
    archive_segment(ctx, ada, made).await.unwrap();
    archive_list(ctx, ada, list).await.unwrap();
    for refused in [
        create_segment(ctx, ada, segment("Late", &in_list(list))).await,
        restore_segment(ctx, ada, made).await,
    ] {
        let told = refused.as_ref().err().map(ToString::to_string).unwrap_or_default();
        assert!(told.contains("the list \"Fair\""), "{told}");
        assert_eq!(code(refused), "SEGMENT_USES_ARCHIVED_LIST");
    }
    restore_list(ctx, ada, list).await.unwrap();
    restore_segment(ctx, ada, made).await.unwrap();
    assert_eq!(code(archive_list(ctx, ada, list).await), "LIST_USED");
}

/// As a segment was written when the table of uses did not hold lists: what it names stands in its definition alone.
async fn written_before(world: &World, name: &str, definition: Value) -> Uuid {
    let details = SegmentDetails {
        name: name.into(),
        description: String::new(),
        tags: Vec::new(),
        sharing: Sharing::Private,
    };
    let owner = world.ada.user_id;
    let kept = Kept { owner, entity: Entity::Contact, details, definition, active: true };
    let (id, at) = (Uuid::now_v7(), world.setup.ctx.now());
    let mut append = Append::new(Lane::Interactive);
    let events = vec![SegmentEvent::SegmentCreated { at, kept }];
    append.events::<Segment>(id, 0, events, &world.ada.metadata()).unwrap();
    world.setup.ctx.log.append(append).await.unwrap();
    id
}

#[tokio::test]
async fn what_segments_named_before_lists_were_guarded_is_found_and_holds_from_then_on() {
    let world = World::new().await;
    let (ctx, ada) = (&world.setup.ctx, &world.ada);
    let list = world.list(called("Fair", None)).await.list.id;
    let free = world.list(called("Free", None)).await.list.id;
    let before = written_before(&world, "Visitors", in_list(list)).await;
    let users = used_by(ctx, ada, list).await.unwrap();
    assert_eq!(users.iter().map(|user| user.name.as_deref()).collect::<Vec<_>>(), [Some("Visitors")]);
    assert_eq!(code(archive_list(ctx, ada, list).await), "LIST_USED");
    // Completed by whatever is written first.
    assert_eq!(code(archive_list(ctx, ada, free).await), "accepted");
    assert_eq!(code(archive_list(ctx, ada, list).await), "LIST_USED");
    define_segment(ctx, ada, before, json!({ "field": "city", "op": "has_value" })).await.unwrap();
    assert_eq!(code(archive_list(ctx, ada, list).await), "accepted");
}

#[tokio::test]
async fn two_who_meet_on_a_table_without_lists_both_find_what_was_named_before() {
    let world = World::new().await;
    let (ctx, ada) = (&world.setup.ctx, &world.ada);
    let list = world.list(called("Fair", None)).await.list.id;
    let before = written_before(&world, "Visitors", in_list(list)).await;
    let elsewhere = json!({ "field": "city", "op": "has_value" });
    let (freed, gone) =
        tokio::join!(define_segment(ctx, ada, before, elsewhere), archive_list(ctx, ada, list));
    freed.unwrap();
    // Before it or after it, never half.
    let first = code(gone);
    assert!(["accepted", "LIST_USED"].contains(&first.as_str()), "{first}");
    assert_eq!(used_by(ctx, ada, list).await.unwrap(), []);
    assert_eq!(code(archive_list(ctx, ada, list).await), "accepted");
}
