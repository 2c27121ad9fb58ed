use chrono::{DateTime, Duration, TimeZone, Utc};
use cqrs_es::test::TestFramework;

use super::outcome::Holdings;
use super::received::Typed;
use super::*;

type Requests = TestFramework<Request>;

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 31, 12, 0, 0).unwrap()
}

fn days(days: i64) -> DateTime<Utc> {
    at() + Duration::days(days)
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn typed(kind: RequestKind) -> Typed {
    Typed {
        kind,
        came_by: CameBy::Email,
        received_at: Some(at()),
        name: Some("  Slavoj  Žižek ".into()),
        email: Some("Slavoj@Example.com".into()),
        phone: None,
        contact: None,
        note: Some(" ".into()),
        identity: Some("Wrote from the address we hold".into()),
    }
}

fn receive(kind: RequestKind) -> RequestCommand {
    let received = Box::new(typed(kind).read(at()).unwrap());
    RequestCommand::Receive {
        at: at(),
        by: id(7),
        received,
        hashes: vec!["00ff".into()],
        source: "ui".into(),
    }
}

fn received(kind: RequestKind) -> RequestEvent {
    RequestEvent::RequestReceived {
        at: at(),
        by: id(7),
        kind,
        came_by: CameBy::Email,
        received_at: at(),
        // February ends before its 31st.
        due_at: Utc.with_ymd_and_hms(2026, 2, 28, 12, 0, 0).unwrap(),
        subject: Subject {
            name: Some("Slavoj Žižek".into()),
            email: Some("slavoj@example.com".into()),
            phone: None,
        },
        contact: None,
        hashes: vec!["00ff".into()],
        note: None,
        identity: Some("Wrote from the address we hold".into()),
        source: "ui".into(),
    }
}

fn started() -> RequestEvent {
    RequestEvent::RequestAnswerStarted { at: at(), by: id(7), job: id(8) }
}

fn outcome() -> Outcome {
    Outcome { holdings: Holdings { contacts: 2, ..Holdings::default() }, ..Outcome::default() }
}

fn answered(kind: RequestKind, outcome: Outcome) -> RequestEvent {
    RequestEvent::RequestAnswered { at: at(), kind, outcome }
}

fn start() -> RequestCommand {
    RequestCommand::StartAnswer { at: at(), by: id(7), job: id(8) }
}

fn refuse(why: &str) -> RequestCommand {
    RequestCommand::Refuse { at: at(), why: why.into() }
}

#[test]
fn a_request_is_due_one_calendar_month_after_it_came_in() {
    Requests::with(())
        .given_no_previous_events()
        .when(receive(RequestKind::Access))
        .then_expect_events(vec![received(RequestKind::Access)]);
}

#[test]
fn what_cannot_be_is_named() {
    let code = |change: fn(&mut Typed)| {
        let mut typed = typed(RequestKind::Access);
        change(&mut typed);
        typed.read(at()).unwrap_err().code()
    };
    assert_eq!(code(|typed| typed.email = Some(" ".into())), "REQUEST_PERSON_MISSING");
    assert_eq!(code(|typed| typed.email = Some("slavoj".into())), "REQUEST_EMAIL_INVALID");
    assert_eq!(code(|typed| typed.phone = Some("12".into())), "REQUEST_PHONE_INVALID");
    assert_eq!(code(|typed| typed.received_at = Some(days(1))), "REQUEST_IN_FUTURE");
    assert_eq!(code(|typed| typed.received_at = Some(days(-2_000))), "REQUEST_TOO_LONG_AGO");
    assert_eq!(code(|typed| typed.name = Some("x".repeat(201))), "REQUEST_NAME_TOO_LONG");
    assert_eq!(code(|typed| typed.identity = Some("x".repeat(2_001))), "REQUEST_TEXT_TOO_LONG");
}

#[test]
fn one_may_be_named_by_a_contact_alone() {
    let mut typed = typed(RequestKind::Erasure);
    (typed.email, typed.contact) = (None, Some(id(3)));
    assert_eq!(typed.read(at()).unwrap().contact, Some(id(3)));
}

#[test]
fn the_time_is_extended_once_by_two_months_and_before_it_is_over() {
    let extend = |at, why: &str| RequestCommand::Extend { at, why: why.into() };
    let due_at = Utc.with_ymd_and_hms(2026, 4, 30, 12, 0, 0).unwrap();
    let previous = Utc.with_ymd_and_hms(2026, 2, 28, 12, 0, 0).unwrap();
    let extended =
        || RequestEvent::RequestExtended { at: days(3), due_at, previous, why: Some("Many files".into()) };
    let given = || Requests::with(()).given(vec![received(RequestKind::Access)]);
    given().when(extend(days(3), " Many files ")).then_expect_events(vec![extended()]);
    given().when(extend(days(3), " ")).then_expect_error(RequestError::NoReason);
    given().when(extend(days(40), "Late")).then_expect_error(RequestError::Late(previous));
    Requests::with(())
        .given(vec![received(RequestKind::Access), extended()])
        .when(extend(days(4), "Again"))
        .then_expect_error(RequestError::Extended);
}

#[test]
fn an_answer_is_started_once_and_ends_once() {
    let given = |events: Vec<RequestEvent>| Requests::with(()).given(events);
    given(vec![received(RequestKind::Erasure)]).when(start()).then_expect_events(vec![started()]);
    given(vec![received(RequestKind::Erasure), started()])
        .when(start())
        .then_expect_error(RequestError::UnderWay);
    let answer = || RequestCommand::Answer { at: at(), outcome: outcome() };
    given(vec![received(RequestKind::Erasure), started()])
        .when(answer())
        .then_expect_events(vec![answered(RequestKind::Erasure, outcome())]);
    given(vec![received(RequestKind::Erasure)]).when(answer()).then_expect_error(RequestError::NotStarted);
    given(vec![received(RequestKind::Erasure), started(), answered(RequestKind::Erasure, outcome())])
        .when(answer())
        .then_expect_events(vec![]);
}

#[test]
fn a_refusal_has_a_reason_and_does_not_cut_into_the_work() {
    let given = |events: Vec<RequestEvent>| Requests::with(()).given(events);
    given(vec![received(RequestKind::Access)]).when(refuse(" ")).then_expect_error(RequestError::NoReason);
    given(vec![received(RequestKind::Access)])
        .when(refuse("Not them"))
        .then_expect_events(vec![RequestEvent::RequestRefused { at: at(), why: Some("Not them".into()) }]);
    given(vec![received(RequestKind::Access), started()])
        .when(refuse("Not them"))
        .then_expect_error(RequestError::UnderWay);
    given(vec![received(RequestKind::Access), RequestEvent::RequestRefused { at: at(), why: None }])
        .when(start())
        .then_expect_error(RequestError::Refused);
}

#[test]
fn somebody_has_it_until_it_is_settled() {
    let assign = |to| RequestCommand::Assign { at: at(), by: id(7), assignee: to };
    let assigned =
        |to, previous| RequestEvent::RequestAssigned { at: at(), by: id(7), assignee: to, previous };
    let open = received(RequestKind::Access);
    Requests::with(())
        .given(vec![open.clone()])
        .when(assign(Some(id(2))))
        .then_expect_events(vec![assigned(Some(id(2)), None)]);
    Requests::with(())
        .given(vec![open.clone(), assigned(Some(id(2)), None)])
        .when(assign(Some(id(2))))
        .then_expect_events(vec![]);
    Requests::with(())
        .given(vec![open, started(), answered(RequestKind::Access, outcome())])
        .when(assign(Some(id(2))))
        .then_expect_error(RequestError::Answered);
}

#[test]
fn begun_by_hand_it_can_still_be_answered() {
    let begun = RequestEvent::RequestBegun { at: at() };
    Requests::with(())
        .given(vec![received(RequestKind::Access)])
        .when(RequestCommand::Begin { at: at() })
        .then_expect_events(vec![begun.clone()]);
    Requests::with(())
        .given(vec![received(RequestKind::Access), begun])
        .when(start())
        .then_expect_events(vec![started()]);
}

#[test]
fn the_file_of_an_answer_is_there_for_its_time() {
    let file =
        AnswerFile { key: "request/2026/01/7".into(), size: 9, sha256: "00".into(), expires_at: days(30) };
    let mut state = Request::default();
    assert_eq!(state.file(at()), Err(RequestError::Unknown));
    state.apply(received(RequestKind::Access));
    assert_eq!(state.file(at()), Err(RequestError::NoFile));
    state.apply(answered(RequestKind::Access, Outcome { file: Some(file.clone()), ..outcome() }));
    assert_eq!(state.file(days(29)), Ok(&file));
    assert_eq!(state.file(days(30)), Err(RequestError::Expired));
    let remove = RequestCommand::RemoveFile { at: at(), reason: FileRemoval::Erasure };
    for event in state.decide(remove.clone()).unwrap() {
        state.apply(event);
    }
    assert_eq!(state.file(at()), Err(RequestError::RemovedByErasure));
    assert_eq!(state.decide(remove), Ok(vec![]));
}

#[test]
fn who_was_erased_is_not_in_it_any_more() {
    let mut state = Request::default();
    state.apply(received(RequestKind::Access));
    state.apply(RequestEvent::RequestForgotten { at: at() });
    assert_eq!(state.taken.as_ref().map(|taken| taken.subject.clone()), Some(Subject::default()));
    assert_eq!(state.taken.as_ref().map(|taken| taken.hashes.len()), Some(1));
    assert_eq!(state.decide(start()), Err(RequestError::Forgotten));
    assert_eq!(state.decide(RequestCommand::Forget { at: at() }), Ok(vec![]));
}

#[test]
fn an_erasure_that_is_asked_for_needs_to_know_the_person() {
    let mut state = Request::default();
    state.apply(received(RequestKind::Erasure));
    assert!(state.needs_person());
    state.apply(started());
    assert!(state.needs_person());
    state.apply(answered(RequestKind::Erasure, outcome()));
    assert!(!state.needs_person());
    let mut access = Request::default();
    access.apply(received(RequestKind::Access));
    assert!(!access.needs_person());
}
