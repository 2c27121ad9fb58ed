//! Why something about a request was refused.

use chrono::{DateTime, Utc};

use crate::suppression::suppressions::key::KeyError;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    #[error("There is no such request.")]
    Unknown,
    #[error("This request was taken down already.")]
    Exists,
    #[error("Name the person by an email, a phone number, or one of the contacts.")]
    Nobody,
    #[error("{}", sentence(.0))]
    Email(KeyError),
    #[error("{}", sentence(.0))]
    Phone(KeyError),
    #[error("This moment lies in the future. Give the moment when the request came in.")]
    InFuture,
    #[error("This is more than three years ago. Give the moment when the request came in.")]
    TooLongAgo,
    #[error("A name may have at most 200 characters. Shorten it.")]
    NameTooLong,
    #[error("This may have at most 2,000 characters. Shorten it.")]
    TextTooLong,
    #[error("The time to answer was extended already. It can be extended once.")]
    Extended,
    #[error("The time to answer ended on {}. It can be extended only before that.", .0.format("%Y-%m-%d"))]
    Late(DateTime<Utc>),
    #[error("Say why: the reason is kept, and the person must be told it.")]
    NoReason,
    #[error("This request was answered.")]
    Answered,
    #[error("This request was refused.")]
    Refused,
    #[error("The answer is being prepared. Wait until it is done.")]
    UnderWay,
    #[error("The answer was not started yet.")]
    NotStarted,
    #[error(
        "The person was erased meanwhile, so nothing can be found about them. Refuse the request with that reason."
    )]
    Forgotten,
    #[error(
        "Requests are for people of the house who may handle them. Choose an administrator or somebody of data operations."
    )]
    Assignee,
    #[error("There is no file to download yet.")]
    NoFile,
    #[error("The file is gone: answers are kept for 30 days. Take the request down again to answer it anew.")]
    Expired,
    #[error("The file was removed because the person was erased.")]
    RemovedByErasure,
}

/// What a person reads begins like a sentence and ends like one.
fn sentence(error: &KeyError) -> String {
    let text = error.to_string();
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), chars.as_str()))
}

impl RequestError {
    pub fn code(&self) -> &'static str {
        match self {
            RequestError::Unknown => "REQUEST_NOT_FOUND",
            RequestError::Exists => "REQUEST_EXISTS",
            RequestError::Nobody => "REQUEST_PERSON_MISSING",
            RequestError::Email(_) => "REQUEST_EMAIL_INVALID",
            RequestError::Phone(_) => "REQUEST_PHONE_INVALID",
            RequestError::InFuture => "REQUEST_IN_FUTURE",
            RequestError::TooLongAgo => "REQUEST_TOO_LONG_AGO",
            RequestError::NameTooLong => "REQUEST_NAME_TOO_LONG",
            RequestError::TextTooLong => "REQUEST_TEXT_TOO_LONG",
            RequestError::Extended => "REQUEST_EXTENDED",
            RequestError::Late(_) => "REQUEST_LATE",
            RequestError::NoReason => "REQUEST_REASON_MISSING",
            RequestError::Answered => "REQUEST_ANSWERED",
            RequestError::Refused => "REQUEST_REFUSED",
            RequestError::UnderWay => "REQUEST_UNDER_WAY",
            RequestError::NotStarted => "REQUEST_NOT_STARTED",
            RequestError::Forgotten => "REQUEST_FORGOTTEN",
            RequestError::Assignee => "REQUEST_ASSIGNEE",
            RequestError::NoFile => "REQUEST_NO_FILE",
            RequestError::Expired => "REQUEST_FILE_EXPIRED",
            RequestError::RemovedByErasure => "REQUEST_FILE_REMOVED",
        }
    }

    /// The input concerned, as the API calls it.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            RequestError::Nobody | RequestError::Email(_) => Some("email"),
            RequestError::Phone(_) => Some("phone"),
            RequestError::InFuture | RequestError::TooLongAgo => Some("receivedAt"),
            RequestError::NameTooLong => Some("name"),
            RequestError::TextTooLong => Some("note"),
            RequestError::NoReason => Some("why"),
            RequestError::Assignee => Some("assigneeId"),
            RequestError::Unknown
            | RequestError::Exists
            | RequestError::Extended
            | RequestError::Late(_)
            | RequestError::Answered
            | RequestError::Refused
            | RequestError::UnderWay
            | RequestError::NotStarted
            | RequestError::Forgotten
            | RequestError::NoFile
            | RequestError::Expired
            | RequestError::RemovedByErasure => None,
        }
    }
}
