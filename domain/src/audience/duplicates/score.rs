//! What a comparison comes to.

/// At this score and above two records are shown as duplicates: tuned so that at least 98 of 100 are.
pub const DUPLICATE: f64 = 0.90;
/// From here up a person should look.
pub const REVIEW: f64 = 0.50;

/// A key that two records share and that only one may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExactKey {
    Email,
    LinkedIn,
    /// Of an account.
    Domain,
}

/// One thing that agreed or did not.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// A short sentence's worth: `same last name`, `other country`.
    pub what: &'static str,
    /// By how many powers of two it moved the odds; negative: against.
    pub weight: f64,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Score {
    /// 0 to 1: how likely it is that both are one.
    pub value: f64,
    /// Both hold this key.
    pub exact: Option<ExactKey>,
    /// The weightiest first.
    pub reasons: Vec<Reason>,
}

/// What a score means for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Exact,
    Duplicate,
    Review,
    Different,
}

impl Score {
    pub fn class(&self) -> Class {
        match self.value {
            _ if self.exact.is_some() => Class::Exact,
            value if value >= DUPLICATE => Class::Duplicate,
            value if value >= REVIEW => Class::Review,
            _ => Class::Different,
        }
    }
}

/// Adds up evidence.
pub(super) struct Evidence {
    odds: f64,
    exact: Option<ExactKey>,
    reasons: Vec<Reason>,
}

impl Evidence {
    /// The odds before anything was compared, in powers of two.
    pub fn from_odds(odds: f64) -> Evidence {
        Evidence { odds, exact: None, reasons: Vec::new() }
    }

    pub fn add(&mut self, what: &'static str, weight: f64) {
        self.odds += weight;
        self.reasons.push(Reason { what, weight });
    }

    pub fn exact(&mut self, key: ExactKey, what: &'static str, weight: f64) {
        self.exact = self.exact.or(Some(key));
        self.add(what, weight);
    }

    pub fn score(mut self) -> Score {
        self.reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
        Score { value: 1.0 / (1.0 + (-self.odds).exp2()), exact: self.exact, reasons: self.reasons }
    }
}
