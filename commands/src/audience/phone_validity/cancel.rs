//! Asking a run to stop after the chunk that is being looked at.

use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::Lookup;
use crate::audience::contact_runs::cancel::cancel;
use crate::context::Context;
use crate::error::CommandError;

/// What was found out until then stays.
pub async fn cancel_lookup(ctx: &Context, actor: &Actor, id: Uuid) -> Result<(), CommandError> {
    cancel::<Lookup>(ctx, actor, id).await
}
