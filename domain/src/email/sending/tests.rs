use std::collections::BTreeMap;

use super::outcome::{Became, Reason, State};
use super::policy::error::EmailPolicyError;
use super::policy::events::EmailPolicyEvent;
use super::policy::{Cap, EmailPolicy, EmailPolicyCommand, Policy, SoftPolicy};

#[test]
fn names_of_states_and_reasons_are_those_of_facts() {
    for reason in Reason::ALL {
        assert_eq!(serde_json::to_string(&reason).unwrap(), format!("\"{reason}\""));
        assert_eq!(Reason::parse(reason.as_str()), Some(reason));
    }
    for state in State::ALL {
        assert_eq!(serde_json::to_string(&state).unwrap(), format!("\"{}\"", state.as_str()));
        assert_eq!(State::parse(state.as_str()), Some(state));
    }
    assert_eq!(Reason::Person.of(), Became::Failed);
    assert_eq!(Became::Unknown.state(), State::Unknown);
}

fn set(held: &EmailPolicy, policy: Policy) -> Result<Vec<EmailPolicyEvent>, EmailPolicyError> {
    held.decide(EmailPolicyCommand::Set { policy, at: "2026-03-02T10:00:00Z".parse().unwrap() })
}

#[test]
fn a_policy_is_kept_as_it_is_used() {
    let held = EmailPolicy::default();
    let domains = BTreeMap::from([(" Mail.Example.COM ".to_owned(), 0.5)]);
    let policy = Policy { domains, cap: Some(Cap { count: 3, days: 7 }), ..Policy::default() };
    let events = set(&held, policy).unwrap();
    let [EmailPolicyEvent::EmailPolicySet { policy, previous, .. }] = events.as_slice() else {
        panic!("{events:?}")
    };
    assert!(policy.domains.contains_key("example.com"), "{policy:?}");
    assert_eq!(*previous, Policy::default());
}

#[test]
fn what_is_so_already_is_no_event() {
    assert!(set(&EmailPolicy::default(), Policy::default()).unwrap().is_empty());
}

#[test]
fn a_policy_that_cannot_be_meant_is_refused() {
    let with = |domain: &str, pace: f64| Policy {
        domains: BTreeMap::from([(domain.to_owned(), pace)]),
        ..Policy::default()
    };
    let soft = |soft: SoftPolicy| Policy { soft, ..Policy::default() };
    let built_in = Policy::default().soft;
    for (policy, code, field) in [
        (Policy { per_second: Some(0), ..Policy::default() }, "EMAIL_POLICY_PACE_INVALID", "perSecond"),
        (with("not a domain", 1.0), "EMAIL_POLICY_DOMAIN_INVALID", "domains"),
        (with("example.com", 0.0), "EMAIL_POLICY_DOMAIN_PACE_INVALID", "domains"),
        (with("example.com", f64::NAN), "EMAIL_POLICY_DOMAIN_PACE_INVALID", "domains"),
        (
            Policy { cap: Some(Cap { count: 0, days: 7 }), ..Policy::default() },
            "EMAIL_POLICY_CAP_INVALID",
            "cap",
        ),
        (
            Policy { cap: Some(Cap { count: 1, days: 91 }), ..Policy::default() },
            "EMAIL_POLICY_CAP_INVALID",
            "cap",
        ),
        (
            Policy { pause_hard: f64::NAN, ..Policy::default() },
            "EMAIL_POLICY_SHARE_INVALID",
            "pauseHardBouncesPercent",
        ),
        (
            Policy { pause_bounces: 101.0, ..Policy::default() },
            "EMAIL_POLICY_SHARE_INVALID",
            "pauseBouncesPercent",
        ),
        (
            Policy { warn_complaints: 0.3, ..Policy::default() },
            "EMAIL_POLICY_WARNS_TOO_LATE",
            "warnComplaintsPercent",
        ),
        (soft(SoftPolicy { bounces: 0, ..built_in }), "EMAIL_POLICY_SOFT_INVALID", "softBounces"),
        (soft(SoftPolicy { over_days: 31, ..built_in }), "EMAIL_POLICY_SOFT_INVALID", "softBounces"),
    ] {
        let refused = set(&EmailPolicy::default(), policy).unwrap_err();
        assert_eq!((refused.code(), refused.field()), (code, field), "{refused}");
    }
}
