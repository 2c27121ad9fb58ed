//! Where somebody is signed in.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::Sessions;
use crate::authorise::authorise_all;
use crate::error::CommandError;

/// Enough for any honest list.
const MOST: i64 = 200;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSession {
    pub id: Uuid,
    pub created_at: DateTime<Utc>,
    pub last_used_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub user_agent: Option<String>,
    pub ip: Option<String>,
}

impl Sessions {
    /// The actor's own open sessions, the latest used first.
    pub async fn list_own(&self, actor: &Actor) -> Result<Vec<OpenSession>, CommandError> {
        self.list(actor.user_id).await
    }

    /// Somebody's, for an administrator.
    pub async fn list_of(&self, actor: &Actor, user: Uuid) -> Result<Vec<OpenSession>, CommandError> {
        authorise_all(actor, Permission::UsersManage)?;
        self.list(user).await
    }

    async fn list(&self, user: Uuid) -> Result<Vec<OpenSession>, CommandError> {
        let sessions = sqlx::query_as!(
            OpenSession,
            "select id, created_at, last_used_at, expires_at, user_agent, ip from auth.sessions
             where user_id = $1 and revoked_at is null and expires_at > $2 order by last_used_at desc, id limit $3",
            user,
            self.ctx.now(),
            MOST
        )
        .fetch_all(&self.ctx.log.pools.read)
        .await?;
        Ok(sessions)
    }
}
