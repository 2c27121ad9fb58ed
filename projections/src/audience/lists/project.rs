//! Events of lists, facts of their members, and the few events of records that move members. The first are few, so each is a
//! statement; a fact is one statement for all it names.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::lists::Made;
use pivotal_domain::audience::lists::details::Details;
use pivotal_domain::audience::lists::events::ListEvent;
use pivotal_domain::audience::lists::facts::ListFact;
use pivotal_domain::audience::lists::source::ListSource;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_log::error::LogError;
use pivotal_log::reader::{Entry, EntryKind};
use uuid::Uuid;

use super::SPEC;
use super::intervals::{Counted, Intervals};
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};
use crate::sheet::encode;

#[derive(Debug, Clone, Copy, Default)]
pub struct Lists;

#[async_trait]
impl Projection for Lists {
    fn spec(&self) -> Spec {
        SPEC
    }

    fn reads_personal(&self, _entry: &Entry) -> bool {
        false
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let mut counted = Counted::default();
        for entry in batch.entries() {
            match (entry.kind, entry.about_type.as_str()) {
                (EntryKind::Fact, _) => {
                    let fact: ListFact = batch.fact(entry)?;
                    Intervals::of(target, entry, &mut counted).fact(fact).await?;
                }
                (EntryKind::Event, "list") => write(target, entry, batch.event(entry)?).await?,
                // Of a record's many events only these move members; the others are not even read.
                (EntryKind::Event, _) => {
                    if let Some((at, moved)) = moved(batch, entry)? {
                        Intervals::of(target, entry, &mut counted).moved(at, entry.about_id, moved).await?;
                    }
                }
            }
        }
        counted.save(target).await?;
        Ok(())
    }
}

/// What happened to a record that matters to the lists it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    Into(Uuid),
    BackFrom(Uuid),
    Gone,
}

fn moved(batch: &Opened<'_>, entry: &Entry) -> Result<Option<(DateTime<Utc>, Moved)>, ApplyError> {
    Ok(match entry.name.as_str() {
        "ContactMergedInto" | "ContactUnmerged" | "ContactErased" => match batch.event(entry)? {
            ContactEvent::ContactMergedInto { at, survivor, .. } => Some((at, Moved::Into(survivor))),
            ContactEvent::ContactUnmerged { at, survivor, .. } => Some((at, Moved::BackFrom(survivor))),
            ContactEvent::ContactErased { at, .. } => Some((at, Moved::Gone)),
            _ => None,
        },
        "AccountMergedInto" | "AccountUnmerged" => match batch.event(entry)? {
            AccountEvent::AccountMergedInto { at, survivor, .. } => Some((at, Moved::Into(survivor))),
            AccountEvent::AccountUnmerged { at, survivor, .. } => Some((at, Moved::BackFrom(survivor))),
            _ => None,
        },
        _ => None,
    })
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

async fn write(target: &mut Target<'_>, entry: &Entry, event: ListEvent) -> Result<(), ApplyError> {
    match event {
        ListEvent::ListCreated { at, made } => insert(target, entry, at, made).await,
        ListEvent::ListDetailsChanged { at, details, .. } => describe(target, entry, at, details).await,
        ListEvent::ListArchived { at } => mark(target, entry, at, true).await,
        ListEvent::ListRestored { at } => mark(target, entry, at, false).await,
    }
}

async fn insert(
    target: &mut Target<'_>,
    entry: &Entry,
    at: DateTime<Utc>,
    made: Made,
) -> Result<(), ApplyError> {
    let sql = format!(
        "insert into {}.lists (id, owner, entity, name, source, reference, fill, tags, team, everyone, snapshot_at, created_at, updated_at, version)
         values ($1, $2, $3, $4, $5, $6::text::jsonb, $7, $8, $9, $10, $11, $12, $12, $13) on conflict (id) do nothing",
        target.schema
    );
    let reference = serde_json::to_string(&made.source).map_err(LogError::Encode)?;
    let snapshot = match &made.source {
        ListSource::Snapshot { as_of, .. } => Some(*as_of),
        _ => None,
    };
    let Details { name, sharing, tags } = made.details;
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(made.owner)
        .bind(made.entity.as_str())
        .bind(encode::text(&name))
        .bind(made.source.kind())
        .bind(reference)
        .bind(made.fill)
        .bind(tags)
        .bind(team_of(sharing))
        .bind(sharing == Sharing::Everyone)
        .bind(snapshot)
        .bind(at)
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
        "update {}.lists set name = $2, tags = $3, team = $4, everyone = $5, updated_at = $6, version = $7 where id = $1 and version < $7",
        target.schema
    );
    let Details { name, sharing, tags } = details;
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(encode::text(&name))
        .bind(tags)
        .bind(team_of(sharing))
        .bind(sharing == Sharing::Everyone)
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
        "update {}.lists set archived = $2, updated_at = $3, version = $4 where id = $1 and version < $4",
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

fn team_of(sharing: Sharing) -> Option<Uuid> {
    match sharing {
        Sharing::Team { team } => Some(team),
        Sharing::Private | Sharing::Everyone => None,
    }
}
