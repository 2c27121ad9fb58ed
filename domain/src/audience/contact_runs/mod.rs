//! Runs over contacts that find out something about each of them and write it there: email verification, carrier look-ups. Nothing is
//! decided about such a run itself, so it is told in facts: that it was asked for, what each chunk came to, how it ended.
//!
//! Here is what all of them tell alike. What is found out, and what it is counted as, belongs to each of them.

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The facts of one sort of run. Their names and forms are in the log and never change.
pub trait RunFact: Serialize + DeserializeOwned + Send + Sync {
    /// What they are about, with the run's id.
    const ABOUT: &'static str;
    const ASKED: &'static str;
    const RAN: &'static str;
    const ENDED: &'static str;
    const VERSION: &'static str;

    type Asked: RunAsked;
    type Counts: RunCounts;
    type Contact: RunContact<Outcome = <Self::Counts as RunCounts>::Outcome>;

    fn ran(ran: Ran<Self::Counts, Self::Contact>) -> Self;
    fn ended(ended: Ended<Self::Counts>) -> Self;
    fn told(self) -> Told<Self>;
}

/// Which of the facts it is.
pub enum Told<F: RunFact> {
    Asked(F::Asked),
    Ran(Ran<F::Counts, F::Contact>),
    Ended(Ended<F::Counts>),
}

pub trait RunAsked: Send + Sync {
    /// The job that does it.
    fn job(&self) -> Uuid;
}

/// How many there are of each outcome.
pub trait RunCounts: Copy + Default + Send + Sync {
    type Outcome: Copy + Send + Sync + 'static;
    /// Every contact of a run ends as exactly one of these, or was not run.
    const OUTCOMES: &'static [Self::Outcome];
    /// It is archived, erased or gone, or whoever asked may not change it.
    const REFUSED: Self::Outcome;

    fn of(&self, outcome: Self::Outcome) -> u64;
    /// `known`: nobody was asked. `changed`: the contact says something else now.
    fn count(&mut self, outcome: Self::Outcome, known: bool, changed: bool);
    fn add(&mut self, other: &Self);
    /// With so many that were not looked at.
    fn with_not_run(self, not_run: u64) -> Self;

    /// Contacts that were looked at.
    fn done(&self) -> u64 {
        Self::OUTCOMES.iter().map(|outcome| self.of(*outcome)).sum()
    }
}

/// What became of one contact.
pub trait RunContact: Clone + Send + Sync {
    type Outcome;
    /// What the outcome is counted from.
    type Detail: Copy + Send + Sync;

    /// `detail`: absent where there was nothing to ask about.
    fn new(id: Uuid, outcome: Self::Outcome, detail: Option<Self::Detail>, changed: bool) -> Self;
    fn id(&self) -> Uuid;
}

/// A chunk of contacts; its changes are in the same append.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ran<Counts, Contact> {
    pub chunk: u32,
    pub counts: Counts,
    pub contacts: Vec<Contact>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    Completed,
    Cancelled,
    Failed,
}

impl End {
    pub fn as_str(self) -> &'static str {
        match self {
            End::Completed => "completed",
            End::Cancelled => "cancelled",
            End::Failed => "failed",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended<Counts> {
    pub at: DateTime<Utc>,
    pub end: End,
    /// Of the whole run.
    pub counts: Counts,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}
