//! Reading segments. Each statement binds who looks: one's own, one's teams', and those for everyone, of records one may see.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::audience::search::question::check_size;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use crate::audience::list;
use crate::audience::shared::shared_with;
use crate::page::{self, Page, PageArgs, QueryError};

#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct SegmentRow {
    pub id: Uuid,
    pub owner: Uuid,
    pub entity: String,
    pub name: String,
    pub description: String,
    pub tags: Vec<String>,
    pub team: Option<Uuid>,
    pub everyone: bool,
    pub definition: Value,
    pub active: bool,
    pub archived: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Sequence of its last event.
    pub version: i64,
    pub members: i64,
    /// Somebody entered or left last.
    pub changed_at: DateTime<Utc>,
    /// When everything was looked at last.
    pub refreshed_at: Option<DateTime<Utc>>,
    /// Everything was looked at since it was defined as it is.
    pub settled: bool,
    /// Since when what its filter asks stands still, and its members with it.
    pub behind_since: Option<DateTime<Utc>>,
}

impl SegmentRow {
    pub fn entity(&self) -> Entity {
        super::entity_of(&self.entity)
    }
}

/// Which segments are wanted; all that may be seen unless something is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SegmentFilter {
    pub entity: Option<Entity>,
    /// Every word must be in the name.
    pub q: Option<String>,
    pub tag: Option<String>,
    pub archived: bool,
}

/// Where a row stands in the list.
#[derive(Serialize, Deserialize)]
struct Place(String, Uuid);

const COLUMNS: &str = "s.id, s.owner, s.entity, s.name, s.description, s.tags, s.team, s.everyone, s.definition, s.active, s.archived, s.created_at, s.updated_at, s.version,
    coalesce(n.members, 0) as members, coalesce(n.changed_at, s.created_at) as changed_at, r.refreshed_at, coalesce(r.settled >= s.wanted, false) as settled, r.behind_since";

const FROM: &str = " from read.segments s left join read.segment_counts n on n.segment_id = s.id left join jobs.segment_refreshes r on r.segment_id = s.id where true";

// What is asked for varies, so these statements cannot be compile-checked.

/// By name.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    filter: &SegmentFilter,
    args: &PageArgs,
) -> Result<Page<SegmentRow>, QueryError> {
    let after: Option<Place> = args.after.as_deref().map(page::decode).transpose()?;
    let mut query = QueryBuilder::new(format!("select {COLUMNS}{FROM}"));
    wanted(&mut query, actor, filter)?;
    if let Some(Place(name, id)) = after {
        query.push(" and (lower(s.name), s.id) > (").push_bind(name).push(", ").push_bind(id).push(")");
    }
    query.push(" order by lower(s.name), s.id limit ").push_bind(args.limit() + 1);
    let rows: Vec<SegmentRow> = query.build_query_as().fetch_all(pool).await?;
    let place = |row: &SegmentRow| page::encode(&Place(row.name.to_lowercase(), row.id));
    Ok(Page::cut(rows.into_iter().map(|row| (place(&row), row)).collect(), args))
}

pub async fn count(pool: &PgPool, actor: &Actor, filter: &SegmentFilter) -> Result<i64, QueryError> {
    let mut query = QueryBuilder::new("select count(*) from read.segments s where true");
    wanted(&mut query, actor, filter)?;
    Ok(query.build_query_scalar().fetch_one(pool).await?)
}

/// One segment, archived ones too; `None` also for one the viewer may not see.
pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<SegmentRow>, QueryError> {
    let mut query = QueryBuilder::new(format!("select {COLUMNS}{FROM} and s.id = "));
    query.push_bind(id);
    seen(&mut query, actor);
    Ok(query.build_query_as().fetch_optional(pool).await?)
}

fn wanted(
    query: &mut QueryBuilder<'_, Postgres>,
    actor: &Actor,
    filter: &SegmentFilter,
) -> Result<(), QueryError> {
    seen(query, actor);
    query.push(" and s.archived = ").push_bind(filter.archived);
    if let Some(entity) = filter.entity {
        query.push(" and s.entity = ").push_bind(entity.as_str());
    }
    if let Some(tag) = &filter.tag {
        check_size(tag)?;
        query.push(" and ").push_bind(tag.replace('\0', "")).push(" = any(s.tags)");
    }
    if let Some(q) = &filter.q {
        check_size(q)?;
        for word in list::words(q) {
            let pattern = format!("%{}%", list::escaped(&word));
            query.push(" and read.fold(s.name) like ").push_bind(pattern);
        }
    }
    Ok(())
}

/// Those segments that this actor may see: `s` is the segment.
pub(in crate::audience) fn seen(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor) {
    if actor.scope(Permission::SegmentsView) != Scope::All {
        query.push(" and false");
        return;
    }
    let sees = |entity: &Entity| actor.scope(permission_to_view(*entity)) == Scope::All;
    let entities: Vec<String> = [Entity::Contact, Entity::Account]
        .into_iter()
        .filter(sees)
        .map(|entity| entity.as_str().to_owned())
        .collect();
    query.push(" and s.entity = any(").push_bind(entities).push(")");
    shared_with(query, actor, "s");
}
