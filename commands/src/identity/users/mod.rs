//! Use cases on users: who may sign in, as what.

pub mod change_password;
pub mod create;
pub mod credentials;
pub mod cut_over;
pub mod disable;
pub mod email_change;
pub mod enable;
pub mod forgotten;
pub(crate) mod last_admin;
pub mod password_strength;
pub mod passwords;
pub mod preferences;
pub mod profile;
pub mod reset_password;
pub mod second_factor;
#[cfg(test)]
mod tests;
pub mod update;

use pivotal_domain::identity::clients::Client;
use pivotal_domain::identity::teams::Team;
use pivotal_domain::identity::users::error::UserError;
use pivotal_domain::identity::users::{User, keys};
use uuid::Uuid;

use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;

/// Teams of one person: each is looked up before it is said of somebody.
const MOST_TEAMS: usize = 100;

impl Guarded for User {
    fn claims(&self) -> Vec<(&'static str, String)> {
        keys::claims(self)
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        keys::match_keys(self)
    }
}

/// Users may only join a client organisation that exists and is not archived.
pub(crate) async fn must_be_open_client(ctx: &Context, client_id: Option<Uuid>) -> Result<(), CommandError> {
    let Some(client_id) = client_id else { return Ok(()) };
    if ctx.log.load::<Client>(client_id).await?.state.is_open() {
        Ok(())
    } else {
        Err(UserError::ClientUnknown.into())
    }
}

/// Nobody joins an archived team. Those somebody is in already need only exist.
pub(crate) async fn must_be_open_teams(ctx: &Context, team_ids: &[Uuid]) -> Result<(), CommandError> {
    must_be_teams(ctx, team_ids).await?;
    let teams = ctx.log.load_many::<Team>(team_ids).await?;
    if teams.iter().all(|team| team.state.is_open()) { Ok(()) } else { Err(UserError::TeamArchived.into()) }
}

/// Those that are not archived.
pub(crate) async fn open_among(ctx: &Context, team_ids: Vec<Uuid>) -> Result<Vec<Uuid>, CommandError> {
    let teams = ctx.log.load_many::<Team>(&team_ids).await?;
    Ok(team_ids.into_iter().zip(teams).filter(|(_, team)| team.state.is_open()).map(|(id, _)| id).collect())
}

pub(crate) async fn must_be_teams(ctx: &Context, team_ids: &[Uuid]) -> Result<(), CommandError> {
    if team_ids.len() > MOST_TEAMS {
        let message = format!("At most {MOST_TEAMS} teams can be named at once. Leave some out.");
        return Err(CommandError::rejected(Rejection::of_field("teamIds", "TOO_MANY_TEAMS", message)));
    }
    let teams = ctx.log.load_many::<Team>(team_ids).await?;
    if teams.iter().all(|team| team.exists()) { Ok(()) } else { Err(UserError::TeamUnknown.into()) }
}
