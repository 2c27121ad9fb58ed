use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;

use super::rules::Preset::{ConsentNeeded, LegitimateInterest};
use super::*;

type Given = TestFramework<ConsentRules>;

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn germany() -> Option<Country> {
    Country::parse("DE")
}

fn open() -> CountryRule {
    CountryRule { email: LegitimateInterest, phone: LegitimateInterest }
}

fn closed() -> CountryRule {
    CountryRule { email: ConsentNeeded, phone: ConsentNeeded }
}

fn set(country: Option<Country>, rule: CountryRule) -> ConsentRuleCommand {
    let note = Some(" counsel said so ".into());
    ConsentRuleCommand::Set { at: at(), country, rule, note, source: "ui".into() }
}

fn was_set(country: Option<&str>, rule: CountryRule, previous: Option<CountryRule>) -> ConsentRuleEvent {
    ConsentRuleEvent::ConsentRuleSet {
        at: at(),
        country: country.map(str::to_owned),
        rule,
        previous,
        note: Some("counsel said so".into()),
        source: "ui".into(),
    }
}

fn remove(country: Option<Country>) -> ConsentRuleCommand {
    ConsentRuleCommand::Remove { at: at(), country, source: "ui".into() }
}

fn was_removed() -> ConsentRuleEvent {
    ConsentRuleEvent::ConsentRuleRemoved {
        at: at(),
        country: "DE".into(),
        previous: closed(),
        source: "ui".into(),
    }
}

#[test]
fn a_rule_that_is_set_says_what_it_was_before() {
    Given::with(())
        .given_no_previous_events()
        .when(set(germany(), open()))
        .then_expect_events(vec![was_set(Some("DE"), open(), Some(closed()))]);
}

#[test]
fn what_is_so_already_is_no_change() {
    Given::with(())
        .given(vec![was_set(Some("DE"), open(), Some(closed()))])
        .when(set(germany(), open()))
        .then_expect_events(vec![]);
    Given::with(()).given_no_previous_events().when(set(None, closed())).then_expect_events(vec![]);
}

#[test]
fn the_rule_of_all_others_is_changed_and_never_removed() {
    Given::with(()).given_no_previous_events().when(set(None, open())).then_expect_events(vec![was_set(
        None,
        open(),
        Some(closed()),
    )]);
    Given::with(())
        .given_no_previous_events()
        .when(remove(None))
        .then_expect_error(ConsentRuleError::OthersNeeded);
}

#[test]
fn a_country_without_a_rule_goes_with_the_others() {
    Given::with(())
        .given_no_previous_events()
        .when(remove(germany()))
        .then_expect_events(vec![was_removed()]);
    Given::with(()).given(vec![was_removed()]).when(remove(germany())).then_expect_events(vec![]);
    let mut state = ConsentRules::default();
    state.apply(was_removed());
    assert_eq!(state.rules.of(germany().unwrap()), None);
    state.apply(was_set(None, open(), Some(closed())));
    assert_eq!(state.rules.others, open());
}

#[test]
fn a_note_has_an_end() {
    let command = ConsentRuleCommand::Set {
        at: at(),
        country: germany(),
        rule: open(),
        note: Some("x".repeat(NOTE_MAX + 1)),
        source: "ui".into(),
    };
    Given::with(()).given_no_previous_events().when(command).then_expect_error(ConsentRuleError::NoteTooLong);
}

#[test]
fn every_built_in_rule_is_of_a_country() {
    let rules = Rules::default();
    assert!(rules.countries.keys().all(|code| Country::parse(code).is_some_and(|c| c.code() == code)));
    assert_eq!(rules.all().next(), Some(("*", closed())), "where we know nothing, consent is needed");
}
