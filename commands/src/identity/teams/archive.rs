//! A team nobody joins any more: it is not offered, and keeps who is in it and what it has.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::teams::{Team, TeamCommand};
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

pub async fn archive_team(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<Team>, CommandError> {
    on_team(ctx, actor, id, TeamCommand::Archive { at: ctx.now() }).await
}

pub async fn restore_team(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<Team>, CommandError> {
    on_team(ctx, actor, id, TeamCommand::Restore { at: ctx.now() }).await
}

async fn on_team(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    command: TeamCommand,
) -> Result<Executed<Team>, CommandError> {
    authorise_all(actor, Permission::UsersManage)?;
    execute::<Team, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        no_jobs,
    )
    .await
}
