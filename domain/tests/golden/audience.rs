//! Samples of what happens to contacts, accounts and imports. The files beside this one are never edited, once
//! they are on main: whoever changes one makes every log that holds the event unreadable.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeZone, Utc};
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::events::{AccountLink, ContactEvent, LinkKind};
use pivotal_domain::audience::custom_fields::definition::{Definition, FieldOption, FieldType};
use pivotal_domain::audience::custom_fields::events::CustomFieldEvent;
use pivotal_domain::audience::exports::events::{ExportEvent, ExportFormat, Removal, Request, Written};
use pivotal_domain::audience::exports::list::{ListFilter, ListSort};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::imports::events::{
    ChosenSheet, FileFormat, ImportEvent, PreviewRemoval, Previewed, UndoPreviewed, Upload,
};
use pivotal_domain::audience::imports::facts::{
    ChunkRan, IMPORT_CHUNK_RAN, IMPORT_CHUNK_RAN_VERSION, ImportFact, RowProblem, RowRecord,
};
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::imports::mapping::{ColumnMapping, MappedEntity};
use pivotal_domain::audience::imports::outcome::{Outcomes, RowOutcome, RunResult};
use pivotal_domain::audience::imports::undo::facts::{
    ChunkUndone, IMPORT_CHUNK_UNDONE, IMPORT_CHUNK_UNDONE_VERSION, Left, UndoFact,
};
use pivotal_domain::audience::imports::undo::{
    Chosen, Conflict, Reason, UndoCounts, UndoOutcome, UndoResult,
};
use pivotal_domain::audience::record::change::{FieldChange, KeptRule, KeptValue, WriteRule};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::saved_views::View;
use pivotal_domain::audience::saved_views::content::{ViewContent, ViewSort};
use pivotal_domain::audience::saved_views::events::SavedViewEvent;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use uuid::Uuid;

use super::{check, check_fact};

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// One value of every kind a field can hold.
fn fields(name: &str) -> BTreeMap<String, FieldValue> {
    BTreeMap::from([
        (name.to_owned(), "Ada Lovelace".into()),
        ("employees".to_owned(), FieldValue::Number(120)),
        ("do_not_call".to_owned(), FieldValue::Bool(true)),
        ("tags".to_owned(), FieldValue::List(vec!["a".into(), "b".into()])),
        ("revenue".to_owned(), FieldValue::Money { amount: "12000000.50".into(), currency: "USD".into() }),
        ("custom.badge".to_owned(), "B-7".into()),
    ])
}

fn changes() -> BTreeMap<String, FieldChange> {
    BTreeMap::from([
        ("country".to_owned(), FieldChange { old: None, new: Some("GB".into()) }),
        ("city".to_owned(), FieldChange { old: Some("London".into()), new: None }),
        ("job_title".to_owned(), FieldChange { old: Some("Analyst".into()), new: Some("Countess".into()) }),
    ])
}

fn kept() -> BTreeMap<String, KeptValue> {
    [KeptRule::SourcePriority, KeptRule::Newer, KeptRule::FillEmpty, KeptRule::Never]
        .into_iter()
        .enumerate()
        .map(|(n, rule)| (format!("custom.k{n}"), KeptValue { candidate: "other".into(), rule }))
        .collect()
}

fn link(how: LinkKind) -> AccountLink {
    AccountLink { account_id: id(5), how }
}

#[test]
fn contacts() {
    check(
        ContactEvent::NAMES,
        vec![
            ContactEvent::ContactCreated {
                source: Source::Import { id: id(1), row: 12 },
                at: at(),
                fields: fields("full_name"),
                derived: vec!["full_name".into()],
                account: Some(link(LinkKind::Import)),
            },
            ContactEvent::ContactFieldsChanged {
                source: Source::Undo { position: 42 },
                at: at(),
                changes: changes(),
                derived: vec!["country".into()],
                kept: kept(),
            },
            ContactEvent::ContactAccountLinked {
                source: Source::Ui,
                at: at(),
                account: link(LinkKind::Manual),
                previous: Some(link(LinkKind::Auto)),
            },
            ContactEvent::ContactAccountUnlinked {
                source: Source::Api,
                at: at(),
                previous: link(LinkKind::Manual),
            },
            ContactEvent::ContactArchived {
                source: Source::Automation { id: id(3) },
                at: at(),
                reason: Some("left the company".into()),
            },
            ContactEvent::ContactRestored { source: Source::System, at: at() },
            ContactEvent::ContactErased { source: Source::Ui, at: at(), request: "DSR-17".into() },
        ],
    );
}

#[test]
fn accounts() {
    check(
        AccountEvent::NAMES,
        vec![
            AccountEvent::AccountCreated {
                source: Source::Seed,
                at: at(),
                fields: fields("name"),
                derived: vec!["employees".into()],
            },
            AccountEvent::AccountFieldsChanged {
                source: Source::Import { id: id(1), row: 0 },
                at: at(),
                changes: changes(),
                derived: vec!["country".into()],
                kept: kept(),
            },
            AccountEvent::AccountArchived { source: Source::Ui, at: at(), reason: Some("merged".into()) },
            AccountEvent::AccountRestored { source: Source::Ui, at: at() },
        ],
    );
}

fn result() -> RunResult {
    RunResult {
        outcomes: outcomes(),
        accounts_created: 2,
        accounts_updated: 1,
        reject_file: Some("imports/1/rejects.csv".into()),
    }
}

fn outcomes() -> Outcomes {
    let mut outcomes = Outcomes { warnings: 1, ..Outcomes::default() };
    for outcome in OUTCOMES {
        outcomes.count(outcome);
    }
    outcomes
}

const OUTCOMES: [RowOutcome; 7] = [
    RowOutcome::Created,
    RowOutcome::Updated,
    RowOutcome::Unchanged,
    RowOutcome::MergedInFile,
    RowOutcome::MatchesArchived,
    RowOutcome::Rejected,
    RowOutcome::NotRun,
];

#[test]
fn imports() {
    let rules = [WriteRule::BySource, WriteRule::FillEmpty, WriteRule::Overwrite, WriteRule::Never];
    let mapping = (0..).zip(rules).map(|(column, rule)| ColumnMapping {
        column,
        entity: if column == 0 { MappedEntity::Account } else { MappedEntity::Contact },
        field: "custom.a".into(),
        rule,
    });
    check(
        ImportEvent::NAMES,
        vec![
            ImportEvent::ImportUploaded {
                at: at(),
                upload: Upload {
                    name: "Trade fair".into(),
                    file_name: "fair.csv".into(),
                    file_key: "imports/1/upload".into(),
                    file_size: 1024,
                    file_hash: "00ff".into(),
                    format: FileFormat {
                        encoding: "UTF-8".into(),
                        delimiter: ';',
                        header_row: 1,
                        headers: vec!["Email".into(), "Firma".into()],
                    },
                    sheets: vec![],
                    sheet: None,
                    parent: None,
                },
            },
            ImportEvent::ImportMapped {
                at: at(),
                name: "Trade fair 2026".into(),
                default_country: Some("DK".into()),
                mapping: mapping.collect(),
                kind: ImportKind::Both,
            },
            ImportEvent::ImportSheetChosen {
                at: at(),
                sheet: ChosenSheet {
                    name: "Trade fair, Visitors".into(),
                    sheet: "Visitors".into(),
                    file_key: "table-2/2026/01/00000000-0000-0000-0000-000000000001".into(),
                    format: FileFormat {
                        encoding: "UTF-8".into(),
                        delimiter: ',',
                        header_row: 3,
                        headers: vec!["Email".into()],
                    },
                },
            },
            ImportEvent::ImportPreviewStarted { at: at(), job: id(8) },
            ImportEvent::ImportPreviewed {
                at: at(),
                preview: Previewed {
                    job: id(8),
                    expires_at: at(),
                    result: RunResult { reject_file: None, ..result() },
                },
            },
            ImportEvent::ImportPreviewStopped {
                at: at(),
                job: id(8),
                error: Some("the file is gone".into()),
            },
            ImportEvent::ImportPreviewRemoved { at: at(), job: id(8), reason: PreviewRemoval::Expired },
            ImportEvent::ImportStarted { at: at(), job: id(9) },
            ImportEvent::ImportCompleted { at: at(), result: result() },
            ImportEvent::ImportCancelled { at: at(), result: RunResult { reject_file: None, ..result() } },
            ImportEvent::ImportFailed { at: at(), result: result(), error: "the file is gone".into() },
            ImportEvent::ImportUndoPreviewStarted { at: at(), job: id(7) },
            ImportEvent::ImportUndoPreviewed {
                at: at(),
                preview: UndoPreviewed { job: id(7), expires_at: at(), result: undone() },
            },
            ImportEvent::ImportUndoPreviewStopped { at: at(), job: id(7) },
            ImportEvent::ImportUndoStarted { at: at(), job: id(6), chosen: Chosen::Records(vec![id(4)]) },
            ImportEvent::ImportUndone { at: at(), job: id(6), result: undone() },
            ImportEvent::ImportUndoStopped { at: at(), job: id(6), result: undone() },
        ],
    );
}

fn undone() -> UndoResult {
    let contacts = UndoCounts { archived: 5, reverted: 4, partly: 3, kept: 2, nothing: 1, gone: 1 };
    UndoResult { contacts, accounts: UndoCounts { archived: 2, ..UndoCounts::default() } }
}

#[test]
fn facts_of_an_undo() {
    let conflicts = vec![
        Conflict { field: Some("city".into()), reason: Reason::ChangedSince },
        Conflict { field: None, reason: Reason::ActivitySince },
    ];
    let left =
        vec![Left { id: id(4), entity: MappedEntity::Contact, outcome: UndoOutcome::Partly, conflicts }];
    let undone = ChunkUndone { import_id: id(1), undo: id(6), chunk: 3, result: undone(), left };
    check_fact(IMPORT_CHUNK_UNDONE, IMPORT_CHUNK_UNDONE_VERSION, &UndoFact::ImportChunkUndone(undone));
}

#[test]
fn events_of_an_export() {
    let filter = ListFilter {
        q: Some("ada".into()),
        archived: Some(false),
        country: vec!["GB".into()],
        ids: Some(vec![id(4)]),
        condition: Some(serde_json::json!({"all": []})),
        time_zone: Some("Europe/London".into()),
        ..ListFilter::default()
    };
    check(
        ExportEvent::NAMES,
        vec![
            ExportEvent::ExportRequested {
                at: at(),
                by: id(2),
                request: Request {
                    entity: Entity::Contact,
                    format: ExportFormat::Csv,
                    columns: vec!["email".into(), "custom.badge".into()],
                    sort: ListSort { field: "created_at".into(), descending: true },
                    filter: Some(Box::new(filter)),
                    byte_order_mark: true,
                },
                job: id(9),
            },
            ExportEvent::ExportCompleted {
                at: at(),
                written: Written {
                    rows: 1,
                    as_of: at(),
                    position: 42,
                    file_key: "export/2026/01/1".into(),
                    file_size: 1024,
                    file_hash: "00ff".into(),
                    cut_cells: 0,
                    expires_at: at(),
                },
            },
            ExportEvent::ExportCancelled { at: at() },
            ExportEvent::ExportFailed { at: at(), error: "too many rows".into() },
            ExportEvent::ExportFileRemoved { at: at(), reason: Removal::Erasure },
            ExportEvent::ExportFilterForgotten { at: at() },
        ],
    );
}

#[test]
fn chunks_of_an_import() {
    let records = (2..).zip(OUTCOMES).map(|(row, outcome)| RowRecord {
        row,
        outcome,
        record: (outcome != RowOutcome::Rejected).then(|| id(row.into())),
        into: (outcome == RowOutcome::MergedInFile).then_some(2),
    });
    let chunk = ImportFact::ImportChunkRan(ChunkRan {
        import_id: id(1),
        chunk: 3,
        first_row: 2,
        last_row: 8,
        outcomes: outcomes(),
        accounts_created: 2,
        accounts_updated: 1,
        records: records.collect(),
        problems: vec![
            RowProblem { row: 7, code: "email_syntax".into(), field: Some("email".into()), rejected: true },
            RowProblem { row: 8, code: "row_too_long".into(), field: None, rejected: false },
        ],
    });
    check_fact(IMPORT_CHUNK_RAN, IMPORT_CHUNK_RAN_VERSION, &chunk);
}

#[test]
fn saved_views() {
    let view = View {
        owner: id(1),
        entity: Entity::Contact,
        name: "Germans".into(),
        sharing: Sharing::Team { team: id(2) },
        content: ViewContent {
            columns: vec!["full_name".into(), "email".into()],
            sort: Some(ViewSort { field: "created_at".into(), descending: true }),
            search: "tools".into(),
            quick: [("country".to_owned(), vec!["DE".to_owned()])].into(),
            filter: Some(serde_json::json!({"version": 1})),
        },
    };
    let previous = View { sharing: Sharing::Private, ..view.clone() };
    check(
        SavedViewEvent::NAMES,
        vec![
            SavedViewEvent::SavedViewCreated { at: at(), view: view.clone() },
            SavedViewEvent::SavedViewChanged { at: at(), view, previous },
            SavedViewEvent::SavedViewDeleted { at: at() },
            SavedViewEvent::SavedViewRestored { at: at() },
        ],
    );
}

#[test]
fn custom_fields() {
    let option =
        |value: &str, label: &str, retired| FieldOption { value: value.into(), label: label.into(), retired };
    let key = || "custom.tier".to_owned();
    let field = Definition {
        entity: Entity::Account,
        key: key(),
        label: "Tier".into(),
        field_type: FieldType::Choice,
        options: vec![option("Gold", "Gold", false), option("Silver", "Silver", false)],
        required: true,
        archived: false,
    };
    let options = vec![option("Gold", "Gold partner", false), option("Silver", "Silver", true)];
    let (label, previous) = ("Level".to_owned(), "Tier".to_owned());
    check(
        CustomFieldEvent::NAMES,
        vec![
            CustomFieldEvent::CustomFieldDefined { at: at(), field: field.clone() },
            CustomFieldEvent::CustomFieldRenamed { at: at(), key: key(), label, previous },
            CustomFieldEvent::CustomFieldOptionsChanged {
                at: at(),
                key: key(),
                options,
                previous: field.options,
            },
            CustomFieldEvent::CustomFieldRequirementChanged { at: at(), key: key(), required: false },
            CustomFieldEvent::CustomFieldArchived { at: at(), key: key() },
            CustomFieldEvent::CustomFieldRestored { at: at(), key: key() },
        ],
    );
}
