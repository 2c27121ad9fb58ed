//! The segment: a filter under a name whose members follow the data by themselves.
//!
//! Here is what people say about a segment. Who is in it is decided by its keeper and stands in the log as [`facts`]; which
//! segments speak of which is an aggregate of its own ([`uses`]), so that no two edits together can make a circle.

pub mod definition;
pub mod error;
pub mod events;
pub mod exclusions;
pub mod facts;
pub mod keys;
#[cfg(test)]
mod tests;
pub mod uses;
pub mod watch;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use self::error::SegmentError;
use self::events::SegmentEvent;
use crate::audience::fields::catalogue::Entity;
use crate::audience::saved_views::sharing::{Sharing, mends_shared};
use crate::audience::values::text;
use crate::identity::actor::Actor;
use crate::identity::name::tidy_name;

/// Tags of one segment.
pub const TAGS_MAX: usize = 50;
/// Characters of one tag.
pub const TAG_LONGEST: usize = 60;
/// Characters of a description.
pub const DESCRIPTION_LONGEST: usize = 1_000;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    /// `None`: never created.
    pub kept: Option<Kept>,
    pub archived: bool,
}

/// A segment as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    pub owner: Uuid,
    pub entity: Entity,
    pub details: Details,
    /// In the filter language.
    pub definition: Value,
    /// Its members follow the data. One that is switched off keeps the members it has.
    pub active: bool,
}

/// What people call it and who sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Details {
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    pub sharing: Sharing,
}

/// What may be said anew; `None` leaves a part as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DetailChanges {
    pub name: Option<String>,
    pub description: Option<String>,
    pub tags: Option<Vec<String>>,
    pub sharing: Option<Sharing>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum SegmentCommand {
    /// The definition was read as a filter before.
    Create {
        kept: Kept,
        at: DateTime<Utc>,
    },
    ChangeDetails {
        changes: DetailChanges,
        at: DateTime<Utc>,
    },
    Define {
        definition: Value,
        at: DateTime<Utc>,
    },
    Switch {
        active: bool,
        at: DateTime<Utc>,
    },
    /// Everything is to be looked at once more, now.
    Refresh {
        at: DateTime<Utc>,
    },
    Archive {
        at: DateTime<Utc>,
    },
    Restore {
        at: DateTime<Utc>,
    },
}

impl Segment {
    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: SegmentCommand) -> Result<Vec<SegmentEvent>, SegmentError> {
        let Some(kept) = &self.kept else {
            return match command {
                SegmentCommand::Create { kept, at } => {
                    let kept = Kept { details: tidy(kept.details)?, ..kept };
                    Ok(vec![SegmentEvent::SegmentCreated { at, kept }])
                }
                _ => Err(SegmentError::Unknown),
            };
        };
        match command {
            SegmentCommand::Create { .. } => Err(SegmentError::Exists),
            SegmentCommand::Archive { at } => {
                Ok(if self.archived { Vec::new() } else { vec![SegmentEvent::SegmentArchived { at }] })
            }
            SegmentCommand::Restore { at } => {
                Ok(if self.archived { vec![SegmentEvent::SegmentRestored { at }] } else { Vec::new() })
            }
            _ if self.archived => Err(SegmentError::Archived),
            SegmentCommand::ChangeDetails { changes, at } => changed(&kept.details, changes, at),
            SegmentCommand::Define { definition, .. } if definition == kept.definition => Ok(Vec::new()),
            SegmentCommand::Define { definition, at } => {
                let previous = kept.definition.clone();
                Ok(vec![SegmentEvent::SegmentDefinitionChanged { at, definition, previous }])
            }
            SegmentCommand::Switch { active, .. } if active == kept.active => Ok(Vec::new()),
            SegmentCommand::Switch { active, at } => Ok(vec![SegmentEvent::SegmentSwitched { at, active }]),
            SegmentCommand::Refresh { .. } if !kept.active => Err(SegmentError::SwitchedOff),
            SegmentCommand::Refresh { at } => Ok(vec![SegmentEvent::SegmentRefreshAsked { at }]),
        }
    }
}

fn changed(
    before: &Details,
    changes: DetailChanges,
    at: DateTime<Utc>,
) -> Result<Vec<SegmentEvent>, SegmentError> {
    let DetailChanges { name, description, tags, sharing } = changes;
    let details = tidy(Details {
        name: name.unwrap_or_else(|| before.name.clone()),
        description: description.unwrap_or_else(|| before.description.clone()),
        tags: tags.unwrap_or_else(|| before.tags.clone()),
        sharing: sharing.unwrap_or(before.sharing),
    })?;
    if details == *before {
        return Ok(Vec::new());
    }
    Ok(vec![SegmentEvent::SegmentDetailsChanged { at, details, previous: before.clone() }])
}

fn tidy(details: Details) -> Result<Details, SegmentError> {
    let name = tidy_name(&details.name)?;
    let description = text::trim(&details.description.replace('\0', "")).to_owned();
    let length = description.chars().count();
    if length > DESCRIPTION_LONGEST {
        return Err(SegmentError::DescriptionTooLong(length));
    }
    let mut tags: Vec<String> = Vec::new();
    for tag in &details.tags {
        let words: Vec<&str> = tag.split(|c: char| c.is_control() || c.is_whitespace()).collect();
        let tag = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        if tag.chars().count() > TAG_LONGEST {
            return Err(SegmentError::TagTooLong(tag.chars().take(40).collect()));
        }
        if !tag.is_empty() && !tags.iter().any(|known| known.to_lowercase() == tag.to_lowercase()) {
            tags.push(tag);
        }
    }
    if tags.len() > TAGS_MAX {
        return Err(SegmentError::TooManyTags(tags.len()));
    }
    Ok(Details { name, description, tags, sharing: details.sharing })
}

impl Kept {
    /// Its owner, the members of its team, or everybody who sees segments. Whether the actor sees segments at all is asked first.
    pub fn is_seen_by(&self, actor: &Actor) -> bool {
        is_seen(actor, self.owner, self.details.sharing)
    }
}

/// Whether the actor sees what this person shares so.
pub fn is_seen(actor: &Actor, owner: Uuid, sharing: Sharing) -> bool {
    actor.is_system()
        || owner == actor.user_id
        || match sharing {
            Sharing::Private => false,
            Sharing::Team { team } => actor.team_ids.contains(&team) || mends_shared(actor),
            Sharing::Everyone => true,
        }
}

impl Aggregate for Segment {
    const TYPE: &'static str = "segment";
    type Command = SegmentCommand;
    type Event = SegmentEvent;
    type Error = SegmentError;
    type Services = ();

    async fn handle(
        &mut self,
        command: SegmentCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), SegmentError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: SegmentEvent) {
        match (event, &mut self.kept) {
            (SegmentEvent::SegmentCreated { kept, .. }, _) => self.kept = Some(kept),
            (SegmentEvent::SegmentDetailsChanged { details, .. }, Some(kept)) => kept.details = details,
            (SegmentEvent::SegmentDefinitionChanged { definition, .. }, Some(kept)) => {
                kept.definition = definition;
            }
            (SegmentEvent::SegmentSwitched { active, .. }, Some(kept)) => kept.active = active,
            (SegmentEvent::SegmentArchived { .. }, _) => self.archived = true,
            (SegmentEvent::SegmentRestored { .. }, _) => self.archived = false,
            (
                SegmentEvent::SegmentRefreshAsked { .. }
                | SegmentEvent::SegmentDetailsChanged { .. }
                | SegmentEvent::SegmentDefinitionChanged { .. }
                | SegmentEvent::SegmentSwitched { .. },
                _,
            ) => {}
        }
    }
}
