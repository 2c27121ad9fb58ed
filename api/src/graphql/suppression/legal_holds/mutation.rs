//! Placing and lifting legal holds.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::error::CommandError;
use pivotal_commands::suppression::legal_holds::lift::lift_legal_hold;
use pivotal_commands::suppression::legal_holds::place::{PlaceLegalHold, place_legal_hold};
use uuid::Uuid;

use super::types::LegalHoldPlaceInput;
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct LegalHoldMutation;

#[derive(Debug, SimpleObject)]
pub struct LegalHoldPayload {
    pub id: Option<Uuid>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl LegalHoldMutation {
    /// From now on nothing of it is deleted: not by a rule, and not by an erasure.
    #[graphql(directive = allow::apply("RETENTION_MANAGE".into()))]
    async fn legal_hold_place(
        &self,
        ctx: &Context<'_>,
        input: LegalHoldPlaceInput,
    ) -> Result<LegalHoldPayload> {
        let done = run(ctx, move |context, actor| async move {
            let place = PlaceLegalHold {
                over: input.over.read().map_err(CommandError::from)?,
                reason: input.reason,
                reference: input.reference.unwrap_or_default(),
                idempotency_key: input.idempotency_key,
            };
            place_legal_hold(&context, &actor, place).await
        });
        Ok(match done.await? {
            Ok(done) => {
                LegalHoldPayload { id: Some(done.id), position: done.position, user_errors: Vec::new() }
            }
            Err(user_errors) => LegalHoldPayload { id: None, position: None, user_errors },
        })
    }

    /// What stood under it goes by its rule again. The reason is kept as proof.
    #[graphql(directive = allow::apply("RETENTION_MANAGE".into()))]
    async fn legal_hold_lift(&self, ctx: &Context<'_>, id: Uuid, reason: String) -> Result<LegalHoldPayload> {
        let done =
            run(
                ctx,
                move |context, actor| async move { lift_legal_hold(&context, &actor, id, &reason).await },
            );
        Ok(match done.await? {
            Ok(done) => LegalHoldPayload { id: Some(id), position: done.position, user_errors: Vec::new() },
            Err(user_errors) => LegalHoldPayload { id: None, position: None, user_errors },
        })
    }
}
