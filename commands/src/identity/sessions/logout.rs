//! Signing out: the session ends, not only its cookie.

use super::revoke::{Because, revoke_in};
use super::{Sessions, refresh_token};
use crate::error::CommandError;

impl Sessions {
    /// A repeat, or a token nobody knows, is fine: the person is out either way.
    pub async fn logout(&self, presented: &str) -> Result<(), CommandError> {
        let mut connection = self.ctx.log.pools.write.acquire().await?;
        let session = sqlx::query_scalar!(
            "select session_id from auth.refresh_tokens where hash = $1",
            refresh_token::hash(presented)
        )
        .fetch_optional(&mut *connection)
        .await?;
        if let Some(session) = session {
            revoke_in(&mut connection, session, Because::Logout, self.ctx.now()).await?;
        }
        Ok(())
    }
}
