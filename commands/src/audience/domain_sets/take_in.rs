//! Taking domains in: a file streamed to the object store, or what was pasted. Its head is looked at, and a job reads the rest.

use bytes::Bytes;
use futures::StreamExt;
use futures::stream;
use pivotal_domain::audience::domain_sets::command::DomainSetCommand;
use pivotal_domain::audience::domain_sets::error::DomainSetError;
use pivotal_domain::audience::domain_sets::events::Source;
use pivotal_domain::audience::domain_sets::lines::{Columns, Meant, meant, names_columns};
use pivotal_domain::audience::domain_sets::{Details, DomainSet, check_sharing};
use pivotal_domain::audience::imports::events::FileFormat;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::name::tidy_name;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{RunDomainSet, StoredLines, job_of};
use crate::audience::imports::file::detect::detect;
use crate::audience::imports::file::{FileProblem, HEAD_BYTES};
use crate::audience::record::asker::Asker;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, execute_new};
use crate::ports::blob_store::{BlobError, BlobKey, BlobStream};

/// The most domains a set holds, each with a name and a note, are some 25 MB.
const MOST_BYTES: u64 = 32 * 1024 * 1024;

pub struct TakeIn {
    /// Of the set; `None`: as the file is called.
    pub name: Option<String>,
    pub sharing: Sharing,
    pub tags: Vec<String>,
    /// Make accounts of what is unknown.
    pub stubs: bool,
    pub lines: Lines,
}

pub enum Lines {
    File { name: String, body: BlobStream },
    Pasted(String),
}

impl std::fmt::Debug for TakeIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TakeIn({:?})", self.name)
    }
}

pub async fn take_in(
    ctx: &Context,
    actor: &Actor,
    input: TakeIn,
) -> Result<Executed<DomainSet>, CommandError> {
    take_in_as(ctx, actor, Uuid::now_v7(), input).await
}

/// The same, under an id that was chosen beforehand.
pub async fn take_in_as(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    input: TakeIn,
) -> Result<Executed<DomainSet>, CommandError> {
    // One that belongs to a client comes with the order it is for.
    authorise_all(actor, Permission::DomainSetsEdit)?;
    if input.stubs {
        authorise_all(actor, Permission::AccountsEdit)?;
    }
    check_sharing(input.sharing, actor)?;
    let (source, file_name, body) = match input.lines {
        Lines::File { name, body } => (Source::File, Some(clean_name(&name)), body),
        Lines::Pasted(text) if text.trim().is_empty() => return Err(DomainSetError::NothingPasted.into()),
        Lines::Pasted(text) => (Source::Paste, None, stream::iter([Ok(Bytes::from(text))]).boxed()),
    };
    let name =
        input.name.or_else(|| file_name.as_deref().map(stem)).unwrap_or_else(|| "Pasted domains".to_owned());
    // The job is called by it, too.
    let name = tidy_name(&name).map_err(DomainSetError::from)?;
    let details = Details { name, sharing: input.sharing, tags: input.tags };
    let (job, at) = (Uuid::now_v7(), ctx.now());
    let key = BlobKey::new("domain-set", at, id).map_err(CommandError::unexpected)?;
    let size = store(ctx, &key, body).await?;
    let taken = match look(ctx, &key, size).await {
        Ok((format, columns)) => {
            let run = RunDomainSet {
                domain_set_id: id,
                file: Some(StoredLines { file_key: key.as_str().to_owned(), format, columns }),
                stubs: input.stubs,
                asker: Asker::of(actor),
            };
            let new = job_of(actor, &details.name, job, run);
            let command = DomainSetCommand::Create {
                at,
                by: actor.user_id,
                details,
                source,
                file_name,
                stubs: input.stubs,
                job,
            };
            match new {
                Ok(new) => {
                    execute_new::<DomainSet, _, _>(
                        ctx,
                        id,
                        &actor.metadata(),
                        None,
                        |set| Ok(set.decide(command)?),
                        |_, _| Ok(vec![new.clone()]),
                    )
                    .await
                }
                Err(error) => Err(error),
            }
        }
        Err(error) => Err(error),
    };
    // A file of which no set came is nobody's.
    if taken.is_err() {
        ctx.blobs.delete(&key).await.map_err(CommandError::unexpected)?;
    }
    taken
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
                "The file is larger than 32 MB, more than the 250,000 domains that fit in one set. Split it and upload the parts.",
            )))
        }
        Err(BlobError::Upload(_)) => Err(refused(FileProblem::new(
            "file_upload_broken",
            "The upload broke off. Nothing was kept; please send the file again.",
        ))),
        Err(error) => Err(CommandError::unexpected(error)),
    }
}

async fn look(ctx: &Context, key: &BlobKey, size: u64) -> Result<(FileFormat, Columns), CommandError> {
    let mut head = Vec::new();
    if size > 0 {
        let mut file =
            ctx.blobs.get_stream(key, Some(0..HEAD_BYTES as u64)).await.map_err(CommandError::unexpected)?;
        while let Some(piece) = file.body.next().await {
            head.extend_from_slice(&piece.map_err(CommandError::unexpected)?);
        }
    }
    format_of(&head, head.len() as u64 == size).map_err(refused)
}

/// A list of domains has no heading more often than not, and its first line looks like one.
pub(super) fn format_of(head: &[u8], whole: bool) -> Result<(FileFormat, Columns), FileProblem> {
    let detected = match detect(head, whole) {
        Ok(detected) => detected,
        // One line, and nothing below it.
        Err(problem) if problem.code == "file_header_only" => {
            let mut two = head.trim_ascii_end().to_vec();
            let line = two.clone();
            two.push(b'\n');
            two.extend_from_slice(&line);
            let detected = detect(&two, true)?;
            if names_columns(&detected.format.headers) || meant_by(&detected.format.headers).is_none() {
                return Err(problem);
            }
            detected
        }
        Err(problem) => return Err(problem),
    };
    let mut format = detected.format;
    let columns = Columns::of(&format.headers, &detected.samples);
    if format.header_row > 0 && !names_columns(&format.headers) {
        format.header_row -= 1;
    }
    Ok((format, columns))
}

/// The first of these cells that is a domain.
fn meant_by(cells: &[String]) -> Option<Meant> {
    cells.iter().find_map(|cell| meant(cell).ok())
}

fn refused(problem: FileProblem) -> CommandError {
    CommandError::rejected(Rejection::of_field("file", problem.code.to_ascii_uppercase(), problem.message))
}

/// For showing only: no folders, no control characters, at most 200 characters.
fn clean_name(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let clean: String = base.chars().filter(|character| !character.is_control()).take(200).collect();
    if clean.trim().is_empty() { "domains.csv".to_owned() } else { clean.trim().to_owned() }
}

/// As a name of a set, which may not be as long as one of a file.
fn stem(file_name: &str) -> String {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let stem = if stem.trim().is_empty() { file_name } else { stem };
    stem.chars().take(pivotal_domain::identity::name::LONGEST).collect()
}
