//! Why something about a user was refused, in words to act on.

use crate::identity::name::NameError;

use super::email::LoginEmailError;
use super::password::PasswordError;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UserError {
    #[error("There is no such user.")]
    Unknown,
    #[error("This user exists already.")]
    Exists,
    #[error(transparent)]
    Name(#[from] NameError),
    #[error(transparent)]
    Email(#[from] LoginEmailError),
    #[error("Another user signs in with {0}. Use a different address, or edit that user.")]
    EmailTaken(String),
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error("The current password is not right. Try again.")]
    WrongPassword,
    #[error("A client user belongs to a client organisation. Choose one.")]
    ClientMissing,
    #[error(
        "Only client users belong to a client organisation. Leave it empty, or choose the role Client user."
    )]
    ClientNotAllowed,
    #[error("This client organisation does not exist or is archived. Choose another.")]
    ClientUnknown,
    #[error("One of the teams does not exist. Reload the page and choose again.")]
    TeamUnknown,
    #[error("This is the last active administrator. Make somebody else an administrator first.")]
    LastAdmin,
    #[error("This user is disabled. Enable the user first.")]
    Disabled,
}

impl UserError {
    /// Constant and machine-readable.
    pub fn code(&self) -> &'static str {
        match self {
            UserError::Unknown => "user_unknown",
            UserError::Exists => "user_exists",
            UserError::Name(NameError::Empty) => "name_empty",
            UserError::Name(NameError::TooLong(_)) => "name_too_long",
            UserError::Email(LoginEmailError::Empty) => "email_empty",
            UserError::Email(LoginEmailError::Syntax(_)) => "email_syntax",
            UserError::EmailTaken(_) => "email_taken",
            UserError::Password(PasswordError::TooShort(_)) => "password_too_short",
            UserError::Password(PasswordError::TooLong(_)) => "password_too_long",
            UserError::Password(PasswordError::Personal | PasswordError::Common) => "password_guessable",
            UserError::WrongPassword => "password_wrong",
            UserError::ClientMissing => "client_missing",
            UserError::ClientNotAllowed => "client_not_allowed",
            UserError::ClientUnknown => "client_unknown",
            UserError::TeamUnknown => "team_unknown",
            UserError::LastAdmin => "last_admin",
            UserError::Disabled => "user_disabled",
        }
    }

    /// The input field to show it at.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            UserError::Name(_) => Some("name"),
            UserError::Email(_) | UserError::EmailTaken(_) => Some("email"),
            UserError::Password(_) => Some("password"),
            UserError::WrongPassword => Some("currentPassword"),
            UserError::ClientMissing | UserError::ClientNotAllowed | UserError::ClientUnknown => {
                Some("clientId")
            }
            UserError::TeamUnknown => Some("teamIds"),
            UserError::LastAdmin => Some("role"),
            UserError::Unknown | UserError::Exists | UserError::Disabled => None,
        }
    }
}
