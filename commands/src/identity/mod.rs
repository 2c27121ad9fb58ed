//! Use cases on who works here, and the door: signing in, staying in, getting out.

pub mod bootstrap_admin;
pub mod clients;
pub mod development;
mod refusal;
pub mod sessions;
pub mod teams;
#[cfg(test)]
mod testing;
pub mod users;

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;

use crate::error::CommandError;

/// For use cases that have no narrower meaning than everybody: anything short of scope "all" is refused.
fn authorise_all(actor: &Actor, permission: Permission) -> Result<(), CommandError> {
    actor.require_all(permission).map_err(|refused| CommandError::Forbidden(refused.to_string()))
}
