//! Production's first administrator, made from the command line. There is no default password anywhere.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::users::User;
use secrecy::SecretString;
use uuid::Uuid;

use super::users::create::{CreateUser, create_user};
use super::users::last_admin::{one_at_a_time, other_active_admins};
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Executed;

#[derive(Debug, Clone)]
pub struct FirstAdmin {
    pub name: String,
    pub email: String,
    pub password: SecretString,
}

/// Refuses once there is an active administrator: from then on administrators are made in the app, by name.
pub async fn bootstrap_admin(ctx: &Context, first: FirstAdmin) -> Result<Executed<User>, CommandError> {
    one_at_a_time(ctx, async {
        if other_active_admins(ctx, Uuid::nil()).await? > 0 {
            return Err(CommandError::rejected(Rejection::new("ADMIN_EXISTS", "There is an active administrator already. Ask them to create your user, or to reset your password.")));
        }
        let FirstAdmin { name, email, password } = first;
        create_user(ctx, &Actor::system("system"), CreateUser { name, email, role: Role::Admin, password, client_id: None, team_ids: Vec::new() }).await
    })
    .await
}
