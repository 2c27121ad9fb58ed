//! What happened to people's consent, in words, read from the log itself: who took down what, when and from where.

use chrono::{DateTime, Utc};
use pivotal_domain::suppression::consents::events::ConsentEvent;
use pivotal_domain::suppression::consents::id_of;
use pivotal_log::reader;
use uuid::Uuid;

use crate::audience::history::port::Reading;
use crate::page::QueryError;

/// One event of a person's consent.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub statement: Option<Uuid>,
    pub position: i64,
    pub sequence: i64,
    pub event_type: String,
    pub title: String,
    pub at: DateTime<Utc>,
    /// A user's id, or `system`.
    pub actor: String,
    pub role: String,
    pub source: String,
    /// Where the act came from; of who was asked, the statement says it.
    pub ip: Option<String>,
    /// Where it was said, or why it was taken back.
    pub text: Option<String>,
}

/// Everything that was said of these contacts, oldest first. Whether the viewer may see them was asked before.
pub async fn told(Reading { pool, opener }: Reading<'_>, contacts: &[Uuid]) -> Result<Vec<Told>, QueryError> {
    if contacts.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = contacts.iter().map(|contact| id_of(*contact)).collect();
    let entries = reader::read_records_told(pool, "consent", &ids).await?;
    let opened = opener.open(&entries, |_| true).await?;
    let mut told: Vec<Told> = Vec::with_capacity(entries.len());
    for entry in opened.entries() {
        let metadata = entry.metadata();
        // An event of a newer release is shown as what it is called.
        let (statement, title, text) = match opened.event::<ConsentEvent>(entry) {
            Ok(event) => {
                let (title, text) = words(&event);
                (Some(event.statement()), title, text)
            }
            Err(_) => (None, entry.name.clone(), None),
        };
        told.push(Told {
            statement,
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

/// Title and free text.
fn words(event: &ConsentEvent) -> (String, Option<String>) {
    match event {
        ConsentEvent::ConsentRecorded { channel, basis, origin, .. } => {
            (format!("{} for {} recorded", basis.label(), channel.label()), origin.clone())
        }
        ConsentEvent::ConsentWithdrawn { channel, origin, .. } => {
            (format!("Consent for {} withdrawn", channel.label()), origin.clone())
        }
        ConsentEvent::ConsentProofAttached { name, .. } => {
            ("Proof of consent attached".to_owned(), name.clone())
        }
        ConsentEvent::ConsentTakenBack { channel, why, .. } => {
            (format!("Statement about {} taken back", channel.label()), why.clone())
        }
    }
}
