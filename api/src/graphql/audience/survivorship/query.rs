//! Reading the rules and the list of a preview.

use async_graphql::{Context, Object, Result};
use pivotal_commands::audience::custom_fields::definitions;
use pivotal_commands::audience::survivorship::read::{preview_rows, survivorship};
use pivotal_domain::audience::fields::catalogue;
use pivotal_projections::{jobs, page};

use super::types::{Survivorship, SurvivorshipRow, SurvivorshipRows};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::record::Entity;
use crate::graphql::connection::page_args;
use crate::graphql::log::jobs::types::JobProgress;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;
use pivotal_domain::identity::actor::Actor;

#[derive(Default)]
pub struct SurvivorshipQuery;

#[Object]
impl SurvivorshipQuery {
    /// Which of two values stays, for contacts or accounts; straight from the log.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()), complexity = "50 + child_complexity")]
    async fn survivorship(&self, ctx: &Context<'_>, entity: Entity) -> Result<Survivorship> {
        Ok(shown(core(ctx), actor(ctx)?, entity.into()).await?)
    }

    /// Records that would hold other values, as the last preview found them.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()), complexity = "100 + 20 * child_complexity")]
    async fn survivorship_preview_rows(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<SurvivorshipRows> {
        Ok(rows(core(ctx), actor(ctx)?, entity.into(), first, after).await?)
    }
}

pub async fn shown(core: &Core, actor: &Actor, entity: catalogue::Entity) -> ApiResult<Survivorship> {
    let state = survivorship(&core.context, actor, entity).await?;
    let definitions = definitions(&core.context, entity).await?;
    let progress = match state.previews.running {
        Some(job) => jobs::get(&core.context.log.pools.read, actor, job).await?,
        None => None,
    };
    let progress = progress.map(|job| JobProgress::from(job.progress));
    Ok(Survivorship::of(entity, &state, progress, &definitions, core.context.now()))
}

pub async fn rows(
    core: &Core,
    actor: &Actor,
    entity: catalogue::Entity,
    first: Option<i32>,
    after: Option<String>,
) -> ApiResult<SurvivorshipRows> {
    let args = page_args(first, after, None, 50)?;
    let after: u64 = args.after.as_deref().map(page::decode).transpose()?.unwrap_or_default();
    let first = usize::try_from(args.limit()).unwrap_or_default();
    let definitions = definitions(&core.context, entity).await?;
    let found = preview_rows(&core.context, actor, entity, after, first).await.map_err(ApiError::from)?;
    let end = found.rows.last().map(|(place, _)| page::encode(place));
    Ok(SurvivorshipRows {
        rows: found.rows.into_iter().map(|(_, row)| SurvivorshipRow::of(row, &definitions)).collect(),
        end_cursor: end.filter(|_| found.more),
        has_next_page: found.more,
    })
}
