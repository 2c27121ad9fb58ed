//! The files of an import were kept long enough: the upload with whatever was made of it, and the reject file.

use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::ImportState;
use pivotal_domain::audience::imports::command::ImportCommand;
use pivotal_domain::log::metadata::Metadata;
use uuid::Uuid;

use super::converted::{table_of, workbook_of};
use super::rejects;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};
use crate::ports::blob_store::BlobKey;
use crate::suppression::legal_holds::standstill::Standstill;

/// Answers false for one that is at work, or that there is not. Files first: killed between the two, this is done again.
///
/// `unheld`: in which nothing was found to hold them. It ends with the files, before the append.
pub async fn remove_files(ctx: &Context, id: Uuid, unheld: Standstill) -> Result<bool, CommandError> {
    let import = ctx.log.load::<Import>(id).await?.state;
    let at_work = import.state == ImportState::Running
        || import.previews.running.is_some()
        || import.undoing.running.is_some()
        || import.undoing.looking.is_some();
    if import.state == ImportState::Absent || at_work {
        return Ok(false);
    }
    let key: BlobKey = import.file_key.parse().map_err(CommandError::unexpected)?;
    let mut keys = vec![rejects::key(id)?];
    if let Some(workbook) = workbook_of(&key) {
        for sheet in std::iter::once(None).chain((0..import.sheets.len()).map(Some)) {
            keys.push(table_of(&workbook, sheet)?);
        }
        keys.push(workbook);
    }
    keys.push(key);
    for key in &keys {
        ctx.blobs.delete(key).await.map_err(CommandError::unexpected)?;
    }
    unheld.end().await?;
    let at = ctx.now();
    execute::<Import, _, _>(
        ctx,
        id,
        &Metadata::system("retention"),
        None,
        |loaded| Ok(loaded.state.decide(ImportCommand::RemoveFiles { at })?),
        no_jobs,
    )
    .await?;
    Ok(true)
}
