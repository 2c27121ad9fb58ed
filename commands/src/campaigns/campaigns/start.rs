//! The moment of a scheduled campaign has come: it is checked as whoever scheduled it would see it now. With faults it is a draft again,
//! and its owner is told.

use pivotal_domain::campaigns::campaigns::happened::UnscheduledBy;
use pivotal_domain::campaigns::campaigns::preflight::faults;
use pivotal_domain::campaigns::campaigns::state::State;
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::User;
use pivotal_log::reader;
use uuid::Uuid;

use super::Outside;
use super::launch::{Checked, launch_campaign};
use super::schedule::StartCampaign;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::RunningJob;

/// Whoever scheduled it may not launch it any more.
const LAUNCHER_GONE: &str = "LAUNCHER_GONE";
/// The log was restored since: it may have been sent already, which this log does not know.
const RESTORED: &str = "RESTORED";

/// The handler of [`kinds::CAMPAIGN_START`].
#[derive(Clone)]
pub struct StartsCampaigns {
    pub ctx: Context,
    pub outside: Outside,
}

impl JobHandler for StartsCampaigns {
    const KIND: &'static str = kinds::CAMPAIGN_START.name;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let StartCampaign { campaign, start, asker, epoch } = job.payload()?;
        let state = self.ctx.log.load::<Campaign>(campaign).await?.state;
        let waits = |state: &Campaign| {
            state
                .made
                .as_ref()
                .is_some_and(|made| made.state == State::Scheduled && made.start == Some(start))
        };
        if !waits(&state) {
            return Ok(JobEnd::Done);
        }
        if self.ctx.now() < start {
            return Err(JobError::waits("the moment at which it starts has not come"));
        }
        let own = reader::epoch(&self.ctx.log.pools.write).await?;
        if epoch.is_some_and(|epoch| epoch != own) {
            self.unschedule(campaign, vec![RESTORED.to_owned()]).await?;
            return Ok(JobEnd::Done);
        }
        let user = self.ctx.log.load::<User>(asker.user).await?.state;
        if user.disabled {
            self.unschedule(campaign, vec![LAUNCHER_GONE.to_owned()]).await?;
            return Ok(JobEnd::Done);
        }
        let actor = asker.actor(&user);
        match launch_campaign(&self.ctx, &self.outside, &actor, campaign, None).await {
            Ok(Checked::Done(_)) => {}
            Ok(Checked::Refused(items)) => self.unschedule(campaign, faults(&items)).await?,
            // What was asked for then cannot be asked for now.
            Err(CommandError::Rejected(rejections)) => {
                let codes = rejections.into_iter().map(|rejection| rejection.code).collect();
                self.unschedule(campaign, codes).await?;
            }
            Err(CommandError::Forbidden(_)) => {
                self.unschedule(campaign, vec![LAUNCHER_GONE.to_owned()]).await?;
            }
            Err(error) => return Err(error.into()),
        }
        Ok(JobEnd::Done)
    }
}

impl StartsCampaigns {
    async fn unschedule(&self, id: Uuid, faults: Vec<String>) -> Result<(), CommandError> {
        let at = self.ctx.now();
        let command = CampaignCommand::Unschedule { by: UnscheduledBy::Start, faults, at };
        execute::<Campaign, _, _>(
            &self.ctx,
            id,
            &Actor::system("system").metadata(),
            None,
            |loaded| match loaded.state.made.as_ref().is_some_and(|made| made.state == State::Scheduled) {
                true => Ok(loaded.state.decide(command.clone())?),
                false => Ok(Vec::new()),
            },
            no_jobs,
        )
        .await?;
        Ok(())
    }
}
