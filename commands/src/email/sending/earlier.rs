//! Somebody opened a campaign's hours: who waited for other ones waits no longer. Who was tried before, or is at a domain with a pace of its
//! own, waits for something else.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use pivotal_domain::campaigns::campaigns::Made;
use pivotal_domain::campaigns::campaigns::schedule::{Schedule, Windows};
use pivotal_domain::email::sending::hours::{OpenNow, open_at, open_now};
use uuid::Uuid;

use super::Sending;

/// Recipients of one statement.
const BROUGHT: i64 = 20_000;
/// Hours open in some zone each quarter of an hour; more often than that nobody is looked for who could be due there.
const ZONES_EVERY: Duration = Duration::from_secs(15 * 60);

/// When campaigns whose hours are each recipient's own were looked at, and with which hours.
#[derive(Debug, Default)]
pub(super) struct Hours(HashMap<Uuid, (Option<Windows>, Instant)>);

impl Hours {
    pub(super) async fn bring_forward(
        &mut self,
        sending: &Sending,
        campaign: Uuid,
        made: &Made,
        now: DateTime<Utc>,
    ) -> Result<(), sqlx::Error> {
        let (Some(schedule), Some(launched)) = (&made.schedule, &made.launched) else { return Ok(()) };
        if schedule.in_recipients_zone {
            return self.of_zones(sending, campaign, schedule, launched.windows, now).await;
        }
        if open_at(schedule, launched.windows.as_ref(), None, now) == Some(now) {
            bring(sending, campaign, None, now).await?;
        }
        Ok(())
    }

    async fn of_zones(
        &mut self,
        sending: &Sending,
        campaign: Uuid,
        schedule: &Schedule,
        windows: Option<Windows>,
        now: DateTime<Utc>,
    ) -> Result<(), sqlx::Error> {
        let looked = self.0.get(&campaign);
        if looked.is_some_and(|(then, at)| *then == windows && at.elapsed() < ZONES_EVERY) {
            return Ok(());
        }
        let open = open_now(schedule, windows.as_ref(), now);
        while bring(sending, campaign, Some(&open), now).await? >= BROUGHT.unsigned_abs() {}
        self.0.retain(|_, (_, at)| at.elapsed() < 2 * ZONES_EVERY);
        self.0.insert(campaign, (windows, Instant::now()));
        Ok(())
    }
}

/// Due at once, of those zones alone where some are named. Answers how many.
async fn bring(
    sending: &Sending,
    campaign: Uuid,
    open: Option<&OpenNow>,
    now: DateTime<Utc>,
) -> Result<u64, sqlx::Error> {
    let none: &[String] = &[];
    let (all, zones, unknown) = match open {
        None => (true, none, true),
        Some(open) => (false, open.zones.as_slice(), open.unknown),
    };
    let brought = sqlx::query!(
        "update guard.email_recipients r set due_at = $2 from (
           (select contact from guard.email_recipients w where campaign = $1 and state = 'pending' and variant is not null and due_at > $2
              and ($4 or w.zone = any($5) or ($6 and w.zone is null)) and attempts = 0
              and not exists (select from jobs.email_buckets b where b.scope = 'domain:' || w.domain) order by due_at limit $3)
           union all
           (select contact from guard.email_recipients w where campaign = $1 and state = 'pending' and variant is null and due_at > $2
              and ($4 or w.zone = any($5) or ($6 and w.zone is null)) and attempts = 0
              and not exists (select from jobs.email_buckets b where b.scope = 'domain:' || w.domain) order by due_at limit $3)
         ) early
         where r.campaign = $1 and r.contact = early.contact and r.state = 'pending' and (r.lease_until is null or r.lease_until < $2)",
        campaign,
        now,
        BROUGHT,
        all,
        zones,
        unknown
    )
    .execute(sending.claims.pool())
    .await?;
    Ok(brought.rows_affected())
}
