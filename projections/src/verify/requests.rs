//! The register of requests against the log.

use std::collections::HashMap;

use pivotal_domain::suppression::requests::Request;
use uuid::Uuid;

use super::fold::Fold;
use super::identity::{judge, strays};
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::suppression::requests::SPEC;

const PART: Part = Part::Requests;
const TABLE: &str = "privacy_requests";

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let rows = sqlx::query!(
        "select id, kind, state, due_at, name, email, phone, hashes, assignee, settled_at, forgotten, version from read.privacy_requests"
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut fold = Fold::<Request>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for one in &page {
            let row = rows.remove(&one.id);
            let state = &one.shown.state;
            let same = row.as_ref().zip(state.taken.as_ref()).map(|(row, taken)| {
                let subject = &taken.subject;
                // A key can be gone a moment before the event that says so is folded.
                let who = one.unreadable
                    || (&row.name, &row.email, &row.phone) == (&subject.name, &subject.email, &subject.phone);
                who && row.kind == taken.kind.as_str()
                    && row.state == state.state.as_str()
                    && row.due_at == taken.due_at
                    && row.hashes == taken.hashes
                    && row.assignee == state.assignee
                    && row.settled_at == state.settled_at
                    && row.forgotten == state.forgotten
            });
            judge(PART, TABLE, one.id, &one.shown, row.map(|row| row.version), same, report);
        }
    }
    strays(PART, TABLE, rows.into_keys(), report);
    Ok(())
}
