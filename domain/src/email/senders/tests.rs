use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use cqrs_es::test::TestFramework;
use proptest::prelude::*;
use uuid::Uuid;

use super::brand::events::EmailBrandEvent;
use super::brand::{Brand, BrandCommand, Look};
use super::checks::reason::Reason;
use super::checks::spf::Walk;
use super::checks::{RecordKind, Subject, dkim, dmarc, places};
use super::provider::{Account, Provider};
use super::ramp::Ramp;
use super::setup::{DkimKey, Draft};
use super::*;
use crate::audience::email_verification::mail_domain::MailDomain;
use crate::identity::name::NameError;

type Senders = TestFramework<SenderProfile>;
type Brands = TestFramework<Brand>;

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn accounts() -> Vec<Account> {
    let main = Account { name: "main".into(), provider: Provider::SendGrid, spf: None };
    vec![Account::test(), main]
}

fn ramp() -> Ramp {
    let first_day = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    Ramp { first_day, start_per_day: 50, growth_percent: 50, limit_per_day: 1_000 }
}

fn draft() -> Draft {
    Draft {
        from_name: " Ada  of Norhavn ".into(),
        from_address: "News@Norhavn.example".into(),
        reply_to: Some("sales@norhavn.example".into()),
        brand: Uuid::from_u128(1),
        physical_address: "Norhavn AS\nHavnegata 1\n0150 Oslo".into(),
        tracking_domain: Some("Links.Norhavn.example.".into()),
        account: "main".into(),
        dkim_selector: Some("S1".into()),
        dkim_record: None,
        ramp: Some(ramp()),
    }
}

fn kept() -> (Who, Setup) {
    draft().read(&accounts()).unwrap()
}

fn created() -> SenderProfileEvent {
    let (who, setup) = kept();
    SenderProfileEvent::SenderProfileCreated { at: at(), who, setup }
}

fn right() -> Vec<Check> {
    vec![Check::new(Subject::Spf, Reason::Right)]
}

fn checked() -> SenderProfileEvent {
    SenderProfileEvent::SenderProfileChecked { at: at(), checks: right() }
}

#[test]
fn what_is_entered_is_kept_in_one_form() {
    let (who, setup) = kept();
    assert_eq!(
        (who.from_name.as_str(), who.from_address.as_str()),
        ("Ada of Norhavn", "news@norhavn.example")
    );
    assert_eq!(setup.tracking_domain.as_deref(), Some("links.norhavn.example"));
    assert_eq!((setup.provider, setup.dkim.unwrap().selector.as_str()), (Provider::SendGrid, "s1"));
    // Replies to the address it comes from are the rule, not a setting.
    let same = Draft { reply_to: Some("news@norhavn.example".into()), ..draft() };
    assert_eq!(same.read(&accounts()).unwrap().0.reply_to, None);
}

#[test]
fn what_cannot_be_sent_with_is_refused() {
    let refused = |draft: Draft| draft.read(&accounts()).unwrap_err();
    assert_eq!(
        refused(Draft { physical_address: " \n ".into(), ..draft() }),
        SenderError::PhysicalAddressMissing
    );
    assert_eq!(
        refused(Draft { from_name: "\r\n".into(), ..draft() }),
        SenderError::FromName(NameError::Empty)
    );
    assert_eq!(
        refused(Draft { account: "gone".into(), ..draft() }),
        SenderError::AccountUnknown("gone".into())
    );
    assert_eq!(refused(Draft { from_address: "news".into(), ..draft() }).code(), "SENDER_ADDRESS_INVALID");
    assert_eq!(refused(Draft { reply_to: Some("a@b@c.d".into()), ..draft() }).field(), Some("replyTo"));
    assert_eq!(
        refused(Draft { dkim_selector: Some("s 1".into()), ..draft() }).code(),
        "SENDER_DKIM_SELECTOR_INVALID"
    );
    assert_eq!(
        refused(Draft { dkim_selector: None, dkim_record: Some("p=x".into()), ..draft() }),
        SenderError::DkimSelectorMissing
    );
    let slow = Ramp { start_per_day: 0, ..ramp() };
    assert_eq!(refused(Draft { ramp: Some(slow), ..draft() }), SenderError::RampStartInvalid);
    let low = Ramp { limit_per_day: 49, ..ramp() };
    assert_eq!(refused(Draft { ramp: Some(low), ..draft() }), SenderError::RampLimitInvalid);
    // A line break in a name would be a header of its own.
    let (who, _) =
        Draft { from_name: "Ada\r\nBcc: all@x.example".into(), ..draft() }.read(&accounts()).unwrap();
    assert_eq!(who.from_name, "Ada Bcc: all@x.example");
}

#[test]
fn a_sender_is_created_changed_archived_and_restored() {
    let (who, setup) = kept();
    let create = SenderCommand::Create { who: who.clone(), setup: setup.clone(), at: at() };
    Senders::with(()).given_no_previous_events().when(create.clone()).then_expect_events(vec![created()]);
    Senders::with(()).given(vec![created()]).when(create).then_expect_error(SenderError::Exists);
    let same = SenderCommand::Change { who: who.clone(), setup: setup.clone(), at: at() };
    Senders::with(()).given(vec![created()]).when(same.clone()).then_expect_events(vec![]);
    let archived = SenderProfileEvent::SenderProfileArchived { at: at() };
    Senders::with(())
        .given(vec![created(), archived.clone()])
        .when(same)
        .then_expect_error(SenderError::Archived);
    Senders::with(())
        .given(vec![created(), archived])
        .when(SenderCommand::Restore { at: at() })
        .then_expect_events(vec![SenderProfileEvent::SenderProfileRestored { at: at() }]);
    Senders::with(())
        .given_no_previous_events()
        .when(SenderCommand::Archive { at: at() })
        .then_expect_error(SenderError::Unknown);
}

#[test]
fn a_check_counts_for_what_was_looked_at_and_is_forgotten_with_it() {
    let (who, setup) = kept();
    let stands = SenderCommand::Checked { of: setup.clone(), checks: right(), at: at() };
    Senders::with(()).given(vec![created()]).when(stands).then_expect_events(vec![checked()]);
    let other = Setup { from_domain: "other.example".into(), ..setup.clone() };
    let late = SenderCommand::Checked { of: other.clone(), checks: right(), at: at() };
    Senders::with(()).given(vec![created()]).when(late).then_expect_events(vec![]);

    let mut sender = SenderProfile::default();
    [created(), checked()].into_iter().for_each(|event| sender.apply(event));
    assert_eq!(sender.health(), Some(Verdict::Pass));
    let changed = |to: Setup| SenderProfileEvent::SenderProfileChanged {
        at: at(),
        who: who.clone(),
        setup: to,
        previous_who: who.clone(),
        previous: Box::new(setup.clone()),
    };
    let mut moved = sender.clone();
    moved.apply(changed(other));
    assert_eq!((moved.health(), moved.checks.len()), (None, 0));
    // What the name servers are not asked about changes nothing.
    sender.apply(changed(Setup { ramp: None, ..setup.clone() }));
    assert_eq!(sender.health(), Some(Verdict::Pass));
}

#[test]
fn a_brand_has_one_look_and_one_default() {
    let look = Look {
        name: " Norhavn ".into(),
        logo_url: Some("https://cdn.norhavn.example/logo.png".into()),
        colour: Some("0B5CAD".into()),
    };
    let kept = Look { name: "Norhavn".into(), colour: Some("#0b5cad".into()), ..look.clone() };
    let made = EmailBrandEvent::EmailBrandCreated { at: at(), look: kept };
    let create = |look: Look| BrandCommand::Create { look, at: at() };
    Brands::with(())
        .given_no_previous_events()
        .when(create(look.clone()))
        .then_expect_events(vec![made.clone()]);
    for (wrong, code) in [
        (
            Look { logo_url: Some("http://norhavn.example/logo.png".into()), ..look.clone() },
            "EMAIL_BRAND_LOGO_INVALID",
        ),
        (Look { logo_url: Some("https://x\"onerror=".into()), ..look.clone() }, "EMAIL_BRAND_LOGO_INVALID"),
        (Look { colour: Some("blue".into()), ..look.clone() }, "EMAIL_BRAND_COLOUR_INVALID"),
        (Look { name: " ".into(), ..look.clone() }, "NAME_EMPTY"),
    ] {
        assert_eq!(Brand::default().decide(create(wrong)).unwrap_err().code(), code);
    }
    let default = |sender| BrandCommand::SetDefault { sender, at: at() };
    let sender = Some(Uuid::from_u128(9));
    let set = EmailBrandEvent::EmailBrandDefaultSet { at: at(), sender, previous: None };
    Brands::with(()).given(vec![made.clone()]).when(default(sender)).then_expect_events(vec![set.clone()]);
    Brands::with(()).given(vec![made.clone(), set]).when(default(sender)).then_expect_events(vec![]);
    let archived = EmailBrandEvent::EmailBrandArchived { at: at() };
    Brands::with(())
        .given(vec![made, archived])
        .when(default(None))
        .then_expect_error(SenderError::BrandArchived);
}

#[test]
fn warming_up_ends_at_the_limit() {
    let days: Vec<u32> = (0..10).map(|day| ramp().allowance(day)).collect();
    assert_eq!(days, [50, 75, 113, 170, 255, 383, 575, 863, 1_000, 1_000]);
    let flat = Ramp { growth_percent: 0, ..ramp() };
    assert_eq!((flat.allowance(0), flat.allowance(400)), (50, 50));
    let date = |day| NaiveDate::from_ymd_opt(2026, 1, day).unwrap();
    assert_eq!(
        (ramp().allowance_on(date(4)), ramp().allowance_on(date(5)), ramp().allowance_on(date(6))),
        (0, 50, 75)
    );
}

proptest! {
    #[test]
    fn warming_up_never_falls_nor_passes_its_limit(start in 1u32..1_000, growth in 0u32..=900, over in 0u32..9_999_000, day in 0u32..5_000) {
        let ramp = Ramp { start_per_day: start, growth_percent: growth, limit_per_day: start + over, ..ramp() };
        prop_assert!(ramp.allowance(day) <= ramp.limit_per_day);
        prop_assert!(ramp.allowance(day) <= ramp.allowance(day + 1));
        prop_assert_eq!(ramp.allowance(0), start);
    }
}

/// Follows a domain's record through a zone of names and texts; `None` for a name: nobody answers.
fn walked(zone: &[(&str, Option<&[&str]>)]) -> Walk {
    let mut walk = Walk::new("norhavn.example");
    while let Some(name) = walk.ask() {
        let texts: Option<Vec<String>> = match zone.iter().find(|(owner, _)| *owner == name) {
            None => Some(Vec::new()),
            Some((_, texts)) => texts.map(|texts| texts.iter().map(|text| (*text).to_owned()).collect()),
        };
        walk.heard(texts.as_deref());
    }
    walk
}

fn spf(own: &str, mechanism: &str) -> Check {
    let own = [own];
    let provider: &[&str] = &["v=spf1 ip4:192.0.2.0/24 ~all"];
    let nested: &[&str] = &["google-site-verification=x", "V=SPF1 include:sendgrid.net -all"];
    let zone = [
        ("norhavn.example", Some(own.as_slice())),
        ("sendgrid.net", Some(provider)),
        ("_spf.example", Some(nested)),
    ];
    walked(&zone).check(Some(mechanism))
}

#[test]
fn a_provider_may_send_when_the_record_or_an_include_says_so() {
    let allowed = "include:sendgrid.net";
    assert_eq!(spf("v=spf1 include:sendgrid.net ~all", allowed).reason, Reason::Right);
    assert_eq!(spf("v=spf1 include:_spf.example ~all", allowed).reason, Reason::Right);
    assert_eq!(spf("v=spf1 redirect=_spf.example", allowed).reason, Reason::Right);
    assert_eq!(spf("v=spf1 include:sendgrid.net ~all", "ip4:192.0.2.77").reason, Reason::Right);
    assert_eq!(spf("v=spf1 include:sendgrid.net ~all", "ip4:192.0.3.1").reason, Reason::SpfProviderMissing);
    assert_eq!(spf("v=spf1 ?include:sendgrid.net ~all", allowed).reason, Reason::SpfProviderMissing);
    assert_eq!(spf("v=spf1 include:sendgrid.net +all", allowed).reason, Reason::SpfAllowsAll);
    assert_eq!(spf("v=spf1 includes:sendgrid.net ~all", allowed).reason, Reason::SpfSyntax);
    assert_eq!(spf("v=spf1 include:nowhere.example ~all", allowed).reason, Reason::SpfIncludeBroken);
}

#[test]
fn the_record_to_publish_keeps_what_is_there() {
    let missing = spf("v=spf1 mx ip4:198.51.100.1 -all", "include:sendgrid.net");
    let publish = missing.publish.unwrap();
    assert_eq!((publish.name.as_str(), publish.kind), ("norhavn.example", RecordKind::Txt));
    assert_eq!(publish.value, "v=spf1 mx ip4:198.51.100.1 include:sendgrid.net -all");
    assert_eq!(missing.found.as_deref(), Some("v=spf1 mx ip4:198.51.100.1 -all"));
    let none = walked(&[]).check(Some("include:sendgrid.net"));
    assert_eq!((none.reason, none.verdict), (Reason::SpfMissing, Verdict::Fail));
    assert_eq!(none.publish.unwrap().value, "v=spf1 include:sendgrid.net ~all");
    let several: &[&str] = &["v=spf1 -all", "v=spf1 mx -all"];
    let several = walked(&[("norhavn.example", Some(several))]).check(Some("include:sendgrid.net"));
    assert_eq!(several.reason, Reason::SpfSeveral);
    let silent = walked(&[("norhavn.example", None)]).check(Some("include:sendgrid.net"));
    assert_eq!((silent.verdict, silent.publish), (Verdict::Unknown, None));
}

#[test]
fn ten_look_ups_are_read_and_an_eleventh_is_one_too_many() {
    let record = |many: usize| {
        let hosts: String = (0..many).map(|n| format!("a:h{n}.example ")).collect();
        format!("v=spf1 {hosts}ip4:192.0.2.1 ~all")
    };
    assert_eq!(spf(&record(10), "ip4:192.0.2.1").reason, Reason::Right);
    assert_eq!(spf(&record(11), "ip4:192.0.2.1").reason, Reason::SpfTooManyLookUps);
    // Records that include each other end, too.
    let own: &[&str] = &["v=spf1 include:norhavn.example include:b.example ~all"];
    let other: &[&str] = &["v=spf1 include:norhavn.example ~all"];
    let round = walked(&[("norhavn.example", Some(own)), ("b.example", Some(other))]);
    assert_eq!(round.check(Some("include:b.example")).reason, Reason::Right);
}

fn signing(record: &str, expected: Option<&str>) -> Check {
    let key = DkimKey { selector: "s1".into(), record: expected.map(str::to_owned) };
    dkim::check(Some(&key), "norhavn.example", Some(&[record.to_owned()]))
}

#[test]
fn a_key_is_there_and_long_enough() {
    // As long as keys of 2,048, 1,024 and 512 bits are with their frames.
    let [strong, weak, short] = [392, 216, 128].map(|length| "A".repeat(length));
    let reason = |record: &str| signing(record, None).reason;
    assert_eq!(reason(&format!("v=DKIM1; k=rsa; p={strong}")), Reason::Right);
    assert_eq!(reason(&format!("p={strong}")), Reason::Right, "all tags but the key have defaults");
    assert_eq!(reason(&format!("v=DKIM1; p={weak}")), Reason::DkimKeyWeak);
    assert_eq!(reason(&format!("v=DKIM1; p={short}")), Reason::DkimKeyShort);
    assert_eq!(reason(&format!("v=DKIM1; k=ed25519; p={}=", "A".repeat(43))), Reason::Right);
    assert_eq!(reason(&format!("v=DKIM1; t=s:y; p={strong}")), Reason::DkimTesting);
    assert_eq!(reason("v=DKIM1; p="), Reason::DkimRevoked);
    assert_eq!(reason("v=DKIM1; p=not a key!"), Reason::DkimKeyInvalid);
    assert_eq!(reason("v=DKIM2; p=AAAA"), Reason::DkimSyntax);
    assert_eq!(reason("hello"), Reason::DkimSyntax);
    let other = format!("v=DKIM1; p={}", "B".repeat(392));
    assert_eq!(signing(&format!("p={strong}"), Some(&other)).reason, Reason::DkimOtherKey);
    assert_eq!(
        signing(&format!("p={strong}"), Some("s1.domainkey.u1.wl1.sendgrid.net")).reason,
        Reason::Right
    );
}

#[test]
fn a_missing_key_is_shown_as_the_provider_shows_it() {
    let check = |record: Option<&str>| {
        let key = DkimKey { selector: "s1".into(), record: record.map(str::to_owned) };
        dkim::check(Some(&key), "norhavn.example", Some(&[]))
    };
    let publish = check(Some("s1.domainkey.u1.wl1.sendgrid.net.")).publish.unwrap();
    assert_eq!((publish.name.as_str(), publish.kind), ("s1._domainkey.norhavn.example", RecordKind::Cname));
    assert_eq!(publish.value, "s1.domainkey.u1.wl1.sendgrid.net");
    assert_eq!(check(Some("v=DKIM1; p=AAAA")).publish.unwrap().kind, RecordKind::Txt);
    assert_eq!((check(None).reason, check(None).publish), (Reason::DkimMissing, None));
    assert_eq!(dkim::check(None, "norhavn.example", None).reason, Reason::DkimNoSelector);
}

#[test]
fn a_policy_is_read_where_it_stands_and_held_against_the_signature() {
    let texts = |record: &str| vec![record.to_owned()];
    let check = |own: &str, signed| dmarc::check("norhavn.example", Some(&texts(own)), Some(&[]), signed);
    assert_eq!(check("v=DMARC1; p=reject", true).reason, Reason::Right);
    assert_eq!(check("v=DMARC1; p=reject", false).reason, Reason::DmarcNotAligned);
    assert_eq!(check("v=DMARC1;p=none", true).reason, Reason::DmarcWatching);
    assert_eq!(check("v=DMARC1; p=perhaps", true).reason, Reason::DmarcSyntax);
    let missing = check("something else", true);
    assert_eq!(
        (missing.reason, missing.publish.unwrap().name.as_str()),
        (Reason::DmarcMissing, "_dmarc.norhavn.example")
    );
    // Of the domain above, what it says of those below it counts.
    let above = texts("v=DMARC1; p=reject; sp=none");
    assert_eq!(
        dmarc::check("mail.norhavn.example", Some(&[]), Some(&above), true).reason,
        Reason::DmarcWatching
    );
    let both = [texts("v=DMARC1; p=none"), texts("v=DMARC1; p=reject")].concat();
    assert_eq!(dmarc::check("norhavn.example", Some(&both), Some(&[]), true).reason, Reason::DmarcSeveral);
    assert_eq!(dmarc::check("norhavn.example", None, Some(&[]), true).verdict, Verdict::Unknown);
}

#[test]
fn addresses_of_people_are_left_out_of_what_was_found() {
    let record = "v=DMARC1; p=reject; rua=mailto:ada@norhavn.example; adkim=s".to_owned();
    let found = dmarc::check("norhavn.example", Some(&[record]), Some(&[]), true).found.unwrap();
    assert_eq!(found, "v=DMARC1; p=reject; adkim=s");
}

#[test]
fn replies_and_links_lead_somewhere() {
    let hosts = MailDomain::Hosts(vec!["mx.norhavn.example".into()]);
    assert_eq!(places::replies(Some(&hosts)).reason, Reason::Right);
    assert_eq!(places::replies(Some(&MailDomain::RefusesMail)).verdict, Verdict::Fail);
    assert_eq!(places::replies(None).verdict, Verdict::Unknown);
    let links = |alias| places::tracking(Some("links.norhavn.example"), alias, Some("app.pivotal.example"));
    assert_eq!(links(Some(Some("APP.pivotal.example"))).reason, Reason::Right);
    let elsewhere = links(Some(Some("old.example")));
    assert_eq!(
        (elsewhere.reason, elsewhere.publish.unwrap().value.as_str()),
        (Reason::TrackingElsewhere, "app.pivotal.example")
    );
    assert_eq!(links(Some(None)).reason, Reason::TrackingMissing);
    assert_eq!(links(None).verdict, Verdict::Unknown);
    assert_eq!(places::tracking(None, None, None).verdict, Verdict::NotNeeded);
}

#[test]
fn the_worst_of_the_checks_is_a_senders_health() {
    let checks = |reasons: &[Reason]| -> Vec<Check> {
        reasons.iter().map(|reason| Check::new(Subject::Spf, *reason)).collect()
    };
    assert_eq!(overall(&checks(&[Reason::TrackingNotSet, Reason::TestMailbox])), Verdict::Pass);
    assert_eq!(overall(&checks(&[Reason::Right, Reason::NoAnswer])), Verdict::Unknown);
    assert_eq!(overall(&checks(&[Reason::DmarcWatching, Reason::NoAnswer])), Verdict::Warn);
    assert_eq!(overall(&checks(&[Reason::DmarcWatching, Reason::SpfMissing])), Verdict::Fail);
    assert!(Reason::ALL.iter().all(|reason| reason.words().ends_with('.')));
}
