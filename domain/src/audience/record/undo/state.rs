//! The undo of a piece of work as the work itself sees it: asked for, looked at beforehand, running, over.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Chosen, UndoResult};

/// What is being done about an undo.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Undoing {
    /// The job that takes the work back.
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

/// What taking the work back would come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoPreviewed {
    /// The job that looked; its lists are stored under this id.
    pub job: Uuid,
    pub expires_at: DateTime<Utc>,
    #[serde(flatten)]
    pub result: UndoResult,
}

/// What happens about an undo. Each kind of work has it in the log under names of its own.
#[derive(Debug, Clone, PartialEq)]
pub enum UndoStep {
    LookStarted {
        at: DateTime<Utc>,
        job: Uuid,
    },
    Looked {
        at: DateTime<Utc>,
        preview: UndoPreviewed,
    },
    LookStopped {
        at: DateTime<Utc>,
        job: Uuid,
    },
    Started {
        at: DateTime<Utc>,
        job: Uuid,
        chosen: Chosen,
    },
    Undone {
        at: DateTime<Utc>,
        job: Uuid,
        result: UndoResult,
    },
    /// Cancelled: what was taken back until then stays so.
    Stopped {
        at: DateTime<Utc>,
        job: Uuid,
        result: UndoResult,
    },
}

/// A look is asked for while the work is being taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BeingUndone;

impl UndoCommand {
    /// Asked for by a person, and so only of work that has ended.
    pub fn is_asked(&self) -> bool {
        matches!(self, UndoCommand::Look { .. } | UndoCommand::Start { .. })
    }
}

impl Undoing {
    /// The decision. None: it is so already, or another job has taken this one's place.
    pub fn decide(&self, command: UndoCommand) -> Result<Option<UndoStep>, BeingUndone> {
        Ok(match command {
            UndoCommand::Look { at, job } => match (self.running, self.looking) {
                (Some(_), _) => return Err(BeingUndone),
                (None, Some(_)) => None,
                (None, None) => Some(UndoStep::LookStarted { at, job }),
            },
            UndoCommand::FinishLook { job, .. } if self.looking != Some(job) => None,
            UndoCommand::FinishLook { at, job, end } => Some(match end {
                LookEnd::Done { result, expires_at } => {
                    UndoStep::Looked { at, preview: UndoPreviewed { job, expires_at, result } }
                }
                LookEnd::Cancelled => UndoStep::LookStopped { at, job },
            }),
            UndoCommand::Start { .. } if self.running.is_some() => None,
            UndoCommand::Start { at, job, chosen } => Some(UndoStep::Started { at, job, chosen }),
            UndoCommand::Finish { job, .. } if self.running != Some(job) => None,
            UndoCommand::Finish { at, job, result, end } => Some(match end {
                UndoEnd::Done => UndoStep::Undone { at, job, result },
                UndoEnd::Cancelled => UndoStep::Stopped { at, job, result },
            }),
        })
    }
}
