//! Who is in a list, and who was. Names are those the records have now, as far as the viewer may see them.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::policy::Scope;
use sqlx::PgPool;
use uuid::Uuid;

use super::query::ListRow;
use crate::audience::list::moment;
use crate::page::{self, Page, PageArgs, QueryError};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRow {
    pub record_id: Uuid,
    /// `None`: erased, or the viewer may not see it.
    pub name: Option<String>,
    pub entered_at: DateTime<Utc>,
    /// `None`: in the list still.
    pub left_at: Option<DateTime<Utc>>,
}

/// Members now, or those of a moment. For whoever was shown the list.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    list: &ListRow,
    as_of: Option<DateTime<Utc>>,
    args: &PageArgs,
) -> Result<Page<MemberRow>, QueryError> {
    let after: Option<Uuid> = args.after.as_deref().map(page::decode).transpose()?;
    let as_of = as_of.map(moment);
    let rows = sqlx::query!(
        r#"select m.record_id, m.entered_at, m.left_at, case when $5 then coalesce(c.full_name, c.email, a.name, a.domain) end as name
           from read.list_members m left join read.contacts c on c.id = m.record_id and not c.erased left join read.accounts a on a.id = m.record_id
           where m.list_id = $1 and ($2::uuid is null or m.record_id > $2)
             and case when $3::timestamptz is null then m.left_at is null else m.entered_at <= $3 and (m.left_at is null or m.left_at > $3) end
           order by m.record_id, m.entered_position limit $4"#,
        list.id, after, as_of, args.limit() + 1, names_shown(actor, list)
    )
    .fetch_all(pool)
    .await?;
    let rows = rows.into_iter().map(|row| {
        let member = MemberRow {
            record_id: row.record_id,
            name: row.name,
            entered_at: row.entered_at,
            left_at: row.left_at,
        };
        (page::encode(&row.record_id), member)
    });
    Ok(Page::cut(rows.collect(), args))
}

/// How many there were at a moment; how many there are stands with the list.
pub async fn count_at(pool: &PgPool, list: Uuid, at: DateTime<Utc>) -> Result<i64, QueryError> {
    let counted = sqlx::query_scalar!(
        r#"select count(*) as "count!" from read.list_members where list_id = $1 and entered_at <= $2 and (left_at is null or left_at > $2)"#,
        list, moment(at)
    )
    .fetch_one(pool)
    .await?;
    Ok(counted)
}

/// Of these records, the ones that are in the list.
pub async fn among(pool: &PgPool, list: Uuid, records: &[Uuid]) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "select record_id from read.list_members where list_id = $1 and record_id = any($2) and left_at is null",
        list,
        records
    )
    .fetch_all(pool)
    .await
}

/// How many of these records came in or left by this change.
pub async fn moved_by(pool: &PgPool, list: Uuid, change: Uuid, records: &[Uuid]) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from read.list_members
           where list_id = $1 and record_id = any($3) and (entered_by = $2 or left_by = $2)"#,
        list,
        change,
        records
    )
    .fetch_one(pool)
    .await
}

fn names_shown(actor: &Actor, list: &ListRow) -> bool {
    let entity = if list.entity == Entity::Account.as_str() { Entity::Account } else { Entity::Contact };
    actor.scope(permission_to_view(entity)) == Scope::All
}
