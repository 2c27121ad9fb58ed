//! Reading contacts.

use std::collections::HashMap;

use async_graphql::{Context, Lookahead, Object, Result};
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_projections::audience::accounts;
use pivotal_projections::audience::contacts::{self, query};
use pivotal_projections::audience::filter::{Asked, read_from};
use pivotal_projections::audience::{import_outcome, lists};
use pivotal_projections::suppression::{consent_rules, consents, suppressions};
use uuid::Uuid;

use super::types::{Contact, ContactFilter};
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::record::RecordSort;
use crate::graphql::connection::{ContactConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ContactQuery;

/// What contacts are read from: what of them is suppressed stands with the suppressions, and so with consent.
pub const READ: [&str; 4] =
    [contacts::SPEC.name, suppressions::SPEC.name, consents::SPEC.name, consent_rules::SPEC.name];

/// The same, and what a filter asks for besides.
pub fn read_for(condition: &Option<Asked>) -> Vec<&'static str> {
    let asked = condition.iter().flat_map(|asked| read_from(&asked.filter));
    READ.into_iter().chain(asked).collect()
}

#[Object]
impl ContactQuery {
    /// Contacts as lists show them, the newest first unless sorted otherwise.
    #[graphql(directive = allow::apply("CONTACTS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn contacts(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
        before: Option<String>,
        filter: Option<ContactFilter>,
        sort: Option<RecordSort>,
    ) -> Result<ContactConnection> {
        let filter = ContactFilter::into_query(filter, core(ctx), actor(ctx)?).await?;
        Ok(list(ctx, first, after, before, filter, sort).await?)
    }

    /// One contact, archived ones too; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("CONTACTS_VIEW".into()))]
    async fn contact(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<Contact>> {
        stale(ctx, &READ).await?;
        Ok(one(ctx, id).await?)
    }
}

pub(crate) async fn one(ctx: &Context<'_>, id: Uuid) -> ApiResult<Option<Contact>> {
    let core = core(ctx);
    let row = query::get(&core.context.log.pools.read, actor(ctx)?, id).await?;
    let names = core.directory.names().await.map_err(ApiError::from)?;
    Ok(row.map(|row| Contact::of(row, &names)))
}

/// One query for the rows; what else the client asked for is read once for the whole page.
pub(crate) async fn list(
    ctx: &Context<'_>,
    first: Option<i32>,
    after: Option<String>,
    before: Option<String>,
    filter: query::ContactFilter,
    sort: Option<RecordSort>,
) -> ApiResult<ContactConnection> {
    let (core, actor) = (core(ctx), actor(ctx)?);
    let pool = &core.context.log.pools.lists;
    let args = page_args(first, after, before, 60)?;
    let sort = RecordSort::or_newest(sort);
    let members = filter.in_lists.is_some().then_some(lists::SPEC.name);
    let imported = import_outcome::read_from(filter.import_id);
    let read: Vec<&str> = read_for(&filter.condition).into_iter().chain(members).chain(imported).collect();
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
            false => {
                Ok(pivotal_projections::page::Page { rows: Vec::new(), has_next: false, has_previous: false })
            }
        }
    };
    let (page, total) = tokio::join!(rows, counted);
    let names = core.directory.names().await.map_err(ApiError::from)?;
    let mut connection = ContactConnection::new(page?, total?, stale, |row| Contact::of(row, &names));
    load(ctx, asked.field("edges").field("node"), &mut connection).await?;
    Ok(connection)
}

/// What the nodes need besides their rows.
async fn load(ctx: &Context<'_>, node: Lookahead<'_>, connection: &mut ContactConnection) -> ApiResult<()> {
    let (core, actor) = (core(ctx), actor(ctx)?);
    let pool = &core.context.log.pools.read;
    if node.field("fields").exists() {
        let ids: Vec<Uuid> = connection.edges.iter().map(|edge| edge.node.id).collect();
        let mut fields = query::fields(pool, actor, &ids).await?;
        for edge in &mut connection.edges {
            edge.node.loaded.fields = Some(fields.remove(&edge.node.id).unwrap_or_default());
        }
    }
    for (name, channel) in [("emailStatus", Channel::Email), ("phoneStatus", Channel::Phone)] {
        // Fields bring them along.
        if !node.field(name).exists() || node.field("fields").exists() {
            continue;
        }
        let ids: Vec<Uuid> = connection.edges.iter().map(|edge| edge.node.id).collect();
        let mut found = query::statuses(pool, actor, channel, &ids).await?;
        for edge in &mut connection.edges {
            let status = found.remove(&edge.node.id);
            edge.node.loaded.statuses.extend(status.map(|status| (channel, status)));
        }
    }
    if node.field("account").exists() {
        let mut ids: Vec<Uuid> = connection.edges.iter().filter_map(|edge| edge.node.account_id).collect();
        ids.sort_unstable();
        ids.dedup();
        let rows = accounts::query::get_many(pool, actor, &ids).await?;
        let by_id: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
        for edge in &mut connection.edges {
            edge.node.loaded.account = Some(edge.node.account_id.and_then(|id| by_id.get(&id)).cloned());
        }
    }
    Ok(())
}
