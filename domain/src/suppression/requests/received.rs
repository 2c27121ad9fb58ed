//! What is taken down of a request, as it was typed and as it is kept.

use chrono::{DateTime, Duration, Months, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::error::RequestError;
use super::kind::{CameBy, RequestKind};
use crate::audience::values::text;
use crate::suppression::suppressions::key::{Kind, SuppressedKey};

/// Longest name, in characters.
pub const NAME_MAX: usize = 200;
/// Longest note, proof of identity or reason, in characters.
pub const TEXT_MAX: usize = 2_000;
/// Clocks of those who tell us may be so much ahead of ours.
const AHEAD: Duration = Duration::minutes(5);
/// Nobody takes down what came in longer ago: it is a slip of the pen.
const BEHIND: Duration = Duration::days(3 * 365);

/// Whom a request is about. Everything but the contact's id is personal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// As it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Normalised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// E.164.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

impl Subject {
    /// By what the person can be contacted, and so must not be once they are erased.
    pub fn keys(&self) -> Vec<SuppressedKey> {
        let email =
            self.email.as_deref().and_then(|email| SuppressedKey::parse(Kind::Email, email, None).ok());
        let phone =
            self.phone.as_deref().and_then(|phone| SuppressedKey::parse(Kind::Phone, phone, None).ok());
        email.into_iter().chain(phone).collect()
    }
}

/// As it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    pub kind: RequestKind,
    pub came_by: CameBy,
    /// `None`: just now.
    pub received_at: Option<DateTime<Utc>>,
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// Whom somebody chose among the contacts.
    pub contact: Option<Uuid>,
    pub note: Option<String>,
    /// How it was made sure that it is them.
    pub identity: Option<String>,
}

/// As it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    pub kind: RequestKind,
    pub came_by: CameBy,
    pub received_at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    pub subject: Subject,
    pub contact: Option<Uuid>,
    pub note: Option<String>,
    pub identity: Option<String>,
}

impl Typed {
    /// In the form that is kept.
    pub fn read(self, now: DateTime<Utc>) -> Result<Received, RequestError> {
        let received_at = self.received_at.unwrap_or(now);
        if received_at > now + AHEAD {
            return Err(RequestError::InFuture);
        }
        if received_at < now - BEHIND {
            return Err(RequestError::TooLongAgo);
        }
        let name = within(
            text::line(self.name.as_deref().unwrap_or_default()),
            NAME_MAX,
            RequestError::NameTooLong,
        )?;
        let key = |kind: Kind, raw: Option<&str>| {
            let raw = text::trim(raw.unwrap_or_default());
            match raw.is_empty() {
                true => Ok(None),
                false => SuppressedKey::parse(kind, raw, None).map(|key| Some(key.into_value())),
            }
        };
        let email = key(Kind::Email, self.email.as_deref()).map_err(RequestError::Email)?;
        let phone = key(Kind::Phone, self.phone.as_deref()).map_err(RequestError::Phone)?;
        if email.is_none() && phone.is_none() && self.contact.is_none() {
            return Err(RequestError::Nobody);
        }
        Ok(Received {
            kind: self.kind,
            came_by: self.came_by,
            received_at,
            due_at: due(received_at, 1),
            subject: Subject { name, email, phone },
            contact: self.contact,
            note: words(self.note.as_deref())?,
            identity: words(self.identity.as_deref())?,
        })
    }
}

/// So many calendar months later; the last day of a month that is too short (Regulation 1182/71, art. 3).
pub fn due(received_at: DateTime<Utc>, months: u32) -> DateTime<Utc> {
    received_at.checked_add_months(Months::new(months)).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// Tidy text; nothing where nothing was typed.
pub(super) fn words(raw: Option<&str>) -> Result<Option<String>, RequestError> {
    within(text::lines(raw.unwrap_or_default()), TEXT_MAX, RequestError::TextTooLong)
}

fn within(text: String, max: usize, error: RequestError) -> Result<Option<String>, RequestError> {
    if text.chars().count() > max {
        return Err(error);
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}
