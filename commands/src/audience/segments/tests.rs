use pivotal_domain::audience::bulk::Bulk;
use pivotal_domain::audience::bulk::events::Selection;
use pivotal_domain::audience::exports::list::{InSegment, ListFilter};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::lists::source::ListSource;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::audience::segments::DetailChanges;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use super::archive::{archive_segment, restore_segment};
use super::change::{change_segment, define_segment};
use super::create::{CreateSegment, create_segment};
use super::switch::{refresh_segment, switch_segment};
use super::to_list::{ConvertSegment, segment_to_list};
use super::used::used_by;
use crate::error::CommandError;
use crate::identity::testing::{Setup, actor_of, code};

fn called(name: &str, definition: Value) -> CreateSegment {
    CreateSegment {
        entity: Entity::Contact,
        name: name.into(),
        description: String::new(),
        tags: Vec::new(),
        sharing: Sharing::Everyone,
        definition,
        active: true,
        idempotency_key: None,
    }
}

fn germans() -> Value {
    json!({"field": "country", "op": "equals", "value": "DE"})
}

fn within(segments: &[Uuid]) -> Value {
    let ids: Vec<String> = segments.iter().map(Uuid::to_string).collect();
    json!({"field": "segments", "op": "any_of", "value": ids})
}

async fn make(t: &Setup, actor: &Actor, name: &str, definition: Value) -> Uuid {
    create_segment(&t.ctx, actor, called(name, definition)).await.unwrap().id
}

fn message<T>(result: Result<T, CommandError>) -> String {
    result.err().map_or_else(|| "accepted".to_owned(), |error| error.to_string())
}

#[tokio::test]
async fn a_name_is_one_persons_own_and_free_again_once_archived() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    let bob = actor_of(&t.user("bob@example.com", Role::DataOps, None).await);
    let mine = make(&t, &ada, "Germans", germans()).await;
    let again = create_segment(&t.ctx, &ada, called(" germans", germans())).await;
    assert_eq!(code(again), "SEGMENT_NAME_TAKEN");
    make(&t, &bob, "Germans", germans()).await;

    archive_segment(&t.ctx, &ada, mine).await.unwrap();
    let other = make(&t, &ada, "Germans", germans()).await;
    assert_eq!(code(restore_segment(&t.ctx, &ada, mine).await), "SEGMENT_NAME_TAKEN");
    let renamed = DetailChanges { name: Some("DACH".into()), ..DetailChanges::default() };
    change_segment(&t.ctx, &ada, other, renamed).await.unwrap();
    assert!(!restore_segment(&t.ctx, &ada, mine).await.unwrap().state.archived);
}

#[tokio::test]
async fn a_repeated_request_makes_one_segment() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    let request = || CreateSegment { idempotency_key: Some("k".into()), ..called("Germans", germans()) };
    let first = create_segment(&t.ctx, &ada, request()).await.unwrap();
    let second = create_segment(&t.ctx, &ada, request()).await.unwrap();
    assert_eq!(first.id, second.id);
}

#[tokio::test]
async fn a_private_segment_is_not_there_for_others_and_its_owner_decides_who_sees_it() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    let bob = actor_of(&t.user("bob@example.com", Role::DataOps, None).await);
    let private = CreateSegment { sharing: Sharing::Private, ..called("Mine", germans()) };
    let private = create_segment(&t.ctx, &ada, private).await.unwrap().id;
    assert_eq!(code(archive_segment(&t.ctx, &bob, private).await), "not found");
    assert_eq!(code(define_segment(&t.ctx, &bob, private, json!({})).await), "not found");
    let inside = create_segment(&t.ctx, &bob, called("Inside", within(&[private]))).await;
    assert_eq!(code(inside), "SEGMENT_USES_UNKNOWN");

    let shared = make(&t, &ada, "Ours", germans()).await;
    switch_segment(&t.ctx, &bob, shared, false).await.unwrap();
    assert_eq!(code(refresh_segment(&t.ctx, &bob, shared).await), "SEGMENT_SWITCHED_OFF");
    let closed = DetailChanges { sharing: Some(Sharing::Private), ..DetailChanges::default() };
    assert_eq!(code(change_segment(&t.ctx, &bob, shared, closed.clone()).await), "SEGMENT_NOT_YOURS");
    change_segment(&t.ctx, &ada, shared, closed).await.unwrap();
}

#[tokio::test]
async fn who_only_looks_makes_and_changes_none() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    let shared = make(&t, &ada, "Ours", germans()).await;
    for (email, role) in [("qa@example.com", Role::QaAnalyst), ("agent@example.com", Role::Agent)] {
        let actor = actor_of(&t.user(email, role, None).await);
        assert_eq!(code(create_segment(&t.ctx, &actor, called("x", germans())).await), "forbidden");
        assert_eq!(code(archive_segment(&t.ctx, &actor, shared).await), "forbidden");
        assert_eq!(code(switch_segment(&t.ctx, &actor, shared, false).await), "forbidden");
    }
}

#[tokio::test]
async fn a_definition_that_names_what_is_not_there_is_refused_by_name() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    for (definition, expected) in [
        (json!({"field": "nope", "op": "is_empty"}), "FILTER_UNKNOWN_FIELD"),
        (json!({"field": "owner", "op": "equals", "value": "me"}), "SEGMENT_ME"),
        (within(&[Uuid::from_u128(9)]), "SEGMENT_USES_UNKNOWN"),
    ] {
        assert_eq!(code(create_segment(&t.ctx, &ada, called("x", definition)).await), expected);
    }
    let told =
        message(create_segment(&t.ctx, &ada, called("x", json!({"field": "nope", "op": "is_empty"}))).await);
    assert!(told.contains("`nope`"), "{told}");
    let nobody = Uuid::from_u128(9);
    let told = message(create_segment(&t.ctx, &ada, called("x", within(&[nobody]))).await);
    assert!(told.contains(&nobody.to_string()), "{told}");

    let germans_id = make(&t, &ada, "Germans", germans()).await;
    archive_segment(&t.ctx, &ada, germans_id).await.unwrap();
    let told = create_segment(&t.ctx, &ada, called("x", within(&[germans_id]))).await;
    assert!(message(told).contains("\"Germans\""));
    let firms = CreateSegment { entity: Entity::Account, ..called("Firms", json!({})) };
    let firms = create_segment(&t.ctx, &ada, firms).await.unwrap().id;
    assert_eq!(code(create_segment(&t.ctx, &ada, called("x", within(&[firms]))).await), "SEGMENT_USES_OTHER");
}

#[tokio::test]
async fn a_segment_never_contains_itself_and_what_others_use_stays() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    let inner = make(&t, &ada, "Inner", germans()).await;
    let outer = make(&t, &ada, "Outer", within(&[inner])).await;
    let circle = define_segment(&t.ctx, &ada, inner, within(&[outer])).await;
    assert_eq!(
        message(circle),
        "A segment cannot contain itself: Inner is defined by Outer is defined by Inner. Take one of these out of the definition of the one before it."
    );
    let used = archive_segment(&t.ctx, &ada, inner).await;
    assert!(message(used).contains("Outer"));
    let users = used_by(&t.ctx, &ada, inner).await.unwrap();
    assert_eq!(users.iter().map(|user| user.name.as_deref()).collect::<Vec<_>>(), [Some("Outer")]);

    define_segment(&t.ctx, &ada, outer, germans()).await.unwrap();
    archive_segment(&t.ctx, &ada, inner).await.unwrap();
    assert_eq!(used_by(&t.ctx, &ada, inner).await.unwrap(), []);
}

#[tokio::test]
async fn two_edits_at_the_same_time_make_no_circle() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    for round in 0..5 {
        let one = make(&t, &ada, &format!("One {round}"), germans()).await;
        let other = make(&t, &ada, &format!("Other {round}"), germans()).await;
        let (first, second) = tokio::join!(
            define_segment(&t.ctx, &ada, one, within(&[other])),
            define_segment(&t.ctx, &ada, other, within(&[one])),
        );
        let codes = [code(first), code(second)];
        assert_eq!(codes.iter().filter(|code| *code == "accepted").count(), 1, "{codes:?}");
        assert!(codes.iter().any(|code| code == "SEGMENT_CIRCLE"), "{codes:?}");
        // Neither is archived under the other's feet.
        let third = make(&t, &ada, &format!("Third {round}"), germans()).await;
        let fourth = make(&t, &ada, &format!("Fourth {round}"), germans()).await;
        let (used, gone) = tokio::join!(
            define_segment(&t.ctx, &ada, third, within(&[fourth])),
            archive_segment(&t.ctx, &ada, fourth),
        );
        let codes = [code(used), code(gone)];
        assert_eq!(codes.iter().filter(|code| *code == "accepted").count(), 1, "{codes:?}");
    }
}

#[tokio::test]
async fn a_segment_becomes_a_list_of_its_members_at_one_moment_whatever_is_repeated() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::DataOps, None).await);
    let segment = make(&t, &ada, "Germans", germans()).await;
    let convert = ConvertSegment {
        id: segment,
        name: None,
        sharing: Sharing::Private,
        tags: Vec::new(),
        as_of: None,
        idempotency_key: Some("once".into()),
    };
    let one = segment_to_list(&t.ctx, &ada, convert.clone()).await.unwrap();
    let two = segment_to_list(&t.ctx, &ada, convert.clone()).await.unwrap();
    assert_eq!((one.list.id, one.bulk), (two.list.id, two.bulk));
    let made = one.list.state.made.unwrap();
    assert!(made.details.name.starts_with("Germans ("), "{}", made.details.name);
    let ListSource::Segment { segment: of, as_of: Some(as_of) } = made.source else {
        panic!("{:?}", made.source)
    };
    assert_eq!((of, made.entity), (segment, Entity::Contact));
    let bulk = t.ctx.log.load::<Bulk>(one.bulk.unwrap()).await.unwrap();
    let members = InSegment { segment, as_of: Some(as_of) };
    let filter = ListFilter { in_segment: Some(members), ..ListFilter::default() };
    let selection = bulk.state.asked.and_then(|asked| asked.selection);
    assert_eq!(selection, Some(Selection::Matching(Box::new(filter))));
}

#[tokio::test]
async fn no_list_is_made_of_a_segment_that_is_not_seen_or_of_a_moment_it_did_not_have() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::DataOps, None).await);
    let bob = actor_of(&t.user("bob@example.com", Role::DataOps, None).await);
    let qa = actor_of(&t.user("qa@example.com", Role::QaAnalyst, None).await);
    let private = CreateSegment { sharing: Sharing::Private, ..called("Mine", germans()) };
    let segment = create_segment(&t.ctx, &ada, private).await.unwrap().id;
    let convert = |as_of| ConvertSegment {
        id: segment,
        name: Some("Frozen".into()),
        sharing: Sharing::Private,
        tags: Vec::new(),
        as_of,
        idempotency_key: None,
    };
    assert_eq!(code(segment_to_list(&t.ctx, &bob, convert(None)).await), "not found");
    assert_eq!(code(segment_to_list(&t.ctx, &qa, convert(None)).await), "forbidden");
    let future = t.ctx.now() + chrono::Duration::hours(1);
    assert_eq!(code(segment_to_list(&t.ctx, &ada, convert(Some(future))).await), "LIST_NOT_YET");
    let past = chrono::DateTime::UNIX_EPOCH;
    assert_eq!(code(segment_to_list(&t.ctx, &ada, convert(Some(past))).await), "LIST_BEFORE_IT");
    archive_segment(&t.ctx, &ada, segment).await.unwrap();
    assert_eq!(code(segment_to_list(&t.ctx, &ada, convert(None)).await), "accepted");
}
