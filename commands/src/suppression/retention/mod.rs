//! Use cases on rules of retention, and the jobs that carry them out.
//!
//! What a rule is about is found in pages ([`due`]), kept out when a legal hold stands over it ([`held`]), and deleted in small
//! chunks ([`delete`]). Dry runs go the same way and stop before the last step.

pub mod delete;
pub mod dry_run;
pub mod due;
pub mod held;
pub mod run;
pub mod set;
pub mod start;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use pivotal_domain::suppression::retention::error::RetentionError;
use pivotal_domain::suppression::retention::keep::Keep;
use pivotal_domain::suppression::retention::kind::Kind;
use pivotal_domain::suppression::retention::{ID, RetentionRules};

use super::legal_holds::standstill::Standstill;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;

impl Guarded for RetentionRules {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<RetentionError> for CommandError {
    fn from(error: RetentionError) -> Self {
        CommandError::rejected(Rejection::of_field(error.field(), error.code(), error.to_string()))
    }
}

/// How long a kind is kept, as the log says now.
pub async fn keep(ctx: &Context, kind: Kind) -> Result<Keep, CommandError> {
    Ok(ctx.log.load::<RetentionRules>(ID).await?.state.keep(kind))
}

/// What is older goes, in the transaction of the standstill: for the sweeps that look for a kind by themselves. `None`: nothing
/// goes, by its rule or for a hold.
pub async fn goes_before(
    ctx: &Context,
    kind: Kind,
) -> Result<Option<(DateTime<Utc>, Standstill)>, CommandError> {
    let Some(before) = keep(ctx, kind).await?.before(ctx.now()) else { return Ok(None) };
    let still = Standstill::begin(ctx).await?;
    Ok((!still.holds.data.contains_key(&kind.data())).then_some((before, still)))
}
