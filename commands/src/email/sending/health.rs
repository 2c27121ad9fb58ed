//! What came of mails lately, counted beside the log: enough to tell that something is wrong, and of no weight should it be lost.

use chrono::{DateTime, DurationRound, NaiveTime, TimeDelta, Utc};
use pivotal_domain::email::sending::health::{COMPLAINT_DAYS, LAST};
use sqlx::PgPool;
use uuid::Uuid;

use super::pace::{of_account, of_campaign, of_domain};

/// How long counts are kept.
const KEPT: TimeDelta = TimeDelta::days(8);

/// What is to be counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub sent: i64,
    pub soft: i64,
    pub hard: i64,
    pub complaints: i64,
}

impl Counts {
    pub fn is_nothing(self) -> bool {
        self == Counts::default()
    }
}

/// Counts for a campaign and for the domain that it comes from.
pub async fn count(
    pool: &PgPool,
    campaign: Uuid,
    from_domain: &str,
    counts: Counts,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    let minute = now.duration_trunc(TimeDelta::minutes(1)).unwrap_or(now);
    let day = now.date_naive().and_time(NaiveTime::MIN).and_utc();
    let (scopes, windows) = (vec![of_campaign(campaign), of_domain(from_domain)], vec![minute, day]);
    sqlx::query!(
        "insert into jobs.email_health as h (scope, window_start, sent, soft, hard, complaints)
         select u.scope, u.at, $3, $4, $5, $6 from unnest($1::text[], $2::timestamptz[]) as u(scope, at) order by u.scope
         on conflict (scope, window_start) do update set sent = h.sent + excluded.sent, soft = h.soft + excluded.soft,
           hard = h.hard + excluded.hard, complaints = h.complaints + excluded.complaints",
        &scopes,
        &windows,
        counts.sent,
        counts.soft,
        counts.hard,
        counts.complaints
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// When a campaign was last resumed that had been paused for bounces or complaints: whoever did so knew of them, and it is judged by
/// what comes after. `None`: it never was.
pub async fn resumed(pool: &PgPool, campaign: Uuid) -> Result<Option<DateTime<Utc>>, sqlx::Error> {
    let resumed = sqlx::query_scalar!(
        r#"select at as "at!" from (
             select event_type, sequence, (payload -> event_type ->> 'at')::timestamptz as at,
               lag(payload -> 'CampaignPaused' ->> 'reason') over (order by sequence) as because
             from log.events where aggregate_type = 'campaign' and aggregate_id = $1 and event_type in ('CampaignPaused', 'CampaignResumed')
           ) e where event_type = 'CampaignResumed' and because in ('complaints', 'bounces') order by sequence desc limit 1"#,
        campaign.to_string()
    );
    resumed.fetch_optional(pool).await
}

/// Of the last mails of a campaign after a moment.
pub async fn of_last(pool: &PgPool, campaign: Uuid, after: DateTime<Utc>) -> Result<Counts, sqlx::Error> {
    let row = sqlx::query!(
        r#"select coalesce(sum(sent), 0)::bigint as "sent!", coalesce(sum(soft), 0)::bigint as "soft!", coalesce(sum(hard), 0)::bigint as "hard!"
           from (select sent, soft, hard, sum(sent + hard) over (order by window_start desc) - sent - hard as later from jobs.email_health where scope = $1 and window_start > $3) h
           where later < $2::bigint"#,
        of_campaign(campaign),
        i64::try_from(LAST).unwrap_or(i64::MAX),
        after
    )
    .fetch_one(pool)
    .await?;
    Ok(Counts { sent: row.sent, soft: row.soft, hard: row.hard, complaints: 0 })
}

/// Of everything from a domain within the days that complaints are counted over.
pub async fn of_days(pool: &PgPool, from_domain: &str, now: DateTime<Utc>) -> Result<Counts, sqlx::Error> {
    all_after(pool, of_domain(from_domain), now - TimeDelta::days(COMPLAINT_DAYS)).await
}

/// Of everything of a campaign after a moment.
pub async fn of_all(pool: &PgPool, campaign: Uuid, after: DateTime<Utc>) -> Result<Counts, sqlx::Error> {
    all_after(pool, of_campaign(campaign), after).await
}

async fn all_after(pool: &PgPool, scope: String, after: DateTime<Utc>) -> Result<Counts, sqlx::Error> {
    let row = sqlx::query!(
        r#"select coalesce(sum(sent), 0)::bigint as "sent!", coalesce(sum(soft), 0)::bigint as "soft!",
             coalesce(sum(hard), 0)::bigint as "hard!", coalesce(sum(complaints), 0)::bigint as "complaints!"
           from jobs.email_health where scope = $1 and window_start > $2"#,
        scope,
        after
    )
    .fetch_one(pool)
    .await?;
    Ok(Counts { sent: row.sent, soft: row.soft, hard: row.hard, complaints: row.complaints })
}

/// Whether an account took something, or how often in a row it took nothing.
pub async fn answered(pool: &PgPool, account: &str, took: bool) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar!(
        r#"insert into jobs.email_health as h (scope, window_start, faults) values ($1, 'epoch', case when $2 then 0 else 1 end)
           on conflict (scope, window_start) do update set faults = case when $2 then 0 else h.faults + 1 end
           returning faults as "faults!""#,
        of_account(account),
        took
    )
    .fetch_one(pool)
    .await
}

/// Forgets what nobody asks for any more.
pub async fn tidy(pool: &PgPool, now: DateTime<Utc>) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "delete from jobs.email_health where window_start < $1 and window_start > 'epoch'",
        now - KEPT
    )
    .execute(pool)
    .await?;
    sqlx::query!(
        "delete from jobs.email_buckets where scope like 'ramp:%' and at < $1 and (blocked_until is null or blocked_until < $1)",
        now - TimeDelta::days(2)
    )
    .execute(pool)
    .await?;
    Ok(())
}
