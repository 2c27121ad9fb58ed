use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;

use super::change::Verb;
use super::source::Operation;
use super::*;
use crate::audience::bulk::outcome::Refusal;
use crate::audience::record::state::{RecordState, Standing};
use crate::identity::name::NameError;
use crate::identity::role::Role;

type Lists = TestFramework<List>;

const OWNER: Uuid = Uuid::from_u128(1);
const TEAM: Uuid = Uuid::from_u128(2);

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn details() -> Details {
    Details { name: "Trade show".into(), sharing: Sharing::Private, tags: vec!["Berlin".into()] }
}

fn made() -> Made {
    Made {
        owner: OWNER,
        entity: Entity::Contact,
        source: ListSource::Selection,
        fill: None,
        details: details(),
    }
}

fn created() -> ListEvent {
    ListEvent::ListCreated { at: at(), made: made() }
}

fn create(made: Made) -> ListCommand {
    ListCommand::Create { made, at: at() }
}

fn change(changes: DetailChanges) -> ListCommand {
    ListCommand::Change { changes, at: at() }
}

fn actor(id: Uuid, role: Role, teams: &[Uuid]) -> Actor {
    Actor { user_id: id, role, team_ids: teams.to_vec(), ..Actor::system("ui") }
}

fn of(events: &[ListEvent]) -> List {
    let mut list = List::default();
    events.iter().for_each(|event| list.apply(event.clone()));
    list
}

#[test]
fn a_list_is_made_once_with_a_tidy_name_and_each_tag_once() {
    let untidy = Details {
        name: "  Trade \t show ".into(),
        tags: vec![" Berlin".into(), "berlin".into(), " ".into()],
        ..details()
    };
    let untidy = Made { details: untidy, ..made() };
    Lists::with(()).given_no_previous_events().when(create(untidy)).then_expect_events(vec![created()]);
    Lists::with(()).given(vec![created()]).when(create(made())).then_expect_error(ListError::Exists);
}

#[test]
fn a_list_without_a_name_or_with_too_many_tags_is_refused() {
    let refused = |details: Details, error: ListError| {
        let command = create(Made { details, ..made() });
        Lists::with(()).given_no_previous_events().when(command).then_expect_error(error);
    };
    refused(Details { name: " ".into(), ..details() }, NameError::Empty.into());
    let many = (0..21).map(|n| format!("tag {n}")).collect();
    refused(Details { tags: many, ..details() }, ListError::TooManyTags { count: 21 });
    let long = "x".repeat(61);
    refused(Details { tags: vec![long], ..details() }, ListError::TagTooLong { tag: "x".repeat(60) });
}

#[test]
fn lists_are_combined_when_they_are_two_to_twenty_different_ones() {
    let combined = |lists: Vec<u128>| {
        let lists = lists.into_iter().map(Uuid::from_u128).collect();
        Made { source: ListSource::Combination { operation: Operation::Subtract, lists }, ..made() }
    };
    let refused = |lists, error| {
        let command = create(combined(lists));
        Lists::with(()).given_no_previous_events().when(command).then_expect_error(error);
    };
    refused(vec![5], ListError::TooFewLists);
    refused(vec![5, 5], ListError::SameList);
    refused((0..21).collect(), ListError::TooManyLists { count: 21 });
    let members = combined(vec![5, 6, 7]).source.members().unwrap();
    assert_eq!(members.any, [Uuid::from_u128(5)]);
    assert_eq!(members.none, [Uuid::from_u128(6), Uuid::from_u128(7)]);
}

#[test]
fn a_change_says_what_was_before_and_a_repeat_is_no_event() {
    let named = |name: &str| change(DetailChanges { name: Some(name.into()), ..DetailChanges::default() });
    let renamed = Details { name: "Fair".into(), ..details() };
    Lists::with(()).given(vec![created()]).when(named("Fair")).then_expect_events(vec![
        ListEvent::ListDetailsChanged { at: at(), details: renamed, previous: details() },
    ]);
    Lists::with(()).given(vec![created()]).when(named(" Trade show")).then_expect_events(vec![]);
    Lists::with(()).given_no_previous_events().when(named("x")).then_expect_error(ListError::NotFound);
}

#[test]
fn an_archived_list_frees_its_name_takes_nobody_and_comes_back_as_it_was() {
    let archived = ListEvent::ListArchived { at: at() };
    let archive = || ListCommand::Archive { at: at() };
    Lists::with(()).given(vec![created()]).when(archive()).then_expect_events(vec![archived.clone()]);
    let given = || Lists::with(()).given(vec![created(), archived.clone()]);
    given().when(archive()).then_expect_events(vec![]);
    given().when(change(DetailChanges::default())).then_expect_error(ListError::Archived);
    given()
        .when(ListCommand::Restore { at: at() })
        .then_expect_events(vec![ListEvent::ListRestored { at: at() }]);
    let (before, after) = (of(&[created()]), of(&[created(), archived.clone()]));
    assert_eq!((keys::claims(&before).len(), keys::claims(&after).len()), (1, 0));
    assert_eq!(before.takes(Entity::Contact), Ok(()));
    assert_eq!(after.takes(Entity::Contact), Err(ListError::Archived));
}

#[test]
fn a_list_takes_records_of_its_kind_and_a_frozen_copy_takes_none() {
    let list = of(&[created()]);
    assert_eq!(list.takes(Entity::Account), Err(ListError::OtherEntity { list: Entity::Contact }));
    let source = ListSource::Snapshot { list: Uuid::from_u128(9), as_of: at() };
    let copy = of(&[ListEvent::ListCreated { at: at(), made: Made { source, ..made() } }]);
    assert_eq!(copy.takes(Entity::Contact), Err(ListError::Frozen));
    assert_eq!(List::default().takes(Entity::Contact), Err(ListError::NotFound));
}

#[test]
fn whoever_sees_a_list_edits_it_if_their_role_edits_lists_and_its_owner_shares_it() {
    let owner = actor(OWNER, Role::CampaignManager, &[]);
    let mate = actor(Uuid::from_u128(3), Role::DataOps, &[TEAM]);
    let reader = actor(Uuid::from_u128(4), Role::QaAnalyst, &[TEAM]);
    let agent = actor(Uuid::from_u128(5), Role::Agent, &[TEAM]);
    let admin = actor(Uuid::from_u128(6), Role::Admin, &[]);
    let people = [&owner, &mate, &reader, &agent, &admin];
    for (sharing, seen, edited, shared) in [
        (
            Sharing::Private,
            [true, false, false, false, false],
            [true, false, false, false, false],
            [true, false, false, false, false],
        ),
        (
            Sharing::Team { team: TEAM },
            [true, true, true, false, true],
            [true, true, false, false, true],
            [true, false, false, false, true],
        ),
        (
            Sharing::Everyone,
            [true, true, true, false, true],
            [true, true, false, false, true],
            [true, false, false, false, true],
        ),
    ] {
        let made = Made { details: Details { sharing, ..details() }, ..made() };
        assert_eq!(people.map(|who| made.is_seen_by(who)), seen, "{sharing:?}");
        assert_eq!(people.map(|who| made.is_edited_by(who)), edited, "{sharing:?}");
        assert_eq!(people.map(|who| made.is_shared_by(who)), shared, "{sharing:?}");
    }
}

#[test]
fn a_record_can_be_in_a_list_unless_it_is_gone_or_part_of_another() {
    let standing = |standing| RecordState { standing, ..RecordState::default() };
    assert_eq!(Verb::Add.on(&standing(Standing::Active)), Ok(()));
    assert_eq!(Verb::Add.on(&standing(Standing::Archived)), Ok(()));
    assert_eq!(Verb::Add.on(&standing(Standing::Absent)), Err(Refusal::NotFound));
    assert_eq!(Verb::Remove.on(&standing(Standing::Erased)), Err(Refusal::Erased));
    let merged = RecordState { merged_into: Some(Uuid::from_u128(8)), ..standing(Standing::Archived) };
    assert_eq!(Verb::Add.on(&merged), Err(Refusal::Merged));
}
