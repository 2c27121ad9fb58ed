//! What came in, kept before it is answered: the sender may forget it then.

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_log::blind_index::BlindIndex;
use sqlx::PgPool;

use crate::context::Context;
use crate::error::CommandError;

/// Where something came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    SendGrid,
    Mailgun,
    Ses,
    /// A mail.
    Mail,
    /// Somebody who left our page while their mail was still being handed over.
    Page,
}

impl Source {
    pub const ALL: [Source; 5] = [Source::SendGrid, Source::Mailgun, Source::Ses, Source::Mail, Source::Page];

    /// As kept.
    pub const fn as_str(self) -> &'static str {
        match self {
            Source::SendGrid => "sendgrid",
            Source::Mailgun => "mailgun",
            Source::Ses => "ses",
            Source::Mail => "mail",
            Source::Page => "page",
        }
    }

    pub fn parse(text: &str) -> Option<Source> {
        Source::ALL.into_iter().find(|source| source.as_str() == text)
    }

    /// As it stands in facts and beside events.
    pub const fn told_by(self) -> &'static str {
        match self {
            Source::SendGrid => "webhook:sendgrid",
            Source::Mailgun => "webhook:mailgun",
            Source::Ses => "webhook:ses",
            Source::Mail => "mail",
            Source::Page => "page",
        }
    }
}

/// What of a delivery is the same when it is delivered again.
pub fn envelope(blind: &BlindIndex, source: Source, account: &str, said: &str) -> Vec<u8> {
    blind.key("email.inbox", &format!("{}|{account}|{said}", source.as_str()))
}

/// Whether it is new. What is kept already is not kept twice; what was read before comes in again, and is known by its keys.
pub async fn keep(
    ctx: &Context,
    source: Source,
    account: &str,
    envelope: Option<&[u8]>,
    body: &[u8],
) -> Result<bool, CommandError> {
    let now = ctx.now();
    if let (Source::Mailgun, Some(envelope)) = (source, envelope) {
        return keep_once(ctx, source, account, envelope, body).await;
    }
    let kept = sqlx::query!(
        "insert into mail.inbox (source, account, received_at, envelope, body, next_at) values ($1, $2, $3, $4, $5, $3)
         on conflict (source, envelope) where envelope is not null do nothing",
        source.as_str(),
        account,
        now,
        envelope,
        body
    )
    .execute(&ctx.log.pools.write)
    .await?;
    Ok(kept.rows_affected() > 0)
}

/// The same, of a sender whose signature does not cover what is said: whoever saw one delivery must not be able to bring another with its
/// signature, so that is known for as long as it is taken, whatever the delivery came to.
async fn keep_once(
    ctx: &Context,
    source: Source,
    account: &str,
    envelope: &[u8],
    body: &[u8],
) -> Result<bool, CommandError> {
    let now = ctx.now();
    let kept = sqlx::query!(
        "with fresh as (
           insert into guard.email_signal_keys (key, at) values ($4, $3) on conflict do nothing returning key
         )
         insert into mail.inbox (source, account, received_at, envelope, body, next_at)
         select $1::text, $2::text, $3::timestamptz, key, $5::bytea, $3::timestamptz from fresh
         on conflict (source, envelope) where envelope is not null do nothing",
        source.as_str(),
        account,
        now,
        envelope,
        body
    )
    .execute(&ctx.log.pools.write)
    .await?;
    Ok(kept.rows_affected() > 0)
}

/// What waits to be read.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub id: i64,
    pub source: String,
    pub account: String,
    pub received_at: DateTime<Utc>,
    pub body: Vec<u8>,
    pub tries: i16,
}

/// The oldest ones that are due.
pub(super) async fn due(pool: &PgPool, now: DateTime<Utc>, most: i64) -> Result<Vec<Row>, CommandError> {
    let rows = sqlx::query_as!(
        Row,
        "select id, source, account, received_at, body, tries from mail.inbox where parked is null and next_at <= $1 order by next_at, id limit $2",
        now,
        most
    )
    .fetch_all(pool)
    .await?;
    Ok(rows)
}

/// What nobody has read yet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Waiting {
    pub rows: i64,
    /// When the first of it came in.
    pub since: Option<DateTime<Utc>>,
}

pub(super) async fn waiting(pool: &PgPool) -> Result<Waiting, CommandError> {
    let waiting = sqlx::query_as!(
        Waiting,
        r#"select count(*) as "rows!", min(received_at) as "since?" from mail.inbox where parked is null"#
    )
    .fetch_one(pool)
    .await?;
    Ok(waiting)
}

pub(super) async fn done(pool: &PgPool, ids: &[i64]) -> Result<(), CommandError> {
    sqlx::query!("delete from mail.inbox where id = any($1)", ids).execute(pool).await?;
    Ok(())
}

/// Comes again: its mail is being handed over at this moment.
pub(super) async fn again(
    pool: &PgPool,
    ids: &[i64],
    now: DateTime<Utc>,
    wait: TimeDelta,
) -> Result<(), CommandError> {
    sqlx::query!("update mail.inbox set next_at = $2 where id = any($1)", ids, now + wait)
        .execute(pool)
        .await?;
    Ok(())
}

/// Nobody can make anything of it.
pub(super) async fn park(pool: &PgPool, id: i64, why: &str) -> Result<(), CommandError> {
    metrics::counter!("pivotal_email_inbox_parked_total").increment(1);
    tracing::warn!(id, why, "something that came in about emails cannot be read and is set aside for a week");
    sqlx::query!("update mail.inbox set parked = $2 where id = $1", id, why).execute(pool).await?;
    Ok(())
}

/// It failed, and may not the next time. Too often, and it is set aside.
pub(super) async fn failed(
    pool: &PgPool,
    row: &Row,
    why: &str,
    now: DateTime<Utc>,
) -> Result<(), CommandError> {
    const TRIES: i16 = 8;
    if row.tries + 1 >= TRIES {
        return park(pool, row.id, why).await;
    }
    let wait = TimeDelta::seconds(5 << row.tries.clamp(0, 10));
    sqlx::query!("update mail.inbox set tries = tries + 1, next_at = $2 where id = $1", row.id, now + wait)
        .execute(pool)
        .await?;
    Ok(())
}
