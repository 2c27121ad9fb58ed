//! One suppression: a key (an email, a phone number, a domain, an account) that must not be contacted, within a reach.
//!
//! The aggregate is one per reach, kind and normalised key, so that adding twice is a repeat and never a second row. What
//! holds at once is the guard (`guard.suppressions`), which the log writes with each event; this decides and remembers why.

pub mod command;
pub mod error;
pub mod events;
pub mod facts;
pub mod key;
pub mod reach;
pub mod reason;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};

use self::command::{Added, SuppressionCommand};
use self::error::SuppressionError;
use self::events::SuppressionEvent;
use self::key::Kind;
use self::reach::Reach;
use self::reason::Reason;

/// Longest note or reason of a release, in characters.
pub const TEXT_MAX: usize = 1_000;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Suppression {
    /// `None`: never added.
    pub key: Option<(Kind, Reach)>,
    /// In the clear; `None` once the person is erased.
    pub value: Option<String>,
    /// `None`: released.
    pub held: Option<Held>,
    pub erased: bool,
}

/// Why something is suppressed now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Held {
    pub reason: Reason,
    pub since: DateTime<Utc>,
    /// `None`: for good.
    pub until: Option<DateTime<Utc>>,
}

impl Held {
    pub fn holds_at(&self, at: DateTime<Utc>) -> bool {
        self.until.is_none_or(|until| until > at)
    }
}

impl Suppression {
    /// What follows from the command. No events: it was so already.
    pub fn decide(&self, command: SuppressionCommand) -> Result<Vec<SuppressionEvent>, SuppressionError> {
        match command {
            SuppressionCommand::Add(added) => self.add(added),
            SuppressionCommand::Release { at, why, source } => self.release(at, &why, source),
            SuppressionCommand::Erase { at } => match self.key {
                Some((kind, _)) if kind.is_personal() && !self.erased => {
                    Ok(vec![SuppressionEvent::SuppressionErased { at, kind }])
                }
                _ => Ok(Vec::new()),
            },
        }
    }

    /// Whether it forbids contact at that moment.
    pub fn holds_at(&self, at: DateTime<Utc>) -> bool {
        self.held.as_ref().is_some_and(|held| held.holds_at(at))
    }

    fn add(&self, added: Added) -> Result<Vec<SuppressionEvent>, SuppressionError> {
        let Added { at, key, hash, reach, reason, until, note, source } = added;
        if until.is_some_and(|until| until <= at) {
            return Err(SuppressionError::UntilPast);
        }
        let note = tidy(note.as_deref().unwrap_or_default())?;
        let kind = key.kind();
        let Some(held) = self.held.as_ref().filter(|held| held.holds_at(at)) else {
            let value = Some(key.into_value());
            return Ok(vec![SuppressionEvent::SuppressionAdded {
                at,
                kind,
                key: hash,
                reach,
                value,
                reason,
                until,
                note,
                source,
            }]);
        };
        // The weightier reason stands: a bought list must not make one forget that somebody asked for it.
        let reason = if reason.weight() > held.reason.weight() { reason } else { held.reason };
        let until = later(held.until, until);
        if (reason, until) == (held.reason, held.until) {
            return Ok(Vec::new());
        }
        let (previous_reason, previous_until) = (held.reason, held.until);
        Ok(vec![SuppressionEvent::SuppressionChanged {
            at,
            kind,
            reason,
            until,
            previous_reason,
            previous_until,
            note,
            source,
        }])
    }

    fn release(
        &self,
        at: DateTime<Utc>,
        why: &str,
        source: String,
    ) -> Result<Vec<SuppressionEvent>, SuppressionError> {
        let Some((kind, _)) = self.key else { return Err(SuppressionError::Unknown) };
        let Some(why) = tidy(why)? else { return Err(SuppressionError::NoReason) };
        Ok(match &self.held {
            Some(held) => {
                vec![SuppressionEvent::SuppressionReleased {
                    at,
                    kind,
                    why: Some(why),
                    was: held.reason,
                    source,
                }]
            }
            None => Vec::new(),
        })
    }
}

/// The one that lasts longer; `None` is for good.
fn later(a: Option<DateTime<Utc>>, b: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    Some(a?.max(b?))
}

fn tidy(text: &str) -> Result<Option<String>, SuppressionError> {
    let text = text.trim();
    if text.chars().count() > TEXT_MAX {
        return Err(SuppressionError::TextTooLong);
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

impl Aggregate for Suppression {
    const TYPE: &'static str = "suppression";
    type Command = SuppressionCommand;
    type Event = SuppressionEvent;
    type Error = SuppressionError;
    type Services = ();

    async fn handle(
        &mut self,
        command: SuppressionCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), SuppressionError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: SuppressionEvent) {
        match event {
            SuppressionEvent::SuppressionAdded { at, kind, reach, value, reason, until, .. } => {
                self.key = Some((kind, reach));
                self.value = if self.erased { None } else { value };
                self.held = Some(Held { reason, since: at, until });
            }
            SuppressionEvent::SuppressionChanged { reason, until, .. } => {
                if let Some(held) = &mut self.held {
                    held.reason = reason;
                    held.until = until;
                }
            }
            SuppressionEvent::SuppressionReleased { .. } => self.held = None,
            SuppressionEvent::SuppressionErased { .. } => {
                self.erased = true;
                self.value = None;
            }
        }
    }
}
