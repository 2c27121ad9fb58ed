use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::facts::Outcome;
use super::health::{Code, Health, of_campaign, of_domain};
use super::hours::{OpenNow, open_at, open_now, zone_of};
use super::outcome::{Became, Reason, State, fits};
use super::policy::error::EmailPolicyError;
use super::policy::events::EmailPolicyEvent;
use super::policy::{Cap, EmailPolicy, EmailPolicyCommand, Policy, SoftPolicy};
use super::tries::{self, again};
use super::variants::{key_of, place_of, variant_of, words};
use crate::campaigns::campaigns::left_out::LeftOut;
use crate::campaigns::campaigns::schedule::{Schedule, Start, Windows};
use crate::email::statistics::proportion::percent;
use crate::email::statistics::{Decision, TooEarly};

#[test]
fn who_is_left_out_before_a_launch_is_left_out_in_the_same_words_afterwards() {
    for left_out in LeftOut::ALL {
        let told = Reason::parse(left_out.as_str()).map(Reason::label);
        assert_eq!(told, Some(left_out.label()), "{}", left_out.as_str());
    }
}

#[test]
fn names_of_states_and_reasons_are_those_of_facts() {
    for reason in Reason::ALL {
        assert_eq!(serde_json::to_string(&reason).unwrap(), format!("\"{reason}\""));
        assert_eq!(Reason::parse(reason.as_str()), Some(reason));
    }
    for state in State::ALL {
        assert_eq!(serde_json::to_string(&state).unwrap(), format!("\"{}\"", state.as_str()));
        assert_eq!(State::parse(state.as_str()), Some(state));
    }
    assert_eq!(Reason::Person.of(), Became::Failed);
    assert_eq!(Became::Unknown.state(), State::Unknown);
}

fn set(held: &EmailPolicy, policy: Policy) -> Result<Vec<EmailPolicyEvent>, EmailPolicyError> {
    held.decide(EmailPolicyCommand::Set { policy, at: "2026-03-02T10:00:00Z".parse().unwrap() })
}

#[test]
fn a_policy_is_kept_as_it_is_used() {
    let held = EmailPolicy::default();
    let domains = BTreeMap::from([(" Mail.Example.COM ".to_owned(), 0.5)]);
    let policy = Policy { domains, cap: Some(Cap { count: 3, days: 7 }), ..Policy::default() };
    let events = set(&held, policy).unwrap();
    let [EmailPolicyEvent::EmailPolicySet { policy, previous, .. }] = events.as_slice() else {
        panic!("{events:?}")
    };
    assert!(policy.domains.contains_key("example.com"), "{policy:?}");
    assert_eq!(*previous, Policy::default());
}

#[test]
fn what_is_so_already_is_no_event() {
    assert!(set(&EmailPolicy::default(), Policy::default()).unwrap().is_empty());
}

#[test]
fn a_policy_that_cannot_be_meant_is_refused() {
    let with = |domain: &str, pace: f64| Policy {
        domains: BTreeMap::from([(domain.to_owned(), pace)]),
        ..Policy::default()
    };
    let soft = |soft: SoftPolicy| Policy { soft, ..Policy::default() };
    let built_in = Policy::default().soft;
    for (policy, code, field) in [
        (Policy { per_second: Some(0), ..Policy::default() }, "EMAIL_POLICY_PACE_INVALID", "perSecond"),
        (with("not a domain", 1.0), "EMAIL_POLICY_DOMAIN_INVALID", "domains"),
        (with("example.com", 0.0), "EMAIL_POLICY_DOMAIN_PACE_INVALID", "domains"),
        (with("example.com", f64::NAN), "EMAIL_POLICY_DOMAIN_PACE_INVALID", "domains"),
        (
            Policy { cap: Some(Cap { count: 0, days: 7 }), ..Policy::default() },
            "EMAIL_POLICY_CAP_INVALID",
            "cap",
        ),
        (
            Policy { cap: Some(Cap { count: 1, days: 91 }), ..Policy::default() },
            "EMAIL_POLICY_CAP_INVALID",
            "cap",
        ),
        (
            Policy { pause_hard: f64::NAN, ..Policy::default() },
            "EMAIL_POLICY_SHARE_INVALID",
            "pauseHardBouncesPercent",
        ),
        (
            Policy { pause_bounces: 101.0, ..Policy::default() },
            "EMAIL_POLICY_SHARE_INVALID",
            "pauseBouncesPercent",
        ),
        (
            Policy { warn_complaints: 0.3, ..Policy::default() },
            "EMAIL_POLICY_WARNS_TOO_LATE",
            "warnComplaintsPercent",
        ),
        (soft(SoftPolicy { bounces: 0, ..built_in }), "EMAIL_POLICY_SOFT_INVALID", "softBounces"),
        (soft(SoftPolicy { over_days: 31, ..built_in }), "EMAIL_POLICY_SOFT_INVALID", "softBounces"),
    ] {
        let refused = set(&EmailPolicy::default(), policy).unwrap_err();
        assert_eq!((refused.code(), refused.field()), (code, field), "{refused}");
    }
}

#[test]
fn an_outcome_leads_along_the_arrows_and_nowhere_else() {
    let (mail, other) = (Some(Uuid::from_u128(1)), Some(Uuid::from_u128(2)));
    let outcome = |became: Became, m: Option<Uuid>| Outcome { m, ..Outcome::new(Uuid::nil(), became, None) };
    for (state, became, m, expected) in [
        (State::Pending, Became::Excluded, None, true),
        (State::Pending, Became::Failed, None, true),
        // What fails after it was handed over names the mail, and is not pending.
        (State::Pending, Became::Failed, mail, false),
        (State::Pending, Became::Sent, mail, false),
        (State::Sending, Became::Sent, mail, true),
        (State::Sending, Became::Unknown, mail, true),
        (State::Sending, Became::Failed, other, false),
        (State::Sending, Became::Failed, None, false),
        // Whoever may have been written to is never told to have been left out.
        (State::Sending, Became::Excluded, None, false),
        (State::Unknown, Became::Sent, mail, true),
        (State::Unknown, Became::Failed, mail, true),
        (State::Unknown, Became::Sent, other, false),
        (State::Unknown, Became::Unknown, mail, false),
        (State::Sent, Became::Failed, mail, false),
        (State::Failed, Became::Sent, mail, false),
        (State::Excluded, Became::Sent, mail, false),
    ] {
        assert_eq!(fits(state, mail, &outcome(became, m)), expected, "{state:?} {became:?} {m:?}");
    }
}

fn noon() -> DateTime<Utc> {
    "2026-03-02T12:00:00Z".parse().unwrap()
}

#[test]
fn what_is_put_off_is_tried_less_and_less_often() {
    let next = |tries: u16| again(tries, noon(), noon(), TimeDelta::zero(), 0.0);
    let minutes: Vec<i64> =
        (1..tries::MOST).map(|tries| (next(tries).unwrap() - noon()).num_minutes()).collect();
    assert_eq!(minutes, [1, 5, 15, 60, 240, 720, 720]);
    assert_eq!(next(tries::MOST), None);
    let later = again(1, noon(), noon(), TimeDelta::hours(2), 1.0).unwrap();
    assert_eq!(later - noon(), TimeDelta::minutes(144), "as long as was asked for, and a fifth");
    assert_eq!(again(3, noon(), noon() + TimeDelta::hours(72), TimeDelta::zero(), 0.0), None);
}

#[test]
fn a_test_says_its_result_in_a_sentence() {
    assert!(words(Decision::Winner(1)).starts_with("Variant B did better"));
    assert!(words(Decision::NoDifference).starts_with("No variant"));
    let early =
        [TooEarly::Running, TooEarly::Recipients, TooEarly::Outcomes].map(Decision::TooEarly).map(words);
    assert!(early.iter().all(|words| words.ends_with('.')) && early[0] != early[1] && early[1] != early[2]);
    let percents = [0.123_456, 1.0, 0.0].map(|rate| percent(rate).to_string());
    assert_eq!(percents, ["12.35", "100", "0"]);
}

#[test]
fn shares_of_variants_are_even() {
    let campaign = Uuid::from_u128(7);
    let weights = [1, 1, 2];
    let mut counts = [0_u32; 3];
    let mut held = 0_u32;
    for contact in 0..100_000_u128 {
        match variant_of(campaign, Uuid::from_u128(contact), &weights, Some(40)) {
            Some(place) => counts[usize::from(place)] += 1,
            None => held += 1,
        }
    }
    assert_eq!(counts.iter().sum::<u32>() + held, 100_000);
    // Pearson's test with four cells: 16.27 is where chance ends once in a thousand; the ids are fixed, so this never changes.
    let chi: f64 = [(counts[0], 10_000.0), (counts[1], 10_000.0), (counts[2], 20_000.0), (held, 60_000.0)]
        .into_iter()
        .map(|(count, expected): (u32, f64)| (f64::from(count) - expected).powi(2) / expected)
        .sum();
    assert!(chi < 16.27, "{counts:?} {held}: {chi}");
}

#[test]
fn a_contact_keeps_its_variant_and_another_campaign_gives_another() {
    let weights = [1; 8];
    let of = |campaign: u128, contact: u128| {
        variant_of(Uuid::from_u128(campaign), Uuid::from_u128(contact), &weights, None).unwrap()
    };
    assert!((0..100).all(|contact| of(1, contact) == of(1, contact) && of(1, contact) < 8));
    assert!((0..100).any(|contact| of(1, contact) != of(2, contact)));
    assert!((0..8).all(|place| place_of(key_of(place)) == Some(place)));
    assert_eq!((key_of(0), place_of('a')), ('A', None));
}

#[test]
fn too_many_complaints_pause_a_domain_once_there_is_enough_to_tell() {
    let policy = Policy::default();
    assert_eq!(of_domain(&policy, 999, 999), Health::Fine);
    assert_eq!(of_domain(&policy, 10_000, 9), Health::Fine);
    assert!(matches!(of_domain(&policy, 10_000, 10), Health::Warn(found) if found.count == 10));
    assert!(matches!(of_domain(&policy, 10_000, 30), Health::Pause(found) if found.code == Code::Complaints));
}

#[test]
fn too_many_bounces_pause_a_campaign() {
    let policy = Policy::default();
    assert_eq!(of_campaign(&policy, 199, 199, 0), Health::Fine);
    assert_eq!(of_campaign(&policy, 200, 9, 10), Health::Fine);
    assert!(
        matches!(of_campaign(&policy, 200, 10, 0), Health::Pause(found) if found.code == Code::HardBounces)
    );
    assert!(matches!(of_campaign(&policy, 200, 9, 21), Health::Pause(found) if found.code == Code::Bounces));
}

#[test]
fn mails_wait_for_the_hours_where_the_recipient_is_and_end_with_the_campaign() {
    let windows = Windows { days: [true; 7], from_minute: 9 * 60, to_minute: 17 * 60 };
    let berlin = Schedule::at_once("Europe/Berlin");
    let theirs = Schedule { in_recipients_zone: true, ..berlin.clone() };
    let ends: DateTime<Utc> = "2026-03-02T13:00:00Z".parse().unwrap();
    let ending = Schedule { ends: Some(ends), ..theirs.clone() };
    let new_york = Some("America/New_York");
    // Noon in Greenwich is one in Berlin and seven in New York.
    let nine_there: DateTime<Utc> = "2026-03-02T14:00:00Z".parse().unwrap();
    for (schedule, windows, zone, expected) in [
        (&berlin, None, new_york, Some(noon())),
        (&berlin, Some(&windows), new_york, Some(noon())),
        (&theirs, Some(&windows), new_york, Some(nine_there)),
        (&theirs, Some(&windows), None, Some(noon())),
        (&theirs, Some(&windows), Some("Mars/Olympus"), Some(noon())),
        (&ending, Some(&windows), new_york, None),
        (&ending, None, new_york, Some(noon())),
    ] {
        assert_eq!(open_at(schedule, windows, zone, noon()), expected, "{schedule:?} {zone:?}");
    }
    assert_eq!(open_at(&ending, None, None, ends), None);
}

#[test]
fn a_zone_is_what_the_record_says_or_that_of_a_country_with_one() {
    assert_eq!(zone_of(Some("Asia/Tokyo"), Some("DE")).as_deref(), Some("Asia/Tokyo"));
    assert_eq!(zone_of(Some("soon"), Some("DE")).as_deref(), Some("Europe/Berlin"));
    assert_eq!(zone_of(None, Some("US")), None);
    assert_eq!(zone_of(None, None), None);
}

#[test]
fn a_zone_is_open_when_it_has_started_and_its_hours_are() {
    let hours = Windows { days: [true; 7], from_minute: 9 * 60, to_minute: 17 * 60 };
    let theirs = Schedule { in_recipients_zone: true, ..Schedule::at_once("Europe/Berlin") };
    let open = open_now(&theirs, Some(&hours), noon());
    let has = |open: &OpenNow, zone: &str| open.zones.iter().any(|one| one == zone);
    assert!(open.unknown && has(&open, "Europe/Berlin") && has(&open, "America/Sao_Paulo"));
    assert!(!has(&open, "Asia/Tokyo") && !has(&open, "America/Los_Angeles"));
    let wider = Windows { to_minute: 22 * 60, ..hours };
    assert!(has(&open_now(&theirs, Some(&wider), noon()), "Asia/Tokyo"), "nine in the evening");
    // At two in the afternoon of each: not yet in Berlin, where it is one.
    let start = Start::At(noon().naive_utc() + TimeDelta::hours(2));
    let later = open_now(&Schedule { start, ..theirs }, None, noon());
    assert!(!later.unknown && !has(&later, "Europe/Berlin") && has(&later, "Asia/Tokyo"));
}
