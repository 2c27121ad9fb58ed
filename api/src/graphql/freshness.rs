//! Read your writes: `x-pivotal-after` names the log position an answer must include.

use async_graphql::Context;
use axum::http::HeaderMap;
use pivotal_projections::freshness::{self, DEADLINE, Freshness};

use super::core;
use crate::app::Core;
use crate::errors::{ApiError, ApiResult, BAD_HEADER};

/// The position asked for, if any.
#[derive(Debug, Clone, Copy, Default)]
pub struct After(pub Option<i64>);

impl After {
    pub fn of_headers(headers: &HeaderMap) -> ApiResult<Self> {
        let Some(value) = headers.get("x-pivotal-after") else { return Ok(After(None)) };
        let position = value.to_str().ok().and_then(|text| text.trim().parse().ok()).filter(|at| *at >= 0);
        match position {
            Some(position) => Ok(After(Some(position))),
            None => Err(ApiError::new(
                BAD_HEADER,
                "x-pivotal-after must be a position: a whole number, as a command answered it.",
            )),
        }
    }
}

/// Waits for the projections a query reads. Answers whether the rows may be too old.
pub async fn stale(ctx: &Context<'_>, projections: &[&str]) -> ApiResult<bool> {
    match ctx.data_opt::<After>().and_then(|after| after.0) {
        Some(position) => stale_at(core(ctx), projections, position).await,
        None => Ok(false),
    }
}

pub async fn stale_at(core: &Core, projections: &[&str], position: i64) -> ApiResult<bool> {
    let pool = &core.context.log.pools.read;
    let seen = freshness::wait(pool, &core.positions, projections, position, DEADLINE).await;
    let seen = seen.map_err(|error| ApiError::from(pivotal_commands::error::CommandError::from(error)))?;
    Ok(seen == Freshness::Stale)
}
