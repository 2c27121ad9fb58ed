use crate::audience::custom_fields::definitions::Definitions;
use chrono::{DateTime, Duration, TimeZone, Utc};
use uuid::Uuid;

use super::columns::columns;
use super::command::{End, ExportCommand};
use super::error::ExportError;
use super::events::{ExportEvent, ExportFormat, Removal, Request, Restricted, Written};
use super::list::{ListFilter, ListSort};
use super::{Export, ExportState};
use crate::audience::fields::catalogue::{Entity, fields};
use crate::audience::fields::mapping::suggest;
use cqrs_es::Aggregate;

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn request(columns: &[&str]) -> Request {
    Request {
        entity: Entity::Contact,
        format: ExportFormat::Csv,
        columns: columns.iter().map(ToString::to_string).collect(),
        sort: ListSort::default(),
        filter: Some(Box::default()),
        byte_order_mark: true,
        restricted: Restricted::Include,
    }
}

fn start(request: Request) -> Result<Vec<ExportEvent>, ExportError> {
    Export::default().decide(ExportCommand::Start { at: at(), by: Uuid::nil(), request, job: Uuid::nil() })
}

fn written() -> Written {
    Written {
        rows: 2,
        as_of: at(),
        position: 7,
        file_key: "export/2026/01/x".into(),
        file_size: 10,
        file_hash: "00".into(),
        cut_cells: 0,
        left_out: 0,
        expires_at: at() + Duration::days(7),
    }
}

fn after(commands: Vec<ExportCommand>) -> Export {
    let mut export = Export::default();
    for command in commands {
        for event in export.decide(command).unwrap() {
            export.apply(event);
        }
    }
    export
}

fn begun() -> ExportCommand {
    ExportCommand::Start { at: at(), by: Uuid::nil(), request: request(&["email"]), job: Uuid::nil() }
}

fn finished() -> ExportCommand {
    ExportCommand::Finish { at: at(), end: End::Completed(written()) }
}

#[test]
fn known_columns_are_taken_and_others_are_named() {
    assert_eq!(start(request(&["full_name", "email", "custom.region", "account"])).unwrap().len(), 1);
    assert_eq!(start(request(&[])), Err(ExportError::NoColumns));
    assert_eq!(
        start(request(&["email", "shoe_size"])),
        Err(ExportError::UnknownColumn { column: "shoe_size".into() })
    );
    assert_eq!(start(request(&["email", "email"])), Err(ExportError::ColumnTwice { column: "email".into() }));
    let sorted =
        Request { sort: ListSort { field: "tags".into(), descending: false }, ..request(&["email"]) };
    assert_eq!(start(sorted), Err(ExportError::UnknownSort { field: "tags".into() }));
}

#[test]
fn too_many_selected_records_are_refused_with_the_way_out() {
    let filter = ListFilter { ids: Some(vec![Uuid::nil(); 10_001]), ..ListFilter::default() };
    let refused = start(Request { filter: Some(Box::new(filter)), ..request(&["email"]) }).unwrap_err();
    assert!(refused.to_string().contains("Export all that match"), "{refused}");
    let filter = ListFilter { except: vec![Uuid::nil(); 10_001], ..ListFilter::default() };
    let refused = start(Request { filter: Some(Box::new(filter)), ..request(&["email"]) }).unwrap_err();
    assert_eq!(refused.code(), "EXPORT_TOO_MANY_EXCEPTED");
}

#[test]
fn an_export_ends_once() {
    let done = after(vec![begun(), finished()]);
    assert_eq!(done.state, ExportState::Completed);
    assert_eq!(done.file().unwrap().rows, 2);
    let again = ExportCommand::Finish { at: at(), end: End::Cancelled };
    assert_eq!(done.decide(again).unwrap(), vec![]);
    assert_eq!(done.decide(begun()), Err(ExportError::AlreadyRequested));
}

#[test]
fn a_file_that_is_gone_says_why() {
    let gone = |reason| after(vec![begun(), finished(), ExportCommand::RemoveFile { at: at(), reason }]);
    assert_eq!(gone(Removal::Expired).file(), Err(ExportError::Expired));
    assert_eq!(gone(Removal::Erasure).file(), Err(ExportError::RemovedByErasure));
    assert_eq!(after(vec![begun()]).file(), Err(ExportError::NotReady));
    assert_eq!(
        after(vec![begun()]).decide(ExportCommand::RemoveFile { at: at(), reason: Removal::Expired }),
        Err(ExportError::NotReady)
    );
}

#[test]
fn a_forgotten_filter_is_gone_and_forgotten_once() {
    let forget = || ExportCommand::ForgetFilter { at: at() };
    let export = after(vec![begun(), forget()]);
    assert_eq!(export.request.as_ref().unwrap().filter, None);
    assert_eq!(export.decide(forget()).unwrap(), vec![]);
}

/// Who exports and imports again must find every column where it was.
#[test]
fn an_import_takes_the_headings_for_the_fields_they_came_from() {
    let keys: Vec<String> =
        fields(Entity::Contact).iter().filter(|def| def.writable).map(|def| def.key.to_owned()).collect();
    let columns = columns(Entity::Contact, &keys, ExportFormat::Csv, &Definitions::none());
    let headings: Vec<&str> = columns.iter().map(|column| column.heading.as_str()).collect();
    for (column, suggestion) in columns.iter().zip(suggest::<_, String>(&headings, &[])) {
        let expected = match column.key.as_str() {
            "account_name" => Some((Entity::Account, "name")),
            "account_domain" => Some((Entity::Account, "domain")),
            // No heading is known for it.
            "owner_name" | "team_name" | "client_restriction_name" => None,
            // A file is marked as a client's as a whole, by whoever imports it.
            "client_restriction" => None,
            key => fields(Entity::Contact)
                .iter()
                .find(|def| def.key == key)
                .map(|def| (Entity::Contact, def.key)),
        };
        assert_eq!(suggestion.field, expected, "{}", column.heading);
    }
}

#[test]
fn texts_of_a_filter_are_found_wherever_they_stand() {
    let filter = ListFilter {
        q: Some("ada".into()),
        condition: Some(
            serde_json::json!({"all": [{"field": "email", "op": "in", "value": ["a@example.com"]}]}),
        ),
        ..ListFilter::default()
    };
    assert!(
        filter.texts().contains(&"a@example.com".to_owned()) && filter.texts().contains(&"ada".to_owned())
    );
}

#[test]
fn a_request_from_before_it_could_be_said_takes_restricted_records_too() {
    let before = serde_json::json!({"entity": "contact", "format": "csv", "columns": ["email"]});
    let read: Request = serde_json::from_value(before).unwrap();
    assert_eq!(read.restricted, Restricted::Include);
    let said = Request { restricted: Restricted::LeaveOut, ..read };
    assert_eq!(serde_json::to_value(&said).unwrap()["restricted"], "leave_out");
    assert_eq!(serde_json::from_value::<Request>(serde_json::to_value(&said).unwrap()).unwrap(), said);
}
