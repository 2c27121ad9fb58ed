//! The run of an import: reads the file as a stream, writes it chunk by chunk, and records how it ended.
//!
//! A chunk is one transaction: its records, guards, the fact with every row's outcome, the job's progress and the
//! chunk's own idempotency key. Killed anywhere, the run goes on after the last chunk that committed.

use futures::{Stream, StreamExt};
use pivotal_domain::audience::contacts::keys::UNLINKED_DOMAIN;
use pivotal_domain::audience::imports::command::{End, ImportCommand};
use pivotal_domain::audience::imports::facts::{
    ChunkRan, IMPORT_CHUNK_RAN, IMPORT_CHUNK_RAN_VERSION, ImportFact, RowProblem,
};
use pivotal_domain::audience::imports::outcome::{Outcomes, RunResult};
use pivotal_domain::audience::imports::{Import, ImportState};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, IdempotencyKey, Lane, NewFact};
use pivotal_log::error::LogError;
use pivotal_log::failpoint::{Failpoint, hit};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::CHUNK;
use super::chunk::{Chunk, Deciding};
use super::estimate::Estimate;
use super::file::FileProblem;
use super::file::rows::{RawRow, read_rows_where};
use super::plan::{CustomFields, Plan};
use super::progress::Progressed;
use super::resolve::{AccountCache, Known};
use super::row::{self, Wanted};
use crate::audience::contacts::on_account_domain;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::{RunningJob, Stop};
use crate::lookup::{Key, key_owners};
use crate::ports::blob_store::BlobKey;

pub const KIND: &str = kinds::IMPORT_RUN.name;

/// Chunks parsed ahead of the one being written.
const AHEAD: usize = 4;
/// Somebody else may be faster this often before a chunk gives up; the job then tries again later.
const ATTEMPTS: usize = 8;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunImport {
    pub import_id: Uuid,
    /// Who started it: stands in the history of every record.
    pub actor: Uuid,
    pub role: String,
}

/// The handler of [`KIND`].
#[derive(Debug, Clone)]
pub struct RunImports(pub Context);

impl JobHandler for RunImports {
    const KIND: &'static str = KIND;

    /// One at a time in a process: two imports would only wait for each other's disk.
    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let run: RunImport = job.payload()?;
        let import = self.0.log.load::<Import>(run.import_id).await?;
        if import.state.state != ImportState::Running {
            return Ok(JobEnd::Done);
        }
        let progressed = Progressed::read(&self.0, run.import_id).await?;
        Run { ctx: &self.0, job, run: &run, import: &import.state, progressed }.run_out().await
    }
}

/// A chunk of rows, parsed.
struct Read {
    rows: Vec<Wanted>,
    /// Of their text in the file.
    length: usize,
}

struct Run<'a> {
    ctx: &'a Context,
    job: &'a RunningJob,
    run: &'a RunImport,
    import: &'a Import,
    progressed: Progressed,
}

impl Run<'_> {
    async fn run_out(mut self) -> Result<JobEnd, JobError> {
        let mut end = End::Completed;
        let mut job_end = JobEnd::Done;
        let (mut estimate, mut chunks) = self.parsed_chunks().await?;
        let mut cache = AccountCache::default();
        loop {
            match self.job.stop() {
                None => {}
                Some(Stop::Cancelled) => {
                    end = End::Cancelled;
                    job_end = JobEnd::Cancelled;
                    break;
                }
                Some(Stop::Shutdown | Stop::LeaseLost) => return Ok(JobEnd::Stopped),
            }
            match chunks.next().await {
                None => break,
                Some(Ok(rows)) => {
                    let Read { rows, length } = rows;
                    estimate.add(rows.len(), length);
                    let until_now = self.progressed.totals.read + rows.len() as u64;
                    self.write(&rows, estimate.rows().max(until_now) as i64, &mut cache).await?;
                    hit(Failpoint::ImportAfterChunk);
                }
                // The store is away, not the file at fault: the next try goes on from here.
                Some(Err(problem)) if problem.is_passing() => return Err(problem.into()),
                Some(Err(problem)) => {
                    end = End::Failed { error: problem.message };
                    break;
                }
            }
        }
        if end != End::Completed {
            // The rest of the file is counted, so that the outcomes add up to the rows it has.
            while let Some(rows) = chunks.next().await {
                let rows = match rows {
                    Ok(read) => read.rows.len() as u64,
                    Err(problem) if problem.is_passing() => return Err(problem.into()),
                    Err(_) => break,
                };
                self.progressed.totals.read += rows;
                self.progressed.totals.not_run += rows;
            }
        }
        self.finish(end).await?;
        Ok(job_end)
    }

    /// Reads, decodes and parses ahead on a thread of its own, so that the database never waits for the processor.
    async fn parsed_chunks(
        &self,
    ) -> Result<(Estimate, impl Stream<Item = Result<Read, FileProblem>> + Unpin + use<>), JobError> {
        let format = self
            .import
            .format
            .clone()
            .ok_or_else(|| JobError::permanent(anyhow::anyhow!("the import has no file")))?;
        let key: BlobKey = self.import.file_key.parse().map_err(JobError::permanent)?;
        let file = self.ctx.blobs.get_stream(&key, None).await?;
        let (size, after) = (file.size, self.progressed.last_row);
        let (body, estimate) = (file.body, Estimate::new(size, &format.encoding));
        let custom = CustomFields::load(self.ctx, &self.import.mapping).await?;
        let plan = Plan::new(self.import, self.ctx.now().date_naive(), &custom);
        let (sender, receiver) = tokio::sync::mpsc::channel(AHEAD);
        tokio::spawn(async move {
            let rows = read_rows_where(body, &format, move |row| row > after).chunks(CHUNK);
            tokio::pin!(rows);
            while let Some(rows) = rows.next().await {
                let read: Result<Vec<RawRow>, _> = rows.into_iter().collect();
                let plan = plan.clone();
                let parsed = match read {
                    Ok(rows) => {
                        let parsing = tokio::task::spawn_blocking(move || {
                            let length = rows.iter().map(|row| row.length).sum();
                            Read { rows: rows.iter().map(|row| wanted(&plan, row)).collect(), length }
                        });
                        parsing.await.map_err(|error| FileProblem::new("file_not_parsed", error.to_string()))
                    }
                    Err(problem) => Err(problem),
                };
                // The run has ended when nobody listens.
                if sender.send(parsed).await.is_err() {
                    return;
                }
            }
        });
        Ok((estimate, tokio_stream::wrappers::ReceiverStream::new(receiver)))
    }

    async fn write(&mut self, rows: &[Wanted], total: i64, cache: &mut AccountCache) -> Result<(), JobError> {
        for _ in 0..ATTEMPTS {
            match self.try_write(rows, total, cache).await {
                Ok(()) => return Ok(()),
                Err(CommandError::Conflict) => cache.clear(),
                // A claim that was free a moment ago: look again.
                Err(CommandError::Rejected(_)) => cache.clear(),
                Err(error) => return Err(error.into()),
            }
        }
        Err(anyhow::anyhow!(
            "other people keep changing the records of rows {} to {}",
            rows.first().map_or(0, |row| row.row),
            rows.last().map_or(0, |row| row.row)
        )
        .into())
    }

    async fn try_write(
        &mut self,
        rows: &[Wanted],
        total: i64,
        cache: &mut AccountCache,
    ) -> Result<(), CommandError> {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(()) };
        if last.row <= self.progressed.last_row {
            // Read back from the log as written: an earlier life of this run was further than it knew.
            return Ok(());
        }
        let known = Known::look_up(self.ctx, rows, cache).await?;
        let mut deciding =
            Deciding::new(self.run.import_id, self.ctx.now(), known, &self.progressed.first_rows);
        for row in rows {
            deciding.row(row.clone());
        }
        let mut append = Append::new(Lane::Bulk);
        let metadata = self.metadata();
        let (chunk, accounts) = deciding.finish(&self.ctx.log.blind, &metadata, &mut append)?;
        let domains = chunk.new_domains.iter().flat_map(|(_, domains)| domains);
        let domains: Vec<Key> = domains.map(|domain| (UNLINKED_DOMAIN, domain.clone())).collect();
        let waiting = key_owners(self.ctx, Lane::Bulk, &domains).await?;
        let waits = |domain: &String| waiting.contains_key(&(UNLINKED_DOMAIN, domain.clone()));
        for (account, domains) in chunk.new_domains.iter().filter(|(_, domains)| domains.iter().any(waits)) {
            append.jobs.push(on_account_domain::job(*account, domains.clone())?);
        }
        let number = self.progressed.chunks;
        let fact = self.fact(number, first.row, last.row, &chunk);
        append.facts.push(NewFact {
            kind: IMPORT_CHUNK_RAN,
            version: IMPORT_CHUNK_RAN_VERSION,
            about_type: "import",
            about_id: self.run.import_id,
            payload: serde_json::to_value(&fact)?,
            metadata,
            personal: &[],
            subject: None,
        });
        append.idempotency = Some(IdempotencyKey {
            key: format!("import:{}:chunk:{number}", self.run.import_id),
            fingerprint: last.row.to_be_bytes().to_vec(),
            result: json!({ "last_row": last.row }),
        });
        let done = (self.progressed.totals.read + chunk.outcomes.read) as i64;
        append.progress = Some(self.job.progress(done, Some(total), Some("Importing"), None));
        match self.ctx.log.append(append).await {
            Ok(_) => {
                for (id, account) in accounts {
                    cache.remember(id, account);
                }
            }
            // An earlier life of this run committed the chunk and died before it knew.
            Err(LogError::Repeated(_)) => {
                self.progressed = Progressed::read(self.ctx, self.run.import_id).await?;
                cache.clear();
                return Ok(());
            }
            Err(error) => return Err(error.into()),
        }
        let ImportFact::ImportChunkRan(ran) = fact;
        self.progressed.add(&ran);
        Ok(())
    }

    fn fact(&self, chunk_number: u32, first_row: u32, last_row: u32, chunk: &Chunk) -> ImportFact {
        ImportFact::ImportChunkRan(ChunkRan {
            import_id: self.run.import_id,
            chunk: chunk_number,
            first_row,
            last_row,
            outcomes: chunk.outcomes,
            accounts_created: chunk.accounts_created,
            accounts_updated: chunk.accounts_updated,
            records: chunk.records.clone(),
            problems: chunk.problems.clone(),
        })
    }

    fn metadata(&self) -> Metadata {
        Metadata {
            actor: self.run.actor.to_string(),
            role: self.run.role.clone(),
            source: Source::Import { id: self.run.import_id, row: 0 }.to_string(),
            correlation: Some(self.run.import_id),
            ..Metadata::default()
        }
    }

    async fn finish(&self, end: End) -> Result<(), JobError> {
        let reject_file = super::rejects::write(self.ctx, self.run.import_id, self.import).await?;
        let outcomes = Outcomes { ..self.progressed.totals };
        let result = RunResult {
            outcomes,
            accounts_created: self.progressed.accounts_created,
            accounts_updated: self.progressed.accounts_updated,
            reject_file,
        };
        let at = self.ctx.now();
        execute::<Import, _, _>(
            self.ctx,
            self.run.import_id,
            &self.metadata(),
            None,
            |loaded| {
                Ok(loaded.state.decide(ImportCommand::Finish {
                    at,
                    result: result.clone(),
                    end: end.clone(),
                })?)
            },
            no_jobs,
        )
        .await?;
        self.job.report(outcomes.read as i64, Some(outcomes.read as i64), Some("Done")).await
    }
}

/// A row as the file has it to what it wants, its defects in reading included.
fn wanted(plan: &Plan, raw: &RawRow) -> Wanted {
    // The cells of a broken line are not what their columns say: complaining of each would bury the one reason.
    let is_broken = raw.defects.iter().any(|defect| defect.rejects());
    let mut wanted = if is_broken { Wanted::nothing(raw.row) } else { row::read(plan, raw.row, &raw.cells) };
    for defect in &raw.defects {
        if defect.rejects() {
            wanted.reject(defect.code(), None);
        } else {
            wanted.problems.push(RowProblem {
                row: raw.row,
                code: defect.code().to_owned(),
                field: None,
                rejected: false,
            });
        }
    }
    wanted
}
