//! Chained hashes over ranges of the log: a changed, removed or inserted row shows.
//!
//! Covers payloads as stored, so erasing a person (deleting their key) leaves every seal intact.

use sha2::{Digest, Sha256};
use sqlx::{PgConnection, PgPool};

use crate::reader;

/// Entries one seal covers at most.
const RANGE: i64 = 10_000;

/// A range whose stored hash and recomputed hash differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenSeal {
    pub from: i64,
    pub to: i64,
}

/// Seals what is complete: everything up to the head, in ranges. Returns how many seals were set.
pub async fn seal_to_head(pool: &PgPool) -> Result<u32, sqlx::Error> {
    let mut sealed = 0;
    let mut tx = pool.begin().await?;
    // One sealer at a time, whichever process it is in.
    if !sqlx::query_scalar!(r#"select pg_try_advisory_xact_lock(7003) as "locked!""#)
        .fetch_one(&mut *tx)
        .await?
    {
        return Ok(0);
    }
    let head = reader::head(&mut tx).await?;
    loop {
        let last = sqlx::query!("select to_position, hash from log.seals order by to_position desc limit 1")
            .fetch_optional(&mut *tx)
            .await?;
        let (from, previous) = last.map_or((1, vec![0u8; 32]), |seal| (seal.to_position + 1, seal.hash));
        if from > head {
            break;
        }
        let to = head.min(from + RANGE - 1);
        let (entries, hash) = hash_range(&mut tx, from, to, &previous).await?;
        sqlx::query!("insert into log.seals (from_position, to_position, entries, previous_hash, hash) values ($1, $2, $3, $4, $5)", from, to, entries, previous, hash).execute(&mut *tx).await?;
        sealed += 1;
    }
    tx.commit().await?;
    Ok(sealed)
}

/// Recomputes every seal. An empty answer means that nothing was altered.
pub async fn check(pool: &PgPool) -> Result<Vec<BrokenSeal>, sqlx::Error> {
    let seals = sqlx::query!("select from_position, to_position, entries, previous_hash, hash from log.seals order by from_position").fetch_all(pool).await?;
    let mut connection = pool.acquire().await?;
    let mut broken = Vec::new();
    let mut previous = vec![0u8; 32];
    for seal in seals {
        let (entries, hash) =
            hash_range(&mut connection, seal.from_position, seal.to_position, &previous).await?;
        if entries != seal.entries || hash != seal.hash || previous != seal.previous_hash {
            broken.push(BrokenSeal { from: seal.from_position, to: seal.to_position });
        }
        previous = seal.hash;
    }
    Ok(broken)
}

async fn hash_range(
    connection: &mut PgConnection,
    from: i64,
    to: i64,
    previous: &[u8],
) -> Result<(i64, Vec<u8>), sqlx::Error> {
    let rows = sqlx::query!(
        r#"select global_position as "position!", concat_ws(E'\x1f', 'event', aggregate_type, aggregate_id, sequence, event_type, event_version, payload::text, metadata::text, recorded_at at time zone 'utc', coalesce(subject_id::text, '')) as "row!"
           from log.events where global_position between $1 and $2
           union all
           select global_position, concat_ws(E'\x1f', 'fact', about_type, about_id, kind, version, payload::text, metadata::text, recorded_at at time zone 'utc', coalesce(subject_id::text, '')) from log.facts where global_position between $1 and $2
           order by 1"#,
        from, to
    ).fetch_all(connection).await?;
    let mut hasher = Sha256::new();
    hasher.update(previous);
    for row in &rows {
        hasher.update(row.position.to_be_bytes());
        hasher.update((row.row.len() as u64).to_be_bytes());
        hasher.update(row.row.as_bytes());
    }
    Ok((rows.len() as i64, hasher.finalize().to_vec()))
}
