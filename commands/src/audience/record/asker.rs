//! Who asked for a job, as they were when they asked: what it reads and changes is what they might see and change then.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::users::User;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Asker {
    pub user: Uuid,
    pub role: Role,
    pub teams: Vec<Uuid>,
    pub client: Option<Uuid>,
    pub source: String,
}

impl Asker {
    pub fn of(actor: &Actor) -> Self {
        Asker {
            user: actor.user_id,
            role: actor.role,
            teams: actor.team_ids.clone(),
            client: actor.client_id,
            source: actor.source.clone(),
        }
    }

    /// With the name and address that the user has now.
    pub fn actor(&self, user: &User) -> Actor {
        Actor {
            user_id: self.user,
            name: user.name.clone(),
            email: user.email.clone(),
            role: self.role,
            team_ids: self.teams.clone(),
            client_id: self.client,
            request_id: None,
            source: self.source.clone(),
            ip: None,
        }
    }
}
