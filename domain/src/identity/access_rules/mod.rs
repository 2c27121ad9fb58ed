//! What everybody must bring to be let in, beyond what they chose for themselves: whether a second step is required, and of whom. One
//! set of rules for the whole installation, each change an event.

pub mod events;
pub mod keys;
#[cfg(test)]
mod tests;

use std::convert::Infallible;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::events::AccessRulesEvent;
use super::role::Role;

/// Under which the rules stand in the log: there is one set.
pub const ID: Uuid = Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0e01);

/// Of whom a second step is required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondStepFor {
    /// Everybody decides for themselves.
    #[default]
    Nobody,
    Admins,
    Everybody,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not one of NOBODY, ADMINS, EVERYBODY.")]
pub struct UnknownSecondStepFor(String);

impl SecondStepFor {
    pub const ALL: [SecondStepFor; 3] =
        [SecondStepFor::Nobody, SecondStepFor::Admins, SecondStepFor::Everybody];

    pub const fn as_str(self) -> &'static str {
        match self {
            SecondStepFor::Nobody => "nobody",
            SecondStepFor::Admins => "admins",
            SecondStepFor::Everybody => "everybody",
        }
    }

    pub fn includes(self, role: Role) -> bool {
        match self {
            SecondStepFor::Nobody => false,
            SecondStepFor::Admins => role == Role::Admin,
            SecondStepFor::Everybody => true,
        }
    }
}

impl FromStr for SecondStepFor {
    type Err = UnknownSecondStepFor;

    fn from_str(text: &str) -> Result<Self, UnknownSecondStepFor> {
        let known = Self::ALL.into_iter().find(|one| one.as_str().eq_ignore_ascii_case(text.trim()));
        known.ok_or_else(|| UnknownSecondStepFor(text.chars().take(40).collect()))
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessRules {
    pub second_step_for: SecondStepFor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessRulesCommand {
    RequireSecondStep { of: SecondStepFor, at: DateTime<Utc> },
}

impl AccessRules {
    /// What follows from the command, which is never refused. No events: it was so already.
    pub fn decide(&self, command: AccessRulesCommand) -> Vec<AccessRulesEvent> {
        let AccessRulesCommand::RequireSecondStep { of, at } = command;
        if of == self.second_step_for {
            return Vec::new();
        }
        vec![AccessRulesEvent::SecondStepRequired { at, of, previous: self.second_step_for }]
    }
}

impl Aggregate for AccessRules {
    const TYPE: &'static str = "access_rules";
    type Command = AccessRulesCommand;
    type Event = AccessRulesEvent;
    type Error = Infallible;
    type Services = ();

    async fn handle(
        &mut self,
        command: AccessRulesCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), Infallible> {
        for event in self.decide(command) {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: AccessRulesEvent) {
        let AccessRulesEvent::SecondStepRequired { of, .. } = event;
        self.second_step_for = of;
    }
}
