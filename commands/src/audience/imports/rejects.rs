//! Writes an import's reject file from its source file and its facts.

use std::collections::BTreeMap;

use futures::StreamExt;
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::facts::{IMPORT_CHUNK_RAN, ImportFact, RowProblem};
use pivotal_domain::audience::imports::problem::sentence;
use uuid::Uuid;

use super::file::reject_file::{self, Verdict};
use super::person::Person;
use crate::context::Context;
use crate::error::CommandError;
use crate::ports::blob_store::BlobKey;

/// Answers with the key of the file, or nothing when there is nothing to say about any row. `erased`: whose rows are blank.
pub async fn write(
    ctx: &Context,
    import_id: Uuid,
    import: &Import,
    erased: Vec<Person>,
) -> Result<Option<String>, CommandError> {
    let verdicts = verdicts(ctx, import_id).await?;
    let Some(format) = import.format.as_ref().filter(|_| !verdicts.is_empty()) else { return Ok(None) };
    let source: BlobKey = import.file_key.parse().map_err(CommandError::unexpected)?;
    let source = ctx.blobs.get_stream(&source, None).await.map_err(CommandError::unexpected)?;
    let key = key(import_id)?;
    let body = reject_file::write(source.body, format, verdicts, erased).boxed();
    ctx.blobs.put_stream(&key, "text/csv; charset=utf-8", body).await.map_err(CommandError::unexpected)?;
    Ok(Some(key.as_str().to_owned()))
}

/// One key per import: a run that died after writing the file writes it again in the same place.
pub fn key(import_id: Uuid) -> Result<BlobKey, CommandError> {
    BlobKey::new("reject", created_at(import_id), import_id).map_err(CommandError::unexpected)
}

async fn verdicts(ctx: &Context, import_id: Uuid) -> Result<Vec<Verdict>, CommandError> {
    let payloads = sqlx::query_scalar!(
        r#"select payload::text as "payload!" from log.facts where about_type = 'import' and about_id = $1 and kind = $2 order by global_position"#,
        import_id.to_string(), IMPORT_CHUNK_RAN
    ).fetch_all(&ctx.log.pools.write).await?;
    let mut rows: BTreeMap<u32, Verdict> = BTreeMap::new();
    for payload in payloads {
        let ImportFact::ImportChunkRan(ran) = serde_json::from_str(&payload)?;
        for problem in ran.problems {
            let verdict = rows.entry(problem.row).or_insert(Verdict {
                row: problem.row,
                rejected: false,
                reasons: Vec::new(),
            });
            verdict.rejected |= problem.rejected;
            verdict.reasons.push(reason(&problem));
        }
    }
    Ok(rows.into_values().collect())
}

/// In words; the code stands behind, for machines.
pub fn reason(problem: &RowProblem) -> String {
    format!("{} [{}]", sentence(&problem.code, problem.field.as_deref()), problem.code)
}

fn created_at(import_id: Uuid) -> chrono::DateTime<chrono::Utc> {
    let time = import_id.get_timestamp().map(|timestamp| timestamp.to_unix());
    time.and_then(|(seconds, _)| chrono::DateTime::from_timestamp(seconds as i64, 0)).unwrap_or_default()
}
