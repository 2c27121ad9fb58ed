//! The job of an undo, chunk by chunk as the import ran. A chunk is one transaction: its records, guards, the fact of what
//! became of them, the job's progress and the chunk's own idempotency key. Killed anywhere, it goes on after the last one.

use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::command::ImportCommand;
use pivotal_domain::audience::imports::undo::facts::{
    ChunkUndone, IMPORT_CHUNK_UNDONE, IMPORT_CHUNK_UNDONE_VERSION, UndoFact,
};
use pivotal_domain::audience::imports::undo::state::{LookEnd, UndoCommand, UndoEnd};
use pivotal_domain::audience::imports::undo::{Chosen, UndoResult};
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, IdempotencyKey, Lane, NewFact};
use pivotal_log::error::LogError;
use pivotal_log::failpoint::{Failpoint, hit};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::around::{Activity, Ranges};
use super::chunk::Looking;
use crate::audience::imports::preview::KEPT;
use crate::audience::imports::preview::lists::{self, Lists};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::{RunningJob, Stop};

pub const KIND: &str = kinds::IMPORT_UNDO.name;

/// Somebody else may be faster this often before a chunk gives up; the job then tries again later.
const ATTEMPTS: usize = 8;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunUndo {
    pub import_id: Uuid,
    pub actor: Uuid,
    pub role: String,
    /// Only tells what would be done.
    pub looks: bool,
}

/// The handler of [`KIND`].
#[derive(Debug, Clone)]
pub struct RunUndos(pub Context);

impl JobHandler for RunUndos {
    const KIND: &'static str = KIND;

    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let ask: RunUndo = job.payload()?;
        let import = self.0.log.load::<Import>(ask.import_id).await?.state;
        let wanted = if ask.looks { import.undoing.looking } else { import.undoing.running };
        if wanted != Some(job.id) {
            return Ok(JobEnd::Done);
        }
        let ranges = Ranges::of(&self.0, ask.import_id).await?;
        let activity = Activity::of_accounts(&self.0, ask.import_id, &ranges).await?;
        let chosen = import.undoing.chosen;
        let undo = Undo { ctx: &self.0, job, ask: &ask, ranges, activity, chosen };
        if ask.looks { undo.look().await } else { undo.take_back().await }
    }
}

struct Undo<'a> {
    ctx: &'a Context,
    job: &'a RunningJob,
    ask: &'a RunUndo,
    ranges: Ranges,
    activity: Activity,
    chosen: Chosen,
}

/// How far an undo is, read back from its facts.
#[derive(Debug, Default)]
struct Progressed {
    chunks: u32,
    result: UndoResult,
}

impl Undo<'_> {
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
        let undo = self.looking().chunk(number).await?;
        let (result, left) = (undo.result(), undo.left());
        let metadata = self.metadata();
        let mut append = Append::new(Lane::Bulk);
        undo.write(self.ctx, &metadata, &mut append)?;
        let fact = UndoFact::ImportChunkUndone(ChunkUndone {
            import_id: self.ask.import_id,
            undo: self.job.id,
            chunk: number,
            result,
            left,
        });
        append.facts.push(NewFact {
            kind: IMPORT_CHUNK_UNDONE,
            version: IMPORT_CHUNK_UNDONE_VERSION,
            about_type: "import",
            about_id: self.ask.import_id,
            payload: serde_json::to_value(&fact)?,
            metadata,
            personal: &[],
            subject: None,
        });
        append.idempotency = Some(IdempotencyKey {
            key: format!("import:{}:undo:{}:chunk:{number}", self.ask.import_id, self.job.id),
            fingerprint: number.to_be_bytes().to_vec(),
            result: json!({ "chunk": number }),
        });
        let done = i64::from(number) + 1;
        append.progress = Some(self.job.progress(done, Some(i64::from(total)), Some("Undoing"), None));
        match self.ctx.log.append(append).await {
            Ok(_) => {
                progressed.chunks = number + 1;
                progressed.result.add(&result);
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
            import: self.ask.import_id,
            ranges: &self.ranges,
            activity: &mut self.activity,
            chosen: &self.chosen,
            at: self.ctx.now(),
        }
    }

    async fn progressed(&self) -> Result<Progressed, CommandError> {
        let payloads = sqlx::query_scalar!(
            r#"select payload::text as "payload!" from log.facts where about_type = 'import' and about_id = $1 and kind = $2 order by global_position"#,
            self.ask.import_id.to_string(), IMPORT_CHUNK_UNDONE
        )
        .fetch_all(&self.ctx.log.pools.write)
        .await?;
        let mut progressed = Progressed::default();
        for payload in payloads {
            let UndoFact::ImportChunkUndone(undone) = serde_json::from_str(&payload)?;
            if undone.undo == self.job.id {
                progressed.chunks = undone.chunk + 1;
                progressed.result.add(&undone.result);
            }
        }
        Ok(progressed)
    }

    async fn finish_look(&self, end: LookEnd) -> Result<(), JobError> {
        let import = self.decide(|at, job| UndoCommand::FinishLook { at, job, end: end.clone() }).await?;
        if !import.previews.kept.iter().any(|kept| kept.job == self.job.id) {
            lists::delete(self.ctx, self.job.id).await?;
        }
        Ok(())
    }

    async fn decide(
        &self,
        command: impl Fn(chrono::DateTime<chrono::Utc>, Uuid) -> UndoCommand,
    ) -> Result<Import, CommandError> {
        let (at, job) = (self.ctx.now(), self.job.id);
        let done = execute::<Import, _, _>(
            self.ctx,
            self.ask.import_id,
            &self.metadata(),
            None,
            |loaded| Ok(loaded.state.decide(ImportCommand::Undo(command(at, job)))?),
            no_jobs,
        )
        .await?;
        Ok(done.state)
    }

    fn metadata(&self) -> Metadata {
        Metadata {
            actor: self.ask.actor.to_string(),
            role: self.ask.role.clone(),
            source: format!("import-undo:{}", self.ask.import_id),
            correlation: Some(self.ask.import_id),
            ..Metadata::default()
        }
    }
}
