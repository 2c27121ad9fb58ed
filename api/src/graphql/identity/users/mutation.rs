//! Letting people in and out.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use pivotal_commands::execute::Executed;
use pivotal_commands::identity::users::create::{CreateUser, create_user};
use pivotal_commands::identity::users::disable::disable_user;
use pivotal_commands::identity::users::email_change::correct::correct_email;
use pivotal_commands::identity::users::enable::enable_user;
use pivotal_commands::identity::users::update::{UpdateUser, update_user};
use pivotal_domain::identity::users as domain;
use pivotal_projections::identity::users::SPEC;
use secrecy::SecretString;
use uuid::Uuid;

use super::query::one;
use super::types::User;
use crate::errors::ApiResult;
use crate::graphql::audience::record::RecordActionInput;
use crate::graphql::core;
use crate::graphql::freshness::stale_at;
use crate::graphql::identity::role::Role;
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct UserMutation;

#[derive(InputObject)]
pub struct UserCreateInput {
    pub name: String,
    pub email: String,
    pub role: Role,
    #[graphql(secret)]
    pub password: String,
    /// For client users, and only for them.
    pub client_id: Option<Uuid>,
    pub team_ids: Option<Vec<Uuid>>,
}

/// What is not named stays.
#[derive(Debug, InputObject)]
pub struct UserUpdateInput {
    pub id: Uuid,
    pub name: Option<String>,
    pub role: Option<Role>,
    /// For somebody who becomes a client user.
    pub client_id: Option<Uuid>,
    pub team_ids: Option<Vec<Uuid>>,
}

#[derive(Debug, InputObject)]
pub struct UserEmailCorrectInput {
    pub id: Uuid,
    pub email: String,
}

#[derive(Debug, SimpleObject)]
pub struct UserPayload {
    pub user: Option<User>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl UserMutation {
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn user_create(&self, ctx: &Context<'_>, input: UserCreateInput) -> Result<UserPayload> {
        let input = CreateUser {
            name: input.name,
            email: input.email,
            role: input.role.into(),
            password: SecretString::from(input.password),
            client_id: input.client_id,
            team_ids: input.team_ids.unwrap_or_default(),
        };
        let done =
            run(ctx, |context, actor| async move { create_user(&context, &actor, input).await }).await?;
        Ok(payload(ctx, done).await?)
    }

    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn user_update(&self, ctx: &Context<'_>, input: UserUpdateInput) -> Result<UserPayload> {
        let input = UpdateUser {
            id: input.id,
            name: input.name,
            role: input.role.map(Into::into),
            client_id: input.client_id,
            team_ids: input.team_ids,
        };
        let done =
            run(ctx, |context, actor| async move { update_user(&context, &actor, input).await }).await?;
        Ok(payload(ctx, done).await?)
    }

    /// Gives somebody another address to sign in with, at once; they are told there.
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn user_email_correct(
        &self,
        ctx: &Context<'_>,
        input: UserEmailCorrectInput,
    ) -> Result<UserPayload> {
        let UserEmailCorrectInput { id, email } = input;
        let done =
            run(ctx, move |context, actor| async move { correct_email(&context, &actor, id, &email).await })
                .await?;
        Ok(payload(ctx, done).await?)
    }

    /// Shuts somebody out, at once and everywhere.
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn user_disable(&self, ctx: &Context<'_>, input: RecordActionInput) -> Result<UserPayload> {
        let done =
            run(
                ctx,
                |context, actor| async move { disable_user(&context, &actor, input.id, input.reason).await },
            );
        let done = done.await?;
        Ok(payload(ctx, done).await?)
    }

    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn user_enable(&self, ctx: &Context<'_>, input: RecordActionInput) -> Result<UserPayload> {
        let done =
            run(ctx, |context, actor| async move { enable_user(&context, &actor, input.id).await }).await?;
        Ok(payload(ctx, done).await?)
    }
}

async fn payload(
    ctx: &Context<'_>,
    done: Result<Executed<domain::User>, Vec<UserError>>,
) -> ApiResult<UserPayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(UserPayload { user: None, position: None, user_errors }),
    };
    let stale = match done.position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let user = if stale { None } else { one(ctx, done.id).await? };
    Ok(UserPayload { user, position: done.position, user_errors: Vec::new() })
}
