//! Reading reports.

use std::collections::HashMap;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};
use pivotal_commands::error::CommandError;
use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::campaigns::campaigns::state::Channel;
use pivotal_domain::email::sending::variants::place_of;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::campaigns::campaigns::query as campaigns;
use pivotal_projections::email::reports::figures::Figures;
use pivotal_projections::email::reports::query::{self, By, Report};
use pivotal_projections::email::sending::SPEC as RECIPIENTS;
use pivotal_projections::email::sending::query::{LedgerRow, ledger};
use pivotal_projections::email::tracking::SPEC;
use uuid::Uuid;

use super::types::{EmailCampaignReport, EmailReport, EmailReportBy};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult, BAD_FILTER};
use crate::graphql::email::sending::query::is_seen;
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

/// What reports are read from.
pub const READ: [&str; 1] = [SPEC.name];
/// What campaigns are compared by.
pub const COMPARED: [&str; 2] = [SPEC.name, RECIPIENTS.name];
/// Domains of one report.
const DOMAINS_MOST: i32 = 200;
/// Campaigns beside one another.
const COMPARED_MOST: usize = 5;

#[derive(Default)]
pub struct EmailReportQuery;

#[Object]
impl EmailReportQuery {
    /// What came of a campaign by mail, as a whole and of its parts; null when there is none, or it may not be seen. top: so many domains.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()))]
    async fn email_report(
        &self,
        ctx: &Context<'_>,
        campaign_id: Uuid,
        by: EmailReportBy,
        #[graphql(default = 50)] top: i32,
    ) -> Result<Option<EmailReport>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let stale = stale(ctx, &READ).await?;
        let shown = shown(core, actor, campaign_id, by_of(by, top)).await?;
        Ok(shown.map(|(report, links)| EmailReport::of(report, &links, stale)))
    }

    /// Two to five campaigns by mail beside one another, in the order asked for; those that may not be seen are left out.
    #[graphql(directive = allow::apply("REPORTS_VIEW".into()), complexity = "5 * child_complexity")]
    async fn email_reports(
        &self,
        ctx: &Context<'_>,
        campaign_ids: Vec<Uuid>,
    ) -> Result<Vec<EmailCampaignReport>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let stale = stale(ctx, &COMPARED).await?;
        let compared = compared(core, actor, campaign_ids).await?;
        Ok(compared.into_iter().map(|one| EmailCampaignReport::of(one, stale)).collect())
    }
}

/// A campaign among others.
#[derive(Debug)]
pub struct Compared {
    pub id: Uuid,
    pub name: String,
    pub launched_at: Option<DateTime<Utc>>,
    pub ledger: LedgerRow,
    pub total: Figures,
}

/// In the order asked for, each once; without those that are not by mail or whose campaign may not be seen.
pub(crate) async fn compared(core: &Core, actor: &Actor, asked: Vec<Uuid>) -> ApiResult<Vec<Compared>> {
    let mut ids: Vec<Uuid> = Vec::new();
    for id in asked {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    if !(2..=COMPARED_MOST).contains(&ids.len()) {
        return Err(ApiError::new(BAD_FILTER, "Name two to five campaigns, each once."));
    }
    let pool = &core.context.log.pools.read;
    let mut totals = query::totals(pool, &ids).await?;
    let mut compared = Vec::with_capacity(ids.len());
    for id in ids {
        let Some(row) = campaigns::get(pool, actor, id).await? else { continue };
        let Some(made) = row.campaign.0.made else { continue };
        if made.channel != Channel::Email {
            continue;
        }
        compared.push(Compared {
            id,
            name: made.details.name,
            launched_at: row.launched_at,
            ledger: ledger(pool, id).await?,
            total: totals.remove(&id).unwrap_or_default(),
        });
    }
    Ok(compared)
}

/// `top`: so many domains.
pub(crate) fn by_of(by: EmailReportBy, top: i32) -> By {
    match by {
        EmailReportBy::Variant => By::Variant,
        EmailReportBy::Hour => By::Hour,
        EmailReportBy::Domain => By::Domain { most: top.clamp(1, DOMAINS_MOST).into() },
        EmailReportBy::Link => By::Link,
    }
}

/// What links are called, or where they lead, by variant and number.
pub type LinkNames = HashMap<(u8, i32), String>;

/// `None`: there is no such campaign, or it may not be seen.
pub(crate) async fn shown(
    core: &Core,
    actor: &Actor,
    campaign: Uuid,
    by: By,
) -> ApiResult<Option<(Report, LinkNames)>> {
    if !is_seen(core, actor, campaign).await? {
        return Ok(None);
    }
    let report = query::report(&core.context.log.pools.lists, campaign, by).await.map_err(ApiError::from)?;
    let names = if by == By::Link { link_names(core, campaign).await? } else { LinkNames::new() };
    Ok(Some((report, names)))
}

/// As they were pinned when the campaign was launched.
pub(crate) async fn link_names(core: &Core, campaign: Uuid) -> ApiResult<LinkNames> {
    let held = core.context.log.load::<Campaign>(campaign).await.map_err(CommandError::from)?.state;
    let Some(launched) = held.made.and_then(|made| made.launched) else { return Ok(LinkNames::new()) };
    let links = launched.pinned.links.into_iter();
    let named = links.map(|link| {
        let place = place_of(link.variant).unwrap_or_default();
        ((place, i32::from(link.n)), link.name.unwrap_or(link.url))
    });
    Ok(named.collect())
}
