//! How an import ended, from the log itself: known before any read model is.

use pivotal_domain::audience::imports::events::ImportEvent;
use pivotal_domain::audience::imports::outcome::RunResult;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::reader;
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;

#[derive(Debug, Clone, PartialEq)]
pub struct Ended {
    pub result: RunResult,
    pub how: How,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    Completed,
    Cancelled,
    Failed { error: String },
}

/// Nothing while it has not ended.
pub async fn ended_import(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Option<Ended>, CommandError> {
    authorise_all(actor, Permission::ImportsView)?;
    let entries = reader::read_record(&ctx.log.pools.write, "import", id).await?;
    let keys = reader::keys_for(&ctx.log.keys, &entries).await?;
    let mut ended = None;
    for entry in &entries {
        let here = match entry.event::<ImportEvent>(&keys, ctx.log.upcasters())? {
            ImportEvent::ImportCompleted { result, .. } => Some(Ended { result, how: How::Completed }),
            ImportEvent::ImportCancelled { result, .. } => Some(Ended { result, how: How::Cancelled }),
            ImportEvent::ImportFailed { result, error, .. } => {
                Some(Ended { result, how: How::Failed { error } })
            }
            ImportEvent::ImportUploaded { .. }
            | ImportEvent::ImportMapped { .. }
            | ImportEvent::ImportSheetChosen { .. }
            | ImportEvent::ImportPreviewStarted { .. }
            | ImportEvent::ImportPreviewed { .. }
            | ImportEvent::ImportPreviewStopped { .. }
            | ImportEvent::ImportPreviewRemoved { .. }
            | ImportEvent::ImportStarted { .. }
            | ImportEvent::ImportUndoPreviewStarted { .. }
            | ImportEvent::ImportUndoPreviewed { .. }
            | ImportEvent::ImportUndoPreviewStopped { .. }
            | ImportEvent::ImportUndoStarted { .. }
            | ImportEvent::ImportUndone { .. }
            | ImportEvent::ImportUndoStopped { .. }
            | ImportEvent::ImportFilesRemoved { .. } => None,
        };
        // What happens to an import afterwards takes nothing of its result back.
        ended = here.or(ended);
    }
    Ok(ended)
}

/// What the preview that this job made foretells. Nothing when it did not come to its end.
pub async fn previewed_import(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    job: Uuid,
) -> Result<Option<RunResult>, CommandError> {
    authorise_all(actor, Permission::ImportsView)?;
    let entries = reader::read_record(&ctx.log.pools.write, "import", id).await?;
    let keys = reader::keys_for(&ctx.log.keys, &entries).await?;
    for entry in entries.iter().rev() {
        if let ImportEvent::ImportPreviewed { preview, .. } = entry.event(&keys, ctx.log.upcasters())?
            && preview.job == job
        {
            return Ok(Some(preview.result));
        }
    }
    Ok(None)
}
