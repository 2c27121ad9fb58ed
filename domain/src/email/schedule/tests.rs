use chrono::{DateTime, NaiveTime, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;
use proptest::prelude::*;

use super::caps::{Cap, allowed};
use super::pace::{Limit, Pace, take_all};
use super::window::{Window, WindowError};

const WORK: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
const ALL: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn clock(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn window(days: &[Weekday], from: &str, until: &str) -> Window {
    Window::new(days.iter().copied(), clock(from), clock(until)).unwrap()
}

#[test]
fn mails_wait_for_the_hours_where_the_recipient_is() {
    let work = window(&WORK, "09:00", "17:00");
    for (zone, asked, expected) in [
        (Tz::Europe__Berlin, "2026-03-02T07:00:00Z", "2026-03-02T08:00:00Z"),
        (Tz::Europe__Berlin, "2026-03-02T10:30:00Z", "2026-03-02T10:30:00Z"),
        (Tz::Europe__Berlin, "2026-03-02T15:59:59Z", "2026-03-02T15:59:59Z"),
        (Tz::Europe__Berlin, "2026-03-02T16:00:00Z", "2026-03-03T08:00:00Z"),
        (Tz::Europe__Berlin, "2026-03-06T17:00:00Z", "2026-03-09T08:00:00Z"),
        // The clock was put forward over the weekend.
        (Tz::Europe__Berlin, "2026-03-27T17:00:00Z", "2026-03-30T07:00:00Z"),
        (Tz::America__New_York, "2026-03-02T07:00:00Z", "2026-03-02T14:00:00Z"),
        (Tz::Asia__Kolkata, "2026-03-02T03:29:00Z", "2026-03-02T03:30:00Z"),
        // Monday begins there while it is Sunday here.
        (Tz::Pacific__Auckland, "2026-03-01T19:00:00Z", "2026-03-01T20:00:00Z"),
    ] {
        assert_eq!(work.next(at(asked), zone), Some(at(expected)), "{zone} {asked}");
        assert_eq!(work.is_open(at(asked), zone), asked == expected, "{zone} {asked}");
    }
}

#[test]
fn hours_that_are_skipped_or_come_twice_break_nothing() {
    let night = window(&ALL, "02:00", "04:00");
    let half = window(&ALL, "02:00", "02:30");
    let sunday = window(&[Weekday::Sun], "02:00", "02:30");
    let friday = window(&[Weekday::Fri], "09:00", "17:00");
    for (window, zone, asked, expected) in [
        // 02:00 is 03:00 at once.
        (&night, Tz::Europe__Berlin, "2026-03-28T23:00:00Z", "2026-03-29T01:00:00Z"),
        // The whole window is skipped.
        (&half, Tz::Europe__Berlin, "2026-03-28T23:00:00Z", "2026-03-30T00:00:00Z"),
        (&sunday, Tz::Europe__Berlin, "2026-03-28T12:00:00Z", "2026-04-05T00:00:00Z"),
        // 02:00 comes twice, and the window opens the first time only.
        (&half, Tz::Europe__Berlin, "2026-10-24T23:00:00Z", "2026-10-25T00:00:00Z"),
        (&half, Tz::Europe__Berlin, "2026-10-25T01:10:00Z", "2026-10-26T01:00:00Z"),
        // A Friday that never was.
        (&friday, Tz::Pacific__Apia, "2011-12-29T00:00:00Z", "2012-01-05T19:00:00Z"),
    ] {
        assert_eq!(window.next(at(asked), zone), Some(at(expected)), "{zone} {asked}");
    }
}

#[test]
fn a_window_that_never_opens_is_refused() {
    assert_eq!(Window::new([], clock("09:00"), clock("17:00")), Err(WindowError::NoDay));
    assert_eq!(Window::new(WORK, clock("17:00"), clock("09:00")), Err(WindowError::Empty));
    assert_eq!(Window::new(WORK, clock("09:00"), clock("09:00")), Err(WindowError::Empty));
}

#[test]
fn a_bucket_lets_a_burst_through_and_then_its_pace() {
    let pace = Pace::new(10, TimeDelta::seconds(1), 5).unwrap();
    let start = at("2026-03-02T10:00:00Z");
    let first = pace.take(None, start, 100);
    assert_eq!((first.granted, first.again), (5, start + TimeDelta::milliseconds(100)));
    let nothing = pace.take(Some(first.due), start + TimeDelta::milliseconds(99), 1);
    assert_eq!((nothing.granted, nothing.due, nothing.again), (0, first.due, first.again));
    let one = pace.take(Some(first.due), first.again, 100);
    assert_eq!(one.granted, 1);
    let later = start + TimeDelta::hours(1);
    assert_eq!(pace.take(Some(one.due), later, 100).granted, 5, "a pause saves up no more than the burst");
    assert_eq!(pace.take(Some(one.due), later, 2).again, later);
}

#[test]
fn no_pace_is_faster_than_asked_for() {
    assert_eq!(Pace::new(0, TimeDelta::seconds(1), 1), None);
    assert_eq!(Pace::new(1, TimeDelta::zero(), 1), None);
    assert_eq!(Pace::new(1, TimeDelta::seconds(1), 0), None);
    assert_eq!(Pace::per_second(0), None);
    let third = Pace::new(3, TimeDelta::seconds(1), 1).unwrap();
    let start = at("2026-03-02T10:00:00Z");
    assert_eq!(third.take(None, start, 1).again, start + TimeDelta::microseconds(333_334));
}

#[test]
fn the_tightest_limit_decides_and_the_others_lose_nothing() {
    let start = at("2026-03-02T10:00:00Z");
    let wide = Limit { pace: Pace::per_second(100).unwrap(), due: None };
    let tight = Limit { pace: Pace::per_second(3).unwrap(), due: None };
    let (granted, taken) = take_all(&[wide, tight], start, 50);
    assert_eq!(granted, 3);
    assert_eq!(taken[0].again, start + TimeDelta::microseconds(333_334));
    assert_eq!(wide.pace.take(Some(taken[0].due), start, 1_000).granted, 97);
    assert_eq!(take_all(&[], start, 50).0, 50);
    assert_eq!(take_all(&[wide, tight], start, 0).0, 0);
}

#[test]
fn nobody_is_written_to_more_often_than_the_caps_say() {
    let now = at("2026-03-20T10:00:00Z");
    let day = Cap { most: 1, within: TimeDelta::days(1) };
    let week = Cap { most: 3, within: TimeDelta::days(7) };
    let ago = |hours: i64| now - TimeDelta::hours(hours);
    let within = |hours: i64| Some(now + TimeDelta::hours(hours));
    for (caps, sent, expected) in [
        (vec![], vec![ago(0)], Some(now)),
        (vec![day, week], vec![], Some(now)),
        (vec![day], vec![ago(20)], within(4)),
        (vec![day], vec![ago(24)], Some(now)),
        (vec![day, week], vec![ago(30), ago(60), ago(100)], within(68)),
        (vec![day, week], vec![ago(100), ago(30), ago(60)], within(68)),
        (vec![day, week], vec![ago(23), ago(60), ago(167)], within(1)),
        (vec![week], vec![ago(169), ago(170), ago(171)], Some(now)),
        (vec![Cap { most: 0, ..day }], vec![], None),
    ] {
        assert_eq!(allowed(&caps, &sent, now), expected, "{caps:?} {sent:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_window_opens_once_and_not_before(
        seconds in 1_760_000_000..1_860_000_000_i64,
        zone in prop_oneof![
            Just(Tz::Europe__Berlin),
            Just(Tz::America__New_York),
            Just(Tz::Australia__Lord_Howe),
            Just(Tz::Asia__Kathmandu),
            Just(Tz::UTC),
        ],
        from in 0..1_380_u32,
        length in 1..60_u32,
        day in 0..7_usize,
    ) {
        let asked = DateTime::from_timestamp(seconds, 0).unwrap();
        let time = |minutes: u32| NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0).unwrap();
        let window = Window::new([ALL[day], ALL[(day + 3) % 7]], time(from), time(from + length)).unwrap();
        let opens = window.next(asked, zone).unwrap();
        prop_assert!(opens >= asked && opens - asked <= TimeDelta::days(12));
        prop_assert!(window.is_open(opens, zone));
        if opens > asked {
            prop_assert!(!window.is_open(asked, zone));
            prop_assert!(!window.is_open(opens - TimeDelta::seconds(1), zone));
        }
    }

    #[test]
    fn a_pace_is_never_exceeded(
        count in 1..500_u32,
        burst in 1..50_u32,
        asks in proptest::collection::vec((0..400_000_i64, 0..80_u32), 1..40),
    ) {
        let pace = Pace::new(count, TimeDelta::seconds(1), burst).unwrap();
        let start = DateTime::from_timestamp(1_803_895_200, 0).unwrap();
        let (mut now, mut due, mut sent) = (start, None, 0_i64);
        for (wait, wanted) in asks {
            now += TimeDelta::microseconds(wait);
            let taken = pace.take(due, now, wanted);
            due = Some(taken.due);
            sent += i64::from(taken.granted);
            prop_assert!(taken.again >= now);
            let most = i64::from(burst) + (now - start).num_microseconds().unwrap() * i64::from(count) / 1_000_000;
            prop_assert!(sent <= most, "{} of {}", sent, most);
        }
    }
}
