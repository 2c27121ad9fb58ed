//! Why something about the rules was refused.

use super::kind::Kind;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RetentionError {
    #[error("There is no such kind of retention rule.")]
    UnknownKind,
    #[error("Say `forever`, or a number of days, months or years up to 100 years, as in `3 years`.")]
    UnknownKeep,
    #[error("{} are never kept for good. Choose a time, or place a legal hold.", .0.label())]
    NotForever(Kind),
    #[error("This rule deletes more than the one in force. Make a dry run of it first.")]
    DryRunNeeded,
    #[error("That dry run was of another rule. Make one of exactly this rule.")]
    DryRunOfAnother,
    #[error("That dry run is older than 24 hours. Make another: what is there has changed since.")]
    DryRunTooOld,
    #[error("A note may have at most 500 characters. Shorten it.")]
    NoteTooLong,
}

impl RetentionError {
    pub fn code(&self) -> &'static str {
        match self {
            RetentionError::UnknownKind => "RETENTION_KIND_UNKNOWN",
            RetentionError::UnknownKeep => "RETENTION_TIME_UNKNOWN",
            RetentionError::NotForever(_) => "RETENTION_NOT_FOREVER",
            RetentionError::DryRunNeeded => "RETENTION_DRY_RUN_NEEDED",
            RetentionError::DryRunOfAnother => "RETENTION_DRY_RUN_OF_ANOTHER",
            RetentionError::DryRunTooOld => "RETENTION_DRY_RUN_TOO_OLD",
            RetentionError::NoteTooLong => "RETENTION_NOTE_TOO_LONG",
        }
    }

    pub fn field(&self) -> &'static str {
        match self {
            RetentionError::UnknownKind => "kind",
            RetentionError::UnknownKeep | RetentionError::NotForever(_) => "keep",
            RetentionError::DryRunNeeded | RetentionError::DryRunOfAnother | RetentionError::DryRunTooOld => {
                "dryRun"
            }
            RetentionError::NoteTooLong => "note",
        }
    }
}
