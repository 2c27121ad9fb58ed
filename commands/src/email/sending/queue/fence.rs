//! Which take of a version counts: the last that began. One that was held up for longer than its lease puts nobody in any more, clears
//! nothing, and its end is refused by the log itself (`guard.fence_take()`).

use uuid::Uuid;

use crate::context::Context;
use crate::jobs::handler::JobError;

/// Rows of a take that died are deleted so many at a time.
const SLICE: i64 = 20_000;

/// From here on no other take of the version counts.
pub(super) async fn begin(ctx: &Context, campaign: Uuid, version: u16, take: Uuid) -> Result<(), JobError> {
    sqlx::query!(
        "insert into guard.email_taking (campaign, version, take) values ($1, $2, $3)
         on conflict (campaign, version) do update set take = excluded.take",
        campaign,
        i16::try_from(version)?,
        take
    )
    .execute(&ctx.log.pools.write)
    .await?;
    Ok(())
}

/// Deletes what a take that died left: rows of a version that is not live. Nothing, once another take has begun.
pub(super) async fn clear(ctx: &Context, campaign: Uuid, version: u16, take: Uuid) -> Result<(), JobError> {
    let version = i16::try_from(version)?;
    loop {
        let deleted = sqlx::query!(
            "delete from guard.email_recipients r using (
               select contact from guard.email_recipients where campaign = $1 and version = $2 limit $3) gone
             where r.campaign = $1 and r.contact = gone.contact
               and exists (select from guard.email_taking t where t.campaign = $1 and t.version = $2 and t.take = $4)
               and not exists (select from guard.email_campaigns c where c.campaign = $1 and c.live_version >= $2)",
            campaign,
            version,
            SLICE,
            take
        )
        .execute(&ctx.log.pools.write)
        .await?;
        if deleted.rows_affected() == 0 {
            return Ok(());
        }
    }
}
