use chrono::{DateTime, TimeDelta, Utc};
use cqrs_es::test::TestFramework;

use crate::identity::notifications::digest::{DigestSchedule, Every, MailPreferences, Mails};
use crate::identity::notifications::error::NotificationError;
use crate::identity::notifications::events::NotificationEvent;
use crate::identity::notifications::{NotificationCommand, NotificationPreferences};

type Preferences = TestFramework<NotificationPreferences>;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn schedule(every: Every, hour: u8, zone: &str) -> DigestSchedule {
    DigestSchedule { every, hour, time_zone: zone.to_owned() }
}

fn latest(schedule: &DigestSchedule, now: &str) -> (String, DateTime<Utc>) {
    let period = schedule.latest(at(now)).unwrap();
    (period.day.to_string(), period.at)
}

#[test]
fn a_daily_digest_is_due_when_the_clock_there_shows_the_hour() {
    let tokyo = schedule(Every::Daily, 8, "Asia/Tokyo");
    assert_eq!(latest(&tokyo, "2026-01-05T22:59:59Z"), ("2026-01-05".into(), at("2026-01-04T23:00:00Z")));
    assert_eq!(latest(&tokyo, "2026-01-05T23:00:00Z"), ("2026-01-06".into(), at("2026-01-05T23:00:00Z")));
    assert_eq!(tokyo.next(at("2026-01-05T23:00:00Z")).unwrap().at, at("2026-01-06T23:00:00Z"));
}

#[test]
fn a_weekly_digest_is_due_on_monday_there() {
    // A Monday in Auckland begins on Sunday in UTC.
    let auckland = schedule(Every::Weekly, 7, "Pacific/Auckland");
    assert_eq!(latest(&auckland, "2026-01-06T12:00:00Z"), ("2026-01-05".into(), at("2026-01-04T18:00:00Z")));
    assert_eq!(auckland.next(at("2026-01-06T12:00:00Z")).unwrap().at, at("2026-01-11T18:00:00Z"));
    assert_eq!(schedule(Every::Off, 7, "UTC").latest(at("2026-01-06T12:00:00Z")), None);
    assert_eq!(schedule(Every::Off, 7, "UTC").next(at("2026-01-06T12:00:00Z")), None);
}

#[test]
fn an_hour_that_the_clock_leaves_out_is_the_first_moment_after_it() {
    // Berlin goes from 02:00 to 03:00 on 29 March 2026.
    let berlin = schedule(Every::Daily, 2, "Europe/Berlin");
    assert_eq!(latest(&berlin, "2026-03-29T12:00:00Z"), ("2026-03-29".into(), at("2026-03-29T01:00:00Z")));
    // The day before and after, it is the hour itself.
    assert_eq!(latest(&berlin, "2026-03-28T12:00:00Z").1, at("2026-03-28T01:00:00Z"));
    assert_eq!(latest(&berlin, "2026-03-30T12:00:00Z").1, at("2026-03-30T00:00:00Z"));
}

#[test]
fn an_hour_that_the_clock_shows_twice_is_its_first() {
    // Berlin goes back from 03:00 to 02:00 on 25 October 2026.
    let berlin = schedule(Every::Daily, 2, "Europe/Berlin");
    assert_eq!(latest(&berlin, "2026-10-25T12:00:00Z"), ("2026-10-25".into(), at("2026-10-25T00:00:00Z")));
    assert_eq!(berlin.next(at("2026-10-25T00:30:00Z")).unwrap().at, at("2026-10-26T01:00:00Z"));
}

#[test]
fn every_day_of_two_years_has_one_digest_in_every_zone_whatever_its_clocks_do() {
    // A day that is left out altogether, clocks set at midnight, by half an hour, and twice a year.
    for zone in ["Pacific/Apia", "America/Asuncion", "Australia/Lord_Howe", "Africa/Casablanca", "UTC"] {
        for hour in [0, 2, 23] {
            let daily = schedule(Every::Daily, hour, zone);
            let (mut now, end, mut count) = (at("2025-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"), 0);
            let mut last = None;
            while let Some(period) = daily.next(now).filter(|period| period.at < end) {
                assert!(last.is_none_or(|last| period.day > last), "{zone} {hour}: {period:?}");
                assert_eq!(daily.latest(period.at), Some(period), "{zone} {hour}");
                assert!(period.at - now <= TimeDelta::hours(26), "{zone} {hour}: {now} to {period:?}");
                (now, last, count) = (period.at, Some(period.day), count + 1);
            }
            assert!((729..=731).contains(&count), "{zone} {hour}: {count}");
        }
    }
}

fn mail(at_once: &[&str], digest_off: &[&str], digest: DigestSchedule) -> MailPreferences {
    let texts = |kinds: &[&str]| kinds.iter().map(ToString::to_string).collect();
    MailPreferences { at_once: texts(at_once), digest_off: texts(digest_off), digest }
}

fn set(mail: MailPreferences) -> NotificationCommand {
    NotificationCommand::SetMail { mail, at: at("2026-01-05T12:00:00Z") }
}

fn chosen(mail: MailPreferences, previous: MailPreferences) -> NotificationEvent {
    NotificationEvent::NotificationMailSet { at: at("2026-01-05T12:00:00Z"), mail, previous }
}

#[test]
fn what_is_chosen_about_mail_is_kept_in_order_and_once() {
    let daily = schedule(Every::Daily, 8, "Europe/Berlin");
    let kept = mail(&["records_assigned", "import_ended"], &["view_shared"], daily.clone());
    let asked = mail(&["import_ended", "records_assigned", "import_ended"], &["view_shared"], daily);
    Preferences::with(())
        .given_no_previous_events()
        .when(set(asked.clone()))
        .then_expect_events(vec![chosen(kept.clone(), MailPreferences::default())]);
    Preferences::with(())
        .given(vec![chosen(kept, MailPreferences::default())])
        .when(set(asked))
        .then_expect_events(vec![]);
}

#[test]
fn a_kind_a_zone_or_an_hour_that_there_is_not_is_refused_with_its_field() {
    let refused = |mail: MailPreferences| NotificationPreferences::default().decide(set(mail)).unwrap_err();
    let weather = refused(mail(&["weather"], &[], DigestSchedule::default()));
    assert_eq!((weather.code(), weather.field()), ("NOTIFICATION_KIND_UNKNOWN", "atOnce"));
    let weather = refused(mail(&[], &["weather"], DigestSchedule::default()));
    assert_eq!(weather.field(), "digestOff");
    let zone = refused(mail(&[], &[], schedule(Every::Daily, 8, "Mars/Olympus")));
    assert_eq!(zone, NotificationError::TimeZone("Mars/Olympus".into()));
    let hour = refused(mail(&[], &[], schedule(Every::Daily, 24, "UTC")));
    assert_eq!((hour.code(), hour.field()), ("NOTIFICATION_DIGEST_HOUR", "hour"));
}

#[test]
fn a_link_in_a_mail_ends_its_kind_of_mail_and_nothing_else_and_works_twice() {
    let daily = schedule(Every::Daily, 8, "Europe/Berlin");
    let all = mail(&["import_ended"], &["view_shared"], daily.clone());
    let given = || Preferences::with(()).given(vec![chosen(all.clone(), MailPreferences::default())]);
    let end = |which| NotificationCommand::EndMail { which, at: at("2026-01-05T12:00:00Z") };
    let without =
        mail(&["import_ended"], &["view_shared"], DigestSchedule { every: Every::Off, ..daily.clone() });
    given().when(end(Mails::Digest)).then_expect_events(vec![chosen(without, all.clone())]);
    let without = mail(&[], &["view_shared"], daily);
    given().when(end(Mails::AtOnce)).then_expect_events(vec![chosen(without, all.clone())]);
    Preferences::with(()).given_no_previous_events().when(end(Mails::Digest)).then_expect_events(vec![]);
}

#[test]
fn what_comes_at_once_is_not_in_the_digest_too() {
    let mail = mail(&["import_ended"], &["view_shared"], schedule(Every::Daily, 8, "UTC"));
    assert!(
        mail.is_at_once("import_ended") && !mail.is_in_digest("import_ended") && mail.wants("import_ended")
    );
    assert!(mail.is_in_digest("bulk_ended") && mail.wants("bulk_ended"));
    assert!(!mail.is_in_digest("view_shared") && !mail.wants("view_shared"));
    let none = MailPreferences { digest: DigestSchedule::default(), ..mail };
    assert!(none.wants("import_ended") && !none.wants("bulk_ended"));
}
