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
    #[error(
        "This link was used already, a password was set since, or it is not complete. Ask for a new one."
    )]
    LinkInvalid,
    #[error("The hour of this link is over. Ask for a new one.")]
    LinkExpired,
    #[error(
        "This link was used already, or another address was asked for since. Begin again on your profile."
    )]
    EmailLinkInvalid,
    #[error("The time of this link is over. Begin again on your profile, or ask an administrator.")]
    EmailLinkExpired,
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
    #[error("One of the teams is archived. Restore it first, or choose another.")]
    TeamArchived,
    #[error("People of a client are in no team of ours.")]
    TeamNotForClients,
    #[error("This is the last active administrator. Make somebody else an administrator first.")]
    LastAdmin,
    #[error("This user is disabled. Enable the user first.")]
    Disabled,
    #[error("The second step is on already. Turn it off first to set it up anew.")]
    SecondFactorOn,
    #[error("The second step is not on. Set it up first.")]
    SecondFactorOff,
    #[error("Setting the second step up has not begun, or began anew elsewhere. Begin again.")]
    SecondFactorNotBegun,
    #[error(
        "This code is not right. Take the newest one of the app, and check that the phone's clock is right."
    )]
    SecondFactorCode,
}

impl UserError {
    /// Constant and machine-readable.
    pub fn code(&self) -> &'static str {
        match self {
            UserError::Unknown => "USER_NOT_FOUND",
            UserError::Exists => "USER_EXISTS",
            UserError::Name(NameError::Empty) => "NAME_EMPTY",
            UserError::Name(NameError::TooLong(_)) => "NAME_TOO_LONG",
            UserError::Email(LoginEmailError::Empty) => "EMAIL_EMPTY",
            UserError::Email(LoginEmailError::Syntax(_)) => "EMAIL_SYNTAX",
            UserError::EmailTaken(_) => "USER_EMAIL_TAKEN",
            UserError::Password(PasswordError::TooShort(_)) => "PASSWORD_TOO_SHORT",
            UserError::Password(PasswordError::TooLong(_)) => "PASSWORD_TOO_LONG",
            UserError::Password(
                PasswordError::Personal | PasswordError::Common | PasswordError::Guessable,
            ) => "PASSWORD_GUESSABLE",
            UserError::WrongPassword => "PASSWORD_WRONG",
            UserError::LinkInvalid => "RESET_LINK_INVALID",
            UserError::LinkExpired => "RESET_LINK_EXPIRED",
            UserError::EmailLinkInvalid => "EMAIL_LINK_INVALID",
            UserError::EmailLinkExpired => "EMAIL_LINK_EXPIRED",
            UserError::ClientMissing => "USER_CLIENT_MISSING",
            UserError::ClientNotAllowed => "USER_CLIENT_NOT_ALLOWED",
            UserError::ClientUnknown => "USER_CLIENT_NOT_FOUND",
            UserError::TeamUnknown => "USER_TEAM_NOT_FOUND",
            UserError::TeamArchived => "USER_TEAM_ARCHIVED",
            UserError::TeamNotForClients => "USER_TEAM_NOT_FOR_CLIENTS",
            UserError::LastAdmin => "USER_LAST_ADMIN",
            UserError::Disabled => "USER_DISABLED",
            UserError::SecondFactorOn => "SECOND_FACTOR_ON",
            UserError::SecondFactorOff => "SECOND_FACTOR_OFF",
            UserError::SecondFactorNotBegun => "SECOND_FACTOR_NOT_BEGUN",
            UserError::SecondFactorCode => "SECOND_FACTOR_CODE",
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
            UserError::TeamUnknown | UserError::TeamArchived | UserError::TeamNotForClients => {
                Some("teamIds")
            }
            UserError::LastAdmin => Some("role"),
            UserError::SecondFactorCode => Some("code"),
            UserError::Unknown
            | UserError::Exists
            | UserError::Disabled
            | UserError::LinkInvalid
            | UserError::LinkExpired
            | UserError::EmailLinkInvalid
            | UserError::EmailLinkExpired
            | UserError::SecondFactorOn
            | UserError::SecondFactorOff
            | UserError::SecondFactorNotBegun => None,
        }
    }
}
