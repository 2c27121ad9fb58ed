//! Suppressions: what the log keeps of them.

use pivotal_domain::suppression::suppressions::events::SuppressionEvent;
use pivotal_domain::suppression::suppressions::facts::{
    FILE_READ, FILE_READ_VERSION, FileRead, SuppressionFact,
};
use pivotal_domain::suppression::suppressions::key::Kind;
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_domain::suppression::suppressions::reason::Reason;

use super::audience::{at, id};
use super::{check, check_fact};

#[test]
fn a_file_of_suppressions() {
    let read = FileRead {
        at: at(),
        reach: Reach::Global,
        reason: Reason::DncRegister,
        country: Some("US".into()),
        as_of: at().date_naive().pred_opt(),
        rows: 4,
        added: 2,
        already: 1,
        refused: 1,
    };
    check_fact(FILE_READ, FILE_READ_VERSION, &SuppressionFact::SuppressionFileRead(read));
}

#[test]
fn suppressions() {
    let kind = Kind::Email;
    check(
        SuppressionEvent::NAMES,
        vec![
            SuppressionEvent::SuppressionAdded {
                at: at(),
                kind,
                key: "00112233445566778899aabbccddeeff".into(),
                reach: Reach::Client(id(1)),
                value: Some("ada@example.com".into()),
                reason: Reason::Unsubscribed,
                until: Some(at()),
                note: Some("by the link in the email".into()),
                source: "ui".into(),
            },
            SuppressionEvent::SuppressionChanged {
                at: at(),
                kind,
                reason: Reason::Complaint,
                until: None,
                previous_reason: Reason::ImportedList,
                previous_until: Some(at()),
                note: Some("pressed spam".into()),
                source: "api".into(),
            },
            SuppressionEvent::SuppressionReleased {
                at: at(),
                kind,
                why: Some("subscribed again".into()),
                was: Reason::Complaint,
                source: "ui".into(),
            },
            SuppressionEvent::SuppressionErased { at: at(), kind },
        ],
    );
}
