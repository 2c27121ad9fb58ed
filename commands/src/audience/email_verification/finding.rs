//! What was found out about a contact, and what the contact says of it.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::email_verification::counts::Outcome;
use pivotal_domain::audience::email_verification::facts::EmailVerificationFact;
use pivotal_domain::audience::email_verification::keep::write_of;
use pivotal_domain::audience::email_verification::verdict::Verdict;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::state::RecordState;
use pivotal_domain::audience::values::email::EmailAddress;

use crate::audience::contact_runs::{self, Upon};

/// What is said about a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// About the email it had: `None` for one that cannot be read.
    Verdict { email: String, address: Option<EmailAddress>, verdict: Verdict },
    /// It has no email, or must not be changed.
    Nothing(Outcome),
}

impl contact_runs::Finding<EmailVerificationFact> for Finding {
    fn upon(&self, record: &RecordState, source: Source, at: DateTime<Utc>) -> Upon<EmailVerificationFact> {
        let (email, address, verdict) = match self {
            Finding::Nothing(outcome) => return Upon::Nothing(*outcome),
            Finding::Verdict { email, address, verdict } => (email, address.as_ref(), verdict),
        };
        if record.is_active() && record.text("email") != Some(email.as_str()) {
            return Upon::ChangedMeanwhile;
        }
        Upon::Write {
            write: write_of(record, address, verdict, source, at),
            outcome: Outcome::from(verdict.reason),
            detail: Some(verdict.reason),
            known: verdict.known,
        }
    }
}
