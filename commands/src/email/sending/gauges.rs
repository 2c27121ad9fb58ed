//! How sending stands, for whoever watches the installation: numbers by account, set by the keeper. They name no campaign and nobody.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::Sending;

/// What is known of one account's mails at this moment.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Standing {
    /// How long the first of those whose turn it is has waited; zero: nobody waits.
    pub queue_age: TimeDelta,
    /// Marked, and not told of yet.
    pub handing_over: i64,
    /// How long the first of those has been so.
    pub handing_over_age: TimeDelta,
}

/// Sets the gauges of every account that is set up: where nothing goes on, they say so.
pub async fn measure(sending: &Sending) -> Result<(), sqlx::Error> {
    set(sending, &standing(sending).await?);
    Ok(())
}

/// Another process measures from here on: what this one said last must not stand beside it.
pub fn clear(sending: &Sending) {
    set(sending, &HashMap::new());
}

fn set(sending: &Sending, standing: &HashMap<String, Standing>) {
    for account in sending.accounts.names() {
        let Some(provider) = sending.accounts.get(account) else { continue };
        let (provider, one) = (provider.kind(), standing.get(account).copied().unwrap_or_default());
        metrics::gauge!("pivotal_email_queue_age_seconds", "provider" => provider, "account" => account.to_owned())
            .set(seconds(one.queue_age));
        metrics::gauge!("pivotal_email_handing_over", "provider" => provider, "account" => account.to_owned())
            .set(one.handing_over as f64);
        metrics::gauge!("pivotal_email_handing_over_age_seconds", "provider" => provider, "account" => account.to_owned())
            .set(seconds(one.handing_over_age));
    }
}

/// By account; of those whose campaigns run or whose mails are on their way.
pub async fn standing(sending: &Sending) -> Result<HashMap<String, Standing>, sqlx::Error> {
    let (pool, now) = (sending.claims.pool(), sending.ctx.now());
    let since = |moment: Option<DateTime<Utc>>| {
        moment.map_or(TimeDelta::zero(), |moment| (now - moment).max(TimeDelta::zero()))
    };
    let mut standing: HashMap<String, Standing> = HashMap::new();
    let waiting = sqlx::query!(
        r#"select c.account as "account!", min(d.due_at) as "due_at?" from guard.email_campaigns c cross join lateral (
             select r.due_at from guard.email_recipients r where r.campaign = c.campaign and r.state = 'pending' and r.variant is not null
               and r.version <= c.live_version order by r.due_at, r.contact limit 1) d
           where c.state = 'running' group by c.account"#
    )
    .fetch_all(pool)
    .await?;
    for row in waiting {
        standing.entry(row.account).or_default().queue_age = since(row.due_at);
    }
    let marked = sqlx::query!(
        r#"select c.account as "account!", count(*) as "count!", min(r.marked_at) as "marked_at?" from guard.email_recipients r
           join guard.email_campaigns c on c.campaign = r.campaign where r.state = 'sending' group by c.account"#
    )
    .fetch_all(pool)
    .await?;
    for row in marked {
        let one = standing.entry(row.account).or_default();
        one.handing_over = row.count;
        one.handing_over_age = since(row.marked_at);
    }
    Ok(standing)
}

fn seconds(span: TimeDelta) -> f64 {
    span.num_milliseconds() as f64 / 1_000.0
}
