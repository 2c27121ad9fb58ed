use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::parse::parse_text;
use serde_json::{Value, json};

use crate::{contacts, mistake};

fn code(json: Value) -> &'static str {
    mistake(json).code.code()
}

#[test]
fn an_unknown_field_is_named_with_the_one_that_may_be_meant() {
    let error = mistake(
        json!({"any": [{"field": "city", "op": "is_empty"}, {"all": [{"field": "jobtitle", "op": "contains", "value": "head"}]}]}),
    );
    assert_eq!(error.path, "any[1].all[0]");
    assert_eq!(error.field.as_deref(), Some("jobtitle"));
    assert_eq!(error.operator.as_deref(), Some("contains"));
    assert_eq!(error.code.code(), "FILTER_UNKNOWN_FIELD");
    assert_eq!(error.message, "Contacts have no field `jobtitle`. Did you mean `job_title`?");
    assert_eq!(code(json!({"field": "custom.", "op": "is_empty"})), "FILTER_UNKNOWN_FIELD");
    assert_eq!(code(json!({"field": "custom.A'; drop table x", "op": "is_empty"})), "FILTER_UNKNOWN_FIELD");
}

#[test]
fn an_operator_that_the_type_has_not_is_refused_with_those_it_has() {
    let error = mistake(json!({"field": "created_at", "op": "contains", "value": "x"}));
    assert_eq!(error.code.code(), "FILTER_OPERATOR_FOR_TYPE");
    assert_eq!(
        error.message,
        "Created: `contains` cannot be asked of a datetime field. Choose one of: on, before, after, between, in_last_days, in_next_days, is_empty, has_value."
    );
    assert_eq!(code(json!({"field": "city", "op": "like", "value": "x"})), "FILTER_UNKNOWN_OPERATOR");
    assert_eq!(code(json!({"field": "city"})), "FILTER_SHAPE");
}

#[test]
fn a_value_of_the_wrong_type_is_repeated_and_the_right_one_shown() {
    let error = mistake(json!({"all": [{"field": "score", "op": "greater", "value": "many"}]}));
    assert_eq!(error.path, "all[0]");
    assert_eq!(error.value.as_deref(), Some("many"));
    assert_eq!(error.message, "Score: \"many\" is not what fits here. Send a whole number, as 50.");
    for (field, op, value) in [
        ("score", "greater", json!(1.5)),
        ("city", "contains", json!(12)),
        ("city", "in", json!("Berlin")),
        ("city", "in", json!(["Berlin", null])),
        ("archived", "equals", json!("yes")),
        ("created_at", "on", json!("soon")),
        ("created_at", "on", json!({"daysAgo": -1})),
        ("created_at", "on", json!({"daysAgo": 1, "daysAhead": 1})),
        ("created_at", "in_last_days", json!("7")),
        ("created_at", "in_last_days", json!(40_000)),
        ("score", "between", json!([1, 2])),
        ("tags", "any_of", json!("a")),
        ("tags", "is_empty", json!(true)),
    ] {
        assert_eq!(
            code(json!({"field": field, "op": op, "value": value})),
            "FILTER_VALUE_TYPE",
            "{field} {op} {value}"
        );
    }
}

#[test]
fn a_value_that_does_not_exist_is_refused() {
    let error = mistake(json!({"field": "country", "op": "in", "value": ["DE", "Atlantis"]}));
    assert_eq!(error.code.code(), "FILTER_VALUE_UNKNOWN");
    assert_eq!(
        error.message,
        "Country: \"Atlantis\" is not a country. Write its name in English or its two-letter code, as DE."
    );
    assert_eq!(
        code(json!({"field": "seniority_level", "op": "equals", "value": "Boss"})),
        "FILTER_VALUE_UNKNOWN"
    );
    assert_eq!(code(json!({"field": "account", "op": "equals", "value": "Acme"})), "FILTER_VALUE_UNKNOWN");
    assert_eq!(
        code(json!({"field": "created_at", "op": "on", "value": "9999-01-01"})),
        "FILTER_VALUE_UNKNOWN"
    );
    assert_eq!(code(json!({"field": "city", "op": "equals"})), "FILTER_VALUE_MISSING");
    assert_eq!(code(json!({"field": "city", "op": "equals", "value": null})), "FILTER_VALUE_MISSING");
    assert_eq!(code(json!({"field": "city", "op": "equals", "value": " \u{0} "})), "FILTER_VALUE_MISSING");
    assert_eq!(code(json!({"field": "city", "op": "in", "value": []})), "FILTER_VALUE_MISSING");
    assert_eq!(
        code(json!({"field": "score", "op": "between", "value": {"from": 2, "to": 1}})),
        "FILTER_RANGE_BACKWARDS"
    );
}

fn nested(levels: usize) -> Value {
    (1..levels)
        .fold(json!({"all": [{"field": "city", "op": "is_empty"}]}), |inner, _| json!({"any": [inner]}))
}

#[test]
fn ten_levels_of_groups_are_taken_and_twenty_are_refused_by_name() {
    assert!(contacts(nested(10)).is_ok());
    let error = mistake(nested(20));
    assert_eq!(error.code.code(), "FILTER_TOO_DEEP");
    assert_eq!(error.path, ["any[0]"; 10].join("."));
    assert_eq!(error.message, "Groups are nested deeper than 10 levels. Put conditions into fewer groups.");
    let not = (0..20).fold(json!({"field": "city", "op": "is_empty"}), |inner, _| json!({"not": inner}));
    assert_eq!(code(not), "FILTER_TOO_DEEP");
}

#[test]
fn five_thousand_values_are_taken_and_ten_thousand_are_refused_by_name() {
    let many = |count: usize| {
        let values: Vec<String> = (0..count).map(|n| format!("v{n}")).collect();
        json!({"field": "city", "op": "in", "value": values})
    };
    assert!(contacts(many(5_000)).is_ok());
    let error = mistake(many(10_000));
    assert_eq!(error.code.code(), "FILTER_TOO_MANY_VALUES");
    assert_eq!(
        error.message,
        "City: 10000 values are more than the 5000 a condition takes. Split them over several conditions, or import them as a list."
    );
    assert_eq!(error.value.as_deref(), Some("a list of 10000"));
}

#[test]
fn a_text_of_ten_kilobytes_is_refused_without_repeating_it() {
    let error = mistake(json!({"field": "city", "op": "contains", "value": "x".repeat(10_240)}));
    assert_eq!(error.code.code(), "FILTER_TEXT_TOO_LONG");
    assert_eq!(error.value.unwrap().chars().count(), 80);
    assert_eq!(
        error.message,
        "City: the text has 10240 characters, and 1000 are the most a condition takes. Shorten it."
    );
}

#[test]
fn more_conditions_than_anybody_needs_are_refused_once() {
    let conditions = vec![json!({"field": "city", "op": "is_empty"}); 5_000];
    assert_eq!(code(json!({"all": conditions})), "FILTER_TOO_MANY_CONDITIONS");
    let wrong = vec![json!({"field": "nothing", "op": "is_empty"}); 5_000];
    assert_eq!(contacts(json!({"all": wrong})).unwrap_err().0.len(), 20);
}

#[test]
fn what_has_no_shape_of_a_filter_says_so() {
    for shapeless in [
        json!([]),
        json!("country"),
        json!(null),
        json!({"al": []}),
        json!({"all": {}}),
        json!({"all": [1]}),
        json!({"all": [{"field": "city", "op": "is_empty"}], "any": [{"field": "city", "op": "is_empty"}]}),
        json!({"all": [{"v": 1, "field": "city", "op": "is_empty"}]}),
        json!({"op": "is_empty"}),
        json!({"field": 7, "op": "is_empty"}),
    ] {
        assert_eq!(code(shapeless.clone()), "FILTER_SHAPE", "{shapeless}");
    }
    assert_eq!(code(json!({"any": [{"all": []}]})), "FILTER_EMPTY_GROUP");
    assert_eq!(code(json!({"v": 2, "all": []})), "FILTER_VERSION");
    assert_eq!(parse_text(Entity::Contact, "{").unwrap_err().0[0].code.code(), "FILTER_SHAPE");
    for everything in [json!({}), json!({"all": []}), json!({"any": []}), json!({"v": 1})] {
        assert!(contacts(everything.clone()).is_ok(), "{everything}");
    }
}

#[test]
fn all_mistakes_are_told_at_once_each_with_its_place() {
    let errors = contacts(json!({"all": [
        {"field": "country", "op": "equals", "value": "XX"},
        {"not": {"field": "score", "op": "contains", "value": 1}},
        {"any": [{"field": "city", "op": "is_empty"}, {"field": "score", "op": "less", "value": true}]}
    ]}))
    .unwrap_err();
    let paths: Vec<&str> = errors.0.iter().map(|error| error.path.as_str()).collect();
    assert_eq!(paths, ["all[0]", "all[1].not", "all[2].any[1]"]);
}
