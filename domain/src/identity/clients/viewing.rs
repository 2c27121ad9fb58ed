//! Viewing as a client: one of ours sees for a while what a client's people see, changes nothing, and the client's history says
//! who it was, when and why.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Client;
use super::error::ClientError;
use super::events::ClientEvent;

/// After that it must be asked for again, with its reason.
pub const LASTS: Duration = Duration::minutes(30);
/// Longest reason, in characters.
pub const LONGEST_REASON: usize = 300;

/// Somebody who views as the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    pub viewer: Uuid,
    pub until: DateTime<Utc>,
}

impl Client {
    /// Until when this user may see what the client sees; `None`: not, or not any more.
    pub fn viewed_until(&self, viewer: Uuid, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let view = self.views.iter().find(|view| view.viewer == viewer)?;
        (self.is_open() && now < view.until).then_some(view.until)
    }
}

pub(super) fn begin(viewer: Uuid, reason: &str, at: DateTime<Utc>) -> Result<Vec<ClientEvent>, ClientError> {
    let clean: String = reason.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let reason = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    match reason.chars().count() {
        0 => Err(ClientError::ViewReasonMissing),
        length if length > LONGEST_REASON => {
            Err(ClientError::TextTooLong { field: "reason", most: LONGEST_REASON })
        }
        _ => Ok(vec![ClientEvent::ClientViewed { at, viewer, reason, until: at + LASTS }]),
    }
}

pub(super) fn end(client: &Client, viewer: Uuid, at: DateTime<Utc>) -> Vec<ClientEvent> {
    match client.viewed_until(viewer, at) {
        Some(_) => vec![ClientEvent::ClientViewEnded { at, viewer }],
        None => Vec::new(),
    }
}
