use pivotal_domain::audience::filter::Filter;
use pivotal_domain::audience::filter::describe::{describe, describe_with};
use serde_json::{Value, json};

use crate::{accounts, contacts};

fn says(json: Value) -> String {
    describe(&contacts(json).unwrap())
}

#[test]
fn a_filter_reads_as_a_sentence() {
    assert_eq!(
        says(json!({"all": [
            {"field": "country", "op": "in", "value": ["germany", "AT"]},
            {"field": "job_title", "op": "contains", "value": "head"}
        ]})),
        "Country is Germany or Austria and job title contains \"head\""
    );
    assert_eq!(says(json!({})), "Every contact");
    assert_eq!(describe(&accounts(json!({})).unwrap()), "Every account");
}

#[test]
fn what_records_without_a_value_do_is_said_where_it_may_surprise() {
    assert_eq!(
        says(json!({"field": "country", "op": "not_equals", "value": "DE"})),
        "Country is not Germany (or has none)"
    );
    assert_eq!(
        says(json!({"field": "city", "op": "not_contains", "value": "ham"})),
        "City does not contain \"ham\" (or has none)"
    );
    assert_eq!(
        says(json!({"field": "tags", "op": "none_of", "value": ["a", "b"]})),
        "Tags do not include \"a\" or \"b\" (or has none)"
    );
}

#[test]
fn groups_are_put_in_brackets_where_they_stand_in_others() {
    let city = |name: &str| json!({"field": "city", "op": "equals", "value": name});
    assert_eq!(
        says(
            json!({"all": [{"any": [city("Bonn"), city("Köln")]}, {"not": {"field": "owner", "op": "equals", "value": "me"}}]})
        ),
        "(City is \"Bonn\" or city is \"Köln\") and not (owner is me)"
    );
}

#[test]
fn dates_amounts_and_long_lists_are_written_for_people() {
    assert_eq!(
        says(json!({"field": "created_at", "op": "in_last_days", "value": 7})),
        "Created is in the last 7 days"
    );
    assert_eq!(
        says(json!({"field": "created_at", "op": "before", "value": {"daysAgo": 30}})),
        "Created is before the day 30 days ago"
    );
    assert_eq!(
        says(json!({"field": "consent_at", "op": "between", "value": {"from": "2026-03-01", "to": "today"}})),
        "Consent given at is from 1 Mar 2026 to today"
    );
    let revenue = accounts(
        json!({"field": "annual_revenue", "op": "at_least", "value": {"amount": 1000000, "currency": "usd"}}),
    );
    assert_eq!(describe(&revenue.unwrap()), "Annual revenue is at least 1000000 USD");
    let staff =
        accounts(json!({"field": "staff_count", "op": "between", "value": {"from": 50, "to": 12000}}));
    assert_eq!(describe(&staff.unwrap()), "Employees is from 50 to 12,000");
    assert_eq!(
        says(
            json!({"field": "seniority_level", "op": "in", "value": ["vp", "c level", "head", "director", "manager", "staff", "other"]})
        ),
        "Seniority is VP, C-level, Head, Director, Manager or 2 more"
    );
    assert_eq!(
        says(json!({"field": "custom.deal_size", "op": "greater", "value": 1.5})),
        "Deal size is greater than 1.5"
    );
}

#[test]
fn ids_are_named_where_somebody_knows_them() {
    let id = "01890000-0000-7000-8000-000000000001";
    let filter: Filter = contacts(json!({"field": "account", "op": "equals", "value": id})).unwrap();
    let named = describe_with(&filter, &|field, of| {
        (field.key() == "account" && of == id).then(|| "Acme".to_owned())
    });
    assert_eq!(named, "Account is Acme");
    assert_eq!(describe(&filter), format!("Account is {id}"));
}
