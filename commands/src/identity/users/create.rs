//! Letting somebody in.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::users::email::LoginEmail;
use pivotal_domain::identity::users::error::UserError;
use pivotal_domain::identity::users::{NewUser, User, UserCommand};
use secrecy::SecretString;
use uuid::Uuid;

use super::password_strength::check_strength;
use super::{credentials, must_be_open_client, must_be_open_teams, passwords};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

#[derive(Debug, Clone)]
pub struct CreateUser {
    pub name: String,
    pub email: String,
    pub role: Role,
    pub password: SecretString,
    pub client_id: Option<Uuid>,
    pub team_ids: Vec<Uuid>,
}

pub async fn create_user(
    ctx: &Context,
    actor: &Actor,
    input: CreateUser,
) -> Result<Executed<User>, CommandError> {
    authorise_all(actor, Permission::UsersManage)?;
    let email = LoginEmail::parse(&input.email).map_err(UserError::from)?;
    check_strength(&input.password, email.as_str(), &input.name).await?;
    make(ctx, actor, input, email).await
}

/// With a password that everybody knows, for development: nobody would choose it elsewhere, and it would be refused.
pub(in crate::identity) async fn create_development_user(
    ctx: &Context,
    actor: &Actor,
    input: CreateUser,
) -> Result<Executed<User>, CommandError> {
    let email = LoginEmail::parse(&input.email).map_err(UserError::from)?;
    make(ctx, actor, input, email).await
}

async fn make(
    ctx: &Context,
    actor: &Actor,
    input: CreateUser,
    email: LoginEmail,
) -> Result<Executed<User>, CommandError> {
    must_be_open_client(ctx, input.client_id).await?;
    must_be_open_teams(ctx, &input.team_ids).await?;

    let new = NewUser {
        name: input.name,
        email,
        role: input.role,
        client_id: input.client_id,
        teams: input.team_ids,
        at: ctx.now(),
    };
    // Decided once before the slow hashing, so that a refusal is quick.
    User::default().decide(UserCommand::Create(new.clone()))?;
    let hash = passwords::hash(&input.password).await?;
    enter(ctx, actor, new, &hash).await
}

/// The user with the hash of their password.
pub(super) async fn enter(
    ctx: &Context,
    actor: &Actor,
    new: NewUser,
    hash: &str,
) -> Result<Executed<User>, CommandError> {
    let id = Uuid::now_v7();
    // First the secret, then the user: a crash in between leaves a row that nobody can reach.
    credentials::store(&ctx.log.pools.write, id, hash, new.at).await?;
    let created = execute::<User, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(UserCommand::Create(new.clone()))?),
        no_jobs,
    )
    .await;
    if created.is_err() {
        credentials::remove(&ctx.log.pools.write, id).await?;
    }
    created
}
