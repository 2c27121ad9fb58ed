//! Read your own writes: waits, for a moment, until the projections that a query uses have reached a log position.
//!
//! A client sends the position its last write came back with (`x-pivotal-after`). Works whichever process the workers
//! run in: the checkpoints are the truth, the workers of this process only tell sooner.

use std::time::Duration;

use futures::StreamExt;
use futures::stream::FuturesUnordered;
use sqlx::PgPool;
use tokio::time::Instant;

use crate::runner::checkpoint;
use crate::runner::positions::Positions;

/// How long a query waits for its projections before it answers with what there is.
pub const DEADLINE: Duration = Duration::from_secs(2);
/// Between two looks at the checkpoints, for workers in other processes.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Whether the rows include the position asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    Fresh,
    /// Answer all the same, and say so.
    Stale,
}

/// Waits until all of `projections` have reached `position`. A stopped projection will not, so it is not waited for.
pub async fn wait(
    pool: &PgPool,
    positions: &Positions,
    projections: &[&str],
    position: i64,
    deadline: Duration,
) -> Result<Freshness, sqlx::Error> {
    let until = Instant::now() + deadline;
    let mut missing: Vec<String> = projections
        .iter()
        .filter(|name| positions.watch(name).is_none_or(|seen| seen.borrow().position < position))
        .map(ToString::to_string)
        .collect();
    while !missing.is_empty() {
        for name in &missing {
            positions.nudge(name);
        }
        hear(positions, &missing, position, until.min(Instant::now() + LOOK_EVERY)).await;
        let seen = checkpoint::seen(pool, &missing).await?;
        if seen.iter().any(|(_, at, stopped)| *stopped && *at < position) {
            return Ok(Freshness::Stale);
        }
        missing.retain(|name| !seen.iter().any(|(of, at, _)| of == name && *at >= position));
        if Instant::now() >= until && !missing.is_empty() {
            metrics::counter!("pivotal_stale_reads_total").increment(1);
            return Ok(Freshness::Stale);
        }
    }
    Ok(Freshness::Fresh)
}

/// Returns as soon as this process's workers have brought all of them there, or at `until`.
async fn hear(positions: &Positions, names: &[String], position: i64, until: Instant) {
    let mut waits: FuturesUnordered<_> = names
        .iter()
        .map(|name| {
            let watch = positions.watch(name);
            async move {
                if let Some(mut watch) = watch
                    && watch.wait_for(|seen| seen.position >= position || seen.stopped).await.is_ok()
                {
                    return;
                }
                // No worker here, or it is gone: only the checkpoints can tell.
                std::future::pending().await
            }
        })
        .collect();
    // Only watch channels in here, never a query: those must not be cancelled.
    let _ = tokio::time::timeout_at(until, async { while waits.next().await.is_some() {} }).await;
}
