//! Reading accounts.

use async_graphql::{Context, Object, Result};
use pivotal_projections::audience::accounts::{SPEC, query};
use pivotal_projections::audience::filter::{Asked, read_from};
use pivotal_projections::audience::{import_outcome, lists};
use pivotal_projections::page::Page;
use uuid::Uuid;

use super::types::{Account, AccountFilter};
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::record::RecordSort;
use crate::graphql::connection::{AccountConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct AccountQuery;

/// What accounts are read from, and what a filter asks for besides.
pub fn read_for(condition: &Option<Asked>) -> Vec<&'static str> {
    let asked = condition.iter().flat_map(|asked| read_from(&asked.filter));
    std::iter::once(SPEC.name).chain(asked).collect()
}

#[Object]
impl AccountQuery {
    /// Accounts as lists show them, the newest first unless sorted otherwise.
    #[graphql(directive = allow::apply("ACCOUNTS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn accounts(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
        before: Option<String>,
        filter: Option<AccountFilter>,
        sort: Option<RecordSort>,
    ) -> Result<AccountConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pools = &core.context.log.pools;
        let pool = &pools.lists;
        let args = page_args(first, after, before, 60)?;
        let filter = AccountFilter::into_query(filter, core, actor).await?;
        let sort = RecordSort::or_newest(sort);
        let members = filter.in_lists.is_some().then_some(lists::SPEC.name);
        let imported = import_outcome::read_from(filter.import_id);
        let read: Vec<&str> =
            read_for(&filter.condition).into_iter().chain(members).chain(imported).collect();
        let stale = stale(ctx, &read).await?;
        let asked = ctx.look_ahead();
        let counted = async {
            match asked.field("totalCount").exists() {
                true => query::count(pool, actor, &filter).await,
                false => Ok(0),
            }
        };
        // A query that only counts must not read rows as well.
        let rows = async {
            match asked.field("edges").exists() || asked.field("pageInfo").exists() {
                true => query::page(pool, actor, &filter, &sort, &args).await,
                false => Ok(Page { rows: Vec::new(), has_next: false, has_previous: false }),
            }
        };
        let (page, total) = tokio::join!(rows, counted);
        let names = core.directory.names().await.map_err(ApiError::from)?;
        let (page, total) = (page.map_err(ApiError::from)?, total.map_err(ApiError::from)?);
        let mut connection = AccountConnection::new(page, total, stale, |row| Account::of(row, &names));
        if asked.field("edges").field("node").field("fields").exists() {
            let ids: Vec<Uuid> = connection.edges.iter().map(|edge| edge.node.id).collect();
            let mut fields = query::fields(&pools.read, actor, &ids).await.map_err(ApiError::from)?;
            for edge in &mut connection.edges {
                edge.node.loaded_fields = Some(fields.remove(&edge.node.id).unwrap_or_default());
            }
        }
        Ok(connection)
    }

    /// One account, archived ones too; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("ACCOUNTS_VIEW".into()))]
    async fn account(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<Account>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(one(ctx, id).await?)
    }
}

pub(crate) async fn one(ctx: &Context<'_>, id: Uuid) -> ApiResult<Option<Account>> {
    let core = core(ctx);
    let row = query::get(&core.context.log.pools.read, actor(ctx)?, id).await?;
    let names = core.directory.names().await.map_err(ApiError::from)?;
    Ok(row.map(|row| Account::of(row, &names)))
}
