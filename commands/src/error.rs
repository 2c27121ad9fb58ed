//! The one error of every use case, told apart by what the caller can do about it.

use pivotal_domain::audience::accounts::error::AccountError;
use pivotal_domain::audience::contacts::error::ContactError;
use pivotal_domain::audience::custom_fields::unique;
use pivotal_domain::audience::exports::error::ExportError;
use pivotal_domain::audience::fields::parse::FieldError;
use pivotal_domain::audience::imports::error::ImportError;
use pivotal_log::error::LogError;

/// One reason for a refusal, for a person: what, where, and the way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// Public and stable; listed in the table of error codes.
    pub code: String,
    /// The input field concerned.
    pub field: Option<String>,
    pub message: String,
    /// Another record that stands in the way, for whoever may see it.
    pub record: Option<uuid::Uuid>,
}

impl Rejection {
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Rejection { code: code.into(), field: None, message: message.into(), record: None }
    }

    pub fn of_field(field: impl Into<String>, code: impl Into<String>, message: impl Into<String>) -> Self {
        Rejection { code: code.into(), field: Some(field.into()), message: message.into(), record: None }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// A rule says no. Nothing was changed.
    #[error("{}", .0.first().map_or("refused", |rejection| rejection.message.as_str()))]
    Rejected(Vec<Rejection>),
    /// Somebody else was faster, several times in a row. Trying again helps.
    #[error("Somebody else is changing this at the same time. Nothing was saved; please try again.")]
    Conflict,
    #[error("{0}")]
    NotFound(String),
    #[error("{0}")]
    Forbidden(String),
    /// The database is away. Nothing was changed; trying again later helps.
    #[error(
        "The service cannot reach its database at the moment. Nothing was saved; please try again shortly."
    )]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A fault of ours. What it is stands in the log of the server, not here.
    #[error("Something went wrong on our side. Nothing was saved.")]
    Unexpected(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl CommandError {
    pub fn rejected(rejection: Rejection) -> Self {
        CommandError::Rejected(vec![rejection])
    }

    pub fn unexpected(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        CommandError::Unexpected(error.into())
    }
}

impl From<LogError> for CommandError {
    fn from(error: LogError) -> Self {
        match error {
            LogError::Conflict => CommandError::Conflict,
            LogError::Claimed { scope } => CommandError::rejected(claimed(&scope)),
            LogError::Unavailable(_) => CommandError::Unavailable(Box::new(error)),
            LogError::Database(ref source) if pivotal_log::error::is_connection_error(source) => {
                CommandError::Unavailable(Box::new(error))
            }
            LogError::Repeated(_)
            | LogError::Unreadable { .. }
            | LogError::Seal(_)
            | LogError::Database(_)
            | LogError::Encode(_)
            | LogError::Stopped => CommandError::Unexpected(Box::new(error)),
        }
    }
}

/// A unique value belongs to somebody else.
fn claimed(scope: &str) -> Rejection {
    match scope {
        pivotal_domain::audience::contacts::keys::EMAIL => Rejection::of_field(
            "email",
            "EMAIL_TAKEN",
            "Another contact has this email. Open that contact, or merge the two.",
        ),
        pivotal_domain::audience::accounts::keys::DOMAIN => Rejection::of_field(
            "domain",
            "DOMAIN_TAKEN",
            "Another account has this domain. Open that account, or use another domain.",
        ),
        unique::CONTACT | unique::ACCOUNT => Rejection::new(
            "CUSTOM_FIELD_TAKEN",
            "Another record has one of the values of which only one may have it. Enter another, or merge the two.",
        ),
        crate::suppression::requests::ERASING => Rejection::new(
            "ERASURE_UNDER_WAY",
            "This person is being erased already, by another request. Wait until that is done.",
        ),
        "user.email" => {
            Rejection::of_field("email", "USER_EMAIL_TAKEN", "Another user signs in with this email.")
        }
        other => Rejection::of_field(
            other.rsplit('.').next().unwrap_or(other),
            "VALUE_TAKEN",
            "This value belongs to another record.",
        ),
    }
}

impl From<sqlx::Error> for CommandError {
    fn from(error: sqlx::Error) -> Self {
        if pivotal_log::error::is_connection_error(&error) {
            CommandError::Unavailable(Box::new(error))
        } else {
            CommandError::Unexpected(Box::new(error))
        }
    }
}

impl From<serde_json::Error> for CommandError {
    fn from(error: serde_json::Error) -> Self {
        CommandError::unexpected(error)
    }
}

impl From<FieldError> for Rejection {
    fn from(error: FieldError) -> Self {
        Rejection::of_field(error.field, error.code.to_ascii_uppercase(), error.message)
    }
}

impl From<ContactError> for CommandError {
    fn from(error: ContactError) -> Self {
        match error {
            ContactError::NotFound => CommandError::NotFound(error.to_string()),
            _ => CommandError::rejected(Rejection::new(error.code(), error.to_string())),
        }
    }
}

impl From<ExportError> for CommandError {
    fn from(error: ExportError) -> Self {
        match (&error, error.field()) {
            (ExportError::NotFound, _) => CommandError::NotFound(error.to_string()),
            (_, Some(field)) => {
                CommandError::rejected(Rejection::of_field(field, error.code(), error.to_string()))
            }
            (_, None) => CommandError::rejected(Rejection::new(error.code(), error.to_string())),
        }
    }
}

impl From<AccountError> for CommandError {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::NotFound => CommandError::NotFound(error.to_string()),
            AccountError::NoName => {
                CommandError::rejected(Rejection::of_field("name", error.code(), error.to_string()))
            }
            AccountError::ParentCycle => {
                CommandError::rejected(Rejection::of_field("parent", error.code(), error.to_string()))
            }
            AccountError::AlreadyExists
            | AccountError::Archived
            | AccountError::Merged
            | AccountError::NotMerged => {
                CommandError::rejected(Rejection::new(error.code(), error.to_string()))
            }
        }
    }
}

impl From<ImportError> for CommandError {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::NotFound => CommandError::NotFound(error.to_string()),
            _ => CommandError::rejected(Rejection::new(error.code(), error.to_string())),
        }
    }
}
