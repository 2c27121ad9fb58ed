//! The notes of a record. Nothing is told of a record that the viewer may not see.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_domain::work::about::About;
use pivotal_domain::work::notes::reach::Whose;
use sqlx::PgPool;
use uuid::Uuid;

use crate::audience::list::Visible;
use crate::page::{self, Page, PageArgs, QueryError};
use crate::work::records::merged_into;

#[derive(Debug, Clone, PartialEq)]
pub struct NoteRow {
    pub id: Uuid,
    /// `contact` or `account`.
    pub entity: String,
    pub record_id: Uuid,
    /// `None` once the person was erased whom it told of.
    pub body: Option<String>,
    pub author: Option<Uuid>,
    pub pinned: bool,
    pub created_at: DateTime<Utc>,
    pub edited_at: Option<DateTime<Utc>>,
    pub edited_by: Option<Uuid>,
    pub deleted: bool,
    pub version: i64,
}

impl NoteRow {
    fn entity(&self) -> Entity {
        if self.entity == "account" { Entity::Account } else { Entity::Contact }
    }

    pub fn whose(&self) -> Whose {
        Whose { about: About { entity: self.entity(), id: self.record_id }, author: self.author }
    }
}

/// Pinned first, then the newest. Microseconds since 1970, so that a cursor is exact.
type Key = (bool, i64, Uuid);

/// Of a record and what was merged into it; deleted ones never.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    record: (Entity, Uuid),
    args: &PageArgs,
) -> Result<Page<NoteRow>, QueryError> {
    let after: Option<Key> = args.after.as_deref().map(page::decode).transpose()?;
    if !sees(actor, record.0) {
        return Ok(Page { rows: Vec::new(), has_next: false, has_previous: false });
    }
    let records = merged_into(pool, record).await?;
    let (pinned, micros, id) = match after {
        Some((pinned, micros, id)) => (Some(pinned), Some(micros), Some(id)),
        None => (None, None, None),
    };
    let rows = sqlx::query_as!(
        NoteRow,
        "select id, entity, record_id, body, author, pinned, created_at, edited_at, edited_by, deleted, version from read.notes
         where record_id = any($1) and not deleted
           and ($2::boolean is null or (pinned, (extract(epoch from created_at) * 1000000)::bigint, id) < ($2, $3, $4))
         order by pinned desc, created_at desc, id desc limit $5",
        &records, pinned, micros, id, args.limit() + 1
    )
    .fetch_all(pool)
    .await?;
    let keyed = rows
        .into_iter()
        .map(|row| (page::encode(&(row.pinned, row.created_at.timestamp_micros(), row.id)), row));
    Ok(Page::cut(keyed.collect(), args))
}

pub async fn count(pool: &PgPool, actor: &Actor, record: (Entity, Uuid)) -> Result<i64, QueryError> {
    if !sees(actor, record.0) {
        return Ok(0);
    }
    let records = merged_into(pool, record).await?;
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from read.notes where record_id = any($1) and not deleted"#,
        &records
    )
    .fetch_one(pool)
    .await?)
}

/// One note, a deleted one too; `None` also for one the viewer may not see.
pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<NoteRow>, QueryError> {
    let row = sqlx::query_as!(
        NoteRow,
        "select id, entity, record_id, body, author, pinned, created_at, edited_at, edited_by, deleted, version from read.notes where id = $1",
        id
    )
    .fetch_optional(pool)
    .await?;
    Ok(row.filter(|row| sees(actor, row.entity())))
}

fn sees(actor: &Actor, entity: Entity) -> bool {
    actor.scope(Permission::NotesView) != Scope::None
        && Visible::of(actor, permission_to_view(entity)) == Visible::All
}
