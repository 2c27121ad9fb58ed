//! Taking a file in: streamed to the object store, looked at, named in the log. Of a workbook one sheet is converted, and
//! its table kept beside it. A file that is no table is refused and not kept.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use futures::StreamExt;
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::command::ImportCommand;
use pivotal_domain::audience::imports::events::Upload;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::failpoint::{Failpoint, hit};
use uuid::Uuid;

use super::converted::{WORKBOOK_TYPE, convert_stored, table_of, workbook_of};
use super::file::detect::{Detected, detect, detect_converted};
use super::file::workbook::{self, Converted};
use super::file::{FileProblem, HEAD_BYTES, MOST_BYTES};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, execute, no_jobs};
use crate::ports::blob_store::{BlobError, BlobKey, BlobStream};

pub struct UploadImport {
    /// As the person named it; never part of a path.
    pub file_name: String,
    /// Of a workbook: the sheet to take. Otherwise the first with rows.
    pub sheet: Option<String>,
    pub body: BlobStream,
}

impl std::fmt::Debug for UploadImport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "UploadImport({})", self.file_name)
    }
}

pub async fn upload_import(
    ctx: &Context,
    actor: &Actor,
    input: UploadImport,
) -> Result<Executed<Import>, CommandError> {
    upload_import_as(ctx, actor, Uuid::now_v7(), input).await
}

/// Under an id that the caller finds again. One that was uploaded before is refused.
pub async fn upload_import_as(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    input: UploadImport,
) -> Result<Executed<Import>, CommandError> {
    authorise_all(actor, Permission::ImportsRun)?;
    let at = ctx.now();
    let key = BlobKey::new("import", at, id).map_err(CommandError::unexpected)?;
    let (body, head) = watched(input.body);
    let file_name = clean_name(&input.file_name);
    let is_named_workbook = file_name.to_lowercase().ends_with(".xlsx");
    let content_type = if is_named_workbook { WORKBOOK_TYPE } else { "text/csv" };
    let meta = match ctx.blobs.put_stream(&key, content_type, body).await {
        Ok(meta) => meta,
        Err(BlobError::Upload(error)) => return Err(refused(too_large_or_broken(&error))),
        Err(error) => return Err(CommandError::unexpected(error)),
    };
    hit(Failpoint::UploadAfterPut);
    let head = std::mem::take(&mut *head.lock().unwrap_or_else(|poisoned| poisoned.into_inner()));
    let taken = if workbook::is_container(&head) {
        let table = table_of(&key, None)?;
        convert_stored(ctx, &key, &table, input.sheet).await?.map(|converted| (table, converted))
    } else {
        let detected = detect(&head, head.len() as u64 == meta.size);
        detected.map(|detected| (key.clone(), Converted { detected, sheet: None, sheets: Vec::new() }))
    };
    let (table, Converted { detected, sheet, sheets }) = match taken {
        Ok(taken) => taken,
        Err(problem) => {
            ctx.blobs.delete(&key).await.map_err(CommandError::unexpected)?;
            return Err(refused(problem));
        }
    };
    let upload = Upload {
        name: name_with_sheet(&file_name, sheet.as_deref()),
        file_name: file_name.clone(),
        file_key: table.as_str().to_owned(),
        file_size: meta.size,
        file_hash: meta.sha256,
        format: detected.format,
        sheets,
        sheet,
        parent: None,
    };
    execute::<Import, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(ImportCommand::Upload { at, upload: upload.clone() })?),
        no_jobs,
    )
    .await
}

/// Looks at a stored file again: its columns with their first values, for the mapping page. Values stay out of the log.
pub async fn look_at_file(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Detected, CommandError> {
    authorise_all(actor, Permission::ImportsView)?;
    let import = ctx.log.load::<Import>(id).await?;
    if !import.exists() {
        return Err(pivotal_domain::audience::imports::error::ImportError::NotFound.into());
    }
    let key: BlobKey = import.state.file_key.parse().map_err(CommandError::unexpected)?;
    let mut file =
        ctx.blobs.get_stream(&key, Some(0..HEAD_BYTES as u64)).await.map_err(CommandError::unexpected)?;
    let mut head = Vec::with_capacity(HEAD_BYTES);
    while let Some(piece) = file.body.next().await {
        head.extend_from_slice(&piece.map_err(CommandError::unexpected)?);
    }
    let whole = head.len() as u64 == file.size;
    if workbook_of(&key).is_none() {
        return detect(&head, whole).map_err(refused);
    }
    let text = String::from_utf8_lossy(&head);
    detect_converted(text.trim_start_matches('\u{FEFF}'), whole).map_err(refused)
}

/// Keeps the first bytes and cuts the stream off where it grows too large.
fn watched(body: BlobStream) -> (BlobStream, Arc<Mutex<Vec<u8>>>) {
    let head = Arc::new(Mutex::new(Vec::new()));
    let (kept, mut size) = (head.clone(), 0u64);
    let body = body.map(move |piece| {
        let piece: Bytes = piece?;
        size += piece.len() as u64;
        if size > MOST_BYTES {
            return Err(std::io::Error::new(std::io::ErrorKind::FileTooLarge, "too large"));
        }
        let mut kept = kept.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let room = HEAD_BYTES.saturating_sub(kept.len()).min(piece.len());
        kept.extend_from_slice(&piece[..room]);
        drop(kept);
        Ok(piece)
    });
    (body.boxed(), head)
}

fn too_large_or_broken(error: &std::io::Error) -> FileProblem {
    if error.kind() == std::io::ErrorKind::FileTooLarge {
        FileProblem::new(
            "file_too_large",
            format!(
                "The file is larger than {} MB. Split it and import the parts.",
                MOST_BYTES / 1024 / 1024
            ),
        )
    } else {
        FileProblem::new(
            "upload_broken",
            "The upload broke off. Nothing was kept; please send the file again.",
        )
    }
}

/// Which of several sheets was taken, people see by the name.
pub(super) fn name_with_sheet(file_name: &str, sheet: Option<&str>) -> String {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    sheet.map_or_else(|| stem.to_owned(), |sheet| format!("{stem}, {sheet}"))
}

pub(super) fn refused(problem: FileProblem) -> CommandError {
    CommandError::rejected(Rejection::of_field("file", problem.code.to_ascii_uppercase(), problem.message))
}

/// For showing only: no folders, no control characters, at most 200 characters.
fn clean_name(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let clean: String = base.chars().filter(|character| !character.is_control()).take(200).collect();
    if clean.trim().is_empty() { "upload.csv".to_owned() } else { clean.trim().to_owned() }
}
