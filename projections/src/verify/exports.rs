//! Exports: their state, and what the file is said to be.

use std::collections::HashMap;

use pivotal_domain::audience::exports::events::{Removal, Restricted};
use pivotal_domain::audience::exports::{Export, ExportState};
use uuid::Uuid;

use super::fold::Fold;
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::audience::exports::SPEC;

const PART: Part = Part::Exports;

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let mut fold = Fold::<Export>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        let ids: Vec<Uuid> = page.iter().map(|export| export.id).collect();
        let rows = sqlx::query!(
            r#"select id, sequence, state, created_by, rows, file_hash, leaves_out_restricted, left_out, filter is null as "forgotten!" from read.exports where id = any($1)"#,
            &ids
        )
        .fetch_all(&mut snapshot.connection)
        .await?;
        let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
        for export in page.into_iter().filter(|export| export.shown.sequence > 0) {
            let mut differs = |what: &str| report.differs(PART, format!("exports {}", export.id), what);
            let Some(row) = rows.remove(&export.id) else {
                differs("the row is missing");
                continue;
            };
            let state = &export.shown.state;
            if row.sequence != export.shown.sequence {
                differs("sequence differs");
            }
            if row.state != state_name(state.state) || row.created_by != state.by {
                differs("state or creator differs");
            }
            let written = state.written.as_ref();
            let counted = written.map(|written| i64::try_from(written.rows).unwrap_or(i64::MAX));
            let hash = written.map(|written| written.file_hash.as_str());
            if (row.rows, row.file_hash.as_deref()) != (counted, hash) {
                differs("what the file is said to be differs");
            }
            let leaves_out = state.request.as_ref().map(|asked| asked.restricted == Restricted::LeaveOut);
            let left_out = written.map_or(0, |written| i64::try_from(written.left_out).unwrap_or(i64::MAX));
            if leaves_out.is_some_and(|leaves_out| leaves_out != row.leaves_out_restricted)
                || row.left_out != left_out
            {
                differs("what is left out differs");
            }
            // A key can be gone a moment before the event that says so is folded, never the other way round.
            if state.filter_forgotten && !row.forgotten {
                differs("a forgotten filter is still there");
            }
        }
    }
    Ok(())
}

fn state_name(state: ExportState) -> &'static str {
    match state {
        ExportState::Absent => "absent",
        ExportState::Running => "running",
        ExportState::Completed => "completed",
        ExportState::Cancelled => "cancelled",
        ExportState::Failed => "failed",
        ExportState::Removed(Removal::Expired) => "expired",
        ExportState::Removed(Removal::Erasure) => "removed",
    }
}
