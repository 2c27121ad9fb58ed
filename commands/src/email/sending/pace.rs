//! How fast mails leave: buckets of tokens that all processes share. A token that is taken and not used is lost: pace errs to the slow side.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::PgPool;
use uuid::Uuid;

/// Least that leaves at once after a pause, and for how long a pause is made up for.
const BURST: f64 = 20.0;
const BURST_SECONDS: f64 = 0.2;
/// A domain that puts mails off is left alone for this long at first, and never longer than the other.
const BLOCK: TimeDelta = TimeDelta::minutes(5);
const BLOCK_MAX: TimeDelta = TimeDelta::hours(4);
/// At which a domain has recovered, in mails a second.
const RECOVERED: f64 = 100.0;
/// Why an account stands that is not in order.
const REFUSED: &str = "refused";

/// What mails of one round count against.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scopes {
    names: Vec<String>,
    rates: Vec<f64>,
    bursts: Vec<f64>,
}

/// What came of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tokens {
    Granted(usize),
    Wait(Duration),
}

impl Scopes {
    /// So many a second.
    pub fn paced(&mut self, scope: String, per_second: f64) {
        self.push(scope, per_second, (per_second * BURST_SECONDS).max(BURST));
    }

    /// So many a second, and no more at once than in one.
    pub fn evenly(&mut self, scope: String, per_second: f64) {
        self.push(scope, per_second, per_second.max(1.0));
    }

    /// So many in all: a day's allowance, whose day stands in the scope.
    pub fn allowance(&mut self, scope: String, allowed: u32) {
        self.push(scope, 0.0, f64::from(allowed));
    }

    fn push(&mut self, scope: String, rate: f64, burst: f64) {
        self.names.push(scope);
        self.rates.push(rate);
        self.bursts.push(burst);
    }

    /// As many as all of them let through, taken from each.
    pub async fn take(
        &self,
        pool: &PgPool,
        wanted: usize,
        now: DateTime<Utc>,
    ) -> Result<Tokens, sqlx::Error> {
        if self.names.is_empty() || wanted == 0 {
            return Ok(Tokens::Granted(wanted));
        }
        let row = sqlx::query!(
            r#"select granted as "granted!", wait_ms as "wait_ms!" from jobs.take_email_tokens($1, $2::float8[]::numeric[], $3::float8[]::numeric[], $4, $5)"#,
            &self.names,
            &self.rates,
            &self.bursts,
            i32::try_from(wanted).unwrap_or(i32::MAX),
            now
        )
        .fetch_one(pool)
        .await?;
        Ok(match usize::try_from(row.granted) {
            Ok(granted) if granted > 0 => Tokens::Granted(granted),
            Ok(_) | Err(_) => {
                Tokens::Wait(Duration::from_millis(u64::try_from(row.wait_ms).unwrap_or(1_000)))
            }
        })
    }
}

pub fn of_deployment() -> String {
    "deployment".to_owned()
}

pub fn of_account(name: &str) -> String {
    format!("account:{name}")
}

pub fn of_campaign(id: Uuid) -> String {
    format!("campaign:{id}")
}

pub fn of_ramp(from_domain: &str, now: DateTime<Utc>) -> String {
    format!("ramp:{from_domain}:{}", now.date_naive())
}

pub fn of_domain(domain: &str) -> String {
    format!("domain:{domain}")
}

/// How things stand with a recipients' domain that has a pace of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct DomainPace {
    pub domain: String,
    pub per_second: f64,
    pub blocked_until: Option<DateTime<Utc>>,
}

/// Domains that put mails off lately. There are few.
pub async fn domains(pool: &PgPool) -> Result<Vec<DomainPace>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select substr(scope, 8) as "domain!", per_second::float8 as "per_second!", blocked_until from jobs.email_buckets where scope like 'domain:%'"#
    )
    .fetch_all(pool)
    .await?;
    let pace = rows.into_iter().map(|row| DomainPace {
        domain: row.domain,
        per_second: row.per_second,
        blocked_until: row.blocked_until,
    });
    Ok(pace.collect())
}

/// An account that takes nothing for a while.
pub async fn block_account(
    pool: &PgPool,
    account: &str,
    until: DateTime<Utc>,
    why: &str,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into jobs.email_buckets as b (scope, per_second, burst, tokens, at, blocked_until, why) values ($1, 0, 0, 0, $2, $3, $4)
         on conflict (scope) do update set blocked_until = greatest(b.blocked_until, excluded.blocked_until), why = excluded.why",
        of_account(account),
        now,
        until,
        why
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// An account that is not in order: its credentials, its sender or the account itself were refused. Nothing waits for it; whoever is about to
/// launch is told, until it takes something.
pub async fn note_refused(pool: &PgPool, account: &str, now: DateTime<Utc>) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into jobs.email_buckets as b (scope, per_second, burst, tokens, at, why) values ($1, 0, 0, 0, $2, $3)
         on conflict (scope) do update set why = excluded.why",
        of_account(account),
        now,
        REFUSED
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// It answers for mails again.
pub async fn note_in_order(pool: &PgPool, account: &str) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update jobs.email_buckets set why = null where scope = $1 and why = $2",
        of_account(account),
        REFUSED
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Accounts that take nothing at the moment, or that were not in order when they were asked last.
pub async fn away_accounts(pool: &PgPool, now: DateTime<Utc>) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select substr(scope, 9) as "account!" from jobs.email_buckets where scope like 'account:%' and (blocked_until > $1 or why = $2)"#,
        now,
        REFUSED
    )
    .fetch_all(pool)
    .await
}

/// Accounts that take nothing at the moment.
pub async fn blocked_accounts(pool: &PgPool, now: DateTime<Utc>) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select substr(scope, 9) as "account!" from jobs.email_buckets where scope like 'account:%' and blocked_until > $1"#,
        now
    )
    .fetch_all(pool)
    .await
}

/// A domain that put mails off: one a second at first, and half as much each time that it does so again, after a pause that doubles.
/// Answers until when it is left alone.
pub async fn block_domain(
    pool: &PgPool,
    domain: &str,
    asked: TimeDelta,
    now: DateTime<Utc>,
) -> Result<DateTime<Utc>, sqlx::Error> {
    let (shortest, longest) = (seconds(BLOCK.max(asked)), seconds(BLOCK_MAX.max(asked)));
    sqlx::query_scalar!(
        r#"insert into jobs.email_buckets as b (scope, per_second, burst, tokens, at, blocked_until, why)
             values ($1, 1, 1, 1, $2, $2::timestamptz + make_interval(secs => $3), 'deferred')
           on conflict (scope) do update set
             -- Several mails of one moment are one deferral.
             per_second = case when b.blocked_until > $2 then b.per_second else greatest(b.per_second / 2, 0.01) end, burst = 1, tokens = least(b.tokens, 1),
             blocked_until = case when b.blocked_until > $2 then b.blocked_until
               else $2::timestamptz + make_interval(secs => least($4, $3 * 2 / greatest(b.per_second, 0.01)::float8)) end
           returning blocked_until as "until!""#,
        of_domain(domain),
        now,
        shortest,
        longest
    )
    .fetch_one(pool)
    .await
}

/// Domains that take mails again: twice as fast, until they need no pace of their own.
pub async fn recovering(pool: &PgPool, domains: &[String]) -> Result<(), sqlx::Error> {
    if domains.is_empty() {
        return Ok(());
    }
    let scopes: Vec<String> = domains.iter().map(|domain| of_domain(domain)).collect();
    sqlx::query!(
        "with faster as (update jobs.email_buckets set per_second = per_second * 2 where scope = any($1) and per_second < $2::float8::numeric returning scope)
         delete from jobs.email_buckets where scope = any($1) and per_second >= $2::float8::numeric and scope not in (select scope from faster)",
        &scopes,
        RECOVERED
    )
    .execute(pool)
    .await?;
    Ok(())
}

fn seconds(delta: TimeDelta) -> f64 {
    delta.num_milliseconds() as f64 / 1_000.0
}
