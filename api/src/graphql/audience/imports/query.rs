//! Reading imports.

use async_graphql::{Context, Object, Result};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::imports::{SPEC, query};
use uuid::Uuid;

use super::preview::{self, ImportPreviewList, ImportPreviewRows};
use super::rejected::{self, ImportRejectedRows};
use super::types::Import;
use super::undo::{self, ImportUndoList, ImportUndoRows};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::connection::{ImportConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ImportQuery;

#[Object]
impl ImportQuery {
    /// Imports, the newest first.
    #[graphql(directive = allow::apply("IMPORTS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn imports(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(30)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<ImportConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let args = page_args(first, after, None, 30)?;
        let stale = stale(ctx, &[SPEC.name]).await?;
        let page = query::page(pool, actor, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(ImportConnection::new(page, total, stale, |row| Import::of(row, &names)))
    }

    /// A list of an import's preview, in the order of the file. Refused when there is no preview, or its time is over.
    #[graphql(directive = allow::apply("IMPORTS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn import_preview_rows(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        list: ImportPreviewList,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<ImportPreviewRows> {
        Ok(preview::rows(core(ctx), actor(ctx)?, id, list, first, after).await?)
    }

    /// The rejected rows of an import that has ended, with their cells, in the order of the file.
    #[graphql(directive = allow::apply("IMPORTS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn import_rejected_rows(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<ImportRejectedRows> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(rejected::rows(core(ctx), actor(ctx)?, id, first, after).await?)
    }

    /// A list of what an undo would do. Refused when nobody looked, or the look's time is over.
    #[graphql(directive = allow::apply("IMPORTS_UNDO".into()), complexity = "cost(first, child_complexity)")]
    async fn import_undo_rows(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        list: ImportUndoList,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<ImportUndoRows> {
        Ok(undo::rows(core(ctx), actor(ctx)?, id, list, first, after).await?)
    }

    /// Records of which something was left by the last undo, and why.
    #[graphql(directive = allow::apply("IMPORTS_UNDO".into()), complexity = "cost(first, child_complexity)")]
    async fn import_undo_left(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<ImportUndoRows> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(undo::left(core(ctx), actor(ctx)?, id, first, after).await?)
    }

    /// One import; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("IMPORTS_VIEW".into()))]
    async fn import(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<Import>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(one(core(ctx), actor(ctx)?, id).await?)
    }
}

pub(crate) async fn one(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Option<Import>> {
    let row = query::get(&core.context.log.pools.read, actor, id).await?;
    let names = core.directory.names().await.map_err(ApiError::from)?;
    Ok(row.map(|row| Import::of(row, &names)))
}
