//! What is taken down of a basis, as it was typed and as it is kept: since when, where from, the text that was shown, the proof.

use std::net::IpAddr;

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use super::basis::Basis;
use super::error::ConsentError;
use crate::audience::fields::parse::{LONG_TEXT_MAX, URL_MAX};
use crate::audience::values::text;

/// Longest origin, reference or note, in characters.
pub const LINE_MAX: usize = 500;
/// Clocks of those who tell us may be so much ahead of ours.
const AHEAD: Duration = Duration::minutes(5);

/// Why somebody may be contacted, with its proof. Everything but the basis and the moment is personal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    pub basis: Basis,
    /// When they said so, or since when the basis holds.
    pub given_at: DateTime<Utc>,
    /// Where it was given, in words: a form, a trade show, a call. `None` once the person is erased.
    pub origin: Option<String>,
    /// The text that was shown to them.
    pub wording: Option<String>,
    pub proof: Option<Proof>,
}

/// How it can be shown later. A file is attached apart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// A ticket, a form's entry, a page of a paper list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Where they said it from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ip: Option<String>,
}

impl Proof {
    pub fn is_empty(&self) -> bool {
        *self == Proof::default()
    }
}

/// As it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    pub basis: Basis,
    /// `None`: just now.
    pub given_at: Option<DateTime<Utc>>,
    pub origin: String,
    pub wording: Option<String>,
    pub proof: Proof,
}

impl Typed {
    /// In the form that is kept. Consent that nobody could prove is refused.
    pub fn read(self, now: DateTime<Utc>) -> Result<Given, ConsentError> {
        let given_at = past(self.given_at.unwrap_or(now), now)?;
        let origin = line(&self.origin)?.ok_or(ConsentError::NoOrigin)?;
        let wording = wording(self.wording.as_deref())?;
        let proof = Proof {
            reference: line(self.proof.reference.as_deref().unwrap_or_default())?,
            url: self.proof.url.as_deref().map(url).transpose()?.flatten(),
            ip: self.proof.ip.as_deref().map(ip).transpose()?.flatten(),
        };
        let provable = wording.is_some() || proof.reference.is_some() || proof.url.is_some();
        if self.basis == Basis::Consent && !provable {
            return Err(ConsentError::NoProof);
        }
        let proof = Some(proof).filter(|proof| !proof.is_empty());
        Ok(Given { basis: self.basis, given_at, origin: Some(origin), wording, proof })
    }
}

/// Nobody said anything tomorrow.
pub(super) fn past(at: DateTime<Utc>, now: DateTime<Utc>) -> Result<DateTime<Utc>, ConsentError> {
    if at > now + AHEAD { Err(ConsentError::InFuture) } else { Ok(at) }
}

/// One tidy line; nothing where nothing was typed.
pub(super) fn line(raw: &str) -> Result<Option<String>, ConsentError> {
    let text = text::line(raw);
    if text.chars().count() > LINE_MAX {
        return Err(ConsentError::LineTooLong);
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

fn wording(raw: Option<&str>) -> Result<Option<String>, ConsentError> {
    let text = text::lines(raw.unwrap_or_default());
    if text.chars().count() > LONG_TEXT_MAX {
        return Err(ConsentError::WordingTooLong);
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// A link that can be followed by whoever checks the proof: nothing but the web.
fn url(raw: &str) -> Result<Option<String>, ConsentError> {
    let url = text::trim(raw);
    if url.is_empty() {
        return Ok(None);
    }
    let lower = url.to_ascii_lowercase();
    let host = ["https://", "http://"].iter().find_map(|scheme| lower.strip_prefix(scheme));
    let has_host = host.is_some_and(|rest| rest.chars().next().is_some_and(char::is_alphanumeric));
    let plain = !url.chars().any(|c| c.is_whitespace() || c.is_control());
    if !has_host || !plain || url.len() > URL_MAX {
        return Err(ConsentError::BadUrl);
    }
    Ok(Some(url.to_owned()))
}

fn ip(raw: &str) -> Result<Option<String>, ConsentError> {
    let ip = text::trim(raw);
    if ip.is_empty() {
        return Ok(None);
    }
    let ip: IpAddr = ip.parse().map_err(|_| ConsentError::BadIp)?;
    Ok(Some(ip.to_string()))
}
