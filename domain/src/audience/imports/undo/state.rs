//! The import's own side of being taken back, and of looking at that beforehand.

use crate::audience::imports::Import;
use crate::audience::imports::error::ImportError;
use crate::audience::imports::events::ImportEvent;
use crate::audience::record::undo::state::{BeingUndone, UndoCommand, UndoStep};

impl Import {
    pub(in crate::audience::imports) fn decide_undo(
        &self,
        command: UndoCommand,
    ) -> Result<Vec<ImportEvent>, ImportError> {
        // Once more, too: what was left because somebody touched it can be chosen later.
        if command.is_asked() {
            self.may_be_undone()?;
        }
        let step = self.undoing.decide(command).map_err(|BeingUndone| ImportError::Undoing)?;
        Ok(step.map(ImportEvent::from).into_iter().collect())
    }
}

impl From<UndoStep> for ImportEvent {
    fn from(step: UndoStep) -> Self {
        match step {
            UndoStep::LookStarted { at, job } => ImportEvent::ImportUndoPreviewStarted { at, job },
            UndoStep::Looked { at, preview } => ImportEvent::ImportUndoPreviewed { at, preview },
            UndoStep::LookStopped { at, job } => ImportEvent::ImportUndoPreviewStopped { at, job },
            UndoStep::Started { at, job, chosen } => ImportEvent::ImportUndoStarted { at, job, chosen },
            UndoStep::Undone { at, job, result } => ImportEvent::ImportUndone { at, job, result },
            UndoStep::Stopped { at, job, result } => ImportEvent::ImportUndoStopped { at, job, result },
        }
    }
}
