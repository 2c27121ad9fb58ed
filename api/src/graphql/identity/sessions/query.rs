//! Reading sessions.

use async_graphql::{Context, Object, Result};
use uuid::Uuid;

use super::types::{OpenSession, current};
use crate::errors::ApiError;
use crate::graphql::{actor, core};
use crate::policy::IN_PERSON;
use crate::policy::directive::allow;

#[derive(Default)]
pub struct SessionQuery;

#[Object]
impl SessionQuery {
    /// Where you are signed in, the latest used first.
    #[graphql(directive = allow::apply(IN_PERSON.into()))]
    async fn my_sessions(&self, ctx: &Context<'_>) -> Result<Vec<OpenSession>> {
        let current = current(ctx).ok();
        let sessions = core(ctx).sessions.list_own(actor(ctx)?).await.map_err(ApiError::from)?;
        Ok(sessions.into_iter().map(|session| OpenSession::of(session, current)).collect())
    }

    /// Where somebody is signed in.
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn user_sessions(&self, ctx: &Context<'_>, user_id: Uuid) -> Result<Vec<OpenSession>> {
        let current = current(ctx).ok();
        let sessions = core(ctx).sessions.list_of(actor(ctx)?, user_id).await.map_err(ApiError::from)?;
        Ok(sessions.into_iter().map(|session| OpenSession::of(session, current)).collect())
    }
}
