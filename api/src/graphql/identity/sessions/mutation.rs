//! Ending sessions, one's own and those of others.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::types::current;
use crate::graphql::core;
use crate::graphql::payload::{UserError, run};
use crate::policy::IN_PERSON;
use crate::policy::directive::allow;

#[derive(Default)]
pub struct SessionMutation;

#[derive(Debug, InputObject)]
pub struct UserSessionsEndInput {
    pub user_id: Uuid,
    /// One of them; all when it is left out.
    pub session_id: Option<Uuid>,
}

#[derive(Debug, SimpleObject)]
pub struct SessionsEndedPayload {
    /// How many were ended; null when it was refused.
    pub ended: Option<i32>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl SessionMutation {
    /// Ends one of your sessions, wherever it is.
    #[graphql(directive = allow::apply(IN_PERSON.into()))]
    async fn session_end(&self, ctx: &Context<'_>, id: Uuid) -> Result<SessionsEndedPayload> {
        let sessions = core(ctx).sessions.clone();
        let done = run(ctx, move |_, actor| async move { sessions.revoke_own(&actor, id).await });
        Ok(payload(done.await?.map(|()| 1)))
    }

    /// Ends all your sessions but this one.
    #[graphql(directive = allow::apply(IN_PERSON.into()))]
    async fn sessions_end_others(&self, ctx: &Context<'_>) -> Result<SessionsEndedPayload> {
        let (sessions, keep) = (core(ctx).sessions.clone(), current(ctx)?);
        let done = run(ctx, move |_, actor| async move { sessions.revoke_others(&actor, keep).await });
        Ok(payload(done.await?))
    }

    /// Ends somebody's sessions: they are signed out there at once.
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn user_sessions_end(
        &self,
        ctx: &Context<'_>,
        input: UserSessionsEndInput,
    ) -> Result<SessionsEndedPayload> {
        let sessions = core(ctx).sessions.clone();
        let UserSessionsEndInput { user_id, session_id } = input;
        let done = run(ctx, move |_, actor| async move {
            match session_id {
                Some(session) => sessions.revoke_of(&actor, user_id, session).await.map(|()| 1),
                None => sessions.revoke_all(&actor, user_id).await,
            }
        });
        Ok(payload(done.await?))
    }
}

fn payload(done: std::result::Result<usize, Vec<UserError>>) -> SessionsEndedPayload {
    match done {
        Ok(ended) => SessionsEndedPayload {
            ended: Some(i32::try_from(ended).unwrap_or(i32::MAX)),
            user_errors: Vec::new(),
        },
        Err(user_errors) => SessionsEndedPayload { ended: None, user_errors },
    }
}
