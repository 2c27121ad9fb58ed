//! A session as the API shows it.

use async_graphql::{Context, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::identity::sessions::list;
use uuid::Uuid;

use crate::auth::session::InSession;
use crate::errors::{ApiError, ApiResult};

/// A browser or program that somebody is signed in with.
#[derive(Debug, SimpleObject)]
pub struct OpenSession {
    pub id: Uuid,
    pub created_at: DateTime<Utc>,
    pub last_used_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    /// What it calls itself.
    pub user_agent: Option<String>,
    /// Where it was seen last.
    pub ip: Option<String>,
    /// The one this is asked in.
    pub current: bool,
}

impl OpenSession {
    pub fn of(session: list::OpenSession, current: Option<Uuid>) -> Self {
        OpenSession {
            current: current == Some(session.id),
            id: session.id,
            created_at: session.created_at,
            last_used_at: session.last_used_at,
            expires_at: session.expires_at,
            user_agent: session.user_agent,
            ip: session.ip,
        }
    }
}

/// The session this is asked in.
pub(crate) fn current(ctx: &Context<'_>) -> ApiResult<Uuid> {
    ctx.data_opt::<InSession>().map(|session| session.0).ok_or_else(ApiError::unauthenticated)
}
