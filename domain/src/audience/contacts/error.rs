//! Why a contact refuses a command, in words for the person who asked.

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ContactError {
    #[error("There is no contact with this id.")]
    NotFound,
    #[error("This contact exists already.")]
    AlreadyExists,
    #[error("This contact is archived. Restore it first, then change it.")]
    Archived,
    #[error("This contact was merged into another. Open that one, or undo the merge to have both again.")]
    Merged,
    #[error("This contact is not merged into another.")]
    NotMerged,
    #[error("This contact was erased at the person's request and cannot be changed or brought back.")]
    Erased,
    #[error(
        "A contact needs an email, a LinkedIn address, or a full name together with an account, so that it can be found again."
    )]
    NoKey,
    #[error("Erasing needs the request it carries out, for example its ticket number.")]
    ErasureWithoutRequest,
}

impl ContactError {
    /// Public, stable code (api/errors table).
    pub fn code(&self) -> &'static str {
        match self {
            ContactError::NotFound => "CONTACT_NOT_FOUND",
            ContactError::AlreadyExists => "CONTACT_EXISTS",
            ContactError::Archived => "CONTACT_ARCHIVED",
            ContactError::Merged => "CONTACT_MERGED",
            ContactError::NotMerged => "CONTACT_NOT_MERGED",
            ContactError::Erased => "CONTACT_ERASED",
            ContactError::NoKey => "CONTACT_NO_KEY",
            ContactError::ErasureWithoutRequest => "ERASURE_WITHOUT_REQUEST",
        }
    }
}
