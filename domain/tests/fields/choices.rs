use pivotal_domain::audience::fields::catalogue::{Entity, FieldDef, FieldKind, field, fields};
use pivotal_domain::audience::fields::codes;
use pivotal_domain::audience::fields::parse::{FieldError, ParseContext, Parsed, parse, parse_custom};
use pivotal_domain::audience::fields::value::FieldValue;

use crate::check;

fn def(path: &str) -> &'static FieldDef {
    let (entity, key) = path.split_once('.').expect("entity.key");
    let entity = if entity == "contact" { Entity::Contact } else { Entity::Account };
    field(entity, key).expect(path)
}

fn run(path: &str, raw: &str) -> Result<Parsed, FieldError> {
    parse(def(path), raw, &ParseContext::default())
}

fn shown(path: &'static str) -> impl Fn(&str) -> &'static str {
    move |raw| match run(path, raw) {
        Ok(parsed) => parsed.value.map_or_else(String::new, |value| value.to_string()).leak(),
        Err(error) => error.code,
    }
}

#[test]
fn choices_in_the_words_of_other_systems() {
    check(
        &[
            ("valid", "valid"),
            ("VALID", "valid"),
            ("Verified", "valid"),
            ("catch-all", "catch_all"),
            ("Accept All", "catch_all"),
            ("Unavailable", "unknown"),
            ("Extrapolated", "risky"),
            ("n/a", ""),
            ("maybe", "choice_unknown"),
        ],
        shown("contact.email_verification_status"),
    );
    check(
        &[
            ("C suite", "C-level"),
            ("c_suite", "C-level"),
            ("Vp", "VP"),
            ("Entry", "Staff"),
            ("director", "Director"),
            ("Other", "Other"),
            ("wizard", "choice_unknown"),
        ],
        shown("contact.seniority_level"),
    );
    check(
        &[
            ("Engineering & Technical", "Engineering"),
            ("C-Suite", "Executive"),
            ("master_sales", "Sales"),
            ("Human Resources", "Human Resources"),
            ("basket weaving", "choice_unknown"),
        ],
        shown("contact.department"),
    );
    check(
        &[
            ("computer software", "Software"),
            ("Information Technology & Services", "Information Technology & Services"),
            ("information technology and services", "choice_unknown"),
            ("Health Care", "Hospital & Health Care"),
            ("HOSPITAL & HEALTH CARE", "Hospital & Health Care"),
        ],
        shown("account.industry"),
    );
    check(
        &[
            ("none", "none"),
            ("Legitimate interest – prospect/lead", "legitimate_interest"),
            ("yes", "consent"),
        ],
        shown("contact.consent_basis"),
    );
}

#[test]
fn phones_keep_what_was_written_and_say_the_rest_beside_it() {
    let parsed = run("contact.direct_phone", "+1 (202) 555-0100 x12").expect("possible");
    assert_eq!(parsed.value, Some("+1 (202) 555-0100 x12".into()));
    assert_eq!(
        parsed.extra,
        [("direct_phone_e164", "+12025550100".into()), ("phone_extension", "12".into())]
    );

    let parsed = run("contact.mobile_phone", "+1 (202) 555-0100").expect("possible");
    assert_eq!(parsed.value, Some("+12025550100".into()));

    let parsed = run("contact.direct_phone", "+12025550100 / +12025550101").expect("possible");
    assert_eq!(parsed.value, Some("+12025550100".into()));
    assert!(parsed.extra.contains(&("secondary_phones", FieldValue::List(vec!["+12025550101".into()]))));
}

#[test]
fn a_cell_of_several_emails_gives_a_primary_and_others() {
    let parsed = run("contact.email", "Jane@example.com; j.doe@example.com, broken@").expect("two good ones");
    assert_eq!(parsed.value, Some("jane@example.com".into()));
    assert_eq!(parsed.extra, [("secondary_emails", FieldValue::List(vec!["j.doe@example.com".into()]))]);
    assert_eq!(parsed.warnings.len(), 1);
    assert_eq!(parsed.warnings[0].code, codes::EMAIL_SYNTAX);
}

#[test]
fn a_head_count_says_its_range_and_the_reverse() {
    let parsed = run("account.employees_size_range", "250").expect("a number");
    assert_eq!(parsed.value, Some("201-500".into()));
    assert_eq!(parsed.extra, [("staff_count", FieldValue::Number(250))]);
    let parsed = run("account.staff_count", "201-500").expect("a range");
    assert_eq!((parsed.value, parsed.extra), (None, vec![("employees_size_range", "201-500".into())]));
}

#[test]
fn single_fields() {
    check(
        &[("2000", "2000"), ("999", "number_out_of_range"), ("2101", "number_out_of_range")],
        shown("account.year_founded"),
    );
    check(
        &[("7372", "7372"), ("7372; 7373", "7372"), ("73", "industry_code_unknown")],
        shown("account.sic_code"),
    );
    check(
        &[("541511", "541511"), ("54.0", "54"), ("5", "industry_code_unknown")],
        shown("account.naics_code"),
    );
    check(&[("'02139", "02139"), ("10115", "10115"), ("sw1a 1aa", "SW1A 1AA")], shown("contact.postal_code"));
    check(&[("a; b ,A|c", "a, b, c"), (";;", "")], shown("contact.tags"));
    check(&[("a@x.test\0", "a@x.test"), ("a\0b@x.test", "nul_byte")], shown("contact.email"));
    check(
        &[("=cmd|'/c calc'!A0", "=cmd|'/c calc'!A0"), ("JOB\0 Title", "JOB Title")],
        shown("contact.job_title"),
    );
    check(
        &[("2026-03-01", "2026-03-01T00:00:00Z"), ("03/01/2026", "date_ambiguous")],
        shown("contact.consent_at"),
    );
    check(
        &[
            ("Acme", "reference_invalid"),
            ("0190f3a0-0000-7000-8000-000000000001", "0190f3a0-0000-7000-8000-000000000001"),
        ],
        shown("contact.account"),
    );
    check(&[("anything", "field_derived")], shown("contact.email_status"));
    let long = "x".repeat(501);
    assert_eq!(run("contact.job_title", &long).expect_err("too long").code, codes::TEXT_TOO_LONG);
    assert_eq!(parse_custom("custom.region", " EMEA ").expect("text").value, Some("EMEA".into()));
}

#[test]
fn an_error_names_the_field_the_value_and_the_way_out() {
    let error = run("contact.email", "jane@gmail,com").expect_err("a comma");
    assert_eq!(
        error.message,
        "Email: \"jane@gmail,com\" is not an email address (its domain has a comma instead of a dot). Write a dot instead of the comma."
    );
    assert_eq!(
        (error.field.as_str(), error.value.as_str(), error.code),
        ("email", "jane@gmail,com", "email_syntax")
    );
    let long = run("account.hq_country", &"y".repeat(300)).expect_err("no country");
    assert_eq!(long.value.chars().count(), 80);
    assert!(long.message.starts_with("HQ country of the account: \"yyy"));
}

#[test]
fn the_catalogue_is_consistent() {
    for entity in [Entity::Contact, Entity::Account] {
        let defs = fields(entity);
        for (index, def) in defs.iter().enumerate() {
            assert_eq!(def.entity, entity, "{}", def.key);
            assert!(defs[..index].iter().all(|other| other.key != def.key), "{} twice", def.key);
            assert!(!def.label.is_empty());
            if let FieldKind::Choice(options) = def.kind {
                assert!(
                    options.iter().enumerate().all(|(i, option)| !options[..i].contains(option)),
                    "{}",
                    def.key
                );
            }
            if entity == Entity::Account {
                assert!(!def.personal, "{}: accounts are companies", def.key);
            }
        }
    }
    assert!(codes::ALL.iter().enumerate().all(|(i, code)| !codes::ALL[..i].contains(code)));
}
