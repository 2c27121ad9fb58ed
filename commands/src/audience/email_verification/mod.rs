//! Use cases of email verification: asking for a run over contacts, following it, stopping it.
//!
//! Whatever leaves the house is in the job. What is known from before is kept in tables that may be emptied at any time; what was
//! found out is written to the contacts.

pub mod after_import;
pub mod cache;
pub mod cancel;
pub mod finding;
pub mod forget;
pub mod hosts;
pub mod look;
pub mod run;
pub mod start;
pub mod told;
pub mod waiting;

use std::time::Duration;

use pivotal_domain::audience::email_verification::error::EmailVerificationError;
use pivotal_domain::audience::email_verification::facts::EmailVerificationFact;
use pivotal_domain::identity::permission::Permission;

use self::cache::{address_key, forget_verdicts};
use self::finding::Finding;
use super::contact_runs::{ContactRun, RunRefusal};
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::jobs::kinds::{EMAIL_VERIFICATION_FEW, EMAIL_VERIFICATION_RUN, Kind};

/// Runs of email verification.
#[derive(Debug, Clone, Copy)]
pub struct Verification;

impl ContactRun for Verification {
    type Fact = EmailVerificationFact;
    type Finding = Finding;

    const PERMISSION: Permission = Permission::EmailsVerify;
    const KEY: &'static str = "email-verification";
    const PHASE: &'static str = "Verifying";
    const JOB: Kind = EMAIL_VERIFICATION_RUN;
    const JOB_OF_FEW: Kind = EMAIL_VERIFICATION_FEW;
    const LINK: &'static str = "/contacts/email-verifications";

    fn title(named: Option<usize>) -> String {
        match named {
            Some(1) => "Verify an email".to_owned(),
            Some(count) => format!("Verify {count} emails"),
            None => "Verify emails".to_owned(),
        }
    }

    fn refused(refusal: RunRefusal) -> CommandError {
        match refusal {
            RunRefusal::NotFound => EmailVerificationError::NotFound,
            RunRefusal::NothingSelected => EmailVerificationError::NothingSelected,
            RunRefusal::TooMany { count } => EmailVerificationError::TooMany { count },
            RunRefusal::NotRunning => EmailVerificationError::NotRunning,
        }
        .into()
    }

    async fn forget(ctx: &Context, findings: &[&Finding]) -> Result<(), CommandError> {
        let addresses = findings.iter().filter_map(|finding| match finding {
            Finding::Verdict { address, .. } => address.as_ref(),
            Finding::Nothing(_) => None,
        });
        let keys: Vec<Vec<u8>> = addresses.map(|address| address_key(&ctx.log.blind, address)).collect();
        forget_verdicts(ctx, &keys).await
    }
}

/// How mail servers are treated. They are other people's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Mail servers spoken with at once; with each of them, one conversation.
    pub hosts_at_once: usize,
    /// Addresses asked in one conversation.
    pub mailboxes: usize,
    /// Addresses asked of one host in a minute, on average; 0 is without limit.
    pub per_minute: u32,
    /// Addresses asked of one host in one run.
    pub host_budget: u32,
    /// Time spent with one host in one run.
    pub host_time: Duration,
    /// Conversations that fail in a row before a host is left alone.
    pub failures: i32,
    /// How long it is left alone.
    pub pause: Duration,
    /// How long to wait for a host that somebody else speaks with.
    pub busy: Duration,
    /// How long after a failure it is not asked again.
    pub after_failure: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            hosts_at_once: 20,
            mailboxes: 20,
            per_minute: 60,
            host_budget: 2_000,
            host_time: Duration::from_secs(15 * 60),
            failures: 3,
            pause: Duration::from_secs(30 * 60),
            busy: Duration::from_secs(2),
            after_failure: Duration::from_secs(30),
        }
    }
}

impl From<EmailVerificationError> for CommandError {
    fn from(error: EmailVerificationError) -> Self {
        match error {
            EmailVerificationError::NotFound => CommandError::NotFound(error.to_string()),
            _ => CommandError::rejected(Rejection::new(error.code(), error.to_string())),
        }
    }
}
