//! Relative dates and days to moments: what a question about time means now, in the viewer's time zone.

use chrono::{DateTime, Days, Duration, NaiveDate, NaiveTime, TimeZone, Utc};

use super::asking::Asking;
use super::predicate::{Day, Point, Predicate};

/// A stretch of time, open at an end that is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    pub from: Option<Edge>,
    pub to: Option<Edge>,
}

/// One end of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    pub at: DateTime<Utc>,
    /// Whether the moment itself belongs to it.
    pub belongs: bool,
}

impl Span {
    /// Of a question about time; nothing for other questions.
    pub fn of(predicate: &Predicate, asking: &Asking) -> Option<Span> {
        let days = |first: i64, last: i64| {
            let today = asking.today();
            Span { from: begin(day_from(today, first), asking), to: end(day_from(today, last), asking) }
        };
        Some(match predicate {
            Predicate::On(day) => {
                let day = date(*day, asking);
                Span { from: begin(day, asking), to: end(day, asking) }
            }
            Predicate::Before(point) => Span {
                from: None,
                to: match point {
                    Point::Day(day) => excluded(begin(date(*day, asking), asking)),
                    Point::Moment(at) => Some(Edge { at: *at, belongs: false }),
                },
            },
            Predicate::After(point) => Span {
                from: match point {
                    Point::Day(day) => included(end(date(*day, asking), asking)),
                    Point::Moment(at) => Some(Edge { at: *at, belongs: false }),
                },
                to: None,
            },
            Predicate::BetweenDates(from, to) => Span {
                from: match from {
                    Point::Day(day) => begin(date(*day, asking), asking),
                    Point::Moment(at) => Some(Edge { at: *at, belongs: true }),
                },
                to: match to {
                    Point::Day(day) => end(date(*day, asking), asking),
                    Point::Moment(at) => Some(Edge { at: *at, belongs: true }),
                },
            },
            Predicate::InLastDays(count) => days(-i64::from(*count), 0),
            Predicate::InNextDays(count) => days(0, i64::from(*count)),
            _ => return None,
        })
    }

    pub fn holds(&self, at: DateTime<Utc>) -> bool {
        self.from.is_none_or(|from| at > from.at || (from.belongs && at == from.at))
            && self.to.is_none_or(|to| at < to.at || (to.belongs && at == to.at))
    }
}

/// A stretch over texts that sort as time does: values of custom fields have no column with a type.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextSpan {
    pub from: Option<TextEdge>,
    pub to: Option<TextEdge>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextEdge {
    pub text: String,
    pub belongs: bool,
}

impl TextSpan {
    /// Of dates, `2026-03-01`.
    pub fn of_dates(span: &Span, asking: &Asking) -> TextSpan {
        let edge = |edge: Edge| TextEdge {
            text: edge.at.with_timezone(&asking.zone).date_naive().to_string(),
            belongs: edge.belongs,
        };
        TextSpan { from: span.from.map(edge), to: span.to.map(edge) }
    }

    /// Of moments in whole seconds, `2026-03-01T10:00:00` without the Z. Nothing lies between two seconds, so an edge that
    /// does is moved to the second before it, which is beyond a beginning and within an end.
    pub fn of_moments(span: &Span) -> TextSpan {
        let edge = |edge: Edge, within: bool| TextEdge {
            text: edge.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
            belongs: if edge.at.timestamp_subsec_nanos() == 0 { edge.belongs } else { within },
        };
        TextSpan { from: span.from.map(|from| edge(from, false)), to: span.to.map(|to| edge(to, true)) }
    }

    /// Whether a text lies in it: a date, or the first 19 characters of a moment.
    pub fn holds(&self, text: &str) -> bool {
        let text = text.as_bytes();
        let after =
            |from: &TextEdge| text > from.text.as_bytes() || (from.belongs && text == from.text.as_bytes());
        let before = |to: &TextEdge| text < to.text.as_bytes() || (to.belongs && text == to.text.as_bytes());
        self.from.as_ref().is_none_or(after) && self.to.as_ref().is_none_or(before)
    }
}

/// Characters of a moment that are compared: without the Z.
pub const MOMENT_LENGTH: usize = 19;

/// Whether a text has the shape of a date (or of a moment with its Z), digit for digit. Anything else that an undefined field
/// once held lies in no stretch.
pub fn has_shape(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text.bytes().zip(shape.bytes()).all(|(held, wanted)| match wanted {
            b'0' => held.is_ascii_digit(),
            other => held == other,
        })
}

pub const DATE_SHAPE: &str = "0000-00-00";
pub const MOMENT_SHAPE: &str = "0000-00-00T00:00:00Z";

/// Which day is meant.
pub fn date(day: Day, asking: &Asking) -> NaiveDate {
    match day {
        Day::Date(date) => date,
        Day::FromToday(days) => day_from(asking.today(), days.into()),
    }
}

/// The middle of a day: how a date without a time is held against a stretch.
pub fn midday(day: NaiveDate, asking: &Asking) -> DateTime<Utc> {
    midnight(day, asking) + Duration::hours(11)
}

fn day_from(today: NaiveDate, days: i64) -> NaiveDate {
    let away = Days::new(days.unsigned_abs());
    let moved = if days < 0 { today.checked_sub_days(away) } else { today.checked_add_days(away) };
    // Days are limited to a hundred years, which a calendar of 262,000 years does not run out of.
    moved.unwrap_or(today)
}

/// The first moment of a day, which belongs to it.
fn begin(day: NaiveDate, asking: &Asking) -> Option<Edge> {
    Some(Edge { at: midnight(day, asking), belongs: true })
}

/// The first moment of the next day, which does not.
fn end(day: NaiveDate, asking: &Asking) -> Option<Edge> {
    Some(Edge { at: midnight(day_from(day, 1), asking), belongs: false })
}

fn excluded(edge: Option<Edge>) -> Option<Edge> {
    edge.map(|edge| Edge { belongs: false, ..edge })
}

fn included(edge: Option<Edge>) -> Option<Edge> {
    edge.map(|edge| Edge { belongs: true, ..edge })
}

/// Where clocks are put forward at midnight, the day begins at one; where they are put back, at the first of the two.
fn midnight(day: NaiveDate, asking: &Asking) -> DateTime<Utc> {
    let local = day.and_time(NaiveTime::MIN);
    let hours = [0, 1, 2].map(|hours| local + Duration::hours(hours));
    let found = hours.into_iter().find_map(|local| asking.zone.from_local_datetime(&local).earliest());
    found.map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(now: &str, zone: &str) -> Asking {
        Asking::at(now.parse().unwrap()).in_zone(zone).unwrap()
    }

    fn span(predicate: Predicate, asking: &Asking) -> (String, String) {
        let span = Span::of(&predicate, asking).unwrap();
        let text = |edge: Option<Edge>| edge.map_or("-".to_owned(), |edge| edge.at.to_rfc3339());
        (text(span.from), text(span.to))
    }

    #[test]
    fn today_is_the_viewers_day() {
        let berlin = asking("2026-03-01T23:30:00Z", "Europe/Berlin");
        let on_today = Predicate::On(Day::FromToday(0));
        assert_eq!(
            span(on_today.clone(), &berlin),
            ("2026-03-01T23:00:00+00:00".into(), "2026-03-02T23:00:00+00:00".into())
        );
        let utc = asking("2026-03-01T23:30:00Z", "UTC");
        assert_eq!(
            span(on_today, &utc),
            ("2026-03-01T00:00:00+00:00".into(), "2026-03-02T00:00:00+00:00".into())
        );
    }

    #[test]
    fn the_last_days_are_whole_days_and_today() {
        let utc = asking("2026-03-10T12:00:00Z", "UTC");
        assert_eq!(
            span(Predicate::InLastDays(7), &utc),
            ("2026-03-03T00:00:00+00:00".into(), "2026-03-11T00:00:00+00:00".into())
        );
        assert_eq!(
            span(Predicate::InNextDays(1), &utc),
            ("2026-03-10T00:00:00+00:00".into(), "2026-03-12T00:00:00+00:00".into())
        );
    }

    #[test]
    fn a_day_without_midnight_begins_at_one() {
        // In Cairo clocks go from 00:00 to 01:00 on 24 April 2026.
        let cairo = asking("2026-04-24T12:00:00Z", "Africa/Cairo");
        assert_eq!(span(Predicate::On(Day::FromToday(0)), &cairo).0, "2026-04-23T22:00:00+00:00");
    }

    #[test]
    fn before_and_after_leave_the_day_out_and_between_takes_it_in() {
        let utc = asking("2026-03-10T12:00:00Z", "UTC");
        let day = Point::Day(Day::FromToday(0));
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let holds =
            |predicate: &Predicate, moment: &str| Span::of(predicate, &utc).unwrap().holds(at(moment));
        assert!(!holds(&Predicate::Before(day), "2026-03-10T00:00:00Z"));
        assert!(holds(&Predicate::Before(day), "2026-03-09T23:59:59Z"));
        assert!(!holds(&Predicate::After(day), "2026-03-10T23:59:59Z"));
        assert!(holds(&Predicate::After(day), "2026-03-11T00:00:00Z"));
        assert!(holds(&Predicate::BetweenDates(day, day), "2026-03-10T23:59:59.999Z"));
        let moment = Point::Moment(at("2026-03-10T10:00:00Z"));
        assert!(holds(&Predicate::BetweenDates(moment, moment), "2026-03-10T10:00:00Z"));
        assert!(!holds(&Predicate::After(moment), "2026-03-10T10:00:00Z"));
    }

    #[test]
    fn a_zone_that_does_not_exist_is_named() {
        let error = Asking::at(DateTime::UNIX_EPOCH).in_zone("Mars/Olympus").unwrap_err();
        assert!(error.to_string().contains("Mars/Olympus"));
    }
}
