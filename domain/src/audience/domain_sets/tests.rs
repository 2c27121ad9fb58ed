use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;

use super::command::{Changes, DomainSetCommand, End};
use super::events::{DomainSetEvent, Matched, Read, Source};
use super::facts::{Found, ItemJudged, Verdict};
use super::matching::{Likeness, Via};
use super::words::Words;
use super::*;
use crate::identity::name::NameError;
use crate::identity::role::Role;

type Sets = TestFramework<DomainSet>;

const OWNER: Uuid = Uuid::from_u128(1);
const TEAM: Uuid = Uuid::from_u128(2);
const JOB: Uuid = Uuid::from_u128(3);

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn details(name: &str) -> Details {
    Details { name: name.into(), sharing: Sharing::Private, tags: vec!["emea".into()] }
}

fn created() -> DomainSetEvent {
    DomainSetEvent::DomainSetCreated {
        at: at(),
        by: OWNER,
        details: details("Targets"),
        source: Source::File,
        file_name: Some("targets.csv".into()),
        stubs: false,
        job: JOB,
    }
}

fn read() -> DomainSetEvent {
    DomainSetEvent::DomainSetRead { at: at(), read: Read { items: 3, repeated: 1, invalid: 1 } }
}

fn matched() -> DomainSetEvent {
    let matched = Matched { exact: 1, fuzzy: 1, unknown: 1, stubs: 0 };
    DomainSetEvent::DomainSetMatched { at: at(), job: JOB, matched }
}

fn create(details: Details) -> DomainSetCommand {
    DomainSetCommand::Create {
        at: at(),
        by: OWNER,
        details,
        source: Source::File,
        file_name: Some("targets.csv".into()),
        stubs: false,
        job: JOB,
    }
}

fn start(job: Uuid, lost: Option<Uuid>) -> DomainSetCommand {
    DomainSetCommand::StartMatching { at: at(), by: OWNER, job, stubs: true, lost }
}

fn change(changes: Changes) -> DomainSetCommand {
    DomainSetCommand::Change { at: at(), changes }
}

#[test]
fn a_set_is_created_once_with_a_tidy_name_and_each_tag_once() {
    let untidy = Details { tags: vec![" emea ".into(), "emea".into(), " ".into()], ..details("  Targets ") };
    Sets::with(()).given_no_previous_events().when(create(untidy)).then_expect_events(vec![created()]);
    Sets::with(())
        .given(vec![created()])
        .when(create(details("Targets")))
        .then_expect_error(DomainSetError::Exists);
    Sets::with(())
        .given_no_previous_events()
        .when(create(details(" ")))
        .then_expect_error(NameError::Empty.into());
    let many = Details { tags: (0..21).map(|n| n.to_string()).collect(), ..details("x") };
    Sets::with(())
        .given_no_previous_events()
        .when(create(many))
        .then_expect_error(DomainSetError::TooManyTags(21));
}

#[test]
fn a_change_says_what_was_before_and_a_repeat_is_no_event() {
    let named = |name: &str| change(Changes { name: Some(name.into()), ..Changes::default() });
    Sets::with(()).given(vec![created()]).when(named("Others")).then_expect_events(vec![
        DomainSetEvent::DomainSetChanged {
            at: at(),
            details: details("Others"),
            previous: details("Targets"),
        },
    ]);
    Sets::with(()).given(vec![created()]).when(named(" Targets ")).then_expect_events(vec![]);
    Sets::with(()).given_no_previous_events().when(named("x")).then_expect_error(DomainSetError::NotFound);
}

#[test]
fn one_matching_at_a_time_and_none_of_lines_that_were_never_read() {
    let again = Uuid::from_u128(9);
    let started = DomainSetEvent::DomainSetMatchingStarted { at: at(), by: OWNER, job: again, stubs: true };
    let given = |events: Vec<DomainSetEvent>| Sets::with(()).given(events);
    given(vec![created(), read()]).when(start(again, None)).then_expect_error(DomainSetError::Matching);
    given(vec![created(), read(), matched()])
        .when(start(again, None))
        .then_expect_events(vec![started.clone()]);
    // The job that was at it is parked: somebody has to be able to go on.
    given(vec![created(), read()]).when(start(again, Some(JOB))).then_expect_events(vec![started]);
    let failed = DomainSetEvent::DomainSetMatchingFailed { at: at(), job: JOB, error: "gone".into() };
    given(vec![created(), failed]).when(start(again, None)).then_expect_error(DomainSetError::NotRead);
}

#[test]
fn only_the_job_at_work_ends_a_matching_and_only_once() {
    let end = |job| DomainSetCommand::EndMatching {
        at: at(),
        job,
        end: End::Matched(Matched { exact: 1, fuzzy: 1, unknown: 1, stubs: 0 }),
    };
    let given = |events: Vec<DomainSetEvent>| Sets::with(()).given(events);
    given(vec![created(), read()]).when(end(JOB)).then_expect_events(vec![matched()]);
    given(vec![created(), read()]).when(end(Uuid::from_u128(9))).then_expect_events(vec![]);
    given(vec![created(), read(), matched()]).when(end(JOB)).then_expect_events(vec![]);
}

#[test]
fn what_is_archived_comes_back_and_is_not_touched_until_then() {
    let archived = DomainSetEvent::DomainSetArchived { at: at() };
    let given = || Sets::with(()).given(vec![created(), read(), matched(), archived.clone()]);
    given().when(DomainSetCommand::Archive { at: at() }).then_expect_events(vec![]);
    given().when(change(Changes::default())).then_expect_error(DomainSetError::Archived);
    given().when(start(Uuid::from_u128(9), None)).then_expect_error(DomainSetError::Archived);
    given()
        .when(DomainSetCommand::Restore { at: at() })
        .then_expect_events(vec![DomainSetEvent::DomainSetRestored { at: at() }]);
}

#[test]
fn sharing_decides_who_sees_it() {
    let actor = |id: u128, role, teams: &[Uuid]| Actor {
        user_id: Uuid::from_u128(id),
        role,
        team_ids: teams.to_vec(),
        ..Actor::system("ui")
    };
    let owner = actor(1, Role::CampaignManager, &[]);
    let mate = actor(4, Role::CampaignManager, &[TEAM]);
    let stranger = actor(5, Role::DataOps, &[]);
    for (sharing, seen_by) in [
        (Sharing::Private, [true, false, false]),
        (Sharing::Team { team: TEAM }, [true, true, false]),
        (Sharing::Everyone, [true, true, true]),
    ] {
        let mut set = DomainSet::default();
        set.apply(created());
        let shared = Details { sharing, ..details("Targets") };
        let previous = details("Targets");
        set.apply(DomainSetEvent::DomainSetChanged { at: at(), details: shared, previous });
        assert_eq!([&owner, &mate, &stranger].map(|who| set.is_seen_by(who)), seen_by, "{sharing:?}");
    }
    assert_eq!(check_sharing(Sharing::Team { team: TEAM }, &stranger), Err(DomainSetError::NotInTeam));
    assert_eq!(check_sharing(Sharing::Team { team: TEAM }, &mate), Ok(()));
    assert!(!DomainSet::default().is_seen_by(&owner));
}

#[test]
fn what_was_forgotten_stays_so() {
    let forgotten = DomainSetEvent::DomainSetWordsForgotten { at: at() };
    let forget = || DomainSetCommand::ForgetWords { at: at() };
    Sets::with(()).given(vec![created()]).when(forget()).then_expect_events(vec![forgotten.clone()]);
    Sets::with(()).given(vec![created(), forgotten]).when(forget()).then_expect_events(vec![]);
}

/// Words about item 4, each a second after the one before.
fn said(words: &[(Verdict, u128)]) -> Words {
    let mut said = Words::default();
    for (second, (verdict, account)) in (0..).zip(words) {
        said.say(&ItemJudged {
            domain_set_id: Uuid::from_u128(1),
            number: 4,
            domain: "example.org".into(),
            verdict: *verdict,
            account: Uuid::from_u128(*account),
            by: OWNER,
            at: at() + chrono::TimeDelta::seconds(second),
        });
    }
    said
}

fn near(account: u128) -> Option<Found> {
    let account = Uuid::from_u128(account);
    Some(Found { account, via: Via::Fuzzy, confidence: 90, by: Some(Likeness::Domain), stub: false })
}

#[test]
fn the_last_word_about_an_account_holds() {
    use Verdict::{Assigned, Confirmed, Rejected};
    for (words, settled, rejected) in [
        (vec![], None, vec![]),
        (vec![(Confirmed, 6)], Some(6), vec![]),
        (vec![(Confirmed, 6), (Rejected, 6)], None, vec![6]),
        (vec![(Rejected, 6), (Assigned, 7)], Some(7), vec![6]),
        (vec![(Confirmed, 6), (Rejected, 7)], Some(6), vec![7]),
        (vec![(Rejected, 6), (Rejected, 6), (Confirmed, 6)], Some(6), vec![]),
    ] {
        let said = said(&words);
        assert_eq!(said.settled().map(|said| said.account), settled.map(Uuid::from_u128), "{words:?}");
        let rejected: Vec<Uuid> = rejected.into_iter().map(Uuid::from_u128).collect();
        assert_eq!(said.rejected(), rejected, "{words:?}");
    }
}

#[test]
fn a_word_that_is_taken_back_leaves_what_was_before() {
    use Verdict::{Assigned, Confirmed, Rejected};
    let sixth = Uuid::from_u128(6);
    let mut words = said(&[(Rejected, 6), (Confirmed, 6)]);
    words.take_back(Confirmed, sixth);
    assert_eq!((words.settled(), words.rejected()), (None, vec![sixth]));
    words.take_back(Rejected, sixth);
    assert_eq!(words, Words::default());
    // Said twice it is one word.
    let mut words = said(&[(Confirmed, 6), (Confirmed, 6)]);
    words.take_back(Confirmed, sixth);
    assert_eq!(words.last(), None);
    // What was said since stays.
    let mut words = said(&[(Confirmed, 6), (Assigned, 7)]);
    words.take_back(Confirmed, sixth);
    assert_eq!(words.last().map(|said| said.account), Some(Uuid::from_u128(7)));
}

#[test]
fn an_item_is_what_people_say_and_else_what_was_found_last() {
    use Verdict::{Assigned, Confirmed, Rejected};
    let found = [None, near(6), near(7)];
    let stands = |words: &[(Verdict, u128)]| said(words).stand(&found, |_| true);
    assert_eq!(stands(&[]), near(7));
    assert_eq!(stands(&[(Rejected, 7)]), None);
    assert_eq!(stands(&[(Confirmed, 6)]), near(6), "as it was found once");
    let own = |hit: Option<Found>| hit.map(|hit| (hit.account, hit.via, hit.confidence));
    assert_eq!(own(stands(&[(Assigned, 6)])), Some((Uuid::from_u128(6), Via::Manual, 100)));
    assert_eq!(own(stands(&[(Confirmed, 8)])), Some((Uuid::from_u128(8), Via::Manual, 100)));
    assert_eq!(said(&[]).stand(&found, |_| false), None, "an archived account is not found");
    assert_eq!(said(&[]).stand(&[near(6), None], |_| true), None);
}
