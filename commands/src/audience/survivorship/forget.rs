//! The end of a preview's list: its time is over, or somebody was erased who may be in it.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::previews::PreviewRemoval;
use pivotal_domain::audience::survivorship::command::SurvivorshipCommand;
use pivotal_domain::audience::survivorship::{Survivorship, id_of};
use pivotal_domain::identity::actor::Actor;
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use super::rows::Changed;
use crate::audience::record::lists;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};

/// For the erasure of a contact: made again in a moment, the list goes as a whole. Answers false while one is being made.
pub async fn forget(ctx: &Context) -> Result<bool, CommandError> {
    let state = ctx.log.load::<Survivorship>(id_of(Entity::Contact)).await?.state;
    for lists in &state.previews.kept {
        remove(ctx, Entity::Contact, lists.job, PreviewRemoval::Erasure).await?;
    }
    Ok(state.previews.running.is_none())
}

/// Removes lists whose time is over; how many.
pub async fn expire(ctx: &Context) -> Result<i64, CommandError> {
    let (now, mut gone) = (ctx.now(), 0);
    for entity in [Entity::Contact, Entity::Account] {
        for lists in ctx.log.load::<Survivorship>(id_of(entity)).await?.state.previews.kept {
            let reason = if lists.current { PreviewRemoval::Expired } else { PreviewRemoval::Replaced };
            if !lists.current || lists.expires_at <= now {
                remove(ctx, entity, lists.job, reason).await?;
                gone += 1;
            }
        }
    }
    Ok(gone)
}

/// The list first: killed between the two, this is done again.
async fn remove(
    ctx: &Context,
    entity: Entity,
    job: Uuid,
    reason: PreviewRemoval,
) -> Result<(), CommandError> {
    lists::delete::<Changed>(ctx, job).await?;
    let (at, metadata) = (ctx.now(), Actor::system("system").metadata());
    let decide = |loaded: &Loaded<Survivorship>| {
        Ok(loaded.state.decide(SurvivorshipCommand::RemovePreview { at, job, reason })?)
    };
    execute::<Survivorship, _, _>(ctx, id_of(entity), &metadata, None, decide, no_jobs).await.map(drop)
}
