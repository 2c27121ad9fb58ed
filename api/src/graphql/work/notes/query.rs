//! Reading notes.

use async_graphql::{Context, Object, Result};
use pivotal_domain::audience::fields::catalogue;
use pivotal_projections::work::SPEC;
use pivotal_projections::work::notes::query;
use uuid::Uuid;

use super::types::Note;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::record::Entity;
use crate::graphql::connection::{NoteConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct NoteQuery;

#[Object]
impl NoteQuery {
    /// The notes of a record and of those that were merged into it: pinned ones first, then the newest. None of a record that the
    /// caller may not see.
    #[graphql(directive = allow::apply("NOTES_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn notes(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        record_id: Uuid,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<NoteConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let (args, record) =
            (page_args(first, after, None, 50)?, (catalogue::Entity::from(entity), record_id));
        let pool = &core.context.log.pools.read;
        let stale = stale(ctx, &[SPEC.name]).await?;
        let page = query::page(pool, actor, record, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor, record).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(NoteConnection::new(page, total, stale, |row| Note::of(row, &names)))
    }

    /// One note, a deleted one too; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("NOTES_VIEW".into()))]
    async fn note(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<Note>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(one(ctx, id).await?)
    }
}

pub(super) async fn one(ctx: &Context<'_>, id: Uuid) -> ApiResult<Option<Note>> {
    let core = core(ctx);
    let row = query::get(&core.context.log.pools.read, actor(ctx)?, id).await?;
    let names = core.directory.names().await?;
    Ok(row.map(|row| Note::of(row, &names)))
}
