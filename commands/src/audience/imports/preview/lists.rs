//! Which lists a preview has.

use pivotal_domain::audience::imports::outcome::RowOutcome;

use crate::audience::record::lists::ListName;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    Created,
    Updated,
    Unchanged,
    MergedInFile,
    MatchesArchived,
    Rejected,
    /// Rows that would go in, but without a value or with a doubt; they stand in another list too.
    Warnings,
    AccountsCreated,
    AccountsUpdated,
}

impl List {
    pub fn of(outcome: RowOutcome) -> Option<List> {
        match outcome {
            RowOutcome::Created => Some(List::Created),
            RowOutcome::Updated => Some(List::Updated),
            RowOutcome::Unchanged => Some(List::Unchanged),
            RowOutcome::MergedInFile => Some(List::MergedInFile),
            RowOutcome::MatchesArchived => Some(List::MatchesArchived),
            RowOutcome::Rejected => Some(List::Rejected),
            RowOutcome::NotRun => None,
        }
    }
}

impl ListName for List {
    const ALL: &'static [List] = &[
        List::Created,
        List::Updated,
        List::Unchanged,
        List::MergedInFile,
        List::MatchesArchived,
        List::Rejected,
        List::Warnings,
        List::AccountsCreated,
        List::AccountsUpdated,
    ];

    fn kind(self) -> &'static str {
        match self {
            List::Created => "preview-created",
            List::Updated => "preview-updated",
            List::Unchanged => "preview-unchanged",
            List::MergedInFile => "preview-merged",
            List::MatchesArchived => "preview-archived",
            List::Rejected => "preview-rejected",
            List::Warnings => "preview-warnings",
            List::AccountsCreated => "preview-accounts-created",
            List::AccountsUpdated => "preview-accounts-updated",
        }
    }
}
