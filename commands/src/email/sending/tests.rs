use std::collections::BTreeMap;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::email::sending::facts::Outcome;
use pivotal_domain::email::sending::outcome::{Became, Reason};
use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::tags::fields::Vocabulary;
use pivotal_domain::email::templates::tags::render::Values;
use pivotal_domain::email::tracking::links::utm::Utm;
use pivotal_domain::email::tracking::token::{Kind, Token};
use pivotal_domain::email::tracking::verp::{self, Purpose};
use pivotal_log::master_key::MasterKey;
use proptest::prelude::*;
use uuid::Uuid;

use super::answers::{Handed, Then, of_account_too, then};
use super::links::TrackingLinks;
use super::wording::{Making, Wording, links};
use crate::email::templates::render::compiled;
use crate::ports::email_provider::{HandOver, Refusal};

fn saying(inside: &str, text: Option<&str>) -> Content {
    let mjml = format!(
        "<mjml><mj-body><mj-section><mj-column><mj-text>{inside}</mj-text></mj-column></mj-section></mj-body></mjml>"
    );
    Content { mjml, blocks: None, text: text.map(str::to_owned), ..Content::starter() }
}

const OUT: &str = "{{sender.address}} <a href=\"{{unsubscribe_url}}\">leave</a>";

fn tracking() -> TrackingLinks {
    TrackingLinks::new(&MasterKey::from_bytes([7; 32]), "https://pivotal.example/")
}

fn ids() -> (Uuid, Uuid) {
    (Uuid::from_u128(1), Uuid::from_u128(2))
}

#[test]
fn addresses_name_a_mail_where_mails_come_in() {
    let (_, message) = ids();
    assert_eq!(tracking().address_of(Purpose::Bounce, message), None);
    let links = tracking().with_mail_domain(Some("bounces.norhavn.example"));
    for purpose in [Purpose::Bounce, Purpose::Unsubscribe] {
        let address = links.address_of(purpose, message).unwrap();
        assert_eq!(verp::read(address.as_str(), &links.key), Some((purpose, message)));
        assert!(address.as_str().ends_with("@bounces.norhavn.example"), "{address}");
    }
}

#[test]
fn links_are_numbered_page_first_and_lead_where_they_were_pinned() {
    let inside = format!(
        "<a href=\"https://a.example/x\">a</a> <a href=\"https://b.example/?q={{{{contact.first_name|you}}}}\">b</a> {OUT}"
    );
    let text = "See https://a.example/x and https://c.example/. {{sender.address}} {{unsubscribe_url}}";
    let content = saying(&inside, Some(text));
    let utm = Utm { source: "norhavn".into(), ..Utm::default() };
    let pinned = links(&content, Some(&utm), &[]).unwrap();
    let expected = [
        (1, "https://a.example/x?utm_source=norhavn"),
        (2, "https://b.example/?q={{contact.first_name|you}}&utm_source=norhavn"),
        (3, "https://c.example/?utm_source=norhavn"),
    ];
    assert_eq!(pinned, expected.map(|(number, url)| (number, url.to_owned())));

    let numbers: BTreeMap<&str, u16> = pinned.iter().map(|(number, url)| (url.as_str(), *number)).collect();
    let making = Making { utm: Some(utm), numbers, counts_opens: true, own: Vec::new() };
    let wording = Wording::new(&content, None, &making).unwrap();
    let (tracking, (campaign, message)) = (tracking(), ids());
    let of_mail = tracking.of_mail("https://links.example", campaign, message);
    let filled = wording.filled(&mut Values::default(), &of_mail);
    let written = wording.content.written(&filled);
    for number in 1..=3 {
        let link = of_mail.click(number);
        let token = link.strip_prefix("https://links.example/t/c/").unwrap();
        let read = Token::read_as(Kind::Click, token, &tracking.key).unwrap();
        assert_eq!((read.campaign, read.recipient, read.number), (campaign, message, number));
        assert_eq!(written.html.contains(&link), number < 3, "{number}: {}", written.html);
        assert_eq!(written.text.contains(&link), number != 2, "{number}: {}", written.text);
    }
    assert!(written.html.contains(&of_mail.open()) && written.html.contains(&of_mail.trap()));
    assert!(!written.html.contains("a.example") && !written.html.contains("{{"), "{}", written.html);
}

#[test]
fn links_that_are_not_counted_lead_there_directly() {
    let content = saying(&format!("<a href=\"https://a.example/?x=1&amp;y=2\">a</a> {OUT}"), None);
    let utm = Some(Utm { source: "norhavn".into(), ..Utm::default() });
    let wording = Wording::new(&content, Some("Hello"), &Making { utm, ..Making::default() }).unwrap();
    let (campaign, message) = ids();
    let filled =
        wording.filled(&mut Values::default(), &tracking().of_mail("https://x.example", campaign, message));
    let written = wording.content.written(&filled);
    assert_eq!(written.subject.as_str(), "Hello");
    assert!(
        written.html.contains("href=\"https://a.example/?x=1&amp;y=2&amp;utm_source=norhavn\""),
        "{}",
        written.html
    );
    assert!(written.text.contains("https://a.example/?x=1&y=2&utm_source=norhavn"), "{}", written.text);
    assert!(!written.html.contains("https://x.example"), "no pixel and no trap: {}", written.html);
}

#[test]
fn a_mail_without_a_way_out_gets_one() {
    let content = saying("Hello", Some("Hello"));
    let wording = Wording::new(&content, None, &Making::default()).unwrap();
    let mut values = Values::default();
    values.set("sender.address", "Norhavn AS, 0150 Oslo");
    values.set("unsubscribe_url", "https://x.example/u/1");
    let (campaign, message) = ids();
    let filled = wording.filled(&mut values, &tracking().of_mail("https://x.example", campaign, message));
    let written = wording.content.written(&filled);
    for said in [&written.html, &written.text] {
        assert!(said.contains("Norhavn AS, 0150 Oslo") && said.contains("https://x.example/u/1"), "{said}");
    }
}

fn noon() -> DateTime<Utc> {
    "2026-03-02T12:00:00Z".parse().unwrap()
}

fn handed(tries: u16) -> Handed {
    Handed {
        contact: Uuid::from_u128(1),
        message: Uuid::from_u128(2),
        variant: 0,
        domain: Some("example.com".into()),
        tries,
        first_at: noon(),
    }
}

#[test]
fn each_answer_has_its_consequence() {
    let refused = |refusal| HandOver::Refused { refusal, said: String::new() };
    let minute = Duration::from_secs(60);
    let ends = |answer: &HandOver, looks_up: bool| match then(&handed(1), answer, looks_up, noon()) {
        Then::Settle { outcome: Outcome { o, r, .. }, nobodys } => Some((o, r, nobodys)),
        _ => None,
    };
    let unknown = HandOver::Unknown { said: String::new() };
    for (answer, looks_up, expected) in [
        (HandOver::Accepted { provider_id: None }, true, Some((Became::Sent, None, false))),
        (refused(Refusal::Recipient), true, Some((Became::Failed, Some(Reason::RefusedAddress), true))),
        (refused(Refusal::Mail), true, Some((Became::Failed, Some(Reason::RefusedMessage), false))),
        (unknown.clone(), false, Some((Became::Unknown, Some(Reason::NoAnswer), false))),
        (unknown.clone(), true, None),
        (refused(Refusal::DeferRecipient(minute)), true, None),
        (refused(Refusal::DeferBoth(minute)), true, None),
    ] {
        assert_eq!(ends(&answer, looks_up), expected, "{answer:?}");
    }
    let follows = |answer: HandOver| then(&handed(1), &answer, true, noon());
    assert_eq!(follows(unknown), Then::LookUp);
    assert_eq!(follows(refused(Refusal::DeferDomain(minute))), Then::BackWithDomain(TimeDelta::minutes(1)));
    assert_eq!(follows(refused(Refusal::DeferAll(minute))), Then::BackWithAccount(TimeDelta::minutes(1)));
    assert_eq!(follows(refused(Refusal::Setup)), Then::BackWithSetup);
    let Then::Back(back) = follows(refused(Refusal::DeferRecipient(minute * 10))) else {
        panic!("it comes again")
    };
    assert!(back.counts && back.again >= noon() + TimeDelta::minutes(10));
    let broken_off = refused(Refusal::DeferBoth(minute));
    assert!(matches!(follows(broken_off.clone()), Then::Back(back) if back.counts), "it was a try");
    assert_eq!(of_account_too(&handed(1), &broken_off), Some((TimeDelta::minutes(1), true)));
    assert_eq!(of_account_too(&handed(2), &broken_off), Some((TimeDelta::minutes(1), false)), "about them");
    assert_eq!(of_account_too(&handed(1), &refused(Refusal::DeferAll(minute))), None, "nobody's try");
    let last = then(&handed(8), &refused(Refusal::DeferRecipient(minute)), true, noon());
    assert!(matches!(last, Then::Settle { outcome, .. } if outcome.r == Some(Reason::TriesUsedUp)));
}

#[test]
fn a_providers_own_name_for_a_mail_is_kept_and_ours_is_not() {
    let name = |id: &str| {
        let answer = HandOver::Accepted { provider_id: Some(id.to_owned()) };
        match then(&handed(1), &answer, true, noon()) {
            Then::Settle { outcome, .. } => outcome.p,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(name("0102-ses").as_deref(), Some("0102-ses"));
    assert_eq!(name(&format!("<{}@norhavn.example>", Uuid::from_u128(2))), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// What a preview shows is what is sent, whatever a record holds.
    #[test]
    fn a_filled_mail_is_the_rendered_one(
        first in "\\PC{0,30}",
        title in "[<>&\"'a-z \\n\u{2028}]{0,30}",
        domain in "[a-z.:/ ]{0,20}",
    ) {
        let inside = format!(
            "Hi {{{{contact.first_name|there}}}}, <b title=\"{{{{contact.job_title}}}}\">x</b> <a href=\"{{{{account.domain}}}}\">site</a> {OUT}"
        );
        let text = "Hi {{contact.first_name|there}}: {{contact.job_title}}, {{sender.address}} {{unsubscribe_url}}";
        let content = Content { subject: "For {{contact.first_name|you}}".into(), ..saying(&inside, Some(text)) };
        let mut values = Values::default();
        values.set("contact.first_name", first);
        values.set("contact.job_title", title);
        values.set("account.domain", domain);
        values.set("unsubscribe_url", "https://x.example/u/1");
        let shown = compiled(content.clone(), &Vocabulary::default()).unwrap().render(&values);
        let wording = Wording::new(&content, None, &Making::default()).unwrap();
        let (campaign, message) = ids();
        let filled = wording.filled(&mut values, &tracking().of_mail("https://x.example", campaign, message));
        let written = wording.content.written(&filled);
        prop_assert_eq!(written.html, shown.html);
        prop_assert_eq!(written.text, shown.text);
        let subject = crate::ports::email_provider::email::Line::of(&shown.subject);
        prop_assert_eq!(written.subject, subject);
    }
}
