//! Whether a message is the provider's. Over the bytes as they came: whoever reads them first and writes them again checks something
//! else.

pub mod mailgun;
pub mod sendgrid;
pub mod sns;

use chrono::{DateTime, Duration, Utc};

/// How far a provider's clock may be ahead of ours.
const AHEAD: Duration = Duration::minutes(5);

/// How old a signature may be. What is tried again after we were away for a day carries the old one; taken twice is nothing, because the
/// keys of events are remembered for longer than this.
pub const WINDOW: Duration = Duration::hours(36);

/// Why a message is not believed. Who sent it is told no more than that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    #[error("The key to check the provider's messages with is none.")]
    Key,
    #[error("The message has no signature.")]
    Missing,
    #[error("The signature is none of this provider.")]
    Malformed,
    #[error("The signature is not of this message and this key.")]
    Wrong,
    #[error("The message is older than is taken, or from the future.")]
    Stale,
    #[error("The certificate or the confirmation lies at an address that is not the provider's.")]
    Address,
    #[error("The message is of a topic that we know nothing of.")]
    Topic,
}

/// Whether it was signed within the window.
fn fresh(at: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), SignatureError> {
    match at <= now + AHEAD && at >= now - WINDOW {
        true => Ok(()),
        false => Err(SignatureError::Stale),
    }
}

/// Seconds since 1970 in digits and nothing else.
fn seconds(text: &str) -> Result<DateTime<Utc>, SignatureError> {
    let digits = (1..=11).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = digits.then(|| text.parse::<i64>().ok()).flatten().ok_or(SignatureError::Malformed)?;
    DateTime::from_timestamp(seconds, 0).ok_or(SignatureError::Malformed)
}
