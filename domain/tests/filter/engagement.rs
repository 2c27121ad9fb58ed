//! What is asked to have happened between us and a contact.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::engagement::facts::Touch;
use pivotal_domain::audience::engagement::kind::Kind;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::audience::filter::describe::describe;
use pivotal_domain::audience::filter::matches::{Linked, Record, matches};
use pivotal_domain::audience::filter::print::print;
use pivotal_domain::audience::segments::watch::{ENGAGEMENT, Keys, Watch, concerns};
use serde_json::{Value, json};
use std::borrow::Cow;
use uuid::Uuid;

use crate::{accounts, contacts, mistake};

const ONE: &str = "01890000-0000-7000-8000-000000000001";
const OTHER: &str = "01890000-0000-7000-8000-000000000002";

/// Somebody of whom nothing is known but what happened.
struct Person(Vec<Touch>);

impl Record for Person {
    fn value(&self, _key: &str) -> Option<Cow<'_, FieldValue>> {
        None
    }

    fn touches(&self) -> &[Touch] {
        &self.0
    }
}

fn touch(kind: Kind, at: &str) -> Touch {
    let at: DateTime<Utc> = at.parse().unwrap();
    Touch { contact: Uuid::nil(), kind, channel: kind.channel(), campaign: None, at, machine: false }
}

/// At noon of 10 March 2026, in Berlin.
fn asking() -> Asking {
    Asking::at("2026-03-10T11:00:00Z".parse().unwrap()).in_zone("Europe/Berlin").unwrap()
}

fn engagement(asked: Value) -> Value {
    json!({ "engagement": asked })
}

fn holds(asked: Value, touches: &[Touch]) -> bool {
    matches(&contacts(engagement(asked)).unwrap(), &Person(touches.to_vec()), &asking())
}

fn says(json: Value) -> String {
    describe(&contacts(json).unwrap())
}

#[test]
fn something_happened_once_unless_it_is_said_how_often() {
    let opened = |times: usize| vec![touch(Kind::Opened, "2026-03-01T10:00:00Z"); times];
    assert!(holds(json!({"did": "opened"}), &opened(1)) && !holds(json!({"did": "opened"}), &[]));
    assert!(!holds(json!({"did": "clicked"}), &opened(1)));
    let between = || json!({"did": "opened", "at_least": 2, "at_most": 3});
    assert_eq!([1, 2, 3, 4].map(|times| holds(between(), &opened(times))), [false, true, true, false]);
    assert_eq!(
        [0, 1].map(|times| holds(json!({"did": "opened", "at_most": 0}), &opened(times))),
        [true, false]
    );
}

#[test]
fn days_are_whole_days_of_the_viewer() {
    // The first moment of the day 9 days ago in Berlin, and the one before it.
    let (first, before) =
        (touch(Kind::Sent, "2026-02-28T23:00:00Z"), touch(Kind::Sent, "2026-02-28T22:59:59Z"));
    assert!(holds(json!({"did": "sent", "within_days": 9}), &[first]));
    assert!(!holds(json!({"did": "sent", "within_days": 9}), &[before]));
    assert!(holds(json!({"did": "sent", "from": "2026-03-01", "to": "2026-03-01"}), &[first]));
    assert!(!holds(json!({"did": "sent", "from": "2026-03-01"}), &[before]));
    assert!(holds(json!({"did": "sent", "to": "2026-02-28"}), &[before]));
    assert!(!holds(json!({"did": "sent", "to": "2026-02-28"}), &[first]));
    assert!(holds(json!({"did": "sent", "from": "2026-02-28T23:00:00Z"}), &[first]));
}

#[test]
fn campaigns_and_machines_narrow_what_counts() {
    let campaign = ONE.parse().unwrap();
    let of_one = Touch { campaign: Some(campaign), ..touch(Kind::Clicked, "2026-03-01T10:00:00Z") };
    let of_none = touch(Kind::Clicked, "2026-03-01T10:00:00Z");
    let asked = |campaigns: &[&str]| json!({"did": "clicked", "campaign": campaigns});
    assert!(holds(asked(&[OTHER, ONE]), &[of_one]) && !holds(asked(&[OTHER]), &[of_one]));
    assert!(!holds(asked(&[ONE]), &[of_none]) && holds(json!({"did": "clicked"}), &[of_none]));
    let scanner = Touch { machine: true, ..of_none };
    assert!(!holds(json!({"did": "clicked"}), &[scanner]));
    assert!(holds(json!({"did": "clicked", "machines": true}), &[scanner]));
}

#[test]
fn what_happened_in_30_days_is_counted_back_from_the_moment_of_the_question() {
    let counts = |field: &str, number: i64, touches: &[Touch]| {
        let asked = json!({"field": field, "op": "equals", "value": number});
        matches(&contacts(asked).unwrap(), &Person(touches.to_vec()), &asking())
    };
    let just = touch(Kind::Sent, "2026-02-08T11:00:01Z");
    let no_more = touch(Kind::Sent, "2026-02-08T11:00:00Z");
    let called = touch(Kind::Called, "2026-03-10T10:00:00Z");
    assert!(counts("emails_sent_30d", 2, &[just, just, no_more, called]));
    assert!(counts("calls_30d", 1, &[just, no_more, called]));
    assert!(counts("emails_sent_30d", 0, &[no_more]) && counts("calls_30d", 0, &[]));
    let counted = json!({"all": [{"field": "calls_30d", "op": "has_value"}, {"not": {"field": "calls_30d", "op": "is_empty"}}]});
    assert!(matches(&contacts(counted).unwrap(), &Person(Vec::new()), &asking()), "none is a number, too");
}

#[test]
fn an_account_is_asked_by_its_contacts() {
    let json = json!({"contacts": {"filter": {"engagement": {"did": "replied"}}}});
    let filter = accounts(json).unwrap();
    let (person, nobody) = (Person(vec![touch(Kind::Replied, "2026-03-01T10:00:00Z")]), Person(Vec::new()));
    let with = |contact: &Person| {
        matches(
            &filter,
            &Linked { record: &nobody, account: None, contacts: vec![contact as &dyn Record] },
            &asking(),
        )
    };
    assert!(with(&person) && !with(&nobody));
    assert_eq!(describe(&filter), "Has a contact where (replied)");
}

#[test]
fn it_reads_as_a_sentence() {
    for (asked, sentence) in [
        (json!({"did": "sent", "within_days": 90}), "Was emailed in the last 90 days"),
        (json!({"did": "opened", "at_least": 3}), "Opened an email at least 3 times"),
        (
            json!({"did": "clicked", "at_most": 1, "within_days": 1}),
            "Clicked in an email at most once in the last 1 day",
        ),
        (json!({"did": "called", "at_least": 2, "at_most": 2}), "Was called exactly 2 times"),
        (json!({"did": "called", "at_least": 2, "at_most": 4}), "Was called 2 to 4 times"),
        (json!({"did": "bounced", "at_most": 0}), "Had no email bounce"),
        (json!({"did": "unsubscribed", "within_days": 0}), "Unsubscribed today"),
        (json!({"did": "sent", "from": "2026-03-01"}), "Was emailed since 1 Mar 2026"),
        (json!({"did": "sent", "to": "yesterday"}), "Was emailed until yesterday"),
        (json!({"did": "sent", "from": "2026-03-01", "to": "today"}), "Was emailed from 1 Mar 2026 to today"),
        (json!({"did": "opened", "machines": true}), "Opened an email (machines count)"),
    ] {
        assert_eq!(says(engagement(asked)), sentence);
    }
    assert_eq!(
        says(json!({"not": engagement(json!({"did": "sent", "within_days": 90}))})),
        "Was not emailed in the last 90 days"
    );
    assert_eq!(
        says(json!({"not": engagement(json!({"did": "sent", "at_least": 2}))})),
        "Not (was emailed at least 2 times)"
    );
    assert_eq!(
        says(
            json!({"all": [engagement(json!({"did": "replied", "campaign": [ONE, OTHER]})), {"field": "city", "op": "is_empty"}]})
        ),
        format!("Replied in the campaign {ONE} or {OTHER} and city is empty")
    );
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    for (asked, path, code) in [
        (json!([]), "engagement", "FILTER_SHAPE"),
        (json!({"did": "sent", "since": "today"}), "engagement", "FILTER_SHAPE"),
        (json!({"within_days": 9}), "engagement.did", "FILTER_VALUE_MISSING"),
        (json!({"did": "read"}), "engagement.did", "FILTER_VALUE_UNKNOWN"),
        (json!({"did": "sent", "at_least": 0}), "engagement.at_least", "FILTER_VALUE_MISSING"),
        (json!({"did": "sent", "at_least": -1}), "engagement.at_least", "FILTER_VALUE_TYPE"),
        (json!({"did": "sent", "at_most": 10_001}), "engagement.at_most", "FILTER_VALUE_TYPE"),
        (json!({"did": "sent", "at_least": 3, "at_most": 2}), "engagement", "FILTER_RANGE_BACKWARDS"),
        (json!({"did": "sent", "within_days": "90"}), "engagement.within_days", "FILTER_VALUE_TYPE"),
        (json!({"did": "sent", "within_days": 9, "from": "today"}), "engagement", "FILTER_SHAPE"),
        (json!({"did": "sent", "from": "soon"}), "engagement.from", "FILTER_VALUE_TYPE"),
        (json!({"did": "sent", "from": "today", "to": "yesterday"}), "engagement", "FILTER_RANGE_BACKWARDS"),
        (json!({"did": "sent", "campaign": []}), "engagement.campaign", "FILTER_VALUE_MISSING"),
        (json!({"did": "sent", "campaign": ONE}), "engagement.campaign", "FILTER_VALUE_TYPE"),
        (json!({"did": "sent", "machines": true}), "engagement.machines", "FILTER_VALUE_TYPE"),
        (json!({"did": "opened", "machines": "yes"}), "engagement.machines", "FILTER_VALUE_TYPE"),
    ] {
        let error = mistake(engagement(asked.clone()));
        assert_eq!((error.path.as_str(), error.code.code()), (path, code), "{asked}");
        assert!(!error.message.is_empty());
    }
    let nested =
        mistake(json!({"any": [{"field": "city", "op": "is_empty"}, {"not": engagement(json!({}))}]}));
    assert_eq!(nested.path, "any[1].not.engagement.did");
    let of_account = accounts(engagement(json!({"did": "sent"}))).unwrap_err();
    assert_eq!(of_account.0[0].code.code(), "FILTER_SHAPE");
}

#[test]
fn it_is_kept_as_it_was_asked() {
    let filter = contacts(engagement(json!({"did": "opened", "within_days": 30, "machines": true}))).unwrap();
    assert_eq!(
        print(&filter),
        json!({"v": 1, "engagement": {"did": "opened", "at_least": 1, "within_days": 30, "machines": true}})
    );
}

#[test]
fn a_segment_follows_what_happens_and_the_days_that_pass() {
    let watch = |json: Value| Watch::of(&contacts(json).unwrap());
    let ever = watch(engagement(json!({"did": "opened"})));
    assert!(ever.sees(&Keys::of([ENGAGEMENT])) && !ever.sees(&Keys::of(["city"])) && ever.elsewhere);
    assert!(watch(json!({"not": engagement(json!({"did": "sent", "within_days": 90}))})).timed);
    assert!(watch(engagement(json!({"did": "sent", "from": {"daysAgo": 3}}))).timed);
    for derived in ["last_emailed_at", "last_activity_at", "emails_sent_30d"] {
        let watched = watch(json!({"field": derived, "op": "has_value"}));
        assert!(watched.sees(&Keys::of([ENGAGEMENT])) && !watched.sees(&Keys::of(["city"])), "{derived}");
        assert!(watched.sees(&Keys::All) && watched.elsewhere && watched.timed, "{derived}");
        let (happened, nothing) = (Keys::of([ENGAGEMENT]), Keys::default());
        assert!(concerns(Entity::Contact, Entity::Contact, derived, &happened, &nothing), "{derived}");
        let changed = Keys::of(["city"]);
        assert!(!concerns(Entity::Contact, Entity::Contact, derived, &changed, &nothing), "{derived}");
    }
    let account = accounts(json!({"contacts": {"filter": engagement(json!({"did": "opened"}))}})).unwrap();
    let account = Watch::of(&account);
    assert!(account.sees_linked(&Keys::of([ENGAGEMENT])) && !account.sees(&Keys::of([ENGAGEMENT])));
}
