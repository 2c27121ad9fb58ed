//! What each provider's messages look like. Unknown kinds and unknown fields are let through: providers add them without asking.

pub mod mailgun;
pub mod sendgrid;
pub mod ses;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::event::PayloadError;

fn json(body: &[u8]) -> Result<Value, PayloadError> {
    serde_json::from_slice(body).map_err(|_| PayloadError::NotJson)
}

/// A text that is not empty. Numbers are taken as they are written.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Seconds since 1970, with a fraction or without, as a number or as text.
fn seconds(value: &Value) -> Option<DateTime<Utc>> {
    let seconds = match value {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    // Beyond it milliseconds would not be exact; no mail was sent then.
    let fits = (0.0..1e11).contains(&seconds);
    fits.then(|| DateTime::from_timestamp_millis((seconds * 1_000.0).round() as i64)).flatten()
}

fn moment(value: &Value) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(value.as_str()?.trim()).ok().map(|at| at.to_utc())
}

fn bare(id: &str) -> String {
    id.trim().trim_start_matches('<').trim_end_matches('>').to_owned()
}
