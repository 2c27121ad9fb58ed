//! The job that reads a file of suppressions: chunk by chunk, each with its progress in one append. Killed anywhere, it goes
//! on after the last chunk that was written; what is written twice changes nothing.

use std::collections::HashSet;

use futures::StreamExt;
use pivotal_domain::audience::values::country::Country;
use pivotal_domain::identity::users::User;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::suppression::suppressions::facts::{
    FILE_READ, FILE_READ_VERSION, FileRead, SuppressionFact,
};
use pivotal_domain::suppression::suppressions::key::SuppressedKey;
use pivotal_log::append::{Append, Lane, NewFact};

use super::{Imported, KIND, NAMED, RunSuppressionImport};
use crate::audience::imports::file::rows::read_rows_where;
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::running::{RunningJob, Stop};
use crate::ports::blob_store::{BlobError, BlobKey};
use crate::suppression::suppressions::add::{CHUNK, Terms, add_chunk};

/// The handler of [`KIND`].
#[derive(Debug, Clone)]
pub struct ImportsSuppressions(pub Context);

impl JobHandler for ImportsSuppressions {
    const KIND: &'static str = KIND;

    fn at_once(&self) -> usize {
        2
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let run: RunSuppressionImport = job.payload()?;
        let ctx = &self.0;
        let key: BlobKey = run.file_key.parse().map_err(JobError::permanent)?;
        let end = read(ctx, job, &run, &key).await;
        // Kept only for another try.
        if matches!(end, Ok(JobEnd::Done | JobEnd::Cancelled) | Err(JobError::Permanent(_))) {
            ctx.blobs.delete(&key).await?;
        }
        end
    }
}

async fn read(
    ctx: &Context,
    job: &RunningJob,
    run: &RunSuppressionImport,
    key: &BlobKey,
) -> Result<JobEnd, JobError> {
    let mut at: Imported = job.resume_state()?.unwrap_or_default();
    let file = match ctx.blobs.get_stream(key, None).await {
        Ok(file) => file,
        // It was read to its end by a try that could not say so any more.
        Err(BlobError::NotFound(_)) => return Ok(JobEnd::Done),
        Err(error) => return Err(error.into()),
    };
    let user = ctx.log.load::<User>(run.asker.user).await?.state;
    let metadata = Metadata { correlation: Some(job.id), ..run.asker.actor(&user).metadata() };
    let terms = Terms {
        reach: run.reach,
        reason: run.reason,
        until: run.until,
        note: run.note.clone(),
        source: format!("suppression-import:{}", job.id),
    };
    let country = run.country.as_deref().and_then(Country::parse);
    let after = at.row;
    let mut rows = Box::pin(read_rows_where(file.body, &run.format, move |row| row > after));
    let mut chunk: Vec<SuppressedKey> = Vec::with_capacity(CHUNK);
    let mut seen = HashSet::with_capacity(CHUNK);
    loop {
        let row = match rows.next().await.transpose() {
            Ok(row) => row,
            Err(problem) if problem.is_passing() => return Err(problem.into()),
            Err(problem) => return Err(JobError::permanent(problem)),
        };
        let last = row.is_none();
        if let Some(row) = row {
            at.row = row.row;
            at.rows += 1;
            let cell = row.cells.get(run.column).map_or("", String::as_str);
            let read = match run.kind {
                Some(kind) => SuppressedKey::parse(kind, cell, country),
                None => SuppressedKey::read(cell, country),
            };
            match read {
                Ok(key) if seen.insert(key.clone()) => chunk.push(key),
                Ok(_) => at.already += 1,
                Err(error) => {
                    at.refused += 1;
                    if at.refused <= NAMED {
                        at.lines.entry(error.code().to_owned()).or_default().push(row.row);
                    }
                }
            }
        }
        // Rubbish alone must not keep the progress away.
        if last || chunk.len() == CHUNK || at.rows.is_multiple_of(5_000) {
            write(ctx, job, &metadata, &terms, &mut chunk, &mut at).await?;
            seen.clear();
            match job.stop() {
                _ if last => {
                    tell(ctx, job, run, &metadata, &at).await?;
                    return Ok(JobEnd::Done);
                }
                Some(Stop::Cancelled) => return Ok(JobEnd::Cancelled),
                Some(Stop::Shutdown | Stop::LeaseLost) => return Ok(JobEnd::Stopped),
                None => {}
            }
        }
    }
}

/// What is on record of the file once it is deleted and the job forgotten: of a register, how old it is.
async fn tell(
    ctx: &Context,
    job: &RunningJob,
    run: &RunSuppressionImport,
    metadata: &Metadata,
    at: &Imported,
) -> Result<(), JobError> {
    let read = SuppressionFact::SuppressionFileRead(FileRead {
        at: ctx.now(),
        reach: run.reach,
        reason: run.reason,
        country: run.country.clone(),
        as_of: run.as_of,
        rows: at.rows,
        added: at.added,
        already: at.already,
        refused: at.refused,
    });
    let mut append = Append::new(Lane::Bulk);
    append.facts.push(NewFact {
        kind: FILE_READ,
        version: FILE_READ_VERSION,
        about_type: "suppression_file",
        about_id: job.id,
        payload: serde_json::to_value(read).map_err(CommandError::from)?,
        metadata: metadata.clone(),
        personal: &[],
        subject: None,
    });
    ctx.log.append(append).await.map_err(CommandError::from)?;
    Ok(())
}

async fn write(
    ctx: &Context,
    job: &RunningJob,
    metadata: &Metadata,
    terms: &Terms,
    chunk: &mut Vec<SuppressedKey>,
    at: &mut Imported,
) -> Result<(), JobError> {
    let keys = std::mem::take(chunk);
    // Counted by what is decided, which a conflict can change: so the counts are worked out with each try.
    let counts = |added: usize| {
        let mut state = at.clone();
        state.added += added as u64;
        state.already += (keys.len() - added) as u64;
        state
    };
    let done = i64::try_from(at.rows).unwrap_or(i64::MAX);
    let progress = |added: usize| {
        let state = serde_json::to_value(counts(added)).ok();
        Some(job.progress(done, None, Some("Suppressing"), state))
    };
    let written = add_chunk(ctx, Lane::Bulk, metadata, terms, &keys, progress).await?;
    let now = counts(written.added);
    *at = now;
    Ok(())
}
