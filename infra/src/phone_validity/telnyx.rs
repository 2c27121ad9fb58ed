//! Telnyx Number Lookup, API version 2: `GET <url>/number_lookup/{number}?type=carrier`
//! (<https://developers.telnyx.com/docs/identity/number-lookup>). Off unless it is set up; each question is billed by them.
//!
//! What leaves the house is the number alone. Names of callers are not asked for.

use std::time::Duration;

use async_trait::async_trait;
use futures::StreamExt;
use pivotal_commands::ports::carrier_lookup::{CarrierLookup, LookupTrouble};
use pivotal_domain::audience::phone_validity::keep::Said;
use pivotal_domain::audience::phone_validity::line::LineType;
use pivotal_domain::audience::values::phone::Phone;
use reqwest::header::RETRY_AFTER;
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode, Url};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

/// Longest answer that is read. One is a page of JSON.
const ANSWER_MAX: usize = 64 * 1024;
const CONNECT_WITHIN: Duration = Duration::from_secs(5);

#[derive(Debug, Clone)]
pub struct TelnyxSettings {
    /// Up to and without `/number_lookup`.
    pub url: String,
    pub key: SecretString,
    /// Of the whole answer.
    pub timeout: Duration,
}

#[derive(Debug, thiserror::Error)]
pub enum TelnyxSettingsError {
    #[error("PIVOTAL_TELNYX_URL cannot be read: {0}")]
    Url(String),
    #[error("no client for PIVOTAL_TELNYX_URL: {0}")]
    Client(String),
}

#[derive(Debug, Clone)]
pub struct TelnyxLookup {
    client: Client,
    url: Url,
    key: SecretString,
}

impl TelnyxLookup {
    /// Asks nobody yet.
    pub fn new(settings: TelnyxSettings) -> Result<Self, TelnyxSettingsError> {
        let url = format!("{}/number_lookup/", settings.url.trim_end_matches('/'));
        let url = Url::parse(&url).map_err(|error| TelnyxSettingsError::Url(error.to_string()))?;
        let client = Client::builder()
            // The key was meant for one host and is not told to another.
            .redirect(Policy::none())
            .connect_timeout(CONNECT_WITHIN)
            .timeout(settings.timeout)
            .build()
            .map_err(|error| TelnyxSettingsError::Client(error.to_string()))?;
        Ok(TelnyxLookup { client, url, key: settings.key })
    }

    /// A number in E.164 has nothing in it that a path must escape but the `+`, which it may keep.
    fn question(&self, phone: &Phone) -> Result<Url, LookupTrouble> {
        let mut url = self.url.join(phone.e164()).map_err(|_| LookupTrouble::Declined)?;
        url.set_query(Some("type=carrier"));
        Ok(url)
    }
}

#[async_trait]
impl CarrierLookup for TelnyxLookup {
    fn provider(&self) -> &'static str {
        "telnyx"
    }

    async fn look_up(&self, phone: &Phone) -> Result<Said, LookupTrouble> {
        let request = self.client.get(self.question(phone)?).bearer_auth(self.key.expose_secret());
        let response = request.header("accept", "application/json").send().await.map_err(unanswered)?;
        match response.status() {
            StatusCode::OK => read(&body(response).await?),
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(LookupTrouble::KeyRefused),
            StatusCode::PAYMENT_REQUIRED => Err(LookupTrouble::NoCredit),
            StatusCode::NOT_FOUND => Ok(Said::NotFound),
            StatusCode::TOO_MANY_REQUESTS => Err(LookupTrouble::Busy { retry_after: retry_after(&response) }),
            status if status.is_server_error() => {
                Err(LookupTrouble::Unavailable(format!("status {}", status.as_u16())))
            }
            // Not for this number: one that they do not take for one, or of a country that the account is not for.
            _ => Err(LookupTrouble::Declined),
        }
    }
}

/// The text of the error may hold the whole URL, with the number in it; its kind says enough.
fn unanswered(error: reqwest::Error) -> LookupTrouble {
    LookupTrouble::Unavailable(
        if error.is_timeout() { "no answer in time" } else { "no connection" }.to_owned(),
    )
}

fn retry_after(response: &Response) -> Option<Duration> {
    let seconds = response.headers().get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}

async fn body(response: Response) -> Result<Vec<u8>, LookupTrouble> {
    let (mut text, mut stream) = (Vec::new(), response.bytes_stream());
    while let Some(part) = stream.next().await {
        let part = part.map_err(unanswered)?;
        if text.len() + part.len() > ANSWER_MAX {
            return Err(LookupTrouble::Unreadable);
        }
        text.extend_from_slice(&part);
    }
    Ok(text)
}

#[derive(Deserialize)]
struct Answer {
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    #[serde(default)]
    valid_number: Option<bool>,
    #[serde(default)]
    carrier: Option<Carrier>,
}

#[derive(Deserialize)]
struct Carrier {
    /// Who serves it now, where it has been ported.
    #[serde(default)]
    name: Option<String>,
    #[serde(default, rename = "type")]
    line: Option<String>,
}

fn read(text: &[u8]) -> Result<Said, LookupTrouble> {
    let Answer { data } = serde_json::from_slice(text).map_err(|_| LookupTrouble::Unreadable)?;
    if data.valid_number == Some(false) {
        return Ok(Said::NotFound);
    }
    let (name, line) = data.carrier.map(|carrier| (carrier.name, carrier.line)).unwrap_or_default();
    let carrier = name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    Ok(Said::Found { carrier, line: line.as_deref().map_or(LineType::Unknown, line_of) })
}

/// In their words; one that is new to us is unknown.
fn line_of(said: &str) -> LineType {
    match said.trim().to_ascii_lowercase().replace([' ', '-'], "_").as_str() {
        "landline" | "fixed_line" => LineType::FixedLine,
        other => LineType::named(other).unwrap_or(LineType::Unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_known_by_their_words() {
        for (said, line) in [
            ("fixed line", LineType::FixedLine),
            ("mobile", LineType::Mobile),
            ("voip", LineType::Voip),
            ("fixed line or mobile", LineType::FixedLineOrMobile),
            ("toll free", LineType::TollFree),
            ("premium rate", LineType::PremiumRate),
            ("shared cost", LineType::SharedCost),
            ("personal number", LineType::PersonalNumber),
            ("pager", LineType::Pager),
            ("uan", LineType::Uan),
            ("voicemail", LineType::Voicemail),
            ("carrier pigeon", LineType::Unknown),
        ] {
            assert_eq!(line_of(said), line, "{said}");
        }
    }

    #[test]
    fn an_answer_without_a_carrier_is_one_all_the_same() {
        let found =
            |carrier: Option<&str>, line| Ok(Said::Found { carrier: carrier.map(str::to_owned), line });
        let text = br#"{"data":{"carrier":{"name":" Telnyx/4 ","type":"voip","error_code":null},"portability":null}}"#;
        assert_eq!(read(text), found(Some("Telnyx/4"), LineType::Voip));
        assert_eq!(read(br#"{"data":{"carrier":null}}"#), found(None, LineType::Unknown));
        assert_eq!(read(br#"{"data":{"carrier":{"name":"","type":""}}}"#), found(None, LineType::Unknown));
        assert_eq!(read(br#"{"data":{"valid_number":false}}"#), Ok(Said::NotFound));
        assert_eq!(read(b"<html>"), Err(LookupTrouble::Unreadable));
    }
}
