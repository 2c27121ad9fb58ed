//! Facts to rows of `duplicate_dismissals`.

use async_trait::async_trait;
use pivotal_domain::audience::duplicates::facts::{DuplicateFact, PairJudged};

use super::SPEC;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct Duplicates;

#[async_trait]
impl Projection for Duplicates {
    fn spec(&self) -> Spec {
        SPEC
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let schema = target.schema;
        // The schema is a parameter of a rebuild, so these statements cannot be compile-checked.
        for entry in batch.entries() {
            match batch.fact(entry)? {
                DuplicateFact::DuplicateDismissed(PairJudged { entity, a, b, by, at }) => {
                    let sql = format!(
                        "insert into {schema}.duplicate_dismissals (entity, a, b, by, at) values ($1, $2, $3, $4, $5)
                         on conflict (a, b) do update set by = excluded.by, at = excluded.at"
                    );
                    let query = sqlx::query(&sql).bind(entity.as_str()).bind(a).bind(b).bind(by).bind(at);
                    query.execute(&mut *target.connection).await?;
                }
                DuplicateFact::DuplicateReopened(PairJudged { a, b, .. }) => {
                    let sql = format!("delete from {schema}.duplicate_dismissals where a = $1 and b = $2");
                    sqlx::query(&sql).bind(a).bind(b).execute(&mut *target.connection).await?;
                }
            }
        }
        Ok(())
    }
}
