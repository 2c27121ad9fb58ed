//! Of whom a second step is required, from now on. Who has none is let in to set it up, and to nothing else, until it is done. Undone by
//! setting it back.

use pivotal_domain::identity::access_rules::{AccessRules, AccessRulesCommand, ID, SecondStepFor};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

pub async fn require_second_step(
    ctx: &Context,
    actor: &Actor,
    of: SecondStepFor,
) -> Result<Executed<AccessRules>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    let at = ctx.now();
    execute::<AccessRules, _, _>(
        ctx,
        ID,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(AccessRulesCommand::RequireSecondStep { of, at })),
        no_jobs,
    )
    .await
}
