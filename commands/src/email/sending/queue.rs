//! Taking an audience: everybody who is in it at this moment becomes a row of the guard and a line of a fact, page by page, and counts
//! with one event at the end. Killed anywhere, it begins anew: nothing of a take that no event names means anything. Held up for so long
//! that another began, it is fenced off.

mod asked;
mod fence;
mod page;

use std::collections::BTreeMap;
use std::sync::Arc;

use futures::StreamExt;
use pivotal_domain::campaigns::campaigns::facts::CHUNK;
use pivotal_domain::campaigns::campaigns::state::{Channel, State};
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand, Made, Taking, VersionTaken};
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::{Append, Lane, NewJob};
use pivotal_log::failpoint::{Failpoint, hit};
use pivotal_log::reader;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use self::asked::{NotAsked, asked};
use self::fence::{begin, clear};
use self::page::{Queue, facts};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::{RunningJob, Stop};
use crate::ports::audience_source::{AudienceRead, AudienceSource};
use crate::ports::record_lists::ListError;

const PHASE: &str = "Taking the audience";
const TRIES: i32 = 20;

/// The payload of the job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakeAudience {
    pub campaign: Uuid,
    pub version: u16,
}

/// The job that takes a version. Each comes with a decision of its own, so none stands for another: one that is about to end would
/// swallow the next, whose campaign would wait for ever. Two of one version at once do no harm.
pub fn job_of(asked_by: Option<Uuid>, campaign: Uuid, version: u16) -> Result<NewJob, CommandError> {
    let kind = kinds::CAMPAIGN_TAKE_AUDIENCE;
    let mut job = NewJob::new(Uuid::now_v7(), kind.name, kind.label, TakeAudience { campaign, version })?;
    // Somebody waits in front of it.
    job.priority = 5;
    // A campaign that launches has nothing else to wait for.
    job.max_attempts = TRIES;
    job.link = Some(format!("/campaigns/{campaign}"));
    job.created_by = asked_by;
    Ok(job)
}

/// The handler of [`kinds::CAMPAIGN_TAKE_AUDIENCE`].
#[derive(Clone)]
pub struct TakesAudiences {
    pub ctx: Context,
    pub source: Arc<dyn AudienceSource>,
}

impl JobHandler for TakesAudiences {
    const KIND: &'static str = kinds::CAMPAIGN_TAKE_AUDIENCE.name;

    /// Two large ones would only slow each other down.
    fn at_once(&self) -> usize {
        2
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let TakeAudience { campaign, version } = job.payload()?;
        if self.wanted(campaign, version).await?.is_none() {
            return Ok(JobEnd::Done);
        }
        if matches!(job.stop(), Some(Stop::Shutdown | Stop::LeaseLost)) {
            return Ok(JobEnd::Stopped);
        }
        let take = Uuid::now_v7();
        begin(&self.ctx, campaign, version, take).await?;
        // Again, behind the fence: the take before may have ended as this one began.
        let Some((made, taking)) = self.wanted(campaign, version).await? else { return Ok(JobEnd::Done) };
        match job.stop() {
            Some(Stop::Cancelled) => return self.cancelled(campaign, version, take).await,
            Some(Stop::Shutdown | Stop::LeaseLost) => return Ok(JobEnd::Stopped),
            None => {}
        }
        clear(&self.ctx, campaign, version, take).await?;
        let asked = match asked(&self.ctx, campaign, &taking).await {
            Ok(asked) => asked,
            Err(NotAsked::For(words)) => {
                return self.fail(campaign, &made, take, "AUDIENCE_REFUSED", words).await;
            }
            Err(NotAsked::Failed(error)) => return Err(error.into()),
        };
        let read = match self.source.open(asked).await {
            Ok(read) => read,
            Err(ListError::Refused(words)) => {
                return self.fail(campaign, &made, take, "AUDIENCE_REFUSED", words).await;
            }
            Err(ListError::Behind) => {
                return Err(JobError::waits("the lists do not show yet what was changed last"));
            }
            Err(error) => return Err(error.into()),
        };
        self.take(job, (campaign, take), &made, &taking, read).await
    }
}

/// What was taken so far.
#[derive(Default)]
struct Counted {
    members: u64,
    pending: u64,
    excluded: BTreeMap<String, u64>,
    chunks: u32,
}

impl TakesAudiences {
    /// The campaign, while this version of its audience is asked for. `None`: it was taken, or is not wanted any more.
    async fn wanted(&self, campaign: Uuid, version: u16) -> Result<Option<(Made, Taking)>, JobError> {
        let made = self.ctx.log.load::<Campaign>(campaign).await?.state.made;
        let wanted = made.and_then(|made| Some((made.clone(), made.taking?)));
        Ok(wanted.filter(|(made, taking)| taking.version == version && made.channel == Channel::Email))
    }

    async fn take(
        &self,
        job: &RunningJob,
        (campaign, take): (Uuid, Uuid),
        made: &Made,
        taking: &Taking,
        read: AudienceRead,
    ) -> Result<JobEnd, JobError> {
        let AudienceRead { position, as_of, mut pages } = read;
        let queue = Queue::new(&self.ctx, campaign, made, taking.version, take).await?;
        let metadata = Actor::system("system").metadata();
        let (mut counted, mut hash) = (Counted::default(), Sha256::new());
        while let Some(page) = pages.next().await {
            match job.stop() {
                Some(Stop::Cancelled) => return self.cancelled(campaign, taking.version, take).await,
                Some(Stop::Shutdown | Stop::LeaseLost) => return Ok(JobEnd::Stopped),
                None => {}
            }
            let members = page?;
            let queued = queue.insert(&members).await?;
            for one in &queued {
                hash.update(one.contact.as_bytes());
                match one.left_out {
                    Some(reason) => *counted.excluded.entry(reason.as_str().to_owned()).or_default() += 1,
                    None => counted.pending += 1,
                }
            }
            counted.members += queued.len() as u64;
            let mut append = Append::new(Lane::Bulk);
            for chunk in queued.chunks(CHUNK) {
                append.facts.push(facts(campaign, taking.version, take, counted.chunks, chunk, &metadata)?);
                counted.chunks += 1;
            }
            let done = i64::try_from(counted.members).unwrap_or(i64::MAX);
            append.progress = Some(job.progress(done, None, Some(PHASE), None));
            self.ctx.log.append(append).await?;
            hit(Failpoint::EmailAfterAudienceChunk);
        }
        let accounts = self.checked(campaign, taking.version, &counted).await?;
        // Somebody else may have begun anew, while this one was held up.
        if job.stop() == Some(Stop::LeaseLost) {
            return Ok(JobEnd::Stopped);
        }
        hit(Failpoint::EmailBeforeLive);
        let taken = VersionTaken {
            version: taking.version,
            take,
            position,
            as_of,
            definition: taking.definition.clone(),
            count: counted.members,
            accounts,
            hash: hex::encode(hash.finalize()),
            chunks: counted.chunks,
            pending: counted.pending,
            excluded: counted.excluded,
        };
        self.goes_live(campaign, taken).await
    }

    /// The guard must hold what the facts say. Answers with how many accounts there are.
    async fn checked(&self, campaign: Uuid, version: u16, counted: &Counted) -> Result<u64, JobError> {
        let version = i16::try_from(version)?;
        let rows = sqlx::query!(
            r#"select count(*) filter (where state = 'pending') as "pending!", count(*) filter (where state = 'excluded') as "excluded!",
                 count(*) as "all!", count(distinct account) as "accounts!"
               from guard.email_recipients where campaign = $1 and version = $2"#,
            campaign,
            version
        )
        .fetch_one(&self.ctx.log.pools.write)
        .await?;
        let excluded: u64 = counted.excluded.values().sum();
        let held =
            [rows.all, rows.pending, rows.excluded].map(|count| u64::try_from(count).unwrap_or_default());
        if held != [counted.members, counted.pending, excluded] {
            return Err(anyhow::anyhow!(
                "the guard holds {held:?} of this audience, and {} were taken; it is taken anew",
                counted.members
            )
            .into());
        }
        Ok(u64::try_from(rows.accounts)?)
    }

    /// A million rows count with one event.
    async fn goes_live(&self, campaign: Uuid, taken: VersionTaken) -> Result<JobEnd, JobError> {
        let (at, version, take) = (self.ctx.now(), taken.version, taken.take);
        let done = execute::<Campaign, _, _>(
            &self.ctx,
            campaign,
            &Actor::system("system").metadata(),
            None,
            |loaded| {
                let command = CampaignCommand::Taken { taken: Box::new(taken.clone()), at };
                Ok(loaded.state.decide(command)?)
            },
            no_jobs,
        )
        .await;
        match done {
            Ok(_) => Ok(JobEnd::Done),
            // It was stopped meanwhile, or somebody else has taken this version.
            Err(CommandError::Rejected(_)) => {
                clear(&self.ctx, campaign, version, take).await?;
                Ok(JobEnd::Done)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// A top-up that cannot be taken is a version of nobody: its campaign would wait for it for ever, and take no other.
    async fn nobody_joins(&self, campaign: Uuid, taking: &Taking, take: Uuid) -> Result<(), JobError> {
        let taken = VersionTaken {
            version: taking.version,
            take,
            position: reader::head_of(&self.ctx.log.pools.write).await?,
            as_of: self.ctx.now(),
            definition: taking.definition.clone(),
            count: 0,
            accounts: 0,
            hash: hex::encode(Sha256::new().finalize()),
            chunks: 0,
            pending: 0,
            excluded: BTreeMap::new(),
        };
        self.goes_live(campaign, taken).await?;
        Ok(())
    }

    /// Back to a draft, with the reason: only there it can be mended. Whom a top-up asked for is not there, and the job says why.
    async fn fail(
        &self,
        campaign: Uuid,
        made: &Made,
        take: Uuid,
        code: &str,
        words: String,
    ) -> Result<JobEnd, JobError> {
        if made.state != State::Launching {
            if let Some(taking) = &made.taking {
                self.nobody_joins(campaign, taking, take).await?;
            }
            return Err(JobError::permanent(anyhow::anyhow!(words)));
        }
        let at = self.ctx.now();
        execute::<Campaign, _, _>(
            &self.ctx,
            campaign,
            &Actor::system("system").metadata(),
            None,
            |loaded| {
                let command = CampaignCommand::FailLaunch { code: code.to_owned(), words: words.clone(), at };
                Ok(loaded.state.decide(command)?)
            },
            no_jobs,
        )
        .await?;
        Ok(JobEnd::Done)
    }

    async fn cancelled(&self, campaign: Uuid, version: u16, take: Uuid) -> Result<JobEnd, JobError> {
        clear(&self.ctx, campaign, version, take).await?;
        let made = self.ctx.log.load::<Campaign>(campaign).await?.state.made;
        let Some(made) = made else { return Ok(JobEnd::Cancelled) };
        if made.state == State::Launching {
            let words = "Taking the audience was cancelled.".to_owned();
            self.fail(campaign, &made, take, "TAKE_CANCELLED", words).await?;
        } else if let Some(taking) = made.taking.as_ref().filter(|taking| taking.version == version) {
            self.nobody_joins(campaign, taking, take).await?;
        }
        Ok(JobEnd::Cancelled)
    }
}
