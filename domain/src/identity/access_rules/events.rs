//! What can have happened to the rules of access.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};

use super::SecondStepFor;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum AccessRulesEvent {
    /// From then on. Of nobody: everybody decides for themselves again.
    SecondStepRequired { at: DateTime<Utc>, of: SecondStepFor, previous: SecondStepFor },
}

event_names!(AccessRulesEvent { SecondStepRequired });

impl DomainEvent for AccessRulesEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for AccessRulesEvent {
    const AGGREGATE: &'static str = "access_rules";

    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
