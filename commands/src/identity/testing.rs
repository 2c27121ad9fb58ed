//! The one helper that knows how to set a test of identity up.

use std::sync::Arc;

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::users::User;
use pivotal_log::testing::TestLog;
use uuid::Uuid;

use super::sessions::{Origin, Sessions};
use super::users::create::{CreateUser, create_user};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;
use crate::ports::blob_store::InMemoryBlobStore;

pub const PASSWORD: &str = "correct horse battery";

pub struct Setup {
    pub test: TestLog,
    pub ctx: Context,
    pub sessions: Sessions,
}

impl Setup {
    pub async fn new() -> Self {
        let test = TestLog::new().await;
        let ctx = Context {
            log: test.log.clone(),
            clock: test.clock.clone(),
            blobs: Arc::new(InMemoryBlobStore::default()),
        };
        let sessions = Sessions::new(ctx.clone(), &test.master);
        Setup { test, ctx, sessions }
    }

    /// A user called like the first part of the email.
    pub async fn user(&self, email: &str, role: Role, client_id: Option<Uuid>) -> Executed<User> {
        create_user(&self.ctx, &system(), new_user(email, role, client_id)).await.unwrap()
    }
}

pub fn system() -> Actor {
    Actor::system("system")
}

pub fn new_user(email: &str, role: Role, client_id: Option<Uuid>) -> CreateUser {
    let name = email.split('@').next().unwrap().to_owned();
    CreateUser { name, email: email.into(), role, password: PASSWORD.into(), client_id, team_ids: vec![] }
}

/// Somebody at work, as the API would have found out.
pub fn actor_of(user: &Executed<User>) -> Actor {
    Actor {
        user_id: user.id,
        name: user.state.name.clone(),
        email: user.state.email.clone(),
        role: user.state.role.unwrap(),
        team_ids: user.state.teams.clone(),
        client_id: user.state.client_id,
        ..Actor::system("ui")
    }
}

pub fn origin() -> Origin {
    Origin { ip: Some("192.0.2.7".into()), user_agent: Some("Firefox".into()), request_id: None }
}

/// The code of a refusal, or what happened instead.
pub fn code<T>(result: Result<T, CommandError>) -> String {
    match result {
        Ok(_) => "accepted".into(),
        Err(CommandError::Rejected(rejections)) => rejections[0].code.clone(),
        Err(CommandError::NotFound(_)) => "not found".into(),
        Err(CommandError::Forbidden(_)) => "forbidden".into(),
        Err(other) => format!("{other:?}"),
    }
}
