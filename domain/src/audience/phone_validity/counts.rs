//! What became of each contact of a run, and how many of each there are.

use serde::{Deserialize, Serialize};

use super::line::LineType;
use crate::audience::contact_runs::RunCounts;

/// Every contact of a run ends as exactly one of these, or was not run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Mobile,
    FixedLine,
    /// The carriers know of no such number.
    NotFound,
    Voip,
    /// Toll free, premium rate and what else there is, and lines that the look-up could not tell.
    Other,
    /// The numbering plan says that it cannot be a number in use, so nobody was asked about it.
    NotValid,
    /// It has no such phone.
    NoPhone,
    /// It is archived, erased or gone, or whoever asked may not change it.
    Refused,
}

impl Outcome {
    pub const ALL: [Outcome; 8] = [
        Outcome::Mobile,
        Outcome::FixedLine,
        Outcome::NotFound,
        Outcome::Voip,
        Outcome::Other,
        Outcome::NotValid,
        Outcome::NoPhone,
        Outcome::Refused,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Mobile => "mobile",
            Outcome::FixedLine => "fixed_line",
            Outcome::NotFound => "not_found",
            Outcome::Voip => "voip",
            Outcome::Other => "other",
            Outcome::NotValid => "not_valid",
            Outcome::NoPhone => "no_phone",
            Outcome::Refused => "refused",
        }
    }

    pub fn named(name: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|outcome| outcome.as_str() == name)
    }
}

impl From<LineType> for Outcome {
    fn from(line: LineType) -> Self {
        match line {
            LineType::Mobile => Outcome::Mobile,
            LineType::FixedLine | LineType::FixedLineOrMobile => Outcome::FixedLine,
            LineType::Voip => Outcome::Voip,
            LineType::TollFree
            | LineType::PremiumRate
            | LineType::SharedCost
            | LineType::PersonalNumber
            | LineType::Pager
            | LineType::Uan
            | LineType::Voicemail
            | LineType::Unknown => Outcome::Other,
        }
    }
}

/// The first eight and `not_run` add up to the contacts of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    pub mobile: u64,
    pub fixed_line: u64,
    pub not_found: u64,
    pub voip: u64,
    pub other: u64,
    pub not_valid: u64,
    pub no_phone: u64,
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
            Outcome::Mobile => self.mobile,
            Outcome::FixedLine => self.fixed_line,
            Outcome::NotFound => self.not_found,
            Outcome::Voip => self.voip,
            Outcome::Other => self.other,
            Outcome::NotValid => self.not_valid,
            Outcome::NoPhone => self.no_phone,
            Outcome::Refused => self.refused,
        }
    }

    fn count(&mut self, outcome: Outcome, known: bool, changed: bool) {
        let of = match outcome {
            Outcome::Mobile => &mut self.mobile,
            Outcome::FixedLine => &mut self.fixed_line,
            Outcome::NotFound => &mut self.not_found,
            Outcome::Voip => &mut self.voip,
            Outcome::Other => &mut self.other,
            Outcome::NotValid => &mut self.not_valid,
            Outcome::NoPhone => &mut self.no_phone,
            Outcome::Refused => &mut self.refused,
        };
        *of += 1;
        self.known += u64::from(known);
        self.changed += u64::from(changed);
    }

    fn add(&mut self, other: &Counts) {
        self.mobile += other.mobile;
        self.fixed_line += other.fixed_line;
        self.not_found += other.not_found;
        self.voip += other.voip;
        self.other += other.other;
        self.not_valid += other.not_valid;
        self.no_phone += other.no_phone;
        self.refused += other.refused;
        self.not_run += other.not_run;
        self.known += other.known;
        self.changed += other.changed;
    }

    fn with_not_run(self, not_run: u64) -> Self {
        Counts { not_run, ..self }
    }
}
