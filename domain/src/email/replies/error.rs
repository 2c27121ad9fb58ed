//! Why something about a reply was refused.

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReplyError {
    #[error("There is no such reply.")]
    Unknown,
    #[error("Who wrote this reply was erased, or its time was over: nothing of it is left to work with.")]
    Forgotten,
    #[error("There is no such contact. Choose another.")]
    ContactUnknown,
    #[error("There is no such user, or replies are not for them. Choose somebody else.")]
    AssigneeUnknown,
}

impl ReplyError {
    pub fn code(self) -> &'static str {
        match self {
            ReplyError::Unknown => "REPLY_NOT_FOUND",
            ReplyError::Forgotten => "REPLY_FORGOTTEN",
            ReplyError::ContactUnknown => "CONTACT_NOT_FOUND",
            ReplyError::AssigneeUnknown => "ASSIGNEE_NOT_FOUND",
        }
    }

    pub fn field(self) -> Option<&'static str> {
        match self {
            ReplyError::ContactUnknown => Some("contactId"),
            ReplyError::AssigneeUnknown => Some("userId"),
            ReplyError::Unknown | ReplyError::Forgotten => None,
        }
    }
}
