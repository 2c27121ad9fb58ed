//! Limits on guessing, per account and per address. They stand in Postgres, so they hold across processes and restarts.

use std::future::Future;

use chrono::{DateTime, Duration, Utc};

use super::Origin;
use super::error::AuthError;
use crate::context::Context;
use crate::error::CommandError;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// An email, known or not: an unknown one locks just the same.
    Account,
    /// A client's address. Many people may share one, so it allows more.
    Ip,
}

/// Attempts are counted within this long; one more than allowed locks for as long.
pub const WINDOW: Duration = Duration::minutes(15);

impl Scope {
    pub fn allowed(self) -> i32 {
        match self {
            Scope::Account => 8,
            Scope::Ip => 60,
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Scope::Account => "account",
            Scope::Ip => "ip",
        }
    }

    /// Stored as a keyed hash: the table must not become a list of who works here.
    fn key(self, ctx: &Context, value: &str) -> Vec<u8> {
        ctx.log.blind.key(&format!("attempts.{}", self.as_str()), value)
    }
}

/// Counts an attempt before it is made, so that many at once cannot slip through. Answers how long to wait when there
/// were too many; then nothing may be tried.
pub async fn begin(ctx: &Context, scope: Scope, value: &str) -> Result<Option<Duration>, CommandError> {
    let now = ctx.now();
    let locked_until: Option<DateTime<Utc>> = sqlx::query_scalar!(
        r#"insert into auth.attempts as a (scope, key, attempts, window_started) values ($1, $2, 1, $3)
           on conflict (scope, key) do update set
             attempts = case when a.locked_until > $3 then a.attempts when a.locked_until is not null or a.window_started <= $4 then 1 else a.attempts + 1 end,
             window_started = case when a.locked_until > $3 then a.window_started when a.locked_until is not null or a.window_started <= $4 then $3 else a.window_started end,
             locked_until = case when a.locked_until > $3 then a.locked_until when a.locked_until is null and a.window_started > $4 and a.attempts >= $5 then $6 end
           returning locked_until"#,
        scope.as_str(),
        scope.key(ctx, value),
        now,
        now - WINDOW,
        scope.allowed(),
        now + WINDOW
    )
    .fetch_one(&ctx.log.pools.write)
    .await?;
    if locked_until.is_some() {
        metrics::counter!("pivotal_sign_ins_refused_total", "scope" => scope.as_str()).increment(1);
    }
    Ok(locked_until.map(|until| until - now))
}

/// The attempt was no guess: an account starts from zero, an address gets its attempt back.
pub async fn succeeded(ctx: &Context, scope: Scope, value: &str) -> Result<(), CommandError> {
    let kept = match scope {
        Scope::Account => 0,
        Scope::Ip => 1,
    };
    sqlx::query!(
        "update auth.attempts set attempts = greatest(0, (attempts - 1) * $3), locked_until = null where scope = $1 and key = $2",
        scope.as_str(),
        scope.key(ctx, value),
        kept
    )
    .execute(&ctx.log.pools.write)
    .await?;
    Ok(())
}

/// Runs what a stranger asks for with a secret of their own, as the link of a mail. Who brings many that are not good is answered no
/// more for a while; `what` is counted apart from anything else.
pub async fn counted<T, E>(
    ctx: &Context,
    origin: &Origin,
    what: &str,
    work: impl Future<Output = Result<T, E>>,
) -> Result<T, AuthError>
where
    AuthError: From<E>,
{
    let place = origin.ip.as_deref().map(|ip| format!("{what} {ip}"));
    if let Some(place) = &place
        && let Some(wait) = begin(ctx, Scope::Ip, place).await?
    {
        return Err(AuthError::TooManyAttempts(wait));
    }
    let done = work.await?;
    if let Some(place) = &place {
        succeeded(ctx, Scope::Ip, place).await?;
    }
    Ok(done)
}

/// How long to wait, in words.
pub fn message(wait: Duration) -> String {
    let minutes = (wait.num_seconds() + 59) / 60;
    let minutes = if minutes <= 1 { "a minute".to_owned() } else { format!("{minutes} minutes") };
    format!(
        "There were too many attempts. Try again in {minutes}, or ask an administrator for a new password."
    )
}
