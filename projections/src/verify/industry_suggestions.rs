//! Suggested industries against the log.

use std::collections::HashMap;

use pivotal_domain::audience::enrichment::{Decision, IndustrySuggestion};
use uuid::Uuid;

use super::fold::Fold;
use super::identity::{judge, strays};
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::audience::enrichment::SPEC;

const PART: Part = Part::IndustrySuggestions;
const TABLE: &str = "industry_suggestions";

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let rows = sqlx::query!(
        "select account_id, decision, industry, naics, sic, confidence, version from read.industry_suggestions"
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.account_id, row)).collect();
    let mut fold = Fold::<IndustrySuggestion>::new(position).without_personal();
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for one in &page {
            let row = rows.remove(&one.id);
            let state = &one.shown.state;
            let same = row.as_ref().zip(state.latest.as_ref()).map(|(row, latest)| {
                let decision = match state.decision {
                    Decision::None | Decision::Pending => "pending",
                    Decision::Accepted => "accepted",
                    Decision::Rejected => "rejected",
                };
                (row.decision.as_str(), &row.industry, &row.naics, &row.sic, row.confidence)
                    == (decision, &latest.industry, &latest.naics, &latest.sic, i16::from(latest.confidence))
            });
            judge(PART, TABLE, one.id, &one.shown, row.map(|row| row.version), same, report);
        }
    }
    strays(PART, TABLE, rows.into_keys(), report);
    Ok(())
}
