//! Reading runs of email verification.

use async_graphql::{Context, Object, Result};
use pivotal_domain::audience::email_verification::counts::Outcome;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::email_verification::query::{self, EmailVerificationRow};
use pivotal_projections::audience::email_verification::{SPEC, contacts};
use uuid::Uuid;

use super::types::{EmailVerification, EmailVerificationOutcome, EmailVerificationSettings, VerifiedContact};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::connection::{EmailVerificationConnection, VerifiedContactConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct EmailVerificationQuery;

#[Object]
impl EmailVerificationQuery {
    /// Runs, the newest first; of what one import made or changed, or all.
    #[graphql(directive = allow::apply("EMAILS_VERIFY".into()), complexity = "cost(first, child_complexity)")]
    async fn email_verifications(
        &self,
        ctx: &Context<'_>,
        import_id: Option<Uuid>,
        #[graphql(default_with = "Some(30)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<EmailVerificationConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let args = page_args(first, after, None, 30)?;
        let stale = stale(ctx, &[SPEC.name]).await?;
        let page = query::page(pool, actor, import_id, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor, import_id).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(EmailVerificationConnection::new(page, total, stale, |row| EmailVerification::of(row, &names)))
    }

    /// One run; null when there is none.
    #[graphql(directive = allow::apply("EMAILS_VERIFY".into()))]
    async fn email_verification(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<EmailVerification>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(one(core(ctx), actor(ctx)?, id).await?)
    }

    /// What became of the contacts, in the order they were looked at; of one outcome, or all.
    #[graphql(directive = allow::apply("EMAILS_VERIFY".into()), complexity = "cost(first, child_complexity)")]
    async fn email_verification_contacts(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        outcome: Option<EmailVerificationOutcome>,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<VerifiedContactConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let args = page_args(first, after, None, 50)?;
        let stale = stale(ctx, &[SPEC.name]).await?;
        let run = shown(core, actor, id).await?;
        let outcome = outcome.map(|outcome| Outcome::from(outcome).as_str());
        let pool = &core.context.log.pools.read;
        let page = contacts::page(pool, actor, id, outcome, &args).await.map_err(ApiError::from)?;
        Ok(VerifiedContactConnection::new(page, run.counts.of(outcome), stale, VerifiedContact::from))
    }

    /// What this deployment can find out.
    #[graphql(directive = allow::apply("EMAILS_VERIFY".into()))]
    async fn email_verification_settings(&self, ctx: &Context<'_>) -> EmailVerificationSettings {
        let settings = &core(ctx).config.email_verification;
        EmailVerificationSettings {
            mailboxes: settings.smtp.is_some(),
            per_minute: settings.limits.per_minute.into(),
            host_budget: settings.limits.host_budget.into(),
        }
    }
}

/// The row, for whoever may see it.
pub(crate) async fn shown(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<EmailVerificationRow> {
    let row = query::get(&core.context.log.pools.read, actor, id).await?;
    row.ok_or_else(|| ApiError::not_found("email verification"))
}

pub(crate) async fn one(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Option<EmailVerification>> {
    let Some(row) = query::get(&core.context.log.pools.read, actor, id).await? else { return Ok(None) };
    let names = core.directory.names().await?;
    Ok(Some(EmailVerification::of(row, &names)))
}
