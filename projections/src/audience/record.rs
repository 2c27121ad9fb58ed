//! What the rows of accounts and contacts have in common.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::source::Source;
use pivotal_log::reader::Entry;
use uuid::Uuid;

use super::columns::{Layout, Misfit};
use crate::sheet::{Row, encode};

/// Where in the log an event stands, and who caused it.
#[derive(Debug, Clone)]
pub struct At {
    pub id: Uuid,
    pub sequence: i64,
    pub position: i64,
    pub actor: String,
}

impl At {
    pub fn of(entry: &Entry) -> Self {
        At {
            id: entry.about_id,
            sequence: entry.sequence,
            position: entry.position,
            actor: entry.metadata().actor,
        }
    }
}

/// The record's own columns, which stand first in every layout (see [`super::columns::RECORD`]).
const SEQUENCE: usize = 1;
const POSITION: usize = 2;
const ARCHIVED: usize = 3;
const ERASED: usize = 4;
const CREATED_AT: usize = 5;
const UPDATED_AT: usize = 6;
const CREATED_BY: usize = 7;
const SOURCE: usize = 8;
const IMPORT: usize = 9;
const MERGED_INTO: usize = 10;

/// A row under the hands of its events.
pub struct RecordCells<'a> {
    pub layout: &'a Layout,
    pub row: &'a mut Row,
}

impl RecordCells<'_> {
    pub fn created(&mut self, at: &At, source: &Source, when: DateTime<Utc>) {
        self.touched(at, when);
        self.row.set(CREATED_AT, Some(encode::timestamp(when)));
        self.row.set(CREATED_BY, Some(encode::text(&at.actor)));
        // The row of the file is in the history; here it would only make every source different.
        let source_text = match source {
            Source::Import { id, .. } => Source::Import { id: *id, row: 0 }.to_string(),
            other => other.to_string(),
        };
        self.row.set(SOURCE, Some(source_text));
        self.row.set(IMPORT, source.import().map(|id| id.to_string()));
    }

    /// Any event. A row whose creation was parked comes into being with the first event that was not.
    pub fn touched(&mut self, at: &At, when: DateTime<Utc>) {
        self.row.set(0, Some(at.id.to_string()));
        self.row.set(SEQUENCE, Some(at.sequence.to_string()));
        self.row.set(POSITION, Some(at.position.to_string()));
        for flag in [ARCHIVED, ERASED] {
            if self.row.get(flag).is_none() {
                self.row.set(flag, Some(encode::boolean(false)));
            }
        }
        if self.row.get(CREATED_AT).is_none() {
            self.row.set(CREATED_AT, Some(encode::timestamp(when)));
        }
        self.row.set(UPDATED_AT, Some(encode::timestamp(when)));
    }

    pub fn write<'v>(
        &mut self,
        values: impl IntoIterator<Item = (&'v String, Option<&'v FieldValue>)>,
    ) -> Result<(), Misfit> {
        self.layout.write(self.row, values)
    }

    pub fn archived(&mut self, at: &At, when: DateTime<Utc>, archived: bool) {
        self.touched(at, when);
        self.row.set(ARCHIVED, Some(encode::boolean(archived)));
    }

    /// It is part of another record now, or of its own again: archived to whoever lists records, and it leads to the other.
    pub fn merged(&mut self, at: &At, when: DateTime<Utc>, into: Option<Uuid>) {
        self.archived(at, when, into.is_some());
        self.row.set(MERGED_INTO, into.map(|id| id.to_string()));
    }

    /// Forgets everything but that there was a record, and when.
    pub fn erased(&mut self, at: &At, when: DateTime<Utc>) {
        let created_at = self.row.get(CREATED_AT).map(str::to_owned);
        *self.row = self.layout.blank();
        self.row.set(CREATED_AT, created_at);
        self.touched(at, when);
        self.row.set(ERASED, Some(encode::boolean(true)));
    }
}
