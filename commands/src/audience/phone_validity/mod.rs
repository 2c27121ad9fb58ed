//! Use cases of carrier look-ups: asking for a run over contacts or accounts, following it, stopping it.
//!
//! Whatever leaves the house is in the job, and nothing leaves it that nobody asked for: each question may cost money. What is known
//! from before is kept in a table that may be emptied at any time; what was found out is written to the records.

pub mod cache;
pub mod cancel;
pub mod forget;
pub mod found;
pub mod look;
pub mod run;
pub mod start;

use std::sync::Arc;
use std::time::Duration;

use pivotal_domain::audience::phone_validity::error::PhoneLookupError;
use pivotal_domain::audience::phone_validity::facts::PhoneLookupFact;
use pivotal_domain::audience::values::phone::Phone;
use pivotal_domain::identity::permission::Permission;

use self::cache::forget_findings;
use self::found::Found;
use super::contact_runs::{ContactRun, RunRefusal};
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::jobs::kinds::{Kind, PHONE_LOOKUP_FEW, PHONE_LOOKUP_RUN};
use crate::ports::carrier_lookup::CarrierLookup;

/// Runs of carrier look-ups.
#[derive(Debug, Clone, Copy)]
pub struct Lookup;

impl ContactRun for Lookup {
    type Fact = PhoneLookupFact;
    type Finding = Found;

    const PERMISSION: Permission = Permission::PhonesLookUp;
    const KEY: &'static str = "phone-lookup";
    const PHASE: &'static str = "Looking up";
    const JOB: Kind = PHONE_LOOKUP_RUN;
    const JOB_OF_FEW: Kind = PHONE_LOOKUP_FEW;
    const LINK: &'static str = "/contacts/phone-lookups";

    fn title(named: Option<usize>) -> String {
        match named {
            Some(1) => "Look up a phone".to_owned(),
            Some(count) => format!("Look up {count} phones"),
            None => "Look up phones".to_owned(),
        }
    }

    fn refused(refusal: RunRefusal) -> CommandError {
        match refusal {
            RunRefusal::NotFound => PhoneLookupError::NotFound,
            RunRefusal::NothingSelected => PhoneLookupError::NothingSelected,
            RunRefusal::TooMany { count } => PhoneLookupError::TooMany { count },
            RunRefusal::NotRunning => PhoneLookupError::NotRunning,
        }
        .into()
    }

    async fn forget(ctx: &Context, findings: &[&Found]) -> Result<(), CommandError> {
        let phones = findings.iter().filter_map(|found| match found {
            Found::Said { phone, .. } => Some(phone.clone()),
            Found::Nothing(_) => None,
        });
        let phones: Vec<Phone> = phones.collect();
        forget_findings(ctx, &phones).await
    }
}

/// Whom to ask, and how politely.
#[derive(Clone)]
pub struct Outside {
    /// None: it is not set up, and nobody is asked.
    pub lookup: Option<Arc<dyn CarrierLookup>>,
    pub pace: Pace,
}

impl std::fmt::Debug for Outside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Outside").field("pace", &self.pace).finish_non_exhaustive()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Numbers asked about in a minute by one run; 0 is without limit.
    pub per_minute: u32,
    /// How often a question is asked again that the service could not answer.
    pub retries: u32,
    /// Before the first of those; doubled each time, unless the service says how long.
    pub wait: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Pace { per_minute: 120, retries: 4, wait: Duration::from_secs(2) }
    }
}

impl From<PhoneLookupError> for CommandError {
    fn from(error: PhoneLookupError) -> Self {
        match error {
            PhoneLookupError::NotFound => CommandError::NotFound(error.to_string()),
            _ => CommandError::rejected(Rejection::new(error.code(), error.to_string())),
        }
    }
}
