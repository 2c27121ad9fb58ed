use pivotal_domain::audience::fields::catalogue::{Entity, FieldDef, fields};
use pivotal_domain::audience::fields::codes;
use pivotal_domain::audience::fields::parse::{ParseContext, parse};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::values::country::Country;
use pivotal_domain::audience::values::domain_name::Domain;
use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::audience::values::name_case::{self, Part};
use pivotal_domain::audience::values::{company_name, fold, job, person_name, postcode, state, text};
use proptest::prelude::*;

fn all_fields() -> impl Iterator<Item = &'static FieldDef> {
    fields(Entity::Contact).iter().chain(fields(Entity::Account)).filter(|def| def.writable)
}

fn contexts() -> [ParseContext; 3] {
    ["", "US", "DE"].map(|code| ParseContext { default_country: Country::parse(code), today: None })
}

/// Anything at all, and things that look nearly right.
fn raw() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "\\PC{0,40}",
        "[ \\t\\x00'=+@-]{0,6}[a-zA-Z0-9äöüß .,;:/@+()x#-]{0,40}[ \\x00]{0,3}",
        "[+(]?[0-9 ().x/-]{3,24}",
        "[A-Za-z.'+-]{1,12}@[a-zA-Z0-9äü.,-]{1,20}\\.[a-z]{2,4}",
        "(https?://)?(www\\.)?[a-zA-Z0-9ü-]{1,12}[.,][a-z]{2,3}(/[a-z]{0,5})?",
        "[$€£]?[0-9]{1,7}([.,][0-9]{1,4}){0,3} ?(k|M|Mio|Mrd|bn)? ?(EUR|USD|CHF)?",
        "[0-9]{1,4}[-./ ][0-9]{1,2}[-./ ][0-9]{1,4}( [0-9]{1,2}:[0-9]{2})?",
        "(https?://)?([a-z]{2,3}\\.)?linkedin\\.com/(in|company|pub)/[a-zA-Z0-9%ü-]{0,12}/?",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parsing_never_panics_and_its_outcome_is_well_formed(raw in raw()) {
        for ctx in contexts() {
            for def in all_fields() {
                match parse(def, &raw, &ctx) {
                    Ok(parsed) => {
                        prop_assert!(parsed.value.as_ref().is_none_or(|value| !value.is_empty()));
                        for (key, value) in &parsed.extra {
                            prop_assert!(!value.is_empty());
                            prop_assert!(fields(def.entity).iter().any(|other| other.key == *key), "{}", key);
                        }
                    }
                    Err(error) => {
                        prop_assert!(codes::ALL.contains(&error.code));
                        prop_assert!(error.value.chars().count() <= 80);
                        prop_assert!(error.message.contains(&error.value));
                        prop_assert!(error.message.contains(def.label));
                    }
                }
            }
        }
    }

    #[test]
    fn parsing_a_parsed_value_changes_nothing(raw in raw()) {
        for ctx in contexts() {
            for def in all_fields() {
                let Ok(parsed) = parse(def, &raw, &ctx) else { continue };
                let Some(value) = parsed.value else { continue };
                let again = parse(def, &value.to_string(), &ctx);
                prop_assert_eq!(again.map(|again| again.value), Ok(Some(value)), "field {}", def.key);
            }
        }
    }

    #[test]
    fn text_is_only_cleaned_never_lost(raw in any::<String>()) {
        let line = text::line(&raw);
        prop_assert_eq!(&text::line(&line), &line);
        prop_assert_eq!(&text::lines(&text::lines(&raw)), &text::lines(&raw));
        prop_assert!(!line.contains(char::is_control));
        // Letters and digits of the original all survive, in order.
        let letters = |text: &str| fold::key(text);
        prop_assert_eq!(letters(&raw), letters(&line));
    }

    #[test]
    fn a_phone_cell_keeps_its_digits(raw in "[+]?[0-9 ().-]{7,20}( ?x[0-9]{1,4})?") {
        let def = all_fields().find(|def| def.key == "direct_phone").expect("in the catalogue");
        let ctx = ParseContext { default_country: Country::parse("US"), today: None };
        if let Ok(parsed) = parse(def, &raw, &ctx) {
            // The zero that is dialled inside the country goes where its code stands before it.
            let trunk = raw.trim_start().starts_with('+');
            let digits = |text: &str| {
                text.chars().filter(|c| c.is_ascii_digit() && !(trunk && *c == '0')).collect::<String>()
            };
            let kept = parsed.value.map(|value| value.to_string()).unwrap_or_default();
            prop_assert_eq!(digits(&kept), digits(raw.strip_suffix(".0").unwrap_or(&raw)));
        }
    }

    /// What is normalised says the same as what was typed: only case, blanks and marks differ.
    #[test]
    fn nothing_typed_is_lost(raw in raw(), code in "[A-Za-z0-9 -]{0,12}") {
        let lower = |text: &str| text.chars().flat_map(char::to_lowercase).flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect::<String>();
        for part in [Part::Whole, Part::Last] {
            let natural = name_case::natural_case(&raw, part);
            prop_assert_eq!(fold::key(&lower(&natural)), fold::key(&lower(&raw)));
            prop_assert_eq!(name_case::natural_case(&natural, part), natural);
        }
        let signs = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
        for country in [None, Country::parse("GB"), Country::parse("DE"), Country::parse("US"), Country::parse("NL"), Country::parse("AE")] {
            let normal = postcode::normal(&code, country);
            prop_assert_eq!(postcode::normal(&normal, country), normal.clone());
            // All of it, or all behind the country's own letters (`D-`), which the country field says.
            prop_assert!(signs(&code.to_uppercase()).ends_with(&signs(&normal)));
            prop_assert!(signs(&normal).len() + 3 >= signs(&code).len());
            let given = state::parse(&code, country);
            let name = country.and_then(|country| state::name(&given, country));
            prop_assert_eq!(state::parse(name.unwrap_or(&given), country), given);
        }
    }

    #[test]
    fn an_email_keeps_its_local_part_and_its_tag(
        local in "[A-Za-z][A-Za-z0-9._]{0,8}[A-Za-z0-9](\\+[a-zA-Z0-9]{1,8})?",
        // Shorter ones are suffixes of their own: `gr.com`, `jpn.com`.
        host in "[a-zA-ZäöüÄÖÜñé][a-zA-Z0-9äöüñé]{5,10}",
    ) {
        if local.contains("..") {
            return Ok(());
        }
        let email = EmailAddress::parse(&format!("{local}@{host}.com")).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(email.local(), local.to_ascii_lowercase());
        // The domain in its own letters is what was typed.
        let domain = Domain::parse(&format!("https://www.{host}.com/path")).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(domain.unicode(), format!("{}.com", host.to_lowercase()));
        prop_assert_eq!(domain.as_str(), email.domain());
    }

    #[test]
    fn keys_are_stable(raw in any::<String>()) {
        let key = company_name::match_key(&raw);
        prop_assert_eq!(company_name::match_key(&key), key);
        prop_assert_eq!(fold::key(&fold::key(&raw)), fold::key(&raw));
        let natural = name_case::natural_case(&raw, Part::Whole);
        prop_assert_eq!(name_case::natural_case(&natural, Part::Whole), natural);
        let _ = (person_name::match_key(&raw), job::seniority(&raw), job::department(&raw));
    }

    #[test]
    fn values_survive_their_json(value in value()) {
        let json = serde_json::to_string(&value).expect("serialises");
        prop_assert_eq!(serde_json::from_str::<FieldValue>(&json).expect(&json), value.clone());
        let tree = serde_json::to_value(&value).expect("serialises");
        prop_assert_eq!(serde_json::from_value::<FieldValue>(tree).expect("reads back"), value);
    }
}

fn value() -> impl Strategy<Value = FieldValue> {
    prop_oneof![
        any::<String>().prop_map(FieldValue::Text),
        any::<i64>().prop_map(FieldValue::Number),
        any::<bool>().prop_map(FieldValue::Bool),
        prop::collection::vec(any::<String>(), 0..5).prop_map(FieldValue::List),
        ("[0-9]{1,12}(\\.[0-9]{1,2})?", "[A-Z]{3}")
            .prop_map(|(amount, currency)| FieldValue::Money { amount, currency }),
    ]
}

#[test]
fn odd_json_is_refused_not_guessed() {
    for json in [
        "1.5",
        "null",
        "{\"amount\":\"1\"}",
        "{\"amount\":\"1\",\"currency\":\"EUR\",\"x\":1}",
        "[1]",
        "[[\"a\"]]",
        "18446744073709551615",
    ] {
        assert!(serde_json::from_str::<FieldValue>(json).is_err(), "{json}");
    }
}
