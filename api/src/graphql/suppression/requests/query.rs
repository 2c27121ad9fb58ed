//! Reading requests, and finding the person of one.

use async_graphql::{Context, Object, Result};
use pivotal_commands::suppression::requests::find::found_by;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::notifications::news::{Subject, SubjectKind};
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::identity::notifications::names;
use pivotal_projections::suppression::requests::{SPEC, query, story, waits};
use uuid::Uuid;

use super::types::{
    PrivacyRequest, PrivacyRequestContact, PrivacyRequestFilter, PrivacyRequestFound, PrivacyRequestStep,
    PrivacyRequestsWaiting,
};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::connection::{PrivacyRequestConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;
use crate::run_command::run_command;

#[derive(Default)]
pub struct PrivacyRequestQuery;

/// What the register is read from.
pub const READ: [&str; 1] = [SPEC.name];

#[Object]
impl PrivacyRequestQuery {
    /// The register of requests for access and erasure: what is due first comes first, what is settled last.
    #[graphql(directive = allow::apply("PRIVACY_REQUESTS".into()), complexity = "cost(first, child_complexity)")]
    async fn privacy_requests(
        &self,
        ctx: &Context<'_>,
        filter: Option<PrivacyRequestFilter>,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<PrivacyRequestConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let (pool, now) = (&core.context.log.pools.read, core.context.now());
        let args = page_args(first, after, None, 50)?;
        let filter: query::RequestFilter = filter.unwrap_or_default().into();
        let stale = stale(ctx, &READ).await?;
        let page = query::page(pool, actor, &filter, now, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor, &filter, now).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(PrivacyRequestConnection::new(page, total, stale, |row| PrivacyRequest::of(row, &names, now)))
    }

    /// One request; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("PRIVACY_REQUESTS".into()))]
    async fn privacy_request(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<PrivacyRequest>> {
        stale(ctx, &READ).await?;
        Ok(one(core(ctx), actor(ctx)?, id).await?)
    }

    /// What was done about a request, oldest first.
    #[graphql(directive = allow::apply("PRIVACY_REQUESTS".into()))]
    async fn privacy_request_steps(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<PrivacyRequestStep>> {
        let core = core(ctx);
        stale(ctx, &READ).await?;
        if one(core, actor(ctx)?, id).await?.is_none() {
            return Ok(Vec::new());
        }
        let reading = Reading { pool: &core.context.log.pools.read, opener: &core.opener };
        let told = story::told(reading, id).await.map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(told.into_iter().map(|step| PrivacyRequestStep::of(step, &names)).collect())
    }

    /// What the answer of a request waits for right now, the cause first; empty when it waits for nothing.
    #[graphql(directive = allow::apply("PRIVACY_REQUESTS".into()))]
    async fn privacy_request_waits_for(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<String>> {
        let core = core(ctx);
        stale(ctx, &READ).await?;
        if one(core, actor(ctx)?, id).await?.is_none() {
            return Ok(Vec::new());
        }
        Ok(waits::waits(&core.context.log.pools.read, id).await.map_err(ApiError::from)?)
    }

    /// Where the person of a request is held right now: asked before anything is done. Null: there is no such request.
    #[graphql(directive = allow::apply("PRIVACY_REQUESTS".into()))]
    async fn privacy_request_found(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
    ) -> Result<Option<PrivacyRequestFound>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &READ).await?;
        if one(core, actor, id).await?.is_none() {
            return Ok(None);
        }
        Ok(Some(found(core, actor, id).await?))
    }

    /// How many requests wait for an answer.
    #[graphql(directive = allow::apply("PRIVACY_REQUESTS".into()))]
    async fn privacy_requests_waiting(&self, ctx: &Context<'_>) -> Result<PrivacyRequestsWaiting> {
        let core = core(ctx);
        stale(ctx, &READ).await?;
        let (pool, now) = (&core.context.log.pools.read, core.context.now());
        Ok(query::waiting(pool, actor(ctx)?, now).await.map_err(ApiError::from)?.into())
    }
}

pub(crate) async fn one(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Option<PrivacyRequest>> {
    let row = query::get(&core.context.log.pools.read, actor, id).await?;
    let names = core.directory.names().await.map_err(ApiError::from)?;
    Ok(row.map(|row| PrivacyRequest::of(row, &names, core.context.now())))
}

/// What both doors say of where the person is held.
pub(crate) async fn found(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<PrivacyRequestFound> {
    let (context, book, by) = (core.context.clone(), core.phone_book.clone(), actor.clone());
    let found = run_command(async move { found_by(&context, book.as_ref(), &by, id).await }).await?;
    let subject = |id: &Uuid| Subject { kind: SubjectKind::Contact, id: *id };
    let subjects: Vec<Subject> = found.contacts.iter().map(subject).collect();
    let named = names::of(&core.context.log.pools.read, actor, &subjects).await?;
    let contacts = subjects.iter().map(|subject| PrivacyRequestContact {
        id: subject.id,
        label: named.get(subject).cloned().unwrap_or_else(|| "A contact without a name".to_owned()),
    });
    Ok(PrivacyRequestFound { contacts: contacts.collect(), holdings: found.holdings.into() })
}
