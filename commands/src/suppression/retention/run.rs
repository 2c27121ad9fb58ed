//! The job that deletes what rules say, at night or when somebody asks: kind by kind, chunk by chunk.
//!
//! A chunk is written down before it is deleted. Killed anywhere, the next worker deletes that chunk again, which changes nothing,
//! and goes on behind it: so the account adds up wherever the process died.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use pivotal_domain::suppression::retention::account::{Done, End};
use pivotal_domain::suppression::retention::command::RetentionCommand;
use pivotal_domain::suppression::retention::keep::Keep;
use pivotal_domain::suppression::retention::kind::Kind;
use pivotal_domain::suppression::retention::{ID, RetentionRules};
use pivotal_log::failpoint::{Failpoint, hit};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::delete::{Chunk, delete};
use super::due::{Asked, page};
use super::held::held;
use crate::audience::record::asker::asked_for;
use crate::context::Context;
use crate::execute::{execute, no_jobs};
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds::RETENTION_RUN;
use crate::jobs::running::{RunningJob, Stop};
use crate::ports::old_contacts::OldContacts;
use crate::suppression::legal_holds::guard::Holds;

/// The handler of runs.
#[derive(Clone)]
pub struct RunsRetention {
    pub ctx: Context,
    pub contacts: Arc<dyn OldContacts>,
}

impl JobHandler for RunsRetention {
    const KIND: &'static str = RETENTION_RUN.name;

    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let now = self.ctx.now();
        let state = job.resume_state()?.unwrap_or_else(|| Progress::new(now));
        let mut run = Run { ctx: &self.ctx, contacts: &*self.contacts, job, state };
        let end = match run.all().await? {
            None => End::Completed,
            Some(Stop::Cancelled) => End::Cancelled,
            Some(Stop::Shutdown | Stop::LeaseLost) => return Ok(JobEnd::Stopped),
        };
        run.tell(end).await?;
        Ok(match end {
            End::Completed => JobEnd::Done,
            End::Cancelled => JobEnd::Cancelled,
        })
    }
}

/// How far it is: everything that the next worker needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Progress {
    began_at: DateTime<Utc>,
    /// The rules as they were when it began each kind.
    done: BTreeMap<Kind, Done>,
    /// Kinds that are through.
    through: Vec<Kind>,
    /// Of the kind at hand: everything up to here was looked at.
    after: Uuid,
    /// Being deleted; perhaps gone already.
    chunk: Vec<Uuid>,
}

impl Progress {
    fn new(began_at: DateTime<Utc>) -> Self {
        Progress {
            began_at,
            done: BTreeMap::new(),
            through: Vec::new(),
            after: Uuid::nil(),
            chunk: Vec::new(),
        }
    }
}

struct Run<'a> {
    ctx: &'a Context,
    contacts: &'a dyn OldContacts,
    job: &'a RunningJob,
    state: Progress,
}

impl Run<'_> {
    async fn all(&mut self) -> Result<Option<Stop>, JobError> {
        for kind in Kind::ALL {
            if self.state.through.contains(&kind) {
                continue;
            }
            if let Some(stop) = self.one(kind).await? {
                return Ok(Some(stop));
            }
            self.state.through.push(kind);
            self.state.after = Uuid::nil();
            self.save(kind).await?;
        }
        Ok(None)
    }

    async fn one(&mut self, kind: Kind) -> Result<Option<Stop>, JobError> {
        let mut done = self.begin(kind).await?;
        let Some(before) = done.keep.before(self.state.began_at) else { return Ok(None) };
        loop {
            if !self.state.chunk.is_empty() {
                let ids = std::mem::take(&mut self.state.chunk);
                let went = delete(self.ctx, Chunk { kind, keep: done.keep, before, ids: &ids }).await?;
                hit(Failpoint::RetentionAfterChunk);
                done.deleted += went.deleted;
                done.held += went.held;
                done.left += went.left;
                self.state.done.insert(kind, done);
            }
            if let Some(stop) = self.job.stop() {
                return Ok(Some(stop));
            }
            let room = kind.most_at_once().saturating_sub(done.deleted);
            let asked = Asked { kind, before, after: self.state.after, limit: chunk_of(kind) };
            let due = page(self.ctx, self.contacts, asked).await?;
            let Some(last) = due.last() else { return Ok(None) };
            if room == 0 {
                done.more = true;
                self.state.done.insert(kind, done);
                return Ok(None);
            }
            let holds = Holds::read(self.ctx).await?;
            if holds.data.contains_key(&kind.data()) {
                done.on_hold = true;
                self.state.done.insert(kind, done);
                return Ok(None);
            }
            done.on_hold = false;
            let kept = held(self.ctx, &holds, kind.data(), &due).await?;
            done.held += kept.len() as u64;
            self.state.done.insert(kind, done);
            self.state.after = last.id;
            self.state.chunk = due.iter().map(|due| due.id).filter(|id| !kept.contains(id)).collect();
            self.save(kind).await?;
        }
    }

    /// The rule as it is when its kind is begun; a run that goes on keeps to it.
    async fn begin(&mut self, kind: Kind) -> Result<Done, JobError> {
        if let Some(done) = self.state.done.get(&kind) {
            return Ok(*done);
        }
        let keep = self.ctx.log.load::<RetentionRules>(ID).await?.state.keep(kind);
        let on_hold = keep != Keep::Forever && Holds::read(self.ctx).await?.data.contains_key(&kind.data());
        let done = Done { kind, keep, deleted: 0, held: 0, left: 0, more: false, on_hold };
        self.state.done.insert(kind, done);
        Ok(done)
    }

    async fn save(&self, kind: Kind) -> Result<(), JobError> {
        let deleted: u64 = self.state.done.values().map(|done| done.deleted).sum();
        let deleted = i64::try_from(deleted).unwrap_or(i64::MAX);
        self.job.report_state(deleted, None, Some(kind.label()), &self.state).await
    }

    async fn tell(&self, end: End) -> Result<(), JobError> {
        let metadata = asked_for(self.ctx, self.job, "retention").await?;
        let (at, run, asker) = (self.ctx.now(), self.job.id, self.job.created_by);
        let began_at = self.state.began_at;
        // What is kept for good was not looked at.
        let done = self.state.done.values().filter(|done| done.keep != Keep::Forever);
        let done: Vec<Done> = done.copied().collect();
        execute::<RetentionRules, _, _>(
            self.ctx,
            ID,
            &metadata,
            None,
            |loaded| {
                let done = done.clone();
                let command = RetentionCommand::EndRun { at, run, began_at, asker, done, end };
                Ok(loaded.state.decide(command)?)
            },
            no_jobs,
        )
        .await?;
        Ok(())
    }
}

/// Small where each is work, so that a chunk is soon over and others get their turn.
fn chunk_of(kind: Kind) -> i64 {
    match kind {
        Kind::InactiveContacts
        | Kind::ArchivedContacts
        | Kind::Replies
        | Kind::ImportFiles
        | Kind::ExportFiles => 20,
        Kind::TestMailbox | Kind::SignIns | Kind::FinishedJobs => 1_000,
    }
}
