//! A client organisation nobody works for any more. Its users stay until they are disabled.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::{Client, ClientCommand};
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

pub async fn archive_client(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    reason: Option<String>,
) -> Result<Executed<Client>, CommandError> {
    authorise_all(actor, Permission::ClientsManage)?;
    let command = ClientCommand::Archive { reason, at: ctx.now() };
    execute::<Client, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        no_jobs,
    )
    .await
}
