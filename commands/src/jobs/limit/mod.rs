//! How many jobs one person may have that are not done yet, so that nobody fills the queue that all wait in. Their API keys count with
//! them; what Pivotal starts by itself, and what follows from work that was started, is nobody's.

#[cfg(test)]
mod tests;

use pivotal_log::append::NewJob;
use uuid::Uuid;

use super::kinds::{self, Kind};
use crate::context::Context;
use crate::error::{CommandError, Rejection};

/// More than anybody follows with their eyes, and what a process, which does four at once, is through with in five turns. Two requests
/// at the same moment may both find the last place free: then it is one more, which hurts nobody.
pub const MOST: i64 = 20;

/// What people start as often as they like, and wait for. What exists but once (a look for duplicates, a dry run, suggestions) cannot
/// pile up, and an erasure is not made to wait.
const COUNTED: [Kind; 12] = [
    kinds::IMPORT_RUN,
    kinds::IMPORT_PREVIEW,
    kinds::IMPORT_UNDO,
    kinds::EXPORT_RUN,
    kinds::BULK_RUN,
    kinds::BULK_UNDO,
    kinds::DOMAIN_SET_MATCH,
    kinds::EMAIL_VERIFICATION_RUN,
    kinds::EMAIL_VERIFICATION_FEW,
    kinds::PHONE_LOOKUP_RUN,
    kinds::PHONE_LOOKUP_FEW,
    kinds::SUPPRESSION_IMPORT,
];

/// Of jobs that are about to be started with a decision. Asked before the append; a request that was made before is not refused by it.
pub(crate) async fn refuse_too_many(ctx: &Context, jobs: &[NewJob]) -> Result<(), CommandError> {
    let counted = |job: &&NewJob| COUNTED.iter().any(|kind| kind.name == job.kind);
    match jobs.iter().find(counted).and_then(|job| job.created_by) {
        Some(person) => refuse_full(ctx, person).await,
        None => Ok(()),
    }
}

/// Of somebody who is about to start one, before anything is stored for it.
pub(crate) async fn refuse_full(ctx: &Context, person: Uuid) -> Result<(), CommandError> {
    // Pivotal itself.
    if person.is_nil() {
        return Ok(());
    }
    let kinds: Vec<String> = COUNTED.iter().map(|kind| kind.name.to_owned()).collect();
    let unfinished = sqlx::query_scalar!(
        r#"select count(*) as "count!" from jobs.queue
           where created_by = $1 and state in ('queued', 'running') and kind = any($2)"#,
        person,
        &kinds
    )
    .fetch_one(&ctx.log.pools.write)
    .await?;
    if unfinished < MOST {
        return Ok(());
    }
    metrics::counter!("pivotal_jobs_refused_total").increment(1);
    Err(CommandError::rejected(Rejection::new(
        "TOO_MANY_JOBS",
        format!(
            "You have {unfinished} imports, exports, bulk changes and the like that are not done yet; one person may have {MOST} at a time. \
             This one was not started. Wait until one ends, or cancel one, and try again."
        ),
    )))
}
