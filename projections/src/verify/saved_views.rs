//! Saved views against the log.

use std::collections::HashMap;

use pivotal_domain::audience::saved_views::SavedView;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use uuid::Uuid;

use super::fold::Fold;
use super::identity::{judge, strays};
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::audience::saved_views::SPEC;

const PART: Part = Part::SavedViews;
const TABLE: &str = "saved_views";

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let rows = sqlx::query!("select id, owner, name, team, everyone, deleted, version from read.saved_views")
        .fetch_all(&mut snapshot.connection)
        .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut fold = Fold::<SavedView>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for saved in &page {
            let row = rows.remove(&saved.id);
            let state = &saved.shown.state;
            let same = row.as_ref().zip(state.view.as_ref()).map(|(row, view)| {
                let team = match view.sharing {
                    Sharing::Team { team } => Some(team),
                    Sharing::Private | Sharing::Everyone => None,
                };
                (row.owner, row.name.as_str(), row.team, row.everyone, row.deleted)
                    == (
                        view.owner,
                        view.name.as_str(),
                        team,
                        view.sharing == Sharing::Everyone,
                        state.deleted,
                    )
            });
            judge(PART, TABLE, saved.id, &saved.shown, row.map(|row| row.version), same, report);
        }
    }
    strays(PART, TABLE, rows.into_keys(), report);
    Ok(())
}
