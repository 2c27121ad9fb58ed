//! Why an account refuses a command, in words for the person who asked.

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AccountError {
    #[error("There is no account with this id.")]
    NotFound,
    #[error("This account exists already.")]
    AlreadyExists,
    #[error("This account is archived. Restore it first, then change it.")]
    Archived,
    #[error("This account was merged into another. Open that one, or undo the merge to have both again.")]
    Merged,
    #[error("This account is not merged into another.")]
    NotMerged,
    #[error("An account needs a name.")]
    NoName,
    #[error("An account cannot stand above itself. Choose a parent that is not below this account.")]
    ParentCycle,
}

impl AccountError {
    /// Public, stable code (api/errors table).
    pub fn code(&self) -> &'static str {
        match self {
            AccountError::NotFound => "ACCOUNT_NOT_FOUND",
            AccountError::AlreadyExists => "ACCOUNT_EXISTS",
            AccountError::Archived => "ACCOUNT_ARCHIVED",
            AccountError::Merged => "ACCOUNT_MERGED",
            AccountError::NotMerged => "ACCOUNT_NOT_MERGED",
            AccountError::NoName => "ACCOUNT_NO_NAME",
            AccountError::ParentCycle => "ACCOUNT_PARENT_CYCLE",
        }
    }
}
