//! What happened to a team, as the API shows it.

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use pivotal_projections::identity::teams::story::Told;
use uuid::Uuid;

use crate::directory::Names;

/// One event of a team, or somebody who came or went.
#[derive(Debug, SimpleObject)]
pub struct TeamHistoryEntry {
    pub position: i64,
    pub event_type: String,
    pub title: String,
    pub at: DateTime<Utc>,
    /// Null: the system itself.
    pub actor_name: Option<String>,
    /// What it was before.
    pub text: Option<String>,
}

impl TeamHistoryEntry {
    pub fn of(told: Told, names: &Names) -> Self {
        let actor = told.actor.parse::<Uuid>().ok();
        TeamHistoryEntry {
            position: told.position,
            event_type: told.event_type,
            title: told.title,
            at: told.at,
            actor_name: actor
                .map(|user| names.get(&user).cloned().unwrap_or_else(|| "somebody who is gone".into())),
            text: told.text,
        }
    }
}
