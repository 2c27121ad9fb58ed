//! What can have happened to the rules. They are about nobody.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::rules::CountryRule;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ConsentRuleEvent {
    ConsentRuleSet {
        at: DateTime<Utc>,
        /// ISO 3166-1 alpha-2. `None`: every country without a rule of its own.
        country: Option<String>,
        rule: CountryRule,
        /// `None`: the country had none of its own.
        previous: Option<CountryRule>,
        note: Option<String>,
        source: String,
    },
    ConsentRuleRemoved {
        at: DateTime<Utc>,
        country: String,
        previous: CountryRule,
        source: String,
    },
}

event_names!(ConsentRuleEvent { ConsentRuleSet, ConsentRuleRemoved });

impl DomainEvent for ConsentRuleEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl ConsentRuleEvent {
    pub fn at(&self) -> DateTime<Utc> {
        match self {
            ConsentRuleEvent::ConsentRuleSet { at, .. } | ConsentRuleEvent::ConsentRuleRemoved { at, .. } => {
                *at
            }
        }
    }
}

impl LoggedEvent for ConsentRuleEvent {
    const AGGREGATE: &'static str = "consent_rules";

    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }

    fn subject(&self, _aggregate_id: Uuid) -> Option<Uuid> {
        None
    }
}
