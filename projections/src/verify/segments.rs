//! Segments against the log: how they are defined, and that the members counted are those whose stay is open.

use std::collections::HashMap;

use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::audience::segments::Segment;
use uuid::Uuid;

use super::fold::Fold;
use super::identity::{judge, strays};
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::audience::segments::SPEC;

const PART: Part = Part::Segments;
const TABLE: &str = "segments";

/// A row, as far as it is compared.
type Row = (Uuid, Uuid, String, Option<Uuid>, bool, bool, bool, i64, bool);

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let rows: Vec<Row> = sqlx::query_as(
        "select s.id, s.owner, s.name, s.team, s.everyone, s.active, s.archived, s.version,
           coalesce(n.members, 0) = (select count(*) from read.segment_members m where m.segment_id = s.id and m.left_at is null)
         from read.segments s left join read.segment_counts n on n.segment_id = s.id",
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: HashMap<Uuid, Row> = rows.into_iter().map(|row| (row.0, row)).collect();
    let mut fold = Fold::<Segment>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for segment in &page {
            let row = rows.remove(&segment.id);
            let state = &segment.shown.state;
            let same = row.as_ref().zip(state.kept.as_ref()).map(|(row, kept)| {
                let (_, owner, name, team, everyone, active, archived, _, counted) = row;
                let of_team = match kept.details.sharing {
                    Sharing::Team { team } => Some(team),
                    Sharing::Private | Sharing::Everyone => None,
                };
                (*owner, name.as_str(), *team, *everyone)
                    == (
                        kept.owner,
                        kept.details.name.as_str(),
                        of_team,
                        kept.details.sharing == Sharing::Everyone,
                    )
                    && (*active, *archived) == (kept.active, state.archived)
                    && *counted
            });
            judge(PART, TABLE, segment.id, &segment.shown, row.map(|row| row.7), same, report);
        }
    }
    strays(PART, TABLE, rows.into_keys(), report);
    Ok(())
}
