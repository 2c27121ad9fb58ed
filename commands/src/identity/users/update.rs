//! Changing a user's name, role or teams.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::users::{User, UserCommand, UserUpdate};
use uuid::Uuid;

use super::last_admin::{one_at_a_time, other_active_admins};
use super::{must_be_open_client, must_be_open_teams};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

/// `None` leaves a part as it is.
#[derive(Debug, Clone)]
pub struct UpdateUser {
    pub id: Uuid,
    pub name: Option<String>,
    pub role: Option<Role>,
    /// For somebody who becomes a client user.
    pub client_id: Option<Uuid>,
    pub team_ids: Option<Vec<Uuid>>,
}

pub async fn update_user(
    ctx: &Context,
    actor: &Actor,
    input: UpdateUser,
) -> Result<Executed<User>, CommandError> {
    authorise_all(actor, Permission::UsersManage)?;
    must_be_open_client(ctx, input.client_id).await?;
    if let Some(wanted) = &input.team_ids {
        // Who stays in a team that was archived since is not turned away for it.
        let held = ctx.log.load::<User>(input.id).await?.state.teams;
        let new: Vec<Uuid> = wanted.iter().copied().filter(|team| !held.contains(team)).collect();
        must_be_open_teams(ctx, &new).await?;
    }
    let change = async {
        let update = UserUpdate {
            name: input.name,
            role: input.role,
            client_id: input.client_id,
            teams: input.team_ids,
            other_active_admins: other_active_admins(ctx, input.id).await?,
            at: ctx.now(),
        };
        execute::<User, _, _>(
            ctx,
            input.id,
            &actor.metadata(),
            None,
            |loaded| Ok(loaded.state.decide(UserCommand::Update(update.clone()))?),
            no_jobs,
        )
        .await
    };
    match input.role {
        Some(_) => one_at_a_time(ctx, change).await,
        None => change.await,
    }
}
