//! What was found out about a contact or an account, and what it says of it.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::phone_validity::counts::Outcome;
use pivotal_domain::audience::phone_validity::facts::PhoneLookupFact;
use pivotal_domain::audience::phone_validity::keep::{Finding, Said, Which, write_of};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::state::RecordState;
use pivotal_domain::audience::values::phone::Phone;

use crate::audience::contact_runs::{self, Upon};

/// What is said about a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// About the number it had.
    Said { which: Which, phone: Phone, finding: Finding },
    /// It has no number, nobody answers for it, or it must not be changed.
    Nothing(Outcome),
}

impl contact_runs::Finding<PhoneLookupFact> for Found {
    fn upon(&self, record: &RecordState, source: Source, at: DateTime<Utc>) -> Upon<PhoneLookupFact> {
        let (which, phone, finding) = match self {
            Found::Nothing(outcome) => return Upon::Nothing(*outcome),
            Found::Said { which, phone, finding } => (*which, phone, finding),
        };
        if record.is_active() && which.phone(record).as_ref() != Some(phone) {
            return Upon::ChangedMeanwhile;
        }
        let outcome = match &finding.said {
            Said::NotFound => Outcome::NotFound,
            Said::Found { line, .. } => Outcome::from(*line),
        };
        Upon::Write {
            write: write_of(which, finding, source, at),
            outcome,
            detail: finding.said.line(),
            known: finding.known,
        }
    }
}
