//! The client organisation: for whom orders are carried out, and what its users are scoped by.

pub mod error;
pub mod events;
pub mod keys;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};

use self::error::ClientError;
use self::events::ClientEvent;
use super::name::tidy_name;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Client {
    /// `None`: never created.
    pub name: Option<String>,
    pub archived: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub enum ClientCommand {
    Create { name: String, at: DateTime<Utc> },
    Rename { name: String, at: DateTime<Utc> },
    Archive { reason: Option<String>, at: DateTime<Utc> },
}

impl Client {
    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: ClientCommand) -> Result<Vec<ClientEvent>, ClientError> {
        match (&self.name, command) {
            (None, ClientCommand::Create { name, at }) => {
                Ok(vec![ClientEvent::ClientCreated { at, name: tidy_name(&name)? }])
            }
            (Some(_), ClientCommand::Create { .. }) => Err(ClientError::Exists),
            (None, _) => Err(ClientError::Unknown),
            (Some(_), ClientCommand::Rename { .. }) if self.archived => Err(ClientError::Archived),
            (Some(previous), ClientCommand::Rename { name, at }) => {
                let name = tidy_name(&name)?;
                if name == *previous {
                    Ok(Vec::new())
                } else {
                    Ok(vec![ClientEvent::ClientRenamed { at, name, previous: previous.clone() }])
                }
            }
            (Some(_), ClientCommand::Archive { reason, at }) => {
                Ok(if self.archived { Vec::new() } else { vec![ClientEvent::ClientArchived { at, reason }] })
            }
        }
    }

    /// Whether users may belong to it.
    pub fn is_open(&self) -> bool {
        self.name.is_some() && !self.archived
    }
}

impl Aggregate for Client {
    const TYPE: &'static str = "client";
    type Command = ClientCommand;
    type Event = ClientEvent;
    type Error = ClientError;
    type Services = ();

    async fn handle(
        &mut self,
        command: ClientCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), ClientError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: ClientEvent) {
        match event {
            ClientEvent::ClientCreated { name, .. } | ClientEvent::ClientRenamed { name, .. } => {
                self.name = Some(name)
            }
            ClientEvent::ClientArchived { .. } => self.archived = true,
        }
    }
}
