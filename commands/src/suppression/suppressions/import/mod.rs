//! A file of suppressions: taken in, looked at, and read by a job.
//!
//! The file is deleted when the job has ended, and what is kept of refused lines is their number and why, never what stood
//! there: a person who is erased later is in no file of ours.

pub mod column;
pub mod run;

use chrono::{DateTime, NaiveDate, Utc};
use futures::StreamExt;
use pivotal_domain::audience::imports::events::FileFormat;
use pivotal_domain::audience::values::country::Country;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_domain::suppression::suppressions::key::Kind;
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_domain::suppression::suppressions::reason::Reason;
use pivotal_log::append::NewJob;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

use self::column::{Column, choose};
use super::add::check_reach;
use super::{covers, forbidden};
use crate::audience::imports::file::detect::detect;
use crate::audience::imports::file::reject_file::push_line;
use crate::audience::imports::file::{FileProblem, HEAD_BYTES};
use crate::audience::record::asker::Asker;
use crate::authorise::authorise;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::jobs::job::{Job, JobState};
use crate::jobs::kinds;
use crate::jobs::limit::refuse_full;
use crate::jobs::queue::JobQueue;
use crate::ports::blob_store::{BlobError, BlobKey, BlobStream};

pub const KIND: &str = kinds::SUPPRESSION_IMPORT.name;
/// A million lines are some 30 MB.
const MOST_BYTES: u64 = 128 * 1024 * 1024;
/// Days after which a national register has to be fetched anew (FTC Telemarketing Sales Rule, 16 CFR 310.4(b)(3)(iv)).
pub const REGISTER_STALE_AFTER: i64 = 31;

pub struct ImportSuppressions {
    pub body: BlobStream,
    pub reach: Reach,
    pub reason: Reason,
    pub until: Option<DateTime<Utc>>,
    /// Of numbers without a country code.
    pub country: Option<Country>,
    /// The heading of the column to read; found by content without it.
    pub column: Option<String>,
    /// Of a national register: the day its file is of.
    pub as_of: Option<NaiveDate>,
}

impl std::fmt::Debug for ImportSuppressions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ImportSuppressions({} {:?})", self.reach, self.reason)
    }
}

/// What the job is told.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunSuppressionImport {
    pub file_key: String,
    pub format: FileFormat,
    /// Index of the column that holds the keys.
    pub column: usize,
    /// `None`: each line is told by its shape.
    pub kind: Option<Kind>,
    pub reach: Reach,
    pub reason: Reason,
    pub until: Option<DateTime<Utc>>,
    pub country: Option<String>,
    /// Of a national register: the day its file is of.
    #[serde(default)]
    pub as_of: Option<NaiveDate>,
    pub note: Option<String>,
    pub asker: Asker,
}

/// How far it is, and what became of it: committed with each chunk.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// The last row that was dealt with, as a spreadsheet numbers it.
    pub row: u32,
    pub rows: u64,
    pub added: u64,
    pub already: u64,
    pub refused: u64,
    /// Numbers of refused rows by code; the first [`NAMED`] of them.
    pub lines: BTreeMap<String, Vec<u32>>,
}

/// Refused rows that are named; the others are counted.
pub const NAMED: u64 = 20_000;

/// What was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    pub job: Uuid,
    /// The heading of the column that is read.
    pub column: String,
    /// Days since the register's file was made.
    pub age_days: Option<i64>,
}

pub async fn import_suppressions(
    ctx: &Context,
    queue: &JobQueue,
    actor: &Actor,
    input: ImportSuppressions,
) -> Result<Begun, CommandError> {
    let scope = authorise(actor, Permission::SuppressionsAdd)?;
    if scope == Scope::Own || !covers(actor, scope, input.reach) {
        return Err(forbidden(actor, Permission::SuppressionsAdd));
    }
    check_reach(ctx, input.reach).await?;
    refuse_full(ctx, actor.user_id).await?;
    let now = ctx.now();
    if input.until.is_some_and(|until| until <= now) {
        return Err(pivotal_domain::suppression::suppressions::error::SuppressionError::UntilPast.into());
    }
    if input.reason == Reason::DncRegister && input.as_of.is_none() {
        return Err(CommandError::rejected(Rejection::of_field(
            "asOf",
            "SUPPRESSION_FILE_DATE_MISSING",
            "Say of which day the register's file is: calling by an old one is not allowed.",
        )));
    }
    let age_days = input.as_of.map(|day| (now.date_naive() - day).num_days());
    if age_days.is_some_and(|days| days < 0) {
        return Err(CommandError::rejected(Rejection::of_field(
            "asOf",
            "SUPPRESSION_FILE_FROM_TOMORROW",
            "The day of the file lies in the future. Enter the day it was made.",
        )));
    }
    let id = Uuid::now_v7();
    let key = BlobKey::new("suppression", now, id).map_err(CommandError::unexpected)?;
    let size = store(ctx, &key, input.body).await?;
    let looked = look(ctx, &key, size).await;
    let looked = looked.and_then(|(format, samples)| {
        let country = input.country;
        let found = choose(&format.headers, &samples, input.column.as_deref(), country);
        found.map(|column| (format, column)).map_err(refused)
    });
    let (format, Column { index, kind }) = match looked {
        Ok(looked) => looked,
        Err(error) => {
            ctx.blobs.delete(&key).await.map_err(CommandError::unexpected)?;
            return Err(error);
        }
    };
    let column = format.headers.get(index).cloned().unwrap_or_default();
    let run = RunSuppressionImport {
        file_key: key.as_str().to_owned(),
        format,
        column: index,
        kind,
        reach: input.reach,
        reason: input.reason,
        until: input.until,
        country: input.country.map(|country| country.code().to_owned()),
        as_of: input.as_of,
        note: input.as_of.map(|day| format!("File of {day}")),
        asker: Asker::of(actor),
    };
    let mut job = NewJob::new(id, KIND, "Suppression file", run)?;
    job.max_attempts = 20;
    job.priority = 4;
    job.link = Some("/suppressions".to_owned());
    job.created_by = (!actor.is_system()).then_some(actor.user_id);
    queue.enqueue(&job).await.map_err(CommandError::unexpected)?;
    Ok(Begun { job: id, column, age_days })
}

/// How an import stands; `None` for one the actor may not see.
pub async fn imported(
    queue: &JobQueue,
    actor: &Actor,
    id: Uuid,
) -> Result<Option<(JobState, Imported)>, CommandError> {
    let found = queue.find(id).await.map_err(CommandError::unexpected)?;
    let sees =
        |job: &Job| job.created_by == Some(actor.user_id) || actor.scope(Permission::JobsView) == Scope::All;
    let found = found.filter(|job| job.kind == KIND && sees(job));
    Ok(found.map(|job| {
        // Nothing is written before the first chunk.
        let state = serde_json::from_value(job.progress.state).unwrap_or_default();
        (job.state, state)
    }))
}

/// The refused rows as a file: number, code and why, in the order of the file. What stood there is not in it.
pub fn refused_file(imported: &Imported) -> String {
    let mut rows: Vec<(u32, &str)> = imported
        .lines
        .iter()
        .flat_map(|(code, rows)| rows.iter().map(move |row| (*row, code.as_str())))
        .collect();
    rows.sort_unstable();
    let mut file = String::from("row,code,why\r\n");
    for (row, code) in rows {
        let number = row.to_string();
        push_line(&mut file, [number.as_str(), code, why(code)].into_iter());
    }
    file
}

fn why(code: &str) -> &'static str {
    match code {
        "SUPPRESSION_EMPTY" => "Nothing stands in the column that is read.",
        "SUPPRESSION_EMAIL_INVALID" => "This cannot be an email.",
        "SUPPRESSION_PHONE_INVALID" => "This cannot be a phone number, or its country code is missing.",
        "SUPPRESSION_DOMAIN_INVALID" => "This cannot be a domain.",
        "SUPPRESSION_ACCOUNT_INVALID" => "An account is named by its id.",
        _ => "This is neither an email, a phone number nor a domain.",
    }
}

async fn store(ctx: &Context, key: &BlobKey, body: BlobStream) -> Result<u64, CommandError> {
    let mut size = 0u64;
    let body = body.map(move |piece| {
        let piece = piece?;
        size += piece.len() as u64;
        if size > MOST_BYTES {
            return Err(std::io::Error::new(std::io::ErrorKind::FileTooLarge, "too large"));
        }
        Ok(piece)
    });
    match ctx.blobs.put_stream(key, "text/csv", body.boxed()).await {
        Ok(meta) => Ok(meta.size),
        Err(BlobError::Upload(error)) if error.kind() == std::io::ErrorKind::FileTooLarge => {
            Err(refused(FileProblem::new(
                "file_too_large",
                "The file is larger than 128 MB. Split it and upload the parts.",
            )))
        }
        Err(BlobError::Upload(_)) => Err(refused(FileProblem::new(
            "file_upload_broken",
            "The upload broke off. Nothing was kept; please send the file again.",
        ))),
        Err(error) => Err(CommandError::unexpected(error)),
    }
}

async fn look(
    ctx: &Context,
    key: &BlobKey,
    size: u64,
) -> Result<(FileFormat, Vec<Vec<String>>), CommandError> {
    let mut head = Vec::new();
    if size > 0 {
        let mut file =
            ctx.blobs.get_stream(key, Some(0..HEAD_BYTES as u64)).await.map_err(CommandError::unexpected)?;
        while let Some(piece) = file.body.next().await {
            head.extend_from_slice(&piece.map_err(CommandError::unexpected)?);
        }
    }
    let detected = detect(&head, head.len() as u64 == size).map_err(refused)?;
    Ok((detected.format, detected.samples))
}

fn refused(problem: FileProblem) -> CommandError {
    CommandError::rejected(Rejection::of_field("file", problem.code.to_ascii_uppercase(), problem.message))
}
