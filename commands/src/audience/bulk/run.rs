//! The run of a bulk change, chunk by chunk. A chunk is one transaction: its records, guards, the fact of what became of them,
//! the job's progress and the chunk's own idempotency key. Killed anywhere, the run goes on after the last chunk that committed.
//!
//! What points at an account that is merged away can be more than a transaction takes. The rest follows in [chunks of its
//! own](super::relink), before the next merge: they count no records, and are taken back as every chunk is.
//!
//! While a chunk of contacts is committed the next one is [decided](Run::ahead): what a contact becomes depends on no other
//! one, and whoever changed in between makes the commit conflict, which has the chunk decided anew.

use std::collections::HashMap;
use std::sync::Arc;

use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::bulk::command::{BulkCommand, End};
use pivotal_domain::audience::bulk::events::Asked;
use pivotal_domain::audience::bulk::facts::{BULK_CHUNK_RAN, BULK_CHUNK_RAN_VERSION, BulkFact, ChunkRan};
use pivotal_domain::audience::bulk::{Bulk, BulkState};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::merge::Group;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::User;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, IdempotencyKey, NewFact};
use pivotal_log::error::LogError;
use pivotal_log::failpoint::{Failpoint, hit};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::chunk::Deciding;
use super::deeds::Deeds;
use super::progress::{Progressed, records};
use super::select::{FORGOTTEN, Gathered, Gathering};
use crate::audience::merge::group::Rest;
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
pub(super) const ATTEMPTS: usize = 8;

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
        let run =
            Run { bulks: self, job, id: run.bulk_id, asked, actor, metadata, progressed, rest, ahead: None };
        run.run_out(bulk).await
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Committed {
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

/// A chunk as it would be committed, and what that would leave to be done.
struct Decided {
    append: Append,
    ran: ChunkRan,
    rest: Rest,
}

/// What the chunks of a run are decided by.
struct By {
    deeds: Deeds,
    reach: ReachOfMany,
    groups: HashMap<Uuid, Group>,
}

pub(super) struct Run<'a> {
    pub(super) bulks: &'a RunBulks,
    pub(super) job: &'a RunningJob,
    pub(super) id: Uuid,
    pub(super) asked: Asked,
    actor: Actor,
    pub(super) metadata: Metadata,
    pub(super) progressed: Progressed,
    /// Of the last chunk.
    pub(super) rest: Rest,
    /// The chunk after the last one that was tried.
    ahead: Option<Decided>,
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
        let deeds = Deeds::of(ctx, self.asked.entity, action).await?;
        let asked_of_records = self.asked.kind.asked_of_records(self.asked.entity);
        let reach = ReachOfMany::new(&self.actor, self.asked.entity, &asked_of_records);
        let mut by = By { deeds, reach, groups };
        loop {
            if self.rest == Rest::Linked && !self.relink(selected.records, &mut by.reach, &by.groups).await? {
                return Ok(JobEnd::Stopped);
            }
            let Some(left) = chunks.get(self.progressed.selected..).filter(|left| !left.is_empty()) else {
                break;
            };
            if let Some(end) = self.stopped(selected.records).await? {
                return Ok(end);
            }
            self.chunk(left, selected.records, &mut by).await?;
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

    /// The first of the chunks that are left.
    async fn chunk(&mut self, left: &[Vec<Uuid>], total: u64, by: &mut By) -> Result<(), JobError> {
        for _ in 0..ATTEMPTS {
            match self.try_chunk(left, total, by).await {
                Ok(()) => return Ok(()),
                // Somebody wrote to one of the records: look again.
                Err(CommandError::Conflict | CommandError::Rejected(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let number = self.progressed.chunks;
        Err(anyhow::anyhow!("other people keep changing the records of chunk {number}").into())
    }

    async fn try_chunk(&mut self, left: &[Vec<Uuid>], total: u64, by: &mut By) -> Result<(), CommandError> {
        let (bulks, number) = (self.bulks, self.progressed.chunks);
        let decided = match self.ahead.take().filter(|ahead| ahead.ran.chunk == number) {
            Some(decided) => decided,
            None => self.decided(number, left.first().map_or(&[], Vec::as_slice), by).await?,
        };
        let next = left.get(1).filter(|_| self.is_one_by_one(by));
        let (append, ran) = (self.whole(decided.append, &decided.ran, total, "Changing")?, decided.ran);
        let ahead = async {
            match next {
                Some(ids) => self.decided(number + 1, ids, by).await.map(Some),
                None => Ok(None),
            }
        };
        let (appended, ahead) = tokio::join!(bulks.ctx.log.append(append), ahead);
        if self.committed(appended, &ran).await? == Committed::Now {
            self.rest = decided.rest;
            // What went wrong there is met again, and told, when it is that chunk's turn.
            self.ahead = ahead.ok().flatten();
        }
        Ok(())
    }

    /// What becomes of an account may depend on what becomes of those above it, and one merge may need what another left.
    fn is_one_by_one(&self, by: &By) -> bool {
        self.asked.entity == Entity::Contact && by.groups.is_empty()
    }

    async fn decided(&self, number: u32, ids: &[Uuid], by: &mut By) -> Result<Decided, CommandError> {
        let ctx = &self.bulks.ctx;
        let mut deciding = Deciding {
            ctx,
            bulk_id: self.id,
            entity: self.asked.entity,
            at: ctx.now(),
            deeds: &mut by.deeds,
            reach: &mut by.reach,
            metadata: &self.metadata,
            groups: &by.groups,
            lists: self.bulks.lists.as_ref(),
            linked_most: self.bulks.linked_most,
        };
        let (append, ran, rest) = deciding.chunk(number, ids).await?;
        Ok(Decided { append, ran, rest })
    }

    /// The chunk's records, what became of them, the job's progress and the chunk's own key: all of it is written, or none.
    pub(super) fn whole(
        &self,
        mut append: Append,
        ran: &ChunkRan,
        total: u64,
        phase: &str,
    ) -> Result<Append, CommandError> {
        let number = ran.chunk;
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
        Ok(append)
    }

    pub(super) async fn committed<T>(
        &mut self,
        appended: Result<T, LogError>,
        ran: &ChunkRan,
    ) -> Result<Committed, CommandError> {
        match appended {
            Ok(_) => {
                self.progressed.add(ran);
                Ok(Committed::Now)
            }
            // An earlier life of this run committed the chunk and died before it knew.
            Err(LogError::Repeated(_)) => {
                self.progressed = Progressed::read(&self.bulks.ctx, self.id).await?;
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
