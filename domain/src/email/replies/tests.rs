use chrono::TimeZone;
use cqrs_es::test::TestFramework;

use super::stop::{asks_to_stop, away_until, own_words};
use super::*;
use crate::log::personal::LoggedEvent;

type Replies = TestFramework<EmailReply>;

const ADA: Uuid = Uuid::from_u128(3);

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 2, 12, 0, 0).unwrap()
}

fn received(kind: ReplyKind) -> Received {
    Received {
        at: at(),
        message: Some(Uuid::from_u128(1)),
        campaign: Some(Uuid::from_u128(2)),
        contact: Some(ADA),
        matched: Matched::Thread,
        kind,
        away_until: None,
        who: Who { address: "ada@a.example".into(), name: Some(" Ada \n Byron ".into()) },
        words: Words { subject: " Re:  Offer ".into(), text: "Yes.\n\n\n\nCall me. ".into() },
    }
}

fn came(kind: ReplyKind) -> EmailReplyEvent {
    EmailReplyEvent::EmailReplyReceived {
        at: at(),
        message: Some(Uuid::from_u128(1)),
        campaign: Some(Uuid::from_u128(2)),
        contact: Some(ADA),
        matched: Matched::Thread,
        kind,
        away_until: None,
        who: Who { address: "ada@a.example".into(), name: Some("Ada Byron".into()) },
        words: Words { subject: "Re: Offer".into(), text: "Yes.\n\nCall me.".into() },
    }
}

fn receive(kind: ReplyKind) -> ReplyCommand {
    ReplyCommand::Receive(Box::new(received(kind)))
}

#[test]
fn a_reply_comes_once_and_tidy() {
    let person = ReplyKind::Person;
    Replies::with(()).given_no_previous_events().when(receive(person)).then_expect_events(vec![came(person)]);
    Replies::with(()).given(vec![came(person)]).when(receive(person)).then_expect_events(vec![]);
}

#[test]
fn nothing_is_done_with_what_never_came() {
    for command in [
        ReplyCommand::Done { at: at() },
        ReplyCommand::Assign { to: None, at: at() },
        ReplyCommand::Forget { at: at() },
        ReplyCommand::Match { contact: ADA, at: at() },
    ] {
        Replies::with(()).given_no_previous_events().when(command).then_expect_error(ReplyError::Unknown);
    }
}

#[test]
fn it_is_given_to_somebody_done_and_opened_again() {
    let (me, other) = (Uuid::from_u128(8), Uuid::from_u128(9));
    let given = || Replies::with(()).given(vec![came(ReplyKind::Person)]);
    let assigned = |to, previous| EmailReplyEvent::EmailReplyAssigned { at: at(), to, previous };
    given()
        .when(ReplyCommand::Assign { to: Some(me), at: at() })
        .then_expect_events(vec![assigned(Some(me), None)]);
    given().when(ReplyCommand::Assign { to: None, at: at() }).then_expect_events(vec![]);
    Replies::with(())
        .given(vec![came(ReplyKind::Person), assigned(Some(me), None)])
        .when(ReplyCommand::Assign { to: Some(other), at: at() })
        .then_expect_events(vec![assigned(Some(other), Some(me))]);
    let done = EmailReplyEvent::EmailReplyDone { at: at() };
    given().when(ReplyCommand::Done { at: at() }).then_expect_events(vec![done.clone()]);
    given().when(ReplyCommand::Reopen { at: at() }).then_expect_events(vec![]);
    Replies::with(())
        .given(vec![came(ReplyKind::Person), done])
        .when(ReplyCommand::Reopen { at: at() })
        .then_expect_events(vec![EmailReplyEvent::EmailReplyReopened { at: at() }]);
}

#[test]
fn what_a_program_wrote_waits_for_nobody() {
    for kind in [ReplyKind::Automatic, ReplyKind::AsksToStop] {
        Replies::with(())
            .given(vec![came(kind)])
            .when(ReplyCommand::Done { at: at() })
            .then_expect_events(vec![]);
    }
}

#[test]
fn somebody_says_whose_it_is() {
    let other = Uuid::from_u128(4);
    let matched = EmailReplyEvent::EmailReplyMatched { at: at(), contact: other, previous: Some(ADA) };
    Replies::with(())
        .given(vec![came(ReplyKind::Person)])
        .when(ReplyCommand::Match { contact: other, at: at() })
        .then_expect_events(vec![matched]);
    Replies::with(())
        .given(vec![came(ReplyKind::Person)])
        .when(ReplyCommand::Match { contact: ADA, at: at() })
        .then_expect_events(vec![]);
}

#[test]
fn what_was_forgotten_is_gone_and_stays_so() {
    let gone = EmailReplyEvent::EmailReplyForgotten { at: at() };
    Replies::with(())
        .given(vec![came(ReplyKind::Person)])
        .when(ReplyCommand::Forget { at: at() })
        .then_expect_events(vec![gone.clone()]);
    let given = || Replies::with(()).given(vec![came(ReplyKind::Person), gone.clone()]);
    given().when(ReplyCommand::Forget { at: at() }).then_expect_events(vec![]);
    given().when(ReplyCommand::Done { at: at() }).then_expect_error(ReplyError::Forgotten);
    let mut state = EmailReply::default();
    state.apply(came(ReplyKind::Person));
    assert_eq!(keys::match_keys(&state).len(), 2);
    state.apply(gone.clone());
    assert_eq!((state.who.clone(), state.words.clone()), (Who::default(), Words::default()));
    assert!(state.done, "it does not wait for anybody");
    assert!(keys::match_keys(&state).is_empty());
}

#[test]
fn words_are_sealed_with_the_contacts_key_or_the_replys_own() {
    let id = Uuid::from_u128(7);
    assert_eq!(came(ReplyKind::Person).subject(id), Some(ADA));
    let nobodys = Received { contact: None, matched: Matched::None, ..received(ReplyKind::Person) }.tidy();
    assert_eq!(nobodys.subject(id), Some(id));
    assert_eq!(nobodys.personal().len(), 2);
    assert_eq!(EmailReplyEvent::EmailReplyDone { at: at() }.subject(id), None);
}

#[test]
fn only_a_wish_to_leave_and_nothing_else_is_one() {
    for yes in [
        "unsubscribe",
        " STOP! ",
        "Please remove me.",
        "Bitte abmelden",
        "Remove me from your list\n\nOn Mon, 2 Mar 2026 at 10:00, News <news@n.example> wrote:\n> Hello",
        "Unsubscribe\n--\nJane Doe\nHead of things",
        "désabonner\n\n> Bonjour",
    ] {
        assert!(asks_to_stop(yes), "{yes}");
    }
    for no in [
        "",
        "Stop by our booth tomorrow",
        "Please do not remove me",
        "How do I unsubscribe my colleague?",
        "> unsubscribe",
        "Unsubscribe me, and call me about the offer at noon please",
    ] {
        assert!(!asks_to_stop(no), "{no}");
    }
}

#[test]
fn what_is_quoted_is_not_what_they_say() {
    assert_eq!(own_words("Yes\n\nAm 2. März 2026 schrieb News <n@n.example>:\n> stop"), "Yes");
    assert_eq!(own_words("Yes\n-----Original Message-----\nFrom: us"), "Yes");
    assert_eq!(own_words("On it. I wrote it down: done"), "On it. I wrote it down: done");
}

#[test]
fn the_day_they_are_back_is_read_where_it_says_one() {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day);
    for (text, expected) in [
        ("I am away until 12 March 2026.", day(3, 12)),
        ("I am out from March 4th, 2026 to March 20th, 2026", day(3, 20)),
        ("Ich bin bis 15.04.2026 nicht im Büro.", day(4, 15)),
        ("Back on 2026-03-09!", day(3, 9)),
        ("Je suis absent jusqu'au 3 avril 2026", day(4, 3)),
        ("Back on 03/04/2026", None),
        ("I left on 1 January 2020", None),
        ("Call me at +1 555 0100", None),
        ("", None),
    ] {
        assert_eq!(away_until(text, at()), expected, "{text}");
    }
}
