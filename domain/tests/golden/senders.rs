//! Senders and brands: what the log keeps of them.

use chrono::NaiveDate;
use pivotal_domain::email::senders::brand::Look;
use pivotal_domain::email::senders::brand::events::EmailBrandEvent;
use pivotal_domain::email::senders::checks::reason::Reason;
use pivotal_domain::email::senders::checks::{Check, Publish, RecordKind, Subject, Verdict};
use pivotal_domain::email::senders::events::SenderProfileEvent;
use pivotal_domain::email::senders::provider::Provider;
use pivotal_domain::email::senders::ramp::Ramp;
use pivotal_domain::email::senders::setup::{DkimKey, Setup, Who};

use super::audience::{at, id};
use super::check;

fn who() -> Who {
    Who {
        from_name: "Ada of Norhavn".into(),
        from_address: "news@norhavn.example".into(),
        reply_to: Some("sales@norhavn.example".into()),
    }
}

fn setup() -> Setup {
    Setup {
        brand: id(1),
        from_domain: "norhavn.example".into(),
        reply_domain: "norhavn.example".into(),
        physical_address: "Norhavn AS\n0150 Oslo".into(),
        tracking_domain: Some("links.norhavn.example".into()),
        provider: Provider::SendGrid,
        account: "main".into(),
        dkim: Some(DkimKey {
            selector: "s1".into(),
            record: Some("s1.domainkey.u1.wl1.sendgrid.net".into()),
        }),
        ramp: Some(Ramp {
            first_day: NaiveDate::from_ymd_opt(2026, 1, 5).unwrap(),
            start_per_day: 50,
            growth_percent: 50,
            limit_per_day: 10_000,
        }),
    }
}

#[test]
fn senders() {
    let previous = Box::new(Setup {
        tracking_domain: None,
        provider: Provider::TestMailbox,
        account: "test".into(),
        dkim: None,
        ramp: None,
        ..setup()
    });
    let tracking = Check {
        subject: Subject::Tracking,
        verdict: Verdict::Fail,
        reason: Reason::TrackingElsewhere,
        found: Some("old.example".into()),
        publish: Some(Publish {
            name: "links.norhavn.example".into(),
            kind: RecordKind::Cname,
            value: "app.pivotal.example".into(),
        }),
    };
    let checks = vec![tracking, Check::new(Subject::Spf, Reason::SpfTooManyLookUps)];
    check(
        SenderProfileEvent::NAMES,
        vec![
            SenderProfileEvent::SenderProfileCreated { at: at(), who: who(), setup: setup() },
            SenderProfileEvent::SenderProfileChanged {
                at: at(),
                who: who(),
                setup: setup(),
                previous_who: Who { from_name: "Norhavn".into(), reply_to: None, ..who() },
                previous,
            },
            SenderProfileEvent::SenderProfileArchived { at: at() },
            SenderProfileEvent::SenderProfileRestored { at: at() },
            SenderProfileEvent::SenderProfileChecked { at: at(), checks },
        ],
    );
}

#[test]
fn brands() {
    let look = Look {
        name: "Norhavn".into(),
        logo_url: Some("https://cdn.norhavn.example/logo.png".into()),
        colour: Some("#0b5cad".into()),
    };
    let bare = Look { name: "Norhavn Nordic".into(), ..Look::default() };
    check(
        EmailBrandEvent::NAMES,
        vec![
            EmailBrandEvent::EmailBrandCreated { at: at(), look: look.clone() },
            EmailBrandEvent::EmailBrandChanged { at: at(), look: bare, previous: look },
            EmailBrandEvent::EmailBrandDefaultSet { at: at(), sender: Some(id(2)), previous: None },
            EmailBrandEvent::EmailBrandArchived { at: at() },
            EmailBrandEvent::EmailBrandRestored { at: at() },
        ],
    );
}
