//! The team: people who work together; scope "team" in the policy table means its members' records.

pub mod error;
pub mod events;
pub mod keys;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};

use self::error::TeamError;
use self::events::TeamEvent;
use super::name::tidy_name;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Team {
    /// `None`: never created.
    pub name: Option<String>,
    pub archived: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub enum TeamCommand {
    Create { name: String, at: DateTime<Utc> },
    Rename { name: String, at: DateTime<Utc> },
    Archive { at: DateTime<Utc> },
    Restore { at: DateTime<Utc> },
}

impl Team {
    /// Somebody may join it, and it is offered.
    pub fn is_open(&self) -> bool {
        self.name.is_some() && !self.archived
    }

    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: TeamCommand) -> Result<Vec<TeamEvent>, TeamError> {
        match (&self.name, command) {
            (None, TeamCommand::Create { name, at }) => {
                Ok(vec![TeamEvent::TeamCreated { at, name: tidy_name(&name)? }])
            }
            (Some(_), TeamCommand::Create { .. }) => Err(TeamError::Exists),
            (None, _) => Err(TeamError::Unknown),
            (Some(_), TeamCommand::Archive { at }) => {
                Ok(if self.archived { Vec::new() } else { vec![TeamEvent::TeamArchived { at }] })
            }
            (Some(_), TeamCommand::Restore { at }) => {
                Ok(if self.archived { vec![TeamEvent::TeamRestored { at }] } else { Vec::new() })
            }
            (Some(_), TeamCommand::Rename { .. }) if self.archived => Err(TeamError::Archived),
            (Some(previous), TeamCommand::Rename { name, at }) => {
                let name = tidy_name(&name)?;
                if name == *previous {
                    Ok(Vec::new())
                } else {
                    Ok(vec![TeamEvent::TeamRenamed { at, name, previous: previous.clone() }])
                }
            }
        }
    }
}

impl Aggregate for Team {
    const TYPE: &'static str = "team";
    type Command = TeamCommand;
    type Event = TeamEvent;
    type Error = TeamError;
    type Services = ();

    async fn handle(
        &mut self,
        command: TeamCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), TeamError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: TeamEvent) {
        match event {
            TeamEvent::TeamCreated { name, .. } | TeamEvent::TeamRenamed { name, .. } => {
                self.name = Some(name)
            }
            TeamEvent::TeamArchived { .. } => self.archived = true,
            TeamEvent::TeamRestored { .. } => self.archived = false,
        }
    }
}
