//! The list: records of one kind that somebody chose, under a name. Who is in it is told by facts of their own, since there may
//! be a million; this is what the list is, whose, and whether it can still change.

pub mod change;
pub mod details;
pub mod error;
pub mod events;
pub mod facts;
pub mod keys;
pub mod source;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::details::{DetailChanges, Details};
use self::error::ListError;
use self::events::ListEvent;
use self::source::ListSource;
use super::saved_views::sharing::{Sharing, is_seen_by, may_change};
use crate::audience::fields::catalogue::Entity;
use crate::identity::actor::Actor;
use crate::identity::permission::Permission;
use crate::identity::policy::Scope;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// `None`: never created.
    pub made: Option<Made>,
    pub archived: bool,
}

/// A list as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Made {
    pub owner: Uuid,
    pub entity: Entity,
    /// `source` says of every other event where it was asked for.
    #[serde(rename = "made_from")]
    pub source: ListSource,
    /// The bulk change that filled it, when it was made with more than fits into one request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fill: Option<Uuid>,
    pub details: Details,
}

#[derive(Debug, Clone, PartialEq)]
pub enum ListCommand {
    Create { made: Made, at: DateTime<Utc> },
    Change { changes: DetailChanges, at: DateTime<Utc> },
    Archive { at: DateTime<Utc> },
    Restore { at: DateTime<Utc> },
}

impl List {
    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: ListCommand) -> Result<Vec<ListEvent>, ListError> {
        match (&self.made, command) {
            (None, ListCommand::Create { made, at }) => {
                made.source.check()?;
                let made = Made { details: made.details.tidy()?, ..made };
                Ok(vec![ListEvent::ListCreated { at, made }])
            }
            (Some(_), ListCommand::Create { .. }) => Err(ListError::Exists),
            (None, _) => Err(ListError::NotFound),
            (Some(_), ListCommand::Change { .. }) if self.archived => Err(ListError::Archived),
            (Some(made), ListCommand::Change { changes, at }) => {
                let (previous, details) = (made.details.clone(), changes.on(&made.details)?);
                let changed = ListEvent::ListDetailsChanged { at, details, previous };
                Ok(if changed.changes_nothing() { Vec::new() } else { vec![changed] })
            }
            (Some(_), ListCommand::Archive { at }) => {
                Ok(if self.archived { Vec::new() } else { vec![ListEvent::ListArchived { at }] })
            }
            (Some(_), ListCommand::Restore { at }) => {
                Ok(if self.archived { vec![ListEvent::ListRestored { at }] } else { Vec::new() })
            }
        }
    }

    /// Whether records may come in and go: never of a frozen copy, which is filled once, when it is made.
    pub fn takes(&self, entity: Entity) -> Result<(), ListError> {
        match &self.made {
            None => Err(ListError::NotFound),
            Some(_) if self.archived => Err(ListError::Archived),
            Some(made) if made.entity != entity => Err(ListError::OtherEntity { list: made.entity }),
            Some(made) if made.source.is_frozen() => Err(ListError::Frozen),
            Some(_) => Ok(()),
        }
    }
}

impl Made {
    pub fn is_seen_by(&self, actor: &Actor) -> bool {
        actor.scope(Permission::SegmentsView) == Scope::All
            && is_seen_by(actor, self.owner, self.details.sharing)
    }

    /// Lists are work that is shared: whoever sees one and may edit lists may fill, rename and archive it.
    pub fn is_edited_by(&self, actor: &Actor) -> bool {
        actor.scope(Permission::SegmentsEdit) == Scope::All && self.is_seen_by(actor)
    }

    /// Who sees it is for its owner to say, and for who manages users, when the owner is gone.
    pub fn is_shared_by(&self, actor: &Actor) -> bool {
        self.is_edited_by(actor) && may_change(actor, self.owner, self.details.sharing != Sharing::Private)
    }
}

impl Aggregate for List {
    const TYPE: &'static str = "list";
    type Command = ListCommand;
    type Event = ListEvent;
    type Error = ListError;
    type Services = ();

    async fn handle(
        &mut self,
        command: ListCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), ListError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: ListEvent) {
        match event {
            ListEvent::ListCreated { made, .. } => self.made = Some(made),
            ListEvent::ListDetailsChanged { details, .. } => {
                if let Some(made) = &mut self.made {
                    made.details = details;
                }
            }
            ListEvent::ListArchived { .. } => self.archived = true,
            ListEvent::ListRestored { .. } => self.archived = false,
        }
    }
}
