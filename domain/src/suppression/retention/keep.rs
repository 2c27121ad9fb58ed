//! How long something is kept.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Days, Months, Utc};
use serde::{Deserialize, Serialize};

/// Longest time, in years; who wants more keeps for good.
const MOST_YEARS: u32 = 100;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    Days,
    Months,
    Years,
}

impl Unit {
    const ALL: [Unit; 3] = [Unit::Days, Unit::Months, Unit::Years];

    const fn one(self) -> &'static str {
        match self {
            Unit::Days => "day",
            Unit::Months => "month",
            Unit::Years => "year",
        }
    }

    /// How many make [`MOST_YEARS`].
    const fn most(self) -> u32 {
        match self {
            Unit::Days => MOST_YEARS * 365,
            Unit::Months => MOST_YEARS * 12,
            Unit::Years => MOST_YEARS,
        }
    }
}

/// Written as `forever`, `7 days`, `1 year`: in events, tables and over REST alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Keep {
    Forever,
    For { count: u32, unit: Unit },
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no time to keep something for. Say `forever`, or a number of days, months or years, as in `3 years`"
)]
pub struct UnknownKeep(String);

impl Keep {
    /// `None`: none at all, or more than anybody means.
    pub fn of(count: u32, unit: Unit) -> Option<Keep> {
        (1..=unit.most()).contains(&count).then_some(Keep::For { count, unit })
    }

    /// What is older than this moment has been kept long enough. `None`: nothing ever has.
    pub fn before(self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let Keep::For { count, unit } = self else { return None };
        match unit {
            Unit::Days => now.checked_sub_days(Days::new(u64::from(count))),
            Unit::Months => now.checked_sub_months(Months::new(count)),
            Unit::Years => now.checked_sub_months(Months::new(count.saturating_mul(12))),
        }
    }

    /// Whether more is deleted than under the other: that takes a dry run first.
    pub fn is_shorter_than(self, other: Keep, now: DateTime<Utc>) -> bool {
        match (self.before(now), other.before(now)) {
            (Some(this), Some(other)) => this > other,
            (Some(_), None) => true,
            (None, _) => false,
        }
    }
}

impl fmt::Display for Keep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Keep::Forever => f.write_str("forever"),
            Keep::For { count: 1, unit } => write!(f, "1 {}", unit.one()),
            Keep::For { count, unit } => write!(f, "{count} {}s", unit.one()),
        }
    }
}

impl FromStr for Keep {
    type Err = UnknownKeep;

    fn from_str(text: &str) -> Result<Self, UnknownKeep> {
        let unknown = || UnknownKeep(text.to_owned());
        let plain = text.trim().to_lowercase();
        if plain == "forever" {
            return Ok(Keep::Forever);
        }
        let (count, unit) = plain.split_once(' ').ok_or_else(unknown)?;
        let unit = unit.trim();
        let unit = Unit::ALL.into_iter().find(|one| unit.strip_suffix('s').unwrap_or(unit) == one.one());
        let count = count.parse().map_err(|_| unknown())?;
        unit.and_then(|unit| Keep::of(count, unit)).ok_or_else(unknown)
    }
}

impl From<Keep> for String {
    fn from(keep: Keep) -> Self {
        keep.to_string()
    }
}

impl TryFrom<String> for Keep {
    type Error = UnknownKeep;

    fn try_from(text: String) -> Result<Self, UnknownKeep> {
        text.parse()
    }
}
