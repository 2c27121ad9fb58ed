//! The rules by country: whether people of whom nothing is known may be contacted. Data that people change, each change an
//! event; a change holds from then on, and the past is judged by the rules it had.

pub mod built_in;
pub mod command;
pub mod error;
pub mod events;
pub mod rules;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::command::ConsentRuleCommand;
use self::error::ConsentRuleError;
use self::events::ConsentRuleEvent;
use self::rules::{CountryRule, Rules};
use crate::audience::values::country::Country;
use crate::audience::values::text;

/// Under which the rules stand in the log: there is one set.
pub const ID: Uuid = Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0d03);

/// Longest note, in characters.
pub const NOTE_MAX: usize = 500;

/// Before the first change: those that Pivotal comes with.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ConsentRules {
    pub rules: Rules,
}

impl ConsentRules {
    /// What follows from the command. No events: it was so already.
    pub fn decide(&self, command: ConsentRuleCommand) -> Result<Vec<ConsentRuleEvent>, ConsentRuleError> {
        match command {
            ConsentRuleCommand::Set { at, country, rule, note, source } => {
                self.set(at, country, rule, note.as_deref().unwrap_or_default(), source)
            }
            ConsentRuleCommand::Remove { at, country, source } => {
                let country = country.ok_or(ConsentRuleError::OthersNeeded)?;
                let removed = self.rules.of(country).map(|previous| ConsentRuleEvent::ConsentRuleRemoved {
                    at,
                    country: country.code().to_owned(),
                    previous,
                    source,
                });
                Ok(removed.into_iter().collect())
            }
        }
    }

    fn set(
        &self,
        at: DateTime<Utc>,
        country: Option<Country>,
        rule: CountryRule,
        note: &str,
        source: String,
    ) -> Result<Vec<ConsentRuleEvent>, ConsentRuleError> {
        let note = text::line(note);
        if note.chars().count() > NOTE_MAX {
            return Err(ConsentRuleError::NoteTooLong);
        }
        let previous = match country {
            Some(country) => self.rules.of(country),
            None => Some(self.rules.others),
        };
        if previous == Some(rule) {
            return Ok(Vec::new());
        }
        Ok(vec![ConsentRuleEvent::ConsentRuleSet {
            at,
            country: country.map(|country| country.code().to_owned()),
            rule,
            previous,
            note: Some(note).filter(|note| !note.is_empty()),
            source,
        }])
    }
}

impl Aggregate for ConsentRules {
    const TYPE: &'static str = "consent_rules";
    type Command = ConsentRuleCommand;
    type Event = ConsentRuleEvent;
    type Error = ConsentRuleError;
    type Services = ();

    async fn handle(
        &mut self,
        command: ConsentRuleCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), ConsentRuleError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: ConsentRuleEvent) {
        match event {
            ConsentRuleEvent::ConsentRuleSet { country: Some(country), rule, .. } => {
                self.rules.countries.insert(country, rule);
            }
            ConsentRuleEvent::ConsentRuleSet { country: None, rule, .. } => self.rules.others = rule,
            ConsentRuleEvent::ConsentRuleRemoved { country, .. } => {
                self.rules.countries.remove(&country);
            }
        }
    }
}
