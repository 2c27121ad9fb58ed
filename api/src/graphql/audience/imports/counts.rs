//! What became of the rows of an import, and of the records behind them.

use async_graphql::SimpleObject;
use pivotal_domain::audience::imports::outcome::Outcomes;

/// They add up to `read`, always. Warnings are rows that went in, but without a value or with a doubt.
#[derive(Debug, Clone, PartialEq, SimpleObject)]
pub struct ImportOutcomes {
    pub read: i64,
    pub created: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub merged_in_file: i64,
    pub matches_archived: i64,
    pub rejected: i64,
    pub not_run: i64,
    pub warnings: i64,
}

/// How many contacts stand behind each outcome: rows of a file may be of the same person. Erased ones do not count.
#[derive(Debug, Clone, PartialEq, SimpleObject)]
pub struct ImportContacts {
    pub created: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub merged_in_file: i64,
    pub matches_archived: i64,
}

/// How many accounts stand behind each outcome.
#[derive(Debug, Clone, PartialEq, SimpleObject)]
pub struct ImportAccounts {
    pub created: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub merged_in_file: i64,
    pub matches_archived: i64,
}

/// A kind of problem that rows had.
#[derive(Debug, SimpleObject)]
pub struct ImportProblem {
    pub code: String,
    pub message: String,
    /// The first rows that had it, as a spreadsheet counts them.
    pub example: Option<String>,
    pub rows: i64,
    pub rejected: bool,
}

impl From<Outcomes> for ImportOutcomes {
    fn from(outcomes: Outcomes) -> Self {
        ImportOutcomes {
            read: number(outcomes.read),
            created: number(outcomes.created),
            updated: number(outcomes.updated),
            unchanged: number(outcomes.unchanged),
            merged_in_file: number(outcomes.merged_in_file),
            matches_archived: number(outcomes.matches_archived),
            rejected: number(outcomes.rejected),
            not_run: number(outcomes.not_run),
            warnings: number(outcomes.warnings),
        }
    }
}

pub(super) fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
