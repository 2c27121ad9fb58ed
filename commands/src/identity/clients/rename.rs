//! Another name for a client organisation.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::{Client, ClientCommand};
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::name_taken;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

pub async fn rename_client(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    name: String,
) -> Result<Executed<Client>, CommandError> {
    authorise_all(actor, Permission::ClientsManage)?;
    let command = ClientCommand::Rename { name: name.clone(), at: ctx.now() };
    execute::<Client, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        no_jobs,
    )
    .await
    .map_err(|error| name_taken(error, &name))
}
