//! Reading the lines of a stored file, chunk by chunk: each is one append with its progress and a key of its own, so that a
//! repeat writes nothing twice. Killed anywhere, it reads from the start again and writes what is not written yet.

use std::collections::HashSet;

use futures::StreamExt;
use pivotal_domain::audience::domain_sets::ITEMS_MAX;
use pivotal_domain::audience::domain_sets::events::Read;
use pivotal_domain::audience::domain_sets::facts::{
    DomainSetFact, ITEMS_READ, ITEMS_READ_VERSION, InvalidLine, ItemRead, ItemsRead, LineText, PERSONAL,
};
use pivotal_domain::audience::domain_sets::lines::{Line, LineError};
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, IdempotencyKey, Lane, NewFact};
use pivotal_log::error::LogError;
use pivotal_log::failpoint::{Failpoint, hit};
use serde_json::Value;
use uuid::Uuid;

use super::StoredLines;
use crate::audience::imports::file::rows::read_rows;
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::handler::JobError;
use crate::jobs::running::{RunningJob, Stop};
use crate::ports::blob_store::{BlobError, BlobKey};

/// Lines of one chunk.
const CHUNK: u64 = 1_000;
/// Lines without a domain that are named; the others are counted.
const NAMED: u64 = 20_000;

pub enum Lines {
    Read(Read),
    Stopped(Stop),
    /// The file is gone: an earlier try came to its end.
    Gone,
}

/// `state` is what the job keeps with each chunk to go on from.
pub async fn read_lines(
    ctx: &Context,
    job: &RunningJob,
    (set, lines): (Uuid, &StoredLines),
    metadata: &Metadata,
    state: &Value,
) -> Result<Lines, JobError> {
    let key: BlobKey = lines.file_key.parse().map_err(JobError::permanent)?;
    let file = match ctx.blobs.get_stream(&key, None).await {
        Ok(file) => file,
        Err(BlobError::NotFound(_)) => return Ok(Lines::Gone),
        Err(error) => return Err(error.into()),
    };
    let mut rows = Box::pin(read_rows(file.body, &lines.format));
    let mut seen: HashSet<String> = HashSet::new();
    let (mut read, mut count) = (Read::default(), 0u64);
    let mut chunk = empty(set, 0);
    loop {
        let row = match rows.next().await.transpose() {
            Ok(row) => row,
            Err(problem) if problem.is_passing() => return Err(problem.into()),
            Err(problem) => return Err(JobError::permanent(problem)),
        };
        let Some(row) = row else { break };
        let fits = !row.defects.iter().any(|defect| defect.rejects());
        add(&mut chunk, &mut read, &mut seen, row.row, lines.columns.read(&row.cells, fits));
        count += 1;
        if count.is_multiple_of(CHUNK) {
            let next = empty(set, chunk.chunk + 1);
            write(ctx, job, metadata, std::mem::replace(&mut chunk, next), count, state).await?;
            if let Some(stop) = job.stop() {
                return Ok(Lines::Stopped(stop));
            }
        }
    }
    if !count.is_multiple_of(CHUNK) {
        write(ctx, job, metadata, chunk, count, state).await?;
    }
    Ok(Lines::Read(read))
}

fn empty(domain_set_id: Uuid, chunk: u32) -> ItemsRead {
    ItemsRead { domain_set_id, chunk, items: Vec::new(), invalid: Vec::new(), repeated: 0, texts: Vec::new() }
}

fn add(chunk: &mut ItemsRead, read: &mut Read, seen: &mut HashSet<String>, number: u32, line: Line) {
    let Line { given, account_name, notes, domain } = line;
    let domain = match domain {
        Ok(meant) if seen.contains(meant.domain.as_str()) => {
            chunk.repeated += 1;
            read.repeated += 1;
            return;
        }
        Ok(_) if read.items >= u64::from(ITEMS_MAX) => Err(LineError::Full),
        other => other,
    };
    let given = (!given.is_empty()).then_some(given);
    match domain {
        Ok(meant) => {
            let domain = meant.domain.into_string();
            let given = given.filter(|given| *given != domain);
            read.items += 1;
            seen.insert(domain.clone());
            let resembles = meant.resembles;
            chunk.items.push(ItemRead { number, domain, account_name, repaired: meant.repaired, resembles });
            if given.is_some() || notes.is_some() {
                chunk.texts.push(LineText { number, given, notes });
            }
        }
        Err(error) => {
            read.invalid += 1;
            if read.invalid <= NAMED {
                chunk.invalid.push(InvalidLine { number, code: error.code().to_owned() });
                if given.is_some() {
                    chunk.texts.push(LineText { number, given, notes: None });
                }
            }
        }
    }
}

async fn write(
    ctx: &Context,
    job: &RunningJob,
    metadata: &Metadata,
    chunk: ItemsRead,
    count: u64,
    state: &Value,
) -> Result<(), JobError> {
    let (set, number) = (chunk.domain_set_id, chunk.chunk);
    let mut append = Append::new(Lane::Bulk);
    append.facts.push(NewFact {
        kind: ITEMS_READ,
        version: ITEMS_READ_VERSION,
        about_type: "domain_set",
        about_id: set,
        payload: serde_json::to_value(DomainSetFact::DomainSetItemsRead(chunk))
            .map_err(CommandError::from)?,
        metadata: metadata.clone(),
        personal: PERSONAL,
        subject: Some(set),
    });
    append.idempotency = Some(IdempotencyKey {
        key: format!("domain-set:{set}:read:{number}"),
        fingerprint: Vec::new(),
        result: Value::Null,
    });
    let done = i64::try_from(count).unwrap_or(i64::MAX);
    append.progress = Some(job.progress(done, None, Some("Reading lines"), Some(state.clone())));
    match ctx.log.append(append).await {
        Ok(_) => {
            hit(Failpoint::DomainSetAfterLines);
            Ok(())
        }
        // An earlier try wrote it.
        Err(LogError::Repeated(_)) => Ok(()),
        Err(error) => Err(CommandError::from(error).into()),
    }
}

/// Once all is read, nothing needs the file any more: what is kept of it stands in the log.
pub async fn remove_file(ctx: &Context, lines: &StoredLines) -> Result<(), JobError> {
    let key: BlobKey = lines.file_key.parse().map_err(JobError::permanent)?;
    ctx.blobs.delete(&key).await?;
    Ok(())
}
