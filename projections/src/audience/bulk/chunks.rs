//! Chunks of bulk changes, summed up before they are written.

use std::collections::BTreeMap;

use pivotal_domain::audience::bulk::facts::ChunkRan;
use pivotal_domain::audience::bulk::outcome::BulkCounts;
use sqlx::PgConnection;
use sqlx::types::Json;
use uuid::Uuid;

#[derive(Debug, Default)]
struct Sums {
    counts: BulkCounts,
    chunks: i32,
    records: Columns,
}

/// Record, outcome, code: column by column.
type Columns = (Vec<Uuid>, Vec<&'static str>, Vec<Option<&'static str>>);

#[derive(Debug, Default)]
pub struct Chunks(BTreeMap<Uuid, Sums>);

impl Chunks {
    pub fn add(&mut self, ran: ChunkRan) {
        let sums = self.0.entry(ran.bulk_id).or_default();
        sums.counts.add(&ran.counts);
        sums.chunks += 1;
        for record in ran.records {
            sums.records.0.push(record.id);
            sums.records.1.push(record.outcome.as_str());
            sums.records.2.push(record.refusal.map(|refusal| refusal.code()));
        }
    }

    // The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

    pub async fn save(self, connection: &mut PgConnection, schema: &str) -> Result<(), sqlx::Error> {
        for (id, sums) in self.0 {
            // Numbered on from what is there: chunks come in their order, and the row of the bulk change counts them.
            let sql =
                format!("select changed + unchanged + refused, reasons from {schema}.bulks where id = $1");
            let held: Option<(i64, Json<BTreeMap<String, u64>>)> =
                sqlx::query_as(&sql).bind(id).fetch_optional(&mut *connection).await?;
            let Some((before, Json(mut reasons))) = held else { continue };
            for (refusal, count) in &sums.counts.reasons {
                *reasons.entry(refusal.code().to_owned()).or_default() += count;
            }
            let sql = format!(
                "insert into {schema}.bulk_records (bulk_id, number, record_id, outcome, code)
                 select $1, $2 + n, id, outcome, code from unnest($3::uuid[], $4::text[], $5::text[]) with ordinality as u(id, outcome, code, n) on conflict do nothing"
            );
            let (ids, outcomes, codes) = sums.records;
            sqlx::query(&sql)
                .bind(id)
                .bind(before)
                .bind(ids)
                .bind(outcomes)
                .bind(codes)
                .execute(&mut *connection)
                .await?;
            let sql = format!(
                "update {schema}.bulks set changed = changed + $2, unchanged = unchanged + $3, refused = refused + $4, chunks = chunks + $5, reasons = $6 where id = $1"
            );
            let mut query = sqlx::query(&sql).bind(id);
            for count in [sums.counts.changed, sums.counts.unchanged, sums.counts.refused] {
                query = query.bind(i64::try_from(count).unwrap_or(i64::MAX));
            }
            query.bind(sums.chunks).bind(Json(reasons)).execute(&mut *connection).await?;
        }
        Ok(())
    }
}
