//! Use cases on users: who may sign in, as what.

pub mod change_password;
pub mod create;
pub mod credentials;
pub mod disable;
pub mod enable;
pub(crate) mod last_admin;
pub mod passwords;
pub mod preferences;
pub mod reset_password;
#[cfg(test)]
mod tests;
pub mod update;

use pivotal_domain::identity::clients::Client;
use pivotal_domain::identity::teams::Team;
use pivotal_domain::identity::users::error::UserError;
use pivotal_domain::identity::users::{User, keys};
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Guarded;

impl Guarded for User {
    fn claims(&self) -> Vec<(&'static str, String)> {
        keys::claims(self)
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        keys::match_keys(self)
    }
}

/// Users may only join a client organisation that exists and is not archived.
async fn must_be_open_client(ctx: &Context, client_id: Option<Uuid>) -> Result<(), CommandError> {
    let Some(client_id) = client_id else { return Ok(()) };
    if ctx.log.load::<Client>(client_id).await?.state.is_open() {
        Ok(())
    } else {
        Err(UserError::ClientUnknown.into())
    }
}

async fn must_be_teams(ctx: &Context, team_ids: &[Uuid]) -> Result<(), CommandError> {
    let teams = ctx.log.load_many::<Team>(team_ids).await?;
    if teams.iter().all(|team| team.exists()) { Ok(()) } else { Err(UserError::TeamUnknown.into()) }
}
