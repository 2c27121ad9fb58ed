//! Viewing as a client: begun with a reason that its history keeps, over after a while, and good for looking only.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::{Client, ClientCommand};
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use uuid::Uuid;

use super::on_client;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

/// Begins, or begins anew with another reason and the whole time before one.
pub async fn begin_view(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    reason: String,
) -> Result<Executed<Client>, CommandError> {
    authorise_all(actor, Permission::ClientsViewAs)?;
    if actor.key.is_some() {
        return Err(CommandError::Forbidden("No API key may do this: sign in as yourself.".into()));
    }
    let viewer = actor.user_id;
    on_client(ctx, actor, id, |at| ClientCommand::BeginView { viewer, reason: reason.clone(), at }).await
}

/// One's own view; where there is none, nothing happens.
pub async fn end_view(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<Client>, CommandError> {
    authorise_all(actor, Permission::ClientsViewAs)?;
    let viewer = actor.user_id;
    on_client(ctx, actor, id, |at| ClientCommand::EndView { viewer, at }).await
}

/// The actor as one of the client's people; `None` without a view that is not over, or without the permission it was begun with, and
/// for who owes a second step: that comes first.
pub async fn seen_as(ctx: &Context, actor: Actor, client: Uuid) -> Result<Option<Actor>, CommandError> {
    if actor.key.is_some() || actor.owes_second_step || actor.scope(Permission::ClientsViewAs) != Scope::All {
        return Ok(None);
    }
    let state = ctx.log.load::<Client>(client).await?.state;
    let until = state.viewed_until(actor.user_id, ctx.now());
    Ok(until.map(|until| actor.seeing_as(client, until)))
}
