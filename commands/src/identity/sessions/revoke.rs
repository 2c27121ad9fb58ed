//! Ending sessions.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::users::User;
use pivotal_domain::identity::users::facts::SessionsEnd;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use super::Sessions;
use super::tell::tell_ended;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;

/// Why a session ended before its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    Logout,
    TokenReused,
    PasswordChanged,
    UserDisabled,
    /// The organisation of a client user.
    ClientArchived,
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
            Because::ClientArchived => "client_archived",
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

/// Ends all sessions of a client's users. Who they are, the log says: of all who are signed in, which are few.
pub(crate) async fn revoke_all_of_client(ctx: &Context, client: Uuid) -> Result<(), CommandError> {
    let (db, now) = (&ctx.log.pools.write, ctx.now());
    let signed_in = sqlx::query_scalar!(
        r#"select distinct user_id as "user_id!" from auth.sessions where revoked_at is null and expires_at > $1"#,
        now
    )
    .fetch_all(db)
    .await?;
    let users = ctx.log.load_many::<User>(&signed_in).await?;
    for (id, user) in signed_in.iter().zip(users) {
        if user.state.client_id == Some(client) {
            revoke_all_of(db, *id, None, Because::ClientArchived, now).await?;
        }
    }
    Ok(())
}

impl Sessions {
    /// Ends one of the actor's own sessions. Somebody else's is not found.
    pub async fn revoke_own(&self, actor: &Actor, session: Uuid) -> Result<(), CommandError> {
        self.revoke_one(actor, actor.user_id, session).await
    }

    /// Ends all of the actor's own sessions but the one this is asked in. Answers how many.
    pub async fn revoke_others(&self, actor: &Actor, keep: Uuid) -> Result<usize, CommandError> {
        self.end(actor, actor.user_id, None, Some(keep)).await
    }

    /// An administrator ends one of somebody's sessions.
    pub async fn revoke_of(&self, actor: &Actor, user: Uuid, session: Uuid) -> Result<(), CommandError> {
        authorise_all(actor, Permission::UsersManage)?;
        self.revoke_one(actor, user, session).await
    }

    /// An administrator ends all of somebody's sessions. Answers how many.
    pub async fn revoke_all(&self, actor: &Actor, user: Uuid) -> Result<usize, CommandError> {
        authorise_all(actor, Permission::UsersManage)?;
        self.end(actor, user, None, None).await
    }

    /// A repeat is fine.
    async fn revoke_one(&self, actor: &Actor, user: Uuid, session: Uuid) -> Result<(), CommandError> {
        if self.end(actor, user, Some(session), None).await? == 1 {
            return Ok(());
        }
        let ended = sqlx::query_scalar!(
            r#"select exists (select 1 from auth.sessions where id = $1 and user_id = $2) as "ended!""#,
            session,
            user
        )
        .fetch_one(&self.ctx.log.pools.write)
        .await?;
        match ended {
            true => Ok(()),
            false => Err(CommandError::NotFound("There is no such session. It may have ended.".into())),
        }
    }

    /// Those that were open, of which the log is told.
    async fn end(
        &self,
        actor: &Actor,
        user: Uuid,
        only: Option<Uuid>,
        keep: Option<Uuid>,
    ) -> Result<usize, CommandError> {
        let ended = sqlx::query_scalar!(
            "update auth.sessions set revoked_at = $4, revoked_because = $5
             where user_id = $1 and revoked_at is null and ($2::uuid is null or id = $2) and id is distinct from $3::uuid
             returning id",
            user,
            only,
            keep,
            self.ctx.now(),
            Because::Revoked.as_str()
        )
        .fetch_all(&self.ctx.log.pools.write)
        .await?;
        let many = ended.len();
        tell_ended(&self.ctx, user, ended, SessionsEnd::Revoked, actor.metadata()).await?;
        Ok(many)
    }
}
