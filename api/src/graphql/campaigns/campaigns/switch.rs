//! The switch that stops all sending.

use async_graphql::{Context, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::campaigns::campaigns::switch::{allow_sending, stop_sending};
use pivotal_commands::execute::Executed;
use pivotal_domain::campaigns::campaigns::switch as domain;
use pivotal_projections::campaigns::campaigns::{SPEC, query};
use uuid::Uuid;

use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::core;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

/// Stops all sending, of mail and of calls.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct SendingSwitch {
    pub stopped: bool,
    pub since: Option<DateTime<Utc>>,
    /// Who threw it last.
    pub by_name: Option<String>,
    pub reason: Option<String>,
}

#[derive(Debug, SimpleObject)]
pub struct SendingSwitchPayload {
    pub sending_switch: Option<SendingSwitch>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[derive(Default)]
pub struct SendingSwitchMutation;

#[Object]
impl SendingSwitchMutation {
    /// Stops all sending at once, of mail and of calls. A repeat is fine.
    #[graphql(directive = allow::apply("CAMPAIGNS_LAUNCH".into()))]
    async fn sending_stop(&self, ctx: &Context<'_>, reason: Option<String>) -> Result<SendingSwitchPayload> {
        let done =
            run(ctx, move |context, actor| async move { stop_sending(&context, &actor, reason).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Whatever ran goes on. A repeat is fine.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn sending_allow(&self, ctx: &Context<'_>) -> Result<SendingSwitchPayload> {
        let done = run(ctx, move |context, actor| async move { allow_sending(&context, &actor).await });
        Ok(payload(ctx, done.await?).await?)
    }
}

async fn payload(
    ctx: &Context<'_>,
    done: std::result::Result<Executed<domain::SendingSwitch>, Vec<UserError>>,
) -> ApiResult<SendingSwitchPayload> {
    let core = core(ctx);
    let (position, user_errors) = match done {
        Ok(done) => (done.position, Vec::new()),
        Err(user_errors) => (None, user_errors),
    };
    if let Some(position) = position {
        stale_at(core, &[SPEC.name], position).await?;
    }
    Ok(SendingSwitchPayload { sending_switch: Some(shown(core).await?), position, user_errors })
}

/// As people see it.
pub(crate) async fn shown(core: &Core) -> ApiResult<SendingSwitch> {
    let row = query::switch(&core.context.log.pools.read).await?;
    let names = core.directory.names().await.map_err(ApiError::from)?;
    let by = row.thrown_by.and_then(|by| by.parse::<Uuid>().ok());
    Ok(SendingSwitch {
        stopped: row.stopped,
        since: row.since,
        by_name: by.and_then(|by| names.get(&by).cloned()),
        reason: row.reason,
    })
}
