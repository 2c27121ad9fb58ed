use chrono::TimeZone;
use cqrs_es::test::TestFramework;

use super::*;
use crate::audience::fields::catalogue::Entity;
use crate::identity::actor::Actor;
use crate::identity::role::Role;
use crate::log::personal::LoggedEvent;

type Notes = TestFramework<Note>;

const ME: Uuid = Uuid::from_u128(1);
const OTHER: Uuid = Uuid::from_u128(2);
const ADA: About = About { entity: Entity::Contact, id: Uuid::from_u128(3) };

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 7, 12, 0, 0).unwrap()
}

fn add(body: &str, pinned: bool) -> NoteCommand {
    NoteCommand::Add { about: ADA, body: body.into(), pinned, by: Some(ME), at: at() }
}

fn edit(body: &str, expected: Option<i64>) -> NoteCommand {
    NoteCommand::Edit { body: body.into(), expected, by: Some(OTHER), at: at() }
}

fn added(body: &str) -> NoteEvent {
    NoteEvent::NoteAdded { at: at(), by: Some(ME), about: ADA, body: body.into() }
}

fn edited(old: &str, new: &str) -> NoteEvent {
    let body = Some(Changed { old: old.into(), new: new.into() });
    NoteEvent::NoteEdited { at: at(), by: Some(OTHER), about: ADA, body }
}

#[test]
fn a_note_is_added_once_with_tidy_lines_and_perhaps_pinned() {
    let pinned = NoteEvent::NotePinned { at: at() };
    Notes::with(())
        .given_no_previous_events()
        .when(add(" Met at the fair. \n\n\n Wants a demo. ", true))
        .then_expect_events(vec![added("Met at the fair.\n\nWants a demo."), pinned]);
    Notes::with(()).given(vec![added("x")]).when(add("y", false)).then_expect_error(NoteError::Exists);
}

#[test]
fn what_is_empty_or_too_long_is_refused_by_name() {
    let refused = |body: &str, error: NoteError| {
        Notes::with(()).given_no_previous_events().when(add(body, false)).then_expect_error(error);
    };
    refused(" \n\u{200b} ", NoteError::Empty);
    refused(&"x".repeat(10_001), NoteError::TooLong(10_001));
    Notes::with(()).given(vec![added("x")]).when(edit("", None)).then_expect_error(NoteError::Empty);
    Notes::with(()).given_no_previous_events().when(edit("x", None)).then_expect_error(NoteError::Unknown);
}

#[test]
fn an_edit_says_what_was_before_and_does_not_overwrite_unseen_words() {
    let given = || Notes::with(()).given(vec![added("Old")]);
    given().when(edit("New", Some(1))).then_expect_events(vec![edited("Old", "New")]);
    given().when(edit(" Old ", None)).then_expect_events(vec![]);
    let twice = || {
        Notes::with(()).given(vec![added("Old"), edited("Old", "New"), NoteEvent::NotePinned { at: at() }])
    };
    twice().when(edit("Mine", Some(1))).then_expect_error(NoteError::ChangedSince);
    twice().when(edit("Mine", Some(2))).then_expect_events(vec![edited("New", "Mine")]);
}

#[test]
fn a_note_is_pinned_deleted_and_restored() {
    let given = |more: Vec<NoteEvent>| Notes::with(()).given([vec![added("x")], more].concat());
    let (pinned, deleted) = (NoteEvent::NotePinned { at: at() }, NoteEvent::NoteDeleted { at: at() });
    let pin = |pinned| NoteCommand::Pin { pinned, at: at() };
    given(vec![]).when(pin(true)).then_expect_events(vec![pinned.clone()]);
    given(vec![]).when(pin(false)).then_expect_events(vec![]);
    given(vec![pinned]).when(pin(false)).then_expect_events(vec![NoteEvent::NoteUnpinned { at: at() }]);
    given(vec![]).when(NoteCommand::Delete { at: at() }).then_expect_events(vec![deleted.clone()]);
    given(vec![deleted.clone()]).when(pin(true)).then_expect_error(NoteError::Deleted);
    given(vec![deleted])
        .when(NoteCommand::Restore { at: at() })
        .then_expect_events(vec![NoteEvent::NoteRestored { at: at() }]);
}

#[test]
fn text_that_was_forgotten_does_not_come_back() {
    let forgotten = NoteEvent::NoteTextForgotten { at: at() };
    let given = || Notes::with(()).given(vec![added("Ask Ada"), forgotten.clone()]);
    given().when(NoteCommand::ForgetText { at: at() }).then_expect_events(vec![]);
    given().when(edit("Ask Ada", None)).then_expect_error(NoteError::Forgotten);
}

#[test]
fn text_about_a_contact_lies_under_their_key_and_about_an_account_under_its_own() {
    let own = Uuid::from_u128(9);
    assert_eq!(added("x").subject(own), Some(ADA.id));
    let account = About { entity: Entity::Account, ..ADA };
    let of_account = NoteEvent::NoteAdded { at: at(), by: None, about: account, body: "x".into() };
    assert_eq!(of_account.subject(own), Some(own));
}

#[test]
fn who_sees_a_note_and_who_may_change_it() {
    let mine = reach::Whose { about: ADA, author: Some(ME) };
    let theirs = reach::Whose { about: ADA, author: Some(OTHER) };
    for (role, sees, changes) in [
        (Role::Admin, true, [true, true]),
        (Role::CampaignManager, true, [true, true]),
        (Role::DataOps, true, [true, true]),
        (Role::QaAnalyst, true, [true, false]),
        (Role::Agent, false, [false, false]),
        (Role::ClientUser, false, [false, false]),
    ] {
        let who = Actor { user_id: ME, role, ..Actor::system("ui") };
        assert_eq!([mine, theirs].map(|one| one.is_seen_by(&who)), [sees, sees], "{role}");
        assert_eq!([mine, theirs].map(|one| one.is_changed_by(&who)), changes, "{role}");
    }
}
