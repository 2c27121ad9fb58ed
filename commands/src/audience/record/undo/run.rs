//! The job of an undo, chunk by chunk as the work was done. A chunk is one transaction: its records, guards, the fact of what
//! became of them, the job's progress and the chunk's own idempotency key. Killed anywhere, it goes on after the last one.
//!
//! While a chunk is committed the next one is looked at. Whatever the first one may have made free is [looked at
//! again](Undo::ahead).

use std::marker::PhantomData;

use pivotal_domain::audience::record::undo::state::{LookEnd, UndoCommand, UndoEnd};
use pivotal_domain::audience::record::undo::{Chosen, ChunkTakenBack, UndoResult};
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, IdempotencyKey, Lane, NewFact};
use pivotal_log::error::LogError;
use pivotal_log::failpoint::{Failpoint, hit};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::Undoable;
use super::around::{Activity, Ranges};
use super::chunk::{ChunkUndo, Looking};
use super::rows::UndoList;
use crate::audience::record::lists::{self, KEPT, Lists};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::running::{RunningJob, Stop};

/// Somebody else may be faster this often before a chunk gives up; the job then tries again later.
const ATTEMPTS: usize = 8;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunUndo {
    /// What is taken back. Jobs of earlier releases know imports only.
    #[serde(alias = "import_id")]
    pub work: Uuid,
    pub actor: Uuid,
    pub role: String,
    /// Only tells what would be done.
    pub looks: bool,
}

/// The handler of a kind of work.
#[derive(Debug, Clone)]
pub struct RunUndos<U>(Context, PhantomData<fn() -> U>);

impl<U> RunUndos<U> {
    pub fn new(ctx: Context) -> Self {
        RunUndos(ctx, PhantomData)
    }
}

impl<U: Undoable> JobHandler for RunUndos<U> {
    const KIND: &'static str = U::KIND.name;

    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let ask: RunUndo = job.payload()?;
        let work = self.0.log.load::<U>(ask.work).await?.state;
        let wanted = if ask.looks { work.undoing().looking } else { work.undoing().running };
        if wanted != Some(job.id) {
            return Ok(JobEnd::Done);
        }
        let ranges = Ranges::of::<U>(&self.0, ask.work).await?;
        let activity = match work.minds_links() {
            true => Activity::of_accounts(&self.0, ask.work, &ranges).await?,
            false => Activity::default(),
        };
        let chosen = work.undoing().chosen.clone();
        let of = PhantomData::<fn() -> U>;
        let undo = Undo { ctx: &self.0, job, ask: &ask, ranges, activity, chosen, ahead: None, of };
        if ask.looks { undo.look().await } else { undo.take_back().await }
    }
}

struct Undo<'a, U> {
    ctx: &'a Context,
    job: &'a RunningJob,
    ask: &'a RunUndo,
    ranges: Ranges,
    activity: Activity,
    chosen: Chosen,
    /// The chunk after the last one that was tried, as it was looked at meanwhile.
    ahead: Option<(u32, ChunkUndo)>,
    of: PhantomData<fn() -> U>,
}

/// How far an undo is, read back from its facts.
#[derive(Debug, Default)]
struct Progressed {
    chunks: u32,
    result: UndoResult,
}

impl<U: Undoable> Undo<'_, U> {
    async fn look(mut self) -> Result<JobEnd, JobError> {
        let mut lists = Lists::new(self.ctx, self.job.id);
        let mut result = UndoResult::default();
        let total = self.ranges.chunks();
        for number in 0..total {
            match self.job.stop() {
                None => {}
                Some(Stop::Cancelled) => {
                    lists.abandon().await;
                    self.finish_look(LookEnd::Cancelled).await?;
                    return Ok(JobEnd::Cancelled);
                }
                Some(Stop::Shutdown | Stop::LeaseLost) => {
                    lists.abandon().await;
                    return Ok(JobEnd::Stopped);
                }
            }
            let undo = self.looking().chunk(number).await?;
            result.add(&undo.result());
            for row in undo.rows() {
                for list in row.lists() {
                    lists.push(*list, &row).await?;
                }
            }
            self.job.report(i64::from(number) + 1, Some(i64::from(total)), Some("Looking")).await?;
        }
        lists.finish().await?;
        let expires_at = self.ctx.now() + KEPT;
        self.finish_look(LookEnd::Done { result, expires_at }).await?;
        Ok(JobEnd::Done)
    }

    async fn take_back(mut self) -> Result<JobEnd, JobError> {
        let mut progressed = self.progressed().await?;
        let (mut end, mut job_end) = (UndoEnd::Done, JobEnd::Done);
        while progressed.chunks < self.ranges.chunks() {
            match self.job.stop() {
                None => {}
                Some(Stop::Cancelled) => {
                    (end, job_end) = (UndoEnd::Cancelled, JobEnd::Cancelled);
                    break;
                }
                Some(Stop::Shutdown | Stop::LeaseLost) => return Ok(JobEnd::Stopped),
            }
            self.chunk(&mut progressed).await?;
            hit(Failpoint::UndoAfterChunk);
        }
        let result = progressed.result;
        self.decide(|at, job| UndoCommand::Finish { at, job, result, end }).await?;
        Ok(job_end)
    }

    async fn chunk(&mut self, progressed: &mut Progressed) -> Result<(), JobError> {
        for _ in 0..ATTEMPTS {
            match self.try_chunk(progressed).await {
                Ok(()) => return Ok(()),
                // Somebody wrote to one of the records, or took a value that was free a moment ago: look again.
                Err(CommandError::Conflict | CommandError::Rejected(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(anyhow::anyhow!("other people keep changing the records of chunk {}", progressed.chunks).into())
    }

    async fn try_chunk(&mut self, progressed: &mut Progressed) -> Result<(), CommandError> {
        let (number, total) = (progressed.chunks, self.ranges.chunks());
        let undo = match self.ahead.take().filter(|(ahead, _)| *ahead == number) {
            Some((_, undo)) => undo,
            None => self.looking().chunk(number).await?,
        };
        let (result, left) = (undo.result(), undo.left());
        let metadata = self.metadata();
        let mut append = Append::new(Lane::Bulk);
        undo.write(self.ctx, &metadata, &mut append).await?;
        let chunk = ChunkTakenBack { undo: self.job.id, chunk: number, result, left };
        append.facts.push(NewFact {
            kind: U::CHUNK_UNDONE.0,
            version: U::CHUNK_UNDONE.1,
            about_type: U::TYPE,
            about_id: self.ask.work,
            payload: U::chunk_undone(self.ask.work, chunk)?,
            metadata,
            personal: &[],
            subject: None,
        });
        append.idempotency = Some(IdempotencyKey {
            key: format!("{}:{}:undo:{}:chunk:{number}", U::TYPE, self.ask.work, self.job.id),
            fingerprint: number.to_be_bytes().to_vec(),
            result: json!({ "chunk": number }),
        });
        let done = i64::from(number) + 1;
        append.progress = Some(self.job.progress(done, Some(i64::from(total)), Some("Undoing"), None));
        let (log, next) = (&self.ctx.log, number + 1);
        let ahead = async {
            match next < total {
                true => self.looking().chunk(next).await.map(Some),
                false => Ok(None),
            }
        };
        let (appended, ahead) = tokio::join!(log.append(append), ahead);
        match appended {
            Ok(_) => {
                progressed.chunks = next;
                progressed.result.add(&result);
                // What went wrong there is met again, and told, when it is that chunk's turn. So is a value that seemed to be
                // somebody's: this chunk may just have made it free.
                let sure = ahead.ok().flatten().filter(|undo| !undo.kept_for_others());
                self.ahead = sure.map(|undo| (next, undo));
                Ok(())
            }
            // An earlier life of this undo committed the chunk and died before it knew.
            Err(LogError::Repeated(_)) => {
                *progressed = self.progressed().await?;
                Ok(())
            }
            Err(error) => Err(error.into()),
        }
    }

    fn looking(&mut self) -> Looking<'_> {
        Looking {
            ctx: self.ctx,
            origin: U::origin(self.ask.work),
            work: self.ask.work,
            ranges: &self.ranges,
            activity: &mut self.activity,
            chosen: &self.chosen,
            at: self.ctx.now(),
        }
    }

    async fn progressed(&self) -> Result<Progressed, CommandError> {
        let payloads = sqlx::query_scalar!(
            r#"select payload::text as "payload!" from log.facts where about_type = $1 and about_id = $2 and kind = $3 order by global_position"#,
            U::TYPE, self.ask.work.to_string(), U::CHUNK_UNDONE.0
        )
        .fetch_all(&self.ctx.log.pools.write)
        .await?;
        let mut progressed = Progressed::default();
        for payload in payloads {
            let undone = U::read_chunk_undone(&payload)?;
            if undone.undo == self.job.id {
                progressed.chunks = undone.chunk + 1;
                progressed.result.add(&undone.result);
            }
        }
        Ok(progressed)
    }

    async fn finish_look(&self, end: LookEnd) -> Result<(), JobError> {
        let work = self.decide(|at, job| UndoCommand::FinishLook { at, job, end: end.clone() }).await?;
        if !work.previews().holds(self.job.id) {
            lists::delete::<UndoList>(self.ctx, self.job.id).await?;
        }
        Ok(())
    }

    async fn decide(
        &self,
        command: impl Fn(chrono::DateTime<chrono::Utc>, Uuid) -> UndoCommand,
    ) -> Result<U, CommandError> {
        let (at, job) = (self.ctx.now(), self.job.id);
        let done = execute::<U, _, _>(
            self.ctx,
            self.ask.work,
            &self.metadata(),
            None,
            |loaded| loaded.state.decide_undo(command(at, job)),
            no_jobs,
        )
        .await?;
        Ok(done.state)
    }

    fn metadata(&self) -> Metadata {
        Metadata {
            actor: self.ask.actor.to_string(),
            role: self.ask.role.clone(),
            source: format!("{}-undo:{}", U::TYPE, self.ask.work),
            correlation: Some(self.ask.work),
            ..Metadata::default()
        }
    }
}
