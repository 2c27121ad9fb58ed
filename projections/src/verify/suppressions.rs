//! Suppressions against the log: the list, the files that were read, and the guard that every send and dial asks.

use std::collections::{HashMap, HashSet};

use pivotal_domain::suppression::suppressions::Suppression;
use pivotal_domain::suppression::suppressions::facts::{FILE_READ, SuppressionFact};
use uuid::Uuid;

use super::fold::Fold;
use super::identity::{judge, strays};
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::suppression::suppressions::SPEC;

const PART: Part = Part::Suppressions;
const TABLE: &str = "suppressions";
const FILES: &str = "suppression_files";

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let rows = sqlx::query!(
        r#"select id, reach, reason, until, released_at is not null as "released!", erased, value, version from read.suppressions"#
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let guards = sqlx::query!("select owner, kind, reach, reason, until, released from guard.suppressions")
        .fetch_all(&mut snapshot.connection)
        .await?;
    let mut guards: HashMap<Uuid, _> = guards.into_iter().map(|row| (row.owner, row)).collect();
    let mut fold = Fold::<Suppression>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for one in &page {
            let row = rows.remove(&one.id);
            let state = &one.shown.state;
            let same = row.as_ref().zip(state.key).map(|(row, (_, reach))| {
                let held = state.held.as_ref().map(|held| (held.reason.as_str(), held.until));
                let shown = (!row.released).then_some((row.reason.as_str(), row.until));
                // A key can be gone a moment before the event that says so is folded.
                let value = one.unreadable || row.value == state.value;
                (row.reach == reach.to_string(), shown, row.erased, value) == (true, held, state.erased, true)
            });
            judge(PART, TABLE, one.id, &one.shown, row.map(|row| row.version), same, report);
            // The guard knows at once, whatever the projection has read.
            let now = &one.now.state;
            let guarded = guards.remove(&one.id).zip(now.key).is_some_and(|(guard, (kind, reach))| {
                let held = now.held.as_ref().map(|held| (held.reason.as_str(), held.until));
                let holds = (!guard.released).then_some((guard.reason.as_str(), guard.until));
                (guard.kind.as_str(), guard.reach.as_str(), holds)
                    == (kind.as_str(), reach.to_string().as_str(), held)
            });
            if !guarded {
                report.differs(
                    PART,
                    format!("guard.suppressions {}", one.id),
                    "the guard is not as the log says",
                );
            }
        }
    }
    strays(PART, TABLE, rows.into_keys(), report);
    strays(PART, "guard.suppressions", guards.into_keys(), report);
    files(position, snapshot, report).await
}

/// A file is told of once, by a fact that stays when job and file are gone. Told twice, the first counts.
async fn files(position: i64, snapshot: &mut Snapshot, report: &mut Report) -> Result<(), VerifyError> {
    let told = sqlx::query!(
        r#"select about_id, payload::text as "payload!" from log.facts where kind = $1 and global_position <= $2 order by global_position"#,
        FILE_READ,
        position
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let rows = sqlx::query!(
        "select id, reach, reason, country, as_of, rows, added, already, refused, read_at from read.suppression_files"
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut seen = HashSet::new();
    let count = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    for fact in told {
        let id: Uuid = fact.about_id.parse().unwrap_or_default();
        if !seen.insert(id) {
            continue;
        }
        report.checked(PART, 1);
        let Ok(SuppressionFact::SuppressionFileRead(read)) = serde_json::from_str(&fact.payload) else {
            report.differs(PART, format!("{FILES} {id}"), "the fact cannot be read");
            continue;
        };
        let Some(row) = rows.remove(&id) else {
            report.differs(PART, format!("{FILES} {id}"), "the row is missing");
            continue;
        };
        let wanted = [read.rows, read.added, read.already, read.refused].map(count);
        let same = [row.rows, row.added, row.already, row.refused] == wanted
            && (row.reach, row.reason.as_str()) == (read.reach.to_string(), read.reason.as_str())
            && (row.country, row.as_of) == (read.country, read.as_of)
            && row.read_at.timestamp_micros() == read.at.timestamp_micros();
        if !same {
            report.differs(PART, format!("{FILES} {id}"), "the row differs from what was told of the file");
        }
    }
    strays(PART, FILES, rows.into_keys(), report);
    Ok(())
}
