//! Requests for access and erasure: what the log keeps of them.

use pivotal_domain::suppression::requests::events::RequestEvent;
use pivotal_domain::suppression::requests::facts::{DueTold, REQUEST_DUE, REQUEST_DUE_VERSION, RequestFact};
use pivotal_domain::suppression::requests::kind::{CameBy, RequestKind};
use pivotal_domain::suppression::requests::outcome::{AnswerFile, FileRemoval, Holdings, Outcome};
use pivotal_domain::suppression::requests::received::Subject;

use super::audience::{at, id};
use super::{check, check_fact};

#[test]
fn requests() {
    check(
        RequestEvent::NAMES,
        vec![
            RequestEvent::RequestReceived {
                at: at(),
                by: id(7),
                kind: RequestKind::Access,
                came_by: CameBy::Letter,
                received_at: at(),
                due_at: at(),
                subject: Subject {
                    name: Some("Ada Lovelace".into()),
                    email: Some("ada@example.com".into()),
                    phone: Some("+12025550100".into()),
                },
                contact: Some(id(1)),
                hashes: vec!["00112233".into()],
                note: Some("wants it by post".into()),
                identity: Some("copy of a passport, seen".into()),
                source: "ui".into(),
            },
            RequestEvent::RequestAssigned { at: at(), by: id(7), assignee: Some(id(8)), previous: None },
            RequestEvent::RequestExtended {
                at: at(),
                due_at: at(),
                previous: at(),
                why: Some("many files".into()),
            },
            RequestEvent::RequestBegun { at: at() },
            RequestEvent::RequestAnswerStarted { at: at(), by: id(7), job: id(9) },
            RequestEvent::RequestAnswered {
                at: at(),
                kind: RequestKind::Access,
                outcome: Outcome {
                    holdings: Holdings {
                        contacts: 2,
                        events: 14,
                        consents: 1,
                        suppressions: 1,
                        tasks: 3,
                        notes: 4,
                        imports: 1,
                        exports: 2,
                        import_rows: 0,
                    },
                    contacts: vec![id(1)],
                    suppressions: vec![id(2)],
                    rows: vec![],
                    positions: vec![12],
                    file: Some(AnswerFile {
                        key: "request/2026/01/00000000-0000-0000-0000-000000000004".into(),
                        size: 12,
                        sha256: "00112233".into(),
                        expires_at: at(),
                    }),
                },
            },
            RequestEvent::RequestRefused { at: at(), why: Some("it was not them".into()) },
            RequestEvent::RequestFileRemoved { at: at(), reason: FileRemoval::Expired },
            RequestEvent::RequestForgotten { at: at() },
        ],
    );
}

#[test]
fn facts_about_requests() {
    let told = DueTold { at: at(), assignee: id(8), due_at: at(), overdue: true };
    check_fact(REQUEST_DUE, REQUEST_DUE_VERSION, &RequestFact::PrivacyRequestDue(told));
}

/// Imports whose files held the person came later: an outcome without them reads as one of before.
#[test]
fn rows_of_files_in_an_outcome() {
    use pivotal_domain::suppression::requests::outcome::RowsHeld;
    let outcome = Outcome {
        holdings: Holdings { import_rows: 2, ..Holdings::default() },
        rows: vec![RowsHeld { import: id(20), rows: 2 }],
        ..Outcome::default()
    };
    super::check_fact("request_outcome_rows", "1.0", &outcome);
}
