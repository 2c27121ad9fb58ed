//! given / when / then: a suggestion, what a person says to it, what is suggested afterwards.

use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;

use super::IndustrySuggestion;
use super::command::EnrichmentCommand;
use super::error::EnrichmentError;
use super::events::{Classifier, EnrichmentEvent, Suggested};
use super::evidence::Evidence;

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 9, 0, 0).unwrap()
}

fn of(industry: &str, evidence: &str) -> Suggested {
    Suggested {
        industry: industry.into(),
        naics: Some("238160".into()),
        sic: None,
        confidence: 82,
        by: Classifier::Rules,
        because: vec![],
        evidence: evidence.into(),
    }
}

fn suggest(suggested: Suggested) -> EnrichmentCommand {
    EnrichmentCommand::Suggest { at: at(), suggested }
}

fn suggested(suggested: Suggested) -> EnrichmentEvent {
    EnrichmentEvent::IndustrySuggested { at: at(), suggested }
}

fn rejected(evidence: &str) -> EnrichmentEvent {
    EnrichmentEvent::IndustrySuggestionRejected { at: at(), evidence: evidence.into(), reason: None }
}

fn given(events: Vec<EnrichmentEvent>) -> cqrs_es::test::AggregateTestExecutor<IndustrySuggestion> {
    TestFramework::<IndustrySuggestion>::with(()).given(events)
}

#[test]
fn what_was_rejected_is_not_suggested_again_from_the_same_evidence() {
    let held = vec![suggested(of("Construction", "a")), rejected("a")];
    given(held.clone()).when(suggest(of("Construction", "a"))).then_expect_events(vec![]);
    given(held.clone()).when(suggest(of("Retail", "a"))).then_expect_events(vec![]);
    let news = of("Construction", "b");
    given(held.clone()).when(suggest(news.clone())).then_expect_events(vec![suggested(news.clone())]);
    let back = [held, vec![suggested(news)]].concat();
    given(back).when(suggest(of("Construction", "a"))).then_expect_events(vec![]);
}

#[test]
fn the_same_suggestion_again_is_nothing_and_a_better_one_takes_its_place() {
    let first = of("Construction", "a");
    given(vec![suggested(first.clone())]).when(suggest(first.clone())).then_expect_events(vec![]);
    let surer = Suggested { confidence: 95, ..first.clone() };
    given(vec![suggested(first)]).when(suggest(surer.clone())).then_expect_events(vec![suggested(surer)]);
}

#[test]
fn a_decision_is_made_once_and_not_turned_round() {
    let (accept, reject) = (
        EnrichmentCommand::Accept { at: at(), again: false },
        EnrichmentCommand::Reject { at: at(), reason: None },
    );
    let accepted = EnrichmentEvent::IndustrySuggestionAccepted { at: at() };
    given(vec![]).when(accept.clone()).then_expect_error(EnrichmentError::NothingSuggested);
    given(vec![]).when(reject.clone()).then_expect_error(EnrichmentError::NothingSuggested);
    let pending = vec![suggested(of("Construction", "a"))];
    given(pending.clone()).when(accept.clone()).then_expect_events(vec![accepted.clone()]);
    given(pending.clone()).when(reject.clone()).then_expect_events(vec![rejected("a")]);
    let done = [pending.clone(), vec![accepted]].concat();
    given(done.clone()).when(accept.clone()).then_expect_events(vec![]);
    let again = EnrichmentCommand::Accept { at: at(), again: true };
    given(done.clone())
        .when(again)
        .then_expect_events(vec![EnrichmentEvent::IndustrySuggestionAccepted { at: at() }]);
    given(done.clone()).when(reject.clone()).then_expect_error(EnrichmentError::Accepted);
    given(done).when(suggest(of("Retail", "a"))).then_expect_events(vec![]);
    let gone = [pending, vec![rejected("a")]].concat();
    given(gone.clone()).when(reject).then_expect_events(vec![]);
    given(gone).when(accept).then_expect_error(EnrichmentError::Rejected);
}

#[test]
fn a_rejection_is_taken_back_and_it_waits_again() {
    let reopen = EnrichmentCommand::Reopen { at: at() };
    let reopened = EnrichmentEvent::IndustrySuggestionReopened { at: at(), evidence: "a".into() };
    given(vec![]).when(reopen.clone()).then_expect_error(EnrichmentError::NothingSuggested);
    let pending = vec![suggested(of("Construction", "a"))];
    given(pending.clone()).when(reopen.clone()).then_expect_events(vec![]);
    let gone = [pending.clone(), vec![rejected("a")]].concat();
    given(gone.clone()).when(reopen.clone()).then_expect_events(vec![reopened.clone()]);
    let back = [gone, vec![reopened]].concat();
    let accept = EnrichmentCommand::Accept { at: at(), again: false };
    let accepted = EnrichmentEvent::IndustrySuggestionAccepted { at: at() };
    given(back.clone()).when(accept).then_expect_events(vec![accepted.clone()]);
    // The evidence counts again, too.
    let other = of("Retail", "a");
    given(back).when(suggest(other.clone())).then_expect_events(vec![suggested(other)]);
    let done = [pending, vec![accepted]].concat();
    given(done).when(reopen).then_expect_error(EnrichmentError::Accepted);
}

#[test]
fn the_same_words_are_the_same_evidence_and_the_industry_is_none() {
    let company = |name: &str, industry: &str| {
        Evidence { name: name.into(), industry: industry.into(), ..Evidence::default() }.fingerprint()
    };
    assert_eq!(company("Slate & Shingle", ""), company("SLATE & shingle", "Construction"));
    assert_ne!(company("Slate & Shingle", ""), company("Slate", ""));
    let (of_name, of_domain) = (
        Evidence { name: "a".into(), ..Evidence::default() },
        Evidence { domain: "a".into(), ..Evidence::default() },
    );
    assert_ne!(of_name.fingerprint(), of_domain.fingerprint());
}
