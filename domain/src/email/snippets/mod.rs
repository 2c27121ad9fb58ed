//! The snippet: words of a brand that many templates share, such as a footer or a disclaimer. Each save is a version of its own. A
//! template names it; a draft shows the newest version, and a submitted version of a template keeps the one it was submitted with.

pub mod body;
pub mod error;
pub mod events;
pub mod include;
pub mod keys;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::body::CheckedBody;
use self::error::SnippetError;
use self::events::SnippetEvent;
use super::templates::blocks::Block;

/// Longest name, in characters.
pub const NAME_MAX: usize = 60;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Snippet {
    /// `None`: never created.
    pub made: Option<Made>,
    pub archived: bool,
}

/// A snippet as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Made {
    /// Whose words they are.
    pub brand: Uuid,
    /// What templates call it by, so it never changes.
    pub name: String,
    /// Counts the saves from 1.
    pub version: u32,
    pub blocks: Vec<Block>,
    /// Who wrote this version.
    pub by: Uuid,
}

#[derive(Debug, Clone, PartialEq)]
pub enum SnippetCommand {
    /// That the brand is in use is asked before.
    Create {
        by: Uuid,
        brand: Uuid,
        name: String,
        body: CheckedBody,
        at: DateTime<Utc>,
    },
    Save {
        by: Uuid,
        body: CheckedBody,
        /// The version it was written on; whatever it is by now unless said.
        expected: Option<u32>,
        at: DateTime<Utc>,
    },
    /// That no template names it any more is asked before.
    Archive {
        at: DateTime<Utc>,
    },
    Restore {
        at: DateTime<Utc>,
    },
}

impl Snippet {
    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: SnippetCommand) -> Result<Vec<SnippetEvent>, SnippetError> {
        match (&self.made, command) {
            (None, SnippetCommand::Create { by, brand, name, body, at }) => {
                let (name, blocks) = (checked_name(&name)?, body.into_blocks());
                Ok(vec![SnippetEvent::EmailSnippetCreated { at, by, brand, name, blocks }])
            }
            (Some(_), SnippetCommand::Create { .. }) => Err(SnippetError::Exists),
            (None, _) => Err(SnippetError::NotFound),
            (Some(_), SnippetCommand::Archive { at }) => Ok(match self.archived {
                true => Vec::new(),
                false => vec![SnippetEvent::EmailSnippetArchived { at }],
            }),
            (Some(_), SnippetCommand::Restore { at }) => Ok(match self.archived {
                true => vec![SnippetEvent::EmailSnippetRestored { at }],
                false => Vec::new(),
            }),
            (Some(_), SnippetCommand::Save { .. }) if self.archived => Err(SnippetError::Archived),
            (Some(made), SnippetCommand::Save { by, body, expected, at }) => {
                made.save(by, body.into_blocks(), expected, at)
            }
        }
    }
}

impl Made {
    fn save(
        &self,
        by: Uuid,
        blocks: Vec<Block>,
        expected: Option<u32>,
        at: DateTime<Utc>,
    ) -> Result<Vec<SnippetEvent>, SnippetError> {
        if blocks == self.blocks {
            return Ok(Vec::new());
        }
        match expected {
            Some(expected) if expected != self.version => Err(SnippetError::Changed { now: self.version }),
            Some(_) | None => {
                let version = self.version + 1;
                Ok(vec![SnippetEvent::EmailSnippetSaved { at, by, version, blocks }])
            }
        }
    }
}

/// Such that it can stand in the source of a template as it is.
fn checked_name(raw: &str) -> Result<String, SnippetError> {
    let name = raw.trim();
    match is_name(name) {
        true => Ok(name.to_owned()),
        false => Err(SnippetError::NameInvalid(name.chars().take(NAME_MAX).collect())),
    }
}

/// Small letters, digits and single hyphens between them.
pub fn is_name(name: &str) -> bool {
    let part =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    name.len() <= NAME_MAX && name.split('-').all(part)
}

impl Aggregate for Snippet {
    const TYPE: &'static str = "email_snippet";
    type Command = SnippetCommand;
    type Event = SnippetEvent;
    type Error = SnippetError;
    type Services = ();

    async fn handle(
        &mut self,
        command: SnippetCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), SnippetError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: SnippetEvent) {
        match (&mut self.made, event) {
            (made, SnippetEvent::EmailSnippetCreated { by, brand, name, blocks, .. }) => {
                *made = Some(Made { brand, name, version: 1, blocks, by });
            }
            (_, SnippetEvent::EmailSnippetArchived { .. }) => self.archived = true,
            (_, SnippetEvent::EmailSnippetRestored { .. }) => self.archived = false,
            (None, SnippetEvent::EmailSnippetSaved { .. }) => {}
            (Some(made), SnippetEvent::EmailSnippetSaved { by, version, blocks, .. }) => {
                made.version = version;
                made.blocks = blocks;
                made.by = by;
            }
        }
    }
}
