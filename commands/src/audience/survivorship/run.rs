//! The job of a preview: every record's values weighed by the rules, as the log tells them. It writes nothing to the records, so
//! killed anywhere it begins anew.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::provenance::TrailEvent;
use pivotal_domain::audience::survivorship::command::{PreviewEnd, SurvivorshipCommand};
use pivotal_domain::audience::survivorship::outcome::Difference;
use pivotal_domain::audience::survivorship::rules::Rules;
use pivotal_domain::audience::survivorship::weigh::weigh;
use pivotal_domain::audience::survivorship::{Survivorship, id_of};
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::event_log::Loaded;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::rows::{Changed, WeighedRow};
use crate::audience::record::asker::asked_for;
use crate::audience::record::lists::{self, KEPT, Lists};
use crate::audience::record::reach::OfRecord;
use crate::audience::record::trails::read_trails;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::{RunningJob, Stop};

pub const KIND: &str = kinds::SURVIVORSHIP_PREVIEW.name;

/// Records read together.
const CHUNK: i64 = 1_000;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunPreview {
    pub entity: Entity,
}

/// The handler of [`KIND`].
#[derive(Debug, Clone)]
pub struct RunRulesPreviews(pub Context);

impl JobHandler for RunRulesPreviews {
    const KIND: &'static str = KIND;

    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let RunPreview { entity } = job.payload()?;
        let state = self.0.log.load::<Survivorship>(id_of(entity)).await?.state;
        let (Some(running), Some(preview)) = (state.previews.running, state.preview) else {
            return Ok(JobEnd::Done);
        };
        if running != job.id {
            return Ok(JobEnd::Done);
        }
        let preview = Preview { ctx: &self.0, job, entity, rules: preview.rules };
        match entity {
            Entity::Contact => preview.run::<Contact>().await,
            Entity::Account => preview.run::<Account>().await,
        }
    }
}

struct Preview<'a> {
    ctx: &'a Context,
    job: &'a RunningJob,
    entity: Entity,
    rules: Rules,
}

impl Preview<'_> {
    async fn run<A>(self) -> Result<JobEnd, JobError>
    where
        A: OfRecord,
        A::Event: LoggedEvent + TrailEvent,
    {
        let mut lists = Lists::new(self.ctx, self.job.id);
        match self.weigh_all::<A>(&mut lists).await {
            Ok(Ok(difference)) => {
                lists.finish().await?;
                let expires_at = self.ctx.now() + KEPT;
                self.finish(PreviewEnd::Done { difference, expires_at }).await?;
                Ok(JobEnd::Done)
            }
            Ok(Err(Stop::Cancelled)) => {
                lists.abandon().await;
                self.finish(PreviewEnd::Cancelled).await?;
                Ok(JobEnd::Cancelled)
            }
            Ok(Err(Stop::Shutdown | Stop::LeaseLost)) => {
                lists.abandon().await;
                Ok(JobEnd::Stopped)
            }
            Err(error) => {
                lists.abandon().await;
                Err(error)
            }
        }
    }

    async fn weigh_all<A>(&self, lists: &mut Lists<'_, Changed>) -> Result<Result<Difference, Stop>, JobError>
    where
        A: OfRecord,
        A::Event: LoggedEvent + TrailEvent,
    {
        let (mut difference, mut done, mut after) = (Difference::default(), 0, String::new());
        let total = records(self.ctx, A::TYPE).await?;
        loop {
            if let Some(stop) = self.job.stop() {
                return Ok(Err(stop));
            }
            let ids = chunk(self.ctx, A::TYPE, &after).await?;
            let Some(last) = ids.last() else { return Ok(Ok(difference)) };
            after = last.to_string();
            for (id, record) in ids.iter().zip(read_trails::<A>(self.ctx, &ids).await?) {
                // Values of archived records are not changed.
                if !record.loaded.state.record().is_active() {
                    continue;
                }
                let weighed = weigh(self.entity, &record.trail, &self.rules);
                difference.count(&weighed);
                if !weighed.is_empty() {
                    let name = name_of(self.entity, &record.loaded.state);
                    lists.push(Changed, &WeighedRow::new(self.entity, *id, name, weighed)).await?;
                }
            }
            done += ids.len() as i64;
            self.job.report(done, Some(total.max(done)), Some("Weighing")).await?;
        }
    }

    async fn finish(&self, end: PreviewEnd) -> Result<(), JobError> {
        let (at, job) = (self.ctx.now(), self.job.id);
        let command = |at: DateTime<Utc>| SurvivorshipCommand::FinishPreview { at, job, end: end.clone() };
        let decide = |loaded: &Loaded<Survivorship>| Ok(loaded.state.decide(command(at))?);
        let metadata = asked_for(self.ctx, self.job, "survivorship").await?;
        let done =
            execute::<Survivorship, _, _>(self.ctx, id_of(self.entity), &metadata, None, decide, no_jobs)
                .await?;
        if !done.state.previews.holds(job) {
            lists::delete::<Changed>(self.ctx, job).await?;
        }
        Ok(())
    }
}

fn name_of<A: OfRecord>(entity: Entity, state: &A) -> Option<&str> {
    let record = state.record();
    match entity {
        Entity::Contact => record.text("full_name").or_else(|| record.text("email")),
        Entity::Account => record.text("name").or_else(|| record.text("domain")),
    }
}

async fn records(ctx: &Context, kind: &str) -> Result<i64, CommandError> {
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from log.events where aggregate_type = $1 and sequence = 1"#,
        kind
    );
    Ok(count.fetch_one(&ctx.log.pools.write).await?)
}

/// The next records behind `after`, by id.
async fn chunk(ctx: &Context, kind: &str, after: &str) -> Result<Vec<Uuid>, CommandError> {
    let ids = sqlx::query_scalar!(
        "select aggregate_id from log.events where aggregate_type = $1 and sequence = 1 and aggregate_id > $2 order by aggregate_id limit $3",
        kind, after, CHUNK
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
}
