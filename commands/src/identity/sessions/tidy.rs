//! Forgetting what no longer lets anybody in: addresses and browsers of ended sessions are personal data.

use pivotal_domain::suppression::retention::kind::Kind;

use super::attempts::WINDOW;
use super::places::REMEMBERED;
use crate::context::Context;
use crate::error::CommandError;
use crate::identity::rate_limits;
use crate::suppression::retention::goes_before;

/// Sessions deleted per statement. Each takes along its refresh tokens, of which there is one for every quarter of an hour it was in
/// use, and meanwhile nobody can place a legal hold.
pub const BATCH: i64 = 500;

/// Forgets sessions that ended long ago, `most` of them at once; how long they are kept is a rule of retention. For a recurring job,
/// which asks again while it answers `most`: so many were forgotten.
pub async fn forget_ended(ctx: &Context, most: i64) -> Result<u64, CommandError> {
    let Some((before, mut still)) = goes_before(ctx, Kind::SignIns).await? else { return Ok(0) };
    let gone = sqlx::query!("delete from auth.sessions where id in (select id from auth.sessions where coalesce(revoked_at, expires_at) < $1 limit $2)", before, most).execute(&mut *still.transaction).await?;
    still.end().await?;
    Ok(gone.rows_affected())
}

/// Forgets tries, places and counts whose time is over. For the same job.
pub async fn tidy(ctx: &Context) -> Result<(), CommandError> {
    let (db, now) = (&ctx.log.pools.write, ctx.now());
    sqlx::query!(
        "delete from auth.attempts where window_started < $1 and (locked_until is null or locked_until < $2)",
        now - WINDOW,
        now
    )
    .execute(db)
    .await?;
    sqlx::query!("delete from auth.known_places where last_seen < $1", now - REMEMBERED).execute(db).await?;
    rate_limits::tidy(ctx).await
}
