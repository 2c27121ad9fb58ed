//! Ending sessions.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use super::Sessions;
use crate::error::CommandError;

/// Why a session ended before its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    Logout,
    TokenReused,
    PasswordChanged,
    UserDisabled,
    /// From the list of sessions.
    Revoked,
}

impl Because {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Because::Logout => "logout",
            Because::TokenReused => "token_reused",
            Because::PasswordChanged => "password_changed",
            Because::UserDisabled => "user_disabled",
            Because::Revoked => "revoked",
        }
    }
}

pub(super) async fn revoke_in(
    tx: &mut PgConnection,
    session: Uuid,
    because: Because,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update auth.sessions set revoked_at = $2, revoked_because = $3 where id = $1 and revoked_at is null",
        session,
        now,
        because.as_str()
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Ends all sessions of a user but the one to keep.
pub(crate) async fn revoke_all_of(
    db: impl PgExecutor<'_>,
    user_id: Uuid,
    keep: Option<Uuid>,
    because: Because,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update auth.sessions set revoked_at = $3, revoked_because = $4 where user_id = $1 and revoked_at is null and id is distinct from $2",
        user_id,
        keep,
        now,
        because.as_str()
    )
    .execute(db)
    .await?;
    Ok(())
}

impl Sessions {
    /// Ends one of the actor's own sessions. Somebody else's is not found.
    pub async fn revoke_own(&self, actor: &Actor, session: Uuid) -> Result<(), CommandError> {
        let ended = sqlx::query!(
            "update auth.sessions set revoked_at = coalesce(revoked_at, $3), revoked_because = coalesce(revoked_because, $4) where id = $1 and user_id = $2",
            session,
            actor.user_id,
            self.ctx.now(),
            Because::Revoked.as_str()
        )
        .execute(&self.ctx.log.pools.write)
        .await?;
        if ended.rows_affected() == 0 {
            Err(CommandError::NotFound("There is no such session of yours. It may have ended.".into()))
        } else {
            Ok(())
        }
    }
}
