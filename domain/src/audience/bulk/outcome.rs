//! What became of the records. The outcomes add up to the records selected, always.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordOutcome {
    Changed,
    /// It was so already.
    Unchanged,
    /// It lost nothing; why stands beside it.
    Refused,
}

impl RecordOutcome {
    pub const fn as_str(self) -> &'static str {
        match self {
            RecordOutcome::Changed => "changed",
            RecordOutcome::Unchanged => "unchanged",
            RecordOutcome::Refused => "refused",
        }
    }
}

/// Why a record was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// There is none, or whoever asked may not see it.
    NotFound,
    /// Whoever asked may not change this one.
    OutOfReach,
    /// It is in the archive, perhaps since it was selected.
    Archived,
    /// The person was erased, perhaps since it was selected.
    Erased,
    /// Nobody could find it again.
    NoKey,
    /// It would stand above itself.
    ParentCycle,
    /// A value means nothing for this record, in its country.
    Value,
    /// It has as many tags as a record can have.
    TooManyTags,
    /// It is part of another record now.
    Merged,
    /// It was changed after whoever asked had looked.
    ChangedSince,
    /// Together the records would have more values than one can hold.
    TooMuch,
    /// The person said no, and nothing that was given before counts any more.
    Withdrawn,
    /// A client supplied one of the records for its own use, and the one that would stay is used for others.
    Restricted,
}

impl Refusal {
    pub const ALL: &'static [Refusal] = &[
        Refusal::NotFound,
        Refusal::OutOfReach,
        Refusal::Archived,
        Refusal::Erased,
        Refusal::NoKey,
        Refusal::ParentCycle,
        Refusal::Value,
        Refusal::TooManyTags,
        Refusal::Merged,
        Refusal::ChangedSince,
        Refusal::TooMuch,
        Refusal::Withdrawn,
        Refusal::Restricted,
    ];

    /// Public, stable code.
    pub fn code(self) -> &'static str {
        match self {
            Refusal::NotFound => "NOT_FOUND",
            Refusal::OutOfReach => "OUT_OF_REACH",
            Refusal::Archived => "ARCHIVED",
            Refusal::Erased => "ERASED",
            Refusal::NoKey => "NO_KEY",
            Refusal::ParentCycle => "PARENT_CYCLE",
            Refusal::Value => "VALUE_REFUSED",
            Refusal::TooManyTags => "TOO_MANY_TAGS",
            Refusal::Merged => "MERGED",
            Refusal::ChangedSince => "CHANGED_SINCE",
            Refusal::TooMuch => "TOO_MUCH",
            Refusal::Withdrawn => "WITHDRAWN",
            Refusal::Restricted => "RESTRICTED",
        }
    }

    pub fn of_code(code: &str) -> Option<Refusal> {
        Refusal::ALL.iter().copied().find(|refusal| refusal.code() == code)
    }

    pub const fn sentence(self) -> &'static str {
        match self {
            Refusal::NotFound => "There is no such record any more.",
            Refusal::OutOfReach => {
                "Your role may change only records that are owned by you or belong to one of your teams."
            }
            Refusal::Archived => "It is archived. Restore it first, then change it.",
            Refusal::Erased => "The person was erased at their request.",
            Refusal::NoKey => "Without this value nobody could find the record again.",
            Refusal::ParentCycle => "An account cannot stand above itself.",
            Refusal::Value => {
                "The value cannot be read for this record's country. Write it so that it means the same everywhere."
            }
            Refusal::Merged => "It was merged into another record. Open that one, or undo that merge.",
            Refusal::ChangedSince => "It was changed after it was looked at. Look at it again.",
            Refusal::TooMuch => {
                "Together the records have more values than one can hold. Merge fewer of them, or remove some values first."
            }
            Refusal::Withdrawn => {
                "They withdrew. Only a consent or contract of their own, given after that, can stand against it."
            }
            Refusal::Restricted => {
                "A client supplied one of them for their use only, and the record that would stay is used for others. Merge them one by one and keep the client's."
            }
            Refusal::TooManyTags => "It has as many tags as a record can have. Remove some first.",
        }
    }
}

/// What a bulk change came to, as far as it went.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BulkCounts {
    pub selected: u64,
    pub changed: u64,
    pub unchanged: u64,
    pub refused: u64,
    /// It was cancelled or failed before these.
    #[serde(default)]
    pub not_run: u64,
    /// Of the refused.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub reasons: BTreeMap<Refusal, u64>,
}

impl BulkCounts {
    /// One more record.
    pub fn count(&mut self, outcome: RecordOutcome, refusal: Option<Refusal>) {
        self.selected += 1;
        match outcome {
            RecordOutcome::Changed => self.changed += 1,
            RecordOutcome::Unchanged => self.unchanged += 1,
            RecordOutcome::Refused => self.refused += 1,
        }
        if let Some(refusal) = refusal {
            *self.reasons.entry(refusal).or_default() += 1;
        }
    }

    pub fn add(&mut self, other: &BulkCounts) {
        self.selected += other.selected;
        self.changed += other.changed;
        self.unchanged += other.unchanged;
        self.refused += other.refused;
        self.not_run += other.not_run;
        for (refusal, count) in &other.reasons {
            *self.reasons.entry(*refusal).or_default() += count;
        }
    }

    /// With the rest of what was selected, which nothing was done to.
    pub fn of(mut self, selected: u64) -> Self {
        self.not_run = selected.saturating_sub(self.changed + self.unchanged + self.refused);
        self.selected = selected;
        self
    }

    pub fn adds_up(&self) -> bool {
        self.selected == self.changed + self.unchanged + self.refused + self.not_run
            && self.refused == self.reasons.values().sum::<u64>()
    }
}
