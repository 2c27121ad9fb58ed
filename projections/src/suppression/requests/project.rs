//! Events of requests to rows, one of each.

use std::collections::{BTreeMap, HashMap};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::suppression::requests::RequestState;
use pivotal_domain::suppression::requests::events::RequestEvent;
use pivotal_domain::suppression::requests::outcome::FileRemoval;
use pivotal_log::reader::Entry;
use serde_json::Value;
use sqlx::{FromRow, PgConnection};
use uuid::Uuid;

use super::SPEC;
use crate::runner::opened::refused;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

/// Beyond every deadline that is waited for, in milliseconds since 1970.
const SETTLED: i64 = 1 << 60;

#[derive(Debug, Clone, Copy, Default)]
pub struct PrivacyRequests;

#[derive(Debug, Clone, FromRow)]
struct Cells {
    id: Uuid,
    kind: String,
    state: String,
    came_by: String,
    received_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
    extended: bool,
    name: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    note: Option<String>,
    identity: Option<String>,
    extension_why: Option<String>,
    refusal: Option<String>,
    contact_id: Option<Uuid>,
    hashes: Vec<String>,
    assignee: Option<Uuid>,
    answered_by: Option<Uuid>,
    answering: bool,
    outcome: Option<Value>,
    settled_at: Option<DateTime<Utc>>,
    file_size: Option<i64>,
    file_expires_at: Option<DateTime<Utc>>,
    file_removed: Option<String>,
    forgotten: bool,
    recorded_at: DateTime<Utc>,
    recorded_by: String,
    source: String,
    rank: i64,
    version: i64,
}

#[async_trait]
impl Projection for PrivacyRequests {
    fn spec(&self) -> Spec {
        SPEC
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let older = batch.entries().iter().filter(|entry| entry.sequence > 1);
        let older: Vec<Uuid> = older.map(|entry| entry.about_id).collect();
        let mut held = load(target.connection, target.schema, &older).await?;
        let mut changed = BTreeMap::new();
        for entry in batch.entries() {
            let row = changed.remove(&entry.about_id).or_else(|| held.remove(&entry.about_id));
            let event = batch.event(entry)?;
            if matches!(event, RequestEvent::RequestForgotten { .. }) {
                batch.forget(entry.about_id);
            }
            changed.insert(entry.about_id, fold(row, entry, event)?);
        }
        Ok(upsert(target.connection, target.schema, changed.into_values().collect()).await?)
    }
}

fn fold(row: Option<Cells>, entry: &Entry, event: RequestEvent) -> Result<Cells, ApplyError> {
    let version = entry.sequence;
    let known = |row: Option<Cells>| row.ok_or_else(|| refused(entry, "it was never taken down"));
    if let RequestEvent::RequestReceived {
        at,
        kind,
        came_by,
        received_at,
        due_at,
        subject,
        contact,
        hashes,
        note,
        identity,
        source,
        ..
    } = event
    {
        return Ok(Cells {
            id: entry.about_id,
            kind: kind.as_str().to_owned(),
            state: RequestState::Open.as_str().to_owned(),
            came_by: came_by.as_str().to_owned(),
            received_at,
            due_at,
            extended: false,
            name: subject.name,
            email: subject.email,
            phone: subject.phone,
            note,
            identity,
            extension_why: None,
            refusal: None,
            contact_id: contact,
            hashes,
            assignee: None,
            answered_by: None,
            answering: false,
            outcome: None,
            settled_at: None,
            file_size: None,
            file_expires_at: None,
            file_removed: None,
            forgotten: false,
            recorded_at: at,
            recorded_by: entry.metadata().actor,
            source,
            rank: due_at.timestamp_millis(),
            version,
        });
    }
    let mut row = Cells { version, ..known(row)? };
    match event {
        RequestEvent::RequestReceived { .. } => {}
        RequestEvent::RequestAssigned { assignee, .. } => row.assignee = assignee,
        RequestEvent::RequestExtended { due_at, why, .. } => {
            row.extended = true;
            row.due_at = due_at;
            row.rank = due_at.timestamp_millis();
            row.extension_why = why.filter(|_| !row.forgotten);
        }
        RequestEvent::RequestBegun { .. } => row.state = RequestState::InProgress.as_str().to_owned(),
        RequestEvent::RequestAnswerStarted { by, .. } => {
            row.state = RequestState::InProgress.as_str().to_owned();
            row.answering = true;
            row.answered_by = Some(by);
        }
        RequestEvent::RequestAnswered { at, outcome, .. } => {
            row.state = RequestState::Answered.as_str().to_owned();
            row.answering = false;
            row.settle(at);
            row.file_size = outcome.file.as_ref().and_then(|file| i64::try_from(file.size).ok());
            row.file_expires_at = outcome.file.as_ref().map(|file| file.expires_at);
            let outcome = serde_json::to_value(outcome).map_err(|error| refused(entry, error.to_string()))?;
            row.outcome = Some(outcome);
        }
        RequestEvent::RequestRefused { at, why } => {
            row.state = RequestState::Refused.as_str().to_owned();
            row.settle(at);
            row.refusal = why.filter(|_| !row.forgotten);
        }
        RequestEvent::RequestFileRemoved { reason, .. } => {
            let reason = match reason {
                FileRemoval::Expired => "expired",
                FileRemoval::Erasure => "erasure",
            };
            row.file_removed = Some(reason.to_owned());
        }
        RequestEvent::RequestForgotten { .. } => row.forget(),
    }
    Ok(row)
}

impl Cells {
    fn settle(&mut self, at: DateTime<Utc>) {
        self.settled_at = Some(at);
        self.rank = SETTLED - at.timestamp_millis();
    }

    fn forget(&mut self) {
        self.forgotten = true;
        for words in [
            &mut self.name,
            &mut self.email,
            &mut self.phone,
            &mut self.note,
            &mut self.identity,
            &mut self.extension_why,
            &mut self.refusal,
        ] {
            *words = None;
        }
    }
}

// The schema is a parameter (a rebuild writes beside the rows in use), so the statements below cannot be compile-checked.

const COLUMNS: &str = "id, kind, state, came_by, received_at, due_at, extended, name, email, phone, note, identity, extension_why, refusal, \
    contact_id, hashes, assignee, answered_by, answering, outcome, settled_at, file_size, file_expires_at, file_removed, forgotten, \
    recorded_at, recorded_by, source, rank, version";

async fn load(
    connection: &mut PgConnection,
    schema: &str,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Cells>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!("select {COLUMNS} from {schema}.privacy_requests where id = any($1)");
    let rows: Vec<Cells> = sqlx::query_as(&sql).bind(ids).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// One by one: there are a handful a day.
async fn upsert(connection: &mut PgConnection, schema: &str, rows: Vec<Cells>) -> Result<(), sqlx::Error> {
    let values: Vec<String> = (1..=30).map(|number| format!("${number}")).collect();
    let set = COLUMNS.split(", ").map(str::trim).filter(|column| *column != "id");
    let set: Vec<String> = set.map(|column| format!("{column} = excluded.{column}")).collect();
    let sql = format!(
        "insert into {schema}.privacy_requests as held ({COLUMNS}) values ({}) on conflict (id) do update set {} where held.version < excluded.version",
        values.join(", "),
        set.join(", ")
    );
    for row in rows {
        sqlx::query(&sql)
            .bind(row.id)
            .bind(row.kind)
            .bind(row.state)
            .bind(row.came_by)
            .bind(row.received_at)
            .bind(row.due_at)
            .bind(row.extended)
            .bind(row.name)
            .bind(row.email)
            .bind(row.phone)
            .bind(row.note)
            .bind(row.identity)
            .bind(row.extension_why)
            .bind(row.refusal)
            .bind(row.contact_id)
            .bind(row.hashes)
            .bind(row.assignee)
            .bind(row.answered_by)
            .bind(row.answering)
            .bind(row.outcome)
            .bind(row.settled_at)
            .bind(row.file_size)
            .bind(row.file_expires_at)
            .bind(row.file_removed)
            .bind(row.forgotten)
            .bind(row.recorded_at)
            .bind(row.recorded_by)
            .bind(row.source)
            .bind(row.rank)
            .bind(row.version)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}
