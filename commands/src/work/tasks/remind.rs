//! Every minute: whoever has a task hears that it is due, once of each of its times. The list of tasks says which may be; whether
//! it still is open, theirs and due then, the log says.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use pivotal_domain::identity::notifications::tasks::told_when_due;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::work::tasks::due::Due;
use pivotal_domain::work::tasks::facts::{DueTold, TASK_DUE, TASK_DUE_VERSION, TaskFact};
use pivotal_domain::work::tasks::{Task, TaskState};
use pivotal_log::append::{Append, IdempotencyKey, Lane, NewFact};
use pivotal_log::error::LogError;
use serde_json::Value;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::RunningJob;
use crate::jobs::schedules::Schedule;
use crate::ports::due_tasks::{DueTasks, NearTask};

pub const SCHEDULES: &[Schedule] =
    &[Schedule { name: "task-reminders", kind: kinds::TASK_REMINDERS, cron: "* * * * *" }];

/// What was due so long ago is not told any more: whoever gets it now is told that it was given to them. Shorter than idempotency
/// keys are kept, as they say what was told.
const LATE: TimeDelta = TimeDelta::days(1);
/// A day stands at its end in a list by time, in UTC, and is told of in its morning, wherever that is: at most so much before.
const AHEAD: TimeDelta = TimeDelta::hours(32);

/// The handler of [`kinds::TASK_REMINDERS`].
#[derive(Clone)]
pub struct RemindsOfTasks {
    pub ctx: Context,
    pub tasks: Arc<dyn DueTasks>,
}

impl JobHandler for RemindsOfTasks {
    const KIND: &'static str = kinds::TASK_REMINDERS.name;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let mut told = 0;
        for task in self.untold().await? {
            if job.should_stop() {
                return Ok(JobEnd::Stopped);
            }
            told += i64::from(self.remind(&task).await?);
        }
        job.report(told, None, None).await?;
        Ok(JobEnd::Done)
    }
}

impl RemindsOfTasks {
    /// Those that are due and were not told of, as far as the list of tasks is.
    pub async fn untold(&self) -> Result<Vec<NearTask>, CommandError> {
        let now = self.ctx.now();
        let mut due = self.tasks.near(now - LATE, now + AHEAD).await?;
        due.retain(|task| is_due(task.due, &task.time_zone, now));
        if due.is_empty() {
            return Ok(due);
        }
        let keys: Vec<String> = due.iter().map(|task| key(task.id, task.assignee, task.due)).collect();
        let told = sqlx::query_scalar!("select key from guard.idempotency where key = any($1)", &keys)
            .fetch_all(&self.ctx.log.pools.write)
            .await?;
        let told: HashSet<String> = told.into_iter().collect();
        due.retain(|task| !told.contains(&key(task.id, task.assignee, task.due)));
        Ok(due)
    }

    /// Tells of one, unless that was done or it is not so any more. Answers whether it did.
    pub async fn remind(&self, near: &NearTask) -> Result<bool, CommandError> {
        let (now, assignee) = (self.ctx.now(), near.assignee);
        let task = self.ctx.log.load::<Task>(near.id).await?.state;
        let is_theirs = task.state == TaskState::Open && !task.deleted && task.assignee == Some(assignee);
        let Some(due) = task.due.filter(|due| is_theirs && is_due(*due, &near.time_zone, now)) else {
            return Ok(false);
        };
        let mut append = Append::new(Lane::Bulk);
        append.facts.push(NewFact {
            kind: TASK_DUE,
            version: TASK_DUE_VERSION,
            about_type: "task",
            about_id: near.id,
            payload: serde_json::to_value(TaskFact::TaskDue(DueTold { at: now, assignee, due }))?,
            metadata: Metadata::system("system"),
            personal: &[],
            subject: None,
        });
        append.idempotency = Some(IdempotencyKey {
            key: key(near.id, assignee, due),
            fingerprint: Vec::new(),
            result: Value::Null,
        });
        match self.ctx.log.append(append).await {
            Ok(_) => Ok(true),
            Err(LogError::Repeated(_)) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}

fn is_due(due: Due, time_zone: &str, now: DateTime<Utc>) -> bool {
    let at = told_when_due(due, time_zone);
    at <= now && now - at < LATE
}

/// One of each task, person and time.
fn key(task: Uuid, assignee: Uuid, due: Due) -> String {
    let due = match due {
        Due::At(at) => at.to_rfc3339_opts(SecondsFormat::Micros, true),
        Due::On(on) => on.to_string(),
    };
    format!("task_due:{task}:{assignee}:{due}")
}
