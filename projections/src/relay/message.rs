//! The body of an event for consumers outside Pivotal. Sealed personal data stays sealed.

use pivotal_log::reader::{Entry, EntryKind};
use serde_json::json;
use serde_json::value::RawValue;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::bus::EventMessage;

/// Everything in `after..=head`, at most `limit` entries, with the position the cursor may move to.
pub async fn read_all(
    connection: &mut PgConnection,
    after: i64,
    head: i64,
    limit: i64,
) -> Result<(Vec<Entry>, i64), sqlx::Error> {
    let rows = sqlx::query!(
        r#"select global_position as "position!", is_fact as "is_fact!", about_type as "about_type!", about_id as "about_id!", sequence as "sequence!", name as "name!", version as "version!",
             payload as "payload!", metadata as "metadata!", recorded_at as "recorded_at!", subject_id
           from (
             (select global_position, false as is_fact, aggregate_type as about_type, aggregate_id as about_id, sequence, event_type as name, event_version as version,
                payload::text as payload, metadata::text as metadata, recorded_at, subject_id
              from log.events where global_position > $1 and global_position <= $2 order by global_position limit $3)
             union all
             (select global_position, true, about_type, about_id, 0, kind, version, payload::text, metadata::text, recorded_at, subject_id
              from log.facts where global_position > $1 and global_position <= $2 order by global_position limit $3)
           ) x order by 1 limit $3"#,
        after, head, limit
    )
    .fetch_all(connection)
    .await?;
    let full = rows.len() as i64 == limit;
    let entries: Vec<Entry> = rows
        .into_iter()
        .map(|row| Entry {
            kind: if row.is_fact { EntryKind::Fact } else { EntryKind::Event },
            position: row.position,
            about_type: row.about_type,
            about_id: row.about_id.parse().unwrap_or_default(),
            sequence: row.sequence,
            name: row.name,
            version: row.version,
            payload: row.payload,
            metadata: row.metadata,
            recorded_at: row.recorded_at,
            subject: row.subject_id,
        })
        .collect();
    let to = if full { entries.last().map_or(head, |entry| entry.position) } else { head };
    Ok((entries, to))
}

/// `{"position", "epoch", "kind", "type", "version", "aggregate": {"type", "id", "sequence"}, "at", "payload", "metadata"}`.
pub fn outgoing(entry: &Entry, epoch: Uuid) -> EventMessage {
    // The log's columns are of type json, so both are valid; were they not, the consumer sees null and the position.
    let raw = |text: &str| RawValue::from_string(text.to_owned()).ok();
    let aggregate = json!({"type": entry.about_type, "id": entry.about_id, "sequence": entry.sequence});
    let body = Body {
        position: entry.position,
        epoch,
        kind: match entry.kind {
            EntryKind::Event => "event",
            EntryKind::Fact => "fact",
        },
        r#type: &entry.name,
        version: &entry.version,
        aggregate,
        at: entry.recorded_at,
        payload: raw(&entry.payload),
        metadata: raw(&entry.metadata),
    };
    EventMessage {
        position: entry.position,
        routing_key: format!("{}.{}", entry.about_type, entry.name),
        body: serde_json::to_vec(&body).expect("texts, numbers and valid JSON can be written as JSON"),
    }
}

#[derive(serde::Serialize)]
struct Body<'a> {
    position: i64,
    epoch: Uuid,
    kind: &'static str,
    r#type: &'a str,
    version: &'a str,
    aggregate: serde_json::Value,
    at: chrono::DateTime<chrono::Utc>,
    payload: Option<Box<RawValue>>,
    metadata: Option<Box<RawValue>>,
}
