use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;
use serde_json::json;

use super::definition::{Named, check};
use super::exclusions::{self, Exclusion};
use super::uses::{SegmentUses, SegmentUsesCommand, SegmentUsesEvent, UsesError};
use super::watch::{ENGAGEMENT, Keys, Watch, concerns};
use super::*;
use crate::audience::filter::parse::parse;
use crate::identity::name::NameError;
use crate::identity::role::Role;
use crate::suppression::consents::channel::Channel;

type Segments = TestFramework<Segment>;
type Uses = TestFramework<SegmentUses>;

const OWNER: Uuid = Uuid::from_u128(1);
const TEAM: Uuid = Uuid::from_u128(2);

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn germans() -> Value {
    json!({"field": "country", "op": "equals", "value": "DE"})
}

fn kept() -> Kept {
    Kept {
        owner: OWNER,
        entity: Entity::Contact,
        details: Details {
            name: "Germans".into(),
            description: String::new(),
            tags: vec!["DACH".into()],
            sharing: Sharing::Private,
        },
        definition: germans(),
        active: true,
    }
}

fn created() -> SegmentEvent {
    SegmentEvent::SegmentCreated { at: at(), kept: kept() }
}

fn details(changes: DetailChanges) -> SegmentCommand {
    SegmentCommand::ChangeDetails { changes, at: at() }
}

fn named(name: &str) -> SegmentCommand {
    details(DetailChanges { name: Some(name.into()), ..DetailChanges::default() })
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(0x100 + n)
}

#[test]
fn a_segment_is_created_once_with_a_tidy_name_and_tags() {
    let messy =
        Details { name: "  Germans ".into(), tags: vec![" DACH ".into(), "dach".into()], ..kept().details };
    let create = || SegmentCommand::Create { kept: Kept { details: messy.clone(), ..kept() }, at: at() };
    Segments::with(()).given_no_previous_events().when(create()).then_expect_events(vec![created()]);
    Segments::with(()).given(vec![created()]).when(create()).then_expect_error(SegmentError::Exists);
}

#[test]
fn what_is_too_much_is_refused_and_says_how_much_it_was() {
    let refused = |changes: DetailChanges, error: SegmentError| {
        Segments::with(()).given(vec![created()]).when(details(changes)).then_expect_error(error);
    };
    let many = (0..51).map(|n| format!("tag {n}")).collect();
    refused(DetailChanges { tags: Some(many), ..DetailChanges::default() }, SegmentError::TooManyTags(51));
    let long = vec!["x".repeat(61)];
    let cut = "x".repeat(40);
    refused(DetailChanges { tags: Some(long), ..DetailChanges::default() }, SegmentError::TagTooLong(cut));
    let endless = Some("x".repeat(1_001));
    refused(
        DetailChanges { description: endless, ..DetailChanges::default() },
        SegmentError::DescriptionTooLong(1_001),
    );
}

#[test]
fn a_change_says_what_was_before_and_a_repeat_is_no_event() {
    Segments::with(()).given(vec![created()]).when(named("DACH")).then_expect_events(vec![
        SegmentEvent::SegmentDetailsChanged {
            at: at(),
            details: Details { name: "DACH".into(), ..kept().details },
            previous: kept().details,
        },
    ]);
    Segments::with(()).given(vec![created()]).when(named(" Germans")).then_expect_events(vec![]);
    Segments::with(()).given(vec![created()]).when(named(" ")).then_expect_error(NameError::Empty.into());
    Segments::with(()).given_no_previous_events().when(named("x")).then_expect_error(SegmentError::Unknown);

    let austrians = json!({"field": "country", "op": "equals", "value": "AT"});
    let define = |definition| SegmentCommand::Define { definition, at: at() };
    Segments::with(()).given(vec![created()]).when(define(austrians.clone())).then_expect_events(vec![
        SegmentEvent::SegmentDefinitionChanged { at: at(), definition: austrians, previous: germans() },
    ]);
    Segments::with(()).given(vec![created()]).when(define(germans())).then_expect_events(vec![]);
}

#[test]
fn a_segment_that_is_switched_off_or_archived_is_not_refreshed() {
    let refresh = || SegmentCommand::Refresh { at: at() };
    let asked = SegmentEvent::SegmentRefreshAsked { at: at() };
    Segments::with(()).given(vec![created()]).when(refresh()).then_expect_events(vec![asked]);
    let off = SegmentEvent::SegmentSwitched { at: at(), active: false };
    Segments::with(())
        .given(vec![created()])
        .when(SegmentCommand::Switch { active: false, at: at() })
        .then_expect_events(vec![off.clone()]);
    Segments::with(())
        .given(vec![created()])
        .when(SegmentCommand::Switch { active: true, at: at() })
        .then_expect_events(vec![]);
    Segments::with(())
        .given(vec![created(), off])
        .when(refresh())
        .then_expect_error(SegmentError::SwitchedOff);
    let archived = SegmentEvent::SegmentArchived { at: at() };
    let given = || Segments::with(()).given(vec![created(), archived.clone()]);
    given().when(refresh()).then_expect_error(SegmentError::Archived);
    given().when(named("x")).then_expect_error(SegmentError::Archived);
}

#[test]
fn an_archived_segment_frees_its_name_and_comes_back() {
    let archived = SegmentEvent::SegmentArchived { at: at() };
    let given = || Segments::with(()).given(vec![created(), archived.clone()]);
    Segments::with(())
        .given(vec![created()])
        .when(SegmentCommand::Archive { at: at() })
        .then_expect_events(vec![archived.clone()]);
    given().when(SegmentCommand::Archive { at: at() }).then_expect_events(vec![]);
    given()
        .when(SegmentCommand::Restore { at: at() })
        .then_expect_events(vec![SegmentEvent::SegmentRestored { at: at() }]);
    let mut state = Segment::default();
    state.apply(created());
    assert_eq!(keys::claims(&state).len(), 1);
    state.apply(archived);
    assert_eq!(keys::claims(&state), vec![]);
}

#[test]
fn sharing_decides_who_sees_it() {
    let actor = |id: Uuid, role: Role, teams: &[Uuid]| Actor {
        user_id: id,
        role,
        team_ids: teams.to_vec(),
        ..Actor::system("ui")
    };
    let people = [
        actor(OWNER, Role::CampaignManager, &[]),
        actor(Uuid::from_u128(3), Role::DataOps, &[TEAM]),
        actor(Uuid::from_u128(4), Role::DataOps, &[]),
        actor(Uuid::from_u128(5), Role::Admin, &[]),
    ];
    for (sharing, seen) in [
        (Sharing::Private, [true, false, false, false]),
        (Sharing::Team { team: TEAM }, [true, true, false, true]),
        (Sharing::Everyone, [true, true, true, true]),
    ] {
        let shared = Kept { details: Details { sharing, ..kept().details }, ..kept() };
        assert_eq!(people.each_ref().map(|who| shared.is_seen_by(who)), seen, "{sharing:?}");
    }
}

#[test]
fn a_definition_asks_for_nobody_in_particular_and_stays_small() {
    let read = |json: Value| check(&parse(Entity::Contact, &json).unwrap(), &json);
    assert_eq!(read(germans()), Ok(()));
    assert_eq!(read(json!({"field": "owner", "op": "equals", "value": "me"})), Err(SegmentError::Me));
    let not = json!({"not": {"field": "owner", "op": "in", "value": ["x", "me"]}});
    assert_eq!(read(not), Err(SegmentError::Me));
    let many: Vec<String> = (0..4_000).map(|n| format!("city number {n:010}")).collect();
    let large = json!({"field": "city", "op": "in", "value": many});
    assert!(matches!(read(large), Err(SegmentError::TooLarge(size)) if size > 64 * 1024));
}

#[test]
fn segments_that_a_definition_names_are_found_wherever_they_stand() {
    let definition = json!({"all": [
        {"field": "segments", "op": "any_of", "value": [id(1).to_string(), id(2).to_string()]},
        {"not": {"any": [{"field": "segments", "op": "none_of", "value": [id(3).to_string()]}]}},
        {"field": "account.segments", "op": "any_of", "value": [id(4).to_string()]},
        {"field": "city", "op": "equals", "value": id(5).to_string()},
        {"field": "segments", "op": "is_empty"},
    ]});
    let named = Named::of(&definition);
    assert_eq!(named.same, BTreeSet::from([id(1), id(2), id(3)]));
    assert_eq!(named.other, BTreeSet::from([id(4)]));
    let of_contacts = json!({"field": "segments", "op": "any_of", "value": [id(6).to_string()]});
    let counted = Named::of(&json!({"contacts": {"at_least": 2, "filter": of_contacts}}));
    assert_eq!((counted.same, counted.other), (BTreeSet::new(), BTreeSet::from([id(6)])));
    assert_eq!(Named::groups_of(&definition), BTreeSet::from([id(1), id(2), id(3), id(4)]));
    let of_sets = json!({"field": "account.domain_sets", "op": "any_of", "value": [id(9).to_string()]});
    let of_lists = json!({"not": {"field": "account.lists", "op": "any_of", "value": [id(7).to_string()]}});
    let of_lists = json!({"any": [of_lists, of_sets, {"field": "lists", "op": "none_of", "value": [id(8).to_string()]}]});
    assert_eq!(Named::groups_of(&of_lists), BTreeSet::from([id(7), id(8), id(9)]));
}

fn watch(json: Value) -> Watch {
    Watch::of(&parse(Entity::Contact, &json).unwrap())
}

#[test]
fn only_a_change_of_what_is_asked_for_is_looked_at() {
    let watched = watch(json!({"any": [germans(), {"field": "custom.tier", "op": "equals", "value": "a"}]}));
    assert!(watched.sees(&Keys::of(["country"])) && watched.sees(&Keys::of(["custom.tier", "city"])));
    assert!(!watched.sees(&Keys::of(["city"])) && !watched.sees(&Keys::default()));
    assert!(watched.sees(&Keys::All));
    assert!(!watched.timed && !watched.elsewhere && !watched.sees_linked(&Keys::All));
    // Without conditions everybody who is there is in it.
    let everybody = watch(json!({}));
    assert!(everybody.sees(&Keys::All) && !everybody.sees(&Keys::of(["country"])));
}

#[test]
fn what_is_worked_out_is_looked_at_whatever_changes() {
    let touched = watch(json!({"field": "updated_at", "op": "after", "value": "2026-01-01"}));
    assert!(touched.sees(&Keys::of(["city"])) && !touched.elsewhere && !touched.timed);
    let suppressed = watch(json!({"field": "suppressed", "op": "is_empty"}));
    assert!(suppressed.elsewhere && suppressed.timed);
    for key in ["email_status", "phone_status"] {
        let status = watch(json!({"field": key, "op": "not_equals", "value": "none"}));
        assert!(status.elsewhere && status.sees(&Keys::of(["email_verification_status"])), "{key}");
        assert!(status.sees(&Keys::of([ENGAGEMENT])), "{key}");
    }
    let at_name = watch(json!({"field": "account_name", "op": "contains", "value": "tools"}));
    assert!(at_name.sees(&Keys::of(["account"])) && !at_name.sees(&Keys::of(["city"])));
    assert!(at_name.sees_linked(&Keys::of(["name"])) && !at_name.sees_linked(&Keys::of(["domain"])));
}

#[test]
fn what_is_asked_of_linked_records_is_watched_there() {
    let of_company = watch(json!({"field": "account.industry", "op": "is_empty"}));
    assert!(of_company.sees_linked(&Keys::of(["industry"])) && !of_company.sees_linked(&Keys::of(["name"])));
    assert!(of_company.sees(&Keys::of(["account"])) && !of_company.sees(&Keys::of(["industry"])));
    let counted = json!({"contacts": {"at_least": 2, "filter": germans()}});
    let counted = Watch::of(&parse(Entity::Account, &counted).unwrap());
    assert!(counted.sees_linked(&Keys::of(["country"])) && counted.sees_linked(&Keys::of(["account"])));
    assert!(!counted.sees_linked(&Keys::of(["city"])) && !counted.sees(&Keys::of(["country"])));
    assert!(concerns(
        Entity::Contact,
        Entity::Account,
        "industry",
        &Keys::default(),
        &Keys::of(["industry"])
    ));
    assert!(concerns(Entity::Contact, Entity::Account, "industry", &Keys::of(["account"]), &Keys::default()));
    assert!(!concerns(Entity::Contact, Entity::Contact, "city", &Keys::of(["account"]), &Keys::of(["city"])));
}

#[test]
fn what_a_record_belongs_to_is_watched_where_it_is_written() {
    let within = |field: &str| json!({"field": field, "op": "any_of", "value": [id(1).to_string()]});
    for key in ["lists", "segments"] {
        let own = watch(within(key));
        assert!(own.sees(&Keys::of([key])) && !own.sees(&Keys::of(["city"])), "{key}");
        assert!(!own.elsewhere && !own.timed, "{key} is followed at once");
        let of_company = watch(within(&format!("account.{key}")));
        assert!(of_company.sees_linked(&Keys::of([key])) && !of_company.sees(&Keys::of([key])), "{key}");
        assert!(!of_company.elsewhere && !of_company.timed, "{key}");
    }
    // An import is known by the record's own events.
    let imported = watch(within("imports"));
    assert!(imported.sees(&Keys::of(["city"])) && !imported.elsewhere && !imported.timed);
    // A contact is where its company and its email put it.
    let targets = watch(within("domain_sets"));
    assert!(targets.sees(&Keys::of(["account"])) && targets.sees(&Keys::of(["email"])));
    assert!(!targets.sees(&Keys::of(["city"])) && targets.sees_linked(&Keys::of(["domain_sets"])));
    let asks =
        |own: &Keys, linked: &Keys| concerns(Entity::Contact, Entity::Contact, "domain_sets", own, linked);
    assert!(
        asks(&Keys::of(["email"]), &Keys::default()) && asks(&Keys::default(), &Keys::of(["domain_sets"]))
    );
    assert!(!asks(&Keys::of(["city"]), &Keys::of(["name"])));
    let counted = json!({"contacts": {"filter": within("domain_sets")}});
    let counted = Watch::of(&parse(Entity::Account, &counted).unwrap());
    assert!(counted.sees(&Keys::of(["domain_sets"])) && counted.sees_linked(&Keys::of(["email"])));
    let firms = Watch::of(&parse(Entity::Account, &within("domain_sets")).unwrap());
    assert!(firms.sees(&Keys::of(["domain_sets"])) && !firms.sees_linked(&Keys::of(["email"])));
}

#[test]
fn days_counted_from_today_are_told_from_days_of_the_calendar() {
    for (op, value, timed) in [
        ("in_last_days", json!(7), true),
        ("before", json!("today"), true),
        ("after", json!({"daysAgo": 3}), true),
        ("on", json!("2026-03-01"), false),
        ("between", json!({"from": "2026-03-01", "to": "2026-04-01"}), false),
    ] {
        let watched = watch(json!({"field": "created_at", "op": op, "value": value}));
        assert_eq!(watched.timed, timed, "{op}");
    }
}

fn uses(segment: u128, uses: &[u128]) -> SegmentUsesCommand {
    SegmentUsesCommand::Use { segment: id(segment), uses: uses.iter().map(|n| id(*n)).collect(), at: at() }
}

fn used(segment: u128, uses: &[u128]) -> SegmentUsesEvent {
    let uses = uses.iter().map(|n| id(*n)).collect();
    SegmentUsesEvent::SegmentUsesChanged { at: at(), segment: id(segment), uses }
}

#[test]
fn a_segment_that_contains_itself_is_refused_with_the_way_round() {
    let given = || Uses::with(()).given(vec![used(1, &[2]), used(2, &[3, 4])]);
    given().when(uses(3, &[5])).then_expect_events(vec![used(3, &[5])]);
    given().when(uses(3, &[])).then_expect_events(vec![]);
    given().when(uses(1, &[2])).then_expect_events(vec![]);
    given().when(uses(3, &[1])).then_expect_error(UsesError::Circle(vec![id(3), id(1), id(2), id(3)]));
    given().when(uses(3, &[3])).then_expect_error(UsesError::Circle(vec![id(3), id(3)]));
}

#[test]
fn what_others_are_defined_by_is_not_withdrawn_and_what_is_withdrawn_is_not_used() {
    let withdraw = |n: u128| SegmentUsesCommand::Withdraw { segment: id(n), at: at() };
    let offer = |n: u128| SegmentUsesCommand::Offer { segment: id(n), at: at() };
    let withdrawn = |n: u128| SegmentUsesEvent::SegmentWithdrawn { at: at(), segment: id(n) };
    let given = |more: Vec<SegmentUsesEvent>| Uses::with(()).given([vec![used(1, &[2])], more].concat());
    given(vec![]).when(withdraw(2)).then_expect_error(UsesError::Used(vec![id(1)]));
    given(vec![]).when(withdraw(1)).then_expect_events(vec![withdrawn(1)]);
    // Nobody is defined by it any more.
    let both = || given(vec![withdrawn(1), withdrawn(2)]);
    given(vec![withdrawn(1)]).when(withdraw(2)).then_expect_events(vec![withdrawn(2)]);
    both().when(withdraw(2)).then_expect_events(vec![]);
    both().when(offer(1)).then_expect_error(UsesError::Archived(id(2)));
    both().when(uses(3, &[2])).then_expect_error(UsesError::Archived(id(2)));
    both()
        .when(offer(2))
        .then_expect_events(vec![SegmentUsesEvent::SegmentOffered { at: at(), segment: id(2) }]);
}

#[test]
fn what_definitions_named_before_is_taken_in_once_and_holds_from_then_on() {
    let named = BTreeMap::from([(id(1), BTreeSet::from([id(7)])), (id(3), BTreeSet::from([id(8)]))]);
    let archived = BTreeSet::from([id(9)]);
    let (uses_then, gone) = (named.clone(), archived.clone());
    let complete =
        || SegmentUsesCommand::Complete { uses: named.clone(), archived: archived.clone(), at: at() };
    let completed = || SegmentUsesEvent::SegmentUsesCompleted {
        at: at(),
        uses: uses_then.clone(),
        archived: gone.clone(),
    };
    let withdraw = |n: u128| SegmentUsesCommand::Withdraw { segment: id(n), at: at() };
    let before = vec![used(1, &[2])];
    Uses::with(()).given(before.clone()).when(complete()).then_expect_events(vec![completed()]);
    let given = || Uses::with(()).given([before.clone(), vec![completed()]].concat());
    given().when(complete()).then_expect_events(vec![]);
    given().when(withdraw(7)).then_expect_error(UsesError::Used(vec![id(1)]));
    // What stood in it before stays.
    given().when(withdraw(2)).then_expect_error(UsesError::Used(vec![id(1)]));
    given().when(uses(1, &[2, 7])).then_expect_events(vec![]);
    given().when(uses(1, &[2])).then_expect_events(vec![used(1, &[2])]);
    given().when(uses(4, &[9])).then_expect_error(UsesError::Archived(id(9)));
}

#[test]
fn who_is_left_out_can_be_asked_for_in_the_filter_language() {
    for channel in Channel::ALL {
        for exclusion in Exclusion::ALL.into_iter().map(Some).chain([None]) {
            let filter = exclusions::filter(channel, exclusion);
            assert!(parse(Entity::Contact, &filter).is_ok(), "{channel:?} {exclusion:?}: {filter}");
        }
    }
}

#[test]
fn one_reason_is_told_of_each_who_is_left_out() {
    let conditions = |exclusion| exclusions::filter(Channel::Email, exclusion)["all"].clone();
    let unsuppressed = json!({"field": "suppressed", "op": "none_of", "value": ["email"]});
    for exclusion in [Some(Exclusion::Missing), Some(Exclusion::Invalid), Some(Exclusion::NoConsent), None] {
        assert_eq!(conditions(exclusion)[0], unsuppressed, "{exclusion:?}");
    }
    let usable = json!({"field": "email_status", "op": "not_in", "value": ["none", "invalid", "bounced"]});
    for exclusion in [Some(Exclusion::NoConsent), None] {
        assert_eq!(conditions(exclusion)[1], usable, "{exclusion:?}");
    }
}
