//! Letting somebody in again.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::users::{User, UserCommand};
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

pub async fn enable_user(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<User>, CommandError> {
    authorise_all(actor, Permission::UsersManage)?;
    let at = ctx.now();
    execute::<User, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(UserCommand::Enable { at })?),
        no_jobs,
    )
    .await
}
