//! A client's own people invite others to their organisation: as client users, to this organisation, and to nothing else. What they
//! invite to is never said by them, so it cannot be said wrongly.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::invitations::Invitation;
use pivotal_domain::identity::invitations::error::InvitationError;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_domain::identity::role::Role;
use uuid::Uuid;

use super::revoke::revoke;
use super::send::{SendInvitation, resend, send};
use crate::authorise::authorise;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Executed;

pub async fn invite_colleague(
    ctx: &Context,
    actor: &Actor,
    email: String,
) -> Result<Executed<Invitation>, CommandError> {
    let client = organisation(actor)?;
    let input =
        SendInvitation { email, role: Role::ClientUser, client_id: Some(client), team_ids: Vec::new() };
    send(ctx, actor, input).await
}

pub async fn resend_to_colleague(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<Invitation>, CommandError> {
    must_be_of(ctx, organisation(actor)?, id).await?;
    resend(ctx, actor, id).await
}

pub async fn revoke_of_colleague(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<Invitation>, CommandError> {
    must_be_of(ctx, organisation(actor)?, id).await?;
    revoke(ctx, actor, id).await
}

/// Whose colleagues they are.
fn organisation(actor: &Actor) -> Result<Uuid, CommandError> {
    match (authorise(actor, Permission::ColleaguesInvite)?, actor.client_id) {
        (Scope::Client, Some(client)) => Ok(client),
        _ => Err(CommandError::rejected(Rejection::new(
            "COLLEAGUES_OF_NOBODY",
            "You belong to no client organisation. Invite people with their role instead.",
        ))),
    }
}

/// Said alike of what is not there and of what is not theirs. What an invitation is to never changes, so asking once is enough.
async fn must_be_of(ctx: &Context, client: Uuid, id: Uuid) -> Result<(), CommandError> {
    match ctx.log.load::<Invitation>(id).await?.state.client_id == Some(client) {
        true => Ok(()),
        false => Err(InvitationError::Unknown.into()),
    }
}
