use chrono::TimeZone;

use super::*;

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn require(rules: &AccessRules, of: SecondStepFor) -> Vec<AccessRulesEvent> {
    rules.decide(AccessRulesCommand::RequireSecondStep { of, at: at() })
}

#[test]
fn a_change_says_what_was_before_and_a_repeat_nothing() {
    let mut rules = AccessRules::default();
    let events = require(&rules, SecondStepFor::Admins);
    let expected = AccessRulesEvent::SecondStepRequired {
        at: at(),
        of: SecondStepFor::Admins,
        previous: SecondStepFor::Nobody,
    };
    assert_eq!(events, std::slice::from_ref(&expected));
    rules.apply(expected);
    assert_eq!(require(&rules, SecondStepFor::Admins), []);
    assert_eq!(keys::match_keys(&rules), [(keys::SECOND_STEP, "admins".to_owned())]);
    assert_eq!(keys::match_keys(&AccessRules::default()), []);
}

#[test]
fn a_rule_reaches_whom_it_names() {
    for role in Role::ALL {
        assert!(!SecondStepFor::Nobody.includes(role));
        assert_eq!(SecondStepFor::Admins.includes(role), role == Role::Admin);
        assert!(SecondStepFor::Everybody.includes(role));
    }
}

#[test]
fn words_are_read_as_they_are_shown() {
    for of in SecondStepFor::ALL {
        assert_eq!(of.as_str().to_ascii_uppercase().parse::<SecondStepFor>(), Ok(of));
    }
    assert!("some".parse::<SecondStepFor>().unwrap_err().to_string().contains("EVERYBODY"));
}
