use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use pivotal_domain::email::tracking::facts::Verdict;
use pivotal_domain::email::tracking::machine::Sign;
use pivotal_domain::email::tracking::signal::{Kind, Signal};
use pivotal_projections::email::tracking::message::Message;
use proptest::prelude::*;
use uuid::Uuid;

fn at(minute: i64) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap() + TimeDelta::minutes(minute)
}

fn sent() -> Message {
    Message::sent(Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3), at(0))
}

fn signal(k: Kind, minute: i64) -> Signal {
    Signal {
        m: Uuid::from_u128(1),
        g: Uuid::from_u128(2),
        c: Uuid::from_u128(3),
        k,
        at: at(minute),
        l: (k == Kind::Clicked).then_some(1),
        s: None,
        d: None,
        f: None,
    }
}

fn verdict(p: i64, k: Kind, h: bool) -> Verdict {
    let id = Uuid::from_u128;
    Verdict { m: id(1), g: id(2), c: id(3), k, at: at(1), p, n: 0, l: None, h, r: h.then_some(Sign::Agent) }
}

/// What is shown after these, each in a fact of its own.
fn shows(signals: &[(Kind, i64)]) -> &'static str {
    let mut message = sent();
    for (place, (kind, minute)) in (1..).zip(signals) {
        message.note((place, 0), signal(*kind, *minute));
    }
    message.count_hits();
    message.shows()
}

#[test]
fn the_first_that_holds_is_shown() {
    assert_eq!(shows(&[]), "sent");
    assert_eq!(shows(&[(Kind::Accepted, 1)]), "accepted");
    assert_eq!(shows(&[(Kind::Delivered, 2), (Kind::Accepted, 1)]), "delivered");
    assert_eq!(shows(&[(Kind::Opened, 4), (Kind::Delivered, 2)]), "opened");
    assert_eq!(shows(&[(Kind::Clicked, 5), (Kind::Opened, 4)]), "clicked");
    assert_eq!(shows(&[(Kind::Replied, 9), (Kind::Clicked, 5)]), "replied");
    assert_eq!(shows(&[(Kind::Unsubscribed, 9), (Kind::Replied, 8)]), "unsubscribed");
    assert_eq!(
        shows(&[(Kind::BouncedHard, 3), (Kind::Delivered, 9)]),
        "bounced_hard",
        "a late word of delivery"
    );
    assert_eq!(shows(&[(Kind::Complained, 9), (Kind::BouncedHard, 3)]), "complained");
}

#[test]
fn what_came_back_for_now_and_arrived_later_arrived() {
    assert_eq!(shows(&[(Kind::BouncedSoft, 3)]), "bounced_soft");
    assert_eq!(shows(&[(Kind::BouncedSoft, 3), (Kind::Delivered, 5)]), "delivered");
    assert_eq!(shows(&[(Kind::BouncedSoft, 5), (Kind::Delivered, 3)]), "bounced_soft");
}

#[test]
fn a_hit_counts_as_a_persons_until_it_is_judged() {
    let mut message = sent();
    message.note((5, 0), signal(Kind::Opened, 1));
    message.count_hits();
    assert_eq!((message.touches.opens, message.touches.unjudged), (1, 1));
    assert_eq!(message.counted().get(&("unjudged", false)).map(|counted| counted.hits), Some(1));
    message.judge(&verdict(5, Kind::Opened, true), 1);
    message.count_hits();
    assert_eq!((message.touches.opens, message.touches.machine_opens, message.touches.unjudged), (0, 1, 0));
    assert_eq!((message.shows(), message.touches.opened_at), ("sent", None));
    // Better rules say otherwise; the last word holds.
    message.judge(&verdict(5, Kind::Opened, false), 2);
    message.count_hits();
    assert_eq!((message.shows(), message.touches.machine_opened_at), ("opened", None));
}

#[test]
fn a_program_in_the_company_of_a_person_takes_nothing_away() {
    let mut message = sent();
    message.note((5, 0), signal(Kind::Clicked, 1));
    message.note((6, 0), signal(Kind::Clicked, 9));
    message.judge(&verdict(5, Kind::Clicked, true), 1);
    message.count_hits();
    assert_eq!(message.touches.clicked_at, Some(at(9)));
    assert_eq!(message.links().get(&1), Some(&(1, 1)));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_tells_the_same(
        minutes in proptest::collection::vec(0_i64..200, Kind::ALL.len() * 2),
        order in Just((0..Kind::ALL.len() * 2).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let told = |n: usize| ((n as i64, 0), signal(Kind::ALL[n % Kind::ALL.len()], minutes[n]));
        let mut in_order = sent();
        (0..minutes.len()).map(told).for_each(|(place, signal)| in_order.note(place, signal));
        let mut shuffled = sent();
        order.into_iter().map(told).for_each(|(place, signal)| shuffled.note(place, signal));
        in_order.count_hits();
        shuffled.count_hits();
        prop_assert_eq!(in_order.shows(), shuffled.shows());
        prop_assert_eq!(in_order.counted(), shuffled.counted());
        prop_assert_eq!(in_order, shuffled);
    }
}
