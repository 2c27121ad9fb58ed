//! given / when / then.

use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;
use uuid::Uuid;

use super::Import;
use super::command::{End, ImportCommand};
use super::error::ImportError;
use super::events::{FileFormat, ImportEvent, Upload};
use super::mapping::{ColumnMapping, MappedEntity};
use super::outcome::{Outcomes, RunResult};
use crate::audience::record::change::WriteRule;

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
    }
}

fn map(mapping: Vec<ColumnMapping>) -> ImportCommand {
    ImportCommand::Map { at: at(), name: None, default_country: None, mapping }
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
