//! Reading bulk changes.

use async_graphql::{Context, Object, Result};
use pivotal_commands::audience::bulk::undo::undo_rows;
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::record::undo::origin::Origin;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::bulk::query::{self, BulkRow};
use pivotal_projections::audience::bulk::{SPEC, records};
use pivotal_projections::audience::{accounts, contacts, custom_fields};
use uuid::Uuid;

use super::input::{BulkSelectionInput, counted};
use super::types::{Bulk, BulkOutcome, BulkPreview, BulkRecord, Words};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::imports::undo::{
    ImportUndoList, ImportUndoRows, Work, foretold, reading, what_is_left,
};
use crate::graphql::connection::{BulkConnection, BulkRecordConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

/// What is undone, and what sentences call it.
fn work(id: Uuid) -> Work {
    Work { origin: Origin::Bulk(id), words: "the bulk change" }
}

#[derive(Default)]
pub struct BulkQuery;

#[Object]
impl BulkQuery {
    /// Bulk changes, the newest first: everybody's, or your own where your role changes only some records in bulk.
    #[graphql(directive = allow::apply("RECORDS_BULK".into()), complexity = "cost(first, child_complexity)")]
    async fn bulks(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(30)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<BulkConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let args = page_args(first, after, None, 30)?;
        let stale = stale(ctx, &[SPEC.name]).await?;
        let page = query::page(pool, actor, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor).await.map_err(ApiError::from)?,
            false => 0,
        };
        let words = words(core, page.rows.iter().map(|(_, row)| row)).await?;
        Ok(BulkConnection::new(page, total, stale, |row| Bulk::of(row, &words, actor)))
    }

    /// One bulk change; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("RECORDS_BULK".into()))]
    async fn bulk(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<Bulk>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(one(core(ctx), actor(ctx)?, id).await?)
    }

    /// How many records a selection means now, and how many of them your role may not change.
    #[graphql(directive = allow::apply("RECORDS_BULK".into()))]
    async fn bulk_preview(&self, ctx: &Context<'_>, selection: BulkSelectionInput) -> Result<BulkPreview> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[contacts::SPEC.name, accounts::SPEC.name]).await?;
        let (entity, selection) = selection.read(core, actor).await?;
        let counted = counted(core, actor, entity, selection).await?;
        Ok(BulkPreview {
            matching: counted.matching,
            out_of_reach: counted.out_of_reach,
            archived: counted.archived,
        })
    }

    /// What became of the records, in the order they were worked on; of one outcome, or all.
    #[graphql(directive = allow::apply("RECORDS_BULK".into()), complexity = "cost(first, child_complexity)")]
    async fn bulk_records(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        outcome: Option<BulkOutcome>,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<BulkRecordConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let args = page_args(first, after, None, 50)?;
        let stale = stale(ctx, &[SPEC.name]).await?;
        let pool = &core.context.log.pools.read;
        let bulk = shown(core, actor, id).await?;
        let outcome = outcome.map(BulkOutcome::as_str);
        let page = records::page(pool, actor, &bulk, outcome, &args).await.map_err(ApiError::from)?;
        Ok(BulkRecordConnection::new(page, records::count(&bulk, outcome), stale, BulkRecord::from))
    }

    /// A list of what an undo would do. Refused when nobody looked, or the look's time is over.
    #[graphql(directive = allow::apply("RECORDS_BULK".into()), complexity = "cost(first, child_complexity)")]
    async fn bulk_undo_rows(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        list: ImportUndoList,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<ImportUndoRows> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let read = reading(id, list, first, after)?;
        let page = undo_rows(&core.context, actor, read).await.map_err(ApiError::from)?;
        Ok(foretold(core, actor, page, work(id)).await?)
    }

    /// Records of which something was left by the last undo, and why.
    #[graphql(directive = allow::apply("RECORDS_BULK".into()), complexity = "cost(first, child_complexity)")]
    async fn bulk_undo_left(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<ImportUndoRows> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let args = page_args(first, after, None, 50)?;
        stale(ctx, &[SPEC.name]).await?;
        shown(core, actor, id).await?;
        let page = query::left(&core.context.log.pools.read, id, &args).await.map_err(ApiError::from)?;
        Ok(what_is_left(core, actor, page, work(id)).await?)
    }
}

/// The row, for whoever may see it.
pub(crate) async fn shown(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<BulkRow> {
    let row = query::get(&core.context.log.pools.read, actor, id).await?;
    row.ok_or_else(|| ApiError::not_found("bulk change"))
}

pub(crate) async fn one(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Option<Bulk>> {
    let Some(row) = query::get(&core.context.log.pools.read, actor, id).await? else { return Ok(None) };
    let words = words(core, std::iter::once(&row)).await?;
    Ok(Some(Bulk::of(row, &words, actor)))
}

async fn words<'a>(core: &Core, mut rows: impl Iterator<Item = &'a BulkRow>) -> ApiResult<Words> {
    let custom = |row: &'a BulkRow| row.fields.iter().any(|key| catalogue::custom_name(key).is_some());
    let users = core.directory.names().await.map_err(ApiError::from)?;
    if !rows.any(custom) {
        return Ok(Words { users, contacts: Definitions::none(), accounts: Definitions::none() });
    }
    let pool = &core.context.log.pools.read;
    let contacts = custom_fields::query::definitions(pool, catalogue::Entity::Contact).await?;
    let accounts = custom_fields::query::definitions(pool, catalogue::Entity::Account).await?;
    Ok(Words { users, contacts, accounts })
}
