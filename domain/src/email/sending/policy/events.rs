//! What can have happened to the policy. It is about nobody.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};

use super::Policy;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum EmailPolicyEvent {
    EmailPolicySet { at: DateTime<Utc>, policy: Policy, previous: Policy },
}

event_names!(EmailPolicyEvent { EmailPolicySet });

impl DomainEvent for EmailPolicyEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for EmailPolicyEvent {
    const AGGREGATE: &'static str = "email_policy";

    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
