//! Runs over contacts, or accounts, that ask somebody outside about each of them: asking for one, following it, stopping it, doing it chunk by
//! chunk. [`ContactRun`] says what one sort of run is; how it finds out is its own, and so is the loop of its job.
//!
//! Bulk changes and imports are aggregates with states of their own and share none of this: nothing is decided about a run.

pub mod cancel;
pub mod chunk;
pub mod forget;
pub mod progress;
pub mod run;
pub mod start;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::contact_runs::{Ran, RunContact, RunCounts, RunFact};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::state::RecordState;
use pivotal_domain::audience::record::write::Write;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::NewFact;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::kinds::Kind;

/// One sort of run.
pub trait ContactRun: Send + Sync + 'static {
    type Fact: RunFact;
    type Finding: Finding<Self::Fact>;

    /// Of whoever asks, and over each record.
    const PERMISSION: Permission;
    /// Begins the keys under which something is told once.
    const KEY: &'static str;
    /// What the job is doing, for people.
    const PHASE: &'static str;
    const JOB: Kind;
    /// The same for a few contacts, for which somebody waits.
    const JOB_OF_FEW: Kind;
    /// Path in the web app under which the runs have their pages.
    const LINK: &'static str;

    /// Of the job: `named` contacts were chosen one by one.
    fn title(named: Option<usize>) -> String;
    fn refused(refusal: RunRefusal) -> CommandError;

    /// What is kept of these answers, for runs to come, goes: whom they are about was erased while somebody was being asked.
    fn forget(
        ctx: &Context,
        findings: &[&Self::Finding],
    ) -> impl Future<Output = Result<(), CommandError>> + Send;
}

/// What every sort of run refuses, in its own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunRefusal {
    NotFound,
    NothingSelected,
    TooMany { count: usize },
    NotRunning,
}

/// What was found out about one record.
pub trait Finding<F: RunFact>: Send + Sync {
    /// What the record says of it, as it is now.
    fn upon(&self, record: &RecordState, source: Source, at: DateTime<Utc>) -> Upon<F>;
}

pub type CountsOf<F> = <F as RunFact>::Counts;
pub type OutcomeOf<F> = <CountsOf<F> as RunCounts>::Outcome;
pub type ContactOf<F> = <F as RunFact>::Contact;
pub type DetailOf<F> = <ContactOf<F> as RunContact>::Detail;
pub type RanOf<F> = Ran<CountsOf<F>, ContactOf<F>>;

pub enum Upon<F: RunFact> {
    /// There is nothing to write.
    Nothing(OutcomeOf<F>),
    /// It is about what the contact had, and has no more: look again.
    ChangedMeanwhile,
    Write {
        write: Write,
        outcome: OutcomeOf<F>,
        detail: Option<DetailOf<F>>,
        known: bool,
    },
}

/// For the append that it goes with. `kind`: which of the facts it is.
pub fn fact_of<F: RunFact>(
    run: Uuid,
    kind: &'static str,
    fact: &F,
    metadata: &Metadata,
) -> Result<NewFact, serde_json::Error> {
    Ok(NewFact {
        kind,
        version: F::VERSION,
        about_type: F::ABOUT,
        about_id: run,
        payload: serde_json::to_value(fact)?,
        metadata: metadata.clone(),
        personal: &[],
        subject: None,
    })
}
