//! Use cases on what everybody must bring to be let in.

pub mod require_second_step;
#[cfg(test)]
mod tests;

use pivotal_domain::identity::access_rules::{AccessRules, ID, keys};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Guarded;

impl Guarded for AccessRules {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        keys::match_keys(self)
    }
}

/// The rules as they are. Folded from their few events: no read model would say it sooner.
pub async fn access_rules(ctx: &Context, actor: &Actor) -> Result<AccessRules, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    Ok(ctx.log.load::<AccessRules>(ID).await?.state)
}
