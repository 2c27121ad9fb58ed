//! What can have happened to a note. Shapes only grow; each is pinned by a golden file.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};
use crate::work::about::About;
use crate::work::words::Changed;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum NoteEvent {
    NoteAdded {
        at: DateTime<Utc>,
        /// The author. `None`: Pivotal itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<Uuid>,
        about: About,
        #[serde(default)]
        body: String,
    },
    NoteEdited {
        at: DateTime<Utc>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<Uuid>,
        about: About,
        /// Absent once the person it is about was erased.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<Changed<String>>,
    },
    /// To the top of the record's notes.
    NotePinned {
        at: DateTime<Utc>,
    },
    NoteUnpinned {
        at: DateTime<Utc>,
    },
    NoteDeleted {
        at: DateTime<Utc>,
    },
    NoteRestored {
        at: DateTime<Utc>,
    },
    /// It named somebody who was erased; its own key is destroyed with this.
    NoteTextForgotten {
        at: DateTime<Utc>,
    },
}

event_names!(NoteEvent {
    NoteAdded,
    NoteEdited,
    NotePinned,
    NoteUnpinned,
    NoteDeleted,
    NoteRestored,
    NoteTextForgotten,
});

impl DomainEvent for NoteEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for NoteEvent {
    const AGGREGATE: &'static str = "note";

    /// Free text may say anything about anybody.
    fn personal(&self) -> &'static [PersonalPart] {
        const TEXT: &[PersonalPart] = &[PersonalPart::Key("body")];
        match self {
            NoteEvent::NoteAdded { .. } | NoteEvent::NoteEdited { .. } => TEXT,
            NoteEvent::NotePinned { .. }
            | NoteEvent::NoteUnpinned { .. }
            | NoteEvent::NoteDeleted { .. }
            | NoteEvent::NoteRestored { .. }
            | NoteEvent::NoteTextForgotten { .. } => &[],
        }
    }

    fn subject(&self, aggregate_id: Uuid) -> Option<Uuid> {
        match self {
            NoteEvent::NoteAdded { about, .. } | NoteEvent::NoteEdited { about, .. } => {
                Some(About::subject(Some(*about), aggregate_id))
            }
            NoteEvent::NotePinned { .. }
            | NoteEvent::NoteUnpinned { .. }
            | NoteEvent::NoteDeleted { .. }
            | NoteEvent::NoteRestored { .. }
            | NoteEvent::NoteTextForgotten { .. } => None,
        }
    }
}
