//! The job that reads the lines of a domain set and matches them with the accounts there are, and the keeper that matches what
//! accounts bring from then on.
//!
//! The items of the set are held, the accounts pass by: what it costs in memory is known, however many accounts there are. Killed
//! while it reads, it reads again and writes what is not written yet; killed later, it looks again and goes on writing.

use std::collections::HashMap;
use std::time::Duration;

use futures::{StreamExt, TryStreamExt};
use pivotal_commands::audience::domain_sets::items::to_match;
use pivotal_commands::audience::domain_sets::matched::{CHUNK, end_matching, end_reading, write_matched};
use pivotal_commands::audience::domain_sets::read::{Lines, read_lines, remove_file};
use pivotal_commands::audience::domain_sets::stubs::make_stub;
use pivotal_commands::audience::domain_sets::{RunDomainSet, StoredLines};
use pivotal_commands::context::Context;
use pivotal_commands::jobs::handler::{JobEnd, JobError, JobHandler};
use pivotal_commands::jobs::kinds;
use pivotal_commands::jobs::running::{RunningJob, Stop};
use pivotal_commands::jobs::schedules::Schedule;
use pivotal_domain::audience::domain_sets::DomainSet;
use pivotal_domain::audience::domain_sets::command::End;
use pivotal_domain::audience::domain_sets::events::Matched;
use pivotal_domain::audience::domain_sets::facts::{Found, ItemMatched};
use pivotal_domain::audience::domain_sets::matching::{Hit, Matcher, Passing, Via, Wanted};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::User;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::failpoint::{self, Failpoint};
use pivotal_log::reader::head_of;
use pivotal_projections::audience::domain_sets::accounts::{self, Concerned, Known};
use pivotal_projections::freshness::{self, Freshness};
use pivotal_projections::runner::positions::Positions;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub const SCHEDULES: &[Schedule] =
    &[Schedule { name: "domain-sets", kind: kinds::DOMAIN_SETS_KEEP, cron: "* * * * *" }];

/// How long the lists may take to show what is in the log. After that the job tries again later.
const PATIENCE: Duration = Duration::from_secs(30);
/// Accounts made at the same time.
const STUBS_AT_ONCE: usize = 16;
/// Events of accounts the keeper looks at together.
const EVENTS: i64 = 5_000;

/// What a later try goes on from.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct At {
    /// All lines are read.
    read: bool,
    /// Items with a number up to this one are written.
    written: u32,
    counts: Matched,
}

/// The handler of the job that somebody asked for.
#[derive(Debug, Clone)]
pub struct MatchingDomainSets {
    pub ctx: Context,
    pub positions: Positions,
}

impl JobHandler for MatchingDomainSets {
    const KIND: &'static str = kinds::DOMAIN_SET_MATCH.name;

    /// A large set takes some memory.
    fn at_once(&self) -> usize {
        2
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let run: RunDomainSet = job.payload()?;
        let set = self.ctx.log.load::<DomainSet>(run.domain_set_id).await?.state;
        // An earlier try ended it and could not say so any more.
        if set.job != Some(job.id) {
            return Ok(JobEnd::Done);
        }
        let user = self.ctx.log.load::<User>(run.asker.user).await?.state;
        let actor = run.asker.actor(&user);
        let metadata = Metadata { correlation: Some(job.id), ..actor.metadata() };
        let matching = Matching { of: self, job, run: &run, actor, metadata };
        let ended = matching.run_out().await;
        let end = match &ended {
            Ok(JobEnd::Cancelled) => End::Stopped,
            Err(error @ JobError::Permanent(_)) => End::Failed { error: error.chain() },
            Err(error @ JobError::Retry(_)) if job.attempt >= job.max_attempts => {
                End::Failed { error: error.chain() }
            }
            Ok(JobEnd::Done | JobEnd::Stopped) | Err(_) => return ended,
        };
        // What was not read to its end is not needed any more.
        if let Some(lines) = &run.file {
            remove_file(&self.ctx, lines).await?;
        }
        end_matching(&self.ctx, (run.domain_set_id, job.id), end, &matching.metadata).await?;
        ended
    }
}

struct Matching<'a> {
    of: &'a MatchingDomainSets,
    job: &'a RunningJob,
    run: &'a RunDomainSet,
    actor: Actor,
    metadata: Metadata,
}

impl Matching<'_> {
    async fn run_out(&self) -> Result<JobEnd, JobError> {
        let (ctx, job, set) = (&self.of.ctx, self.job, self.run.domain_set_id);
        let mut at: At = job.resume_state()?.unwrap_or_default();
        if let Some(lines) = self.run.file.as_ref().filter(|_| !at.read) {
            if let Some(end) = self.read(lines, &at).await? {
                return Ok(end);
            }
            at.read = true;
            job.report_state(0, None, Some("Matching"), &at).await?;
        }
        let since = head_of(&ctx.log.pools.write).await?;
        if let Some(end) = self.shown(since).await? {
            return Ok(end);
        }
        let to_match = to_match(ctx, set).await?;
        at.counts.exact = at.counts.exact.max(to_match.settled);
        let words = self.run.stubs.then(|| words_of(&to_match.wanted));
        let hits = match self.look(to_match.wanted).await? {
            Ok(hits) => hits,
            Err(end) => return Ok(end),
        };
        if let Some(end) = self.write(hits, words.as_ref(), &mut at).await? {
            return Ok(end);
        }
        // Accounts that changed while they passed by may have passed as they were.
        let until = head_of(&ctx.log.pools.write).await?;
        keep(self.of, (since, until), (job.id, &self.metadata)).await?;
        let end = End::Matched(at.counts);
        end_matching(ctx, (set, job.id), end, &self.metadata).await?;
        Ok(JobEnd::Done)
    }

    /// How the job ends, if it does not go on to match.
    async fn read(&self, lines: &StoredLines, at: &At) -> Result<Option<JobEnd>, JobError> {
        let (ctx, set) = (&self.of.ctx, self.run.domain_set_id);
        let state = serde_json::to_value(at)?;
        match read_lines(ctx, self.job, (set, lines), &self.metadata, &state).await? {
            Lines::Read(read) => {
                end_reading(ctx, set, read, &self.metadata).await?;
                remove_file(ctx, lines).await?;
                Ok(ended(self.job))
            }
            Lines::Stopped(stop) => Ok(Some(end_of(stop))),
            Lines::Gone if ctx.log.load::<DomainSet>(set).await?.state.read.is_some() => Ok(ended(self.job)),
            Lines::Gone => {
                Err(JobError::permanent(anyhow::anyhow!("the file is gone. Upload it again as another set")))
            }
        }
    }

    /// Waits until the list of accounts shows what the log held; how the job ends if it is to stop.
    async fn shown(&self, until: i64) -> Result<Option<JobEnd>, JobError> {
        let list = pivotal_projections::audience::accounts::SPEC.name;
        if !shows(self.of, &[list], until).await? {
            return Err(anyhow::anyhow!("the list of accounts is behind the log").into());
        }
        Ok(ended(self.job))
    }

    /// All accounts pass by the items.
    async fn look(&self, wanted: Vec<Wanted>) -> Result<Result<Vec<(u32, Option<Hit>)>, JobEnd>, JobError> {
        let pool = &self.of.ctx.log.pools.write;
        let total = accounts::count(pool).await?;
        // Other work of this process must not wait for the arithmetic.
        let mut matcher = tokio::task::spawn_blocking(move || Matcher::new(wanted)).await?;
        let mut done = 0;
        let mut page = accounts::page(pool, Uuid::nil(), accounts::PAGE).await?;
        while let Some(last) = page.last().map(|known| known.id) {
            if let Some(end) = ended(self.job) {
                return Ok(Err(end));
            }
            done += page.len() as i64;
            let offered = tokio::task::spawn_blocking(move || offer(matcher, &page));
            let (offered, next) = tokio::join!(offered, accounts::page(pool, last, accounts::PAGE));
            (matcher, page) = (offered?, next?);
            self.job.report(done, Some(total.max(done)), Some("Comparing with accounts")).await?;
        }
        Ok(Ok(matcher.finish().collect()))
    }

    async fn write(
        &self,
        hits: Vec<(u32, Option<Hit>)>,
        words: Option<&HashMap<u32, (String, Option<String>)>>,
        at: &mut At,
    ) -> Result<Option<JobEnd>, JobError> {
        let (ctx, set) = (&self.of.ctx, self.run.domain_set_id);
        let total = hits.len() as i64;
        let from = hits.partition_point(|(number, _)| *number <= at.written);
        let mut done = from as i64;
        for some in hits[from..].chunks(CHUNK) {
            if let Some(end) = ended(self.job) {
                return Ok(Some(end));
            }
            let items = match words {
                Some(words) => self.with_stubs(some, words).await?,
                None => some.iter().map(|(number, hit)| item(*number, hit.map(found))).collect(),
            };
            for item in &items {
                count(&mut at.counts, item);
                at.written = item.number;
            }
            done += items.len() as i64;
            let state = serde_json::to_value(&*at)?;
            let progress = self.job.progress(done, Some(total), Some("Writing matches"), Some(state));
            write_matched(ctx, (set, self.job.id), items, &self.metadata, Some(progress)).await?;
            failpoint::hit(Failpoint::DomainSetAfterMatches);
        }
        Ok(None)
    }

    /// Accounts for what is unknown.
    async fn with_stubs(
        &self,
        some: &[(u32, Option<Hit>)],
        words: &HashMap<u32, (String, Option<String>)>,
    ) -> Result<Vec<ItemMatched>, JobError> {
        let (ctx, actor) = (&self.of.ctx, &self.actor);
        let items = futures::stream::iter(some.to_vec()).map(|(number, hit)| async move {
            let known = hit.map(found);
            let made = match (known, words.get(&number)) {
                (None, Some((domain, name))) => make_stub(ctx, actor, domain, name.as_deref()).await?,
                _ => None,
            };
            let stub = made.map(|account| Found {
                account,
                via: Via::Domain,
                confidence: 100,
                by: None,
                stub: true,
            });
            Ok::<_, JobError>(item(number, known.or(stub)))
        });
        items.buffered(STUBS_AT_ONCE).try_collect().await
    }
}

/// By the number of the item: its domain, and the name of the company.
fn words_of(wanted: &[Wanted]) -> HashMap<u32, (String, Option<String>)> {
    wanted.iter().map(|item| (item.number, (item.domain.clone(), item.account_name.clone()))).collect()
}

fn offer(mut matcher: Matcher, page: &[Known]) -> Matcher {
    for Known { id, name, domain, alternates } in page {
        matcher.offer(Passing { id: *id, name, domain, alternates });
    }
    matcher
}

fn item(number: u32, hit: Option<Found>) -> ItemMatched {
    ItemMatched { number, hit }
}

fn found(hit: Hit) -> Found {
    Found { account: hit.account, via: hit.via, confidence: hit.confidence, by: hit.by, stub: false }
}

fn count(counts: &mut Matched, item: &ItemMatched) {
    match item.hit {
        None => counts.unknown += 1,
        Some(hit) if hit.via == Via::Fuzzy => counts.fuzzy += 1,
        Some(hit) => {
            counts.exact += 1;
            counts.stubs += u64::from(hit.stub);
        }
    }
}

/// The handler of the routine that matches what accounts bring and take away: it costs what was touched, however large the sets.
#[derive(Debug, Clone)]
pub struct KeepingDomainSets(pub MatchingDomainSets);

impl JobHandler for KeepingDomainSets {
    const KIND: &'static str = kinds::DOMAIN_SETS_KEEP.name;

    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let pool = &self.0.ctx.log.pools.write;
        let until = head_of(pool).await?;
        // Sets from before are matched by jobs of their own.
        let mut since = accounts::kept_to(pool).await?.unwrap_or(until);
        let metadata = Metadata { correlation: Some(job.id), ..Metadata::system("domain-sets") };
        while since < until {
            if let Some(end) = ended(job) {
                return Ok(end);
            }
            since = step(&self.0, (since, until), (job.id, &metadata)).await?;
            accounts::keep_to(pool, since).await?;
        }
        accounts::keep_to(pool, since).await?;
        Ok(JobEnd::Done)
    }
}

async fn keep(
    of: &MatchingDomainSets,
    (mut since, until): (i64, i64),
    written: (Uuid, &Metadata),
) -> Result<(), JobError> {
    while since < until {
        since = step(of, (since, until), written).await?;
    }
    Ok(())
}

/// Looks at the accounts of the next events; up to where.
async fn step(
    of: &MatchingDomainSets,
    (since, until): (i64, i64),
    (job, metadata): (Uuid, &Metadata),
) -> Result<i64, JobError> {
    let pool = &of.ctx.log.pools.write;
    let (last, ids) = accounts::touched(pool, (since, until), EVENTS).await?;
    if ids.is_empty() {
        return Ok(last);
    }
    // Also what was written of items a moment ago: what is compared must be what is.
    let lists = [
        pivotal_projections::audience::accounts::SPEC.name,
        pivotal_projections::audience::domain_sets::SPEC.name,
    ];
    let head = head_of(pool).await?;
    if !shows(of, &lists, head).await? {
        return Err(anyhow::anyhow!("the lists of accounts and domain sets are behind the log").into());
    }
    let mut by_set: HashMap<Uuid, Vec<ItemMatched>> = HashMap::new();
    for concerned in accounts::concerned(pool, &ids).await? {
        let set = concerned.domain_set_id;
        by_set.entry(set).or_default().extend(anew(&concerned));
    }
    for (set, items) in by_set {
        for some in items.chunks(CHUNK) {
            write_matched(&of.ctx, (set, job), some.to_vec(), metadata, None).await?;
        }
    }
    Ok(last)
}

/// What changes for an item; nothing if it is as it was.
fn anew(concerned: &Concerned) -> Option<ItemMatched> {
    let via = if concerned.is_main { Via::Domain } else { Via::Alternate };
    let number = u32::try_from(concerned.number).ok()?;
    match concerned.holder {
        Some(account)
            if concerned.account_id == Some(account) && concerned.via.as_deref() == Some(via.as_str()) =>
        {
            None
        }
        Some(account) => {
            Some(item(number, Some(Found { account, via, confidence: 100, by: None, stub: false })))
        }
        None => Some(item(number, None)),
    }
}

async fn shows(of: &MatchingDomainSets, lists: &[&str], until: i64) -> Result<bool, JobError> {
    let seen = freshness::wait(&of.ctx.log.pools.read, &of.positions, lists, until, PATIENCE).await?;
    Ok(seen == Freshness::Fresh)
}

fn ended(job: &RunningJob) -> Option<JobEnd> {
    job.stop().map(end_of)
}

fn end_of(stop: Stop) -> JobEnd {
    match stop {
        Stop::Cancelled => JobEnd::Cancelled,
        Stop::Shutdown | Stop::LeaseLost => JobEnd::Stopped,
    }
}
