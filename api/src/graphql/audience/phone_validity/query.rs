//! What a number says by itself, and reading runs of carrier look-ups.

use async_graphql::{Context, Object, Result};
use pivotal_domain::audience::phone_validity::assess::assess;
use pivotal_domain::audience::phone_validity::counts::Outcome;
use pivotal_domain::audience::phone_validity::keep::KEEPS;
use pivotal_domain::audience::values::country::Country;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::phone_validity::query::{self, PhoneLookupRow};
use pivotal_projections::audience::phone_validity::{SPEC, contacts};
use uuid::Uuid;

use super::types::{
    LookedUpContact, PhoneAssessment, PhoneLookup, PhoneLookupOutcome, PhoneLookupProvider,
    PhoneLookupSettings,
};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::connection::{LookedUpContactConnection, PhoneLookupConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::SIGNED_IN;
use crate::policy::directive::allow;

/// Bytes.
const NUMBER_MAX: usize = 200;

#[derive(Default)]
pub struct PhoneLookupQuery;

#[Object]
impl PhoneLookupQuery {
    /// Runs, the newest first; of what one import made or changed, or all.
    #[graphql(directive = allow::apply("PHONES_LOOK_UP".into()), complexity = "cost(first, child_complexity)")]
    async fn phone_lookups(
        &self,
        ctx: &Context<'_>,
        import_id: Option<Uuid>,
        #[graphql(default_with = "Some(30)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<PhoneLookupConnection> {
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
        Ok(PhoneLookupConnection::new(page, total, stale, |row| PhoneLookup::of(row, &names)))
    }

    /// One run; null when there is none.
    #[graphql(directive = allow::apply("PHONES_LOOK_UP".into()))]
    async fn phone_lookup(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<PhoneLookup>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(one(core(ctx), actor(ctx)?, id).await?)
    }

    /// What became of the contacts or accounts, in the order they were looked at; of one outcome, or all.
    #[graphql(directive = allow::apply("PHONES_LOOK_UP".into()), complexity = "cost(first, child_complexity)")]
    async fn phone_lookup_contacts(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        outcome: Option<PhoneLookupOutcome>,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<LookedUpContactConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let args = page_args(first, after, None, 50)?;
        let stale = stale(ctx, &[SPEC.name]).await?;
        let run = shown(core, actor, id).await?;
        let outcome = outcome.map(|outcome| Outcome::from(outcome).as_str());
        let pool = &core.context.log.pools.read;
        let page = contacts::page(pool, actor, id, outcome, &args).await.map_err(ApiError::from)?;
        Ok(LookedUpContactConnection::new(page, run.counts.of(outcome), stale, LookedUpContact::from))
    }

    /// What this deployment can find out, and whom it asks.
    #[graphql(directive = allow::apply("PHONES_LOOK_UP".into()))]
    async fn phone_lookup_settings(&self, ctx: &Context<'_>) -> PhoneLookupSettings {
        let settings = &core(ctx).config.phone_lookup;
        PhoneLookupSettings {
            provider: PhoneLookupProvider::of(settings.provider.name()),
            per_minute: settings.pace.per_minute.into(),
            kept_days: KEEPS.num_days(),
        }
    }

    /// What a number says by itself, as it is typed. `country`: of one that is written without a country code.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn phone_assessment(&self, number: String, country: Option<String>) -> PhoneAssessment {
        assessed(&number, country.as_deref())
    }
}

/// Nothing longer than a cell of a file is a number.
pub(crate) fn assessed(number: &str, country: Option<&str>) -> PhoneAssessment {
    let number = if number.len() <= NUMBER_MAX { number } else { "" };
    assess(number, country.and_then(Country::parse)).into()
}

/// The row, for whoever may see it.
pub(crate) async fn shown(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<PhoneLookupRow> {
    let row = query::get(&core.context.log.pools.read, actor, id).await?;
    row.ok_or_else(|| ApiError::not_found("phone look-up"))
}

pub(crate) async fn one(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Option<PhoneLookup>> {
    let Some(row) = query::get(&core.context.log.pools.read, actor, id).await? else { return Ok(None) };
    let names = core.directory.names().await?;
    Ok(Some(PhoneLookup::of(row, &names)))
}
