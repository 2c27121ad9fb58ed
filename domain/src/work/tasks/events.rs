//! What can have happened to a task. Shapes only grow; each is pinned by a golden file.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Priority;
use super::due::Due;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};
use crate::work::about::About;
use crate::work::words::Changed;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum TaskEvent {
    /// Who it is for follows in a [`TaskEvent::TaskAssigned`] right behind, if anybody.
    TaskCreated {
        at: DateTime<Utc>,
        /// `None`: Pivotal itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<Uuid>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<About>,
        #[serde(default)]
        title: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        details: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Due>,
        #[serde(default)]
        priority: Priority,
    },
    TaskChanged {
        at: DateTime<Utc>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<About>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<Changed<String>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        details: Option<Changed<Option<String>>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Changed<Option<Due>>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        priority: Option<Changed<Priority>>,
    },
    /// Given to somebody by somebody, perhaps oneself; to nobody without `assignee`.
    TaskAssigned {
        at: DateTime<Utc>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<Uuid>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        assignee: Option<Uuid>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        previous: Option<Uuid>,
    },
    TaskCompleted {
        at: DateTime<Utc>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<Uuid>,
    },
    TaskCancelled {
        at: DateTime<Utc>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<Uuid>,
    },
    TaskReopened {
        at: DateTime<Utc>,
    },
    TaskDeleted {
        at: DateTime<Utc>,
    },
    TaskRestored {
        at: DateTime<Utc>,
    },
    /// It named somebody who was erased; its own key is destroyed with this.
    TaskTextForgotten {
        at: DateTime<Utc>,
    },
}

event_names!(TaskEvent {
    TaskCreated,
    TaskChanged,
    TaskAssigned,
    TaskCompleted,
    TaskCancelled,
    TaskReopened,
    TaskDeleted,
    TaskRestored,
    TaskTextForgotten,
});

impl DomainEvent for TaskEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for TaskEvent {
    const AGGREGATE: &'static str = "task";

    /// Free text may say anything about anybody.
    fn personal(&self) -> &'static [PersonalPart] {
        const TEXT: &[PersonalPart] = &[PersonalPart::Key("title"), PersonalPart::Key("details")];
        match self {
            TaskEvent::TaskCreated { .. } | TaskEvent::TaskChanged { .. } => TEXT,
            TaskEvent::TaskAssigned { .. }
            | TaskEvent::TaskCompleted { .. }
            | TaskEvent::TaskCancelled { .. }
            | TaskEvent::TaskReopened { .. }
            | TaskEvent::TaskDeleted { .. }
            | TaskEvent::TaskRestored { .. }
            | TaskEvent::TaskTextForgotten { .. } => &[],
        }
    }

    fn subject(&self, aggregate_id: Uuid) -> Option<Uuid> {
        match self {
            TaskEvent::TaskCreated { about, .. } | TaskEvent::TaskChanged { about, .. } => {
                Some(About::subject(*about, aggregate_id))
            }
            TaskEvent::TaskAssigned { .. }
            | TaskEvent::TaskCompleted { .. }
            | TaskEvent::TaskCancelled { .. }
            | TaskEvent::TaskReopened { .. }
            | TaskEvent::TaskDeleted { .. }
            | TaskEvent::TaskRestored { .. }
            | TaskEvent::TaskTextForgotten { .. } => None,
        }
    }
}
