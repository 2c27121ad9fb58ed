//! Suppressing and releasing.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::suppression::suppressions::add::{AddSuppressions, Entry, add_suppressions};
use pivotal_commands::suppression::suppressions::release::{ReleaseSuppression, release_suppression};
use pivotal_commands::suppression::suppressions::{Within, reach_of};
use pivotal_domain::audience::values::country::Country;
use uuid::Uuid;

use super::types::{SuppressionRefused, SuppressionsAddInput};
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct SuppressionMutation;

#[derive(Debug, Default, SimpleObject)]
pub struct SuppressionsAddPayload {
    /// Of all lines that could be read, each once.
    pub ids: Vec<Uuid>,
    pub added: i32,
    /// Suppressed before, for the same or a weightier reason.
    pub already: i32,
    /// Lines that could not be read. The others were suppressed.
    pub refused: Vec<SuppressionRefused>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, SimpleObject)]
pub struct SuppressionReleasePayload {
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl SuppressionMutation {
    /// Suppresses one or many, at once and in every process. An agent takes down that one number asked not to be called; a
    /// client's users keep their own list.
    #[graphql(directive = allow::apply("SUPPRESSIONS_ADD".into()))]
    async fn suppressions_add(
        &self,
        ctx: &Context<'_>,
        input: SuppressionsAddInput,
    ) -> Result<SuppressionsAddPayload> {
        let within = Within { client: input.client_id, campaign: input.campaign_id, brand: input.brand_id };
        let done = run(ctx, |context, actor| async move {
            let add = AddSuppressions {
                entries: input.entries.into_iter().map(Entry::from).collect(),
                reach: reach_of(&actor, within)?,
                reason: input.reason.into(),
                until: input.until,
                note: input.note,
                country: input.country.as_deref().and_then(Country::parse),
            };
            add_suppressions(&context, &actor, add).await
        })
        .await?;
        let number = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        Ok(match done {
            Ok(done) => SuppressionsAddPayload {
                added: number(done.added),
                already: number(done.already),
                ids: done.ids,
                refused: done.refused.into_iter().map(SuppressionRefused::from).collect(),
                position: done.position,
                user_errors: Vec::new(),
            },
            Err(user_errors) => SuppressionsAddPayload { user_errors, ..SuppressionsAddPayload::default() },
        })
    }

    /// They may be contacted again. The reason is kept as proof.
    #[graphql(directive = allow::apply("SUPPRESSIONS_RELEASE".into()))]
    async fn suppression_release(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        reason: String,
    ) -> Result<SuppressionReleasePayload> {
        let release = ReleaseSuppression { id, reason };
        let done =
            run(ctx, |context, actor| async move { release_suppression(&context, &actor, release).await })
                .await?;
        Ok(match done {
            Ok(done) => SuppressionReleasePayload { position: done.position, user_errors: Vec::new() },
            Err(user_errors) => SuppressionReleasePayload { position: None, user_errors },
        })
    }
}
