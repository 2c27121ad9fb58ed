//! Why something about an invitation was refused, in words to act on.

use crate::identity::users::error::UserError;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvitationError {
    #[error("There is no such invitation.")]
    Unknown,
    #[error("This invitation was sent already.")]
    Exists,
    #[error(transparent)]
    User(#[from] UserError),
    #[error("An invitation to {0} is open. Send it again, or withdraw it first.")]
    Open(String),
    /// The words are for whoever holds the link, too.
    #[error("This invitation was used. Sign in with your email and password.")]
    Used,
    #[error("This invitation was withdrawn. Ask whoever invited you.")]
    Revoked,
    #[error("This invitation was sent again since. Use the link of the newest mail.")]
    Replaced,
    #[error("The time of this invitation is over. Ask whoever invited you to send it again.")]
    Expired,
    #[error("This link is not complete. Copy all of it from the mail, or ask for a new one.")]
    LinkInvalid,
}

impl InvitationError {
    /// Constant and machine-readable.
    pub fn code(&self) -> &'static str {
        match self {
            InvitationError::Unknown => "INVITATION_NOT_FOUND",
            InvitationError::Exists => "INVITATION_EXISTS",
            InvitationError::User(error) => error.code(),
            InvitationError::Open(_) => "INVITATION_OPEN",
            InvitationError::Used => "INVITATION_USED",
            InvitationError::Revoked => "INVITATION_REVOKED",
            InvitationError::Replaced => "INVITATION_REPLACED",
            InvitationError::Expired => "INVITATION_EXPIRED",
            InvitationError::LinkInvalid => "LINK_INVALID",
        }
    }

    /// The input field to show it at.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            InvitationError::User(error) => error.field(),
            InvitationError::Open(_) => Some("email"),
            InvitationError::Unknown
            | InvitationError::Exists
            | InvitationError::Used
            | InvitationError::Revoked
            | InvitationError::Replaced
            | InvitationError::Expired
            | InvitationError::LinkInvalid => None,
        }
    }
}
