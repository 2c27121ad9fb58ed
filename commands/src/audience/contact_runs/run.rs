//! What the job of every run does: reads back how far it is, gathers the contacts that are left, writes chunk after chunk, and tells
//! the end. Killed anywhere, the next worker goes on with the contacts that are not through.

use std::collections::{HashMap, VecDeque};

use chrono::{DateTime, Utc};
use futures::StreamExt;
use pivotal_domain::audience::contact_runs::{End, Ended, RunCounts, RunFact};
use pivotal_domain::audience::exports::list::{ListFilter, ListSort};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::User;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, IdempotencyKey, Lane};
use pivotal_log::error::LogError;
use uuid::Uuid;

use super::chunk::ChunkOf;
use super::forget::forget_list;
use super::progress::{Progressed, ended};
use super::{ContactRun, fact_of};
use crate::audience::custom_fields::vocabulary;
use crate::audience::record::asker::Asker;
use crate::audience::record::reach_of_many::ReachOfMany;
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::handler::{JobEnd, JobError};
use crate::jobs::running::{RunningJob, Stop};
use crate::ports::record_lists::{ListAsked, ListError, RecordLists};

/// Somebody else may be faster this often before a chunk gives up; the job then tries again later.
const ATTEMPTS: usize = 8;

const FORGOTTEN: &str =
    "A person named in what was asked for was erased, so it cannot be gone on with. Ask for it anew.";

/// What the job was told of the run.
#[derive(Debug, Clone)]
pub struct Asking {
    pub run: Uuid,
    pub asker: Asker,
    /// Whose list it is over.
    pub entity: Entity,
    /// Gone when the run has ended, or somebody named in it was erased.
    pub filter: Option<ListFilter>,
    pub asked_at: DateTime<Utc>,
}

pub struct Run<'a, K: ContactRun> {
    pub ctx: &'a Context,
    pub job: &'a RunningJob,
    id: Uuid,
    entity: Entity,
    metadata: Metadata,
    progressed: Progressed<K::Fact>,
    total: u64,
}

/// A run that is to go on.
pub struct Opened<'a, K: ContactRun> {
    pub run: Run<'a, K>,
    /// Contacts that are not through yet.
    pub pending: VecDeque<Uuid>,
    /// Which of them whoever asked may have looked at.
    pub reach: ReachOfMany,
}

impl<'a, K: ContactRun> Run<'a, K> {
    /// The run, and what is left of it; or how it ended, before or just now.
    pub async fn open(
        ctx: &'a Context,
        lists: &dyn RecordLists,
        job: &'a RunningJob,
        asking: Asking,
    ) -> Result<Result<Opened<'a, K>, JobEnd>, JobError> {
        let id = asking.run;
        if ended::<K::Fact>(ctx, id).await?.is_some() {
            // It died before it could say so, or before it gave its list away.
            forget_list(ctx, job.id).await?;
            return Ok(Err(JobEnd::Done));
        }
        let user = ctx.log.load::<User>(asking.asker.user).await?.state;
        let actor = asking.asker.actor(&user);
        let metadata = Metadata { correlation: Some(id), ..actor.metadata() };
        let progressed = Progressed::<K::Fact>::read(ctx, id).await?;
        let mut run: Self = Run { ctx, job, id, entity: asking.entity, metadata, progressed, total: 0 };
        let Some(filter) = asking.filter else {
            return run.finish(End::Failed, Some(FORGOTTEN.to_owned())).await.map(Err);
        };
        let pending = match run.gather(lists, &actor, filter, asking.asked_at).await? {
            Ok(pending) => pending,
            Err(refused) => return run.finish(End::Failed, Some(refused)).await.map(Err),
        };
        let reach = ReachOfMany::new(&actor, asking.entity, &[K::PERMISSION]);
        Ok(Ok(Opened { run, pending, reach }))
    }

    /// Those that match and are not through yet; or why the list cannot be read, now or later.
    async fn gather(
        &mut self,
        lists: &dyn RecordLists,
        actor: &Actor,
        filter: ListFilter,
        asked_at: DateTime<Utc>,
    ) -> Result<Result<VecDeque<Uuid>, String>, JobError> {
        let asked = ListAsked {
            actor: actor.clone(),
            entity: self.entity,
            filter,
            sort: ListSort::default(),
            keys: Vec::new(),
            vocabulary: vocabulary(self.ctx).await?,
            asked_at,
        };
        let mut read = match lists.ids(asked).await {
            Ok(read) => read,
            Err(ListError::Refused(error)) => return Ok(Err(error)),
            Err(error) => return Err(error.into()),
        };
        let mut pending = VecDeque::new();
        while let Some(ids) = read.pages.next().await {
            pending.extend(ids?.into_iter().filter(|id| !self.progressed.done.contains(id)));
        }
        self.total = self.progressed.counts.done() + pending.len() as u64;
        self.job.report(self.done(), Some(self.total as i64), Some(K::PHASE)).await?;
        Ok(Ok(pending))
    }

    /// How the job ends when it is to stop; asked between chunks.
    pub async fn stopped(&self) -> Result<Option<JobEnd>, JobError> {
        match self.job.stop() {
            None => Ok(None),
            Some(Stop::Cancelled) => self.finish(End::Cancelled, None).await.map(Some),
            Some(Stop::Shutdown | Stop::LeaseLost) => Ok(Some(JobEnd::Stopped)),
        }
    }

    /// Writes a chunk. Answers with the contacts that changed meanwhile and are to be looked at again.
    pub async fn keep(&mut self, found: &HashMap<Uuid, K::Finding>) -> Result<Vec<Uuid>, JobError> {
        if found.is_empty() {
            return Ok(Vec::new());
        }
        let number = self.progressed.chunks;
        for _ in 0..ATTEMPTS {
            let (ctx, entity, metadata) = (self.ctx, self.entity, &self.metadata);
            let chunk = ChunkOf { ctx, run: self.id, entity, number, metadata };
            let (before, total) = (self.done(), Some(self.total as i64));
            let progress =
                |done: u64| Some(self.job.progress(before + done as i64, total, Some(K::PHASE), None));
            match chunk.keep::<K>(found, progress).await {
                Ok(kept) if kept.ran.contacts.is_empty() => return Ok(kept.changed_meanwhile),
                Ok(kept) => {
                    self.progressed.add(&kept.ran);
                    return Ok(kept.changed_meanwhile);
                }
                // Somebody wrote to one of the contacts: look again.
                Err(CommandError::Conflict) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(anyhow::anyhow!("other people keep changing the contacts of chunk {number}").into())
    }

    fn done(&self) -> i64 {
        self.progressed.counts.done() as i64
    }

    /// Told once, however often the job is run.
    pub async fn finish(&self, end: End, error: Option<String>) -> Result<JobEnd, JobError> {
        let done = self.progressed.counts.done();
        let counts = self.progressed.counts.with_not_run(self.total.saturating_sub(done));
        let fact = <K::Fact as RunFact>::ended(Ended { at: self.ctx.now(), end, counts, error });
        let mut append = Append::new(Lane::Bulk);
        append.facts.push(fact_of(self.id, <K::Fact as RunFact>::ENDED, &fact, &self.metadata)?);
        append.idempotency = Some(IdempotencyKey {
            key: format!("{}:{}:ended", K::KEY, self.id),
            fingerprint: Vec::new(),
            result: serde_json::Value::Null,
        });
        match self.ctx.log.append(append).await {
            Ok(_) | Err(LogError::Repeated(_)) => {}
            Err(error) => return Err(error.into()),
        }
        forget_list(self.ctx, self.job.id).await?;
        self.job.report(done as i64, Some(self.total.max(done) as i64), Some("Done")).await?;
        Ok(if end == End::Cancelled { JobEnd::Cancelled } else { JobEnd::Done })
    }
}
