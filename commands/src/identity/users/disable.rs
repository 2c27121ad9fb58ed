//! Shutting somebody out, at once and everywhere.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::users::{User, UserCommand};
use uuid::Uuid;

use super::last_admin::{one_at_a_time, other_active_admins};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};
use crate::identity::sessions::revoke::{Because, revoke_all_of};
use crate::reason::check_reason;

pub async fn disable_user(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    reason: Option<String>,
) -> Result<Executed<User>, CommandError> {
    authorise_all(actor, Permission::UsersManage)?;
    check_reason(reason.as_deref())?;
    let disabled = one_at_a_time(ctx, async {
        let other_active_admins = other_active_admins(ctx, id).await?;
        let command = UserCommand::Disable { reason, other_active_admins, at: ctx.now() };
        execute::<User, _, _>(
            ctx,
            id,
            &actor.metadata(),
            None,
            |loaded| Ok(loaded.state.decide(command.clone())?),
            no_jobs,
        )
        .await
    })
    .await?;
    // Authentication refuses a disabled user by itself; this makes the sessions end for good, also after an enabling.
    revoke_all_of(&ctx.log.pools.write, id, None, Because::UserDisabled, ctx.now()).await?;
    Ok(disabled)
}
