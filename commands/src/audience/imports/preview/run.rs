//! Making a preview. Killed, it begins anew: nothing was written that it could go on from.

use futures::StreamExt;
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::command::{ImportCommand, PreviewEnd};
use pivotal_domain::audience::imports::outcome::RunResult;
use pivotal_domain::audience::record::previews::PreviewRemoval;
use pivotal_domain::log::metadata::Metadata;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::lists::List;
use super::overlay::Overlay;
use super::tell;
use crate::audience::imports::chunk::Deciding;
use crate::audience::imports::parsed::parsed_chunks;
use crate::audience::imports::progress::Progressed;
use crate::audience::imports::resolve::{AccountCache, Known};
use crate::audience::imports::row::Wanted;
use crate::audience::record::lists::{self, KEPT, Lists};
use crate::audience::record::undo::rows::UndoList;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::{RunningJob, Stop};

pub const KIND: &str = kinds::IMPORT_PREVIEW.name;

/// Chunks between two reports of progress.
const REPORT_EVERY: u32 = 4;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunPreview {
    pub import_id: Uuid,
    pub actor: Uuid,
    pub role: String,
}

/// The handler of [`KIND`].
#[derive(Debug, Clone)]
pub struct RunPreviews(pub Context);

impl JobHandler for RunPreviews {
    const KIND: &'static str = KIND;

    /// A run may go on beside it.
    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let ask: RunPreview = job.payload()?;
        let import = self.0.log.load::<Import>(ask.import_id).await?.state;
        if import.previews.running != Some(job.id) {
            return Ok(JobEnd::Done);
        }
        Preview::new(&self.0, job, &ask, &import)?.run_out().await
    }
}

struct Preview<'a> {
    ctx: &'a Context,
    job: &'a RunningJob,
    ask: &'a RunPreview,
    import: &'a Import,
    progressed: Progressed,
    overlay: Overlay,
    cache: AccountCache,
    lists: Lists<'a, List>,
}

impl<'a> Preview<'a> {
    fn new(
        ctx: &'a Context,
        job: &'a RunningJob,
        ask: &'a RunPreview,
        import: &'a Import,
    ) -> Result<Self, JobError> {
        Ok(Preview {
            ctx,
            job,
            ask,
            import,
            progressed: Progressed::default(),
            overlay: Overlay::new()?,
            cache: AccountCache::default(),
            lists: Lists::new(ctx, job.id),
        })
    }

    async fn run_out(mut self) -> Result<JobEnd, JobError> {
        match self.all_chunks().await {
            Ok(None) => {
                let result = RunResult {
                    outcomes: self.progressed.totals,
                    accounts_created: self.progressed.accounts_created,
                    accounts_updated: self.progressed.accounts_updated,
                    reject_file: None,
                };
                let lists = std::mem::replace(&mut self.lists, Lists::new(self.ctx, self.job.id));
                lists.finish().await?;
                let expires_at = self.ctx.now() + KEPT;
                self.finish(PreviewEnd::Done { result, expires_at }).await?;
                let read = self.progressed.totals.read as i64;
                self.job.report(read, Some(read), Some("Done")).await?;
                Ok(JobEnd::Done)
            }
            Ok(Some(Ended::Stopped)) => {
                self.lists.abandon().await;
                Ok(JobEnd::Stopped)
            }
            Ok(Some(Ended::Cancelled)) => {
                self.abandoned(PreviewEnd::Cancelled).await?;
                Ok(JobEnd::Cancelled)
            }
            Ok(Some(Ended::Failed(error))) => {
                self.abandoned(PreviewEnd::Failed { error }).await?;
                Ok(JobEnd::Done)
            }
            Err(error) => {
                self.lists.abandon().await;
                Err(error)
            }
        }
    }

    async fn abandoned(mut self, end: PreviewEnd) -> Result<(), JobError> {
        let lists = std::mem::replace(&mut self.lists, Lists::new(self.ctx, self.job.id));
        lists.abandon().await;
        self.finish(end).await
    }

    async fn all_chunks(&mut self) -> Result<Option<Ended>, JobError> {
        let (mut estimate, mut chunks) = parsed_chunks(self.ctx, self.import, 0).await?;
        while let Some(read) = {
            match self.job.stop() {
                None => {}
                Some(Stop::Cancelled) => return Ok(Some(Ended::Cancelled)),
                Some(Stop::Shutdown | Stop::LeaseLost) => return Ok(Some(Ended::Stopped)),
            }
            chunks.next().await
        } {
            let read = match read {
                Ok(read) => read,
                Err(problem) if problem.is_passing() => return Err(problem.into()),
                Err(problem) => return Ok(Some(Ended::Failed(problem.message))),
            };
            estimate.add(read.rows.len(), read.length);
            self.chunk(read.rows).await?;
            let done = self.progressed.totals.read;
            if self.progressed.chunks % REPORT_EVERY == 1 {
                let total = estimate.rows().max(done) as i64;
                self.job.report(done as i64, Some(total), Some("Previewing")).await?;
            }
        }
        Ok(None)
    }

    /// As the run does it, up to the point where the run writes.
    async fn chunk(&mut self, rows: Vec<Wanted>) -> Result<(), CommandError> {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(()) };
        let numbers = first.row..=last.row;
        let known = Known::look_up(self.ctx, &rows, &self.cache, Some(&self.overlay)).await?;
        let (id, kind) = (self.ask.import_id, self.import.kind);
        let mut deciding = Deciding::new(id, self.ctx.now(), kind, known, &self.progressed.first_rows);
        deciding.supplied_by = self.import.supplied_by;
        for row in rows {
            deciding.row(row);
        }
        let mut decided = deciding.finish();
        self.overlay.add(&decided)?;
        for (list, row) in tell::rows(kind, &decided, &self.overlay) {
            self.lists.push(list, &row).await?;
        }
        let chunk = std::mem::take(&mut decided.chunk);
        self.progressed.add(&chunk.ran(id, self.progressed.chunks, numbers));
        for (id, account) in decided.accounts_now() {
            self.cache.remember(id, account);
        }
        Ok(())
    }

    async fn finish(&self, end: PreviewEnd) -> Result<(), JobError> {
        let (at, job) = (self.ctx.now(), self.job.id);
        let metadata = Metadata {
            actor: self.ask.actor.to_string(),
            role: self.ask.role.clone(),
            source: "system".into(),
            correlation: Some(self.ask.import_id),
            ..Metadata::default()
        };
        let done = execute::<Import, _, _>(
            self.ctx,
            self.ask.import_id,
            &metadata,
            None,
            |loaded| Ok(loaded.state.decide(ImportCommand::FinishPreview { at, job, end: end.clone() })?),
            no_jobs,
        )
        .await?;
        if !done.state.previews.holds(job) {
            // Overtaken by another mapping or the run.
            lists::delete::<List>(self.ctx, job).await?;
        }
        Ok(())
    }
}

enum Ended {
    Stopped,
    Cancelled,
    Failed(String),
}

/// The lists first: killed between the two, this is done again.
pub(super) async fn remove(
    ctx: &Context,
    import: Uuid,
    job: Uuid,
    reason: PreviewRemoval,
) -> Result<(), CommandError> {
    // One of the two: of a preview, or of a look at an undo.
    lists::delete::<List>(ctx, job).await?;
    lists::delete::<UndoList>(ctx, job).await?;
    let at = ctx.now();
    execute::<Import, _, _>(
        ctx,
        import,
        &pivotal_domain::identity::actor::Actor::system("system").metadata(),
        None,
        |loaded| Ok(loaded.state.decide(ImportCommand::RemovePreview { at, job, reason })?),
        no_jobs,
    )
    .await
    .map(drop)
}
