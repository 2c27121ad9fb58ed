//! Who asked for a job, as they were when they asked: what it reads and changes is what they might see and change then.

use pivotal_domain::identity::actor::{Actor, HeldKey};
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::users::User;
use pivotal_domain::log::metadata::Metadata;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::running::RunningJob;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Asker {
    pub user: Uuid,
    pub role: Role,
    pub teams: Vec<Uuid>,
    pub client: Option<Uuid>,
    pub source: String,
    /// A job asked for with an API key does no more than the key is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<HeldKey>,
}

impl Asker {
    pub fn of(actor: &Actor) -> Self {
        Asker {
            user: actor.user_id,
            role: actor.role,
            teams: actor.team_ids.clone(),
            client: actor.client_id,
            source: actor.source.clone(),
            key: actor.key.clone(),
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
            key: self.key.clone(),
            // Who views as a client asks for no jobs, nor does who owes a second step.
            viewing: None,
            owes_second_step: false,
        }
    }
}

/// What is written beside a job's own word that it has ended: whoever asked for it is told, and so must stand there.
pub async fn asked_for(
    ctx: &Context,
    job: &RunningJob,
    source: &'static str,
) -> Result<Metadata, CommandError> {
    let mut metadata = Metadata { correlation: Some(job.id), ..Metadata::system(source) };
    if let Some(user) = job.created_by {
        let role = ctx.log.load::<User>(user).await?.state.role;
        metadata.actor = user.to_string();
        metadata.role = role.map_or(metadata.role, |role| role.as_str().to_owned());
    }
    Ok(metadata)
}
