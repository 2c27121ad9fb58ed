//! The job that answers a request. Killed anywhere, it is run again: every step finds what an earlier life did.

use std::sync::Arc;

use pivotal_domain::suppression::requests::Request;
use pivotal_domain::suppression::requests::command::RequestCommand;
use pivotal_domain::suppression::requests::kind::RequestKind;
use pivotal_domain::suppression::requests::outcome::Outcome;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audience::record::asker::{Asker, asked_for};
use crate::context::Context;
use crate::execute::{execute, no_jobs};
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::RunningJob;
use crate::ports::audiences::Audiences;
use crate::ports::phone_book::PhoneBook;

pub const KIND: &str = kinds::PRIVACY_REQUEST_ANSWER.name;

/// What the job is told: ids only. Who the person is, it reads from the log while the request's key exists.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AnswerJob {
    pub request: Uuid,
    #[serde(flatten)]
    pub asker: Asker,
}

/// The handler of [`KIND`].
#[derive(Clone)]
pub struct AnswerRequests {
    pub ctx: Context,
    pub book: Arc<dyn PhoneBook>,
    pub audiences: Arc<dyn Audiences>,
}

impl JobHandler for AnswerRequests {
    const KIND: &'static str = KIND;

    /// An erasure waits for the jobs that erase the contacts: they need the other places.
    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let asked: AnswerJob = job.payload()?;
        let request = self.ctx.log.load::<Request>(asked.request).await?.state;
        let Some(taken) = request.taken.as_ref().filter(|_| request.answering.is_some()) else {
            return Ok(JobEnd::Done);
        };
        if job.should_stop() {
            return Ok(JobEnd::Stopped);
        }
        match taken.kind {
            RequestKind::Access if request.state.is_settled() => Ok(JobEnd::Done),
            RequestKind::Access => super::access::answer(self, job, asked.request, taken).await,
            RequestKind::Erasure => super::erasure::answer(self, job, &asked, &request, taken).await,
        }
    }
}

impl AnswerRequests {
    /// The end, in the name of who asked for it.
    pub(super) async fn finish(&self, job: &RunningJob, id: Uuid, outcome: Outcome) -> Result<(), JobError> {
        let (at, metadata) = (self.ctx.now(), asked_for(&self.ctx, job, "system").await?);
        execute::<Request, _, _>(
            &self.ctx,
            id,
            &metadata,
            None,
            |loaded| Ok(loaded.state.decide(RequestCommand::Answer { at, outcome: outcome.clone() })?),
            no_jobs,
        )
        .await?;
        Ok(())
    }
}
