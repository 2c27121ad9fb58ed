//! A note as the API shows and takes it.

use std::collections::HashMap;

use async_graphql::{ComplexObject, Context, InputObject, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::work::notes::reach::Whose;
use pivotal_projections::work::notes::query::NoteRow;
use uuid::Uuid;

use crate::graphql::actor;
use crate::graphql::audience::record::Entity;

/// What somebody wrote down about a contact or an account, in plain text.
#[derive(Debug, SimpleObject)]
#[graphql(complex)]
pub struct Note {
    pub id: Uuid,
    pub entity: Entity,
    pub record_id: Uuid,
    /// Null once the person was erased whom it told of.
    pub body: Option<String>,
    /// Null: Pivotal itself.
    pub author_id: Option<Uuid>,
    pub author_name: Option<String>,
    /// At the top of the record's notes.
    pub pinned: bool,
    pub created_at: DateTime<Utc>,
    pub edited_at: Option<DateTime<Utc>>,
    pub edited_by_name: Option<String>,
    pub deleted: bool,
    /// What `expectedVersion` is compared with.
    pub version: i64,
    #[graphql(skip)]
    whose: Whose,
}

#[ComplexObject]
impl Note {
    /// Whether the viewer may edit, pin or delete it.
    async fn may_change(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(self.whose.is_changed_by(actor(ctx)?))
    }
}

impl Note {
    pub fn of(row: NoteRow, names: &HashMap<Uuid, String>) -> Self {
        let name = |id: Option<Uuid>| id.and_then(|id| names.get(&id).cloned());
        Note {
            whose: row.whose(),
            id: row.id,
            entity: if row.entity == "account" { Entity::Account } else { Entity::Contact },
            record_id: row.record_id,
            body: row.body,
            author_id: row.author,
            author_name: name(row.author),
            pinned: row.pinned,
            created_at: row.created_at,
            edited_at: row.edited_at,
            edited_by_name: name(row.edited_by),
            deleted: row.deleted,
            version: row.version,
        }
    }
}

/// idempotencyKey: a repeat with the same key returns the first answer.
#[derive(Debug, InputObject)]
pub struct NoteAddInput {
    pub entity: Entity,
    pub record_id: Uuid,
    /// At most 10,000 characters.
    pub body: String,
    #[graphql(default)]
    pub pinned: bool,
    pub idempotency_key: Option<String>,
}

#[derive(Debug, InputObject)]
pub struct NoteEditInput {
    pub id: Uuid,
    pub body: String,
    /// The version that was looked at; words that somebody else wrote since are not overwritten.
    pub expected_version: Option<i64>,
}
