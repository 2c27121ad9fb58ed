//! A run of email verification as the API shows it.

use std::collections::HashMap;

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::audience::email_verification::counts::Outcome;
use pivotal_domain::audience::email_verification::verdict::Reason;
use pivotal_projections::audience::email_verification::contacts::VerifiedContactRow;
use pivotal_projections::audience::email_verification::query::{EmailVerificationRow, RunCounts};
use uuid::Uuid;

use crate::graphql::log::jobs::types::JobProgress;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum EmailVerificationState {
    /// Waits for its turn, or its contacts are being gathered.
    Asked,
    Running,
    Completed,
    /// What was found out until then stays.
    Cancelled,
    Failed,
}

impl EmailVerificationState {
    fn of(text: &str) -> Self {
        match text {
            "running" => EmailVerificationState::Running,
            "completed" => EmailVerificationState::Completed,
            "cancelled" => EmailVerificationState::Cancelled,
            "failed" => EmailVerificationState::Failed,
            _ => EmailVerificationState::Asked,
        }
    }
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Outcome")]
pub enum EmailVerificationOutcome {
    Valid,
    Risky,
    Invalid,
    Disposable,
    CatchAll,
    Unknown,
    /// The contact has no email.
    NoEmail,
    /// It is archived, erased or gone, or may not be changed.
    Refused,
}

/// The first nine add up to the contacts of the run once it has ended.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct EmailVerificationCounts {
    pub valid: i64,
    pub risky: i64,
    pub invalid: i64,
    pub disposable: i64,
    pub catch_all: i64,
    pub unknown: i64,
    pub no_email: i64,
    pub refused: i64,
    /// It was cancelled or failed before these.
    pub not_run: i64,
    /// Nobody was asked about these: it was known from before.
    pub known: i64,
    /// These contacts say something else since.
    pub changed: i64,
    /// All that were looked at.
    pub done: i64,
}

impl From<RunCounts> for EmailVerificationCounts {
    fn from(counts: RunCounts) -> Self {
        EmailVerificationCounts {
            valid: counts.valid,
            risky: counts.risky,
            invalid: counts.invalid,
            disposable: counts.disposable,
            catch_all: counts.catch_all,
            unknown: counts.unknown,
            no_email: counts.no_email,
            refused: counts.refused,
            not_run: counts.not_run,
            known: counts.known,
            changed: counts.changed,
            done: counts.done(),
        }
    }
}

/// Why, and of how many.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct EmailVerificationReason {
    /// accepted, no_mailbox, greylisted, ...: as in the contacts' field email_verification_reason.
    pub code: String,
    pub message: String,
    pub count: i64,
}

/// Emails of many contacts verified, or of one. Nothing is ever sent.
#[derive(Debug, SimpleObject)]
pub struct EmailVerification {
    pub id: Uuid,
    pub state: EmailVerificationState,
    /// Contacts were named one by one.
    pub by_ids: bool,
    /// The number that whoever asked saw counted.
    pub expected: Option<i64>,
    /// Of what this import made or changed.
    pub import_id: Option<Uuid>,
    /// What was known from before was asked anew.
    pub again: bool,
    /// Mail servers are asked about each mailbox; otherwise only name servers.
    pub mailboxes: bool,
    pub counts: EmailVerificationCounts,
    /// The most frequent first.
    pub reasons: Vec<EmailVerificationReason>,
    pub created_at: DateTime<Utc>,
    pub created_by: Option<String>,
    pub finished_at: Option<DateTime<Utc>>,
    pub error: Option<String>,
    pub progress: Option<JobProgress>,
}

impl EmailVerification {
    pub fn of(row: EmailVerificationRow, names: &HashMap<Uuid, String>) -> Self {
        let created_by = match row.created_by.is_nil() {
            true => Some("Pivotal".to_owned()),
            false => names.get(&row.created_by).cloned(),
        };
        let mut reasons: Vec<EmailVerificationReason> = row
            .reasons
            .into_iter()
            .map(|(code, count)| EmailVerificationReason { message: sentence(&code), code, count })
            .collect();
        reasons.sort_by_key(|reason| -reason.count);
        EmailVerification {
            id: row.id,
            state: EmailVerificationState::of(&row.state),
            by_ids: row.by_ids,
            expected: row.expected,
            import_id: row.import_id,
            again: row.again,
            mailboxes: row.mailboxes,
            counts: row.counts.into(),
            reasons,
            created_at: row.created_at,
            created_by,
            finished_at: row.finished_at,
            error: row.error,
            progress: row.progress.map(JobProgress::from),
        }
    }
}

/// For people; empty for a reason of a newer release.
pub fn sentence(code: &str) -> String {
    Reason::named(code).map_or_else(String::new, |reason| reason.sentence().to_owned())
}

/// A contact and what was found out about its email. Name and email are those it has now.
#[derive(Debug, SimpleObject)]
pub struct VerifiedContact {
    pub contact_id: Uuid,
    /// Null when it is erased, or may not be seen; so is the email.
    pub name: Option<String>,
    pub email: Option<String>,
    pub outcome: EmailVerificationOutcome,
    /// accepted, no_mailbox, greylisted, ...; null where there was nothing to ask about.
    pub reason: Option<String>,
    /// The reason in a sentence.
    pub message: Option<String>,
    /// The contact says something else since.
    pub changed: bool,
}

impl From<VerifiedContactRow> for VerifiedContact {
    fn from(row: VerifiedContactRow) -> Self {
        let outcome = Outcome::named(&row.outcome).unwrap_or(Outcome::Unknown);
        VerifiedContact {
            contact_id: row.contact_id,
            name: row.name,
            email: row.email,
            outcome: outcome.into(),
            message: row.reason.as_deref().map(sentence),
            reason: row.reason,
            changed: row.changed,
        }
    }
}

/// What this deployment can find out.
#[derive(Debug, SimpleObject)]
pub struct EmailVerificationSettings {
    /// Mail servers are asked about each mailbox. Otherwise only name servers are, and an address at a domain that takes mail stays
    /// unknown.
    pub mailboxes: bool,
    /// Addresses asked of one mail server in a minute; 0 is without limit.
    pub per_minute: i64,
    /// Addresses asked of one mail server in one run.
    pub host_budget: i64,
}
