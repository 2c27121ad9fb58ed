//! What is known of a client: its details, and who of ours looks after it.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::details::Details;
use pivotal_domain::identity::clients::error::ClientError;
use pivotal_domain::identity::clients::{Client, ClientCommand};
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::users::User;
use uuid::Uuid;

use super::on_client;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

/// All details at once, as the form shows them.
pub async fn change_client(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    details: Details,
) -> Result<Executed<Client>, CommandError> {
    authorise_all(actor, Permission::ClientsManage)?;
    on_client(ctx, actor, id, |at| ClientCommand::ChangeDetails { details: details.clone(), at }).await
}

/// `None`: nobody looks after it.
pub async fn assign_owner(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    owner: Option<Uuid>,
) -> Result<Executed<Client>, CommandError> {
    authorise_all(actor, Permission::ClientsManage)?;
    if let Some(owner) = owner {
        let user = ctx.log.load::<User>(owner).await?.state;
        if user.disabled || user.role.is_none_or(|role| role.is_client()) {
            return Err(ClientError::OwnerUnknown.into());
        }
    }
    on_client(ctx, actor, id, |at| ClientCommand::AssignOwner { owner, at }).await
}
