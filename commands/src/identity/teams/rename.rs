//! Another name for a team.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::teams::{Team, TeamCommand};
use uuid::Uuid;

use super::name_taken;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

pub async fn rename_team(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    name: String,
) -> Result<Executed<Team>, CommandError> {
    authorise_all(actor, Permission::UsersManage)?;
    let command = TeamCommand::Rename { name: name.clone(), at: ctx.now() };
    execute::<Team, _, _>(
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
