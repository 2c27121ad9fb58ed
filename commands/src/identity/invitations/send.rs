//! Asking somebody to join, once and again.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::invitations::error::InvitationError;
use pivotal_domain::identity::invitations::{Invitation, InvitationCommand, NewInvitation, keys};
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::users::email::LoginEmail;
use pivotal_domain::identity::users::error::UserError;
use pivotal_domain::identity::users::keys as user_keys;
use pivotal_log::append::NewJob;
use uuid::Uuid;

use super::open_already;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute};
use crate::identity::users::{must_be_open_client, must_be_open_teams};
use crate::lookup::claim_owner;
use crate::mail::letter::Letter;

#[derive(Debug, Clone)]
pub struct SendInvitation {
    pub email: String,
    pub role: Role,
    /// For client users, and only for them.
    pub client_id: Option<Uuid>,
    pub team_ids: Vec<Uuid>,
}

pub async fn send_invitation(
    ctx: &Context,
    actor: &Actor,
    input: SendInvitation,
) -> Result<Executed<Invitation>, CommandError> {
    authorise_all(actor, Permission::UsersManage)?;
    send(ctx, actor, input).await
}

/// Whoever asks may: that was asked before.
pub(super) async fn send(
    ctx: &Context,
    actor: &Actor,
    input: SendInvitation,
) -> Result<Executed<Invitation>, CommandError> {
    let email = LoginEmail::parse(&input.email).map_err(UserError::from)?;
    // Both are decided by claims; asked before, they are told in better words.
    if claim_owner(ctx, user_keys::EMAIL, email.as_str()).await?.is_some() {
        return Err(UserError::EmailTaken(email.as_str().to_owned()).into());
    }
    if claim_owner(ctx, keys::EMAIL, email.as_str()).await?.is_some() {
        return Err(InvitationError::Open(email.as_str().to_owned()).into());
    }
    must_be_open_client(ctx, input.client_id).await?;
    must_be_open_teams(ctx, &input.team_ids).await?;
    let new = NewInvitation {
        email: email.clone(),
        role: input.role,
        client_id: input.client_id,
        teams: input.team_ids,
        at: ctx.now(),
    };
    let id = Uuid::now_v7();
    execute::<Invitation, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(InvitationCommand::Send(new.clone()))?),
        |_, after| letter(actor, id, after),
    )
    .await
    .map_err(|error| open_already(error, email.as_str()))
}

/// With a new link and a new week; the links of the mails before are void.
pub async fn resend_invitation(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<Invitation>, CommandError> {
    authorise_all(actor, Permission::UsersManage)?;
    resend(ctx, actor, id).await
}

/// Whoever asks may: that was asked before.
pub(super) async fn resend(
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
        |loaded| Ok(loaded.state.decide(InvitationCommand::Resend { at })?),
        |_, after| letter(actor, id, after),
    )
    .await
}

fn letter(actor: &Actor, invitation: Uuid, after: &Invitation) -> Result<Vec<NewJob>, CommandError> {
    let letter = Letter::Invitation { invitation, round: after.round, by: actor.user_id };
    Ok(vec![letter.job(actor)?])
}
