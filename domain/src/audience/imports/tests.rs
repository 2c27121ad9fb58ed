//! given / when / then.

use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;
use uuid::Uuid;

use super::Import;
use super::command::{End, ImportCommand, PreviewEnd};
use super::error::ImportError;
use super::events::{ChosenSheet, FileFormat, ImportEvent, Previewed, Upload};
use super::kind::ImportKind;
use super::mapping::{ColumnMapping, MappedEntity};
use super::outcome::{Outcomes, RunResult};
use crate::audience::record::change::WriteRule;
use crate::audience::record::previews::PreviewRemoval;

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 9, 0, 0).unwrap()
}

fn uploaded() -> ImportEvent {
    let format = FileFormat {
        encoding: "UTF-8".into(),
        delimiter: ',',
        header_row: 1,
        headers: vec!["Email".into(), "Company".into(), "Name".into()],
    };
    ImportEvent::ImportUploaded {
        at: at(),
        upload: Upload {
            name: "Fleet".into(),
            file_name: "fleet.csv".into(),
            file_key: "imports/2026/03/x".into(),
            file_size: 10,
            file_hash: "00".into(),
            format,
            sheets: vec![],
            sheet: None,
            parent: None,
        },
    }
}

fn column(column: u32, entity: MappedEntity, field: &str) -> ColumnMapping {
    ColumnMapping { column, entity, field: field.into(), rule: WriteRule::BySource }
}

fn mapped() -> ImportEvent {
    ImportEvent::ImportMapped {
        at: at(),
        name: "Fleet".into(),
        default_country: None,
        mapping: vec![column(0, MappedEntity::Contact, "email")],
        kind: ImportKind::Both,
        supplied_by: None,
    }
}

fn map(mapping: Vec<ColumnMapping>) -> ImportCommand {
    of_kind(ImportKind::Both, mapping)
}

fn started() -> ImportEvent {
    ImportEvent::ImportStarted { at: at(), job: Uuid::nil() }
}

#[test]
fn an_import_cannot_start_before_its_columns_are_mapped() {
    TestFramework::<Import>::with(())
        .given(vec![uploaded()])
        .when(ImportCommand::Start { at: at(), job: Uuid::nil() })
        .then_expect_error(ImportError::NotMapped);
}

#[test]
fn starting_a_running_import_again_changes_nothing() {
    TestFramework::<Import>::with(())
        .given(vec![uploaded(), mapped(), started()])
        .when(ImportCommand::Start { at: at(), job: Uuid::nil() })
        .then_expect_events(vec![]);
}

#[test]
fn a_column_the_file_does_not_have_is_refused() {
    TestFramework::<Import>::with(())
        .given(vec![uploaded()])
        .when(map(vec![column(9, MappedEntity::Contact, "email")]))
        .then_expect_error(ImportError::UnknownColumn { column: 9 });
}

#[test]
fn a_derived_field_cannot_be_filled_from_a_file() {
    TestFramework::<Import>::with(())
        .given(vec![uploaded()])
        .when(map(vec![column(0, MappedEntity::Contact, "email_status")]))
        .then_expect_error(ImportError::UnknownField { field: "email_status".into() });
}

#[test]
fn one_field_cannot_be_filled_from_two_columns() {
    let mapping = vec![column(0, MappedEntity::Contact, "email"), column(1, MappedEntity::Contact, "email")];
    TestFramework::<Import>::with(())
        .given(vec![uploaded()])
        .when(map(mapping))
        .then_expect_error(ImportError::FieldTwice { field: "email".into() });
}

#[test]
fn a_mapping_must_identify_contacts() {
    TestFramework::<Import>::with(())
        .given(vec![uploaded()])
        .when(map(vec![column(2, MappedEntity::Contact, "full_name")]))
        .then_expect_error(ImportError::NoKeyColumn);
}

#[test]
fn a_result_that_does_not_add_up_is_refused() {
    let result = RunResult {
        outcomes: Outcomes { read: 3, created: 2, ..Outcomes::default() },
        ..RunResult::default()
    };
    TestFramework::<Import>::with(())
        .given(vec![uploaded(), mapped(), started()])
        .when(ImportCommand::Finish { at: at(), result, end: End::Completed })
        .then_expect_error(ImportError::DoesNotAddUp);
}

#[test]
fn an_import_that_has_ended_takes_no_other_mapping() {
    let result = RunResult::default();
    TestFramework::<Import>::with(())
        .given(vec![uploaded(), mapped(), started(), ImportEvent::ImportCompleted { at: at(), result }])
        .when(map(vec![]))
        .then_expect_error(ImportError::Finished);
}

fn of_kind(kind: ImportKind, mapping: Vec<ColumnMapping>) -> ImportCommand {
    ImportCommand::Map { at: at(), name: None, default_country: None, mapping, kind, supplied_by: None }
}

#[test]
fn a_file_of_accounts_takes_account_columns_and_needs_one_to_find_them_by() {
    let name = || column(1, MappedEntity::Account, "name");
    TestFramework::<Import>::with(())
        .given(vec![uploaded()])
        .when(of_kind(ImportKind::Accounts, vec![name(), column(0, MappedEntity::Contact, "email")]))
        .then_expect_error(ImportError::FieldNotOfKind { field: "email".into(), kind: ImportKind::Accounts });
    TestFramework::<Import>::with(())
        .given(vec![uploaded()])
        .when(of_kind(ImportKind::Accounts, vec![column(1, MappedEntity::Account, "industry")]))
        .then_expect_error(ImportError::NoAccountKeyColumn);
    TestFramework::<Import>::with(())
        .given(vec![uploaded()])
        .when(of_kind(ImportKind::Accounts, vec![name()]))
        .then_expect_events(vec![ImportEvent::ImportMapped {
            at: at(),
            name: "Fleet".into(),
            default_country: None,
            mapping: vec![name()],
            kind: ImportKind::Accounts,
            supplied_by: None,
        }]);
}

#[test]
fn a_file_of_contacts_finds_accounts_and_writes_none() {
    let email = || column(0, MappedEntity::Contact, "email");
    TestFramework::<Import>::with(())
        .given(vec![uploaded()])
        .when(of_kind(ImportKind::Contacts, vec![email(), column(1, MappedEntity::Account, "industry")]))
        .then_expect_error(ImportError::FieldNotOfKind {
            field: "industry".into(),
            kind: ImportKind::Contacts,
        });
}

fn preview_started(job: u128) -> ImportEvent {
    ImportEvent::ImportPreviewStarted { at: at(), job: Uuid::from_u128(job) }
}

fn previewed(job: u128) -> ImportEvent {
    let preview = Previewed { job: Uuid::from_u128(job), expires_at: at(), result: RunResult::default() };
    ImportEvent::ImportPreviewed { at: at(), preview }
}

fn finish_preview(job: u128) -> ImportCommand {
    let end = PreviewEnd::Done { result: RunResult::default(), expires_at: at() };
    ImportCommand::FinishPreview { at: at(), job: Uuid::from_u128(job), end }
}

#[test]
fn a_preview_comes_after_the_mapping_and_before_the_run() {
    let start = |job| ImportCommand::StartPreview { at: at(), job: Uuid::from_u128(job) };
    TestFramework::<Import>::with(())
        .given(vec![uploaded()])
        .when(start(1))
        .then_expect_error(ImportError::NotMapped);
    TestFramework::<Import>::with(())
        .given(vec![uploaded(), mapped()])
        .when(start(1))
        .then_expect_events(vec![preview_started(1)]);
    TestFramework::<Import>::with(())
        .given(vec![uploaded(), mapped(), preview_started(1)])
        .when(start(2))
        .then_expect_events(vec![]);
    TestFramework::<Import>::with(())
        .given(vec![uploaded(), mapped(), preview_started(1)])
        .when(finish_preview(1))
        .then_expect_events(vec![previewed(1)]);
    TestFramework::<Import>::with(())
        .given(vec![uploaded(), mapped(), preview_started(1), previewed(1)])
        .when(ImportCommand::Start { at: at(), job: Uuid::nil() })
        .then_expect_events(vec![started()]);
}

#[test]
fn a_preview_that_was_overtaken_says_nothing() {
    let remap = of_kind(ImportKind::Contacts, vec![column(0, MappedEntity::Contact, "email")]);
    let TestOf(remapped) = TestOf::events(&[uploaded(), mapped(), preview_started(1)], remap);
    TestFramework::<Import>::with(())
        .given([vec![uploaded(), mapped(), preview_started(1)], remapped].concat())
        .when(finish_preview(1))
        .then_expect_events(vec![]);
    TestFramework::<Import>::with(())
        .given(vec![uploaded(), mapped(), preview_started(1), started()])
        .when(finish_preview(1))
        .then_expect_events(vec![]);
}

#[test]
fn lists_of_a_preview_go_once() {
    let remove =
        ImportCommand::RemovePreview { at: at(), job: Uuid::from_u128(1), reason: PreviewRemoval::Expired };
    let removed = ImportEvent::ImportPreviewRemoved {
        at: at(),
        job: Uuid::from_u128(1),
        reason: PreviewRemoval::Expired,
    };
    let before = vec![uploaded(), mapped(), preview_started(1), previewed(1)];
    TestFramework::<Import>::with(())
        .given(before.clone())
        .when(remove.clone())
        .then_expect_events(vec![removed.clone()]);
    TestFramework::<Import>::with(())
        .given([before, vec![removed]].concat())
        .when(remove)
        .then_expect_events(vec![]);
}

#[test]
fn another_sheet_is_chosen_of_a_workbook_that_has_several() {
    let choose = || ImportCommand::ChooseSheet {
        at: at(),
        sheet: ChosenSheet {
            name: "Fleet, Second".into(),
            sheet: "Second".into(),
            file_key: "table-2/2026/03/x".into(),
            format: FileFormat {
                encoding: "UTF-8".into(),
                delimiter: ',',
                header_row: 1,
                headers: vec!["Email".into()],
            },
        },
    };
    TestFramework::<Import>::with(())
        .given(vec![uploaded(), mapped()])
        .when(choose())
        .then_expect_error(ImportError::NoSheets);
}

/// What a command comes to, to go on from.
struct TestOf(Vec<ImportEvent>);

impl TestOf {
    fn events(given: &[ImportEvent], command: ImportCommand) -> Self {
        use cqrs_es::Aggregate;
        let mut import = Import::default();
        given.iter().for_each(|event| import.apply(event.clone()));
        TestOf(import.decide(command).unwrap())
    }
}

#[test]
fn a_file_is_marked_as_a_clients_and_the_mark_alone_is_a_change() {
    let client = Uuid::from_u128(7);
    let email = || vec![column(0, MappedEntity::Contact, "email")];
    let supplied = |supplied_by| ImportCommand::Map {
        at: at(),
        name: None,
        default_country: None,
        mapping: email(),
        kind: ImportKind::Both,
        supplied_by,
    };
    let marked = || ImportEvent::ImportMapped {
        at: at(),
        name: "Fleet".into(),
        default_country: None,
        mapping: email(),
        kind: ImportKind::Both,
        supplied_by: Some(client),
    };
    TestFramework::<Import>::with(())
        .given(vec![uploaded(), mapped()])
        .when(supplied(Some(client)))
        .then_expect_events(vec![marked()]);
    TestFramework::<Import>::with(())
        .given(vec![uploaded(), mapped(), marked()])
        .when(supplied(Some(client)))
        .then_expect_events(vec![]);
    TestFramework::<Import>::with(())
        .given(vec![uploaded(), marked()])
        .when(supplied(None))
        .then_expect_events(vec![mapped()]);
}

#[test]
fn no_column_says_whom_a_record_is_for() {
    TestFramework::<Import>::with(())
        .given(vec![uploaded()])
        .when(map(vec![
            column(0, MappedEntity::Contact, "email"),
            column(1, MappedEntity::Contact, "client_restriction"),
        ]))
        .then_expect_error(ImportError::UnknownField { field: "client_restriction".into() });
}
