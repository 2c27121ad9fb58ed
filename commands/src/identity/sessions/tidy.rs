//! Forgetting what no longer lets anybody in: addresses and browsers of ended sessions are personal data.

use chrono::Duration;

use super::attempts::WINDOW;
use crate::context::Context;
use crate::error::CommandError;

/// Ended sessions are kept this long, for questions about a sign-in.
pub const KEPT_AFTER_END: Duration = Duration::days(30);

/// For a recurring job. Answers how many sessions were forgotten.
pub async fn tidy(ctx: &Context) -> Result<u64, CommandError> {
    let (db, now) = (&ctx.log.pools.write, ctx.now());
    let sessions = sqlx::query!(
        "delete from auth.sessions where coalesce(revoked_at, expires_at) < $1",
        now - KEPT_AFTER_END
    )
    .execute(db)
    .await?;
    sqlx::query!(
        "delete from auth.attempts where window_started < $1 and (locked_until is null or locked_until < $2)",
        now - WINDOW,
        now
    )
    .execute(db)
    .await?;
    Ok(sessions.rows_affected())
}
