//! Asking for a dry run of a rule, and for a run of all of them without waiting for the night.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::retention::error::RetentionError;
use pivotal_domain::suppression::retention::keep::Keep;
use pivotal_domain::suppression::retention::kind::Kind;
use pivotal_log::append::NewJob;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::error::CommandError;
use crate::jobs::kinds::{RETENTION_DRY_RUN, RETENTION_RUN};
use crate::jobs::queue::{Enqueued, JobQueue};
use crate::jobs::schedules::Schedule;

/// At night, before the sweeps that go by the same rules.
pub const SCHEDULE: Schedule = Schedule { name: "retention-run", kind: RETENTION_RUN, cron: "10 2 * * *" };

const LINK: &str = "/compliance/retention";

/// What the job of a dry run is told.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct RunDryRun {
    pub kind: Kind,
    pub keep: Keep,
}

/// Answers with the job, which is the dry run's id. Asked for again while it runs, it is the same one.
pub async fn start_dry_run(
    queue: &JobQueue,
    actor: &Actor,
    kind: Kind,
    keep: Keep,
) -> Result<Uuid, CommandError> {
    authorise_all(actor, Permission::RetentionManage)?;
    if keep == Keep::Forever && !kind.may_be_forever() {
        return Err(RetentionError::NotForever(kind).into());
    }
    let title = format!("Dry run: {}, {keep}", kind.label());
    let mut job = NewJob::new(Uuid::now_v7(), RETENTION_DRY_RUN.name, title, RunDryRun { kind, keep })?;
    job.unique_key = Some(format!("{}:{}:{keep}", RETENTION_DRY_RUN.name, kind.as_str()));
    // Somebody waits in front of it, and it writes nothing.
    job.priority = 3;
    job.link = Some(LINK.to_owned());
    job.created_by = (!actor.is_system()).then_some(actor.user_id);
    enqueue(queue, &job).await
}

/// Answers with the job. One run at a time, whoever asked for it.
pub async fn start_run(queue: &JobQueue, actor: &Actor) -> Result<Uuid, CommandError> {
    authorise_all(actor, Permission::RetentionManage)?;
    let payload = serde_json::json!({});
    let mut job = NewJob::new(Uuid::now_v7(), RETENTION_RUN.name, RETENTION_RUN.label, payload)?;
    job.unique_key = Some(format!("schedule:{}", SCHEDULE.name));
    job.link = Some(LINK.to_owned());
    job.created_by = (!actor.is_system()).then_some(actor.user_id);
    enqueue(queue, &job).await
}

async fn enqueue(queue: &JobQueue, job: &NewJob) -> Result<Uuid, CommandError> {
    Ok(match queue.enqueue(job).await? {
        Enqueued::New(id) | Enqueued::AlreadyOpen(id) => id,
    })
}
