//! The consent of one person: everything that was recorded of why they may be contacted, and that they may not any more.
//!
//! Beside the contact and under its key. Nothing is overwritten: a statement is followed by another, or taken back with a
//! reason. What counts at a moment, with the contact's own fields and the rules by country, is [`standing`]'s to say.

pub mod basis;
pub mod channel;
pub mod command;
pub mod error;
pub mod events;
pub mod file;
pub mod given;
pub mod standing;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::basis::Basis;
use self::channel::Channel;
use self::command::ConsentCommand;
use self::error::ConsentError;
use self::events::ConsentEvent;
use self::file::ProofFile;
use self::given::{Given, Typed};

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Consent {
    /// `None`: nothing was ever said.
    pub contact: Option<Uuid>,
    /// Every one, oldest first, those that were taken back too.
    pub statements: Vec<Statement>,
}

/// Something that was said about one channel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    pub id: Uuid,
    pub channel: Channel,
    pub said: Said,
    pub recorded_at: DateTime<Utc>,
    /// `ui`, `api`, `seed`, ...
    pub source: String,
    pub file: Option<ProofFile>,
    pub taken_back: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Said {
    Given(Given),
    Withdrawn { at: DateTime<Utc> },
}

impl Statement {
    /// Later ones stand against earlier ones. The id decides among those of one moment.
    pub fn rank(&self) -> (DateTime<Utc>, Uuid) {
        (self.recorded_at, self.id)
    }

    /// `None`: withdrawn.
    pub fn basis(&self) -> Option<Basis> {
        match &self.said {
            Said::Given(given) => Some(given.basis),
            Said::Withdrawn { .. } => None,
        }
    }
}

/// Under which id the consent of a contact stands in the log: one of its own, since it is no part of the contact.
pub fn id_of(contact: Uuid) -> Uuid {
    // Nothing but another name for the same person, so that nobody has to look it up.
    const OTHER: u128 = 0x0000_0000_0000_0000_0000_c025_e27a_11d5;
    Uuid::from_u128(contact.as_u128() ^ OTHER)
}

impl Consent {
    /// What follows from the command. No events: it was so already.
    pub fn decide(&self, command: ConsentCommand) -> Result<Vec<ConsentEvent>, ConsentError> {
        match command {
            ConsentCommand::Record { at, contact, statement, channel, typed, source } => {
                self.record(at, contact, statement, channel, typed, source)
            }
            ConsentCommand::Withdraw {
                at,
                contact,
                statement,
                channel,
                withdrawn_at,
                origin,
                note,
                source,
            } => {
                let withdrawn_at = given::past(withdrawn_at, at)?;
                let origin = given::line(&origin)?.ok_or(ConsentError::NoOrigin)?;
                let note = given::line(note.as_deref().unwrap_or_default())?;
                if self.current(channel).is_some_and(|current| current.basis().is_none()) {
                    return Ok(Vec::new());
                }
                Ok(vec![ConsentEvent::ConsentWithdrawn {
                    at,
                    contact,
                    statement,
                    channel,
                    withdrawn_at,
                    origin: Some(origin),
                    note,
                    source,
                }])
            }
            ConsentCommand::AttachFile { at, contact, statement, file, source } => {
                let held = self.statement(statement).ok_or(ConsentError::Unknown)?;
                match &held.file {
                    Some(had) if had.sha256 == file.sha256 => return Ok(Vec::new()),
                    Some(_) => return Err(ConsentError::HasFile),
                    None if held.taken_back => return Err(ConsentError::TakenBack),
                    None if file.size == 0 => return Err(ConsentError::EmptyFile),
                    None => {}
                }
                let ProofFile { key, name, size, sha256 } = file;
                let name = given::line(name.as_deref().unwrap_or_default())?;
                Ok(vec![ConsentEvent::ConsentProofAttached {
                    at,
                    contact,
                    statement,
                    key,
                    name,
                    size,
                    sha256,
                    source,
                }])
            }
            ConsentCommand::TakeBack { at, contact, statement, why, source } => {
                let held = self.statement(statement).ok_or(ConsentError::Unknown)?;
                let why = given::line(&why)?.ok_or(ConsentError::NoReason)?;
                let channel = held.channel;
                let event = ConsentEvent::ConsentTakenBack {
                    at,
                    contact,
                    statement,
                    channel,
                    why: Some(why),
                    source,
                };
                Ok(if held.taken_back { vec![] } else { vec![event] })
            }
        }
    }

    fn record(
        &self,
        at: DateTime<Utc>,
        contact: Uuid,
        statement: Uuid,
        channel: Channel,
        typed: Typed,
        source: String,
    ) -> Result<Vec<ConsentEvent>, ConsentError> {
        let given = typed.read(at)?;
        match self.current(channel).map(|current| &current.said) {
            Some(Said::Given(held)) if *held == given => return Ok(Vec::new()),
            Some(Said::Withdrawn { at }) if given.basis == Basis::LegitimateInterest => {
                return Err(ConsentError::Withdrawn(*at));
            }
            Some(Said::Withdrawn { at }) if given.given_at <= *at => {
                return Err(ConsentError::OlderThanWithdrawal(*at));
            }
            Some(Said::Given(_) | Said::Withdrawn { .. }) | None => {}
        }
        let Given { basis, given_at, origin, wording, proof } = given;
        Ok(vec![ConsentEvent::ConsentRecorded {
            at,
            contact,
            statement,
            channel,
            basis,
            given_at,
            origin,
            wording,
            proof,
            source,
        }])
    }

    pub fn statement(&self, id: Uuid) -> Option<&Statement> {
        self.statements.iter().find(|statement| statement.id == id)
    }

    /// What was said last of a channel and not taken back.
    pub fn current(&self, channel: Channel) -> Option<&Statement> {
        let said = self.statements.iter().filter(|one| one.channel == channel && !one.taken_back);
        said.max_by_key(|one| one.rank())
    }
}

impl Aggregate for Consent {
    const TYPE: &'static str = "consent";
    type Command = ConsentCommand;
    type Event = ConsentEvent;
    type Error = ConsentError;
    type Services = ();

    async fn handle(
        &mut self,
        command: ConsentCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), ConsentError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: ConsentEvent) {
        self.contact = Some(event.contact());
        match event {
            ConsentEvent::ConsentRecorded {
                at,
                statement,
                channel,
                basis,
                given_at,
                origin,
                wording,
                proof,
                source,
                ..
            } => self.statements.push(Statement {
                id: statement,
                channel,
                said: Said::Given(Given { basis, given_at, origin, wording, proof }),
                recorded_at: at,
                source,
                file: None,
                taken_back: false,
            }),
            ConsentEvent::ConsentWithdrawn { at, statement, channel, withdrawn_at, source, .. } => {
                self.statements.push(Statement {
                    id: statement,
                    channel,
                    said: Said::Withdrawn { at: withdrawn_at },
                    recorded_at: at,
                    source,
                    file: None,
                    taken_back: false,
                });
            }
            ConsentEvent::ConsentProofAttached { statement, key, name, size, sha256, .. } => {
                if let Some(held) = self.statements.iter_mut().find(|held| held.id == statement) {
                    held.file = Some(ProofFile { key, name, size, sha256 });
                }
            }
            ConsentEvent::ConsentTakenBack { statement, .. } => {
                if let Some(held) = self.statements.iter_mut().find(|held| held.id == statement) {
                    held.taken_back = true;
                }
            }
        }
    }
}
