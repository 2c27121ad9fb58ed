//! A look-up on the record: what is written, and what a number that is another takes with it.

use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::line::LineType;
use crate::audience::fields::catalogue::Entity;
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::{FieldChange, WriteRule};
use crate::audience::record::source::Source;
use crate::audience::record::state::RecordState;
use crate::audience::record::write::{Candidate, Outcome, Write};
use crate::audience::values::phone::Phone;

/// Carriers take numbers back and people take theirs along.
pub const KEEPS: TimeDelta = TimeDelta::days(90);
/// A number that nobody has may be given out soon.
pub const NOT_FOUND_KEEPS: TimeDelta = TimeDelta::days(7);
/// Longest name of a carrier that is kept, in characters.
pub const CARRIER_MAX: usize = 120;

/// One of the numbers that are looked up: a contact's own two, and an account's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    MobilePhone,
    DirectPhone,
    /// Of an account.
    MainPhone,
}

impl Which {
    pub const ALL: [Which; 3] = [Which::MobilePhone, Which::DirectPhone, Which::MainPhone];

    /// Whose number it is.
    pub fn entity(self) -> Entity {
        match self {
            Which::MobilePhone | Which::DirectPhone => Entity::Contact,
            Which::MainPhone => Entity::Account,
        }
    }

    /// Key of the field as people give it.
    pub fn as_str(self) -> &'static str {
        match self {
            Which::MobilePhone => "mobile_phone",
            Which::DirectPhone => "direct_phone",
            Which::MainPhone => "main_phone",
        }
    }

    pub fn named(name: &str) -> Option<Which> {
        Which::ALL.into_iter().find(|which| which.as_str() == name)
    }

    /// The field that holds it as it is dialled.
    pub fn dialled(self) -> &'static str {
        match self {
            Which::MobilePhone => "mobile_phone",
            Which::DirectPhone => "direct_phone_e164",
            Which::MainPhone => "main_phone_e164",
        }
    }

    pub fn carrier(self) -> &'static str {
        match self {
            Which::MobilePhone => "mobile_phone_carrier",
            Which::DirectPhone => "direct_phone_carrier",
            Which::MainPhone => "main_phone_carrier",
        }
    }

    /// What kind of line the carrier says it is.
    pub fn carrier_line(self) -> &'static str {
        match self {
            Which::MobilePhone => "mobile_phone_carrier_line",
            Which::DirectPhone => "direct_phone_carrier_line",
            Which::MainPhone => "main_phone_carrier_line",
        }
    }

    pub fn looked_up_at(self) -> &'static str {
        match self {
            Which::MobilePhone => "mobile_phone_looked_up_at",
            Which::DirectPhone => "direct_phone_looked_up_at",
            Which::MainPhone => "main_phone_looked_up_at",
        }
    }

    /// What a look-up writes, and what is about the number the record has and no other.
    pub fn found(self) -> [&'static str; 3] {
        [self.carrier(), self.carrier_line(), self.looked_up_at()]
    }

    /// The number, where there is one that can be dialled.
    pub fn phone(self, record: &RecordState) -> Option<Phone> {
        Phone::parse(record.text(self.dialled())?, None).ok()
    }

    /// Something stands in the field, whether or not it can be dialled.
    pub fn is_given(self, record: &RecordState) -> bool {
        [self.as_str(), self.dialled()].into_iter().any(|key| record.text(key).is_some())
    }
}

/// What a look-up said about a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// The carriers know of no such number.
    NotFound,
    Found {
        /// None: it was not said.
        carrier: Option<String>,
        line: LineType,
    },
}

impl Said {
    pub fn line(&self) -> Option<LineType> {
        match self {
            Said::NotFound => None,
            Said::Found { line, .. } => Some(*line),
        }
    }

    /// How long nobody is paid to say it again.
    pub fn keeps(&self) -> TimeDelta {
        match self {
            Said::NotFound => NOT_FOUND_KEEPS,
            Said::Found { .. } => KEEPS,
        }
    }
}

/// What was said and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub said: Said,
    pub at: DateTime<Utc>,
    /// Nobody was asked: it was known from before.
    pub known: bool,
}

/// What a look-up writes, at `at`. Of a number that is not found no carrier stays.
pub fn write_of(which: Which, finding: &Finding, source: Source, at: DateTime<Utc>) -> Write {
    let given = |value: &str| Candidate::given(FieldValue::from(value), WriteRule::Overwrite);
    let (carrier, line) = match &finding.said {
        Said::NotFound => (None, "not_found"),
        Said::Found { carrier, line } => (carrier.as_deref(), line.as_str()),
    };
    let carrier = carrier.map(|name| name.chars().take(CARRIER_MAX).collect::<String>());
    let values = BTreeMap::from([
        (which.carrier().to_owned(), carrier.as_deref().map_or_else(Candidate::cleared, given)),
        (which.carrier_line().to_owned(), given(line)),
        (which.looked_up_at().to_owned(), given(&finding.at.to_rfc3339_opts(SecondsFormat::Secs, true))),
    ]);
    Write { source, at, values }
}

/// A record that gets another number loses what was found out about the last one, unless the same write says it of the new one.
pub fn follow_the_numbers(record: &RecordState, write: &Write, outcome: &mut Outcome) {
    for which in Which::ALL {
        if !outcome.changes.contains_key(which.dialled()) {
            continue;
        }
        for key in which.found() {
            let given = write.values.get(key).filter(|candidate| candidate.rule != WriteRule::Never);
            let new = given.and_then(|candidate| candidate.value.clone()).filter(|value| !value.is_empty());
            let old = record.value(key).cloned();
            if new.is_some() {
                outcome.kept.remove(key);
            }
            if old != new {
                outcome.changes.insert(key.to_owned(), FieldChange { old, new });
            }
        }
    }
}
