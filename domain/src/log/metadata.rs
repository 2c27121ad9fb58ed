//! Who, from where, because of what: written beside every event.

use std::collections::HashMap;

use chrono::{DateTime, SecondsFormat, Utc};
use uuid::Uuid;

/// Written as a flat JSON object of strings: `cqrs-es` cannot load an aggregate whose metadata holds anything else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Metadata {
    /// The user's id, or `system`.
    pub actor: String,
    /// The role acted in, or `system`.
    pub role: String,
    /// `ui`, `api`, `import:<id>`, `automation:<id>`, `webhook:<provider>`, `undo:<position>`, `system`.
    pub source: String,
    pub request_id: Option<Uuid>,
    /// The whole piece of work this belongs to (an import, a bulk job).
    pub correlation: Option<Uuid>,
    /// Position of the event that caused this one.
    pub causation: Option<i64>,
    pub ip: Option<String>,
    /// The moment whose values were taken again: an edit that says where it has its values from.
    pub restored_from: Option<DateTime<Utc>>,
    /// The API key with which it was done in the actor's name.
    pub key: Option<Uuid>,
}

impl Metadata {
    /// For what no person asked for: recurring jobs, policies.
    pub fn system(source: impl Into<String>) -> Self {
        Metadata {
            actor: "system".into(),
            role: "system".into(),
            source: source.into(),
            ..Metadata::default()
        }
    }

    pub fn to_map(&self) -> HashMap<String, String> {
        let mut map = HashMap::from([
            ("actor".to_owned(), self.actor.clone()),
            ("role".to_owned(), self.role.clone()),
            ("source".to_owned(), self.source.clone()),
        ]);
        let optional = [
            ("request_id", self.request_id.map(|id| id.to_string())),
            ("correlation", self.correlation.map(|id| id.to_string())),
            ("causation", self.causation.map(|position| position.to_string())),
            ("ip", self.ip.clone()),
            ("restored_from", self.restored_from.map(|at| at.to_rfc3339_opts(SecondsFormat::AutoSi, true))),
            ("key", self.key.map(|id| id.to_string())),
        ];
        map.extend(optional.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))));
        map
    }

    /// Reads back what [`Metadata::to_map`] wrote; keys it does not know are passed over.
    pub fn from_map(map: &HashMap<String, String>) -> Self {
        let text = |key: &str| map.get(key).cloned().unwrap_or_default();
        Metadata {
            actor: text("actor"),
            role: text("role"),
            source: text("source"),
            request_id: map.get("request_id").and_then(|id| id.parse().ok()),
            correlation: map.get("correlation").and_then(|id| id.parse().ok()),
            causation: map.get("causation").and_then(|position| position.parse().ok()),
            ip: map.get("ip").cloned(),
            restored_from: map.get("restored_from").and_then(|at| at.parse().ok()),
            key: map.get("key").and_then(|id| id.parse().ok()),
        }
    }
}
