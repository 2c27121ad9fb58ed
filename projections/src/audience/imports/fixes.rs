//! Rejected rows that were mended: which import took them, and what became of them.

use std::collections::{BTreeMap, HashMap};

use pivotal_domain::audience::imports::facts::RowRecord;
use pivotal_domain::audience::imports::outcome::RowOutcome;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::page::QueryError;

/// The last try to mend a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    pub child_id: Uuid,
    /// Of the mended row in the child's file.
    pub child_row: i32,
    pub outcome: RowOutcome,
}

/// By row, of those asked about. For whoever was shown the import.
pub async fn fixes_of(pool: &PgPool, parent: Uuid, rows: &[i32]) -> Result<HashMap<i32, Fix>, QueryError> {
    let found = sqlx::query!(
        "select row, child_id, child_row, outcome from read.import_fixes where parent_id = $1 and row = any($2)",
        parent,
        rows
    )
    .fetch_all(pool)
    .await?;
    let fix = |outcome: &str| serde_json::from_value(serde_json::Value::from(outcome)).ok();
    Ok(found
        .into_iter()
        .filter_map(|row| {
            let (child_id, child_row) = (row.child_id, row.child_row);
            Some((row.row, Fix { child_id, child_row, outcome: fix(&row.outcome)? }))
        })
        .collect())
}

/// Chunks that ran, seen from the imports whose rows they mend.
#[derive(Debug, Default)]
pub(super) struct Mended(BTreeMap<Uuid, Vec<(u32, RowOutcome)>>);

impl Mended {
    /// Imports that mend something are small: of the others too many rows come to look at each.
    const MOST_ROWS: usize = 4_000;

    pub fn add(&mut self, import: Uuid, records: &[RowRecord]) {
        let rows = self.0.entry(import).or_default();
        if rows.len() < Self::MOST_ROWS {
            rows.extend(records.iter().map(|record| (record.row, record.outcome)));
        }
    }

    // The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

    pub async fn save(self, connection: &mut PgConnection, schema: &str) -> Result<(), sqlx::Error> {
        let ids: Vec<Uuid> = self.0.keys().copied().collect();
        if ids.is_empty() {
            return Ok(());
        }
        let sql = format!(
            "select id, parent_id, fixes from {schema}.imports where id = any($1) and fixes is not null"
        );
        let children: Vec<(Uuid, Uuid, Vec<i32>)> =
            sqlx::query_as(&sql).bind(ids).fetch_all(&mut *connection).await?;
        for (child, parent, fixes) in children {
            for (row, outcome) in self.0.get(&child).into_iter().flatten() {
                // Row 1 is the heading.
                let Some(mended) = (*row as usize).checked_sub(2).and_then(|at| fixes.get(at)) else {
                    continue;
                };
                let outcome = serde_json::to_value(outcome).unwrap_or_default();
                let sql = format!(
                    "insert into {schema}.import_fixes (parent_id, row, child_id, child_row, outcome) values ($1, $2, $3, $4, $5)
                     on conflict (parent_id, row) do update set child_id = excluded.child_id, child_row = excluded.child_row, outcome = excluded.outcome"
                );
                sqlx::query(&sql)
                    .bind(parent)
                    .bind(mended)
                    .bind(child)
                    .bind(i32::try_from(*row).unwrap_or(i32::MAX))
                    .bind(outcome.as_str().unwrap_or_default())
                    .execute(&mut *connection)
                    .await?;
            }
        }
        Ok(())
    }
}
