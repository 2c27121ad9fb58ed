//! Sender profiles: who our mail comes from, through whom it leaves, and whether its domains let it.

pub mod brand;
pub mod checks;
pub mod error;
pub mod events;
pub mod keys;
pub mod provider;
pub mod ramp;
pub mod setup;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};

use self::checks::{Check, Verdict, overall};
use self::error::SenderError;
use self::events::SenderProfileEvent;
use self::setup::{Setup, Who};

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SenderProfile {
    pub who: Who,
    /// `None`: never created.
    pub setup: Option<Setup>,
    pub archived: bool,
    /// What the last check said.
    pub checks: Vec<Check>,
    /// `None`: not checked since it was created, or since what is checked was changed.
    pub checked_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum SenderCommand {
    /// That the brand is in use is asked before.
    Create {
        who: Who,
        setup: Setup,
        at: DateTime<Utc>,
    },
    Change {
        who: Who,
        setup: Setup,
        at: DateTime<Utc>,
    },
    Archive {
        at: DateTime<Utc>,
    },
    Restore {
        at: DateTime<Utc>,
    },
    /// `of`: the setup that was looked at; what was changed meanwhile is not judged by what is over.
    Checked {
        of: Setup,
        checks: Vec<Check>,
        at: DateTime<Utc>,
    },
}

impl SenderProfile {
    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: SenderCommand) -> Result<Vec<SenderProfileEvent>, SenderError> {
        let Some(held) = &self.setup else {
            return match command {
                SenderCommand::Create { who, setup, at } => {
                    Ok(vec![SenderProfileEvent::SenderProfileCreated { at, who, setup }])
                }
                _ => Err(SenderError::Unknown),
            };
        };
        match command {
            SenderCommand::Create { .. } => Err(SenderError::Exists),
            SenderCommand::Archive { at } => {
                let archived = SenderProfileEvent::SenderProfileArchived { at };
                Ok(if self.archived { Vec::new() } else { vec![archived] })
            }
            SenderCommand::Restore { at } => {
                let restored = SenderProfileEvent::SenderProfileRestored { at };
                Ok(if self.archived { vec![restored] } else { Vec::new() })
            }
            SenderCommand::Change { .. } if self.archived => Err(SenderError::Archived),
            SenderCommand::Change { who, setup, at } => {
                if (&who, &setup) == (&self.who, held) {
                    return Ok(Vec::new());
                }
                let (previous_who, previous) = (self.who.clone(), Box::new(held.clone()));
                Ok(vec![SenderProfileEvent::SenderProfileChanged { at, who, setup, previous_who, previous }])
            }
            SenderCommand::Checked { of, checks, at } => {
                let stands = !self.archived && asks_alike(&of, held);
                let checked = SenderProfileEvent::SenderProfileChecked { at, checks };
                Ok(if stands { vec![checked] } else { Vec::new() })
            }
        }
    }

    /// The worst that the last check said; `None`: nothing was checked.
    pub fn health(&self) -> Option<Verdict> {
        self.checked_at.map(|_| overall(&self.checks))
    }

    pub fn is_in_use(&self) -> bool {
        self.setup.is_some() && !self.archived
    }
}

/// Whether the name servers are asked the same about both.
fn asks_alike(one: &Setup, other: &Setup) -> bool {
    (&one.from_domain, &one.reply_domain, &one.tracking_domain)
        == (&other.from_domain, &other.reply_domain, &other.tracking_domain)
        && (one.provider, &one.account, &one.dkim) == (other.provider, &other.account, &other.dkim)
}

impl Aggregate for SenderProfile {
    const TYPE: &'static str = "sender_profile";
    type Command = SenderCommand;
    type Event = SenderProfileEvent;
    type Error = SenderError;
    type Services = ();

    async fn handle(
        &mut self,
        command: SenderCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), SenderError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: SenderProfileEvent) {
        match event {
            SenderProfileEvent::SenderProfileCreated { who, setup, .. } => {
                (self.who, self.setup) = (who, Some(setup));
            }
            SenderProfileEvent::SenderProfileChanged { who, setup, previous, .. } => {
                if !asks_alike(&setup, &previous) {
                    (self.checks, self.checked_at) = (Vec::new(), None);
                }
                (self.who, self.setup) = (who, Some(setup));
            }
            SenderProfileEvent::SenderProfileArchived { .. } => self.archived = true,
            SenderProfileEvent::SenderProfileRestored { .. } => self.archived = false,
            SenderProfileEvent::SenderProfileChecked { at, checks } => {
                (self.checks, self.checked_at) = (checks, Some(at));
            }
        }
    }
}
