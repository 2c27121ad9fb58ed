//! When a campaign starts and ends, over changes of the clocks and in recipients' zones.

use chrono::NaiveDateTime;
use chrono_tz::Tz;
use proptest::prelude::*;

use super::*;
use crate::campaigns::campaigns::estimate::{Limits, ends_about};
use crate::campaigns::campaigns::schedule::{Start, Windows};
use crate::email::senders::ramp::Ramp;

const WORK: Windows =
    Windows { days: [true, true, true, true, true, false, false], from_minute: 9 * 60, to_minute: 17 * 60 };

fn local(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn starting(text: &str, zone: &str) -> Schedule {
    Schedule { start: Start::At(local(text)), ..Schedule::at_once(zone) }
}

#[test]
fn it_starts_by_the_clock_of_its_zone() {
    for (start, zone, expected) in [
        ("2026-03-02T09:00:00", "Europe/Berlin", "2026-03-02T08:00:00Z"),
        ("2026-07-02T09:00:00", "Europe/Berlin", "2026-07-02T07:00:00Z"),
        // A time that does not exist moves forward to the first that does; one that comes twice means the first.
        ("2026-03-29T02:30:00", "Europe/Berlin", "2026-03-29T01:00:00Z"),
        ("2026-10-25T02:30:00", "Europe/Berlin", "2026-10-25T00:30:00Z"),
    ] {
        assert_eq!(starting(start, zone).starts_at(), Some(moment(expected)), "{start}");
    }
    assert_eq!(Schedule::at_once("UTC").starts_at(), None);
    // When the first zone on earth has that time.
    let everywhere =
        Schedule { in_recipients_zone: true, ..starting("2026-03-02T09:00:00", "Europe/Berlin") };
    assert_eq!(everywhere.starts_at(), Some(moment("2026-03-01T19:00:00Z")));
}

#[test]
fn recipients_get_it_by_their_own_clocks() {
    let now = moment("2026-03-01T00:00:00Z");
    let own = starting("2026-03-02T08:00:00", "Europe/Berlin");
    let theirs = Schedule { in_recipients_zone: true, ..own.clone() };
    assert_eq!(own.due_at(Some(Tz::Asia__Tokyo), now), Some(moment("2026-03-02T07:00:00Z")));
    assert_eq!(theirs.due_at(Some(Tz::Asia__Tokyo), now), Some(moment("2026-03-01T23:00:00Z")));
    assert_eq!(theirs.due_at(None, now), Some(moment("2026-03-02T07:00:00Z")), "the campaign's own");
    // Moved to when the hours open, and never before now.
    let within = Schedule { windows: Some(WORK), ..theirs };
    assert_eq!(within.due_at(Some(Tz::Asia__Tokyo), now), Some(moment("2026-03-02T00:00:00Z")));
    let late = moment("2026-03-06T20:00:00Z");
    assert_eq!(within.due_at(Some(Tz::Europe__Berlin), late), Some(moment("2026-03-09T08:00:00Z")));
    let ends = Schedule { ends: Some(moment("2026-03-08T00:00:00Z")), ..within };
    assert_eq!(ends.due_at(Some(Tz::Europe__Berlin), late), None, "it ends before they open");
}

#[test]
fn what_cannot_be_kept_is_refused() {
    let of = |schedule: Schedule| CampaignCommand::DefineSchedule { schedule, at: at(9) };
    let at_once = || Schedule::at_once("UTC");
    let hours = |windows: Windows| of(Schedule { windows: Some(windows), ..at_once() });
    let campaign = in_state(State::Draft);
    assert_eq!(code(&campaign, of(Schedule::at_once("Mars/Olympus"))), "CAMPAIGN_ZONE_UNKNOWN");
    assert_eq!(code(&campaign, of(Schedule { per_second: Some(0), ..at_once() })), "CAMPAIGN_PACE_INVALID");
    assert_eq!(code(&campaign, hours(Windows { days: [false; 7], ..WORK })), "CAMPAIGN_WINDOW_INVALID");
    assert_eq!(code(&campaign, hours(Windows { to_minute: 9 * 60, ..WORK })), "CAMPAIGN_WINDOW_INVALID");
    assert_eq!(code(&campaign, hours(Windows { to_minute: 1_441, ..WORK })), "CAMPAIGN_WINDOW_INVALID");
    assert_eq!(campaign.decide(hours(Windows { to_minute: 1_440, ..WORK })).unwrap().len(), 1);
}

#[test]
fn it_ends_when_pace_hours_and_ramp_let_the_last_through() {
    let starts = moment("2026-03-06T15:00:00Z");
    let paced = Schedule { per_second: Some(10), ..Schedule::at_once("UTC") };
    assert_eq!(ends_about(&paced, starts, 36_000, Limits::default()), Some(moment("2026-03-06T16:00:00Z")));
    // The account is slower than the campaign wants to be, or the other way round.
    let of = |ramp: Option<Ramp>, per_second: Option<u32>| Limits { ramp, per_second };
    let slow = ends_about(&paced, starts, 36_000, of(None, Some(5)));
    assert_eq!(slow, Some(moment("2026-03-06T17:00:00Z")));
    let fast = ends_about(&paced, starts, 36_000, of(None, Some(500)));
    assert_eq!(fast, Some(moment("2026-03-06T16:00:00Z")));
    // Two hours on Friday, the rest on Monday.
    let within = Schedule { windows: Some(WORK), ..paced.clone() };
    assert_eq!(ends_about(&within, starts, 90_000, Limits::default()), Some(moment("2026-03-09T09:30:00Z")));
    let ramp = Ramp {
        first_day: starts.date_naive(),
        start_per_day: 100,
        growth_percent: 100,
        limit_per_day: 1_000,
    };
    // 100 today, 200 tomorrow, and the last 50 the day after.
    assert_eq!(ends_about(&paced, starts, 350, of(Some(ramp), None)), Some(moment("2026-03-08T00:00:05Z")));
    assert_eq!(ends_about(&Schedule::at_once("UTC"), starts, 5, Limits::default()), Some(starts));
    let small = Ramp { growth_percent: 0, limit_per_day: 100, ..ramp };
    assert_eq!(ends_about(&paced, starts, 1_000_000, of(Some(small), None)), None, "not within a year");
}

proptest! {
    #[test]
    fn nobody_gets_it_outside_of_the_hours_nor_later_than_they_open(
        minutes in 0_i64..600_000, days in proptest::array::uniform7(any::<bool>()), from in 0_u16..1_430, length in 5_u16..600, zone in 0_usize..5,
    ) {
        prop_assume!(days.contains(&true));
        let zones = [Tz::UTC, Tz::Europe__Berlin, Tz::America__New_York, Tz::Asia__Kolkata, Tz::Pacific__Auckland];
        let windows = Windows { days, from_minute: from, to_minute: (from + length).min(1_440) };
        let schedule = Schedule { windows: Some(windows), in_recipients_zone: true, ..Schedule::at_once("UTC") };
        let (now, zone) = (at(minutes), zones[zone]);
        let window = windows.window().unwrap();
        let due = schedule.due_at(Some(zone), now).unwrap();
        prop_assert!(window.is_open(due, zone) && due >= now);
        prop_assert!(due == now || !window.is_open(now, zone));
        prop_assert_eq!(window.next(now, zone), Some(due));
    }
}
