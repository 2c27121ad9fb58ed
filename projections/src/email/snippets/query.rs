//! Snippets for their page and for whoever puts one into a template. Everybody who may see templates sees all of them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use serde_json::Value;
use sqlx::PgPool;
use uuid::Uuid;

/// Enough for any honest organisation.
const MOST: i64 = 500;

#[derive(Debug, Clone, PartialEq)]
pub struct SnippetRow {
    pub id: Uuid,
    pub brand_id: Uuid,
    pub brand_name: String,
    pub name: String,
    /// Counts the saves from 1.
    pub number: i32,
    pub blocks: Value,
    pub archived: bool,
    pub created_by: Uuid,
    pub saved_by: Uuid,
    pub created_at: DateTime<Utc>,
    pub saved_at: DateTime<Utc>,
}

/// What it said after a save.
#[derive(Debug, Clone, PartialEq)]
pub struct VersionRow {
    pub number: i32,
    pub blocks: Value,
    pub saved_by: Uuid,
    pub saved_at: DateTime<Utc>,
}

/// A template whose draft includes a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserRow {
    pub id: Uuid,
    pub name: String,
}

fn sees(actor: &Actor) -> bool {
    match actor.scope(Permission::TemplatesView) {
        Scope::All => true,
        Scope::Team | Scope::Own | Scope::Client | Scope::None => false,
    }
}

/// By brand and name, archived ones last; at most 500.
pub async fn snippets(pool: &PgPool, actor: &Actor) -> Result<Vec<SnippetRow>, sqlx::Error> {
    of_snippets(pool, actor, None).await
}

/// One snippet, an archived one too; `None` also for whoever may not see it.
pub async fn snippet(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<SnippetRow>, sqlx::Error> {
    Ok(of_snippets(pool, actor, Some(id)).await?.pop())
}

async fn of_snippets(pool: &PgPool, actor: &Actor, id: Option<Uuid>) -> Result<Vec<SnippetRow>, sqlx::Error> {
    sqlx::query_as!(
        SnippetRow,
        r#"select s.id, s.brand_id, coalesce(b.name, '') as "brand_name!", s.name, s.number, s.blocks, s.archived, s.created_by,
             s.saved_by, s.created_at, s.saved_at
           from read.email_snippets s left join read.email_brands b on b.id = s.brand_id
           where $1 and ($2::uuid is null or s.id = $2)
           order by s.archived, lower(coalesce(b.name, '')), s.name, s.id limit $3"#,
        sees(actor),
        id,
        MOST
    )
    .fetch_all(pool)
    .await
}

/// What it said after each save, the newest first; at most 500.
pub async fn versions(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Vec<VersionRow>, sqlx::Error> {
    sqlx::query_as!(
        VersionRow,
        "select number, blocks, saved_by, saved_at from read.email_snippet_versions where $1 and snippet_id = $2
         order by number desc limit $3",
        sees(actor),
        id,
        MOST
    )
    .fetch_all(pool)
    .await
}

/// Templates in use whose draft includes one of these, by the name of the snippet; each list by name.
pub async fn users(
    pool: &PgPool,
    actor: &Actor,
    names: &[String],
) -> Result<HashMap<String, Vec<UserRow>>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select s.name as "snippet!", t.id, t.name from read.email_templates t cross join unnest(t.snippets) s(name)
           where $1 and not t.archived and s.name = any($2) order by lower(t.name), t.id"#,
        sees(actor),
        names
    )
    .fetch_all(pool)
    .await?;
    let mut users: HashMap<String, Vec<UserRow>> = HashMap::new();
    for row in rows {
        users.entry(row.snippet).or_default().push(UserRow { id: row.id, name: row.name });
    }
    Ok(users)
}
