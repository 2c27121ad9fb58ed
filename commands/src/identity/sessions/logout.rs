//! Signing out: the session ends, not only its cookie.

use pivotal_domain::identity::users::facts::SessionsEnd;

use super::revoke::{Because, revoke_in};
use super::tell::{stranger, tell_ended};
use super::{Origin, Sessions, refresh_token};
use crate::error::CommandError;

impl Sessions {
    /// A repeat, or a token nobody knows, is fine: the person is out either way.
    pub async fn logout(&self, presented: &str, origin: &Origin) -> Result<(), CommandError> {
        let mut connection = self.ctx.log.pools.write.acquire().await?;
        let found = sqlx::query!(
            "select s.id, s.user_id, s.revoked_at from auth.refresh_tokens t join auth.sessions s on s.id = t.session_id where t.hash = $1",
            refresh_token::hash(presented)
        )
        .fetch_optional(&mut *connection)
        .await?;
        let Some(found) = found.filter(|found| found.revoked_at.is_none()) else { return Ok(()) };
        revoke_in(&mut connection, found.id, Because::Logout, self.ctx.now()).await?;
        // Telling takes a connection of its own.
        drop(connection);
        let because = SessionsEnd::SignedOut;
        tell_ended(&self.ctx, found.user_id, vec![found.id], because, stranger(origin)).await
    }
}
