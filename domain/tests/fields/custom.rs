//! Values of custom fields, read by their definition.

use pivotal_domain::audience::custom_fields::definition::{Definition, FieldOption, FieldType};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::parse::{ParseContext, parse_defined};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::values::country::Country;

fn field(field_type: FieldType) -> Definition {
    let option =
        |value: &str, label: &str, retired| FieldOption { value: value.into(), label: label.into(), retired };
    let options = match field_type.has_options() {
        true => vec![
            option("Gold", "Gold partner", false),
            option("Silver", "Silver", false),
            option("Tin", "Tin", true),
            option("Sales, inside", "Sales, inside", false),
        ],
        false => Vec::new(),
    };
    Definition {
        entity: Entity::Contact,
        key: "custom.tier".into(),
        label: "Tier".into(),
        field_type,
        options,
        required: false,
        unique: false,
        default: None,
        archived: false,
    }
}

fn in_country(country: Option<&str>) -> ParseContext {
    ParseContext { default_country: country.and_then(Country::parse), today: None }
}

fn read(field_type: FieldType, raw: &str) -> Result<Option<FieldValue>, String> {
    let parsed = parse_defined(&field(field_type), raw, &in_country(None));
    parsed.map(|parsed| parsed.value).map_err(|error| error.message)
}

fn good(field_type: FieldType, raw: &str) -> FieldValue {
    read(field_type, raw).expect("a good value").expect("a value")
}

fn code(field_type: FieldType, raw: &str) -> &'static str {
    parse_defined(&field(field_type), raw, &in_country(None)).expect_err("a bad value").code
}

#[test]
fn a_number_is_whole_or_a_text_that_loses_no_digit() {
    for (raw, whole) in
        [("1250", 1250), ("1,250", 1250), ("-3", -3), ("12.0", 12), ("007", 7), ("-0", 0), ("+5", 5)]
    {
        assert_eq!(good(FieldType::Number, raw), FieldValue::Number(whole), "{raw}");
    }
    for (raw, text) in
        [("12.5", "12.5"), ("12.50", "12.5"), (".5", "0.5"), ("-0.25", "-0.25"), ("1,250.75", "1250.75")]
    {
        assert_eq!(good(FieldType::Number, raw), FieldValue::Text(text.into()), "{raw}");
    }
    for raw in ["many", "12 EUR", "1e3", "12M", "--3", "1.2.3.4"] {
        assert_eq!(code(FieldType::Number, raw), "number_invalid", "{raw}");
    }
    let german =
        parse_defined(&field(FieldType::Number), "1.250,5", &in_country(Some("DE"))).expect("a number");
    assert_eq!(german.value, Some("1250.5".into()));
}

#[test]
fn a_value_that_was_read_is_read_again_the_same() {
    let values = [
        (FieldType::Number, "12.5"),
        (FieldType::Date, "1 March 2026"),
        (FieldType::DateTime, "2026-03-01 14:05"),
        (FieldType::Url, "example.com/a"),
        (FieldType::Email, "Ada@Example.com"),
        (FieldType::Phone, "+1 202 555 0100 ext. 12"),
        (FieldType::Choice, "gold PARTNER"),
    ];
    for (field_type, raw) in values {
        let once = good(field_type, raw);
        assert_eq!(good(field_type, &once.to_string()), once, "{raw}");
    }
}

#[test]
fn each_type_has_its_form() {
    assert_eq!(good(FieldType::Date, "1 March 2026"), "2026-03-01".into());
    assert_eq!(good(FieldType::DateTime, "2026-03-01 14:05"), "2026-03-01T14:05:00Z".into());
    assert_eq!(good(FieldType::Bool, "Ja"), FieldValue::Bool(true));
    assert_eq!(good(FieldType::Url, "example.com/a"), "https://example.com/a".into());
    assert_eq!(good(FieldType::Phone, "+1 202 555 0100"), "+12025550100".into());
    assert_eq!(
        good(FieldType::Money, "$12.50"),
        FieldValue::Money { amount: "12.5".into(), currency: "USD".into() }
    );
    assert_eq!(good(FieldType::Text, " two\nlines "), "two\nlines".into());
    assert_eq!(code(FieldType::Date, "soon"), "date_invalid");
    assert_eq!(code(FieldType::Date, "03/04/2026"), "date_ambiguous");
    assert_eq!(code(FieldType::Email, "nobody"), "email_syntax");
    assert_eq!(code(FieldType::Phone, "020 7946 0018"), "phone_country_missing");
    assert_eq!(code(FieldType::Url, "ftp://example.com"), "url_invalid");
    assert_eq!(code(FieldType::Bool, "perhaps"), "bool_invalid");
    assert_eq!(code(FieldType::Date, "2026-03-\0 01"), "nul_byte");
    assert_eq!(read(FieldType::Date, "n/a"), Ok(None));
    assert_eq!(read(FieldType::Choice, " "), Ok(None));
}

#[test]
fn an_option_is_meant_by_its_name_of_today_or_by_the_one_it_was_stored_under() {
    for raw in ["Gold partner", "gold-partner", "GOLD"] {
        assert_eq!(good(FieldType::Choice, raw), "Gold".into(), "{raw}");
    }
    let unknown = read(FieldType::Choice, "Bronze").expect_err("no option");
    assert_eq!(
        unknown,
        "Tier: \"Bronze\" is not one of Gold partner, Silver, Sales, inside. Choose one of them."
    );
    let retired = read(FieldType::Choice, "tin").expect_err("retired");
    assert!(retired.contains("retired"), "{retired}");
}

#[test]
fn several_options_stand_once_and_wrong_ones_are_named() {
    let list = |items: &[&str]| FieldValue::List(items.iter().map(ToString::to_string).collect());
    assert_eq!(good(FieldType::Multi, "silver; Gold partner; GOLD"), list(&["Silver", "Gold"]));
    assert_eq!(good(FieldType::Multi, "Silver, Gold"), list(&["Silver", "Gold"]));
    assert_eq!(good(FieldType::Multi, "Sales, inside | Silver"), list(&["Sales, inside", "Silver"]));
    let parsed =
        parse_defined(&field(FieldType::Multi), "Silver; Bronze", &in_country(None)).expect("one is good");
    assert_eq!(parsed.value, Some(list(&["Silver"])));
    assert_eq!(parsed.warnings.len(), 1);
    assert_eq!((parsed.warnings[0].value.as_str(), parsed.warnings[0].code), ("Bronze", "choice_unknown"));
    assert_eq!(code(FieldType::Multi, "Bronze; Tin"), "choice_unknown");
}
