//! What a snippet looks like over REST.

use chrono::{DateTime, Utc};
use pivotal_projections::email::snippets::query::{SnippetRow, UserRow, VersionRow};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EmailSnippets)]
pub struct Snippets {
    pub items: Vec<Snippet>,
}

/// Words of a brand that templates name. A draft shows them as they are now, a submitted version as they were then.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = EmailSnippet)]
pub struct Snippet {
    pub id: Uuid,
    pub brand_id: Uuid,
    pub brand_name: String,
    /// What templates call it by. It never changes.
    pub name: String,
    /// Counts the saves from 1.
    pub version: i32,
    /// As in the block document of a template.
    #[schema(value_type = Vec<Object>)]
    pub blocks: Value,
    pub archived: bool,
    /// Templates in use whose draft includes it. While there are any, it cannot be archived.
    pub used_by: Vec<SnippetUse>,
    pub created_by_id: Uuid,
    pub saved_by_id: Uuid,
    pub created_at: DateTime<Utc>,
    pub saved_at: DateTime<Utc>,
}

/// A template that includes a snippet.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EmailSnippetUse)]
pub struct SnippetUse {
    pub id: Uuid,
    pub name: String,
}

impl Snippet {
    pub fn of(row: SnippetRow, users: Vec<UserRow>) -> Self {
        let used_by = users.into_iter().map(|user| SnippetUse { id: user.id, name: user.name });
        Snippet {
            used_by: used_by.collect(),
            id: row.id,
            brand_id: row.brand_id,
            brand_name: row.brand_name,
            name: row.name,
            version: row.number,
            blocks: row.blocks,
            archived: row.archived,
            created_by_id: row.created_by,
            saved_by_id: row.saved_by,
            created_at: row.created_at,
            saved_at: row.saved_at,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EmailSnippetVersions)]
pub struct Versions {
    pub items: Vec<Version>,
}

/// What a snippet said after a save.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = EmailSnippetVersion)]
pub struct Version {
    pub number: i32,
    #[schema(value_type = Vec<Object>)]
    pub blocks: Value,
    pub saved_by_id: Uuid,
    pub saved_at: DateTime<Utc>,
}

impl From<VersionRow> for Version {
    fn from(row: VersionRow) -> Self {
        Version { number: row.number, blocks: row.blocks, saved_by_id: row.saved_by, saved_at: row.saved_at }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewEmailSnippet)]
pub struct NewSnippet {
    pub brand_id: Uuid,
    /// What templates call it by: small letters, digits and hyphens. It never changes.
    pub name: String,
    /// As in the block document of a template, without columns.
    #[schema(value_type = Vec<Object>)]
    pub blocks: Value,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = EmailSnippetWords)]
pub struct Words {
    /// As in the block document of a template, without columns.
    #[schema(value_type = Vec<Object>)]
    pub blocks: Value,
    /// The one it was written on: refused when somebody saved another meanwhile.
    pub version: Option<i32>,
}
