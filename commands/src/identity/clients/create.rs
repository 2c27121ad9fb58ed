//! A new client organisation.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::{Client, ClientCommand};
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::name_taken;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute, no_jobs};

#[derive(Debug, Clone)]
pub struct CreateClient {
    pub name: String,
    pub idempotency_key: Option<String>,
}

pub async fn create_client(
    ctx: &Context,
    actor: &Actor,
    input: CreateClient,
) -> Result<Executed<Client>, CommandError> {
    authorise_all(actor, Permission::ClientsManage)?;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        input.idempotency_key.as_deref(),
        &("create_client", &input.name),
    );
    let command = ClientCommand::Create { name: input.name.clone(), at: ctx.now() };
    execute::<Client, _, _>(
        ctx,
        Uuid::now_v7(),
        &actor.metadata(),
        repeatable,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        no_jobs,
    )
    .await
    .map_err(|error| name_taken(error, &input.name))
}
