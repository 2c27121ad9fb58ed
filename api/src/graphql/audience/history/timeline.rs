//! What the timeline is filtered by.

use std::collections::HashMap;

use async_graphql::{InputObject, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::history::port::{Tally, Wanted, activities};
use uuid::Uuid;

/// Which activity is wanted; what is not said is not asked.
#[derive(Debug, Default, InputObject)]
pub struct TimelineFilter {
    /// Keys of timelineFacets.kinds; none for all.
    #[graphql(default)]
    pub kinds: Vec<String>,
    pub actor_id: Option<Uuid>,
    /// What nobody did: jobs, policies. Not together with actorId.
    #[graphql(default)]
    pub system: bool,
    pub from: Option<DateTime<Utc>>,
    /// Not part of the time asked for.
    pub to: Option<DateTime<Utc>>,
}

impl From<TimelineFilter> for Wanted {
    fn from(filter: TimelineFilter) -> Self {
        let system = || filter.system.then(|| "system".to_owned());
        Wanted {
            actor: filter.actor_id.map(|id| id.to_string()).or_else(system),
            kinds: filter.kinds,
            from: filter.from,
            to: filter.to,
        }
    }
}

#[derive(Debug, SimpleObject)]
pub struct TimelineFacets {
    pub kinds: Vec<TimelineKind>,
    pub actors: Vec<TimelineActor>,
    /// When the record itself changed, oldest first; the latest thousand.
    pub moments: Vec<TimelineMoment>,
}

#[derive(Debug, SimpleObject)]
pub struct TimelineKind {
    pub key: &'static str,
    pub label: &'static str,
    pub count: i64,
}

#[derive(Debug, SimpleObject)]
pub struct TimelineActor {
    /// Null: nobody, Pivotal itself.
    pub id: Option<Uuid>,
    pub name: Option<String>,
    pub count: i64,
}

#[derive(Debug, SimpleObject)]
pub struct TimelineMoment {
    pub position: i64,
    pub at: DateTime<Utc>,
    pub event_type: String,
}

impl TimelineFacets {
    pub fn of(tally: Tally, names: &HashMap<Uuid, String>, viewer: &Actor) -> Self {
        let kinds =
            activities(viewer).into_iter().flat_map(|activity| activity.kinds()).map(|kind| TimelineKind {
                key: kind.key,
                label: kind.label,
                count: tally.kinds.get(kind.key).copied().unwrap_or(0),
            });
        let actors = tally.actors.iter().map(|(actor, count)| {
            let id: Option<Uuid> = actor.parse().ok();
            let name = match id {
                Some(id) => names.get(&id).cloned(),
                None => Some("Pivotal".to_owned()),
            };
            TimelineActor { id, name, count: *count }
        });
        TimelineFacets {
            kinds: kinds.collect(),
            actors: actors.collect(),
            moments: tally
                .moments
                .into_iter()
                .map(|one| TimelineMoment { position: one.position, at: one.at, event_type: one.event_type })
                .collect(),
        }
    }
}
