//! What is known of a client organisation besides its name. Names and addresses of organisations are not personal.

use serde::{Deserialize, Serialize};

use super::error::ClientError;
use crate::audience::values::country::Country;
use crate::audience::values::domain_name::Domain;

/// Longest short text, in characters.
pub const LONGEST: usize = 200;
/// Longest note, in characters.
pub const LONGEST_NOTE: usize = 4_000;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// As it stands on contracts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_name: Option<String>,
    /// Registrable, without scheme: `norhavn.example`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// ISO 3166-1, two letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// What the books know it by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billing_reference: Option<String>,
    /// For operations; the client never sees it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Details {
    /// As a person typed them: blank is none, a web address is its domain, a country may be named.
    pub fn tidied(self) -> Result<Self, ClientError> {
        Ok(Details {
            legal_name: line(self.legal_name, "legalName")?,
            website: website(self.website)?,
            country: country(self.country)?,
            billing_reference: line(self.billing_reference, "billingReference")?,
            note: note(self.note)?,
        })
    }
}

/// The domain of a web address, or none.
pub fn website(raw: Option<String>) -> Result<Option<String>, ClientError> {
    let Some(raw) = given(raw) else { return Ok(None) };
    match Domain::parse(&raw) {
        Ok(domain) => Ok(Some(domain.into_string())),
        Err(_) => Err(ClientError::WebsiteInvalid(shown(&raw))),
    }
}

fn country(raw: Option<String>) -> Result<Option<String>, ClientError> {
    let Some(raw) = given(raw) else { return Ok(None) };
    match Country::parse(&raw) {
        Some(country) => Ok(Some(country.code().to_owned())),
        None => Err(ClientError::CountryUnknown(shown(&raw))),
    }
}

fn line(raw: Option<String>, field: &'static str) -> Result<Option<String>, ClientError> {
    let Some(raw) = given(raw) else { return Ok(None) };
    let clean: String = raw.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let text = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.chars().count() {
        0 => Ok(None),
        length if length > LONGEST => Err(ClientError::TextTooLong { field, most: LONGEST }),
        _ => Ok(Some(text)),
    }
}

/// Keeps its lines.
fn note(raw: Option<String>) -> Result<Option<String>, ClientError> {
    let Some(raw) = given(raw) else { return Ok(None) };
    let clean: String = raw.chars().filter(|c| !c.is_control() || *c == '\n').collect();
    match clean.trim().chars().count() {
        0 => Ok(None),
        length if length > LONGEST_NOTE => {
            Err(ClientError::TextTooLong { field: "note", most: LONGEST_NOTE })
        }
        _ => Ok(Some(clean.trim().to_owned())),
    }
}

fn given(raw: Option<String>) -> Option<String> {
    raw.filter(|text| !text.trim().is_empty())
}

/// Enough of what was typed to recognise it.
fn shown(raw: &str) -> String {
    raw.trim().chars().take(80).collect()
}
