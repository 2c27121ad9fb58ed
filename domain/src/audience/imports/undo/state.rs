//! The import's own side of being taken back, and of looking at that beforehand.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Chosen, UndoResult};
use crate::audience::imports::Import;
use crate::audience::imports::error::ImportError;
use crate::audience::imports::events::{ImportEvent, UndoPreviewed};

/// What is being done about an undo.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Undoing {
    /// The job that takes the import back.
    pub running: Option<Uuid>,
    /// The job that looks at what that would do.
    pub looking: Option<Uuid>,
    /// Of the undo that runs.
    pub chosen: Chosen,
}

#[derive(Debug, Clone, PartialEq)]
pub enum UndoCommand {
    Look { at: DateTime<Utc>, job: Uuid },
    FinishLook { at: DateTime<Utc>, job: Uuid, end: LookEnd },
    Start { at: DateTime<Utc>, job: Uuid, chosen: Chosen },
    Finish { at: DateTime<Utc>, job: Uuid, result: UndoResult, end: UndoEnd },
}

#[derive(Debug, Clone, PartialEq)]
pub enum LookEnd {
    Done { result: UndoResult, expires_at: DateTime<Utc> },
    Cancelled,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoEnd {
    Done,
    Cancelled,
}

impl Import {
    pub(in crate::audience::imports) fn decide_undo(
        &self,
        command: UndoCommand,
    ) -> Result<Vec<ImportEvent>, ImportError> {
        match command {
            UndoCommand::Look { at, job } => {
                self.may_be_undone()?;
                match (self.undoing.running, self.undoing.looking) {
                    (Some(_), _) => Err(ImportError::Undoing),
                    (None, Some(_)) => Ok(vec![]),
                    (None, None) => Ok(vec![ImportEvent::ImportUndoPreviewStarted { at, job }]),
                }
            }
            UndoCommand::FinishLook { job, .. } if self.undoing.looking != Some(job) => Ok(vec![]),
            UndoCommand::FinishLook { at, job, end } => Ok(vec![match end {
                LookEnd::Done { result, expires_at } => ImportEvent::ImportUndoPreviewed {
                    at,
                    preview: UndoPreviewed { job, expires_at, result },
                },
                LookEnd::Cancelled => ImportEvent::ImportUndoPreviewStopped { at, job },
            }]),
            UndoCommand::Start { at, job, chosen } => {
                self.may_be_undone()?;
                match self.undoing.running {
                    Some(_) => Ok(vec![]),
                    None => Ok(vec![ImportEvent::ImportUndoStarted { at, job, chosen }]),
                }
            }
            UndoCommand::Finish { job, .. } if self.undoing.running != Some(job) => Ok(vec![]),
            UndoCommand::Finish { at, job, result, end } => Ok(vec![match end {
                UndoEnd::Done => ImportEvent::ImportUndone { at, job, result },
                UndoEnd::Cancelled => ImportEvent::ImportUndoStopped { at, job, result },
            }]),
        }
    }

    /// Once more, too: what was left because somebody touched it can be chosen later.
    fn may_be_undone(&self) -> Result<(), ImportError> {
        self.must_have_ended()
    }
}
