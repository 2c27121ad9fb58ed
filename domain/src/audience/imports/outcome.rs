//! What became of the rows. The seven outcomes add up to the rows read, always.

use serde::{Deserialize, Serialize};

/// What became of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowOutcome {
    Created,
    Updated,
    Unchanged,
    /// An earlier row of the same file was the same record.
    MergedInFile,
    /// The record it matches is archived; nothing was written.
    MatchesArchived,
    Rejected,
    /// The import was cancelled or failed before this row.
    NotRun,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outcomes {
    pub read: u64,
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
    pub merged_in_file: u64,
    pub matches_archived: u64,
    pub rejected: u64,
    pub not_run: u64,
    /// Rows that went in, but without a value or with a doubt. Not an outcome of its own.
    pub warnings: u64,
}

impl Outcomes {
    pub fn count(&mut self, outcome: RowOutcome) {
        self.read += 1;
        match outcome {
            RowOutcome::Created => self.created += 1,
            RowOutcome::Updated => self.updated += 1,
            RowOutcome::Unchanged => self.unchanged += 1,
            RowOutcome::MergedInFile => self.merged_in_file += 1,
            RowOutcome::MatchesArchived => self.matches_archived += 1,
            RowOutcome::Rejected => self.rejected += 1,
            RowOutcome::NotRun => self.not_run += 1,
        }
    }

    pub fn add(&mut self, other: &Outcomes) {
        self.read += other.read;
        self.created += other.created;
        self.updated += other.updated;
        self.unchanged += other.unchanged;
        self.merged_in_file += other.merged_in_file;
        self.matches_archived += other.matches_archived;
        self.rejected += other.rejected;
        self.not_run += other.not_run;
        self.warnings += other.warnings;
    }

    pub fn adds_up(&self) -> bool {
        self.read
            == self.created
                + self.updated
                + self.unchanged
                + self.merged_in_file
                + self.matches_archived
                + self.rejected
                + self.not_run
    }
}

/// What a run came to, as far as it went.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RunResult {
    pub outcomes: Outcomes,
    /// Accounts made on the side are counted apart.
    pub accounts_created: u64,
    pub accounts_updated: u64,
    /// Object key of the reject file; none when every row went in without a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reject_file: Option<String>,
}
