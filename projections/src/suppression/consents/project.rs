//! Events of consents to rows, one of each statement.

use std::collections::{BTreeMap, HashMap};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::suppression::consents::events::ConsentEvent;
use pivotal_domain::suppression::consents::standing::Standing;
use pivotal_log::reader::Entry;
use sqlx::{FromRow, PgConnection};
use uuid::Uuid;

use super::{SPEC, people};
use crate::runner::opened::refused;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

/// Events of contacts that say for whom a statement counts.
const OF_CONTACTS: [&str; 3] = ["ContactErased", "ContactMergedInto", "ContactUnmerged"];

#[derive(Debug, Clone, Copy, Default)]
pub struct Consents;

#[derive(Debug, Clone, FromRow)]
struct Cells {
    id: Uuid,
    contact_id: Uuid,
    channel: String,
    standing: String,
    given_at: DateTime<Utc>,
    origin: Option<String>,
    wording: Option<String>,
    reference: Option<String>,
    url: Option<String>,
    ip: Option<String>,
    note: Option<String>,
    file_key: Option<String>,
    file_name: Option<String>,
    file_size: Option<i64>,
    recorded_at: DateTime<Utc>,
    recorded_by: String,
    source: String,
    taken_back_at: Option<DateTime<Utc>>,
    taken_back_by: Option<String>,
    taken_back_why: Option<String>,
    version: i64,
}

#[async_trait]
impl Projection for Consents {
    fn spec(&self) -> Spec {
        SPEC
    }

    fn reads_personal(&self, entry: &Entry) -> bool {
        entry.about_type == "consent"
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let mut said: Vec<(&Entry, ConsentEvent)> = Vec::new();
        let mut moved = Vec::new();
        let mut erased = Vec::new();
        for entry in batch.entries() {
            if entry.about_type == "consent" {
                said.push((entry, batch.event(entry)?));
            } else if OF_CONTACTS.contains(&entry.name.as_str()) {
                match batch.event::<ContactEvent>(entry)? {
                    ContactEvent::ContactMergedInto { survivor, .. } => {
                        moved.push((entry.about_id, Some(survivor)));
                    }
                    ContactEvent::ContactUnmerged { .. } => moved.push((entry.about_id, None)),
                    ContactEvent::ContactErased { .. } => {
                        // Who is erased is part of nobody.
                        moved.push((entry.about_id, None));
                        erased.push(entry.about_id);
                        batch.forget(entry.about_id);
                    }
                    // What else happens to a contact says nothing about its consent.
                    _ => {}
                }
            }
        }
        let rows = rows(&said, target).await?;
        let mut touched: Vec<Uuid> = rows.iter().map(|row| row.contact_id).collect();
        upsert(target.connection, target.schema, rows).await?;
        people::merged(target, &moved).await?;
        people::erased(target, &erased).await?;
        // Without indexes each batch would read the whole tables: `settle` does it once instead.
        if !target.unindexed {
            touched.extend(moved.iter().map(|(contact, _)| *contact));
            people::forget(target, &erased).await?;
            people::count_for(target, &touched).await?;
        }
        Ok(())
    }

    async fn settle(&self, target: &mut Target<'_>) -> Result<(), ApplyError> {
        people::settle(target).await
    }
}

/// The statements that the events made or changed, as they are after them.
async fn rows(said: &[(&Entry, ConsentEvent)], target: &mut Target<'_>) -> Result<Vec<Cells>, ApplyError> {
    let about = said.iter().filter(|(_, event)| match event {
        ConsentEvent::ConsentProofAttached { .. } | ConsentEvent::ConsentTakenBack { .. } => true,
        ConsentEvent::ConsentRecorded { .. } | ConsentEvent::ConsentWithdrawn { .. } => false,
    });
    let ids: Vec<Uuid> = about.map(|(_, event)| event.statement()).collect();
    let mut held = load(target.connection, target.schema, &ids).await?;
    let mut changed: BTreeMap<Uuid, Cells> = BTreeMap::new();
    for (entry, event) in said {
        let id = event.statement();
        let row = changed.remove(&id).or_else(|| held.remove(&id));
        changed.insert(id, fold(row, entry, event.clone())?);
    }
    Ok(changed.into_values().collect())
}

fn fold(row: Option<Cells>, entry: &Entry, event: ConsentEvent) -> Result<Cells, ApplyError> {
    let actor = entry.metadata().actor;
    let version = entry.sequence;
    let known = |row: Option<Cells>| row.ok_or_else(|| refused(entry, "it was never said"));
    match event {
        ConsentEvent::ConsentRecorded {
            at,
            contact,
            statement,
            channel,
            basis,
            given_at,
            origin,
            wording,
            proof,
            source,
        } => {
            let proof = proof.unwrap_or_default();
            Ok(Cells {
                id: statement,
                contact_id: contact,
                channel: channel.as_str().to_owned(),
                standing: Standing::from(basis).as_str().to_owned(),
                given_at,
                origin,
                wording,
                reference: proof.reference,
                url: proof.url,
                ip: proof.ip,
                ..blank(at, actor, source, version)
            })
        }
        ConsentEvent::ConsentWithdrawn {
            at,
            contact,
            statement,
            channel,
            withdrawn_at,
            origin,
            note,
            source,
        } => Ok(Cells {
            id: statement,
            contact_id: contact,
            channel: channel.as_str().to_owned(),
            standing: Standing::Withdrawn.as_str().to_owned(),
            given_at: withdrawn_at,
            origin,
            note,
            ..blank(at, actor, source, version)
        }),
        ConsentEvent::ConsentProofAttached { key, name, size, .. } => Ok(Cells {
            file_key: Some(key),
            file_name: name,
            file_size: i64::try_from(size).ok(),
            version,
            ..known(row)?
        }),
        ConsentEvent::ConsentTakenBack { at, why, .. } => Ok(Cells {
            taken_back_at: Some(at),
            taken_back_by: Some(actor),
            taken_back_why: why,
            version,
            ..known(row)?
        }),
    }
}

fn blank(at: DateTime<Utc>, actor: String, source: String, version: i64) -> Cells {
    Cells {
        id: Uuid::nil(),
        contact_id: Uuid::nil(),
        channel: String::new(),
        standing: String::new(),
        given_at: at,
        origin: None,
        wording: None,
        reference: None,
        url: None,
        ip: None,
        note: None,
        file_key: None,
        file_name: None,
        file_size: None,
        recorded_at: at,
        recorded_by: actor,
        source,
        taken_back_at: None,
        taken_back_by: None,
        taken_back_why: None,
        version,
    }
}

// The schema is a parameter (a rebuild writes beside the rows in use), so the statements below cannot be compile-checked.

async fn load(
    connection: &mut PgConnection,
    schema: &str,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Cells>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "select id, contact_id, channel, standing, given_at, origin, wording, reference, url, ip, note, file_key, file_name, file_size,
           recorded_at, recorded_by, source, taken_back_at, taken_back_by, taken_back_why, version from {schema}.consents where id = any($1)"
    );
    let rows: Vec<Cells> = sqlx::query_as(&sql).bind(ids).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// New ones count for their own contact, and for nothing yet: both are worked out afterwards.
async fn upsert(connection: &mut PgConnection, schema: &str, rows: Vec<Cells>) -> Result<(), sqlx::Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "insert into {schema}.consents as held (id, contact_id, person_id, channel, standing, given_at, origin, wording, reference, url, ip, note,
           file_key, file_name, file_size, recorded_at, recorded_by, source, taken_back_at, taken_back_by, taken_back_why, version)
         select id, contact_id, contact_id, channel, standing, given_at, origin, wording, reference, url, ip, note, file_key, file_name, file_size,
           recorded_at, recorded_by, source, taken_back_at, taken_back_by, taken_back_why, version
         from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
           $11::text[], $12::text[], $13::text[], $14::bigint[], $15::timestamptz[], $16::text[], $17::text[], $18::timestamptz[], $19::text[],
           $20::text[], $21::bigint[])
           as u(id, contact_id, channel, standing, given_at, origin, wording, reference, url, ip, note, file_key, file_name, file_size,
             recorded_at, recorded_by, source, taken_back_at, taken_back_by, taken_back_why, version)
         on conflict (id) do update set file_key = excluded.file_key, file_name = excluded.file_name, file_size = excluded.file_size,
           taken_back_at = excluded.taken_back_at, taken_back_by = excluded.taken_back_by, taken_back_why = excluded.taken_back_why,
           version = excluded.version
         where held.version < excluded.version"
    );
    let texts = |of: fn(&Cells) -> Option<&str>| rows.iter().map(of).collect::<Vec<_>>();
    sqlx::query(&sql)
        .bind(rows.iter().map(|row| row.id).collect::<Vec<_>>())
        .bind(rows.iter().map(|row| row.contact_id).collect::<Vec<_>>())
        .bind(texts(|row| Some(&row.channel)))
        .bind(texts(|row| Some(&row.standing)))
        .bind(rows.iter().map(|row| row.given_at).collect::<Vec<_>>())
        .bind(texts(|row| row.origin.as_deref()))
        .bind(texts(|row| row.wording.as_deref()))
        .bind(texts(|row| row.reference.as_deref()))
        .bind(texts(|row| row.url.as_deref()))
        .bind(texts(|row| row.ip.as_deref()))
        .bind(texts(|row| row.note.as_deref()))
        .bind(texts(|row| row.file_key.as_deref()))
        .bind(texts(|row| row.file_name.as_deref()))
        .bind(rows.iter().map(|row| row.file_size).collect::<Vec<_>>())
        .bind(rows.iter().map(|row| row.recorded_at).collect::<Vec<_>>())
        .bind(texts(|row| Some(&row.recorded_by)))
        .bind(texts(|row| Some(&row.source)))
        .bind(rows.iter().map(|row| row.taken_back_at).collect::<Vec<_>>())
        .bind(texts(|row| row.taken_back_by.as_deref()))
        .bind(texts(|row| row.taken_back_why.as_deref()))
        .bind(rows.iter().map(|row| row.version).collect::<Vec<_>>())
        .execute(connection)
        .await?;
    Ok(())
}
