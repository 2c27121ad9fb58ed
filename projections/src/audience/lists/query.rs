//! Lists for their page and for whoever chooses one. Each statement binds who looks: one's own lists, one's teams', and those for
//! everyone.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use serde_json::Value;
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use crate::audience::list::{self, Sort, SortBy, Visible};
use crate::audience::shared::shared_with;
use crate::page::{Page, PageArgs, QueryError};

#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct ListRow {
    pub id: Uuid,
    pub owner: Uuid,
    /// `contact`, `account`.
    pub entity: String,
    pub name: String,
    /// `manual_upload`, `selection`, `filter`, `segment`, `combination`, `snapshot`.
    pub source: String,
    /// What it was made from, as the event says it.
    pub reference: Value,
    pub fill: Option<Uuid>,
    pub tags: Vec<String>,
    pub team: Option<Uuid>,
    pub everyone: bool,
    pub archived: bool,
    pub snapshot_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Records in it now.
    pub members: i64,
    pub members_changed_at: Option<DateTime<Utc>>,
}

const COLUMNS: &str = "c.owner, c.entity, c.name, c.source, c.reference, c.fill, c.tags, c.team, c.everyone, c.archived, c.snapshot_at, \
    c.created_at, c.updated_at, coalesce(n.members, 0) as members, n.changed_at as members_changed_at";
const FROM: &str = "read.lists c left join read.list_counts n on n.list_id = c.id";

/// All conditions must hold.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListsFilter {
    pub entity: Option<Entity>,
    /// Every word must be in the name.
    pub q: Option<String>,
    pub source: Option<String>,
    pub tag: Option<String>,
    /// Only one's own.
    pub mine: bool,
    /// `None`: both.
    pub archived: Option<bool>,
}

/// A page of lists.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    filter: &ListsFilter,
    sort: &Sort,
    args: &PageArgs,
) -> Result<Page<ListRow>, QueryError> {
    let by = sort_by(&sort.field)?;
    list::page(pool, COLUMNS, FROM, |query| conditions(query, actor, filter), sort, &by, args).await
}

/// How many there are, exactly.
pub async fn count(pool: &PgPool, actor: &Actor, filter: &ListsFilter) -> Result<i64, QueryError> {
    list::count(pool, FROM, |query| conditions(query, actor, filter)).await
}

/// One list, an archived one too; `None` also for one the viewer may not see.
pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<ListRow>, QueryError> {
    let mut query = QueryBuilder::new(format!("select c.id, {COLUMNS} from {FROM} where c.id = "));
    query.push_bind(id);
    seen(&mut query, actor, "c");
    Ok(query.build_query_as().fetch_optional(pool).await?)
}

fn sort_by(field: &str) -> Result<SortBy, QueryError> {
    Ok(match field {
        "name" => SortBy::indexed("lower(c.name)", "text", false),
        "created_at" => SortBy::indexed("c.created_at", "timestamptz", false),
        "updated_at" => SortBy::indexed("c.updated_at", "timestamptz", false),
        "members" => SortBy::indexed("coalesce(n.members, 0)", "bigint", false),
        other => return Err(QueryError::Sort(other.to_owned())),
    })
}

fn conditions(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor, filter: &ListsFilter) {
    seen(query, actor, "c");
    if let Some(entity) = filter.entity {
        query.push(" and c.entity = ").push_bind(entity.as_str());
    }
    if let Some(archived) = filter.archived {
        query.push(" and c.archived = ").push_bind(archived);
    }
    if let Some(source) = &filter.source {
        query.push(" and c.source = ").push_bind(source.clone());
    }
    if let Some(tag) = &filter.tag {
        query
            .push(" and ")
            .push_bind(tag.replace('\0', "").to_lowercase())
            .push(" in (select lower(t) from unnest(c.tags) t)");
    }
    if filter.mine {
        query.push(" and c.owner = ").push_bind(actor.user_id);
    }
    for word in filter.q.as_deref().unwrap_or_default().split_whitespace() {
        let word = word.replace('\0', "").to_lowercase();
        query.push(" and lower(c.name) like ").push_bind(format!("%{}%", list::escaped(&word)));
    }
}

/// Those lists that this actor may see: `alias` names the list.
pub(in crate::audience) fn seen(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor, alias: &str) {
    list::visible(query, Visible::of(actor, Permission::SegmentsView));
    shared_with(query, actor, alias);
}
