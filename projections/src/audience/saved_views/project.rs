//! Events of saved views to rows. There are few, so each is a statement.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::saved_views::View;
use pivotal_domain::audience::saved_views::events::SavedViewEvent;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_log::error::LogError;
use pivotal_log::reader::Entry;

use super::SPEC;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};
use crate::sheet::encode;

#[derive(Debug, Clone, Copy, Default)]
pub struct SavedViews;

#[async_trait]
impl Projection for SavedViews {
    fn spec(&self) -> Spec {
        SPEC
    }

    fn reads_personal(&self, _entry: &Entry) -> bool {
        false
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        for entry in batch.entries() {
            match batch.event(entry)? {
                SavedViewEvent::SavedViewCreated { at, view }
                | SavedViewEvent::SavedViewChanged { at, view, .. } => {
                    write(target, entry, at, view).await?;
                }
                SavedViewEvent::SavedViewDeleted { at } => mark(target, entry, at, true).await?,
                SavedViewEvent::SavedViewRestored { at } => mark(target, entry, at, false).await?,
            }
        }
        Ok(())
    }
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

async fn write(
    target: &mut Target<'_>,
    entry: &Entry,
    at: DateTime<Utc>,
    view: View,
) -> Result<(), ApplyError> {
    let sql = format!(
        "insert into {}.saved_views as held (id, owner, entity, name, team, everyone, content, created_at, updated_at, version)
         values ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8, $8, $9)
         on conflict (id) do update set name = excluded.name, team = excluded.team, everyone = excluded.everyone, content = excluded.content,
           updated_at = excluded.updated_at, version = excluded.version where held.version < excluded.version",
        target.schema
    );
    let team = match view.sharing {
        Sharing::Team { team } => Some(team),
        Sharing::Private | Sharing::Everyone => None,
    };
    let content = serde_json::to_string(&view.content).map_err(LogError::Encode)?;
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(view.owner)
        .bind(view.entity.as_str())
        .bind(encode::text(&view.name))
        .bind(team)
        .bind(view.sharing == Sharing::Everyone)
        .bind(without_nul(content))
        .bind(at)
        .bind(entry.sequence)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

/// The database keeps no such character, not even escaped.
fn without_nul(json: String) -> String {
    if json.contains("\\u0000") { json.replace("\\u0000", "") } else { json }
}

async fn mark(
    target: &mut Target<'_>,
    entry: &Entry,
    at: DateTime<Utc>,
    deleted: bool,
) -> Result<(), ApplyError> {
    let sql = format!(
        "update {}.saved_views set deleted = $2, updated_at = $3, version = $4 where id = $1 and version < $4",
        target.schema
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(deleted)
        .bind(at)
        .bind(entry.sequence)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}
