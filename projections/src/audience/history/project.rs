//! Events to rows of `history`.

use std::collections::{HashMap, HashSet};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::record::source::Source;
use pivotal_log::reader::Entry;
use serde::Deserialize;
use serde::de::IgnoredAny;
use sqlx::PgConnection;
use uuid::Uuid;

use super::SPEC;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

const ERASED: &str = "ContactErased";

#[derive(Debug, Clone, Copy, Default)]
pub struct History;

/// The parts of any event that its row shows. A row per event must not cost the decoding of the whole event.
#[derive(Debug, Default, Deserialize)]
struct Stamp {
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    at: Option<DateTime<Utc>>,
    #[serde(default)]
    changes: HashMap<String, IgnoredAny>,
}

#[async_trait]
impl Projection for History {
    fn spec(&self) -> Spec {
        SPEC
    }

    /// Which fields changed is sealed together with their values; the rest of a row is open.
    fn reads_personal(&self, entry: &Entry) -> bool {
        entry.name.ends_with("FieldsChanged")
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let erased: HashSet<Uuid> =
            batch.entries().iter().filter(|entry| entry.name == ERASED).map(|entry| entry.about_id).collect();
        let mut rows = Rows::default();
        for entry in batch.entries() {
            let stamps: HashMap<String, Stamp> = batch.fact(entry)?;
            rows.add(
                entry,
                stamps.into_values().next().unwrap_or_default(),
                erased.contains(&entry.about_id),
            );
        }
        rows.insert(target.connection, target.schema).await?;
        if !erased.is_empty() && !target.unindexed {
            let sql = format!(
                "update {}.history set fields = '{{}}' where entity_id = any($1) and fields <> '{{}}'",
                target.schema
            );
            sqlx::query(&sql)
                .bind(erased.into_iter().collect::<Vec<_>>())
                .execute(&mut *target.connection)
                .await?;
        }
        Ok(())
    }

    async fn settle(&self, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let sql = format!(
            "update {0}.history h set fields = '{{}}' where fields <> '{{}}' and entity_id in (select entity_id from {0}.history where event_type = '{ERASED}')",
            target.schema
        );
        sqlx::query(&sql).execute(&mut *target.connection).await?;
        Ok(())
    }
}

#[derive(Default)]
struct Rows {
    positions: Vec<i64>,
    entities: Vec<String>,
    ids: Vec<Uuid>,
    sequences: Vec<i64>,
    types: Vec<String>,
    /// Keys joined by spaces, which no key contains: an array of arrays would have to be rectangular.
    fields: Vec<String>,
    actors: Vec<String>,
    sources: Vec<String>,
    imports: Vec<Option<Uuid>>,
    import_rows: Vec<Option<i32>>,
    at: Vec<DateTime<Utc>>,
}

impl Rows {
    fn add(&mut self, entry: &Entry, stamp: Stamp, erased: bool) {
        let metadata = entry.metadata();
        let (source, import, row) = split(stamp.source.unwrap_or(metadata.source));
        let mut fields: Vec<String> = if erased { Vec::new() } else { stamp.changes.into_keys().collect() };
        fields.sort_unstable();
        self.positions.push(entry.position);
        self.entities.push(entry.about_type.clone());
        self.ids.push(entry.about_id);
        self.sequences.push(entry.sequence);
        self.types.push(entry.name.clone());
        self.fields.push(fields.join(" "));
        self.actors.push(metadata.actor);
        self.sources.push(source);
        self.imports.push(import);
        self.import_rows.push(row);
        self.at.push(stamp.at.unwrap_or(entry.recorded_at));
    }

    /// The schema is a parameter of a rebuild, so the statement cannot be compile-checked.
    async fn insert(self, connection: &mut PgConnection, schema: &str) -> Result<(), sqlx::Error> {
        let sql = format!(
            "insert into {schema}.history (position, entity, entity_id, sequence, event_type, fields, actor, source, import_id, import_row, at)
             select u.position, u.entity, u.id, u.sequence, u.type, string_to_array(u.fields, ' '), u.actor, u.source, u.import, u.row, u.at
             from unnest($1::bigint[], $2::text[], $3::uuid[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::uuid[], $10::integer[], $11::timestamptz[])
               as u(position, entity, id, sequence, type, fields, actor, source, import, row, at)"
        );
        sqlx::query(&sql)
            .bind(self.positions)
            .bind(self.entities)
            .bind(self.ids)
            .bind(self.sequences)
            .bind(self.types)
            .bind(self.fields)
            .bind(self.actors)
            .bind(self.sources)
            .bind(self.imports)
            .bind(self.import_rows)
            .bind(self.at)
            .execute(connection)
            .await
            .map(|_| ())
    }
}

/// An import is one word and two numbers; everything else is kept as it was written.
fn split(source: String) -> (String, Option<Uuid>, Option<i32>) {
    match source.parse() {
        Ok(Source::Import { id, row }) => {
            ("import".to_owned(), Some(id), i32::try_from(row).ok().filter(|row| *row > 0))
        }
        _ => (source, None, None),
    }
}
