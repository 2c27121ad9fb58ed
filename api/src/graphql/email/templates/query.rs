//! Reading templates, and seeing how a mail will look.

use async_graphql::{Context, Object, Result};
use pivotal_commands::email::templates::preview::preview_template;
use pivotal_commands::email::templates::vocabulary;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::email::templates::query::{self, TemplateRow};
use pivotal_projections::email::templates::{SPEC, story};
use uuid::Uuid;

use super::input::{EmailTemplatePreviewInput, EmailTemplatesFilter};
use super::types::{
    EmailMergeTag, EmailTemplate, EmailTemplateContent, EmailTemplatePreview, EmailTemplateVersion,
};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::history::story::{AudienceEvent, presented};
use crate::graphql::audience::record::RecordSort;
use crate::graphql::connection::{EmailTemplateConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct EmailTemplateQuery;

#[Object]
impl EmailTemplateQuery {
    /// Email templates; the newest first unless sorted otherwise (name, created_at, updated_at).
    #[graphql(directive = allow::apply("TEMPLATES_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn email_templates(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
        before: Option<String>,
        filter: Option<EmailTemplatesFilter>,
        sort: Option<RecordSort>,
    ) -> Result<EmailTemplateConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let (args, filter) = (page_args(first, after, before, 60)?, EmailTemplatesFilter::read(filter));
        let sort = RecordSort::or_newest(sort);
        let stale = stale(ctx, &[SPEC.name]).await?;
        let page = query::page(pool, actor, &filter, &sort, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor, &filter).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(EmailTemplateConnection::new(page, total, stale, |row| EmailTemplate::of(row, &names, actor)))
    }

    /// One template, an archived one too; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("TEMPLATES_VIEW".into()))]
    async fn email_template(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<EmailTemplate>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(one(core(ctx), actor(ctx)?, id).await?)
    }

    /// What the draft says, or a version; null when there is none.
    #[graphql(directive = allow::apply("TEMPLATES_VIEW".into()))]
    async fn email_template_content(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        version: Option<i32>,
    ) -> Result<Option<EmailTemplateContent>> {
        stale(ctx, &[SPEC.name]).await?;
        let pool = &core(ctx).context.log.pools.read;
        let row = query::content(pool, actor(ctx)?, id, version).await.map_err(ApiError::from)?;
        Ok(row.map(EmailTemplateContent::from))
    }

    /// The versions of a template, the newest first; at most 500.
    #[graphql(directive = allow::apply("TEMPLATES_VIEW".into()), complexity = "50 + child_complexity")]
    async fn email_template_versions(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
    ) -> Result<Vec<EmailTemplateVersion>> {
        stale(ctx, &[SPEC.name]).await?;
        let core = core(ctx);
        let pool = &core.context.log.pools.read;
        let rows = query::versions(pool, actor(ctx)?, id).await.map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(rows.into_iter().map(|row| EmailTemplateVersion::of(row, &names)).collect())
    }

    /// What happened to a template. The newest 500 events, the newest first.
    #[graphql(directive = allow::apply("TEMPLATES_VIEW".into()), complexity = "50 + child_complexity")]
    async fn email_template_history(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<AudienceEvent>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(happened(core(ctx), actor(ctx)?, id).await?)
    }

    /// A mail as a contact would get it, and what should be looked at before it is sent.
    #[graphql(directive = allow::apply("TEMPLATES_VIEW".into()), complexity = "100 + child_complexity")]
    async fn email_template_preview(
        &self,
        ctx: &Context<'_>,
        input: EmailTemplatePreviewInput,
    ) -> Result<EmailTemplatePreview> {
        let (looked, contact) = input.read().map_err(ApiError::from)?;
        let context = &core(ctx).context;
        let previewed =
            preview_template(context, actor(ctx)?, looked, contact).await.map_err(ApiError::from)?;
        Ok(previewed.into())
    }

    /// The merge tags there are: fields of contacts and accounts, custom ones too, the sender, and the links every mail has.
    #[graphql(directive = allow::apply("TEMPLATES_VIEW".into()), complexity = "50 + child_complexity")]
    async fn email_merge_tags(&self, ctx: &Context<'_>) -> Result<Vec<EmailMergeTag>> {
        let known = vocabulary(&core(ctx).context).await.map_err(ApiError::from)?;
        Ok(known.all().into_iter().map(EmailMergeTag::from).collect())
    }
}

/// The row, for whoever may see it.
pub(crate) async fn shown(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<TemplateRow> {
    let row = query::get(&core.context.log.pools.read, actor, id).await?;
    row.ok_or_else(|| ApiError::not_found("email template"))
}

pub(crate) async fn one(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Option<EmailTemplate>> {
    let row = query::get(&core.context.log.pools.read, actor, id).await?;
    let names = core.directory.names().await.map_err(ApiError::from)?;
    Ok(row.map(|row| EmailTemplate::of(row, &names, actor)))
}

/// Of a template that the viewer may see.
pub(crate) async fn happened(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Vec<AudienceEvent>> {
    shown(core, actor, id).await?;
    let reading = Reading { pool: &core.context.log.pools.read, opener: &core.opener };
    presented(core, actor, None, story::told(reading, id).await?).await
}
