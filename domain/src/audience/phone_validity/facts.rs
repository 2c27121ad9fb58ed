//! What is told of a run: that it was asked for, what each chunk came to, how it ended. Ids and codes only: no number, no
//! carrier.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::counts::{Counts, Outcome};
use super::keep::Which;
use super::line::LineType;
use crate::audience::contact_runs::{self, RunAsked, RunContact, RunFact, Told};

/// What all of these are about, with the run's id.
pub const ABOUT: &str = "phone_lookup";
pub const ASKED: &str = "phone_lookup_asked";
pub const RAN: &str = "phone_lookup_ran";
pub const ENDED: &str = "phone_lookup_ended";
pub const VERSION: &str = "1.0";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PhoneLookupFact {
    PhoneLookupAsked(Asked),
    PhoneLookupRan(Ran),
    PhoneLookupEnded(Ended),
}

/// Who asked stands beside the fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    pub at: DateTime<Utc>,
    pub by: Uuid,
    pub job: Uuid,
    /// Contacts were named one by one.
    pub by_ids: bool,
    /// The number that whoever asked saw counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<u64>,
    /// Of what this import made or changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<Uuid>,
    /// What was known from before does not count.
    pub again: bool,
    /// Which of the contacts' numbers, or the accounts'.
    pub which: Which,
    /// Who is asked: `telnyx`, or `test` for the test look-up, whose answers are made up.
    pub provider: String,
}

pub type Ran = contact_runs::Ran<Counts, ContactRan>;
pub type Ended = contact_runs::Ended<Counts>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactRan {
    pub id: Uuid,
    pub outcome: Outcome,
    /// Absent where there was nothing to ask about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LineType>,
    /// The contact says something else now.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub changed: bool,
}

impl RunFact for PhoneLookupFact {
    const ABOUT: &'static str = ABOUT;
    const ASKED: &'static str = ASKED;
    const RAN: &'static str = RAN;
    const ENDED: &'static str = ENDED;
    const VERSION: &'static str = VERSION;

    type Asked = Asked;
    type Counts = Counts;
    type Contact = ContactRan;

    fn ran(ran: Ran) -> Self {
        PhoneLookupFact::PhoneLookupRan(ran)
    }

    fn ended(ended: Ended) -> Self {
        PhoneLookupFact::PhoneLookupEnded(ended)
    }

    fn told(self) -> Told<Self> {
        match self {
            PhoneLookupFact::PhoneLookupAsked(asked) => Told::Asked(asked),
            PhoneLookupFact::PhoneLookupRan(ran) => Told::Ran(ran),
            PhoneLookupFact::PhoneLookupEnded(ended) => Told::Ended(ended),
        }
    }
}

impl RunAsked for Asked {
    fn job(&self) -> Uuid {
        self.job
    }
}

impl RunContact for ContactRan {
    type Outcome = Outcome;
    type Detail = LineType;

    fn new(id: Uuid, outcome: Outcome, line: Option<LineType>, changed: bool) -> Self {
        ContactRan { id, outcome, line, changed }
    }

    fn id(&self) -> Uuid {
        self.id
    }
}
