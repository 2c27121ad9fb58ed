//! The list of a run: it may name a person, so it is gone when the run has ended or the person is erased.

use std::collections::BTreeSet;

use pivotal_domain::audience::exports::list::ListFilter;
use uuid::Uuid;

use super::ContactRun;
use crate::audience::exports::forget::tell_of;
use crate::audience::imports::person::Person;
use crate::context::Context;
use crate::error::CommandError;

/// Can be done again. A run that is at work has its list in memory and goes on; killed, it ends without it.
pub async fn forget_lists_of<K: ContactRun>(
    ctx: &Context,
    person: &Person,
    names: &BTreeSet<String>,
) -> Result<(), CommandError> {
    let kinds = [K::JOB.name.to_owned(), K::JOB_OF_FEW.name.to_owned()];
    let jobs = sqlx::query!(
        "select id, payload from jobs.queue where kind = any($1) and payload -> 'filter' <> 'null'::jsonb",
        &kinds
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    for job in jobs {
        let told = job.payload.get("filter").cloned();
        let told = told.and_then(|filter| serde_json::from_value::<ListFilter>(filter).ok());
        if told.is_none_or(|filter| tell_of(&filter.texts(), person, names)) {
            forget_list(ctx, job.id).await?;
        }
    }
    Ok(())
}

/// Of one job.
pub async fn forget_list(ctx: &Context, job: Uuid) -> Result<(), CommandError> {
    sqlx::query!("update jobs.queue set payload = jsonb_set(payload, '{filter}', 'null') where id = $1", job)
        .execute(&ctx.log.pools.write)
        .await?;
    Ok(())
}
