use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entry::{ENTRIES_MAX, EngagementError, Entry, EntryError, check_count, system};
use super::kind::Kind;
use super::mail::{of_hit, of_signal};
use crate::email::tracking::signal;
use crate::suppression::consents::channel::Channel;

fn now() -> DateTime<Utc> {
    "2026-03-10T12:00:00Z".parse().unwrap()
}

fn opened() -> Entry {
    Entry {
        key: "m-1".into(),
        contact: "ada@example.com".into(),
        did: "opened".into(),
        at: "2026-03-01T10:00:00+01:00".into(),
        campaign: None,
        machine: false,
    }
}

#[test]
fn every_kind_is_found_by_its_name_and_has_a_channel() {
    for kind in Kind::ALL {
        assert_eq!(Kind::parse(kind.as_str()), Some(*kind));
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        assert_eq!(kind.channel() == Channel::Phone, *kind == Kind::Called);
    }
    assert_eq!(Kind::parse("Opened"), None);
}

#[test]
fn an_entry_is_read_with_its_moment_in_utc() {
    let happened = opened().read(now()).unwrap();
    assert_eq!((happened.kind, happened.campaign, happened.machine), (Kind::Opened, None, false));
    assert_eq!(happened.at, "2026-03-01T09:00:00Z".parse::<DateTime<Utc>>().unwrap());
    let campaign = Uuid::from_u128(7);
    let named = Entry { campaign: Some(format!(" {campaign} ")), machine: true, ..opened() };
    let happened = named.read(now()).unwrap();
    assert_eq!((happened.campaign, happened.machine), (Some(campaign), true));
}

#[test]
fn what_is_wrong_with_an_entry_is_told() {
    for (entry, error) in [
        (Entry { key: " ".into(), ..opened() }, EntryError::Key),
        (Entry { key: "k".repeat(201), ..opened() }, EntryError::Key),
        (Entry { did: "read".into(), ..opened() }, EntryError::Did),
        (Entry { at: "yesterday".into(), ..opened() }, EntryError::At),
        (Entry { at: "1989-12-31T23:59:59Z".into(), ..opened() }, EntryError::TooOld),
        (Entry { at: "2026-03-10T12:05:01Z".into(), ..opened() }, EntryError::Future),
        (Entry { campaign: Some("Spring".into()), ..opened() }, EntryError::Campaign),
        (Entry { did: "sent".into(), machine: true, ..opened() }, EntryError::Machine),
    ] {
        assert_eq!(entry.read(now()), Err(error), "{entry:?}");
        assert!(!error.to_string().is_empty());
    }
    // A clock that is a little ahead is no lie.
    assert!(Entry { at: "2026-03-10T12:05:00Z".into(), ..opened() }.read(now()).is_ok());
}

#[test]
fn a_system_has_a_short_name_and_keys_of_its_own() {
    assert_eq!(system("  Old   Mailer 2.0 "), Ok("Old Mailer 2.0".to_owned()));
    for wrong in ["", "  ", "a@b.example", "x\u{0}", "x".repeat(61).as_str()] {
        assert_eq!(system(wrong), Err(EngagementError::System), "{wrong:?}");
    }
    assert_eq!(opened().claim("Mailer"), opened().claim("mailer"));
    assert_ne!(opened().claim("Mailer"), opened().claim("Dialer"));
}

#[test]
fn a_request_has_some_entries_and_not_too_many() {
    assert_eq!(check_count(0), Err(EngagementError::Nothing));
    assert_eq!(check_count(ENTRIES_MAX), Ok(()));
    assert_eq!(check_count(ENTRIES_MAX + 1), Err(EngagementError::TooMany(1_001)));
}

#[test]
fn a_signal_of_a_mail_says_one_thing_at_most_and_a_hit_only_once_it_is_judged() {
    for kind in signal::Kind::ALL {
        assert_eq!(of_hit(kind).is_some(), kind.is_hit() && kind != signal::Kind::Trapped, "{kind:?}");
        assert!(of_signal(kind).is_none() || !kind.is_hit(), "{kind:?}");
        if let Some(of_hit) = of_hit(kind) {
            assert!(of_hit.can_be_a_machine(), "{kind:?}");
        }
    }
    let bounces = [signal::Kind::BouncedHard, signal::Kind::BouncedSoft];
    assert_eq!(bounces.map(of_signal), [Some(Kind::Bounced); 2]);
    // A mail that a provider dropped came back from nobody, and a program's answer is no reply.
    assert_eq!([signal::Kind::Dropped, signal::Kind::AutoReplied].map(of_signal), [None; 2]);
}
