//! Lists against the log, and their counts against their members.

use std::collections::HashMap;

use pivotal_domain::audience::lists::List;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use uuid::Uuid;

use super::fold::Fold;
use super::identity::{judge, strays};
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::audience::lists::SPEC;

const PART: Part = Part::Lists;
const TABLE: &str = "lists";

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let rows = sqlx::query!(
        "select id, owner, name, source, tags, team, everyone, archived, version from read.lists"
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut fold = Fold::<List>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for list in &page {
            let row = rows.remove(&list.id);
            let state = &list.shown.state;
            let same = row.as_ref().zip(state.made.as_ref()).map(|(row, made)| {
                let team = match made.details.sharing {
                    Sharing::Team { team } => Some(team),
                    Sharing::Private | Sharing::Everyone => None,
                };
                (row.owner, row.name.as_str(), row.source.as_str(), row.team, row.everyone, row.archived)
                    == (
                        made.owner,
                        made.details.name.as_str(),
                        made.source.kind(),
                        team,
                        made.details.sharing == Sharing::Everyone,
                        state.archived,
                    )
                    && row.tags == made.details.tags
            });
            judge(PART, TABLE, list.id, &list.shown, row.map(|row| row.version), same, report);
        }
    }
    strays(PART, TABLE, rows.into_keys(), report);
    counts(snapshot, report).await
}

async fn counts(snapshot: &mut Snapshot, report: &mut Report) -> Result<(), VerifyError> {
    let wrong = sqlx::query_scalar!(
        r#"select coalesce(n.list_id, m.list_id) as "list!" from read.list_counts n
           full join (select list_id, count(*) as members from read.list_members where left_at is null group by list_id) m on m.list_id = n.list_id
           where coalesce(n.members, 0) <> coalesce(m.members, 0)"#
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    for list in wrong {
        report.differs(PART, format!("list_counts {list}"), "the count differs from the members there are");
    }
    Ok(())
}
