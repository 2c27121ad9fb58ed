//! Every hour: answers whose time is over go, and whoever has a request hears that its time runs out.

use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::suppression::requests::Request;
use pivotal_domain::suppression::requests::facts::{
    DueTold, REQUEST_DUE, REQUEST_DUE_VERSION, RequestFact, SOON,
};
use pivotal_domain::suppression::requests::outcome::FileRemoval;
use pivotal_log::append::{Append, Lane, NewFact};
use uuid::Uuid;

use super::forget::{all, remove_file};
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::RunningJob;

/// Requests looked at together.
const BATCH: usize = 200;

#[derive(Debug, Clone)]
pub struct KeepRequests(pub Context);

impl JobHandler for KeepRequests {
    const KIND: &'static str = kinds::PRIVACY_REQUESTS_UPKEEP.name;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let (ctx, mut done) = (&self.0, 0);
        for ids in all(ctx).await?.chunks(BATCH) {
            if job.should_stop() {
                return Ok(JobEnd::Stopped);
            }
            for (id, loaded) in ids.iter().zip(ctx.log.load_many::<Request>(ids).await?) {
                done += i64::from(keep(ctx, *id, &loaded.state).await?);
            }
        }
        job.report(done, None, None).await?;
        Ok(JobEnd::Done)
    }
}

/// Whether anything was to be done.
pub(super) async fn keep(ctx: &Context, id: Uuid, request: &Request) -> Result<bool, CommandError> {
    let now = ctx.now();
    let file = request.outcome.as_ref().and_then(|outcome| outcome.file.as_ref());
    if request.file_removed.is_none() && file.is_some_and(|file| file.expires_at <= now) {
        remove_file(ctx, id, FileRemoval::Expired).await?;
        return Ok(true);
    }
    let (Some(taken), Some(assignee)) = (&request.taken, request.assignee) else { return Ok(false) };
    if request.state.is_settled() || now < taken.due_at - SOON {
        return Ok(false);
    }
    let due = DueTold { at: now, assignee, due_at: taken.due_at, overdue: now > taken.due_at };
    if told(ctx, id).await?.iter().any(|told| DueTold { at: now, ..*told } == due) {
        return Ok(false);
    }
    let mut append = Append::new(Lane::Bulk);
    append.facts.push(NewFact {
        kind: REQUEST_DUE,
        version: REQUEST_DUE_VERSION,
        about_type: "privacy_request",
        about_id: id,
        payload: serde_json::to_value(RequestFact::PrivacyRequestDue(due))?,
        metadata: Metadata::system("system"),
        personal: &[],
        subject: None,
    });
    ctx.log.append(append).await?;
    Ok(true)
}

async fn told(ctx: &Context, id: Uuid) -> Result<Vec<DueTold>, CommandError> {
    let payloads = sqlx::query_scalar!(
        r#"select payload::text as "payload!" from log.facts where about_type = 'privacy_request' and about_id = $1 and kind = $2"#,
        id.to_string(),
        REQUEST_DUE
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    let mut told = Vec::with_capacity(payloads.len());
    for payload in payloads {
        let RequestFact::PrivacyRequestDue(one) = serde_json::from_str(&payload)?;
        told.push(one);
    }
    Ok(told)
}
