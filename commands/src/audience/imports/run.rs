//! The run of an import: reads the file as a stream, writes it chunk by chunk, and records how it ended.
//!
//! A chunk is one transaction: its records, guards, the fact with every row's outcome, the job's progress and the
//! chunk's own idempotency key. Killed anywhere, the run goes on after the last chunk that committed.

use chrono::{DateTime, Utc};
use futures::StreamExt;
use pivotal_domain::audience::contacts::keys::UNLINKED_DOMAIN;
use pivotal_domain::audience::imports::command::{End, ImportCommand};
use pivotal_domain::audience::imports::facts::{IMPORT_CHUNK_RAN, IMPORT_CHUNK_RAN_VERSION, ImportFact};
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::imports::outcome::{Outcomes, RunResult};
use pivotal_domain::audience::imports::{Import, ImportState};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, IdempotencyKey, Lane, NewFact, NewJob};
use pivotal_log::error::LogError;
use pivotal_log::failpoint::{Failpoint, hit};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::chunk::Deciding;
use super::erased::Erased;
use super::parsed::{Read, parsed_chunks};
use super::progress::Progressed;
use super::resolve::{AccountCache, Known};
use super::row::Wanted;
use crate::audience::contacts::on_account_domain;
use crate::audience::duplicates::find::after_import;
use crate::audience::email_verification::after_import::verify_after_import;
use crate::audience::record::asker::Asker;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::execute;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::{RunningJob, Stop};
use crate::lookup::{Key, key_owners};

pub const KIND: &str = kinds::IMPORT_RUN.name;

/// Somebody else may be faster this often before a chunk gives up; the job then tries again later.
const ATTEMPTS: usize = 8;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunImport {
    pub import_id: Uuid,
    /// Who started it: stands in the history of every record.
    pub actor: Uuid,
    pub role: String,
    /// For whom the emails of what comes in are verified when the run has ended; nobody, when that was not asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verify: Option<Asker>,
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
        let erased = Erased::since_upload(&self.0, run.import_id).await?;
        Run { ctx: &self.0, job, run: &run, import: &import.state, progressed, erased }.run_out().await
    }
}

struct Run<'a> {
    ctx: &'a Context,
    job: &'a RunningJob,
    run: &'a RunImport,
    import: &'a Import,
    progressed: Progressed,
    erased: Erased,
}

impl Run<'_> {
    async fn run_out(mut self) -> Result<JobEnd, JobError> {
        let mut end = End::Completed;
        let mut job_end = JobEnd::Done;
        let (mut estimate, mut chunks) =
            parsed_chunks(self.ctx, self.import, self.progressed.last_row).await?;
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
        let known = Known::look_up(self.ctx, rows, cache, None).await?;
        self.erased.look(self.ctx).await?;
        let (id, kind) = (self.run.import_id, self.import.kind);
        let mut deciding = Deciding::new(id, self.ctx.now(), kind, known, &self.progressed.first_rows);
        deciding.supplied_by = self.import.supplied_by;
        for row in rows {
            let mut row = row.clone();
            self.erased.refuse(&mut row);
            deciding.row(row);
        }
        let mut append = Append::new(Lane::Bulk);
        let metadata = self.metadata();
        let decided = deciding.finish();
        let new_domains = decided.new_domains();
        let (chunk, accounts) = decided.write(&self.ctx.log.blind, &metadata, &mut append)?;
        let domains = new_domains.iter().flat_map(|(_, domains)| domains);
        let domains: Vec<Key> = domains.map(|domain| (UNLINKED_DOMAIN, domain.clone())).collect();
        let waiting = key_owners(self.ctx, Lane::Bulk, &domains).await?;
        let waits = |domain: &String| waiting.contains_key(&(UNLINKED_DOMAIN, domain.clone()));
        for (account, domains) in new_domains.iter().filter(|(_, domains)| domains.iter().any(waits)) {
            append.jobs.push(on_account_domain::job(*account, domains.clone())?);
        }
        let number = self.progressed.chunks;
        let ran = chunk.ran(self.run.import_id, number, first.row..=last.row);
        let fact = ImportFact::ImportChunkRan(ran);
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
        let done = (self.progressed.totals.read + rows.len() as u64) as i64;
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

    fn metadata(&self) -> Metadata {
        Metadata {
            actor: self.run.actor.to_string(),
            role: self.run.role.clone(),
            source: Source::Import { id: self.run.import_id, row: 0 }.to_string(),
            correlation: Some(self.run.import_id),
            ..Metadata::default()
        }
    }

    /// In the append that tells the end: each of them once, however often the job is run.
    fn follow_ups(&self, outcomes: &Outcomes, at: DateTime<Utc>) -> Result<Vec<NewJob>, CommandError> {
        let mut jobs = vec![after_import()?];
        let brought_contacts =
            self.import.kind != ImportKind::Accounts && outcomes.created + outcomes.updated > 0;
        if let Some(asker) = self.run.verify.as_ref().filter(|_| brought_contacts) {
            jobs.push(verify_after_import(self.run.import_id, asker, at)?);
        }
        Ok(jobs)
    }

    async fn finish(mut self, end: End) -> Result<(), JobError> {
        self.erased.look(self.ctx).await?;
        let people = self.erased.take_people();
        let reject_file = super::rejects::write(self.ctx, self.run.import_id, self.import, people).await?;
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
            |_, _| self.follow_ups(&outcomes, at),
        )
        .await?;
        self.job.report(outcomes.read as i64, Some(outcomes.read as i64), Some("Done")).await
    }
}
