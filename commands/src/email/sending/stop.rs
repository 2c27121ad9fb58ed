//! Telling of those who wait that they will not be written to: everybody of a stopped or ended campaign, somebody who was erased.

use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::campaigns::campaigns::state::State;
use pivotal_domain::email::sending::facts::{MOST_OUTCOMES, Outcome};
use pivotal_domain::email::sending::outcome::{By, Reason};
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::NewJob;
use pivotal_log::failpoint::{Failpoint, hit};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::settle::{Told, settle};
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::{RunningJob, Stop};

/// Facts of one append.
const FACTS: usize = 20;
const PHASE: &str = "Taking out those who wait";
const TRIES: i32 = 20;

/// The payload of the job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StopCampaign {
    pub campaign: Uuid,
}

/// The job that tells whoever waits; while it waits or runs, another is not enqueued.
pub fn job_of(asked_by: Option<Uuid>, campaign: Uuid) -> Result<NewJob, CommandError> {
    let kind = kinds::CAMPAIGN_STOP;
    let mut job = NewJob::new(Uuid::now_v7(), kind.name, kind.label, StopCampaign { campaign })?;
    job.unique_key = Some(format!("{}:{campaign}", kind.name));
    job.priority = 5;
    job.max_attempts = TRIES;
    job.link = Some(format!("/campaigns/{campaign}"));
    job.created_by = asked_by;
    Ok(job)
}

/// The handler of [`kinds::CAMPAIGN_STOP`].
#[derive(Clone)]
pub struct StopsCampaigns(pub Context);

impl JobHandler for StopsCampaigns {
    const KIND: &'static str = kinds::CAMPAIGN_STOP.name;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let StopCampaign { campaign } = job.payload()?;
        let made = self.0.log.load::<Campaign>(campaign).await?.state.made;
        if made.is_none_or(|made| made.state != State::Stopped) {
            return Ok(JobEnd::Done);
        }
        let mut done = job.done;
        loop {
            match job.stop() {
                // It cannot be undone: a campaign that is stopped has nobody waiting.
                Some(Stop::Cancelled) | None => {}
                Some(Stop::Shutdown | Stop::LeaseLost) => return Ok(JobEnd::Stopped),
            }
            let told = take_out(&self.0, campaign, Reason::Stopped, By::Stop, FACTS).await?;
            if told == 0 {
                return Ok(JobEnd::Done);
            }
            hit(Failpoint::EmailAfterStopChunk);
            done += i64::try_from(told).unwrap_or_default();
            job.report(done, None, Some(PHASE)).await?;
        }
    }
}

/// Some of those who wait in a campaign, of the versions that count, in one append. Answers how many: none is left if nobody was told of.
pub(super) async fn take_out(
    ctx: &Context,
    campaign: Uuid,
    reason: Reason,
    by: By,
    facts: usize,
) -> Result<usize, CommandError> {
    let most = i64::try_from(facts * MOST_OUTCOMES).unwrap_or(i64::MAX);
    let rows = sqlx::query!(
        "select r.contact, r.variant, r.domain, r.attempts from guard.email_recipients r join guard.email_campaigns c on c.campaign = r.campaign
         where r.campaign = $1 and r.state = 'pending' and r.version <= c.live_version order by r.contact limit $2",
        campaign,
        most
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    let outcome = |contact: Uuid, variant: Option<i16>, domain: Option<String>, attempts: i16| Outcome {
        v: variant.and_then(|place| u8::try_from(place).ok()),
        d: domain,
        n: u16::try_from(attempts).ok().filter(|tries| *tries > 0),
        ..Outcome::new(contact, reason.of(), Some(reason))
    };
    let outcomes: Vec<Outcome> =
        rows.into_iter().map(|row| outcome(row.contact, row.variant, row.domain, row.attempts)).collect();
    let wanted = outcomes.len();
    let settled = settle(ctx, &Actor::system("system"), Told::new(campaign, by, outcomes)).await?;
    // Whoever was settled by somebody else meanwhile does not wait any more, either.
    Ok(wanted.max(settled.count))
}

/// Somebody is erased: wherever they wait, they are told to have been left out. What they were sent stays, by ids alone.
pub async fn forget_recipients(ctx: &Context, contact: Uuid) -> Result<(), CommandError> {
    let campaigns = sqlx::query_scalar!(
        "select r.campaign from guard.email_campaigns c join guard.email_recipients r on r.campaign = c.campaign and r.contact = $1
         where r.state = 'pending' and r.version <= c.live_version",
        contact
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    for campaign in campaigns {
        let reason = Reason::Erased;
        let outcome = Outcome::new(contact, reason.of(), Some(reason));
        settle(ctx, &Actor::system("system"), Told::new(campaign, By::Sweep, vec![outcome])).await?;
    }
    Ok(())
}
