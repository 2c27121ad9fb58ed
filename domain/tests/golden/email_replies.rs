//! Samples of what mails tell of themselves, and of the replies to them. The files beside this one are never edited, once they are on main.

use chrono::NaiveDate;
use pivotal_domain::email::replies::events::EmailReplyEvent;
use pivotal_domain::email::replies::{Matched, ReplyKind, Who, Words};
use pivotal_domain::email::tracking::facts::{
    EMAIL_HITS_JUDGED, EMAIL_SIGNALS_RECORDED, EMAIL_USER_AGENT_SEEN, HitsJudged, SignalsRecorded,
    TrackingFact, UserAgentSeen, VERSION, Verdict,
};
use pivotal_domain::email::tracking::machine::{Method, Sign};
use pivotal_domain::email::tracking::signal::{Features, Key16, Kind, Signal};

use super::audience::{at, id};
use super::{check, check_fact};

fn signal(k: Kind) -> Signal {
    Signal { m: id(3), g: id(4), c: id(5), k, at: at(), l: None, s: None, d: None, f: None }
}

#[test]
fn signals() {
    let features = Features {
        agent: Some(Key16([7; 16])),
        net: "google".into(),
        net_key: Key16([8; 16]),
        method: Method::Get,
        marks: 3,
        told: false,
    };
    let head = Features {
        agent: None,
        net: "other".into(),
        method: Method::Head,
        marks: 0,
        told: true,
        ..features.clone()
    };
    let mut signals = vec![
        Signal { l: Some(2), f: Some(features), ..signal(Kind::Clicked) },
        Signal { f: Some(head), ..signal(Kind::Opened) },
        Signal { s: Some(format!("brand:{}", id(6))), ..signal(Kind::Unsubscribed) },
        Signal { d: Some("mailbox_full".into()), ..signal(Kind::BouncedSoft) },
    ];
    signals.extend(Kind::ALL.map(signal));
    let recorded = SignalsRecorded {
        batch: id(7),
        source: "webhook:sendgrid".into(),
        account: Some("main".into()),
        received_at: at(),
        keys: vec![Key16([9; 16])],
        signals,
    };
    check_fact(EMAIL_SIGNALS_RECORDED, VERSION, &TrackingFact::EmailSignalsRecorded(recorded));
}

#[test]
fn verdicts() {
    let verdict = |r: Sign| Verdict {
        m: id(3),
        g: id(4),
        c: id(5),
        k: Kind::Clicked,
        at: at(),
        p: 12,
        n: 3,
        l: Some(2),
        h: true,
        r: Some(r),
    };
    let signs = [
        Sign::Trap,
        Sign::Method,
        Sign::Agent,
        Sign::Privacy,
        Sign::Told,
        Sign::Burst,
        Sign::TooSoon,
        Sign::Company,
    ];
    let mut verdicts = signs.map(verdict).to_vec();
    verdicts.push(Verdict { k: Kind::Opened, n: 4, l: None, h: false, r: None, ..verdict(Sign::Trap) });
    let judged = HitsJudged { batch: id(7), rules: 1, verdicts };
    check_fact(EMAIL_HITS_JUDGED, VERSION, &TrackingFact::EmailHitsJudged(judged));
}

#[test]
fn user_agents() {
    let text = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)".to_owned();
    let seen = UserAgentSeen { key: Key16([7; 16]), text };
    check_fact(EMAIL_USER_AGENT_SEEN, VERSION, &TrackingFact::EmailUserAgentSeen(seen));
}

#[test]
fn replies() {
    let received = EmailReplyEvent::EmailReplyReceived {
        at: at(),
        message: Some(id(1)),
        campaign: Some(id(2)),
        contact: Some(id(3)),
        matched: Matched::Thread,
        kind: ReplyKind::Automatic,
        away_until: NaiveDate::from_ymd_opt(2026, 1, 9),
        who: Who { address: "ada@a.example".into(), name: Some("Ada Byron".into()) },
        words: Words { subject: "Out of office".into(), text: "I am away until 9 January 2026.".into() },
    };
    check(
        EmailReplyEvent::NAMES,
        vec![
            received,
            EmailReplyEvent::EmailReplyMatched { at: at(), contact: id(3), previous: None },
            EmailReplyEvent::EmailReplyAssigned { at: at(), to: Some(id(8)), previous: Some(id(9)) },
            EmailReplyEvent::EmailReplyDone { at: at() },
            EmailReplyEvent::EmailReplyReopened { at: at() },
            EmailReplyEvent::EmailReplyForgotten { at: at() },
        ],
    );
}
