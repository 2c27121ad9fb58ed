//! The pre-flight, row by row: each thing that can be wrong, alone.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::Level::{Fault, Warning};
use super::email::{AccountIs, EmailFacts, SenderFacts, Template, VariantFacts};
use super::links::is_public_link;
use super::*;
use crate::campaigns::campaigns::content::{AbTest, Decides, EmailContent, Metric, Variant};
use crate::campaigns::campaigns::happened::ConfirmationCode;
use crate::campaigns::campaigns::schedule::Windows;
use crate::campaigns::campaigns::tests::{after, at, content, draft, id};
use crate::campaigns::campaigns::{Campaign, CampaignCommand};
use crate::email::senders::checks::reason::Reason;
use crate::email::senders::checks::{Check, Subject};

/// One that may be launched.
fn ready() -> Made {
    let codes = vec![ConfirmationCode::LawfulBasis, ConfirmationCode::ContentChecked];
    let mut commands = draft();
    commands.extend([
        CampaignCommand::Confirm { codes, by: id(1), at: at(4) },
        CampaignCommand::SeedTested {
            to: vec![id(1)],
            digest: content().digest(),
            variants: vec!['A'],
            at: at(4),
        },
    ]);
    after(commands).made.unwrap()
}

fn variant() -> VariantFacts {
    VariantFacts {
        template: Template::Approved,
        unresolved: vec![],
        links: vec!["https://norhavn.example/offer?for={{contact.email}}".into()],
    }
}

fn sender() -> SenderFacts {
    SenderFacts {
        in_use: true,
        test_mailbox: false,
        checks: vec![],
        checked_at: Some(at(0)),
        account: "main".into(),
        account_is: AccountIs::There,
        limits: Limits::default(),
    }
}

fn fine() -> Facts {
    Facts {
        now: at(10),
        audience: AudienceFacts { total: 1_000, reachable: 990, ..AudienceFacts::default() },
        email: EmailFacts {
            variants: BTreeMap::from([('A', variant())]),
            sender: Some(sender()),
            empty_tags: vec![],
            dead_links: vec![],
            public_https: true,
            production: true,
        },
        sending_stopped: false,
    }
}

fn found(made: &Made, facts: &Facts) -> Vec<(&'static str, Level)> {
    look(made, facts).into_iter().map(|item| (item.code, item.level)).collect()
}

fn of_facts(change: impl FnOnce(&mut Facts)) -> Vec<(&'static str, Level)> {
    let mut facts = fine();
    change(&mut facts);
    found(&ready(), &facts)
}

fn of_sender(change: impl FnOnce(&mut SenderFacts)) -> Vec<(&'static str, Level)> {
    of_facts(|facts| change(facts.email.sender.as_mut().unwrap()))
}

fn of_variant(change: impl FnOnce(&mut VariantFacts)) -> Vec<(&'static str, Level)> {
    of_facts(|facts| change(facts.email.variants.get_mut(&'A').unwrap()))
}

/// Another schedule of the same campaign.
fn at_another_time(change: impl FnOnce(&mut Schedule)) -> Vec<(&'static str, Level)> {
    let mut made = ready();
    change(made.schedule.as_mut().unwrap());
    found(&made, &fine())
}

#[test]
fn one_that_may_be_launched_is_not_held_up() {
    assert_eq!(found(&ready(), &fine()), []);
}

#[test]
fn nothing_defined_names_every_step() {
    let created = draft().into_iter().take(1);
    let made = after(created).made.unwrap();
    let codes: Vec<&str> = look(&made, &fine()).into_iter().map(|item| item.code).collect();
    assert_eq!(codes, ["AUDIENCE_EMPTY", "CONTENT_MISSING", "SCHEDULE_MISSING", "CONFIRMATIONS_MISSING"]);
    assert_eq!(Campaign::default().made, None);
}

#[test]
fn of_the_audience() {
    let of = |total: u64, reachable: u64| {
        of_facts(|facts| facts.audience = AudienceFacts { total, reachable, ..AudienceFacts::default() })
    };
    assert_eq!(of(0, 0), [("AUDIENCE_EMPTY", Fault)]);
    assert_eq!(of(5, 0), [("AUDIENCE_UNREACHABLE", Fault)]);
    assert_eq!(of(100, 80), []);
    assert_eq!(of(100, 79), [("MANY_EXCLUDED", Warning)]);
    let gone = of_facts(|facts| facts.audience.gone = vec!["the list Fair".into()]);
    assert_eq!(gone, [("AUDIENCE_SOURCE_GONE", Fault)]);
    let filling = of_facts(|facts| facts.audience.filling = vec!["Fair".into()]);
    assert_eq!(filling, [("AUDIENCE_FILLING", Fault)]);
}

#[test]
fn of_the_content() {
    for (template, code) in [
        (Template::Missing, "TEMPLATE_MISSING"),
        (Template::Archived, "TEMPLATE_ARCHIVED"),
        (Template::NotApproved, "TEMPLATE_NOT_APPROVED"),
    ] {
        assert_eq!(of_variant(|variant| variant.template = template), [(code, Fault)]);
    }
    assert_eq!(of_facts(|facts| facts.email.variants.clear()), [("TEMPLATE_MISSING", Fault)]);
    assert_eq!(of_variant(|one| one.unresolved = vec!["A tag is gone.".into()]), [("TAG_UNRESOLVED", Fault)]);
    assert_eq!(of_variant(|one| one.links = vec!["http://10.0.0.1/".into()]), [("LINK_INVALID", Fault)]);
    let often = |empty: u64| of_facts(|facts| facts.email.empty_tags = vec![("contact.city".into(), empty)]);
    assert_eq!(often(200), []);
    assert_eq!(often(201), [("TAG_OFTEN_EMPTY", Warning)]);
    let dead = of_facts(|facts| facts.email.dead_links = vec!["https://norhavn.example/gone".into()]);
    assert_eq!(dead, [("LINK_DEAD", Warning)]);
}

#[test]
fn of_the_sender() {
    let check = |subject, reason| Check::new(subject, reason);
    assert_eq!(of_facts(|facts| facts.email.sender = None), [("SENDER_GONE", Fault)]);
    assert_eq!(of_sender(|sender| sender.in_use = false), [("SENDER_GONE", Fault)]);
    assert_eq!(of_sender(|sender| sender.account_is = AccountIs::Unknown), [("ACCOUNT_UNKNOWN", Fault)]);
    assert_eq!(of_sender(|sender| sender.account_is = AccountIs::Away), [("ACCOUNT_DOWN", Warning)]);
    assert_eq!(of_sender(|sender| sender.checked_at = None), [("SENDER_UNCHECKED", Fault)]);
    let old = of_sender(|sender| sender.checked_at = Some(at(0) - TimeDelta::days(8)));
    assert_eq!(old, [("SENDER_UNCHECKED", Fault)]);
    let spf = of_sender(|sender| sender.checks = vec![check(Subject::Spf, Reason::SpfTooManyLookUps)]);
    assert_eq!(spf, [("SENDER_FAILING", Fault)]);
    let tracking =
        of_sender(|sender| sender.checks = vec![check(Subject::Tracking, Reason::TrackingElsewhere)]);
    assert_eq!(tracking, [("TRACKING_DOMAIN", Fault)]);
    let mailbox = of_sender(|sender| (sender.test_mailbox, sender.checked_at) = (true, None));
    assert_eq!(mailbox, [], "of the test mailbox nothing is asked");
}

#[test]
fn of_where_we_are_and_of_the_switch() {
    assert_eq!(of_facts(|facts| facts.email.public_https = false), [("PUBLIC_URL_NOT_HTTPS", Fault)]);
    let development = of_facts(|facts| (facts.email.public_https, facts.email.production) = (false, false));
    assert_eq!(development, [("PUBLIC_URL_NOT_HTTPS", Warning)]);
    assert_eq!(of_facts(|facts| facts.sending_stopped = true), [("SENDING_STOPPED", Fault)]);
}

#[test]
fn of_the_schedule() {
    let local = |text: &str| Start::At(text.parse().unwrap());
    assert_eq!(at_another_time(|one| one.start = local("2026-03-02T11:09:00")), [("START_IN_PAST", Fault)]);
    assert_eq!(at_another_time(|one| one.start = local("2026-03-02T11:10:00")), []);
    // What waits for its moment is looked at when that has come.
    let mut made = ready();
    made.state = State::Scheduled;
    made.schedule.as_mut().unwrap().start = local("2026-03-02T11:09:00");
    assert_eq!(found(&made, &fine()), []);
    let monday =
        Windows { days: [true, false, false, false, false, false, false], from_minute: 0, to_minute: 60 };
    let shut = at_another_time(|one| (one.windows, one.ends) = (Some(monday), Some(at(3_000))));
    assert_eq!(shut, [("WINDOW_EMPTY", Fault)]);
    let slow = at_another_time(|one| (one.per_second, one.ends) = (Some(1), Some(at(20))));
    assert_eq!(slow, [("ENDS_TOO_EARLY", Fault)]);
    assert_eq!(at_another_time(|one| (one.per_second, one.ends) = (Some(1), Some(at(27)))), []);
    assert_eq!(at_another_time(|one| one.per_second = Some(0)), [("PACE_INVALID", Fault)]);
}

#[test]
fn of_the_review() {
    let mut made = ready();
    made.confirmations.clear();
    assert_eq!(found(&made, &fine()), [("CONFIRMATIONS_MISSING", Fault)]);
    let mut made = ready();
    made.details.client = Some(id(2));
    assert_eq!(found(&made, &fine()), [("CONFIRMATIONS_MISSING", Fault)], "the client's is asked for, too");
    let mut made = ready();
    made.seed_tested = None;
    assert_eq!(found(&made, &fine()), [("SEED_TEST_MISSING", Fault)]);
}

#[test]
fn of_a_test_of_variants() {
    let second = Variant { key: 'B', ..content().variants.remove(0) };
    let test = |share_percent: u8| AbTest {
        metric: Metric::Clicked,
        share_percent,
        runs_for_minutes: 60,
        decides: Decides::Person,
    };
    let of = |share: u8| {
        let mut made = ready();
        let tried = EmailContent {
            variants: vec![content().variants.remove(0), second.clone()],
            test: Some(test(share)),
            ..content()
        };
        made.seed_tested.as_mut().unwrap().digest = tried.digest();
        made.content = Some(tried);
        let mut facts = fine();
        facts.email.variants.insert('B', variant());
        found(&made, &facts)
    };
    // Of 990, 20 % are 198: 99 each.
    assert_eq!(of(20), [("TEST_TOO_SMALL", Warning)]);
    assert_eq!(of(21), []);
}

#[test]
fn links_that_people_outside_can_open() {
    for fine in [
        "https://norhavn.example/",
        "http://norhavn.example/a?b={{contact.email|none}}#c",
        "https://{{account.slug}}.norhavn.example/",
        "https://8.8.8.8/",
    ] {
        assert!(is_public_link(fine), "{fine}");
    }
    for bad in [
        "ftp://norhavn.example/",
        "mailto:ada@norhavn.example",
        "https://",
        "norhavn.example",
        "http://localhost:8080/",
        "http://intranet/",
        "http://printer.local/",
        "http://192.168.1.1/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "https://{{contact.website}}/",
    ] {
        assert!(!is_public_link(bad), "{bad}");
    }
}
