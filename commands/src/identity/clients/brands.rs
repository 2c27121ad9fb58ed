//! Adding, changing, archiving and restoring the brands of a client.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::brands::BrandCommand;
use pivotal_domain::identity::clients::{Client, ClientCommand};
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::on_client;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn change_brands(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    command: BrandCommand,
) -> Result<Executed<Client>, CommandError> {
    authorise_all(actor, Permission::ClientsManage)?;
    on_client(ctx, actor, id, |at| ClientCommand::Brand { command: command.clone(), at }).await
}
