//! What an account's industry might be: suggested by a classifier, accepted or rejected by a person.
//!
//! Each account's suggestion is an aggregate of its own under the account's id, and none of the account's events. A suggestion
//! changes nothing about the account: a job that looks at a million of them must not move a million versions under the hands of
//! people who are editing, nor fill histories with what nobody decided. Acceptance is an ordinary change of the account's fields,
//! written in the same transaction as the event here.

pub mod command;
pub mod error;
pub mod events;
pub mod evidence;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};

use self::command::EnrichmentCommand;
use self::error::EnrichmentError;
use self::events::{EnrichmentEvent, Suggested};
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::WriteRule;
use crate::audience::record::state::RecordState;
use crate::audience::record::write::Candidate;

/// The account's fields that an acceptance writes.
pub const FIELDS: [&str; 3] = ["industry", "naics_code", "sic_code"];

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Nothing was ever suggested.
    #[default]
    None,
    /// Waits for a person.
    Pending,
    Accepted,
    Rejected,
}

/// What is suggested for one account.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct IndustrySuggestion {
    pub decision: Decision,
    pub latest: Option<Suggested>,
    /// Evidence that a person looked at and rejected: nothing is suggested from it again, whoever suggests.
    pub rejected: BTreeSet<String>,
}

impl IndustrySuggestion {
    /// What follows from the command. No events: it is so already, or was said no to.
    pub fn decide(&self, command: EnrichmentCommand) -> Result<Vec<EnrichmentEvent>, EnrichmentError> {
        match command {
            EnrichmentCommand::Suggest { at, suggested } => Ok(self.suggest(suggested, at)),
            EnrichmentCommand::Accept { at, again } => match self.decision {
                Decision::None => Err(EnrichmentError::NothingSuggested),
                Decision::Rejected => Err(EnrichmentError::Rejected),
                Decision::Accepted if !again => Ok(vec![]),
                Decision::Accepted | Decision::Pending => {
                    Ok(vec![EnrichmentEvent::IndustrySuggestionAccepted { at }])
                }
            },
            EnrichmentCommand::Reject { at, reason } => match self.decision {
                Decision::None => Err(EnrichmentError::NothingSuggested),
                Decision::Accepted => Err(EnrichmentError::Accepted),
                Decision::Rejected => Ok(vec![]),
                Decision::Pending => {
                    let evidence = self.latest.as_ref().map(|one| one.evidence.clone()).unwrap_or_default();
                    let reason = reason.map(|reason| reason.trim().to_owned());
                    let reason = reason.filter(|reason| !reason.is_empty());
                    Ok(vec![EnrichmentEvent::IndustrySuggestionRejected { at, evidence, reason }])
                }
            },
            EnrichmentCommand::Reopen { at } => match self.decision {
                Decision::None => Err(EnrichmentError::NothingSuggested),
                Decision::Accepted => Err(EnrichmentError::Accepted),
                Decision::Pending => Ok(vec![]),
                Decision::Rejected => {
                    let evidence = self.latest.as_ref().map(|one| one.evidence.clone()).unwrap_or_default();
                    Ok(vec![EnrichmentEvent::IndustrySuggestionReopened { at, evidence }])
                }
            },
        }
    }

    fn suggest(&self, suggested: Suggested, at: chrono::DateTime<chrono::Utc>) -> Vec<EnrichmentEvent> {
        let remembered = self.rejected.contains(&suggested.evidence);
        // An accepted one is not asked about again before something new is known about the company.
        let settled = self.decision == Decision::Accepted
            && self.latest.as_ref().is_some_and(|one| one.evidence == suggested.evidence);
        let same = self.decision == Decision::Pending && self.latest.as_ref() == Some(&suggested);
        if remembered || settled || same {
            return vec![];
        }
        vec![EnrichmentEvent::IndustrySuggested { at, suggested }]
    }

    /// The values an acceptance writes: over what is there, for a person compared the two.
    pub fn values(&self) -> BTreeMap<String, Candidate> {
        let Some(latest) = &self.latest else { return BTreeMap::new() };
        let given = |value: &str| Candidate::given(FieldValue::from(value), WriteRule::Overwrite);
        let mut values = BTreeMap::from([("industry".to_owned(), given(&latest.industry))]);
        values.extend(latest.naics.as_deref().map(|code| ("naics_code".to_owned(), given(code))));
        values.extend(latest.sic.as_deref().map(|code| ("sic_code".to_owned(), given(code))));
        values
    }

    /// Whether the account holds all of it already.
    pub fn is_held(&self, record: &RecordState) -> bool {
        let values = self.values();
        !values.is_empty()
            && values.iter().all(|(key, candidate)| record.value(key) == candidate.value.as_ref())
    }

    /// Waits for a decision, and is as likely as this, in percent.
    pub fn is_pending(&self, at_least: u8) -> bool {
        let likely = self.latest.as_ref().is_some_and(|one| one.confidence >= at_least);
        self.decision == Decision::Pending && likely
    }
}

impl Aggregate for IndustrySuggestion {
    const TYPE: &'static str = "industry_suggestion";
    type Command = EnrichmentCommand;
    type Event = EnrichmentEvent;
    type Error = EnrichmentError;
    type Services = ();

    async fn handle(
        &mut self,
        command: EnrichmentCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), EnrichmentError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: EnrichmentEvent) {
        match event {
            EnrichmentEvent::IndustrySuggested { suggested, .. } => {
                self.decision = Decision::Pending;
                self.latest = Some(suggested);
            }
            EnrichmentEvent::IndustrySuggestionAccepted { .. } => self.decision = Decision::Accepted,
            EnrichmentEvent::IndustrySuggestionRejected { evidence, .. } => {
                self.decision = Decision::Rejected;
                self.rejected.insert(evidence);
            }
            EnrichmentEvent::IndustrySuggestionReopened { evidence, .. } => {
                self.decision = Decision::Pending;
                self.rejected.remove(&evidence);
            }
        }
    }
}
