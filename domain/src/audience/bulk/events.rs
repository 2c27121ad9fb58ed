//! What happens to a bulk change: who asked for what, which records it found, what it came to.
//!
//! What somebody sets, or searched for, may name a person, so both are sealed with a key of the bulk change's own; when
//! somebody who is named in them is erased, that key goes.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::action::{ActionKind, BulkAction};
use super::outcome::BulkCounts;
use crate::audience::exports::list::ListFilter;
use crate::audience::fields::catalogue::Entity;
use crate::audience::record::previews::PreviewRemoval;
use crate::audience::record::undo::state::{UndoPreviewed, UndoStep};
use crate::audience::record::undo::{Chosen, UndoResult};
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

/// Which records.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Selection {
    /// One by one.
    Ids(Vec<Uuid>),
    /// All that a list shows.
    Matching(Box<ListFilter>),
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    pub entity: Entity,
    pub kind: ActionKind,
    /// Keys of the fields that are written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// Records were named one by one.
    pub by_ids: bool,
    /// The number that whoever asked saw counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<u64>,
    /// Absent once somebody named in it was erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<BulkAction>,
    /// Absent once somebody named in it was erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selection: Option<Selection>,
}

impl Asked {
    pub fn new(entity: Entity, action: BulkAction, selection: Selection, expected: Option<u64>) -> Self {
        Asked {
            entity,
            kind: action.kind(),
            fields: action.fields(),
            by_ids: matches!(selection, Selection::Ids(_)),
            expected,
            action: Some(action),
            selection: Some(selection),
        }
    }
}

/// The records as they were found: from here on it is these, whatever matches later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selected {
    /// The facts of this selection name the records; those of one that was cut off do not count.
    pub selection: Uuid,
    pub records: u64,
    pub chunks: u32,
    /// Of the list they were read from: position of the log up to which it was folded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum BulkEvent {
    BulkAsked {
        at: DateTime<Utc>,
        by: Uuid,
        job: Uuid,
        #[serde(flatten)]
        asked: Asked,
    },
    BulkSelected {
        at: DateTime<Utc>,
        #[serde(flatten)]
        selected: Selected,
    },
    BulkCompleted {
        at: DateTime<Utc>,
        counts: BulkCounts,
    },
    /// What was changed until then stays so.
    BulkCancelled {
        at: DateTime<Utc>,
        counts: BulkCounts,
    },
    BulkFailed {
        at: DateTime<Utc>,
        counts: BulkCounts,
        error: String,
    },
    /// Somebody named in what was asked for was erased.
    BulkWordsForgotten {
        at: DateTime<Utc>,
    },
    BulkUndoPreviewStarted {
        at: DateTime<Utc>,
        job: Uuid,
    },
    BulkUndoPreviewed {
        at: DateTime<Utc>,
        #[serde(flatten)]
        preview: UndoPreviewed,
    },
    BulkUndoPreviewStopped {
        at: DateTime<Utc>,
        job: Uuid,
    },
    BulkUndoPreviewRemoved {
        at: DateTime<Utc>,
        job: Uuid,
        reason: PreviewRemoval,
    },
    BulkUndoStarted {
        at: DateTime<Utc>,
        job: Uuid,
        chosen: Chosen,
    },
    BulkUndone {
        at: DateTime<Utc>,
        job: Uuid,
        #[serde(flatten)]
        result: UndoResult,
    },
    /// Cancelled: what was taken back until then stays so.
    BulkUndoStopped {
        at: DateTime<Utc>,
        job: Uuid,
        #[serde(flatten)]
        result: UndoResult,
    },
}

event_names!(BulkEvent {
    BulkAsked,
    BulkSelected,
    BulkCompleted,
    BulkCancelled,
    BulkFailed,
    BulkWordsForgotten,
    BulkUndoPreviewStarted,
    BulkUndoPreviewed,
    BulkUndoPreviewStopped,
    BulkUndoPreviewRemoved,
    BulkUndoStarted,
    BulkUndone,
    BulkUndoStopped,
});

impl From<UndoStep> for BulkEvent {
    fn from(step: UndoStep) -> Self {
        match step {
            UndoStep::LookStarted { at, job } => BulkEvent::BulkUndoPreviewStarted { at, job },
            UndoStep::Looked { at, preview } => BulkEvent::BulkUndoPreviewed { at, preview },
            UndoStep::LookStopped { at, job } => BulkEvent::BulkUndoPreviewStopped { at, job },
            UndoStep::Started { at, job, chosen } => BulkEvent::BulkUndoStarted { at, job, chosen },
            UndoStep::Undone { at, job, result } => BulkEvent::BulkUndone { at, job, result },
            UndoStep::Stopped { at, job, result } => BulkEvent::BulkUndoStopped { at, job, result },
        }
    }
}

impl DomainEvent for BulkEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for BulkEvent {
    const AGGREGATE: &'static str = "bulk";

    fn personal(&self) -> &'static [PersonalPart] {
        match self {
            BulkEvent::BulkAsked { .. } => &[PersonalPart::Key("action"), PersonalPart::Key("selection")],
            BulkEvent::BulkSelected { .. }
            | BulkEvent::BulkCompleted { .. }
            | BulkEvent::BulkCancelled { .. }
            | BulkEvent::BulkFailed { .. }
            | BulkEvent::BulkWordsForgotten { .. }
            | BulkEvent::BulkUndoPreviewStarted { .. }
            | BulkEvent::BulkUndoPreviewed { .. }
            | BulkEvent::BulkUndoPreviewStopped { .. }
            | BulkEvent::BulkUndoPreviewRemoved { .. }
            | BulkEvent::BulkUndoStarted { .. }
            | BulkEvent::BulkUndone { .. }
            | BulkEvent::BulkUndoStopped { .. } => &[],
        }
    }
}
