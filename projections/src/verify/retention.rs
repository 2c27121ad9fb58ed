//! Rules of retention and legal holds against the log: the rules, the accounts of their runs, the register, and the guard that
//! whatever deletes asks.

use std::collections::{BTreeMap, HashMap};

use pivotal_domain::suppression::legal_holds::LegalHold;
use uuid::Uuid;

use super::fold::Fold;
use super::identity::{judge, strays};
use super::retention_runs::{self, Told};
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::suppression::{legal_holds, retention};

const PART: Part = Part::Retention;
const HOLDS: &str = "legal_holds";
const GUARD: &str = "guard.legal_holds";

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    rules(verifier, snapshot, report).await?;
    holds(verifier, snapshot, report).await
}

async fn rules(verifier: &Verifier, snapshot: &mut Snapshot, report: &mut Report) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(retention::SPEC, report).await? else { return Ok(()) };
    let rows = sqlx::query!("select kind, keep from read.retention_rules")
        .fetch_all(&mut snapshot.connection)
        .await?;
    let shown: BTreeMap<String, String> = rows.into_iter().map(|row| (row.kind, row.keep)).collect();
    let mut fold = Fold::<Told>::new(position);
    let folded = fold.next(&mut snapshot.connection, &verifier.opener).await?;
    let told = folded.into_iter().next().map(|one| one.shown.state).unwrap_or_default();
    let wanted: BTreeMap<String, String> = told
        .rules
        .rules
        .iter()
        .map(|(kind, rule)| (kind.as_str().to_owned(), rule.keep.to_string()))
        .collect();
    report.checked(PART, wanted.len() as i64);
    let kinds = wanted.keys().chain(shown.keys().filter(|kind| !wanted.contains_key(*kind)));
    for kind in kinds.filter(|kind| wanted.get(*kind) != shown.get(*kind)) {
        report.differs(PART, format!("retention_rules {kind}"), "the rule differs");
    }
    retention_runs::verify(&told, position, snapshot, report).await
}

async fn holds(verifier: &Verifier, snapshot: &mut Snapshot, report: &mut Report) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(legal_holds::SPEC, report).await? else { return Ok(()) };
    let rows = sqlx::query!(
        r#"select id, scope, record_id, since, lifted_at is not null as "lifted!", erased, reason, version from read.legal_holds"#
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let guards =
        sqlx::query!("select hold, over from guard.legal_holds").fetch_all(&mut snapshot.connection).await?;
    let mut guards: HashMap<Uuid, String> = guards.into_iter().map(|row| (row.hold, row.over)).collect();
    let mut fold = Fold::<LegalHold>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for one in &page {
            let row = rows.remove(&one.id);
            let state = &one.shown.state;
            let same = row.as_ref().zip(state.placed.as_ref()).map(|(row, placed)| {
                // The key can be gone a moment before the event that says so is folded.
                let reason = one.unreadable || row.reason == placed.reason;
                (row.scope.as_str(), row.record_id, row.since)
                    == (placed.over.scope(), placed.over.record(), placed.since)
                    && (row.lifted, row.erased, reason) == (state.lifted, state.erased, true)
            });
            judge(PART, HOLDS, one.id, &one.shown, row.map(|row| row.version), same, report);
            // The guard knows at once, whatever the projection has read.
            let wanted = one.now.state.standing().map(|placed| placed.over.to_string());
            if guards.remove(&one.id) != wanted {
                report.differs(PART, format!("{GUARD} {}", one.id), "the guard is not as the log says");
            }
        }
    }
    strays(PART, HOLDS, rows.into_keys(), report);
    strays(PART, GUARD, guards.into_keys(), report);
    let same = sqlx::query_scalar!(
        r#"select exists (select 1 from guard.changes where scope = 'legal_hold' and last = coalesce(
             (select aggregate_id::uuid from log.events where aggregate_type = 'legal_hold' and event_type = 'LegalHoldPlaced' order by global_position desc limit 1),
             '00000000-0000-0000-0000-000000000000')) as "same!""#
    )
    .fetch_one(&mut snapshot.connection)
    .await?;
    if !same {
        report.differs(PART, "guard.changes legal_hold", "it names another hold as placed last than the log");
    }
    Ok(())
}
