use std::collections::BTreeMap;

use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::audience::filter::matches::matches;
use serde_json::{Value, json};

use crate::{accounts, contacts};

fn asking() -> Asking {
    Asking { me: vec!["u1".into()], ..Asking::at("2026-03-10T12:00:00Z".parse().unwrap()) }
}

fn record(values: Value) -> BTreeMap<String, FieldValue> {
    serde_json::from_value(values).unwrap()
}

fn holds(filter: Value, values: Value) -> bool {
    matches(&contacts(filter).unwrap(), &record(values), &asking())
}

fn asked(field: &str, op: &str, value: Value) -> Value {
    json!({"field": field, "op": op, "value": value})
}

#[test]
fn texts_are_compared_without_case_and_accents() {
    let koeln = || json!({"city": "Köln", "job_title": "Geschäftsführer"});
    assert!(holds(asked("city", "equals", json!("KOLN")), koeln()));
    assert!(holds(asked("city", "in", json!(["Bonn", " köln "])), koeln()));
    assert!(holds(asked("job_title", "contains", json!("schaftsFÜ")), koeln()));
    assert!(holds(asked("job_title", "starts_with", json!("gesch")), koeln()));
    assert!(holds(asked("job_title", "ends_with", json!("rer")), koeln()));
    assert!(!holds(asked("job_title", "contains", json!("%")), koeln()), "no pattern is meant");
    assert!(holds(
        asked("mobile_phone", "contains", json!("(030) 12")),
        json!({"mobile_phone": "+49 030-1234"})
    ));
}

#[test]
fn a_record_without_a_value_is_what_a_value_is_not() {
    for (op, value) in [("not_equals", json!("x")), ("not_contains", json!("x")), ("not_in", json!(["x"]))] {
        assert!(holds(asked("city", op, value), json!({})), "{op}");
    }
    assert!(holds(asked("tags", "none_of", json!(["x"])), json!({})));
    assert!(holds(json!({"field": "city", "op": "is_empty"}), json!({"city": ""})));
    assert!(!holds(asked("city", "equals", json!("x")), json!({})));
    assert!(!holds(asked("created_at", "before", json!("today")), json!({})));
    // `not` gives exactly the others.
    assert!(holds(json!({"not": asked("city", "equals", json!("x"))}), json!({})));
    assert!(holds(json!({"not": asked("created_at", "before", json!("today"))}), json!({})));
}

#[test]
fn counts_that_nothing_counted_yet_are_none() {
    assert!(holds(asked("emails_sent_30d", "equals", json!(0)), json!({})));
    assert!(!holds(json!({"field": "emails_sent_30d", "op": "is_empty"}), json!({})));
    assert!(!holds(asked("score", "equals", json!(0)), json!({})), "a score is unknown");
}

#[test]
fn lists_include_any_all_or_none() {
    let tagged = || json!({"tags": ["Key Account", "Événement"]});
    assert!(holds(asked("tags", "any_of", json!(["x", "key account"])), tagged()));
    assert!(holds(asked("tags", "all_of", json!(["evenement", "key account"])), tagged()));
    assert!(!holds(asked("tags", "all_of", json!(["evenement", "x"])), tagged()));
    assert!(!holds(asked("tags", "any_of", json!(["key"])), tagged()), "whole items are meant");
    assert!(!holds(asked("tags", "none_of", json!(["EVENEMENT"])), tagged()));
}

#[test]
fn numbers_and_money_are_compared_by_value_and_ranges_hold_their_ends() {
    assert!(holds(asked("score", "between", json!({"from": 5, "to": 5})), json!({"score": 5})));
    assert!(!holds(asked("score", "greater", json!(5)), json!({"score": 5})));
    assert!(holds(asked("score", "at_most", json!(5)), json!({"score": 5})));
    let rich = record(json!({"annual_revenue": {"amount": "1000000.50", "currency": "USD"}}));
    let revenue = |op: &str, amount: &str, currency: &str| {
        let filter = accounts(asked("annual_revenue", op, json!({"amount": amount, "currency": currency})));
        matches(&filter.unwrap(), &rich, &asking())
    };
    assert!(revenue("equals", "1000000.5", "usd"));
    assert!(revenue("greater", "999999.99", "USD"));
    assert!(!revenue("greater", "1", "EUR"), "nothing is converted");
    assert!(revenue("not_equals", "1", "EUR"));
}

#[test]
fn custom_fields_are_texts_that_may_be_numbers() {
    let values = || json!({"custom.size": "12.50", "custom.color": "Grün", "custom.many": ["a", "b"], "custom.yes": true});
    assert!(holds(asked("custom.size", "greater", json!(12)), values()));
    assert!(holds(asked("custom.size", "between", json!({"from": "12.5", "to": 13})), values()));
    assert!(holds(asked("custom.color", "contains", json!("GRU")), values()));
    assert!(!holds(asked("custom.color", "greater", json!(1)), values()));
    assert!(holds(asked("custom.many", "equals", json!("[\"a\", \"b\"]")), values()));
    assert!(holds(asked("custom.yes", "equals", json!("true")), values()));
    assert!(holds(asked("custom.other", "not_equals", json!("x")), values()));
}

#[test]
fn relative_dates_move_with_the_clock() {
    let created = |at: &str| json!({"created_at": at});
    assert!(holds(asked("created_at", "on", json!("today")), created("2026-03-10T00:00:00Z")));
    assert!(!holds(asked("created_at", "on", json!("today")), created("2026-03-11T00:00:00Z")));
    assert!(holds(asked("created_at", "in_last_days", json!(7)), created("2026-03-03T00:00:00Z")));
    assert!(!holds(asked("created_at", "in_last_days", json!(7)), created("2026-03-02T23:59:59Z")));
    assert!(holds(asked("created_at", "in_next_days", json!(1)), created("2026-03-11T23:59:59Z")));
    assert!(holds(asked("created_at", "after", json!({"daysAgo": 1})), created("2026-03-10T00:00:00Z")));
    assert!(holds(
        asked("created_at", "before", json!("2026-03-10T12:00:00+02:00")),
        created("2026-03-10T09:59:59Z")
    ));
}

#[test]
fn me_is_whoever_asks() {
    assert!(holds(asked("owner", "equals", json!("me")), json!({"owner": "U1"})));
    assert!(holds(asked("owner", "in", json!(["u2", "me"])), json!({"owner": "u1"})));
    assert!(!holds(asked("owner", "equals", json!("me")), json!({"owner": "me too"})));
    assert!(holds(asked("owner", "not_equals", json!("me")), json!({"owner": "u2"})));
}
