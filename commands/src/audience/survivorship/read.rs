//! Opening the list of a preview.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::survivorship::error::SurvivorshipError;
use pivotal_domain::audience::survivorship::{Survivorship, id_of};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;

use super::rows::{Changed, WeighedRow};
use crate::audience::record::lists::{ListPage, page};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;

/// The rules and what is being made of them.
pub async fn survivorship(
    ctx: &Context,
    actor: &Actor,
    entity: Entity,
) -> Result<Survivorship, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    Ok(ctx.log.load::<Survivorship>(id_of(entity)).await?.state)
}

/// `after`: a place that an earlier page gave; 0 for the first.
pub async fn preview_rows(
    ctx: &Context,
    actor: &Actor,
    entity: Entity,
    after: u64,
    first: usize,
) -> Result<ListPage<WeighedRow>, CommandError> {
    let state = survivorship(ctx, actor, entity).await?;
    let lists = state.previews.current().filter(|lists| lists.expires_at > ctx.now());
    let lists = lists.ok_or(SurvivorshipError::NoPreview)?;
    page(ctx, lists.job, Changed, after, first).await
}
