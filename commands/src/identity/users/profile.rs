//! Changing what one is called.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::{User, UserCommand, UserUpdate};

use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

/// Needs no permission: it reaches nobody but the actor.
pub async fn change_own_name(
    ctx: &Context,
    actor: &Actor,
    name: String,
) -> Result<Executed<User>, CommandError> {
    let update = UserUpdate {
        name: Some(name),
        role: None,
        client_id: None,
        teams: None,
        // Asked only where a role changes.
        other_active_admins: 0,
        at: ctx.now(),
    };
    execute::<User, _, _>(
        ctx,
        actor.user_id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(UserCommand::Update(update.clone()))?),
        no_jobs,
    )
    .await
}
