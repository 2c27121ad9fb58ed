use chrono::{DateTime, NaiveTime, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;
use proptest::prelude::*;

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
}
