//! A snippet as the API shows it.

use std::collections::HashMap;

use async_graphql::{Json, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_projections::email::snippets::query::{SnippetRow, UserRow, VersionRow};
use serde_json::Value;
use uuid::Uuid;

/// Words of a brand that templates name. A draft shows them as they are now, a submitted version as they were then.
#[derive(Debug, SimpleObject)]
pub struct EmailSnippet {
    pub id: Uuid,
    pub brand_id: Uuid,
    pub brand_name: String,
    /// What templates call it by. It never changes.
    pub name: String,
    /// Counts the saves from 1.
    pub version: i32,
    /// As in the block document of a template.
    pub blocks: Json<Value>,
    pub archived: bool,
    /// Templates in use whose draft includes it. While there are any, it cannot be archived.
    pub used_by: Vec<EmailSnippetUse>,
    pub created_by_id: Uuid,
    pub created_by_name: Option<String>,
    /// Who saved it last.
    pub saved_by_id: Uuid,
    pub saved_by_name: Option<String>,
    pub created_at: DateTime<Utc>,
    pub saved_at: DateTime<Utc>,
    /// Whether the viewer may write and archive it.
    pub may_edit: bool,
}

/// A template that includes a snippet.
#[derive(Debug, SimpleObject)]
pub struct EmailSnippetUse {
    pub id: Uuid,
    pub name: String,
}

impl From<UserRow> for EmailSnippetUse {
    fn from(row: UserRow) -> Self {
        EmailSnippetUse { id: row.id, name: row.name }
    }
}

impl EmailSnippet {
    pub fn of(row: SnippetRow, users: Vec<UserRow>, names: &HashMap<Uuid, String>, viewer: &Actor) -> Self {
        EmailSnippet {
            used_by: users.into_iter().map(EmailSnippetUse::from).collect(),
            created_by_name: names.get(&row.created_by).cloned(),
            saved_by_name: names.get(&row.saved_by).cloned(),
            may_edit: viewer.scope(Permission::TemplatesEdit) == Scope::All,
            id: row.id,
            brand_id: row.brand_id,
            brand_name: row.brand_name,
            name: row.name,
            version: row.number,
            blocks: Json(row.blocks),
            archived: row.archived,
            created_by_id: row.created_by,
            saved_by_id: row.saved_by,
            created_at: row.created_at,
            saved_at: row.saved_at,
        }
    }
}

/// What a snippet said after a save.
#[derive(Debug, SimpleObject)]
pub struct EmailSnippetVersion {
    pub number: i32,
    pub blocks: Json<Value>,
    pub saved_by_id: Uuid,
    pub saved_by_name: Option<String>,
    pub saved_at: DateTime<Utc>,
}

impl EmailSnippetVersion {
    pub fn of(row: VersionRow, names: &HashMap<Uuid, String>) -> Self {
        EmailSnippetVersion {
            saved_by_name: names.get(&row.saved_by).cloned(),
            number: row.number,
            blocks: Json(row.blocks),
            saved_by_id: row.saved_by,
            saved_at: row.saved_at,
        }
    }
}
