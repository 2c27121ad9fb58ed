//! What happened to suppressions, in words, read from the log itself: the proof of who suppressed whom, when and why.

use chrono::{DateTime, Utc};
use pivotal_domain::suppression::suppressions::events::SuppressionEvent;
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_log::reader;
use uuid::Uuid;

use crate::audience::history::port::Reading;
use crate::page::QueryError;

/// One event of a suppression.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub suppression: Uuid,
    pub position: i64,
    pub sequence: i64,
    pub event_type: String,
    pub title: String,
    pub at: DateTime<Utc>,
    /// A user's id, or `system`.
    pub actor: String,
    pub role: String,
    pub source: String,
    /// Where the act came from.
    pub ip: Option<String>,
    /// A note, or why it was released.
    pub text: Option<String>,
}

/// Everything that happened to these suppressions, oldest first. Whether the viewer may see them was asked before.
pub async fn told(Reading { pool, opener }: Reading<'_>, ids: &[Uuid]) -> Result<Vec<Told>, QueryError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let entries = reader::read_records_told(pool, "suppression", ids).await?;
    let opened = opener.open(&entries, |_| true).await?;
    let mut told: Vec<Told> = Vec::with_capacity(entries.len());
    let mut named = None;
    for entry in opened.entries() {
        let metadata = entry.metadata();
        // An event of a newer release is shown as what it is called.
        let (title, text) = match opened.event::<SuppressionEvent>(entry) {
            Ok(event) => words(event, entry.about_id, &mut named),
            Err(_) => (entry.name.clone(), None),
        };
        told.push(Told {
            suppression: entry.about_id,
            position: entry.position,
            sequence: entry.sequence,
            event_type: entry.name.clone(),
            title,
            at: entry.recorded_at,
            actor: metadata.actor,
            role: metadata.role,
            source: metadata.source,
            ip: metadata.ip,
            text,
        });
    }
    told.sort_by_key(|one| one.position);
    Ok(told)
}

/// Title and free text. `named`: the value of the suppression whose events are being read.
fn words(event: SuppressionEvent, id: Uuid, named: &mut Option<(Uuid, String)>) -> (String, Option<String>) {
    if let SuppressionEvent::SuppressionAdded { value: Some(value), .. } = &event {
        *named = Some((id, value.clone()));
    }
    let of = |named: &Option<(Uuid, String)>| match named {
        Some((of, value)) if *of == id => value.clone(),
        _ => "an erased person".to_owned(),
    };
    let who = of(named);
    match event {
        SuppressionEvent::SuppressionAdded { reach, reason, until, note, .. } => {
            let for_whom = match reach {
                Reach::Global => "everywhere",
                Reach::Client(_) => "for a client",
                Reach::Campaign(_) => "for a campaign",
                Reach::Brand(_) => "for a brand",
            };
            let until =
                until.map_or_else(String::new, |until| format!(", until {}", until.format("%-d %b %Y")));
            (format!("Suppressed {for_whom}: {who} ({}{until})", reason.label()), note)
        }
        SuppressionEvent::SuppressionChanged { reason, until, note, .. } => {
            let until = until.map_or_else(
                || "for good".to_owned(),
                |until| format!("until {}", until.format("%-d %b %Y")),
            );
            (format!("Suppressed again: {who} ({}, {until})", reason.label()), note)
        }
        SuppressionEvent::SuppressionReleased { why, .. } => {
            (format!("Released from suppression: {who}"), why)
        }
        SuppressionEvent::SuppressionErased { .. } => {
            ("The person was erased; a keyed hash keeps them suppressed".to_owned(), None)
        }
    }
}
