//! What is forgotten about bulk changes: words that name an erased person, and lists of previews whose time is over.

use std::collections::BTreeSet;

use pivotal_domain::audience::bulk::command::BulkCommand;
use pivotal_domain::audience::bulk::events::Selection;
use pivotal_domain::audience::bulk::{Bulk, BulkState};
use pivotal_domain::audience::record::previews::PreviewRemoval;
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use crate::audience::exports::forget::tell_of;
use crate::audience::imports::person::Person;
use crate::audience::record::lists;
use crate::audience::record::undo::rows::UndoList;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};
use crate::jobs::running::RunningJob;

/// Bulk changes looked at together.
const BATCH: usize = 200;

/// For an erasure. Answers false while one is at work that names the person, or an undo is being looked at: to be asked again.
pub async fn forget(
    ctx: &Context,
    contact: Uuid,
    person: &Person,
    names: &BTreeSet<String>,
) -> Result<bool, CommandError> {
    let mut settled = true;
    for ids in bulks(ctx).await?.chunks(BATCH) {
        let loaded = ctx.log.load_many::<Bulk>(ids).await?;
        for (id, loaded) in ids.iter().zip(loaded) {
            let bulk = loaded.state;
            // They are made again in a moment, so all go rather than looking for the person.
            for lists in &bulk.previews.kept {
                remove(ctx, *id, lists.job, PreviewRemoval::Erasure).await?;
            }
            settled &= bulk.undoing.looking.is_none();
            if names_them(&bulk, contact, person, names) {
                match bulk.state {
                    BulkState::Asked | BulkState::Running => settled = false,
                    _ => forget_words(ctx, *id).await?,
                }
            }
        }
    }
    Ok(settled)
}

/// What was set on nobody else tells of the one it was set on.
fn names_them(bulk: &Bulk, contact: Uuid, person: &Person, names: &BTreeSet<String>) -> bool {
    let Some(asked) = &bulk.asked else { return false };
    let mut texts = asked.action.as_ref().map(|action| action.texts()).unwrap_or_default();
    match &asked.selection {
        Some(Selection::Ids(ids)) if ids.as_slice() == [contact] => return true,
        Some(Selection::Matching(filter)) => texts.extend(filter.texts()),
        Some(Selection::Ids(_)) | None => {}
    }
    tell_of(&texts, person, names)
}

/// The key goes last: it is what tells whom the words name.
async fn forget_words(ctx: &Context, id: Uuid) -> Result<(), CommandError> {
    decide(ctx, id, |at| BulkCommand::ForgetWords { at }).await?;
    ctx.log.keys.destroy(id).await?;
    Ok(())
}

/// Removes lists whose time is over; how many. Nothing when it must give way.
pub async fn expire(ctx: &Context, job: &RunningJob) -> Result<Option<i64>, CommandError> {
    let (now, mut gone) = (ctx.now(), 0);
    for id in with_lists(ctx).await? {
        if job.should_stop() {
            return Ok(None);
        }
        for lists in ctx.log.load::<Bulk>(id).await?.state.previews.kept {
            let reason = if lists.current { PreviewRemoval::Expired } else { PreviewRemoval::Replaced };
            if !lists.current || lists.expires_at <= now {
                remove(ctx, id, lists.job, reason).await?;
                gone += 1;
            }
        }
    }
    Ok(Some(gone))
}

/// The lists first: killed between the two, this is done again.
async fn remove(ctx: &Context, id: Uuid, job: Uuid, reason: PreviewRemoval) -> Result<(), CommandError> {
    lists::delete::<UndoList>(ctx, job).await?;
    decide(ctx, id, |at| BulkCommand::RemovePreview { at, job, reason }).await
}

async fn decide(
    ctx: &Context,
    id: Uuid,
    command: impl Fn(chrono::DateTime<chrono::Utc>) -> BulkCommand,
) -> Result<(), CommandError> {
    let (at, metadata) = (ctx.now(), Actor::system("system").metadata());
    let decide = |loaded: &pivotal_log::event_log::Loaded<Bulk>| Ok(loaded.state.decide(command(at))?);
    execute::<Bulk, _, _>(ctx, id, &metadata, None, decide, no_jobs).await.map(drop)
}

async fn bulks(ctx: &Context) -> Result<Vec<Uuid>, CommandError> {
    let ids = sqlx::query_scalar!(
        "select aggregate_id from log.events where aggregate_type = 'bulk' and sequence = 1 order by global_position"
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
}

async fn with_lists(ctx: &Context) -> Result<Vec<Uuid>, CommandError> {
    let ids = sqlx::query_scalar!(
        "select aggregate_id from log.events where aggregate_type = 'bulk' group by aggregate_id
           having count(*) filter (where event_type = 'BulkUndoPreviewed') > count(*) filter (where event_type = 'BulkUndoPreviewRemoved')"
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
}
