//! Who may speak with a mail server: one conversation at a time, not before its turn, and not at all for a while after it failed
//! several times in a row. It stands in the database, so it holds for all processes and runs together.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;

/// Longest that a conversation can be under way: one of a process that was killed is over after it.
const HELD: TimeDelta = TimeDelta::minutes(5);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// To be given back with [`release`].
    Ours,
    /// Not before this moment. `failing`: it failed the last time.
    Later { at: DateTime<Utc>, failing: bool },
    /// Left alone.
    Paused,
}

/// `busy`: how long to wait while somebody else speaks with it.
pub async fn claim(ctx: &Context, host: &str, holder: Uuid, busy: Duration) -> Result<Claim, CommandError> {
    let (pool, now) = (&ctx.log.pools.write, ctx.now());
    let ours = sqlx::query_scalar!(
        r#"insert into jobs.mail_hosts as h (host, held_by, held_until, next_at) values ($1, $2, $3, $4)
         on conflict (host) do update set held_by = excluded.held_by, held_until = excluded.held_until
         where (h.held_until is null or h.held_until <= $4) and h.next_at <= $4 and (h.paused_until is null or h.paused_until <= $4)
         returning true as "ours!""#,
        host, holder, now + HELD, now
    )
    .fetch_optional(pool)
    .await?;
    if ours.is_some() {
        return Ok(Claim::Ours);
    }
    let held = sqlx::query!(
        "select held_until, next_at, paused_until, failures from jobs.mail_hosts where host = $1",
        host
    )
    .fetch_optional(pool)
    .await?;
    // It was given back between the two statements.
    let Some(held) = held else { return Ok(Claim::Later { at: now, failing: false }) };
    if held.paused_until.is_some_and(|until| until > now) {
        return Ok(Claim::Paused);
    }
    // Somebody speaks with it: a conversation takes seconds, and its lease is far longer.
    let wait = TimeDelta::from_std(busy).unwrap_or(HELD);
    let busy = held.held_until.filter(|until| *until > now).map(|until| until.min(now + wait));
    let at = busy.map_or(held.next_at, |until| until.max(held.next_at));
    Ok(Claim::Later { at, failing: busy.is_none() && held.failures > 0 })
}

/// How a conversation went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Went {
    Well,
    /// With so many failures in a row the host is left alone until then.
    Badly {
        most: i32,
        until: DateTime<Utc>,
    },
    /// It was cut off by us.
    CutOff,
}

/// Gives a host back. `next`: when it may be asked again.
pub async fn release(
    ctx: &Context,
    host: &str,
    holder: Uuid,
    next: DateTime<Utc>,
    went: Went,
) -> Result<(), CommandError> {
    let (failed, well, most, until) = match went {
        Went::Well => (0, true, i32::MAX, None),
        Went::Badly { most, until } => (1, false, most, Some(until)),
        Went::CutOff => (0, false, i32::MAX, None),
    };
    // After a pause it gets all of its chances again.
    sqlx::query!(
        "update jobs.mail_hosts set held_by = null, held_until = null, next_at = $3,
           failures = case when $4 then 0 when failures + $5 >= $6 then 0 else failures + $5 end,
           paused_until = case when failures + $5 >= $6 then $7 else paused_until end
         where host = $1 and held_by = $2",
        host,
        holder,
        next,
        well,
        failed,
        most,
        until
    )
    .execute(&ctx.log.pools.write)
    .await?;
    Ok(())
}
