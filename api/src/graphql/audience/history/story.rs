//! What happened to a segment, a list or a domain set, as the API shows it.

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::parse::parse_with;
use pivotal_domain::audience::filter::vocabulary::Vocabulary;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::history::query::source_label;
use pivotal_projections::audience::history::story::{Said, Told};
use serde_json::Value;
use uuid::Uuid;

use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::filter::sentence::sentence;

/// One event of a segment, a list or a domain set: who, when, from where, and what changed.
#[derive(Debug, SimpleObject)]
pub struct AudienceEvent {
    pub position: i64,
    pub event_type: String,
    pub title: String,
    pub at: DateTime<Utc>,
    /// Null: nobody, Pivotal itself.
    pub actor_id: Option<Uuid>,
    pub actor_name: Option<String>,
    pub source: String,
    pub source_label: String,
    pub changes: Vec<AudienceEventChange>,
}

/// One part before and after, in words.
#[derive(Debug, SimpleObject)]
pub struct AudienceEventChange {
    pub label: &'static str,
    /// Null: there was nothing.
    pub old: Option<String>,
    pub new: Option<String>,
}

/// Definitions become sentences; `defines` says of which records, of what has one.
pub(crate) async fn presented(
    core: &Core,
    actor: &Actor,
    defines: Option<Entity>,
    told: Vec<Told>,
) -> ApiResult<Vec<AudienceEvent>> {
    let names = core.directory.names().await.map_err(ApiError::from)?;
    let reading = Reading { core, actor, by: defined_by(core, defines).await? };
    let mut events = Vec::with_capacity(told.len());
    for one in told {
        let mut changes = Vec::with_capacity(one.changes.len());
        for changed in one.changes {
            let (old, new) = (reading.words(changed.old).await?, reading.words(changed.new).await?);
            changes.push(AudienceEventChange { label: changed.label, old, new });
        }
        let actor_id: Option<Uuid> = one.actor.parse().ok();
        events.push(AudienceEvent {
            position: one.position,
            event_type: one.event_type,
            title: one.title,
            at: one.at,
            actor_id,
            actor_name: actor_id.and_then(|id| names.get(&id).cloned()),
            source_label: source_label(&one.source, None, None),
            source: one.source,
            changes,
        });
    }
    Ok(events)
}

/// What definitions are read by.
async fn defined_by(core: &Core, defines: Option<Entity>) -> ApiResult<Option<(Entity, Vocabulary)>> {
    let Some(entity) = defines else { return Ok(None) };
    let known = pivotal_commands::audience::custom_fields::vocabulary(&core.context);
    Ok(Some((entity, known.await.map_err(ApiError::from)?)))
}

struct Reading<'a> {
    core: &'a Core,
    actor: &'a Actor,
    by: Option<(Entity, Vocabulary)>,
}

impl Reading<'_> {
    async fn words(&self, said: Option<Said>) -> ApiResult<Option<String>> {
        Ok(match said {
            None => None,
            Some(Said::Text(text)) => Some(text),
            Some(Said::Definition(definition)) => Some(self.sentence(&definition).await?),
            Some(Said::Team(_)) => Some("A team".to_owned()),
        })
    }

    /// One that cannot be read any more, as when a field in it was archived, stands as it was written.
    async fn sentence(&self, definition: &Value) -> ApiResult<String> {
        let by = self.by.as_ref();
        match by.and_then(|(entity, known)| parse_with(*entity, definition, known).ok()) {
            Some(filter) => sentence(self.core, self.actor, &filter).await,
            None => Ok(definition.to_string()),
        }
    }
}
