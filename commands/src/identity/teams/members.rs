//! Who is in a team, one at a time: two who change the same person's teams at once do not undo each other. It stands with the user.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::teams::Team;
use pivotal_domain::identity::teams::error::TeamError;
use pivotal_domain::identity::users::{User, UserCommand};
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

/// A repeat is fine. Nobody joins an archived team.
pub async fn add_member(
    ctx: &Context,
    actor: &Actor,
    team: Uuid,
    user: Uuid,
) -> Result<Executed<User>, CommandError> {
    authorise_all(actor, Permission::UsersManage)?;
    let found = ctx.log.load::<Team>(team).await?;
    if !found.exists() {
        return Err(TeamError::Unknown.into());
    }
    if !found.state.is_open() {
        return Err(TeamError::Archived.into());
    }
    on_user(ctx, actor, user, UserCommand::JoinTeam { team, at: ctx.now() }).await
}

/// A repeat is fine. An archived team can be left.
pub async fn remove_member(
    ctx: &Context,
    actor: &Actor,
    team: Uuid,
    user: Uuid,
) -> Result<Executed<User>, CommandError> {
    authorise_all(actor, Permission::UsersManage)?;
    if !ctx.log.load::<Team>(team).await?.exists() {
        return Err(TeamError::Unknown.into());
    }
    on_user(ctx, actor, user, UserCommand::LeaveTeam { team, at: ctx.now() }).await
}

async fn on_user(
    ctx: &Context,
    actor: &Actor,
    user: Uuid,
    command: UserCommand,
) -> Result<Executed<User>, CommandError> {
    execute::<User, _, _>(
        ctx,
        user,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        no_jobs,
    )
    .await
}
