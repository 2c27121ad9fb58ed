//! Events of snippets to rows. There are few, so each is a statement or two.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::email::snippets::events::SnippetEvent;
use pivotal_domain::email::templates::blocks::Block;
use pivotal_log::error::LogError;
use pivotal_log::reader::Entry;
use uuid::Uuid;

use super::SPEC;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct EmailSnippets;

#[async_trait]
impl Projection for EmailSnippets {
    fn spec(&self) -> Spec {
        SPEC
    }

    fn reads_personal(&self, _entry: &Entry) -> bool {
        false
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        for entry in batch.entries() {
            match batch.event(entry)? {
                SnippetEvent::EmailSnippetCreated { at, by, brand, name, blocks } => {
                    let blocks = json(&blocks)?;
                    insert(target, entry, (at, by), (brand, name), &blocks).await?;
                    keep(target, entry, (at, by), 1, &blocks).await?;
                }
                SnippetEvent::EmailSnippetSaved { at, by, version, blocks } => {
                    let (number, blocks) = (i32::try_from(version).unwrap_or(i32::MAX), json(&blocks)?);
                    save(target, entry, (at, by), number, &blocks).await?;
                    keep(target, entry, (at, by), number, &blocks).await?;
                }
                SnippetEvent::EmailSnippetArchived { .. } => mark(target, entry, true).await?,
                SnippetEvent::EmailSnippetRestored { .. } => mark(target, entry, false).await?,
            }
        }
        Ok(())
    }
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

async fn insert(
    target: &mut Target<'_>,
    entry: &Entry,
    (at, by): (DateTime<Utc>, Uuid),
    (brand, name): (Uuid, String),
    blocks: &str,
) -> Result<(), ApplyError> {
    let sql = format!(
        "insert into {}.email_snippets (id, brand_id, name, number, blocks, created_by, saved_by, created_at, saved_at, version)
         values ($1, $2, $3, 1, $4::text::jsonb, $5, $5, $6, $6, $7) on conflict (id) do nothing",
        target.schema
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(brand)
        .bind(name)
        .bind(blocks)
        .bind(by)
        .bind(at)
        .bind(entry.sequence)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

async fn save(
    target: &mut Target<'_>,
    entry: &Entry,
    (at, by): (DateTime<Utc>, Uuid),
    number: i32,
    blocks: &str,
) -> Result<(), ApplyError> {
    let sql = format!(
        "update {}.email_snippets set number = $2, blocks = $3::text::jsonb, saved_by = $4, saved_at = $5, version = $6
         where id = $1 and version < $6",
        target.schema
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(number)
        .bind(blocks)
        .bind(by)
        .bind(at)
        .bind(entry.sequence)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

async fn keep(
    target: &mut Target<'_>,
    entry: &Entry,
    (at, by): (DateTime<Utc>, Uuid),
    number: i32,
    blocks: &str,
) -> Result<(), ApplyError> {
    let sql = format!(
        "insert into {}.email_snippet_versions (snippet_id, number, blocks, saved_by, saved_at)
         values ($1, $2, $3::text::jsonb, $4, $5) on conflict (snippet_id, number) do nothing",
        target.schema
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(number)
        .bind(blocks)
        .bind(by)
        .bind(at)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

async fn mark(target: &mut Target<'_>, entry: &Entry, archived: bool) -> Result<(), ApplyError> {
    let sql = format!(
        "update {}.email_snippets set archived = $2, version = $3 where id = $1 and version < $3",
        target.schema
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(archived)
        .bind(entry.sequence)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

/// The database keeps no NUL, not even escaped.
fn json(blocks: &[Block]) -> Result<String, ApplyError> {
    let json = serde_json::to_string(blocks).map_err(LogError::Encode)?;
    Ok(json.replace("\\u0000", ""))
}
