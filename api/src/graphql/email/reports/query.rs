//! Reading reports.

use std::collections::HashMap;

use async_graphql::{Context, Object, Result};
use pivotal_commands::error::CommandError;
use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::email::sending::variants::place_of;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::email::reports::query::{self, By, Report};
use pivotal_projections::email::tracking::SPEC;
use uuid::Uuid;

use super::types::{EmailReport, EmailReportBy};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::email::sending::query::is_seen;
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

/// What reports are read from.
pub const READ: [&str; 1] = [SPEC.name];
/// Domains of one report.
const DOMAINS_MOST: i32 = 200;

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
        let shown = shown(core, actor, campaign_id, by, top).await?;
        Ok(shown.map(|(report, links)| EmailReport::of(report, &links, stale)))
    }
}

/// What links are called, or where they lead, by variant and number.
pub type LinkNames = HashMap<(u8, i32), String>;

/// `None`: there is no such campaign, or it may not be seen.
pub(crate) async fn shown(
    core: &Core,
    actor: &Actor,
    campaign: Uuid,
    by: EmailReportBy,
    top: i32,
) -> ApiResult<Option<(Report, LinkNames)>> {
    if !is_seen(core, actor, campaign).await? {
        return Ok(None);
    }
    let by = match by {
        EmailReportBy::Variant => By::Variant,
        EmailReportBy::Hour => By::Hour,
        EmailReportBy::Domain => By::Domain { most: top.clamp(1, DOMAINS_MOST).into() },
        EmailReportBy::Link => By::Link,
    };
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
