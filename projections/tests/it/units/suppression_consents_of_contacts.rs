use pivotal_domain::audience::filter::predicate::{Predicate, Scalar};
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_projections::suppression::consents::of_contacts::{condition, value};

#[test]
fn what_is_asked_is_one_of_ours_or_nothing() {
    let text = |text: &str| Predicate::Equals(Scalar::Text(text.into()));
    assert_eq!(condition(Channel::Email, &text("'; drop table x")), "false");
    let withdrawn = condition(Channel::Email, &text("withdrawn"));
    assert!(withdrawn.contains("k.standing in ('withdrawn')"), "{withdrawn}");
    assert!(!withdrawn.contains("consent_rules"), "no rule withdraws anything: {withdrawn}");
    assert!(condition(Channel::Email, &text("none")).contains("not ((c.country = any("));
}

#[test]
fn the_rules_that_pivotal_comes_with_stand_in_the_statement() {
    assert!(value(Channel::Phone).contains(r#""DE":"consent_needed""#));
    assert!(value(Channel::Email).contains(r#""US":"legitimate_interest""#));
}
