//! Reading campaigns, and looking at one before it is let go.

use async_graphql::{Context, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::campaigns::campaigns::health::{HealthAsked, audience_health};
use pivotal_commands::campaigns::campaigns::preflight::preflight;
use pivotal_commands::campaigns::campaigns::preview::{Estimate, estimate, links, preview_variant};
use pivotal_commands::campaigns::campaigns::test_result::test_result;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::audience::{accounts, domain_sets, engagement, lists, segments};
use pivotal_projections::campaigns::campaigns::query::{self, CampaignRow};
use pivotal_projections::campaigns::campaigns::{SPEC, members, story};
use pivotal_projections::email::tracking;
use pivotal_projections::page::Page;
use uuid::Uuid;

use super::audience::AudienceMember;
use super::content::CampaignLink;
use super::input::{AudienceSourceInput, CampaignsFilter, definition};
use super::preflight::{AudienceHealth, PreflightItem};
use super::switch::{self, SendingSwitch};
use super::test_result::CampaignTestResult;
use super::types::{Campaign, CampaignChannel};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::contacts::query::READ as CONTACTS_READ;
use crate::graphql::audience::history::story::{AudienceEvent, presented};
use crate::graphql::audience::record::RecordSort;
use crate::graphql::connection::{AudienceMemberConnection, CampaignConnection, cost, page_args};
use crate::graphql::email::templates::types::EmailTemplatePreview;
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

/// What an audience is counted from.
const AUDIENCE_READ: [&str; 6] = [
    SPEC.name,
    accounts::SPEC.name,
    lists::SPEC.name,
    segments::SPEC.name,
    domain_sets::SPEC.name,
    engagement::SPEC.name,
];

#[derive(Default)]
pub struct CampaignQuery;

/// About how long it takes. Mails a provider defers are not in it.
#[derive(Debug, SimpleObject)]
pub struct CampaignEstimate {
    pub starts_at: Option<DateTime<Utc>>,
    /// Null: not within a year.
    pub ends_about: Option<DateTime<Utc>>,
    pub words: String,
}

impl From<Estimate> for CampaignEstimate {
    fn from(Estimate { starts, ends, recipients }: Estimate) -> Self {
        let people = if recipients == 1 { "1 person".to_owned() } else { format!("{recipients} people") };
        let words = match ends {
            Some(ends) => format!("{people}, through about {} UTC.", ends.format("%Y-%m-%d %H:%M")),
            None => format!("{people}, not through within a year. Make it faster."),
        };
        CampaignEstimate { starts_at: starts, ends_about: ends, words }
    }
}

#[Object]
impl CampaignQuery {
    /// Campaigns; the newest first unless sorted otherwise (name, created_at, updated_at, start_at).
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn campaigns(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
        before: Option<String>,
        filter: Option<CampaignsFilter>,
        sort: Option<RecordSort>,
    ) -> Result<CampaignConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let (args, filter) = (page_args(first, after, before, 60)?, CampaignsFilter::read(filter));
        let sort = RecordSort::or_newest(sort);
        let stale = stale(ctx, &[SPEC.name]).await?;
        let page = query::page(pool, actor, &filter, &sort, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor, &filter).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        let shown = |(cursor, row)| Some((cursor, Campaign::of(row, &names, actor)?));
        let Page { rows, has_next, has_previous } = page;
        let page = Page { rows: rows.into_iter().filter_map(shown).collect(), has_next, has_previous };
        Ok(CampaignConnection::new(page, total, stale, |campaign| campaign))
    }

    /// One campaign, an archived one too; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()))]
    async fn campaign(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<Campaign>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(one(core(ctx), actor(ctx)?, id).await?)
    }

    /// Who is in an audience version, by id. Names are told to whoever may see contacts.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn audience_members(
        &self,
        ctx: &Context<'_>,
        campaign_id: Uuid,
        version: i32,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<AudienceMemberConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let args = page_args(first, after, None, 60)?;
        let stale = stale(ctx, &[SPEC.name]).await?;
        shown(core, actor, campaign_id).await?;
        let page = members::page(pool, actor, campaign_id, version, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => members::count(pool, campaign_id, version).await.map_err(ApiError::from)?,
            false => 0,
        };
        Ok(AudienceMemberConnection::new(page, total, stale, AudienceMember::from))
    }

    /// How an audience divides now, as the viewer sees it: a campaign's, or one that is being put together.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()), complexity = "100 + child_complexity")]
    async fn campaign_audience_health(
        &self,
        ctx: &Context<'_>,
        id: Option<Uuid>,
        include: Option<Vec<AudienceSourceInput>>,
        exclude: Option<Vec<AudienceSourceInput>>,
        #[graphql(default_with = "CampaignChannel::Email")] channel: CampaignChannel,
        client_id: Option<Uuid>,
    ) -> Result<AudienceHealth> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[&CONTACTS_READ[..], &AUDIENCE_READ].concat()).await?;
        let given = include.map(|include| definition(include, exclude));
        let definition = given.transpose().map_err(ApiError::from)?;
        let asked = HealthAsked { id, definition, channel: channel.into(), client: client_id };
        let health = audience_health(&core.context, &core.campaigns, actor, asked).await;
        Ok(health.map_err(ApiError::from)?.into())
    }

    /// What keeps it from being launched, faults first.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()), complexity = "100 + child_complexity")]
    async fn campaign_preflight(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<PreflightItem>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[&CONTACTS_READ[..], &AUDIENCE_READ].concat()).await?;
        let found = preflight(&core.context, &core.campaigns, actor, id).await.map_err(ApiError::from)?;
        Ok(found.items.into_iter().map(PreflightItem::from).collect())
    }

    /// How the variants of its test stand; null: it tests nothing.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()), complexity = "50 + child_complexity")]
    async fn campaign_test(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<CampaignTestResult>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[SPEC.name, tracking::SPEC.name]).await?;
        let result = test_result(&core.context, core.campaigns.figures.as_ref(), actor, id).await;
        Ok(result.map_err(ApiError::from)?.map(CampaignTestResult::from))
    }

    /// A variant as a contact would get it, with its own subject.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()), complexity = "100 + child_complexity")]
    async fn campaign_content_preview(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        variant: String,
        contact_id: Option<Uuid>,
    ) -> Result<EmailTemplatePreview> {
        let key = variant.chars().next().unwrap_or_default();
        let previewed = preview_variant(&core(ctx).context, actor(ctx)?, id, key, contact_id).await;
        Ok(previewed.map_err(ApiError::from)?.into())
    }

    /// The links of its variants, as they are counted: what was pinned, or what would be.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()), complexity = "50 + child_complexity")]
    async fn campaign_links(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<CampaignLink>> {
        let core = core(ctx);
        let links = links(&core.context, &core.campaigns, actor(ctx)?, id).await.map_err(ApiError::from)?;
        Ok(links.into_iter().map(CampaignLink::from).collect())
    }

    /// When it would end, at its pace, its sender's ramp and its hours. `reachable`: the number of recipients, counted anew unless said.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()), complexity = "50 + child_complexity")]
    async fn campaign_estimate(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        reachable: Option<i32>,
    ) -> Result<CampaignEstimate> {
        let core = core(ctx);
        let reachable = reachable.map(|reachable| u64::try_from(reachable).unwrap_or_default());
        let estimate = estimate(&core.context, &core.campaigns, actor(ctx)?, id, reachable).await;
        Ok(estimate.map_err(ApiError::from)?.into())
    }

    /// What happened to a campaign. The newest 500 events, the newest first.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()), complexity = "50 + child_complexity")]
    async fn campaign_history(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<AudienceEvent>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(happened(core(ctx), actor(ctx)?, id).await?)
    }

    /// Whether all sending is stopped.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()))]
    async fn sending_switch(&self, ctx: &Context<'_>) -> Result<SendingSwitch> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(switch::shown(core(ctx)).await?)
    }
}

/// The row, for whoever may see it.
pub(crate) async fn shown(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<CampaignRow> {
    let row = query::get(&core.context.log.pools.read, actor, id).await?;
    row.ok_or_else(|| ApiError::not_found("campaign"))
}

pub(crate) async fn one(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Option<Campaign>> {
    let row = query::get(&core.context.log.pools.read, actor, id).await?;
    let names = core.directory.names().await.map_err(ApiError::from)?;
    Ok(row.and_then(|row| Campaign::of(row, &names, actor)))
}

/// Of a campaign that the viewer may see.
pub(crate) async fn happened(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Vec<AudienceEvent>> {
    shown(core, actor, id).await?;
    let reading = Reading { pool: &core.context.log.pools.read, opener: &core.opener };
    presented(core, actor, None, story::told(reading, id).await?).await
}
