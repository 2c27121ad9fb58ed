//! What an erasure does to exports: files that may hold the person go, and filters that name them are forgotten.
//!
//! Which people are in a file is written down nowhere, so every file of contacts goes that was written before. Whoever needs
//! it exports the list again; the Exports page says why.

use std::collections::BTreeSet;

use pivotal_domain::audience::exports::command::ExportCommand;
use pivotal_domain::audience::exports::events::Removal;
use pivotal_domain::audience::exports::{Export, ExportState};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::values::fold::fold;
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::expire::remove_file;
use crate::audience::imports::person::Person;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};

/// Exports looked at together.
const BATCH: usize = 200;

/// Answers false when a file is being written right now, which may hold the person, or a hold keeps it: to be asked again.
///
/// `names` are folded. A filter that is forgotten though it meant a namesake costs a line of an audit; one that is not tells of
/// somebody who asked to be forgotten.
pub async fn forget(ctx: &Context, person: &Person, names: &BTreeSet<String>) -> Result<bool, CommandError> {
    let mut settled = true;
    for ids in exports(ctx).await?.chunks(BATCH) {
        let loaded = ctx.log.load_many::<Export>(ids).await?;
        for (id, loaded) in ids.iter().zip(loaded) {
            settled &= forget_in(ctx, *id, &loaded.state, person, names).await?;
        }
    }
    Ok(settled)
}

async fn forget_in(
    ctx: &Context,
    id: Uuid,
    export: &Export,
    person: &Person,
    names: &BTreeSet<String>,
) -> Result<bool, CommandError> {
    let request = export.request.as_ref();
    let mut settled = true;
    if request.is_none_or(|request| request.entity == Entity::Contact) {
        match export.state {
            ExportState::Completed => settled = remove_file(ctx, id, Removal::Erasure).await?,
            // One that waits for its turn reads its rows later, when the person is not among them any more.
            ExportState::Running => {
                settled = !is_being_written(ctx, export.job).await?;
                // It may have been stored between the two looks.
                if settled && ctx.log.load::<Export>(id).await?.state.state == ExportState::Completed {
                    settled = remove_file(ctx, id, Removal::Erasure).await?;
                }
            }
            ExportState::Absent | ExportState::Cancelled | ExportState::Failed | ExportState::Removed(_) => {}
        }
    }
    let filter = request.and_then(|request| request.filter.as_deref());
    if settled && filter.is_some_and(|filter| tell_of(&filter.texts(), person, names)) {
        forget_filter(ctx, id).await?;
    }
    Ok(settled)
}

/// Whether what somebody asked for speaks of the person. `names` are folded.
pub fn tell_of(texts: &[String], person: &Person, names: &BTreeSet<String>) -> bool {
    person.is_in(texts)
        || texts.iter().any(|text| {
            let text = fold(text);
            // Shorter ones stand in anything.
            names.iter().any(|name| name.len() >= 3 && text.contains(name.as_str()))
        })
}

/// The key goes last: it is what tells whom the filter names.
async fn forget_filter(ctx: &Context, id: Uuid) -> Result<(), CommandError> {
    let at = ctx.now();
    execute::<Export, _, _>(
        ctx,
        id,
        &Actor::system("system").metadata(),
        None,
        |loaded| Ok(loaded.state.decide(ExportCommand::ForgetFilter { at })?),
        no_jobs,
    )
    .await?;
    ctx.log.keys.destroy(id).await?;
    Ok(())
}

async fn is_being_written(ctx: &Context, job: Option<Uuid>) -> Result<bool, CommandError> {
    let running = sqlx::query_scalar!(
        r#"select exists (select 1 from jobs.queue where id = $1 and state = 'running') as "running!""#,
        job
    );
    Ok(running.fetch_one(&ctx.log.pools.write).await?)
}

async fn exports(ctx: &Context) -> Result<Vec<Uuid>, CommandError> {
    let ids = sqlx::query_scalar!(
        "select aggregate_id from log.events where aggregate_type = 'export' and sequence = 1 order by global_position"
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
}
