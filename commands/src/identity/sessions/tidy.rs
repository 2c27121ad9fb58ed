//! Forgetting what no longer lets anybody in: addresses and browsers of ended sessions are personal data.

use pivotal_domain::suppression::retention::kind::Kind;

use super::attempts::WINDOW;
use super::places::REMEMBERED;
use crate::context::Context;
use crate::error::CommandError;
use crate::identity::rate_limits;
use crate::suppression::retention::goes_before;

/// For a recurring job. Answers how many sessions were forgotten: how long ended ones are kept is a rule of retention.
pub async fn tidy(ctx: &Context) -> Result<u64, CommandError> {
    let (db, now) = (&ctx.log.pools.write, ctx.now());
    let forgotten = match goes_before(ctx, Kind::SignIns).await? {
        Some((before, mut still)) => {
            let gone =
                sqlx::query!("delete from auth.sessions where coalesce(revoked_at, expires_at) < $1", before)
                    .execute(&mut *still.transaction)
                    .await?
                    .rows_affected();
            still.end().await?;
            gone
        }
        None => 0,
    };
    sqlx::query!(
        "delete from auth.attempts where window_started < $1 and (locked_until is null or locked_until < $2)",
        now - WINDOW,
        now
    )
    .execute(db)
    .await?;
    sqlx::query!("delete from auth.known_places where last_seen < $1", now - REMEMBERED).execute(db).await?;
    rate_limits::tidy(ctx).await?;
    Ok(forgotten)
}
