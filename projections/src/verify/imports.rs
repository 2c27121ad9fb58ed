//! Imports: their state, outcomes that add up, and as many records made as the outcomes say.

use std::collections::HashMap;

use pivotal_domain::audience::imports::facts::IMPORT_CHUNK_RAN;
use pivotal_domain::audience::imports::mapping::MappedEntity;
use pivotal_domain::audience::imports::{Import, ImportState};
use uuid::Uuid;

use super::fold::Fold;
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::audience::imports::SPEC;

const PART: Part = Part::Imports;

/// The eight numbers of an import, in one order.
type Counts = [i64; 8];

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let chunks = chunks(snapshot, position).await?;
    let made = made(snapshot, report).await?;
    let mut fold = Fold::<Import>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        let ids: Vec<Uuid> = page.iter().map(|import| import.id).collect();
        let rows = sqlx::query!(
            "select id, sequence, state, name, supplied_by, read_rows, created, updated, unchanged, merged_in_file, matches_archived, rejected, not_run from read.imports where id = any($1)",
            &ids
        )
        .fetch_all(&mut snapshot.connection)
        .await?;
        let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
        for import in page.into_iter().filter(|import| import.shown.sequence > 0) {
            let record = format!("imports {}", import.id);
            let mut differs = |what: &str| report.differs(PART, record.clone(), what);
            let Some(row) = rows.remove(&import.id) else {
                differs("the row is missing");
                continue;
            };
            let state = &import.shown.state;
            if row.sequence != import.shown.sequence {
                differs("sequence differs");
            }
            if (row.state.as_str(), row.name.as_str()) != (state_name(state.state), state.name.as_str()) {
                differs("state or name differs");
            }
            if row.supplied_by != state.supplied_by {
                differs("whose file it is differs");
            }
            let counts = [
                row.read_rows,
                row.created,
                row.updated,
                row.unchanged,
                row.merged_in_file,
                row.matches_archived,
                row.rejected,
                row.not_run,
            ];
            if counts[0] != counts[1..].iter().sum::<i64>() {
                differs("the outcomes do not add up to the rows read");
            }
            let mut expected = chunks.get(&import.id).copied().unwrap_or_default();
            // Rows after a cancel are counted by the ending alone: no chunk ran them.
            expected[0] += counts[7] - expected[7];
            expected[7] = counts[7];
            if counts != expected {
                differs("the outcomes differ from the sum of the chunks");
            }
            if let Some(made) = &made
                && made
                    .get(&(import.id, state.kind.counts() == MappedEntity::Account))
                    .copied()
                    .unwrap_or_default()
                    != row.created
                && state.state != ImportState::Running
            {
                differs("the number of records it made differs from its outcomes");
            }
        }
    }
    Ok(())
}

/// Sums of the chunks' facts, taken from the log's JSON.
async fn chunks(snapshot: &mut Snapshot, position: i64) -> Result<HashMap<Uuid, Counts>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select about_id, sum((o->>'read')::bigint)::bigint as "read!", sum((o->>'created')::bigint)::bigint as "created!", sum((o->>'updated')::bigint)::bigint as "updated!",
             sum((o->>'unchanged')::bigint)::bigint as "unchanged!", sum((o->>'merged_in_file')::bigint)::bigint as "merged!", sum((o->>'matches_archived')::bigint)::bigint as "archived!",
             sum((o->>'rejected')::bigint)::bigint as "rejected!", sum((o->>'not_run')::bigint)::bigint as "not_run!"
           from log.facts f cross join lateral (select f.payload->'ImportChunkRan'->'outcomes' as o) x where f.kind = $1 and f.global_position <= $2 group by about_id"#,
        IMPORT_CHUNK_RAN, position
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            (
                row.about_id.parse().unwrap_or_default(),
                [
                    row.read,
                    row.created,
                    row.updated,
                    row.unchanged,
                    row.merged,
                    row.archived,
                    row.rejected,
                    row.not_run,
                ],
            )
        })
        .collect())
}

/// Records that each import made, accounts apart, by the history. `None` when that cannot be compared.
async fn made(
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<Option<HashMap<(Uuid, bool), i64>>, sqlx::Error> {
    if snapshot.position(crate::audience::history::SPEC, &mut Report::default()).await?.is_none() {
        report.skipped.push("imports against history: the history cannot be compared".to_owned());
        return Ok(None);
    }
    let rows = sqlx::query!(r#"select import_id as "id!", event_type = 'AccountCreated' as "is_account!", count(*) as "made!" from read.history where event_type in ('ContactCreated', 'AccountCreated') and import_id is not null group by 1, 2"#)
        .fetch_all(&mut snapshot.connection)
        .await?;
    Ok(Some(rows.into_iter().map(|row| ((row.id, row.is_account), row.made)).collect()))
}

fn state_name(state: ImportState) -> &'static str {
    match state {
        ImportState::Absent => "absent",
        ImportState::Uploaded => "uploaded",
        ImportState::Mapped => "mapped",
        ImportState::Previewed => "previewed",
        ImportState::Running => "running",
        ImportState::Completed => "completed",
        ImportState::Cancelled => "cancelled",
        ImportState::Failed => "failed",
        ImportState::Undone => "undone",
    }
}
