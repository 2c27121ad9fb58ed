//! What a note looks like over REST.

use chrono::{DateTime, Utc};
use pivotal_projections::work::notes::query::NoteRow;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    pub id: Uuid,
    /// contact or account.
    pub entity: String,
    pub record_id: Uuid,
    /// Null once the person was erased whom it told of.
    pub body: Option<String>,
    /// Null: Pivotal itself.
    pub author_id: Option<Uuid>,
    /// At the top of the record's notes.
    pub pinned: bool,
    pub created_at: DateTime<Utc>,
    pub edited_at: Option<DateTime<Utc>>,
    pub edited_by_id: Option<Uuid>,
    pub deleted: bool,
    /// What `expectedVersion` is compared with.
    pub version: i64,
}

impl From<NoteRow> for Note {
    fn from(row: NoteRow) -> Self {
        Note {
            id: row.id,
            entity: row.entity,
            record_id: row.record_id,
            body: row.body,
            author_id: row.author,
            pinned: row.pinned,
            created_at: row.created_at,
            edited_at: row.edited_at,
            edited_by_id: row.edited_by,
            deleted: row.deleted,
            version: row.version,
        }
    }
}

/// Whose notes.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct WantedNotes {
    /// contact or account.
    pub entity: String,
    pub record_id: Uuid,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewNote {
    /// contact or account.
    pub entity: String,
    pub record_id: Uuid,
    /// At most 10,000 characters.
    pub body: String,
    #[serde(default)]
    pub pinned: bool,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NoteChange {
    pub body: String,
    /// The version that was looked at; words that somebody else wrote since are not overwritten.
    pub expected_version: Option<i64>,
}
