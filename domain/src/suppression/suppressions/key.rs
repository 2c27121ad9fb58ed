//! What is suppressed, in the one form in which it is compared.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audience::values::country::Country;
use crate::audience::values::domain_name::{Domain, DomainError};
use crate::audience::values::email::{EmailAddress, EmailError};
use crate::audience::values::phone::{Phone, PhoneError};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Email,
    Phone,
    /// Everybody with an address at this registrable domain.
    Domain,
    /// Everybody who works at this account.
    Account,
}

impl Kind {
    pub const ALL: [Kind; 4] = [Kind::Email, Kind::Phone, Kind::Domain, Kind::Account];

    /// As written in events and tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Email => "email",
            Kind::Phone => "phone",
            Kind::Domain => "domain",
            Kind::Account => "account",
        }
    }

    pub fn parse(text: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Under which name its keys are hashed, so that equal texts of two kinds differ.
    pub fn scope(self) -> &'static str {
        match self {
            Kind::Email => "suppression.email",
            Kind::Phone => "suppression.phone",
            Kind::Domain => "suppression.domain",
            Kind::Account => "suppression.account",
        }
    }

    /// Whether the value is somebody's personal data.
    pub fn is_personal(self) -> bool {
        match self {
            Kind::Email | Kind::Phone => true,
            Kind::Domain | Kind::Account => false,
        }
    }
}

/// A kind and a normalised value: an address in lower case, a number in E.164, a registrable domain, an account's id.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SuppressedKey {
    kind: Kind,
    value: String,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    #[error("nothing is there")]
    Empty,
    #[error("it looks like neither an email, a phone number, a domain nor an account's id")]
    Shapeless,
    #[error("this email cannot be: {0}")]
    Email(EmailError),
    #[error("this phone number cannot be: {0}. Write it with its country code, as in +1 202 555 0100")]
    Phone(PhoneError),
    #[error("this domain cannot be: {0}")]
    Domain(DomainError),
    #[error("an account is named by its id")]
    Account,
}

impl KeyError {
    pub fn code(&self) -> &'static str {
        match self {
            KeyError::Empty => "SUPPRESSION_EMPTY",
            KeyError::Shapeless => "SUPPRESSION_SHAPELESS",
            KeyError::Email(_) => "SUPPRESSION_EMAIL_INVALID",
            KeyError::Phone(_) => "SUPPRESSION_PHONE_INVALID",
            KeyError::Domain(_) => "SUPPRESSION_DOMAIN_INVALID",
            KeyError::Account => "SUPPRESSION_ACCOUNT_INVALID",
        }
    }
}

impl SuppressedKey {
    /// Reads a value of a known kind. Numbers without a country code are read as numbers of `country`.
    pub fn parse(kind: Kind, raw: &str, country: Option<Country>) -> Result<SuppressedKey, KeyError> {
        let raw = raw.trim();
        if raw.is_empty() {
            return Err(KeyError::Empty);
        }
        let value = match kind {
            Kind::Email => EmailAddress::parse(raw).map_err(KeyError::Email)?.into_string(),
            Kind::Phone => Phone::parse(raw, country).map_err(KeyError::Phone)?.e164().to_owned(),
            Kind::Domain => Domain::parse(raw).map_err(KeyError::Domain)?.into_string(),
            Kind::Account => raw.parse::<Uuid>().map_err(|_| KeyError::Account)?.to_string(),
        };
        Ok(SuppressedKey { kind, value })
    }

    /// Tells the kind by the shape of the value. `@example.com` is a domain.
    pub fn read(raw: &str, country: Option<Country>) -> Result<SuppressedKey, KeyError> {
        let raw = raw.trim().trim_matches(['"', '\'', ',', ';']).trim();
        if raw.is_empty() {
            return Err(KeyError::Empty);
        }
        SuppressedKey::parse(shape(raw).ok_or(KeyError::Shapeless)?, raw, country)
    }

    pub fn account(id: Uuid) -> SuppressedKey {
        SuppressedKey { kind: Kind::Account, value: id.to_string() }
    }

    pub fn kind(&self) -> Kind {
        self.kind
    }

    pub fn value(&self) -> &str {
        &self.value
    }

    pub fn into_value(self) -> String {
        self.value
    }
}

fn shape(raw: &str) -> Option<Kind> {
    let digits = raw.chars().filter(|c| c.is_numeric()).count();
    let letters = raw.chars().filter(|c| c.is_alphabetic()).count();
    match raw {
        _ if raw.starts_with('@') => Some(Kind::Domain),
        _ if raw.contains('@') => Some(Kind::Email),
        _ if Uuid::parse_str(raw).is_ok() => Some(Kind::Account),
        _ if raw.to_ascii_lowercase().starts_with("tel:") => Some(Kind::Phone),
        // An extension has letters; a domain that is all digits but its ending has few digits or many letters.
        _ if digits >= 6 && letters <= 4 && !raw.contains("//") => Some(Kind::Phone),
        _ if raw.contains('.') && letters > 0 => Some(Kind::Domain),
        _ => None,
    }
}
