//! Filters of custom fields that are defined: typed, named by their labels, and refused once archived.

use std::collections::BTreeMap;

use pivotal_domain::audience::custom_fields::definition::{Definition, FieldOption, FieldType};
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::filter::Filter;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::audience::filter::describe::describe;
use pivotal_domain::audience::filter::error::FilterErrors;
use pivotal_domain::audience::filter::matches::matches;
use pivotal_domain::audience::filter::parse::parse_with;
use pivotal_domain::audience::filter::print::print;
use pivotal_domain::audience::filter::vocabulary::Vocabulary;
use serde_json::{Value, json};

fn definitions() -> Definitions {
    let field = |name: &str, field_type: FieldType, archived| Definition {
        entity: Entity::Contact,
        key: format!("custom.{name}"),
        label: format!("My {name}"),
        field_type,
        options: match field_type.has_options() {
            true => vec![
                FieldOption { value: "Gold".into(), label: "Gold partner".into(), retired: false },
                FieldOption { retired: true, ..FieldOption::named("Tin") },
            ],
            false => vec![],
        },
        required: false,
        unique: false,
        default: None,
        archived,
    };
    [
        field("tier", FieldType::Choice, false),
        field("areas", FieldType::Multi, false),
        field("seats", FieldType::Number, false),
        field("renewal", FieldType::Date, false),
        field("met", FieldType::DateTime, false),
        field("partner", FieldType::Bool, false),
        field("gone", FieldType::Text, true),
    ]
    .into_iter()
    .collect()
}

fn read(json: Value) -> Result<Filter, FilterErrors> {
    parse_with(Entity::Contact, &json, &Vocabulary { contacts: definitions(), ..Vocabulary::none() })
}

fn asks(field: &str, op: &str, value: Value) -> Filter {
    read(json!({"field": format!("custom.{field}"), "op": op, "value": value})).unwrap()
}

fn holds(filter: &Filter, field: &str, value: impl Into<FieldValue>) -> bool {
    let record = BTreeMap::from([(format!("custom.{field}"), value.into())]);
    matches(filter, &record, &Asking::at("2026-03-10T12:00:00Z".parse().unwrap()))
}

fn mistake(field: &str, op: &str, value: Value) -> (&'static str, String) {
    let mut errors = read(json!({"field": field, "op": op, "value": value})).unwrap_err().0;
    assert_eq!(errors.len(), 1);
    let error = errors.remove(0);
    (error.code.code(), error.message)
}

#[test]
fn options_are_asked_for_by_either_name_kept_by_value_and_said_by_label() {
    let gold = asks("tier", "in", json!(["gold PARTNER", "Tin"]));
    assert_eq!(print(&gold)["value"], json!(["Gold", "Tin"]));
    assert_eq!(describe(&gold), "My tier is Gold partner or Tin");
    assert!(holds(&gold, "tier", "Gold") && !holds(&gold, "tier", "Silver"));
    let areas = asks("areas", "any_of", json!(["Gold partner"]));
    assert_eq!(describe(&areas), "My areas include \"Gold partner\"");
    assert!(holds(&areas, "areas", FieldValue::List(vec!["Tin".into(), "Gold".into()])));
    let (code, message) = mistake("custom.tier", "equals", json!("Bronze"));
    assert_eq!(code, "FILTER_VALUE_UNKNOWN");
    assert_eq!(message, "My tier: \"Bronze\" is not one of its values. Choose from: Gold partner.");
    assert_eq!(mistake("custom.areas", "any_of", json!(["x"])).0, "FILTER_VALUE_UNKNOWN");
}

#[test]
fn numbers_may_have_a_fraction_and_old_texts_are_none() {
    let more = asks("seats", "greater", json!(12.25));
    assert!(holds(&more, "seats", FieldValue::Number(13)) && holds(&more, "seats", "12.5"));
    assert!(!holds(&more, "seats", FieldValue::Number(12)) && !holds(&more, "seats", "many"));
    let listed = asks("seats", "in", json!([12, "12.50"]));
    assert!(holds(&listed, "seats", "12.5") && holds(&listed, "seats", FieldValue::Number(12)));
    assert_eq!(mistake("custom.seats", "contains", json!("1")).0, "FILTER_OPERATOR_FOR_TYPE");
    assert_eq!(mistake("custom.seats", "equals", json!("many")).0, "FILTER_VALUE_TYPE");
}

#[test]
fn dates_are_days_and_moments_are_compared_to_the_second() {
    let march = asks("renewal", "between", json!({"from": "2026-03-01", "to": "2026-03-31"}));
    assert!(holds(&march, "renewal", "2026-03-31") && !holds(&march, "renewal", "2026-04-01"));
    assert!(!holds(&march, "renewal", "2026-3-7") && !holds(&march, "renewal", "soon"));
    assert!(holds(&asks("renewal", "on", json!("today")), "renewal", "2026-03-10"));
    let before = asks("met", "before", json!("2026-03-10T10:00:00.5Z"));
    assert!(holds(&before, "met", "2026-03-10T10:00:00Z") && !holds(&before, "met", "2026-03-10T10:00:01Z"));
    let after = asks("met", "after", json!("2026-03-10T10:00:00.5Z"));
    assert!(!holds(&after, "met", "2026-03-10T10:00:00Z") && holds(&after, "met", "2026-03-10T10:00:01Z"));
    assert!(!holds(&asks("met", "after", json!("2026-03-10T10:00:00Z")), "met", "2026-03-10T10:00:00Z"));
    assert!(holds(&asks("met", "on", json!("today")), "met", "2026-03-10T23:59:59Z"));
}

#[test]
fn yes_is_not_the_word_yes() {
    let partners = asks("partner", "equals", json!(true));
    assert!(holds(&partners, "partner", FieldValue::Bool(true)) && !holds(&partners, "partner", "true"));
    assert!(holds(&asks("partner", "equals", json!(false)), "partner", FieldValue::Bool(false)));
}

#[test]
fn a_field_that_was_archived_is_named_and_an_undefined_one_is_text() {
    let (code, message) = mistake("custom.gone", "equals", json!("x"));
    assert_eq!(code, "FILTER_FIELD_ARCHIVED");
    assert_eq!(
        message,
        "The custom field \"My gone\" was archived. Remove this condition, or restore the field in the settings."
    );
    let legacy = asks("other", "contains", json!("ab"));
    assert!(holds(&legacy, "other", "cABle"));
}
