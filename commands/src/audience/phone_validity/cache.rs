//! What was said before, so that nobody is paid twice for it: by a keyed hash of the number. May be emptied at any time.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::phone_validity::keep::{Finding, Said};
use pivotal_domain::audience::values::phone::Phone;
use pivotal_log::blind_index::BlindIndex;

use crate::context::Context;
use crate::error::CommandError;

/// Whoever may have been asked; each answer is kept under the name of who gave it.
const PROVIDERS: [&str; 2] = ["telnyx", "test"];

/// Of one provider: what the test look-up made up says nothing about what a real one would.
pub fn number_key(blind: &BlindIndex, provider: &str, phone: &Phone) -> Vec<u8> {
    blind.key("phone.lookup", &format!("{provider} {}", phone.e164()))
}

/// What still holds, and was said at `since` or later, by the key of its number.
pub async fn findings(
    ctx: &Context,
    keys: &[Vec<u8>],
    since: Option<DateTime<Utc>>,
) -> Result<HashMap<Vec<u8>, Finding>, CommandError> {
    let rows = sqlx::query!(
        "select number, said, found_at from jobs.phone_lookups
         where number = any($1) and expires_at > $2 and ($3::timestamptz is null or found_at >= $3)",
        keys,
        ctx.now(),
        since
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    let finding = |said, at| Some(Finding { said: serde_json::from_value(said).ok()?, at, known: true });
    Ok(rows.into_iter().filter_map(|row| Some((row.number, finding(row.said, row.found_at)?))).collect())
}

/// Kept at once, one by one: a process that is killed has not paid for nothing.
pub async fn keep(ctx: &Context, key: &[u8], said: &Said) -> Result<(), CommandError> {
    let now = ctx.now();
    sqlx::query!(
        "insert into jobs.phone_lookups (number, said, found_at, expires_at) values ($1, $2, $3, $4)
         on conflict (number) do update set said = excluded.said, found_at = excluded.found_at, expires_at = excluded.expires_at",
        key,
        serde_json::to_value(said)?,
        now,
        now + said.keeps()
    )
    .execute(&ctx.log.pools.write)
    .await?;
    Ok(())
}

/// Of people who were erased, whoever was asked.
pub async fn forget_findings(ctx: &Context, phones: &[Phone]) -> Result<(), CommandError> {
    if phones.is_empty() {
        return Ok(());
    }
    let of = |phone: &Phone| PROVIDERS.map(|provider| number_key(&ctx.log.blind, provider, phone));
    let keys: Vec<Vec<u8>> = phones.iter().flat_map(of).collect();
    sqlx::query!("delete from jobs.phone_lookups where number = any($1)", &keys)
        .execute(&ctx.log.pools.write)
        .await?;
    Ok(())
}

/// Forgets what holds no more.
pub async fn tidy(ctx: &Context) -> Result<(), CommandError> {
    sqlx::query!("delete from jobs.phone_lookups where expires_at <= $1", ctx.now())
        .execute(&ctx.log.pools.write)
        .await?;
    Ok(())
}
