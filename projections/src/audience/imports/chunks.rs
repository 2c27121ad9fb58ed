//! Chunks of imports, summed up before they are written.

use std::collections::BTreeMap;

use super::fixes::Mended;
use pivotal_domain::audience::imports::facts::ChunkRan;
use pivotal_domain::audience::imports::outcome::{Outcomes, RowOutcome};
use sqlx::PgConnection;
use uuid::Uuid;

/// Rows named as examples of a problem.
const EXAMPLES: usize = 5;

#[derive(Debug, Default)]
struct Sums {
    outcomes: Outcomes,
    accounts_created: u64,
    accounts_updated: u64,
    chunks: i32,
}

/// Import, code, field (empty for the whole row), whether it rejected the row.
type Problem = (Uuid, String, String, bool);

/// Column by column: import, row, outcome, contact, row it was merged into.
type Met = (Vec<Uuid>, Vec<i32>, Vec<&'static str>, Vec<Uuid>, Vec<Option<i32>>);

#[derive(Debug, Default)]
pub struct Chunks {
    sums: BTreeMap<Uuid, Sums>,
    problems: BTreeMap<Problem, Vec<u32>>,
    met: Met,
    mended: Mended,
}

impl Chunks {
    pub fn add(&mut self, ran: ChunkRan) {
        let sums = self.sums.entry(ran.import_id).or_default();
        sums.outcomes.add(&ran.outcomes);
        sums.accounts_created += u64::from(ran.accounts_created);
        sums.accounts_updated += u64::from(ran.accounts_updated);
        sums.chunks += 1;
        for problem in ran.problems {
            self.problems
                .entry((ran.import_id, problem.code, problem.field.unwrap_or_default(), problem.rejected))
                .or_default()
                .push(problem.row);
        }
        self.mended.add(ran.import_id, &ran.records);
        for record in ran.records {
            if let (Some(contact), Some(outcome)) = (record.record, met(record.outcome)) {
                self.met.0.push(ran.import_id);
                self.met.1.push(row_number(record.row));
                self.met.2.push(outcome);
                self.met.3.push(contact);
                self.met.4.push(record.into.map(row_number));
            }
        }
    }

    // The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

    pub async fn save(self, connection: &mut PgConnection, schema: &str) -> Result<(), sqlx::Error> {
        for (id, sums) in self.sums {
            let sql = format!(
                "update {schema}.imports set read_rows = read_rows + $2, created = created + $3, updated = updated + $4, unchanged = unchanged + $5, merged_in_file = merged_in_file + $6,
                   matches_archived = matches_archived + $7, rejected = rejected + $8, not_run = not_run + $9, warnings = warnings + $10,
                   accounts_created = accounts_created + $11, accounts_updated = accounts_updated + $12, chunks = chunks + $13 where id = $1"
            );
            let o = sums.outcomes;
            let counts = [
                o.read,
                o.created,
                o.updated,
                o.unchanged,
                o.merged_in_file,
                o.matches_archived,
                o.rejected,
                o.not_run,
                o.warnings,
                sums.accounts_created,
                sums.accounts_updated,
            ];
            let mut query = sqlx::query(&sql).bind(id);
            for count in counts {
                query = query.bind(i64::try_from(count).unwrap_or(i64::MAX));
            }
            query.bind(sums.chunks).execute(&mut *connection).await?;
        }
        for ((import, code, field, rejected), rows) in self.problems {
            let sql = format!(
                "insert into {schema}.import_problems as held (import_id, code, field, rejected, rows, examples) values ($1, $2, $3, $4, $5, $6)
                 on conflict (import_id, code, field, rejected) do update set rows = held.rows + excluded.rows, examples = (held.examples || excluded.examples)[1:{EXAMPLES}]"
            );
            let examples: Vec<i32> = rows.iter().take(EXAMPLES).map(|row| row_number(*row)).collect();
            sqlx::query(&sql)
                .bind(import)
                .bind(code)
                .bind(field)
                .bind(rejected)
                .bind(rows.len() as i64)
                .bind(examples)
                .execute(&mut *connection)
                .await?;
        }
        let (imports, rows, outcomes, contacts, into) = self.met;
        if !rows.is_empty() {
            let sql = format!(
                "insert into {schema}.import_rows (import_id, row, outcome, contact_id, into_row) select * from unnest($1::uuid[], $2::integer[], $3::text[], $4::uuid[], $5::integer[])
                 on conflict do nothing"
            );
            sqlx::query(&sql)
                .bind(imports)
                .bind(rows)
                .bind(outcomes)
                .bind(contacts)
                .bind(into)
                .execute(&mut *connection)
                .await?;
        }
        self.mended.save(connection, schema).await
    }
}

/// Outcomes that met a record and left no event of it.
fn met(outcome: RowOutcome) -> Option<&'static str> {
    match outcome {
        RowOutcome::Unchanged => Some("unchanged"),
        RowOutcome::MergedInFile => Some("merged_in_file"),
        RowOutcome::MatchesArchived => Some("matches_archived"),
        RowOutcome::Created | RowOutcome::Updated | RowOutcome::Rejected | RowOutcome::NotRun => None,
    }
}

fn row_number(row: u32) -> i32 {
    i32::try_from(row).unwrap_or(i32::MAX)
}
