//! Reading snippets.

use std::collections::HashMap;

use async_graphql::{Context, Object, Result};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::email::snippets::query::{self, SnippetRow};
use pivotal_projections::email::snippets::{SPEC, story};
use pivotal_projections::email::{senders, templates};
use uuid::Uuid;

use super::types::{EmailSnippet, EmailSnippetVersion};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::history::story::{AudienceEvent, presented};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

/// Whose rows a snippet is shown of: the names of brands and of the templates that include it, too.
pub(crate) const READ: [&str; 3] = [SPEC.name, senders::SPEC.name, templates::SPEC.name];

#[derive(Default)]
pub struct EmailSnippetQuery;

#[Object]
impl EmailSnippetQuery {
    /// Snippets by brand and name, archived ones last; at most 500.
    #[graphql(directive = allow::apply("TEMPLATES_VIEW".into()), complexity = "50 + child_complexity")]
    async fn email_snippets(&self, ctx: &Context<'_>) -> Result<Vec<EmailSnippet>> {
        stale(ctx, &READ).await?;
        let (core, actor) = (core(ctx), actor(ctx)?);
        let rows = query::snippets(&core.context.log.pools.read, actor).await.map_err(ApiError::from)?;
        Ok(presented_to(core, actor, rows).await?)
    }

    /// One snippet, an archived one too; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("TEMPLATES_VIEW".into()))]
    async fn email_snippet(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<EmailSnippet>> {
        stale(ctx, &READ).await?;
        Ok(one(core(ctx), actor(ctx)?, id).await?)
    }

    /// What a snippet said after each save, the newest first; at most 500.
    #[graphql(directive = allow::apply("TEMPLATES_VIEW".into()), complexity = "50 + child_complexity")]
    async fn email_snippet_versions(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<EmailSnippetVersion>> {
        stale(ctx, &[SPEC.name]).await?;
        let core = core(ctx);
        let pool = &core.context.log.pools.read;
        let rows = query::versions(pool, actor(ctx)?, id).await.map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(rows.into_iter().map(|row| EmailSnippetVersion::of(row, &names)).collect())
    }

    /// What happened to a snippet. The newest 500 events, the newest first.
    #[graphql(directive = allow::apply("TEMPLATES_VIEW".into()), complexity = "50 + child_complexity")]
    async fn email_snippet_history(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<AudienceEvent>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(happened(core(ctx), actor(ctx)?, id).await?)
    }
}

/// Of a snippet that the viewer may see.
pub(crate) async fn happened(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Vec<AudienceEvent>> {
    let pool = &core.context.log.pools.read;
    if query::snippet(pool, actor, id).await?.is_none() {
        return Err(ApiError::not_found("snippet"));
    }
    let reading = Reading { pool, opener: &core.opener };
    presented(core, actor, None, story::told(reading, id).await?).await
}

pub(super) async fn one(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Option<EmailSnippet>> {
    let row = query::snippet(&core.context.log.pools.read, actor, id).await?;
    Ok(presented_to(core, actor, row.into_iter().collect()).await?.pop())
}

async fn presented_to(core: &Core, actor: &Actor, rows: Vec<SnippetRow>) -> ApiResult<Vec<EmailSnippet>> {
    let named: Vec<String> = rows.iter().map(|row| row.name.clone()).collect();
    let mut users: HashMap<_, _> = query::users(&core.context.log.pools.read, actor, &named).await?;
    let names = core.directory.names().await?;
    let snippet = |row: SnippetRow| {
        let users = users.remove(&row.name).unwrap_or_default();
        EmailSnippet::of(row, users, &names, actor)
    };
    Ok(rows.into_iter().map(snippet).collect())
}
