//! Samples of what became of recipients, and of the policy. The files beside this one are never edited, once they are on main.

use std::collections::BTreeMap;

use pivotal_domain::email::sending::facts::{
    EMAIL_OUTCOMES_RECORDED, EMAIL_OUTCOMES_RECORDED_VERSION, Outcome, OutcomesRecorded, SendingFact,
};
use pivotal_domain::email::sending::outcome::{Became, By, Reason};
use pivotal_domain::email::sending::policy::events::EmailPolicyEvent;
use pivotal_domain::email::sending::policy::{Cap, Policy};

use super::audience::{at, id};
use super::{check, check_fact};

#[test]
fn outcomes() {
    let sent = Outcome {
        m: Some(id(20)),
        v: Some(1),
        p: Some("0102-abc".into()),
        d: Some("example.com".into()),
        n: Some(2),
        ..Outcome::new(id(11), Became::Sent, None)
    };
    let suppressed =
        Outcome { w: Some(id(30)), ..Outcome::new(id(12), Became::Excluded, Some(Reason::Suppressed)) };
    let failed = Outcome { m: Some(id(21)), ..Outcome::new(id(13), Became::Failed, Some(Reason::Person)) };
    let unknown =
        Outcome { m: Some(id(22)), ..Outcome::new(id(14), Became::Unknown, Some(Reason::NoAnswer)) };
    let recorded = OutcomesRecorded {
        campaign: id(9),
        batch: id(7),
        at: at(),
        by: By::Send,
        account: Some("main".into()),
        outcomes: vec![sent, suppressed, failed, unknown],
    };
    check_fact(
        EMAIL_OUTCOMES_RECORDED,
        EMAIL_OUTCOMES_RECORDED_VERSION,
        &SendingFact::EmailOutcomesRecorded(recorded),
    );
}

#[test]
fn policy() {
    let policy = Policy {
        per_second: Some(50),
        domains: BTreeMap::from([("example.com".into(), 0.5)]),
        cap: Some(Cap { count: 3, days: 7 }),
        ..Policy::default()
    };
    let set = EmailPolicyEvent::EmailPolicySet { at: at(), policy, previous: Policy::default() };
    check(EmailPolicyEvent::NAMES, vec![set]);
}
