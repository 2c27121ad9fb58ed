//! Choosing the kinds one is told of. What was told stays; from now on nothing is added of what was switched off.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::notifications::{NotificationCommand, NotificationPreferences};

use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

/// `in_app_off` replaces what was chosen before; kinds as the catalogue names them.
pub async fn set_notification_preferences(
    ctx: &Context,
    actor: &Actor,
    in_app_off: Vec<String>,
) -> Result<Executed<NotificationPreferences>, CommandError> {
    let command = NotificationCommand::SetPreferences { in_app_off, at: ctx.now() };
    execute::<NotificationPreferences, _, _>(
        ctx,
        actor.user_id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        no_jobs,
    )
    .await
}
