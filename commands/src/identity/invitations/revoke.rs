//! Taking an invitation back: its links are void at once.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::invitations::{Invitation, InvitationCommand};
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

pub async fn revoke_invitation(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<Invitation>, CommandError> {
    authorise_all(actor, Permission::UsersManage)?;
    revoke(ctx, actor, id).await
}

/// Whoever asks may: that was asked before.
pub(super) async fn revoke(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<Invitation>, CommandError> {
    let at = ctx.now();
    execute::<Invitation, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(InvitationCommand::Revoke { at })?),
        no_jobs,
    )
    .await
}
