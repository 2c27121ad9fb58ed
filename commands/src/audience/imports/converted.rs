//! The table that is kept beside an uploaded workbook, and that everything behind the upload reads.

use std::io::Seek;

use bytes::Bytes;
use futures::StreamExt;
use tokio::io::AsyncWriteExt;

use super::file::FileProblem;
use super::file::workbook::{Converted, broken, convert};
use crate::context::Context;
use crate::error::CommandError;
use crate::ports::blob_store::BlobKey;

pub const WORKBOOK_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Kind of the key. The rest of it is that of the workbook, so that one tells of the other.
const TABLE: &str = "table";

/// Pieces converted ahead of the store.
const AHEAD: usize = 8;

/// The workbook a table was made of; nothing for a file that was uploaded as it is.
pub fn workbook_of(table: &BlobKey) -> Option<BlobKey> {
    let (kind, rest) = table.as_str().split_once('/')?;
    let of_sheet = |kind: &str| kind.strip_prefix(TABLE).is_some_and(|rest| rest.starts_with('-'));
    (kind == TABLE || of_sheet(kind)).then(|| format!("import/{rest}").parse().ok())?
}

/// Where the table of a workbook lies: of the sheet that was taken at the upload, or of one chosen later.
pub fn table_of(workbook: &BlobKey, sheet: Option<usize>) -> Result<BlobKey, CommandError> {
    let rest = workbook.as_str().split_once('/').map_or("", |(_, rest)| rest);
    let key = match sheet {
        None => format!("{TABLE}/{rest}"),
        Some(sheet) => format!("{TABLE}-{}/{rest}", sheet + 1),
    };
    key.parse().map_err(CommandError::unexpected)
}

/// Converts the stored workbook. `Ok(Err(..))` when it is at fault; then nothing of it is left but itself.
pub async fn convert_stored(
    ctx: &Context,
    workbook: &BlobKey,
    table: &BlobKey,
    sheet: Option<String>,
) -> Result<Result<Converted, FileProblem>, CommandError> {
    let file = local_copy(ctx, workbook).await?;
    let (sender, receiver) = tokio::sync::mpsc::channel::<std::io::Result<Bytes>>(AHEAD);
    let converting = tokio::task::spawn_blocking(move || {
        let converted = convert(file, sheet.as_deref(), |piece| sender.blocking_send(Ok(piece)).is_ok());
        if converted.is_err() {
            // Breaks the stored half off. Nobody listens when the store gave up first.
            let _ = sender.blocking_send(Err(std::io::Error::other("the workbook cannot be converted")));
        }
        converted
    });
    let body = tokio_stream::wrappers::ReceiverStream::new(receiver).boxed();
    let stored = ctx.blobs.put_stream(table, "text/csv; charset=utf-8", body).await;
    let converted = match converting.await {
        Ok(converted) => converted,
        // Content that the library cannot take is the content's fault.
        Err(panicked) => Err(broken(panicked)),
    };
    match (converted, stored) {
        (Ok(converted), Ok(_)) => Ok(Ok(converted)),
        (Ok(_), Err(error)) => Err(CommandError::unexpected(error)),
        (Err(problem), stored) => {
            ctx.blobs.delete(table).await.map_err(CommandError::unexpected)?;
            match stored {
                // The store gave up, and the conversion with it.
                Err(error) if problem.is_passing() => Err(CommandError::unexpected(error)),
                _ => Ok(Err(problem)),
            }
        }
    }
}

/// A workbook is read from its end, so it must lie on disk: in a file without a name, gone when it is closed.
async fn local_copy(ctx: &Context, key: &BlobKey) -> Result<std::fs::File, CommandError> {
    let mut body = ctx.blobs.get_stream(key, None).await.map_err(CommandError::unexpected)?.body;
    let file = tempfile::tempfile().map_err(CommandError::unexpected)?;
    let mut file = tokio::fs::File::from_std(file);
    while let Some(piece) = body.next().await {
        let piece = piece.map_err(CommandError::unexpected)?;
        file.write_all(&piece).await.map_err(CommandError::unexpected)?;
    }
    file.flush().await.map_err(CommandError::unexpected)?;
    let mut file = file.into_std().await;
    file.rewind().map_err(CommandError::unexpected)?;
    Ok(file)
}
