//! Imports: what the log keeps of a file, from its upload to its undoing.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::imports::events::{ChosenSheet, FileFormat, ImportEvent, Previewed, Upload};
use pivotal_domain::audience::imports::facts::{
    ChunkRan, IMPORT_CHUNK_RAN, IMPORT_CHUNK_RAN_VERSION, ImportFact, RowProblem, RowRecord,
};
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::imports::mapping::{ColumnMapping, MappedEntity};
use pivotal_domain::audience::imports::outcome::{Outcomes, RowOutcome, RunResult};
use pivotal_domain::audience::imports::undo::facts::{
    ChunkUndone, IMPORT_CHUNK_UNDONE, IMPORT_CHUNK_UNDONE_VERSION, UndoFact,
};
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::audience::record::previews::PreviewRemoval;
use pivotal_domain::audience::record::undo::state::UndoPreviewed;
use pivotal_domain::audience::record::undo::{
    Chosen, Conflict, Left, Reason, UndoCounts, UndoOutcome, UndoResult,
};

use super::audience::{at, id};
use super::{check, check_fact};

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
                supplied_by: None,
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
            ImportEvent::ImportFilesRemoved { at: at() },
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
    let left = vec![Left { id: id(4), entity: Entity::Contact, outcome: UndoOutcome::Partly, conflicts }];
    let undone = ChunkUndone { import_id: id(1), undo: id(6), chunk: 3, result: undone(), left };
    check_fact(IMPORT_CHUNK_UNDONE, IMPORT_CHUNK_UNDONE_VERSION, &UndoFact::ImportChunkUndone(undone));
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
