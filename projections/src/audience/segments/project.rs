//! Events of segments and facts about their members to rows.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::audience::segments::events::SegmentEvent;
use pivotal_domain::audience::segments::facts::{Cause, MembersChanged, Moved, SegmentFact};
use pivotal_domain::audience::segments::{Details, Kept};
use pivotal_log::error::LogError;
use pivotal_log::reader::{Entry, EntryKind};
use serde::Serialize;
use sqlx::PgConnection;
use uuid::Uuid;

use super::SPEC;
use crate::runner::{ApplyError, Opened, Pace, Projection, Spec, Target};
use crate::sheet::encode;

#[derive(Debug, Clone, Copy, Default)]
pub struct Segments;

#[async_trait]
impl Projection for Segments {
    fn spec(&self) -> Spec {
        SPEC
    }

    fn reads_personal(&self, _entry: &Entry) -> bool {
        false
    }

    /// One fact names up to a thousand records.
    fn pace(&self) -> Pace {
        Pace { batch: 200, ..Pace::default() }
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let schema = target.schema;
        for entry in batch.entries() {
            if entry.kind == EntryKind::Event {
                write(target.connection, schema, entry, batch.event(entry)?).await?;
            } else {
                let SegmentFact::SegmentMembersChanged(changed) = batch.fact(entry)?;
                moved(target.connection, schema, entry.position, changed).await?;
            }
        }
        Ok(())
    }
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

async fn write(
    connection: &mut PgConnection,
    schema: &str,
    entry: &Entry,
    event: SegmentEvent,
) -> Result<(), ApplyError> {
    match event {
        SegmentEvent::SegmentCreated { at, kept } => create(connection, schema, entry, at, kept).await,
        SegmentEvent::SegmentDetailsChanged { at, details, .. } => {
            change(connection, schema, entry, at, details).await
        }
        SegmentEvent::SegmentDefinitionChanged { at, definition, .. } => {
            let json = text(&definition)?;
            let sql = format!(
                "update {schema}.segments set definition = $2::text::jsonb, defined = $3 where id = $1 and version < $3"
            );
            let query = sqlx::query(&sql).bind(entry.about_id).bind(&json).bind(entry.sequence);
            query.execute(&mut *connection).await?;
            define(connection, schema, entry, at, &json).await?;
            look(connection, schema, entry, at, Some(Cause::Defined)).await
        }
        SegmentEvent::SegmentSwitched { at, active } => {
            let sql = format!("update {schema}.segments set active = $2 where id = $1 and version < $3");
            let query = sqlx::query(&sql).bind(entry.about_id).bind(active).bind(entry.sequence);
            query.execute(&mut *connection).await?;
            look(connection, schema, entry, at, active.then_some(Cause::Resumed)).await
        }
        SegmentEvent::SegmentRefreshAsked { at } => {
            look(connection, schema, entry, at, Some(Cause::Asked)).await
        }
        SegmentEvent::SegmentArchived { at } => archive(connection, schema, entry, at, true).await,
        SegmentEvent::SegmentRestored { at } => archive(connection, schema, entry, at, false).await,
    }
}

async fn create(
    connection: &mut PgConnection,
    schema: &str,
    entry: &Entry,
    at: DateTime<Utc>,
    kept: Kept,
) -> Result<(), ApplyError> {
    let Kept { owner, entity, details, definition, active } = kept;
    let json = text(&definition)?;
    let sql = format!(
        "insert into {schema}.segments (id, owner, entity, name, description, tags, team, everyone, definition, defined, wanted, wanted_because, active, created_at, updated_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb, $10, $11, $12, $13, $14, $14, $10) on conflict (id) do nothing"
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(owner)
        .bind(entity.as_str())
        .bind(encode::text(&details.name))
        .bind(encode::text(&details.description))
        .bind(tags(&details))
        .bind(team(details.sharing))
        .bind(details.sharing == Sharing::Everyone)
        .bind(&json)
        .bind(entry.sequence)
        .bind(entry.position)
        .bind(Cause::Defined.as_str())
        .bind(active)
        .bind(at)
        .execute(&mut *connection)
        .await?;
    define(connection, schema, entry, at, &json).await?;
    let sql = format!(
        "insert into {schema}.segment_counts (segment_id, members, changed_at, changed_position) values ($1, 0, $2, 0) on conflict (segment_id) do nothing"
    );
    sqlx::query(&sql).bind(entry.about_id).bind(at).execute(connection).await?;
    Ok(())
}

async fn change(
    connection: &mut PgConnection,
    schema: &str,
    entry: &Entry,
    at: DateTime<Utc>,
    details: Details,
) -> Result<(), ApplyError> {
    let sql = format!(
        "update {schema}.segments set name = $2, description = $3, tags = $4, team = $5, everyone = $6, updated_at = $7, version = $8 where id = $1 and version < $8"
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(encode::text(&details.name))
        .bind(encode::text(&details.description))
        .bind(tags(&details))
        .bind(team(details.sharing))
        .bind(details.sharing == Sharing::Everyone)
        .bind(at)
        .bind(entry.sequence)
        .execute(connection)
        .await?;
    Ok(())
}

async fn define(
    connection: &mut PgConnection,
    schema: &str,
    entry: &Entry,
    at: DateTime<Utc>,
    json: &str,
) -> Result<(), ApplyError> {
    let sql = format!(
        "insert into {schema}.segment_definitions (segment_id, defined, definition, since) values ($1, $2, $3::text::jsonb, $4) on conflict do nothing"
    );
    let query = sqlx::query(&sql).bind(entry.about_id).bind(entry.sequence).bind(json).bind(at);
    query.execute(connection).await?;
    Ok(())
}

async fn archive(
    connection: &mut PgConnection,
    schema: &str,
    entry: &Entry,
    at: DateTime<Utc>,
    archived: bool,
) -> Result<(), ApplyError> {
    let sql = format!("update {schema}.segments set archived = $2 where id = $1 and version < $3");
    let query = sqlx::query(&sql).bind(entry.about_id).bind(archived).bind(entry.sequence);
    query.execute(&mut *connection).await?;
    look(connection, schema, entry, at, (!archived).then_some(Cause::Resumed)).await
}

/// The event counts; with a cause, everything is to be looked at.
async fn look(
    connection: &mut PgConnection,
    schema: &str,
    entry: &Entry,
    at: DateTime<Utc>,
    cause: Option<Cause>,
) -> Result<(), ApplyError> {
    let sql = format!(
        "update {schema}.segments set wanted = case when $4::text is null then wanted else $5 end, wanted_because = coalesce($4, wanted_because), updated_at = $2, version = $3 where id = $1 and version < $3"
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(at)
        .bind(entry.sequence)
        .bind(cause.map(Cause::as_str))
        .bind(entry.position)
        .execute(connection)
        .await?;
    Ok(())
}

/// Why one record is in or out, as its interval keeps it.
#[derive(Serialize)]
struct Because<'a> {
    cause: Cause,
    defined: i64,
    #[serde(flatten)]
    moved: Told<'a>,
}

#[derive(Serialize)]
struct Told<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<i64>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    conditions: &'a [pivotal_domain::audience::segments::facts::Stood],
}

async fn moved(
    connection: &mut PgConnection,
    schema: &str,
    position: i64,
    changed: MembersChanged,
) -> Result<(), ApplyError> {
    let because = |moved: &Moved| {
        let told = Told { by: moved.by, conditions: &moved.conditions };
        text(&Because { cause: changed.cause, defined: changed.definition, moved: told })
    };
    let halves = |moved: &[Moved]| -> Result<(Vec<Uuid>, Vec<String>), ApplyError> {
        let reasons = moved.iter().map(because).collect::<Result<_, _>>()?;
        Ok((moved.iter().map(|one| one.id).collect(), reasons))
    };
    let (left, reasons) = halves(&changed.left)?;
    let sql = format!(
        "update {schema}.segment_members m set left_at = $2, left_position = $3, left_because = u.because::jsonb
         from unnest($4::uuid[], $5::text[]) as u(id, because) where m.segment_id = $1 and m.record_id = u.id and m.left_at is null"
    );
    let query = sqlx::query(&sql).bind(changed.segment).bind(changed.at).bind(position).bind(&left);
    let gone = query.bind(&reasons).execute(&mut *connection).await?.rows_affected();
    let (entered, reasons) = halves(&changed.entered)?;
    let sql = format!(
        "insert into {schema}.segment_members (segment_id, record_id, entered_at, entered_position, entered_because)
         select $1, u.id, $2, $3, u.because::jsonb from unnest($4::uuid[], $5::text[]) as u(id, because)
         where not exists (select 1 from {schema}.segment_members m where m.segment_id = $1 and m.record_id = u.id and m.left_at is null)
         on conflict do nothing"
    );
    let query = sqlx::query(&sql).bind(changed.segment).bind(changed.at).bind(position).bind(&entered);
    let come = query.bind(&reasons).execute(&mut *connection).await?.rows_affected();
    count(connection, schema, position, &changed, (come, gone)).await
}

async fn count(
    connection: &mut PgConnection,
    schema: &str,
    position: i64,
    changed: &MembersChanged,
    (come, gone): (u64, u64),
) -> Result<(), ApplyError> {
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let (come, gone) = (number(come), number(gone));
    let sql = format!(
        "insert into {schema}.segment_counts as held (segment_id, members, changed_at, changed_position) values ($1, $2, $3, $4)
         on conflict (segment_id) do update set members = held.members + excluded.members, changed_at = excluded.changed_at, changed_position = excluded.changed_position
         returning members"
    );
    let members: i64 = sqlx::query_scalar(&sql)
        .bind(changed.segment)
        .bind(come - gone)
        .bind(changed.at)
        .bind(position)
        .fetch_one(&mut *connection)
        .await?;
    let sql = format!(
        "insert into {schema}.segment_days as held (segment_id, day, members, entered, left_again) values ($1, $2, $3, $4, $5)
         on conflict (segment_id, day) do update set members = excluded.members, entered = held.entered + excluded.entered, left_again = held.left_again + excluded.left_again"
    );
    sqlx::query(&sql)
        .bind(changed.segment)
        .bind(changed.at.date_naive())
        .bind(members)
        .bind(come)
        .bind(gone)
        .execute(connection)
        .await?;
    Ok(())
}

fn team(sharing: Sharing) -> Option<Uuid> {
    match sharing {
        Sharing::Team { team } => Some(team),
        Sharing::Private | Sharing::Everyone => None,
    }
}

fn tags(details: &Details) -> Vec<String> {
    details.tags.iter().map(|tag| encode::text(tag)).collect()
}

/// jsonb keeps no NUL character.
fn text(value: &impl Serialize) -> Result<String, ApplyError> {
    Ok(serde_json::to_string(value).map_err(LogError::Encode)?.replace("\\u0000", ""))
}
