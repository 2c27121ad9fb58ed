//! The run of a bulk change, chunk by chunk. A chunk is one transaction: its records, guards, the fact of what became of them,
//! the job's progress and the chunk's own idempotency key. Killed anywhere, the run goes on after the last chunk that committed.
//!
//! What points at an account that is merged away can be more than a transaction takes. The rest follows in chunks of its own,
//! before the next merge: they count no records, and are taken back as every chunk is.

use std::collections::HashMap;
use std::sync::Arc;

use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::bulk::command::{BulkCommand, End};
use pivotal_domain::audience::bulk::events::Asked;
use pivotal_domain::audience::bulk::facts::{BULK_CHUNK_RAN, BULK_CHUNK_RAN_VERSION, BulkFact, ChunkRan};
use pivotal_domain::audience::bulk::outcome::{BulkCounts, RecordOutcome};
use pivotal_domain::audience::bulk::{Bulk, BulkState};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::merge::{Group, Stamp};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::User;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, IdempotencyKey, Lane, NewFact};
use pivotal_log::error::LogError;
use pivotal_log::failpoint::{Failpoint, hit};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::chunk::Deciding;
use super::deeds::Deeds;
use super::progress::{Progressed, records};
use super::select::{FORGOTTEN, Gathered, Gathering};
use crate::audience::merge::around::around;
use crate::audience::merge::group::{Merging, Rest};
use crate::audience::record::asker::Asker;
use crate::audience::record::reach_of_many::ReachOfMany;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::{RunningJob, Stop};
use crate::ports::record_lists::RecordLists;

pub const KIND: &str = kinds::BULK_RUN.name;

/// Somebody else may be faster this often before a chunk gives up; the job then tries again later.
const ATTEMPTS: usize = 8;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunBulk {
    pub bulk_id: Uuid,
    #[serde(flatten)]
    pub asker: Asker,
}

/// The handler of [`KIND`].
#[derive(Clone)]
pub struct RunBulks {
    pub ctx: Context,
    pub lists: Arc<dyn RecordLists>,
    /// See [`LINKED_MOST`](pivotal_domain::audience::merge::LINKED_MOST).
    pub linked_most: usize,
}

impl JobHandler for RunBulks {
    const KIND: &'static str = KIND;

    /// Two would only wait for each other's disk.
    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let run: RunBulk = job.payload()?;
        let bulk = self.ctx.log.load::<Bulk>(run.bulk_id).await?.state;
        let (BulkState::Asked | BulkState::Running, Some(asked)) = (bulk.state, bulk.asked.clone()) else {
            return Ok(JobEnd::Done);
        };
        let user = self.ctx.log.load::<User>(run.asker.user).await?.state;
        let actor = run.asker.actor(&user);
        let source = Source::Bulk { id: run.bulk_id }.to_string();
        let metadata = Metadata { source, correlation: Some(run.bulk_id), ..actor.metadata() };
        let progressed = Progressed::read(&self.ctx, run.bulk_id).await?;
        // What an earlier life, or the request that began it, left to be done is not known.
        let rest = if progressed.chunks > 0 { Rest::Linked } else { Rest::Nothing };
        let run = Run { bulks: self, job, id: run.bulk_id, asked, actor, metadata, progressed, rest };
        run.run_out(bulk).await
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Committed {
    Now,
    /// By an earlier life.
    Before,
}

/// By those that stay.
fn groups_of(action: &BulkAction) -> HashMap<Uuid, Group> {
    match action {
        BulkAction::Merge { groups } => groups.iter().map(|group| (group.survivor, group.clone())).collect(),
        _ => HashMap::new(),
    }
}

struct Run<'a> {
    bulks: &'a RunBulks,
    job: &'a RunningJob,
    id: Uuid,
    asked: Asked,
    actor: Actor,
    metadata: Metadata,
    progressed: Progressed,
    /// Of the last chunk.
    rest: Rest,
}

impl Run<'_> {
    async fn run_out(mut self, bulk: Bulk) -> Result<JobEnd, JobError> {
        let known = bulk.selected.as_ref().map_or(0, |selected| selected.records);
        // Between chunks it is asked again: a merge that has begun is carried through first.
        if self.rest == Rest::Nothing
            && let Some(end) = self.stopped(known).await?
        {
            return Ok(end);
        }
        let Some(action) = self.asked.action.clone() else {
            return self.finish(known, End::Failed { error: FORGOTTEN.to_owned() }).await;
        };
        let selected = match bulk.selected {
            Some(selected) => selected,
            None => match self.gather().await? {
                Gathered::All(selected) => {
                    self.decide(|at| BulkCommand::Select { at, selected: selected.clone() }).await?;
                    selected
                }
                Gathered::Stopped(Stop::Cancelled) => return self.finish(0, End::Cancelled).await,
                Gathered::Stopped(Stop::Shutdown | Stop::LeaseLost) => return Ok(JobEnd::Stopped),
                Gathered::Refused(error) => return self.finish(0, End::Failed { error }).await,
            },
        };
        let ctx = &self.bulks.ctx;
        let chunks = records(ctx, self.id, &selected).await?;
        let groups = groups_of(&action);
        let mut deeds = Deeds::of(ctx, self.asked.entity, action).await?;
        let asked_of_records = self.asked.kind.asked_of_records(self.asked.entity);
        let mut reach = ReachOfMany::new(&self.actor, self.asked.entity, &asked_of_records);
        loop {
            if self.rest == Rest::Linked && !self.relink(selected.records, &mut reach, &groups).await? {
                return Ok(JobEnd::Stopped);
            }
            let Some(ids) = chunks.get(self.progressed.selected) else { break };
            if let Some(end) = self.stopped(selected.records).await? {
                return Ok(end);
            }
            self.chunk(ids, selected.records, &mut deeds, &mut reach, &groups).await?;
            hit(Failpoint::BulkAfterChunk);
        }
        self.finish(selected.records, End::Completed).await
    }

    async fn gather(&self) -> Result<Gathered, JobError> {
        Gathering {
            ctx: &self.bulks.ctx,
            lists: self.bulks.lists.as_ref(),
            job: self.job,
            bulk_id: self.id,
            asked: &self.asked,
            actor: self.actor.clone(),
            metadata: &self.metadata,
        }
        .gather()
        .await
    }

    async fn stopped(&self, selected: u64) -> Result<Option<JobEnd>, JobError> {
        match self.job.stop() {
            None => Ok(None),
            Some(Stop::Cancelled) => self.finish(selected, End::Cancelled).await.map(Some),
            Some(Stop::Shutdown | Stop::LeaseLost) => Ok(Some(JobEnd::Stopped)),
        }
    }

    async fn chunk(
        &mut self,
        ids: &[Uuid],
        total: u64,
        deeds: &mut Deeds,
        reach: &mut ReachOfMany,
        groups: &HashMap<Uuid, Group>,
    ) -> Result<(), JobError> {
        for _ in 0..ATTEMPTS {
            match self.try_chunk(ids, total, deeds, reach, groups).await {
                Ok(()) => return Ok(()),
                // Somebody wrote to one of the records: look again.
                Err(CommandError::Conflict | CommandError::Rejected(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let number = self.progressed.chunks;
        Err(anyhow::anyhow!("other people keep changing the records of chunk {number}").into())
    }

    async fn try_chunk(
        &mut self,
        ids: &[Uuid],
        total: u64,
        deeds: &mut Deeds,
        reach: &mut ReachOfMany,
        groups: &HashMap<Uuid, Group>,
    ) -> Result<(), CommandError> {
        let (bulks, number) = (self.bulks, self.progressed.chunks);
        let ctx = &bulks.ctx;
        let mut deciding = Deciding {
            ctx,
            bulk_id: self.id,
            entity: self.asked.entity,
            at: ctx.now(),
            deeds,
            reach,
            metadata: &self.metadata,
            groups,
            lists: bulks.lists.as_ref(),
            linked_most: bulks.linked_most,
        };
        let (append, ran, rest) = deciding.chunk(number, ids).await?;
        if self.commit(append, ran, total, "Changing").await? == Committed::Now {
            self.rest = rest;
        }
        Ok(())
    }

    /// Moves what still points at the accounts that went with the last chunk. Answers false when it was stopped before the end.
    async fn relink(
        &mut self,
        total: u64,
        reach: &mut ReachOfMany,
        groups: &HashMap<Uuid, Group>,
    ) -> Result<bool, JobError> {
        let bulks = self.bulks;
        let changed = self.progressed.last.iter().filter(|ran| ran.outcome == RecordOutcome::Changed);
        let merged: Vec<&Group> = match self.asked.entity {
            Entity::Account => changed.filter_map(|ran| groups.get(&ran.id)).collect(),
            Entity::Contact => Vec::new(),
        };
        for group in merged {
            let left = around(&bulks.ctx, bulks.lists.as_ref(), &group.absorbed, usize::MAX).await?;
            for (entity, ids) in [(Entity::Account, left.children), (Entity::Contact, left.contacts)] {
                for some in ids.chunks(bulks.linked_most.max(1)) {
                    if matches!(self.job.stop(), Some(Stop::Shutdown | Stop::LeaseLost)) {
                        return Ok(false);
                    }
                    self.relink_some(total, reach, group, (entity, some)).await?;
                    hit(Failpoint::BulkAfterChunk);
                }
            }
        }
        self.rest = Rest::Nothing;
        Ok(true)
    }

    async fn relink_some(
        &mut self,
        total: u64,
        reach: &mut ReachOfMany,
        group: &Group,
        some: (Entity, &[Uuid]),
    ) -> Result<(), JobError> {
        for _ in 0..ATTEMPTS {
            match self.try_relink(total, reach, group, some).await {
                Ok(()) => return Ok(()),
                Err(CommandError::Conflict | CommandError::Rejected(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(anyhow::anyhow!("other people keep changing what belongs to account {}", group.survivor).into())
    }

    async fn try_relink(
        &mut self,
        total: u64,
        reach: &mut ReachOfMany,
        group: &Group,
        some: (Entity, &[Uuid]),
    ) -> Result<(), CommandError> {
        let bulks = self.bulks;
        let merging = Merging {
            ctx: &bulks.ctx,
            lists: bulks.lists.as_ref(),
            entity: self.asked.entity,
            stamp: Stamp { work: self.id, at: bulks.ctx.now() },
            reach,
            metadata: &self.metadata,
            linked_most: bulks.linked_most,
        };
        let mut append = Append::new(Lane::Bulk);
        merging.relink(group, some, &mut append).await?;
        if append.events.is_empty() {
            return Ok(());
        }
        let ran = ChunkRan {
            bulk_id: self.id,
            chunk: self.progressed.chunks,
            counts: BulkCounts::default(),
            records: Vec::new(),
        };
        match self.commit(append, ran, total, "Moving what belongs to them").await? {
            Committed::Now => Ok(()),
            // Whatever it was that stands there: what is left is looked at again.
            Committed::Before => Err(CommandError::Conflict),
        }
    }

    /// The chunk's records, what became of them, the job's progress and the chunk's own key, or none of it.
    async fn commit(
        &mut self,
        mut append: Append,
        ran: ChunkRan,
        total: u64,
        phase: &str,
    ) -> Result<Committed, CommandError> {
        let (ctx, number) = (&self.bulks.ctx, ran.chunk);
        let fact = BulkFact::BulkChunkRan(ran.clone());
        append.facts.push(NewFact {
            kind: BULK_CHUNK_RAN,
            version: BULK_CHUNK_RAN_VERSION,
            about_type: "bulk",
            about_id: self.id,
            payload: serde_json::to_value(&fact)?,
            metadata: self.metadata.clone(),
            personal: &[],
            subject: None,
        });
        append.idempotency = Some(IdempotencyKey {
            key: format!("bulk:{}:chunk:{number}", self.id),
            fingerprint: number.to_be_bytes().to_vec(),
            result: json!({ "chunk": number }),
        });
        let done = (self.progressed.counts.selected + ran.counts.selected) as i64;
        append.progress = Some(self.job.progress(done, Some(total as i64), Some(phase), None));
        match ctx.log.append(append).await {
            Ok(_) => {
                self.progressed.add(&ran);
                Ok(Committed::Now)
            }
            // An earlier life of this run committed the chunk and died before it knew.
            Err(LogError::Repeated(_)) => {
                self.progressed = Progressed::read(ctx, self.id).await?;
                self.rest = Rest::Linked;
                Ok(Committed::Before)
            }
            Err(error) => Err(error.into()),
        }
    }

    async fn finish(&self, selected: u64, end: End) -> Result<JobEnd, JobError> {
        let job_end = if end == End::Cancelled { JobEnd::Cancelled } else { JobEnd::Done };
        let counts = self.progressed.counts.clone().of(selected);
        self.decide(|at| BulkCommand::Finish { at, counts: counts.clone(), end: end.clone() }).await?;
        let done = (counts.selected - counts.not_run) as i64;
        self.job.report(done, Some(selected as i64), Some("Done")).await?;
        Ok(job_end)
    }

    async fn decide(
        &self,
        command: impl Fn(chrono::DateTime<chrono::Utc>) -> BulkCommand,
    ) -> Result<(), CommandError> {
        let (ctx, at) = (&self.bulks.ctx, self.bulks.ctx.now());
        let decide = |loaded: &pivotal_log::event_log::Loaded<Bulk>| Ok(loaded.state.decide(command(at))?);
        execute::<Bulk, _, _>(ctx, self.id, &self.metadata, None, decide, no_jobs).await.map(drop)
    }
}
