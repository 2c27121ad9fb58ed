//! What happened to a segment, a list or a domain set, over REST.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::graphql::audience::history::story;

/// The newest 500 events, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct AudienceEvents {
    pub items: Vec<AudienceEvent>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AudienceEvent {
    /// In the log.
    pub position: i64,
    pub event_type: String,
    pub title: String,
    pub at: DateTime<Utc>,
    /// Absent: nobody, Pivotal itself.
    pub actor_id: Option<Uuid>,
    pub source: String,
    pub changes: Vec<AudienceEventChange>,
}

/// One part before and after, in words.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AudienceEventChange {
    pub label: String,
    /// Absent: there was nothing.
    pub old: Option<String>,
    pub new: Option<String>,
}

impl From<Vec<story::AudienceEvent>> for AudienceEvents {
    fn from(events: Vec<story::AudienceEvent>) -> Self {
        AudienceEvents { items: events.into_iter().map(AudienceEvent::from).collect() }
    }
}

impl From<story::AudienceEvent> for AudienceEvent {
    fn from(event: story::AudienceEvent) -> Self {
        let changes = event.changes.into_iter().map(|changed| AudienceEventChange {
            label: changed.label.to_owned(),
            old: changed.old,
            new: changed.new,
        });
        AudienceEvent {
            position: event.position,
            event_type: event.event_type,
            title: event.title,
            at: event.at,
            actor_id: event.actor_id,
            source: event.source,
            changes: changes.collect(),
        }
    }
}
