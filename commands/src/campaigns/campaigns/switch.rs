//! The switch that stops all sending, of mail and of calls: whoever may launch throws it, whoever manages settings allows sending again.

use pivotal_domain::campaigns::campaigns::switch::{ID, SendingSwitch, SwitchCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

pub async fn stop_sending(
    ctx: &Context,
    actor: &Actor,
    reason: Option<String>,
) -> Result<Executed<SendingSwitch>, CommandError> {
    authorise_all(actor, Permission::CampaignsLaunch)?;
    thrown(ctx, actor, SwitchCommand::Stop { reason, at: ctx.now() }).await
}

pub async fn allow_sending(ctx: &Context, actor: &Actor) -> Result<Executed<SendingSwitch>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    thrown(ctx, actor, SwitchCommand::Allow { at: ctx.now() }).await
}

async fn thrown(
    ctx: &Context,
    actor: &Actor,
    command: SwitchCommand,
) -> Result<Executed<SendingSwitch>, CommandError> {
    execute::<SendingSwitch, _, _>(
        ctx,
        ID,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        no_jobs,
    )
    .await
}
