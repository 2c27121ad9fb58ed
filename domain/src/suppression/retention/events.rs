//! What can have happened to the rules, and what runs under them came to. They hold ids and numbers, and are about nobody.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::account::{Done, End, Found};
use super::keep::Keep;
use super::kind::Kind;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum RetentionEvent {
    RetentionRuleSet {
        at: DateTime<Utc>,
        kind: Kind,
        keep: Keep,
        previous: Keep,
        /// Where it deletes more than the one before.
        dry_run: Option<Uuid>,
        note: Option<String>,
        by: Uuid,
        source: String,
    },
    /// Nothing was deleted.
    RetentionDryRan { at: DateTime<Utc>, run: Uuid, kind: Kind, keep: Keep, found: Found },
    RetentionRan {
        at: DateTime<Utc>,
        /// The job.
        run: Uuid,
        began_at: DateTime<Utc>,
        done: Vec<Done>,
        end: End,
        /// Who is told: who asked for it, and whose rules it carried out.
        tell: Vec<Uuid>,
    },
}

event_names!(RetentionEvent { RetentionRuleSet, RetentionDryRan, RetentionRan });

impl DomainEvent for RetentionEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for RetentionEvent {
    const AGGREGATE: &'static str = "retention_rules";

    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }

    fn subject(&self, _aggregate_id: Uuid) -> Option<Uuid> {
        None
    }
}
