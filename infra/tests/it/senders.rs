//! What name servers say of a sender's domains, asked of one on loopback.

use std::sync::Arc;

use pivotal_commands::email::senders::Outside;
use pivotal_commands::email::senders::check::look;
use pivotal_domain::email::senders::checks::reason::Reason;
use pivotal_domain::email::senders::checks::{Subject, Verdict};
use pivotal_domain::email::senders::provider::{Account, Provider};
use pivotal_domain::email::senders::setup::{DkimKey, Setup};
use uuid::Uuid;

use crate::email_verification::{name, name_server};

const CNAME: u16 = 5;
const MX: u16 = 15;
const TXT: u16 = 16;

/// A TXT record, in as many strings as its length needs.
fn text(text: &str) -> Vec<u8> {
    let mut data = Vec::new();
    for part in text.as_bytes().chunks(255) {
        data.push(u8::try_from(part.len()).unwrap());
        data.extend(part);
    }
    data
}

fn account() -> Account {
    Account { name: "main".into(), provider: Provider::SendGrid, spf: None }
}

fn setup(domain: &str) -> Setup {
    Setup {
        brand: Uuid::nil(),
        from_domain: domain.into(),
        reply_domain: domain.into(),
        physical_address: "Norhavn AS, 0150 Oslo".into(),
        tracking_domain: Some("links.norhavn.test".into()),
        provider: Provider::SendGrid,
        account: "main".into(),
        dkim: Some(DkimKey { selector: "s1".into(), record: None }),
        ramp: None,
    }
}

async fn outside() -> Outside {
    let exchange = [10u16.to_be_bytes().to_vec(), name("mx.norhavn.test")].concat();
    let dns = name_server(vec![
        ("norhavn.test", TXT, text("some-verification=1")),
        ("norhavn.test", TXT, text("v=spf1 include:spf.norhavn.test ~all")),
        ("norhavn.test", MX, exchange),
        ("spf.norhavn.test", TXT, text("v=spf1 include:sendgrid.net -all")),
        ("sendgrid.net", TXT, text("v=spf1 ip4:192.0.2.0/24 ~all")),
        ("s1._domainkey.norhavn.test", TXT, text(&format!("v=DKIM1; k=rsa; p={}", "A".repeat(392)))),
        ("_dmarc.norhavn.test", TXT, text("v=DMARC1; p=quarantine")),
        ("links.norhavn.test", CNAME, name("app.pivotal.test")),
    ])
    .await;
    Outside {
        dns: Arc::new(dns),
        accounts: Arc::from([Account::test(), account()]),
        target: Some("app.pivotal.test".into()),
    }
}

#[tokio::test]
async fn records_are_read_as_they_are_published() {
    let dns = outside().await.dns;
    assert_eq!(dns.texts("norhavn.test").await.unwrap().len(), 2);
    let key = dns.texts("s1._domainkey.norhavn.test").await.unwrap();
    assert_eq!(key[0].len(), "v=DKIM1; k=rsa; p=".len() + 392, "the strings of a long text are one");
    assert_eq!(dns.alias("links.norhavn.test").await.unwrap().as_deref(), Some("app.pivotal.test"));
    // Nothing there is no failure; no answer is.
    assert_eq!(dns.texts("nowhere.test").await.unwrap(), Vec::<String>::new());
    assert_eq!(dns.alias("norhavn.test").await.unwrap(), None);
    assert!(dns.texts("fails.test").await.is_err());
}

#[tokio::test]
async fn a_sender_whose_records_are_right_passes_every_check() {
    let checks = look(&outside().await, &setup("norhavn.test")).await;
    let all: Vec<(Subject, Verdict)> = checks.iter().map(|check| (check.subject, check.verdict)).collect();
    assert_eq!(all, Subject::ALL.map(|subject| (subject, Verdict::Pass)), "{checks:?}");
}

#[tokio::test]
async fn a_domain_without_records_is_told_what_to_publish_and_a_silent_one_nothing() {
    let outside = outside().await;
    let bare = look(&outside, &setup("bare.test")).await;
    let reasons: Vec<Reason> = bare.iter().map(|check| check.reason).take(4).collect();
    assert_eq!(
        reasons,
        [Reason::SpfMissing, Reason::DkimMissing, Reason::DmarcMissing, Reason::ReplyNoDomain]
    );
    assert_eq!(bare[0].publish.as_ref().unwrap().value, "v=spf1 include:sendgrid.net ~all");
    assert_eq!(bare[2].publish.as_ref().unwrap().name, "_dmarc.bare.test");
    let silent = look(&outside, &setup("fails.test")).await;
    assert_eq!(silent[0].verdict, Verdict::Unknown, "{silent:?}");
    assert!(silent[0].publish.is_none());
}
