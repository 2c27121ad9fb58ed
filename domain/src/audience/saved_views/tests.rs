use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;
use serde_json::json;

use super::content::ViewSort;
use super::*;
use crate::identity::actor::Actor;
use crate::identity::name::NameError;
use crate::identity::role::Role;

type Views = TestFramework<SavedView>;

const OWNER: Uuid = Uuid::from_u128(1);
const TEAM: Uuid = Uuid::from_u128(2);

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn view() -> View {
    View {
        owner: OWNER,
        entity: Entity::Contact,
        name: "Germans".into(),
        sharing: Sharing::Private,
        content: ViewContent {
            columns: vec!["full_name".into(), "email".into()],
            sort: Some(ViewSort { field: "created_at".into(), descending: true }),
            filter: Some(json!({"field": "country", "op": "eq", "value": "DE"})),
            ..ViewContent::default()
        },
    }
}

fn created() -> SavedViewEvent {
    SavedViewEvent::SavedViewCreated { at: at(), view: view() }
}

fn change(changes: ViewChanges) -> SavedViewCommand {
    SavedViewCommand::Change { changes, at: at() }
}

fn actor(id: Uuid, role: Role, teams: &[Uuid]) -> Actor {
    Actor { user_id: id, role, team_ids: teams.to_vec(), ..Actor::system("ui") }
}

#[test]
fn a_view_is_created_once_with_a_tidy_name() {
    let create = || SavedViewCommand::Create { view: View { name: "  Germans ".into(), ..view() }, at: at() };
    Views::with(()).given_no_previous_events().when(create()).then_expect_events(vec![created()]);
    Views::with(()).given(vec![created()]).when(create()).then_expect_error(SavedViewError::Exists);
}

#[test]
fn a_view_that_keeps_nothing_or_too_much_is_refused() {
    let refused = |content: ViewContent, error: SavedViewError| {
        let command = SavedViewCommand::Create { view: View { content, ..view() }, at: at() };
        Views::with(()).given_no_previous_events().when(command).then_expect_error(error);
    };
    refused(ViewContent::default(), SavedViewError::Nothing);
    let many = vec!["email".to_owned(); 201];
    refused(ViewContent { columns: many, ..ViewContent::default() }, SavedViewError::TooManyColumns(201));
    let blank = vec![String::new()];
    refused(ViewContent { columns: blank, ..ViewContent::default() }, SavedViewError::Key(String::new()));
    let long = ViewContent { search: "x".repeat(70_000), ..ViewContent::default() };
    let size = serde_json::to_vec(&long).unwrap().len();
    refused(long, SavedViewError::TooLarge(size));
}

#[test]
fn a_change_says_what_was_before_and_a_repeat_is_no_event() {
    let named = |name: &str| change(ViewChanges { name: Some(name.into()), ..ViewChanges::default() });
    Views::with(()).given(vec![created()]).when(named("germans")).then_expect_events(vec![
        SavedViewEvent::SavedViewChanged {
            at: at(),
            view: View { name: "germans".into(), ..view() },
            previous: view(),
        },
    ]);
    Views::with(()).given(vec![created()]).when(named(" Germans")).then_expect_events(vec![]);
    Views::with(()).given(vec![created()]).when(named(" ")).then_expect_error(NameError::Empty.into());
    Views::with(()).given_no_previous_events().when(named("x")).then_expect_error(SavedViewError::Unknown);
}

#[test]
fn a_deleted_view_frees_its_name_and_comes_back_as_it_was() {
    let deleted = SavedViewEvent::SavedViewDeleted { at: at() };
    Views::with(())
        .given(vec![created()])
        .when(SavedViewCommand::Delete { at: at() })
        .then_expect_events(vec![deleted.clone()]);
    let given = || Views::with(()).given(vec![created(), deleted.clone()]);
    given().when(SavedViewCommand::Delete { at: at() }).then_expect_events(vec![]);
    given()
        .when(SavedViewCommand::Restore { at: at() })
        .then_expect_events(vec![SavedViewEvent::SavedViewRestored { at: at() }]);
    given().when(change(ViewChanges::default())).then_expect_error(SavedViewError::Deleted);

    let mut state = SavedView::default();
    state.apply(created());
    assert_eq!(keys::claims(&state).len(), 1);
    state.apply(deleted.clone());
    assert_eq!(keys::claims(&state), vec![]);
}

#[test]
fn sharing_decides_who_sees_and_who_changes() {
    let shared = |sharing| View { sharing, ..view() };
    let owner = actor(OWNER, Role::CampaignManager, &[]);
    let mate = actor(Uuid::from_u128(3), Role::QaAnalyst, &[TEAM]);
    let stranger = actor(Uuid::from_u128(4), Role::QaAnalyst, &[]);
    let admin = actor(Uuid::from_u128(5), Role::Admin, &[]);
    for (sharing, seen_by, changed_by) in [
        (Sharing::Private, [true, false, false, false], [true, false, false, false]),
        (Sharing::Team { team: TEAM }, [true, true, false, true], [true, false, false, true]),
        (Sharing::Everyone, [true, true, true, true], [true, false, false, true]),
    ] {
        let view = shared(sharing);
        let people = [&owner, &mate, &stranger, &admin];
        assert_eq!(people.map(|who| view.is_seen_by(who)), seen_by, "{sharing:?}");
        assert_eq!(people.map(|who| view.is_changed_by(who)), changed_by, "{sharing:?}");
    }
    assert_eq!(Sharing::Team { team: TEAM }.check(&stranger), Err(SavedViewError::NotInTeam));
    assert_eq!(Sharing::Team { team: TEAM }.check(&mate), Ok(()));
    assert_eq!(Sharing::Everyone.check(&mate), Err(SavedViewError::MayNotShareWithEveryone));
    assert_eq!(Sharing::Everyone.check(&owner), Ok(()));
}
