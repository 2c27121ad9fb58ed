use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;

use super::command::ChangedOption;
use super::definition::{FieldOption, FieldType};
use super::*;

type Fields = TestFramework<CustomFields>;

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn new(label: &str, field_type: FieldType, options: &[&str]) -> NewField {
    let options = options.iter().map(ToString::to_string).collect();
    NewField {
        entity: Entity::Contact,
        label: label.into(),
        field_type,
        options,
        required: false,
        unique: false,
        default: None,
    }
}

fn define(label: &str, field_type: FieldType, options: &[&str]) -> CustomFieldCommand {
    CustomFieldCommand::Define { field: new(label, field_type, options), at: at() }
}

fn field(key: &str, label: &str, field_type: FieldType, options: &[&str]) -> Definition {
    let options = options.iter().map(|label| FieldOption::named(label)).collect();
    let (key, label) = (key.to_owned(), label.to_owned());
    Definition {
        entity: Entity::Contact,
        key,
        label,
        field_type,
        options,
        required: false,
        unique: false,
        default: None,
        archived: false,
    }
}

fn defined(key: &str, label: &str, field_type: FieldType, options: &[&str]) -> CustomFieldEvent {
    CustomFieldEvent::CustomFieldDefined { at: at(), field: field(key, label, field_type, options) }
}

fn tier() -> CustomFieldEvent {
    defined("custom.tier", "Tier", FieldType::Choice, &["Gold", "Silver"])
}

fn change(changes: FieldChanges) -> CustomFieldCommand {
    CustomFieldCommand::Change { key: "custom.tier".into(), changes, at: at() }
}

fn options(all: &[(Option<&str>, &str, bool)]) -> CustomFieldCommand {
    let all = all.iter().map(|(value, label, retired)| ChangedOption {
        value: value.map(str::to_owned),
        label: (*label).to_owned(),
        retired: *retired,
    });
    change(FieldChanges { options: Some(all.collect()), ..FieldChanges::default() })
}

fn renamed(label: &str) -> CustomFieldCommand {
    change(FieldChanges { label: Some(label.into()), ..FieldChanges::default() })
}

fn archived() -> CustomFieldEvent {
    CustomFieldEvent::CustomFieldArchived { at: at(), key: "custom.tier".into() }
}

#[test]
fn the_key_comes_from_the_label_and_stays_when_it_is_renamed() {
    Fields::with(())
        .given_no_previous_events()
        .when(define("  Renewal  Date (2026) ", FieldType::Date, &[]))
        .then_expect_events(vec![defined(
            "custom.renewal_date_2026",
            "Renewal Date (2026)",
            FieldType::Date,
            &[],
        )]);
    let event = CustomFieldEvent::CustomFieldRenamed {
        at: at(),
        key: "custom.tier".into(),
        label: "Level".into(),
        previous: "Tier".into(),
    };
    Fields::with(()).given(vec![tier()]).when(renamed("Level")).then_expect_events(vec![event.clone()]);
    // The old name is free again; its key is not.
    Fields::with(())
        .given(vec![tier(), event])
        .when(define("Tier", FieldType::Text, &[]))
        .then_expect_events(vec![defined("custom.tier_2", "Tier", FieldType::Text, &[])]);
    Fields::with(())
        .given(vec![tier()])
        .when(define("地域", FieldType::Text, &[]))
        .then_expect_events(vec![defined("custom.field_2", "地域", FieldType::Text, &[])]);
}

#[test]
fn a_name_that_another_field_has_is_refused() {
    for standard in ["Job title", "job_title", "E-mail", "Email", "ID", "Archived"] {
        let refused = CustomFields::default().decide(define(standard, FieldType::Text, &[]));
        let is_reserved = matches!(refused, Err(CustomFieldError::Reserved { .. }));
        assert!(is_reserved, "{standard}: {refused:?}");
    }
    let taken = CustomFieldError::LabelTaken("Tier".into());
    Fields::with(()).given(vec![tier()]).when(define("TIER ", FieldType::Text, &[])).then_expect_error(taken);
    let gone = CustomFieldError::LabelArchived("Tier".into());
    Fields::with(())
        .given(vec![tier(), archived()])
        .when(define("Tier", FieldType::Text, &[]))
        .then_expect_error(gone);
    Fields::with(())
        .given_no_previous_events()
        .when(define(" \t", FieldType::Text, &[]))
        .then_expect_error(CustomFieldError::LabelEmpty);
    Fields::with(())
        .given_no_previous_events()
        .when(define(&"x".repeat(81), FieldType::Text, &[]))
        .then_expect_error(CustomFieldError::LabelTooLong(81));
}

#[test]
fn options_are_added_renamed_and_retired_but_never_lost() {
    let before = vec![FieldOption::named("Gold"), FieldOption::named("Silver")];
    let after = vec![
        FieldOption { value: "Gold".into(), label: "Gold partner".into(), retired: false },
        FieldOption { retired: true, ..FieldOption::named("Silver") },
        FieldOption::named("Bronze"),
    ];
    Fields::with(())
        .given(vec![tier()])
        .when(options(&[
            (Some("Gold"), " Gold partner", false),
            (Some("Silver"), "Silver", true),
            (None, "Bronze", false),
        ]))
        .then_expect_events(vec![CustomFieldEvent::CustomFieldOptionsChanged {
            at: at(),
            key: "custom.tier".into(),
            options: after,
            previous: before,
        }]);
    let refused = |wanted: &[(Option<&str>, &str, bool)], error: CustomFieldError| {
        Fields::with(()).given(vec![tier()]).when(options(wanted)).then_expect_error(error);
    };
    refused(&[(Some("Gold"), "Gold", false)], CustomFieldError::OptionRemoved("Silver".into()));
    refused(&[(Some("Gold"), "Gold", true), (Some("Silver"), "Silver", true)], CustomFieldError::NoOptions);
    let (gold, silver) = ((Some("Gold"), "Gold", false), (Some("Silver"), "Silver", false));
    refused(&[gold, silver, (None, "GOLD", false)], CustomFieldError::OptionTwice("GOLD".into()));
    refused(&[gold, silver, (Some("Tin"), "Tin", false)], CustomFieldError::OptionUnknown("Tin".into()));
    refused(&[gold, silver, (None, "a;b", false)], CustomFieldError::OptionSeparator("a;b".into()));
    refused(&[gold, silver, (None, " ", false)], CustomFieldError::OptionEmpty);
}

#[test]
fn a_choice_needs_options_and_nothing_else_has_any() {
    let refused = |command, error| {
        Fields::with(()).given_no_previous_events().when(command).then_expect_error(error);
    };
    refused(define("Tier", FieldType::Choice, &[]), CustomFieldError::NoOptions);
    refused(define("Tier", FieldType::Number, &["1"]), CustomFieldError::OptionsForType);
    let many: Vec<String> = (0..501).map(|n| format!("o{n}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    refused(define("Tier", FieldType::Multi, &many), CustomFieldError::TooManyOptions(501));
}

#[test]
fn what_is_archived_comes_back_and_a_repeat_is_nothing() {
    let archive = || CustomFieldCommand::Archive { key: "custom.tier".into(), at: at() };
    let restore = || CustomFieldCommand::Restore { key: "custom.tier".into(), at: at() };
    Fields::with(()).given(vec![tier()]).when(archive()).then_expect_events(vec![archived()]);
    Fields::with(()).given(vec![tier(), archived()]).when(archive()).then_expect_events(vec![]);
    Fields::with(()).given(vec![tier(), archived()]).when(restore()).then_expect_events(vec![
        CustomFieldEvent::CustomFieldRestored { at: at(), key: "custom.tier".into() },
    ]);
    Fields::with(()).given(vec![tier()]).when(restore()).then_expect_events(vec![]);
    Fields::with(())
        .given(vec![tier(), archived()])
        .when(renamed("Level"))
        .then_expect_error(CustomFieldError::Archived("Tier".into()));
    Fields::with(()).given_no_previous_events().when(archive()).then_expect_error(CustomFieldError::Unknown);
}

#[test]
fn there_are_two_hundred_at_most() {
    let many =
        (0..FIELDS_MAX).map(|n| defined(&format!("custom.f{n}"), &format!("F{n}"), FieldType::Text, &[]));
    let mut many: Vec<_> = many.collect();
    Fields::with(())
        .given(many.clone())
        .when(define("One more", FieldType::Text, &[]))
        .then_expect_error(CustomFieldError::TooMany);
    many.push(CustomFieldEvent::CustomFieldArchived { at: at(), key: "custom.f7".into() });
    Fields::with(())
        .given(many)
        .when(define("One more", FieldType::Text, &[]))
        .then_expect_events(vec![defined("custom.one_more", "One more", FieldType::Text, &[])]);
}
