//! Reading consents.

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};
use pivotal_domain::audience::record::moment::Moment;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::contacts;
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::suppression::consents::of_contact::consent_of;
use pivotal_projections::suppression::consents::{SPEC, query};
use uuid::Uuid;

use super::types::{ConsentFilter, ConsentStatement, ContactConsent};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::connection::{ConsentConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ConsentQuery;

/// What the register is read from.
pub const READ: [&str; 2] = [SPEC.name, contacts::SPEC.name];

impl From<ConsentFilter> for query::ConsentFilter {
    fn from(wanted: ConsentFilter) -> Self {
        query::ConsentFilter {
            contact: wanted.contact_id,
            channel: wanted.channel.map(Into::into),
            standing: wanted.standing.map(Into::into),
            state: wanted.state.map(Into::into),
            proven: wanted.proven,
            q: wanted.q.filter(|q| !q.trim().is_empty()),
            from: wanted.from,
            to: wanted.to,
        }
    }
}

#[Object]
impl ConsentQuery {
    /// The register: everything that was recorded of consent, the latest first; what was taken back included unless asked
    /// otherwise.
    #[graphql(directive = allow::apply("CONSENTS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn consents(
        &self,
        ctx: &Context<'_>,
        filter: Option<ConsentFilter>,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<ConsentConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let args = page_args(first, after, None, 50)?;
        let filter: query::ConsentFilter = filter.unwrap_or_default().into();
        let stale = stale(ctx, &READ).await?;
        let page = query::page(pool, actor, &filter, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor, &filter).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(ConsentConnection::new(page, total, stale, |row| ConsentStatement::of(row, &names)))
    }

    /// One statement; null when there is none, or the viewer may not see the person.
    #[graphql(directive = allow::apply("CONSENTS_VIEW".into()))]
    async fn consent(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<ConsentStatement>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &READ).await?;
        let pool = &core.context.log.pools.read;
        let row = query::get(pool, actor, id).await.map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(row.map(|row| ConsentStatement::of(row, &names)))
    }

    /// How it stands with a contact's consent, now or at a moment, with the rules as they were then. Null: there is, or was then,
    /// no such contact for the viewer.
    #[graphql(directive = allow::apply("CONSENTS_VIEW".into()))]
    async fn contact_consent(
        &self,
        ctx: &Context<'_>,
        contact_id: Uuid,
        at: Option<DateTime<Utc>>,
    ) -> Result<Option<ContactConsent>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &READ).await?;
        Ok(of_contact(core, actor, contact_id, at).await?)
    }
}

/// What both doors say of a contact.
pub async fn of_contact(
    core: &Core,
    actor: &Actor,
    contact: Uuid,
    at: Option<DateTime<Utc>>,
) -> ApiResult<Option<ContactConsent>> {
    let pool = &core.context.log.pools.read;
    let reading = Reading { pool, opener: &core.opener };
    let moment = at.map_or(Moment::Now, Moment::At);
    let Some(channels) = consent_of(reading, actor, contact, moment).await? else { return Ok(None) };
    let mut rows = query::of_person(pool, actor, contact).await?;
    rows.retain(|row| at.is_none_or(|at| row.recorded_at <= at));
    let names = core.directory.names().await.map_err(ApiError::from)?;
    Ok(Some(ContactConsent {
        channels: channels.into_iter().map(Into::into).collect(),
        statements: rows.into_iter().map(|row| ConsentStatement::of(row, &names)).collect(),
    }))
}
