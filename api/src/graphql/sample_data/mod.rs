//! The sample company: there or not, added and removed by one press.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_projections::audience::{accounts, contacts, domain_sets, lists, segments};
use pivotal_projections::campaigns::campaigns;
use pivotal_projections::email::{snippets as email_snippets, templates as email_templates};
use pivotal_projections::suppression::{consents, legal_holds, suppressions};

use crate::errors::{ApiError, ApiResult};
use crate::graphql::core;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;
use crate::seed;
use crate::seed::status::SampleStatus;

#[derive(Debug, SimpleObject)]
pub struct SampleDataStatus {
    pub present: bool,
    pub accounts: i64,
    pub contacts: i64,
    pub users: i64,
}

impl From<SampleStatus> for SampleDataStatus {
    fn from(status: SampleStatus) -> Self {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        SampleDataStatus {
            present: status.accounts + status.contacts > 0,
            accounts: number(status.accounts),
            contacts: number(status.contacts),
            users: number(status.users),
        }
    }
}

#[derive(Debug, SimpleObject)]
pub struct SampleDataPayload {
    pub status: Option<SampleDataStatus>,
    pub user_errors: Vec<UserError>,
}

#[derive(Default)]
pub struct SampleDataQuery;

#[Object]
impl SampleDataQuery {
    #[graphql(directive = allow::apply("ACCOUNTS_VIEW".into()))]
    async fn sample_data(&self, ctx: &Context<'_>) -> Result<SampleDataStatus> {
        let status = seed::status::status(&core(ctx).context).await.map_err(ApiError::from)?;
        Ok(status.into())
    }
}

#[derive(Default)]
pub struct SampleDataMutation;

#[Object]
impl SampleDataMutation {
    /// Adds what is missing of the sample company; again, nothing happens.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn sample_data_add(&self, ctx: &Context<'_>) -> Result<SampleDataPayload> {
        let done = run(ctx, |context, _| async move { seed::add::add(&context).await }).await?;
        Ok(payload(ctx, done).await?)
    }

    /// Archives what the seed made, and nothing else.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn sample_data_remove(&self, ctx: &Context<'_>) -> Result<SampleDataPayload> {
        let done = run(ctx, |context, _| async move { seed::remove::remove(&context).await }).await?;
        Ok(payload(ctx, done).await?)
    }
}

async fn payload(
    ctx: &Context<'_>,
    done: Result<Option<i64>, Vec<UserError>>,
) -> ApiResult<SampleDataPayload> {
    let position = match done {
        Ok(position) => position,
        Err(user_errors) => return Ok(SampleDataPayload { status: None, user_errors }),
    };
    // The next list shows it: the payload has no position to ask with.
    if let Some(position) = position {
        let shown = [
            accounts::SPEC.name,
            contacts::SPEC.name,
            suppressions::SPEC.name,
            consents::SPEC.name,
            legal_holds::SPEC.name,
            lists::SPEC.name,
            segments::SPEC.name,
            domain_sets::SPEC.name,
            email_templates::SPEC.name,
            campaigns::SPEC.name,
            email_snippets::SPEC.name,
        ];
        stale_at(core(ctx), &shown, position).await?;
    }
    let status = seed::status::status(&core(ctx).context).await?;
    Ok(SampleDataPayload { status: Some(status.into()), user_errors: Vec::new() })
}
