//! What a run of email verification looks like over REST.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use pivotal_projections::audience::email_verification::contacts::VerifiedContactRow;
use pivotal_projections::audience::email_verification::query::EmailVerificationRow;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = EmailVerification)]
pub struct Verification {
    pub id: Uuid,
    /// asked, running, completed, cancelled, failed.
    pub state: String,
    pub created_at: DateTime<Utc>,
    pub finished_at: Option<DateTime<Utc>>,
    pub error: Option<String>,
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
    pub valid: i64,
    pub risky: i64,
    pub invalid: i64,
    pub disposable: i64,
    pub catch_all: i64,
    pub unknown: i64,
    pub no_email: i64,
    pub refused: i64,
    /// It was cancelled or failed before these. The nine add up to the contacts of the run.
    pub not_run: i64,
    /// Nobody was asked about these: it was known from before.
    pub known: i64,
    /// These contacts say something else since.
    pub changed: i64,
    /// How many by reason.
    pub reasons: BTreeMap<String, i64>,
    /// Contacts looked at so far, while it runs.
    pub done: Option<i64>,
}

impl From<EmailVerificationRow> for Verification {
    fn from(row: EmailVerificationRow) -> Self {
        let counts = row.counts;
        Verification {
            id: row.id,
            state: row.state,
            created_at: row.created_at,
            finished_at: row.finished_at,
            error: row.error,
            by_ids: row.by_ids,
            expected: row.expected,
            import_id: row.import_id,
            again: row.again,
            mailboxes: row.mailboxes,
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
            reasons: row.reasons,
            done: row.progress.map(|progress| progress.done),
        }
    }
}

/// Which contacts: `ids` one by one (at most 10,000), or else all that the list with this filter shows, but for those in `except`.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct NewVerification {
    pub ids: Option<Vec<Uuid>>,
    /// The arguments of the list of contacts: q, country, importId, archived (false unless said), where, ...
    #[schema(value_type = Option<Object>)]
    pub filter: Option<Value>,
    pub except: Vec<Uuid>,
    /// Ask anew what is known from before.
    pub again: bool,
    /// The number the person saw counted; shown beside the number that is found.
    pub expected: Option<u64>,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct WantedVerifications {
    /// Of what this import made or changed; all if not said.
    pub import_id: Option<Uuid>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WantedOutcome {
    Valid,
    Risky,
    Invalid,
    Disposable,
    CatchAll,
    Unknown,
    NoEmail,
    Refused,
}

impl WantedOutcome {
    pub fn as_str(self) -> &'static str {
        match self {
            WantedOutcome::Valid => "valid",
            WantedOutcome::Risky => "risky",
            WantedOutcome::Invalid => "invalid",
            WantedOutcome::Disposable => "disposable",
            WantedOutcome::CatchAll => "catch_all",
            WantedOutcome::Unknown => "unknown",
            WantedOutcome::NoEmail => "no_email",
            WantedOutcome::Refused => "refused",
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct WantedContacts {
    /// Of one outcome (valid, risky, invalid, disposable, catch_all, unknown, no_email, refused); all if not said.
    #[param(value_type = Option<String>)]
    pub outcome: Option<WantedOutcome>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

/// A contact and what was found out about its email. Name and email are those it has now.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct VerifiedContact {
    pub contact_id: Uuid,
    /// Absent when it is erased, or may not be seen; so is the email.
    pub name: Option<String>,
    pub email: Option<String>,
    /// valid, risky, invalid, disposable, catch_all, unknown, no_email, refused.
    pub outcome: String,
    /// accepted, bad_syntax, no_domain, no_mail_accepted, no_mail_server, no_mailbox, disposable_domain, catch_all, mailbox_full,
    /// not_asked, dns_failed, no_answer, greylisted, blocked, unreadable, private_host, host_paused, host_limit, bounced.
    pub reason: Option<String>,
    /// The contact says something else since.
    pub changed: bool,
}

impl From<VerifiedContactRow> for VerifiedContact {
    fn from(row: VerifiedContactRow) -> Self {
        VerifiedContact {
            contact_id: row.contact_id,
            name: row.name,
            email: row.email,
            outcome: row.outcome,
            reason: row.reason,
            changed: row.changed,
        }
    }
}
