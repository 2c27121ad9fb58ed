//! The first line of every use case: may this actor do this at all, and on whose records?

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;

use crate::error::CommandError;

/// Answers with the scope the actor may act in; the use case narrows by it. Nobody gets past with [`Scope::None`].
pub fn authorise(actor: &Actor, permission: Permission) -> Result<Scope, CommandError> {
    match actor.scope(permission) {
        Scope::None => Err(CommandError::Forbidden(actor.refusal(permission).to_string())),
        scope => Ok(scope),
    }
}

/// For use cases that have no narrower meaning than everybody: anything short of [`Scope::All`] is refused.
pub fn authorise_all(actor: &Actor, permission: Permission) -> Result<(), CommandError> {
    actor.require_all(permission).map_err(|refused| CommandError::Forbidden(refused.to_string()))
}
