//! What was found out before, so that nobody is asked twice: who takes mail for a domain, and what mail servers said about single
//! addresses, by a keyed hash. Either may be emptied at any time.

use std::collections::HashMap;

use pivotal_domain::audience::email_verification::mail_domain::{CATCH_ALL_KEEPS, MailDomain};
use pivotal_domain::audience::email_verification::verdict::{Reason, Verdict};
use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_log::blind_index::BlindIndex;

use crate::context::Context;
use crate::error::CommandError;

/// What is known of a domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownDomain {
    pub mail: MailDomain,
    /// Whether it takes mail for any address.
    pub catch_all: Option<bool>,
}

pub fn address_key(blind: &BlindIndex, address: &EmailAddress) -> Vec<u8> {
    blind.key("mailbox.verdict", address.as_str())
}

/// Verdicts that still hold, by the key of their address.
pub async fn verdicts(ctx: &Context, keys: &[Vec<u8>]) -> Result<HashMap<Vec<u8>, Verdict>, CommandError> {
    let rows = sqlx::query!(
        "select address, reason, found_at from jobs.mailbox_verdicts where address = any($1) and expires_at > $2",
        keys,
        ctx.now()
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    let verdict = |reason: &str, at| Some(Verdict { reason: Reason::named(reason)?, at, known: true });
    Ok(rows.into_iter().filter_map(|row| Some((row.address, verdict(&row.reason, row.found_at)?))).collect())
}

/// Those that were found now and are worth remembering.
pub async fn keep_verdicts(ctx: &Context, found: &[(Vec<u8>, Reason)]) -> Result<(), CommandError> {
    if found.is_empty() {
        return Ok(());
    }
    let now = ctx.now();
    let keys: Vec<Vec<u8>> = found.iter().map(|(key, _)| key.clone()).collect();
    let reasons: Vec<String> = found.iter().map(|(_, reason)| reason.as_str().to_owned()).collect();
    let ends: Vec<_> = found.iter().map(|(_, reason)| now + reason.keeps()).collect();
    sqlx::query!(
        "insert into jobs.mailbox_verdicts (address, reason, found_at, expires_at)
         select address, reason, $4, expires_at from unnest($1::bytea[], $2::text[], $3::timestamptz[]) as u(address, reason, expires_at)
         on conflict (address) do update set reason = excluded.reason, found_at = excluded.found_at, expires_at = excluded.expires_at",
        &keys, &reasons, &ends, now
    )
    .execute(&ctx.log.pools.write)
    .await?;
    Ok(())
}

/// Of somebody who was erased while their mail server was being asked.
pub async fn forget_verdicts(ctx: &Context, keys: &[Vec<u8>]) -> Result<(), CommandError> {
    if keys.is_empty() {
        return Ok(());
    }
    sqlx::query!("delete from jobs.mailbox_verdicts where address = any($1)", keys)
        .execute(&ctx.log.pools.write)
        .await?;
    Ok(())
}

/// Domains of which something is known that still holds.
pub async fn domains(ctx: &Context, names: &[String]) -> Result<HashMap<String, KnownDomain>, CommandError> {
    let rows = sqlx::query!(
        r#"select domain, known, case when catch_all_expires_at > $2 then catch_all end as catch_all from jobs.mail_domains where domain = any($1) and expires_at > $2"#,
        names, ctx.now()
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    let known = rows.into_iter().filter_map(|row| {
        let mail = serde_json::from_value(row.known).ok()?;
        Some((row.domain, KnownDomain { mail, catch_all: row.catch_all }))
    });
    Ok(known.collect())
}

/// What its name servers said now. Whether it takes everything stays as it was known. Answers what is known of it then.
pub async fn keep_domain(ctx: &Context, name: &str, mail: MailDomain) -> Result<KnownDomain, CommandError> {
    let now = ctx.now();
    let catch_all = sqlx::query_scalar!(
        r#"insert into jobs.mail_domains as held (domain, known, expires_at) values ($1, $2, $3)
         on conflict (domain) do update set known = excluded.known, expires_at = excluded.expires_at
         returning case when held.catch_all_expires_at > $4 then held.catch_all end as "catch_all?""#,
        name,
        serde_json::to_value(&mail)?,
        now + mail.keeps(),
        now
    )
    .fetch_one(&ctx.log.pools.write)
    .await?;
    Ok(KnownDomain { mail, catch_all })
}

/// Whether it takes mail for any address, as its mail server showed now.
pub async fn keep_catch_all(ctx: &Context, name: &str, catch_all: bool) -> Result<(), CommandError> {
    sqlx::query!(
        "update jobs.mail_domains set catch_all = $2, catch_all_expires_at = $3 where domain = $1",
        name,
        catch_all,
        ctx.now() + CATCH_ALL_KEEPS
    )
    .execute(&ctx.log.pools.write)
    .await?;
    Ok(())
}

/// Forgets what holds no more. Hosts are forgotten when nobody has spoken with them for a day.
pub async fn tidy(ctx: &Context) -> Result<(), CommandError> {
    let (pool, now) = (&ctx.log.pools.write, ctx.now());
    sqlx::query!("delete from jobs.mailbox_verdicts where expires_at <= $1", now).execute(pool).await?;
    sqlx::query!(
        "delete from jobs.mail_domains where expires_at <= $1 and coalesce(catch_all_expires_at, expires_at) <= $1",
        now
    )
    .execute(pool)
    .await?;
    sqlx::query!(
        "delete from jobs.mail_hosts where greatest(next_at, held_until, paused_until) <= $1",
        now - chrono::TimeDelta::days(1)
    )
    .execute(pool)
    .await?;
    Ok(())
}
