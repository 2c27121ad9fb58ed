//! Events of templates to rows. There are few, so each is a statement or two.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::email::snippets::include::{self, Used};
use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::details::Details;
use pivotal_domain::email::templates::events::TemplateEvent;
use pivotal_log::error::LogError;
use pivotal_log::reader::Entry;
use uuid::Uuid;

use super::SPEC;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};
use crate::sheet::encode;

#[derive(Debug, Clone, Copy, Default)]
pub struct EmailTemplates;

#[async_trait]
impl Projection for EmailTemplates {
    fn spec(&self) -> Spec {
        SPEC
    }

    fn reads_personal(&self, _entry: &Entry) -> bool {
        false
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        for entry in batch.entries() {
            match batch.event(entry)? {
                TemplateEvent::EmailTemplateCreated { at, by, details, content } => {
                    insert(target, entry, (at, by), details, content).await?;
                }
                TemplateEvent::EmailTemplateDraftSaved { at, by, revision, content } => {
                    save(target, entry, (at, by), revision, content).await?;
                }
                TemplateEvent::EmailTemplateDetailsChanged { at, details, .. } => {
                    describe(target, entry, at, details).await?;
                }
                TemplateEvent::EmailTemplateSubmitted { at, by, version, hash } => {
                    freeze(target, entry, (at, by), version, hash).await?;
                    stands(target, entry, at, "in_review", version).await?;
                }
                TemplateEvent::EmailTemplateSnippetsFrozen { at, version, content, snippets } => {
                    put_in(target, entry, version, &content, &snippets).await?;
                    stands(target, entry, at, "in_review", version).await?;
                }
                TemplateEvent::EmailTemplateApproved { at, by, version, .. } => {
                    decide(target, entry, (at, by), version, "approved", None).await?;
                    stands(target, entry, at, "approved", version).await?;
                }
                TemplateEvent::EmailTemplateReturned { at, by, version, reason, .. } => {
                    decide(target, entry, (at, by), version, "returned", Some(reason)).await?;
                    stands(target, entry, at, "returned", version).await?;
                }
                TemplateEvent::EmailTemplateArchived { at } => mark(target, entry, at, true).await?,
                TemplateEvent::EmailTemplateRestored { at } => mark(target, entry, at, false).await?,
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
    details: Details,
    content: Content,
) -> Result<(), ApplyError> {
    let sql = format!(
        "insert into {}.email_templates (id, name, brand, tags, status, subject, preheader, mjml, blocks, plain, revision, created_by, saved_by, created_at, saved_at, updated_at, snippets, version)
         values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8::text::jsonb, $9, 1, $10, $10, $11, $11, $11, $12, $13) on conflict (id) do nothing",
        target.schema
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(encode::text(&details.name))
        .bind(details.brand)
        .bind(details.tags)
        .bind(encode::text(&content.subject))
        .bind(encode::text(&content.preheader))
        .bind(encode::text(&content.mjml))
        .bind(blocks(&content)?)
        .bind(content.text.as_deref().map(encode::text))
        .bind(by)
        .bind(at)
        .bind(included(&content))
        .bind(entry.sequence)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

async fn save(
    target: &mut Target<'_>,
    entry: &Entry,
    (at, by): (DateTime<Utc>, Uuid),
    revision: u32,
    content: Content,
) -> Result<(), ApplyError> {
    let sql = format!(
        "update {}.email_templates set subject = $2, preheader = $3, mjml = $4, blocks = $5::text::jsonb, plain = $6, revision = $7,
           saved_by = $8, saved_at = $9, updated_at = $9, status = case status when 'in_review' then status else 'draft' end, snippets = $10, version = $11
         where id = $1 and version < $11",
        target.schema
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(encode::text(&content.subject))
        .bind(encode::text(&content.preheader))
        .bind(encode::text(&content.mjml))
        .bind(blocks(&content)?)
        .bind(content.text.as_deref().map(encode::text))
        .bind(number(revision))
        .bind(by)
        .bind(at)
        .bind(included(&content))
        .bind(entry.sequence)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

async fn describe(
    target: &mut Target<'_>,
    entry: &Entry,
    at: DateTime<Utc>,
    details: Details,
) -> Result<(), ApplyError> {
    let sql = format!(
        "update {}.email_templates set name = $2, brand = $3, tags = $4, updated_at = $5, version = $6 where id = $1 and version < $6",
        target.schema
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(encode::text(&details.name))
        .bind(details.brand)
        .bind(details.tags)
        .bind(at)
        .bind(entry.sequence)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

/// The draft as it is now becomes a version; one that nobody has decided on is overtaken by it.
async fn freeze(
    target: &mut Target<'_>,
    entry: &Entry,
    (at, by): (DateTime<Utc>, Uuid),
    version: u32,
    hash: String,
) -> Result<(), ApplyError> {
    let overtaken = format!(
        "update {}.email_template_versions set standing = 'superseded' where template_id = $1 and number < $2 and standing = 'in_review'",
        target.schema
    );
    sqlx::query(&overtaken)
        .bind(entry.about_id)
        .bind(number(version))
        .execute(&mut *target.connection)
        .await?;
    let frozen = format!(
        "insert into {0}.email_template_versions (template_id, number, subject, preheader, mjml, blocks, plain, hash, submitted_by, submitted_at, standing)
         select id, $2, subject, preheader, mjml, blocks, plain, $3, $4, $5, 'in_review' from {0}.email_templates where id = $1
         on conflict (template_id, number) do nothing",
        target.schema
    );
    sqlx::query(&frozen)
        .bind(entry.about_id)
        .bind(number(version))
        .bind(hash)
        .bind(by)
        .bind(at)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

/// A version keeps what the snippets said that its draft named.
async fn put_in(
    target: &mut Target<'_>,
    entry: &Entry,
    version: u32,
    content: &Content,
    snippets: &[Used],
) -> Result<(), ApplyError> {
    let sql = format!(
        "update {}.email_template_versions set mjml = $3, blocks = $4::text::jsonb, snippets = $5::text::jsonb
         where template_id = $1 and number = $2",
        target.schema
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(number(version))
        .bind(encode::text(&content.mjml))
        .bind(blocks(content)?)
        .bind(serde_json::to_string(snippets).map_err(LogError::Encode)?)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

async fn decide(
    target: &mut Target<'_>,
    entry: &Entry,
    (at, by): (DateTime<Utc>, Uuid),
    version: u32,
    standing: &str,
    reason: Option<String>,
) -> Result<(), ApplyError> {
    let sql = format!(
        "update {}.email_template_versions set standing = $3, decided_by = $4, decided_at = $5, reason = $6 where template_id = $1 and number = $2",
        target.schema
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(number(version))
        .bind(standing)
        .bind(by)
        .bind(at)
        .bind(reason.as_deref().map(encode::text))
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

/// Where the template stands, by what happened to a version of it.
async fn stands(
    target: &mut Target<'_>,
    entry: &Entry,
    at: DateTime<Utc>,
    status: &str,
    version: u32,
) -> Result<(), ApplyError> {
    let sql = format!(
        "update {}.email_templates set status = $2, versions = greatest(versions, $3), approved = case $2 when 'approved' then $3 else approved end,
           updated_at = $4, version = $5
         where id = $1 and version < $5",
        target.schema
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(status)
        .bind(number(version))
        .bind(at)
        .bind(entry.sequence)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

async fn mark(
    target: &mut Target<'_>,
    entry: &Entry,
    at: DateTime<Utc>,
    archived: bool,
) -> Result<(), ApplyError> {
    let sql = format!(
        "update {}.email_templates set archived = $2, updated_at = $3, version = $4 where id = $1 and version < $4",
        target.schema
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(archived)
        .bind(at)
        .bind(entry.sequence)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

/// The snippets that a draft names.
fn included(content: &Content) -> Vec<String> {
    include::names(content).into_iter().collect()
}

/// The database keeps no NUL, not even escaped.
fn blocks(content: &Content) -> Result<Option<String>, ApplyError> {
    let json = content.blocks.as_ref().map(serde_json::to_string).transpose().map_err(LogError::Encode)?;
    Ok(json.map(|json| json.replace("\\u0000", "")))
}

fn number(counted: u32) -> i32 {
    i32::try_from(counted).unwrap_or(i32::MAX)
}
