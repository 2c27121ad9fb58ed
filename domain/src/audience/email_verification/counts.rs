//! What became of each contact of a run, and how many of each there are.

use serde::{Deserialize, Serialize};

use super::verdict::{Reason, Status};
use crate::audience::contact_runs::RunCounts;

/// Every contact of a run ends as exactly one of these, or was not run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Valid,
    Risky,
    Invalid,
    Disposable,
    CatchAll,
    Unknown,
    /// It has no email.
    NoEmail,
    /// It is archived, erased or gone, or whoever asked may not change it.
    Refused,
}

impl Outcome {
    pub const ALL: [Outcome; 8] = [
        Outcome::Valid,
        Outcome::Risky,
        Outcome::Invalid,
        Outcome::Disposable,
        Outcome::CatchAll,
        Outcome::Unknown,
        Outcome::NoEmail,
        Outcome::Refused,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Valid => "valid",
            Outcome::Risky => "risky",
            Outcome::Invalid => "invalid",
            Outcome::Disposable => "disposable",
            Outcome::CatchAll => "catch_all",
            Outcome::Unknown => "unknown",
            Outcome::NoEmail => "no_email",
            Outcome::Refused => "refused",
        }
    }

    pub fn named(name: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|outcome| outcome.as_str() == name)
    }
}

impl From<Reason> for Outcome {
    fn from(reason: Reason) -> Self {
        match reason.status() {
            Status::Unknown => Outcome::Unknown,
            Status::Valid => Outcome::Valid,
            Status::Risky => Outcome::Risky,
            Status::Invalid => Outcome::Invalid,
            Status::Disposable => Outcome::Disposable,
            Status::CatchAll => Outcome::CatchAll,
        }
    }
}

/// The first eight and `not_run` add up to the contacts of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    pub valid: u64,
    pub risky: u64,
    pub invalid: u64,
    pub disposable: u64,
    pub catch_all: u64,
    pub unknown: u64,
    pub no_email: u64,
    pub refused: u64,
    /// It was cancelled or failed before these.
    pub not_run: u64,
    /// Of the others: nobody was asked, as it was known from before.
    pub known: u64,
    /// Of the others: the contact says something else now.
    pub changed: u64,
}

impl RunCounts for Counts {
    type Outcome = Outcome;
    const OUTCOMES: &'static [Outcome] = &Outcome::ALL;
    const REFUSED: Outcome = Outcome::Refused;

    fn of(&self, outcome: Outcome) -> u64 {
        match outcome {
            Outcome::Valid => self.valid,
            Outcome::Risky => self.risky,
            Outcome::Invalid => self.invalid,
            Outcome::Disposable => self.disposable,
            Outcome::CatchAll => self.catch_all,
            Outcome::Unknown => self.unknown,
            Outcome::NoEmail => self.no_email,
            Outcome::Refused => self.refused,
        }
    }

    fn count(&mut self, outcome: Outcome, known: bool, changed: bool) {
        let of = match outcome {
            Outcome::Valid => &mut self.valid,
            Outcome::Risky => &mut self.risky,
            Outcome::Invalid => &mut self.invalid,
            Outcome::Disposable => &mut self.disposable,
            Outcome::CatchAll => &mut self.catch_all,
            Outcome::Unknown => &mut self.unknown,
            Outcome::NoEmail => &mut self.no_email,
            Outcome::Refused => &mut self.refused,
        };
        *of += 1;
        self.known += u64::from(known);
        self.changed += u64::from(changed);
    }

    fn add(&mut self, other: &Counts) {
        self.valid += other.valid;
        self.risky += other.risky;
        self.invalid += other.invalid;
        self.disposable += other.disposable;
        self.catch_all += other.catch_all;
        self.unknown += other.unknown;
        self.no_email += other.no_email;
        self.refused += other.refused;
        self.not_run += other.not_run;
        self.known += other.known;
        self.changed += other.changed;
    }

    fn with_not_run(self, not_run: u64) -> Self {
        Counts { not_run, ..self }
    }
}
