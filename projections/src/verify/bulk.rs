//! Bulk changes: their state, outcomes that add up, and as many rows of records as the outcomes say.

use std::collections::HashMap;

use pivotal_domain::audience::bulk::facts::BULK_CHUNK_RAN;
use pivotal_domain::audience::bulk::{Bulk, BulkState};
use uuid::Uuid;

use super::fold::Fold;
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::audience::bulk::SPEC;

const PART: Part = Part::Bulk;

/// Changed, unchanged, refused.
type Counts = [i64; 3];

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let chunks = chunks(snapshot, position).await?;
    let mut fold = Fold::<Bulk>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        let ids: Vec<Uuid> = page.iter().map(|bulk| bulk.id).collect();
        let rows = sqlx::query!(
            r#"select id, sequence, state, created_by, selected, changed, unchanged, refused, not_run, action is null and filter is null as "forgotten!",
                 (select count(*) from read.bulk_records r where r.bulk_id = b.id) as "records!" from read.bulks b where id = any($1)"#,
            &ids
        )
        .fetch_all(&mut snapshot.connection)
        .await?;
        let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
        for bulk in page.into_iter().filter(|bulk| bulk.shown.sequence > 0) {
            let mut differs = |what: &str| report.differs(PART, format!("bulks {}", bulk.id), what);
            let Some(row) = rows.remove(&bulk.id) else {
                differs("the row is missing");
                continue;
            };
            let state = &bulk.shown.state;
            if row.sequence != bulk.shown.sequence {
                differs("sequence differs");
            }
            if row.state != state_name(state.state) || row.created_by != state.by {
                differs("state or creator differs");
            }
            let counts = [row.changed, row.unchanged, row.refused];
            if counts != chunks.get(&bulk.id).copied().unwrap_or_default() {
                differs("the outcomes differ from the sum of the chunks");
            }
            if row.records != counts.iter().sum::<i64>() {
                differs("the rows of its records are not as many as its outcomes");
            }
            let over = !matches!(state.state, BulkState::Asked | BulkState::Running);
            if over && row.selected != counts.iter().sum::<i64>() + row.not_run {
                differs("the outcomes do not add up to the records selected");
            }
            // A key can be gone a moment before the event that says so is folded, never the other way round.
            if state.words_forgotten && !row.forgotten {
                differs("forgotten words are still there");
            }
        }
    }
    Ok(())
}

/// Sums of the chunks' facts, taken from the log's JSON.
async fn chunks(snapshot: &mut Snapshot, position: i64) -> Result<HashMap<Uuid, Counts>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select about_id, sum((c->>'changed')::bigint)::bigint as "changed!", sum((c->>'unchanged')::bigint)::bigint as "unchanged!", sum((c->>'refused')::bigint)::bigint as "refused!"
           from log.facts f cross join lateral (select f.payload->'BulkChunkRan'->'counts' as c) x where f.kind = $1 and f.global_position <= $2 group by about_id"#,
        BULK_CHUNK_RAN, position
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let counts = rows
        .into_iter()
        .map(|row| (row.about_id.parse().unwrap_or_default(), [row.changed, row.unchanged, row.refused]));
    Ok(counts.collect())
}

fn state_name(state: BulkState) -> &'static str {
    match state {
        BulkState::Absent => "absent",
        BulkState::Asked => "asked",
        BulkState::Running => "running",
        BulkState::Completed => "completed",
        BulkState::Cancelled => "cancelled",
        BulkState::Failed => "failed",
        BulkState::Undone => "undone",
    }
}
