//! How the variants of a test stand, for whoever decides or wants to know.

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::campaigns::campaigns::content::Metric;
use pivotal_domain::email::statistics::{Outcome, Rules, outcome};
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::{made, may_see};
use crate::context::Context;
use crate::email::sending::winner::started;
use crate::error::CommandError;
use crate::ports::test_figures::TestFigures;

#[derive(Debug, Clone, PartialEq)]
pub struct TestResult {
    pub metric: Metric,
    /// When its time is over; `None`: it has not begun.
    pub ends_at: Option<DateTime<Utc>>,
    pub is_over: bool,
    pub winner: Option<char>,
    /// Opens and clicks of which nobody knows yet whether a person made them.
    pub unjudged: u64,
    /// By the places of the variants.
    pub outcome: Outcome,
}

/// `None`: the campaign tests nothing.
pub async fn test_result(
    ctx: &Context,
    figures: &dyn TestFigures,
    actor: &Actor,
    id: Uuid,
) -> Result<Option<TestResult>, CommandError> {
    may_see(actor)?;
    let made = made(ctx, id).await?;
    let Some(content) = &made.content else { return Ok(None) };
    let Some(test) = content.test else { return Ok(None) };
    let minutes = TimeDelta::minutes(i64::from(test.runs_for_minutes));
    let ends_at = started(ctx, id).await?.map(|began| began + minutes);
    let is_over = ends_at.is_some_and(|ends| ends <= ctx.now());
    let known =
        figures.of(id, test.metric, content.variants.len()).await.map_err(CommandError::unexpected)?;
    Ok(Some(TestResult {
        metric: test.metric,
        ends_at,
        is_over,
        winner: made.winner,
        unjudged: known.unjudged,
        outcome: outcome(&known.variants, Rules::default(), is_over),
    }))
}
