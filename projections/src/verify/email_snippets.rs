//! Snippets against the log, and the keys they stand under.

use std::collections::HashMap;

use pivotal_domain::email::snippets::{Snippet, keys};
use pivotal_domain::email::templates::blocks::Block;
use uuid::Uuid;

use super::fold::Fold;
use super::guards::{self, Holder};
use super::identity::{judge, strays};
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::email::snippets::SPEC;

const PART: Part = Part::EmailTemplates;
const TABLE: &str = "email_snippets";

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let rows = sqlx::query!(
        r#"select s.id, s.brand_id, s.name, s.number, s.blocks, s.archived, s.saved_by, s.version,
             (select count(*) from read.email_snippet_versions v where v.snippet_id = s.id) as "versions!"
           from read.email_snippets s"#
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut fold = Fold::<Snippet>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for snippet in &page {
            let row = rows.remove(&snippet.id);
            let state = &snippet.shown.state;
            let same = row.as_ref().zip(state.made.as_ref()).map(|(row, made)| {
                (row.brand_id, row.name.as_str(), row.archived, row.saved_by)
                    == (made.brand, made.name.as_str(), state.archived, made.by)
                    && i64::from(row.number) == i64::from(made.version)
                    && row.versions == i64::from(made.version)
                    && serde_json::from_value::<Vec<Block>>(row.blocks.clone())
                        .is_ok_and(|held| held == made.blocks)
            });
            judge(PART, TABLE, snippet.id, &snippet.shown, row.map(|row| row.version), same, report);
        }
        let holders = page
            .iter()
            .map(|snippet| Holder {
                id: snippet.id,
                claims: keys::claims(&snippet.now.state),
                match_keys: Vec::new(),
            })
            .collect();
        guards::compare(verifier, snapshot, PART, TABLE, holders, report).await?;
    }
    strays(PART, TABLE, rows.into_keys(), report);
    Ok(())
}
