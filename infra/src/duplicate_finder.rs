//! The job that finds likely duplicates. Killed anywhere, it goes on with the page it was at; looked at once, later looks only
//! see what changed since.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use pivotal_commands::audience::duplicates::find::{FindDuplicates, FindTouched};
use pivotal_commands::audience::duplicates::looked::tell_looked;
use pivotal_commands::context::Context;
use pivotal_commands::jobs::handler::{JobEnd, JobError, JobHandler};
use pivotal_commands::jobs::kinds;
use pivotal_commands::jobs::running::{RunningJob, Stop};
use pivotal_commands::jobs::schedules::Schedule;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_log::reader::head_of;
use pivotal_projections::audience::duplicates::finder;
use pivotal_projections::audience::{accounts, contacts};
use pivotal_projections::freshness::{self, Freshness};
use pivotal_projections::runner::positions::Positions;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Look at what changed, where somebody had everything looked at before: what was just touched record by record, and now and
/// then all of it, which also sees what a change brought to other records (a contact whose account got another name).
pub const SCHEDULES: &[Schedule] = &[
    Schedule { name: "new-duplicates", kind: kinds::FIND_NEW_DUPLICATES, cron: "*/10 * * * *" },
    Schedule { name: "touched-duplicates", kind: kinds::FIND_TOUCHED_DUPLICATES, cron: "* * * * *" },
];

/// Records that are looked at one by one; of more the long look is cheaper.
const TOUCHED_MOST: usize = 20_000;
/// Of these at once.
const TOUCHED_PAGE: usize = 500;
/// How long the lists may take to show what is in the log. After that the look at what was touched tries again later, and a
/// long look begins with what they show: what they show later, the next look sees.
const PATIENCE: Duration = Duration::from_secs(30);
/// While it waits, how often a job hears that it is to stop.
const WAIT_AT_ONCE: Duration = Duration::from_secs(1);

/// What a later try goes on from.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Looking {
    entity: Entity,
    began: DateTime<Utc>,
    /// Records changed behind this position are looked at; 0: all.
    since: i64,
    /// The newest position when it began.
    scan: i64,
    total: i64,
    records: i64,
    /// Keys are written up to this record.
    after: Uuid,
    /// All keys are written, and compared up to this one.
    compared: Option<i64>,
}

/// The handler of the job that somebody asked for.
#[derive(Debug, Clone)]
pub struct FindingDuplicates {
    pub ctx: Context,
    pub positions: Positions,
}

impl JobHandler for FindingDuplicates {
    const KIND: &'static str = kinds::FIND_DUPLICATES.name;

    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let find: FindDuplicates = job.payload()?;
        let mut looking = match job.resume_state()? {
            Some(looking) => looking,
            None => {
                // Whoever asks means what they see, and may have written it a moment ago.
                if let Some(end) = self.listed(job, find.entity).await? {
                    return Ok(end);
                }
                let since =
                    if find.whole { None } else { finder::looked_to(self.pool(), find.entity).await? };
                self.begin(find.entity, since.unwrap_or(0)).await?
            }
        };
        let end = look(&self.ctx, job, &mut looking).await?;
        if end == JobEnd::Done {
            tell_looked(&self.ctx, job, looking.entity, looking.records.unsigned_abs()).await?;
        }
        Ok(end)
    }
}

impl FindingDuplicates {
    fn pool(&self) -> &sqlx::PgPool {
        &self.ctx.log.pools.write
    }

    /// Waits until the list shows what the log holds now, or for as long as it may; how the job ends if it is to stop.
    async fn listed(&self, job: &RunningJob, entity: Entity) -> Result<Option<JobEnd>, JobError> {
        let (until, patience) = (head_of(self.pool()).await?, Instant::now() + PATIENCE);
        while !listed(&self.ctx, &self.positions, (entity, until), WAIT_AT_ONCE).await? {
            if let Some(end) = ended(job) {
                return Ok(Some(end));
            }
            if Instant::now() >= patience {
                break;
            }
        }
        Ok(None)
    }

    async fn begin(&self, entity: Entity, since: i64) -> Result<Looking, JobError> {
        let (scan, total) = finder::ahead(self.pool(), entity, since).await?;
        if since == 0 {
            finder::forget_keys(self.pool(), entity).await?;
        }
        let began = self.ctx.now();
        Ok(Looking { entity, began, since, scan, total, records: 0, after: Uuid::nil(), compared: None })
    }
}

/// The handler of the routine look at what changed, once everything was looked at.
#[derive(Debug, Clone)]
pub struct FindingNewDuplicates(pub FindingDuplicates);

impl JobHandler for FindingNewDuplicates {
    const KIND: &'static str = kinds::FIND_NEW_DUPLICATES.name;

    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let finding = &self.0;
        for entity in [Entity::Contact, Entity::Account] {
            let Some(since) = finder::looked_to(finding.pool(), entity).await? else { continue };
            if let Some(end) = finding.listed(job, entity).await? {
                return Ok(end);
            }
            let mut looking = finding.begin(entity, since.max(1)).await?;
            if looking.total == 0 {
                continue;
            }
            match look(&finding.ctx, job, &mut looking).await? {
                JobEnd::Done => {}
                end => return Ok(end),
            }
        }
        Ok(JobEnd::Done)
    }
}

/// The handler of the look at what was just touched: it costs what was touched, however long the list.
#[derive(Debug, Clone)]
pub struct FindingTouchedDuplicates {
    pub ctx: Context,
    pub positions: Positions,
}

impl JobHandler for FindingTouchedDuplicates {
    const KIND: &'static str = kinds::FIND_TOUCHED_DUPLICATES.name;

    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let find: FindTouched = job.payload()?;
        let pool = &self.ctx.log.pools.write;
        for entity in [Entity::Contact, Entity::Account] {
            let Some(since) = finder::touched_to(pool, entity).await? else { continue };
            let until = head_of(pool).await?;
            if until <= since {
                continue;
            }
            let Some(ids) = finder::touched(pool, entity, (since, until), TOUCHED_MOST).await? else {
                if find.ended {
                    let (ctx, positions) = (self.ctx.clone(), self.positions.clone());
                    return FindingNewDuplicates(FindingDuplicates { ctx, positions }).run(job).await;
                }
                // While much goes on, as in a large import: its end asks again, and the long look comes anyway.
                continue;
            };
            if !ids.is_empty() && !listed(&self.ctx, &self.positions, (entity, until), PATIENCE).await? {
                return Err(anyhow::anyhow!("the list of {}s is behind the log", entity.as_str()).into());
            }
            for some in ids.chunks(TOUCHED_PAGE) {
                if let Some(end) = ended(job) {
                    return Ok(end);
                }
                let pairs = finder::look_at(pool, &self.ctx.log.blind, entity, some, until).await?;
                finder::save(pool, entity, until, self.ctx.now(), &pairs).await?;
            }
            finder::finish_touched(pool, entity, until).await?;
        }
        Ok(JobEnd::Done)
    }
}

/// Whether the list shows everything up to this position.
async fn listed(
    ctx: &Context,
    positions: &Positions,
    (entity, until): (Entity, i64),
    patience: Duration,
) -> Result<bool, JobError> {
    let list = match entity {
        Entity::Contact => contacts::SPEC.name,
        Entity::Account => accounts::SPEC.name,
    };
    let seen = freshness::wait(&ctx.log.pools.read, positions, &[list], until, patience).await?;
    Ok(seen == Freshness::Fresh)
}

async fn look(ctx: &Context, job: &RunningJob, looking: &mut Looking) -> Result<JobEnd, JobError> {
    let pool = &ctx.log.pools.write;
    let entity = looking.entity;
    while looking.compared.is_none() {
        if let Some(end) = ended(job) {
            return Ok(end);
        }
        let from = (looking.after, looking.since, looking.scan);
        match finder::write_keys(pool, &ctx.log.blind, entity, from).await? {
            Some((last, count)) => {
                looking.after = last;
                looking.records += count;
            }
            None => looking.compared = Some(i64::MIN),
        }
        let total = looking.total.max(looking.records);
        job.report_state(looking.records, Some(total), Some("Reading records"), &*looking).await?;
    }
    while let Some(after) = looking.compared {
        if let Some(end) = ended(job) {
            return Ok(end);
        }
        let fresh = if looking.since == 0 { 0 } else { looking.scan };
        let (last, pairs) = finder::compare_groups(pool, entity, (after, fresh), finder::KEYS).await?;
        finder::save(pool, entity, looking.scan, ctx.now(), &pairs).await?;
        let Some(last) = last else { break };
        looking.compared = Some(last);
        // Keys are spread evenly, so how far they are is how far it is.
        let share = (last as f64 - i64::MIN as f64) / (i64::MAX as f64 - i64::MIN as f64);
        let (done, total) = ((looking.records as f64 * share) as i64, looking.records);
        job.report_state(done, Some(total), Some("Comparing"), &*looking).await?;
    }
    let seconds = (ctx.now() - looking.began).num_milliseconds() as f64 / 1_000.0;
    let whole = looking.since == 0;
    finder::finish(pool, entity, (looking.scan, whole), ctx.now(), (looking.records, seconds)).await?;
    job.report_state(looking.records, Some(looking.records), Some("Done"), serde_json::json!({})).await?;
    Ok(JobEnd::Done)
}

fn ended(job: &RunningJob) -> Option<JobEnd> {
    match job.stop() {
        None => None,
        Some(Stop::Cancelled) => Some(JobEnd::Cancelled),
        Some(Stop::Shutdown | Stop::LeaseLost) => Some(JobEnd::Stopped),
    }
}
