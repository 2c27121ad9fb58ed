//! Events of domain sets and the facts of their items to rows.
//!
//! What a person said of an item stands against every matching, before and after: so the order in which the two are written
//! does not matter.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::domain_sets::Details;
use pivotal_domain::audience::domain_sets::events::{DomainSetEvent, Source};
use pivotal_domain::audience::domain_sets::facts::{DomainSetFact, ITEMS_READ};
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_log::reader::{Entry, EntryKind};
use uuid::Uuid;

use super::{SPEC, rows};
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};
use crate::sheet::encode;

#[derive(Debug, Clone, Copy, Default)]
pub struct DomainSets;

#[async_trait]
impl Projection for DomainSets {
    fn spec(&self) -> Spec {
        SPEC
    }

    /// The name of the file, and what lines say beside domain and company.
    fn reads_personal(&self, entry: &Entry) -> bool {
        entry.name == "DomainSetCreated" || entry.name == ITEMS_READ
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        for entry in batch.entries() {
            if entry.kind == EntryKind::Event {
                let event: DomainSetEvent = batch.event(entry)?;
                if matches!(event, DomainSetEvent::DomainSetWordsForgotten { .. }) {
                    batch.forget(entry.about_id);
                }
                write(target, entry, event).await?;
                continue;
            }
            match batch.fact(entry)? {
                DomainSetFact::DomainSetItemsRead(read) => rows::read(target, read).await?,
                DomainSetFact::DomainSetItemsMatched(matched) => rows::matched(target, matched).await?,
                DomainSetFact::DomainSetItemJudged(judged) => rows::judged(target, judged).await?,
                DomainSetFact::DomainSetItemRetracted(retracted) => {
                    rows::retracted(target, retracted).await?
                }
            }
        }
        Ok(())
    }
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

async fn write(target: &mut Target<'_>, entry: &Entry, event: DomainSetEvent) -> Result<(), ApplyError> {
    match event {
        DomainSetEvent::DomainSetCreated { at, by, details, source, file_name, stubs, job } => {
            let created = Created { at, by, source, file_name, stubs, job };
            insert(target, entry, details, created).await
        }
        DomainSetEvent::DomainSetChanged { at, details, .. } => {
            let (team, everyone) = shared(details.sharing);
            let sql = update(target, "name = $4, team = $5, everyone = $6, tags = $7");
            let query = sqlx::query(&sql).bind(entry.about_id).bind(entry.sequence).bind(at);
            let query = query.bind(encode::text(&details.name)).bind(team).bind(everyone);
            query.bind(tags(&details)).execute(&mut *target.connection).await?;
            Ok(())
        }
        DomainSetEvent::DomainSetRead { at, read } => {
            let sql = update(target, "state = 'matching', items = $4, repeated = $5, invalid = $6");
            let query = sqlx::query(&sql).bind(entry.about_id).bind(entry.sequence).bind(at);
            let query = query.bind(number(read.items)).bind(number(read.repeated)).bind(number(read.invalid));
            query.execute(&mut *target.connection).await?;
            Ok(())
        }
        DomainSetEvent::DomainSetMatchingStarted { at, job, stubs, .. } => {
            let sql = update(target, "state = 'matching', error = null, job_id = $4, stubs = $5");
            let query = sqlx::query(&sql).bind(entry.about_id).bind(entry.sequence).bind(at);
            query.bind(job).bind(stubs).execute(&mut *target.connection).await?;
            Ok(())
        }
        DomainSetEvent::DomainSetMatched { at, .. } => {
            plain(target, entry, at, "state = 'ready', error = null, matched_at = $3").await
        }
        DomainSetEvent::DomainSetMatchingStopped { at, .. } => {
            let state = "state = case when state = 'reading' then 'failed' else 'ready' end";
            let error = "error = case when state = 'reading' then 'Somebody cancelled it while its lines were read. Upload the file again.' end";
            plain(target, entry, at, &format!("{state}, {error}")).await
        }
        DomainSetEvent::DomainSetMatchingFailed { at, error, .. } => {
            let sql = update(target, "state = 'failed', error = $4");
            let query = sqlx::query(&sql).bind(entry.about_id).bind(entry.sequence).bind(at);
            query.bind(encode::text(&error)).execute(&mut *target.connection).await?;
            Ok(())
        }
        DomainSetEvent::DomainSetArchived { at } => plain(target, entry, at, "archived = true").await,
        DomainSetEvent::DomainSetRestored { at } => plain(target, entry, at, "archived = false").await,
        DomainSetEvent::DomainSetWordsForgotten { at } => {
            plain(target, entry, at, "file_name = null").await?;
            rows::forget(target, entry.about_id).await
        }
    }
}

struct Created {
    at: DateTime<Utc>,
    by: Uuid,
    source: Source,
    file_name: Option<String>,
    stubs: bool,
    job: Uuid,
}

async fn insert(
    target: &mut Target<'_>,
    entry: &Entry,
    details: Details,
    created: Created,
) -> Result<(), ApplyError> {
    let sql = format!(
        "insert into {}.domain_sets (id, sequence, owner, name, team, everyone, tags, source, file_name, stubs, state, job_id, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'reading', $11, $12, $12) on conflict (id) do nothing",
        target.schema
    );
    let (team, everyone) = shared(details.sharing);
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(entry.sequence)
        .bind(created.by)
        .bind(encode::text(&details.name))
        .bind(team)
        .bind(everyone)
        .bind(tags(&details))
        .bind(created.source.as_str())
        .bind(created.file_name.as_deref().map(encode::text))
        .bind(created.stubs)
        .bind(created.job)
        .bind(created.at)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

/// `$1` is the set, `$2` the event's sequence, `$3` its time.
fn update(target: &Target<'_>, columns: &str) -> String {
    format!(
        "update {}.domain_sets set sequence = $2, updated_at = $3, {columns} where id = $1 and sequence < $2",
        target.schema
    )
}

async fn plain(
    target: &mut Target<'_>,
    entry: &Entry,
    at: DateTime<Utc>,
    columns: &str,
) -> Result<(), ApplyError> {
    let sql = update(target, columns);
    let query = sqlx::query(&sql).bind(entry.about_id).bind(entry.sequence).bind(at);
    query.execute(&mut *target.connection).await?;
    Ok(())
}

fn shared(sharing: Sharing) -> (Option<Uuid>, bool) {
    match sharing {
        Sharing::Private => (None, false),
        Sharing::Team { team } => (Some(team), false),
        Sharing::Everyone => (None, true),
    }
}

fn tags(details: &Details) -> Vec<String> {
    details.tags.iter().map(|tag| encode::text(tag)).collect()
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
