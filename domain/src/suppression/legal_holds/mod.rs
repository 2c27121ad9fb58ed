//! A legal hold: while it stands, nothing of what it stands over is deleted, neither by a rule of retention nor by an erasure.
//!
//! Each is one case; several may stand over the same. What holds at once is the guard (`guard.legal_holds`), which the log writes
//! with each event; this decides and remembers why.

pub mod command;
pub mod error;
pub mod events;
pub mod over;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};

use self::command::LegalHoldCommand;
use self::error::LegalHoldError;
use self::events::LegalHoldEvent;
use self::over::Over;
use crate::audience::values::text;

/// Longest reason, in characters.
pub const REASON_MAX: usize = 1_000;
/// Longest reference, in characters.
pub const REFERENCE_MAX: usize = 200;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LegalHold {
    /// `None`: never placed.
    pub placed: Option<Placed>,
    pub lifted: bool,
    pub erased: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    pub over: Over,
    pub since: DateTime<Utc>,
    /// `None` once the person is erased.
    pub reason: Option<String>,
    pub reference: Option<String>,
}

impl LegalHold {
    /// What it stands over. `None`: it was lifted, or never placed.
    pub fn standing(&self) -> Option<&Placed> {
        self.placed.as_ref().filter(|_| !self.lifted)
    }

    /// What follows from the command. No events: it was so already.
    pub fn decide(&self, command: LegalHoldCommand) -> Result<Vec<LegalHoldEvent>, LegalHoldError> {
        match command {
            LegalHoldCommand::Place { at, over, reason, reference, source } => {
                let reason = said(&reason)?.ok_or(LegalHoldError::NoReason)?;
                let reference = text::line(&reference);
                if reference.chars().count() > REFERENCE_MAX {
                    return Err(LegalHoldError::ReferenceTooLong);
                }
                if self.placed.is_some() {
                    return Ok(Vec::new());
                }
                let reference = Some(reference).filter(|reference| !reference.is_empty());
                let reason = Some(reason);
                Ok(vec![LegalHoldEvent::LegalHoldPlaced { at, over, reason, reference, source }])
            }
            LegalHoldCommand::Lift { at, why, source } => {
                let over = self.placed.as_ref().ok_or(LegalHoldError::Unknown)?.over;
                let why = Some(said(&why)?.ok_or(LegalHoldError::NoLiftReason)?);
                let lifted = LegalHoldEvent::LegalHoldLifted { at, over, why, source };
                Ok((!self.lifted).then_some(lifted).into_iter().collect())
            }
            LegalHoldCommand::Erase { at } => {
                let over = self.placed.as_ref().ok_or(LegalHoldError::Unknown)?.over;
                let erased = LegalHoldEvent::LegalHoldErased { at, over };
                Ok((!self.erased).then_some(erased).into_iter().collect())
            }
        }
    }
}

/// `None`: nothing was said.
fn said(text: &str) -> Result<Option<String>, LegalHoldError> {
    let text = text.trim();
    if text.chars().count() > REASON_MAX {
        return Err(LegalHoldError::ReasonTooLong);
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

impl Aggregate for LegalHold {
    const TYPE: &'static str = "legal_hold";
    type Command = LegalHoldCommand;
    type Event = LegalHoldEvent;
    type Error = LegalHoldError;
    type Services = ();

    async fn handle(
        &mut self,
        command: LegalHoldCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), LegalHoldError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: LegalHoldEvent) {
        match event {
            LegalHoldEvent::LegalHoldPlaced { at, over, reason, reference, .. } => {
                self.placed = Some(Placed { over, since: at, reason, reference });
            }
            LegalHoldEvent::LegalHoldLifted { .. } => self.lifted = true,
            LegalHoldEvent::LegalHoldErased { .. } => {
                self.erased = true;
                if let Some(placed) = &mut self.placed {
                    placed.reason = None;
                    placed.reference = None;
                }
            }
        }
    }
}
