//! Asking a run to stop after the chunk that is being looked at.

use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::Verification;
use crate::audience::contact_runs::cancel::cancel;
use crate::context::Context;
use crate::error::CommandError;

/// What was found out until then stays.
pub async fn cancel_verification(ctx: &Context, actor: &Actor, id: Uuid) -> Result<(), CommandError> {
    cancel::<Verification>(ctx, actor, id).await
}
