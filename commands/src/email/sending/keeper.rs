//! The keeper of campaigns by mail: takes out who was suppressed while they waited, ends what is done, pauses what must not go on, and
//! tells of those who wait in campaigns that are over. One is active, whichever process it is in; the others wait for its lock.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::campaigns::campaigns::happened::{PauseDetail, PauseReason};
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand, Made};
use pivotal_domain::email::sending::facts::Outcome;
use pivotal_domain::email::sending::health::{self as rules, Health};
use pivotal_domain::email::sending::outcome::{By, Reason};
use pivotal_domain::email::sending::policy::{self, EmailPolicy, Policy};
use pivotal_domain::identity::actor::Actor;
use sqlx::{ConnectOptions, PgConnection};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::Sending;
use super::earlier::Hours;
use super::pausing::{pause, pause_for_health};
use super::settle::{Told, settle};
use super::stop::take_out;
use super::{gauges, health, needs, winner};
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};
use crate::ports::test_figures::TestFigures;

/// Session advisory lock of the active keeper.
const LOCK: i64 = 7_092;
const EVERY: Duration = Duration::from_secs(2);
const HEALTH_EVERY: Duration = Duration::from_secs(10);
const TIDY_EVERY: Duration = Duration::from_secs(3_600);
/// Whoever was suppressed a little before the last look is looked for again: clocks of processes differ.
const OVERLAP: TimeDelta = TimeDelta::minutes(1);
/// Recipients of one sweep at most.
const SWEPT: i64 = 5_000;
/// Facts of one append.
const FACTS: usize = 20;

/// What one look did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Another keeper is active.
    Standby,
    Done,
}

pub struct SendingKeeper {
    sending: Sending,
    figures: Arc<dyn TestFigures>,
    /// Holds the session lock; losing it is losing the lock.
    connection: Option<PgConnection>,
    /// Suppressions up to here were looked for.
    swept_to: Option<DateTime<Utc>>,
    health_at: Option<Instant>,
    tidied_at: Option<Instant>,
    hours: Hours,
}

impl std::fmt::Debug for SendingKeeper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SendingKeeper(..)")
    }
}

/// A campaign that runs, as the guard has it.
struct Running {
    campaign: Uuid,
    from_domain: String,
    made: Made,
}

impl SendingKeeper {
    pub fn new(sending: Sending, figures: Arc<dyn TestFigures>) -> Self {
        SendingKeeper {
            sending,
            figures,
            connection: None,
            swept_to: None,
            health_at: None,
            tidied_at: None,
            hours: Hours::default(),
        }
    }

    /// Works until told to stop.
    pub async fn run(mut self, stop: CancellationToken) {
        while !stop.is_cancelled() {
            if let Err(error) = self.look().await {
                metrics::counter!("pivotal_email_keeper_failures_total").increment(1);
                tracing::warn!(%error, "the keeper of campaigns could not go on; it tries again");
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = tokio::time::sleep(EVERY) => {}
            }
        }
    }

    /// One look at everything.
    pub async fn look(&mut self) -> Result<Look, CommandError> {
        if !self.is_alone().await? {
            if self.health_at.take().is_some() {
                gauges::clear(&self.sending);
            }
            return Ok(Look::Standby);
        }
        self.restored().await?;
        self.sweep().await?;
        self.over().await?;
        let running = self.running().await?;
        let now = self.sending.ctx.now();
        let seldom = self.health_at.is_none_or(|at| at.elapsed() >= HEALTH_EVERY);
        for one in &running {
            // One that cannot be looked after must not keep the others from their ends, pauses and winners.
            if let Err(error) = self.look_after(one, now, seldom).await {
                metrics::counter!("pivotal_email_keeper_failures_total").increment(1);
                tracing::warn!(%error, campaign = %one.campaign, "a campaign could not be looked after; it is tried again");
            }
        }
        self.complete().await?;
        if seldom {
            gauges::measure(&self.sending).await?;
            self.health(&running).await?;
            self.health_at = Some(Instant::now());
            needs::standing(&self.sending.ctx).await?;
        }
        if self.tidied_at.is_none_or(|at| at.elapsed() >= TIDY_EVERY) {
            health::tidy(self.sending.claims.pool(), now).await?;
            self.tidied_at = Some(Instant::now());
            needs::unknown(&self.sending.ctx).await?;
        }
        Ok(Look::Done)
    }

    /// Its end, the winner of its test, and seldom its hours.
    async fn look_after(
        &mut self,
        one: &Running,
        now: DateTime<Utc>,
        seldom: bool,
    ) -> Result<(), CommandError> {
        let ctx = &self.sending.ctx;
        let ends = one.made.schedule.as_ref().and_then(|schedule| schedule.ends);
        if ends.is_some_and(|ends| ends <= now) {
            take_out(ctx, one.campaign, Reason::NotInWindow, By::Sweep, FACTS).await?;
        }
        winner::decide(ctx, self.figures.as_ref(), one.campaign, &one.made).await?;
        if seldom {
            self.hours.bring_forward(&self.sending, one.campaign, &one.made, now).await?;
        }
        Ok(())
    }

    async fn is_alone(&mut self) -> Result<bool, sqlx::Error> {
        if let Some(connection) = &mut self.connection {
            // A connection that is gone takes the lock along.
            match sqlx::query("select 1").execute(&mut *connection).await {
                Ok(_) => return Ok(true),
                Err(error) => {
                    (self.connection, self.swept_to) = (None, None);
                    return Err(error);
                }
            }
        }
        let options = self.sending.ctx.log.pools.options().application_name("pivotal campaign keeper");
        let mut connection = options.connect().await?;
        let locked: bool = sqlx::query_scalar("select pg_try_advisory_lock($1)")
            .bind(LOCK)
            .fetch_one(&mut connection)
            .await?;
        if locked {
            (self.connection, self.swept_to) = (Some(connection), None);
        }
        Ok(locked)
    }

    /// The log is not the one that these were launched in: of what left since, it does not know.
    async fn restored(&self) -> Result<(), CommandError> {
        let strange = sqlx::query_scalar!(
            "select c.campaign from guard.email_campaigns c where c.state = 'running' and not exists (select from log.epoch e where e.id = c.epoch)"
        )
        .fetch_all(self.sending.claims.pool())
        .await?;
        for campaign in strange {
            pause(&self.sending.ctx, campaign, PauseReason::Restore, PauseDetail::default()).await?;
        }
        Ok(())
    }

    /// Whoever was suppressed since the last look does not wait any more: in all work, or in that of the campaign, its client or its
    /// brand. Queues empty by themselves; whom this does not find (by their domain or company), the mark does.
    async fn sweep(&mut self) -> Result<(), CommandError> {
        let now = self.sending.ctx.now();
        let since = self.swept_to.map_or(DateTime::UNIX_EPOCH, |to| to - OVERLAP);
        let rows = sqlx::query!(
            "select distinct on (r.campaign, r.contact) r.campaign, r.contact, r.variant, r.domain, s.owner from guard.suppressions s
             join guard.email_recipients r on r.address_key = s.key
             join guard.email_campaigns c on c.campaign = r.campaign and r.version <= c.live_version
             where s.kind = 'email' and s.since >= $1 and not s.released and (s.until is null or s.until > $2)
               and s.reach in ('global', 'campaign:' || c.campaign, 'client:' || c.client, 'brand:' || c.brand)
               and r.state = 'pending' and c.state in ('running', 'paused')
             order by r.campaign, r.contact, s.since limit $3",
            since,
            now,
            SWEPT
        )
        .fetch_all(&self.sending.ctx.log.pools.write)
        .await?;
        let all = i64::try_from(rows.len()).is_ok_and(|count| count < SWEPT);
        let mut outs: BTreeMap<Uuid, Vec<Outcome>> = BTreeMap::new();
        for row in rows {
            let reason = Reason::Suppressed;
            outs.entry(row.campaign).or_default().push(Outcome {
                w: Some(row.owner),
                v: row.variant.and_then(|place| u8::try_from(place).ok()),
                d: row.domain,
                ..Outcome::new(row.contact, reason.of(), Some(reason))
            });
        }
        for (campaign, outcomes) in outs {
            let told = Told::new(campaign, By::Sweep, outcomes);
            settle(&self.sending.ctx, &Actor::system("system"), told).await?;
        }
        if all {
            self.swept_to = Some(now);
        }
        Ok(())
    }

    /// Whoever came back to waiting after their campaign was stopped: what was marked then, and certainly not taken. The others are told of
    /// by the job of the stop.
    async fn over(&self) -> Result<(), CommandError> {
        let waiting = sqlx::query_scalar!(
            "select c.campaign from guard.email_campaigns c where c.state = 'stopped'
               and not exists (select from jobs.queue q where q.unique_key = 'campaign_stop:' || c.campaign and q.state in ('queued', 'running'))
               and (exists (select from guard.email_recipients r where r.campaign = c.campaign and r.state = 'pending' and r.variant is not null and r.version <= c.live_version)
                 or exists (select from guard.email_recipients r where r.campaign = c.campaign and r.state = 'pending' and r.variant is null and r.version <= c.live_version))"
        )
        .fetch_all(self.sending.claims.pool())
        .await?;
        for campaign in waiting {
            take_out(&self.sending.ctx, campaign, Reason::Stopped, By::Stop, FACTS).await?;
        }
        Ok(())
    }

    async fn running(&self) -> Result<Vec<Running>, CommandError> {
        let rows = sqlx::query!(
            "select campaign, from_domain from guard.email_campaigns where state = 'running' order by campaign"
        )
        .fetch_all(self.sending.claims.pool())
        .await?;
        let mut running = Vec::with_capacity(rows.len());
        for row in rows {
            if let Some(made) = self.sending.ctx.log.load::<Campaign>(row.campaign).await?.state.made {
                running.push(Running { campaign: row.campaign, from_domain: row.from_domain, made });
            }
        }
        Ok(running)
    }

    /// Nobody waits and nothing is on its way. What nobody knows does not hold it up.
    async fn complete(&self) -> Result<(), CommandError> {
        let done = sqlx::query_scalar!(
            "select c.campaign from guard.email_campaigns c where c.state = 'running'
               and not exists (select from guard.email_recipients r where r.campaign = c.campaign and r.state = 'pending' and r.variant is not null)
               and not exists (select from guard.email_recipients r where r.campaign = c.campaign and r.state = 'pending' and r.variant is null)
               and not exists (select from guard.email_recipients r where r.campaign = c.campaign and r.state = 'sending')"
        )
        .fetch_all(self.sending.claims.pool())
        .await?;
        for campaign in done {
            let rows = sqlx::query!(
                r#"select r.state, count(*) as "count!" from guard.email_recipients r join guard.email_campaigns c on c.campaign = r.campaign
                   where r.campaign = $1 and r.version <= c.live_version group by r.state"#,
                campaign
            )
            .fetch_all(&self.sending.ctx.log.pools.write)
            .await?;
            let count = |count: i64| u64::try_from(count).unwrap_or_default();
            let ledger = rows.into_iter().map(|row| (row.state, count(row.count))).collect();
            self.completed(campaign, ledger).await?;
        }
        Ok(())
    }

    async fn completed(&self, campaign: Uuid, ledger: BTreeMap<String, u64>) -> Result<(), CommandError> {
        let at = self.sending.ctx.now();
        let done = execute::<Campaign, _, _>(
            &self.sending.ctx,
            campaign,
            &Actor::system("system").metadata(),
            None,
            |loaded| Ok(loaded.state.decide(CampaignCommand::Complete { ledger: ledger.clone(), at })?),
            no_jobs,
        )
        .await;
        match done {
            // Refused: a top-up is being taken, or somebody was faster.
            Ok(_) | Err(CommandError::Rejected(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }

    async fn health(&self, running: &[Running]) -> Result<(), CommandError> {
        if running.is_empty() {
            return Ok(());
        }
        let (ctx, pool) = (&self.sending.ctx, self.sending.claims.pool());
        let policy = ctx.log.load::<EmailPolicy>(policy::ID).await?.state.policy;
        let mut domains: HashMap<&str, Health> = HashMap::new();
        for one in running {
            let resumed = health::resumed(&ctx.log.pools.write, one.campaign).await?;
            let known = health::of_last(pool, one.campaign, resumed.unwrap_or(DateTime::UNIX_EPOCH)).await?;
            if let Health::Pause(found) = of_campaign(&policy, known) {
                pause_for_health(ctx, one.campaign, found).await?;
                continue;
            }
            let lately = resumed.filter(|at| ctx.now() - *at < TimeDelta::days(rules::COMPLAINT_DAYS));
            let of_domain = match (lately, domains.get(one.from_domain.as_str())) {
                (Some(at), _) => {
                    let known = health::of_all(pool, one.campaign, at).await?;
                    rules::of_domain(&policy, count(known.sent), count(known.complaints))
                }
                (None, Some(known)) => *known,
                (None, None) => {
                    let known = health::of_days(pool, &one.from_domain, ctx.now()).await?;
                    let judged = rules::of_domain(&policy, count(known.sent), count(known.complaints));
                    domains.insert(&one.from_domain, judged);
                    judged
                }
            };
            match of_domain {
                Health::Pause(found) => pause_for_health(ctx, one.campaign, found).await?,
                Health::Warn(found) => {
                    metrics::gauge!("pivotal_email_complaints_percent", "domain" => one.from_domain.clone())
                        .set(found.percent);
                }
                Health::Fine => {}
            }
        }
        Ok(())
    }
}

fn of_campaign(policy: &Policy, known: health::Counts) -> Health {
    // What bounced at once was never taken; what bounced later was.
    let handed_over = known.sent.saturating_add(known.hard);
    rules::of_campaign(policy, count(handed_over), count(known.hard), count(known.soft))
}

fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}
