//! Segments, lists and domain sets of one record, as far as they are shared with whoever looks.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::saved_views::sharing::mends_shared;
use pivotal_domain::identity::actor::Actor;
use serde_json::Value;
use sqlx::{FromRow, PgPool, QueryBuilder};
use uuid::Uuid;

use crate::audience::history::query::may_see;
use crate::audience::{domain_sets, lists, segments};
use crate::page::QueryError;

/// Of each kind; more than anybody reads.
const MOST: i64 = 500;

/// Of each kind those it is in first, the latest of them first; domain sets by name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Memberships {
    pub segments: Vec<InSegment>,
    pub lists: Vec<InList>,
    pub domain_sets: Vec<InDomainSet>,
}

/// The latest stay of the record in a segment.
#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct InSegment {
    pub id: Uuid,
    pub name: String,
    pub archived: bool,
    pub entered_at: DateTime<Utc>,
    pub entered_because: Value,
    /// What the segment meant when it entered.
    pub entered_definition: Option<Value>,
    /// `None`: it is in it.
    pub left_at: Option<DateTime<Utc>>,
    pub left_because: Option<Value>,
    pub left_definition: Option<Value>,
}

/// The latest stay of the record in a list.
#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct InList {
    pub id: Uuid,
    pub name: String,
    pub archived: bool,
    /// What the list was made from: `manual_upload`, `selection`, `filter`, `segment`, `domain_set`, `combination`, `snapshot`.
    pub source: String,
    /// `added`, `bulk`, `filled`, `merge`, `unmerge`, `undone`.
    pub how: String,
    /// A user's id, or `system`.
    pub actor: Option<String>,
    pub entered_at: DateTime<Utc>,
    /// `None`: it is in it.
    pub left_at: Option<DateTime<Utc>>,
}

/// A domain set that the record is in. Only what holds now is kept of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InDomainSet {
    pub id: Uuid,
    pub name: String,
    pub archived: bool,
    /// The item that it is in it by.
    pub domain: String,
    /// By its account, or as the account; else by its email.
    pub by_account: bool,
    /// How the account was found: `domain`, `alternate`, `fuzzy`, `manual`.
    pub via: Option<String>,
    /// When somebody said so, or the item was matched last.
    pub matched_at: Option<DateTime<Utc>>,
    /// Since when the account is in it by this item; `None`: it is in it by its email, whose moments are told nowhere.
    pub since: Option<DateTime<Utc>>,
}

/// What the record belongs to; with `past` also what it left, and what is archived. `None`: the viewer may not see the record.
pub async fn of(
    pool: &PgPool,
    actor: &Actor,
    (entity, id): (Entity, Uuid),
    past: bool,
) -> Result<Option<Memberships>, QueryError> {
    if !may_see(pool, actor, entity, id).await? {
        return Ok(None);
    }
    Ok(Some(Memberships {
        segments: in_segments(pool, actor, id, past).await?,
        lists: in_lists(pool, actor, id, past).await?,
        domain_sets: in_domain_sets(pool, actor, (entity, id), past).await?,
    }))
}

// Who looks is part of these two statements, so they cannot be compile-checked. Values are bound.

async fn in_segments(
    pool: &PgPool,
    actor: &Actor,
    record: Uuid,
    past: bool,
) -> Result<Vec<InSegment>, QueryError> {
    let mut query = QueryBuilder::new(
        "select * from (select distinct on (m.segment_id) s.id, s.name, s.archived, m.entered_at, m.entered_because, m.left_at, m.left_because,
           e.definition as entered_definition, l.definition as left_definition
         from (select * from read.segment_members where left_at is null and record_id = ",
    );
    query.push_bind(record);
    if past {
        query
            .push(" union all select * from read.segment_members where left_at is not null and record_id = ");
        query.push_bind(record);
    }
    query.push(
        ") m join read.segments s on s.id = m.segment_id
         left join read.segment_definitions e on e.segment_id = s.id and e.defined = (m.entered_because ->> 'defined')::bigint
         left join read.segment_definitions l on l.segment_id = s.id and l.defined = (m.left_because ->> 'defined')::bigint where ",
    );
    query.push(if past { "true" } else { "not s.archived" });
    segments::query::seen(&mut query, actor);
    query.push(
        " order by m.segment_id, m.entered_position desc) x order by left_at is not null, coalesce(left_at, entered_at) desc, id limit ",
    );
    query.push_bind(MOST);
    Ok(query.build_query_as().fetch_all(pool).await?)
}

/// How it came in stands in the log at the position of its stay: a fact about the list, or an event of the record.
async fn in_lists(pool: &PgPool, actor: &Actor, record: Uuid, past: bool) -> Result<Vec<InList>, QueryError> {
    let mut query = QueryBuilder::new(
        "select x.id, x.name, x.archived, x.source, x.entered_at, x.left_at, coalesce(f.metadata, e.metadata) ->> 'actor' as actor,
           case when e.event_type like '%Unmerged' then 'unmerge' when e.event_type is not null then 'merge'
             when f.kind = 'list_change_undone' then 'undone' when x.entered_by = x.fill then 'filled'
             when exists (select from read.bulks b where b.id = x.entered_by) then 'bulk' else 'added' end as how
         from (select distinct on (m.list_id) l.id, l.name, l.archived, l.source, l.fill, m.entered_by, m.entered_at, m.left_at, m.entered_position
           from read.list_members m join read.lists l on l.id = m.list_id where m.record_id = ",
    );
    query.push_bind(record);
    if !past {
        query.push(" and m.left_at is null and not l.archived");
    }
    lists::query::seen(&mut query, actor, "l");
    query.push(
        " order by m.list_id, m.entered_position desc) x
         left join lateral (select kind, metadata from log.facts where global_position = x.entered_position limit 1) f on true
         left join lateral (select event_type, metadata from log.events where global_position = x.entered_position limit 1) e on true
         order by x.left_at is not null, coalesce(x.left_at, x.entered_at) desc, x.id limit ",
    );
    query.push_bind(MOST);
    Ok(query.build_query_as().fetch_all(pool).await?)
}

/// Contacts are in the sets of their account; those without one in the sets that the registrable domain of their email stands in.
async fn in_domain_sets(
    pool: &PgPool,
    actor: &Actor,
    (entity, id): (Entity, Uuid),
    past: bool,
) -> Result<Vec<InDomainSet>, QueryError> {
    if !domain_sets::query::sees(actor) {
        return Ok(Vec::new());
    }
    let (account, domain) = match entity {
        Entity::Account => (Some(id), None),
        Entity::Contact => of_contact(pool, id).await?,
    };
    let rows = sqlx::query!(
        r#"select distinct on (s.id) s.id as "id!", s.name as "name!", s.archived as "archived!", i.domain as "domain!", i.via,
             coalesce(i.judged_at, i.matched_at) as matched_at, i.since
           from read.domain_set_items i join read.domain_sets s on s.id = i.domain_set_id
           where ((i.account_id = $1 and i.status = 'matched') or i.domain = $2) and ($3 or not s.archived)
             and (s.owner = $4 or s.everyone or s.team = any($5) or (s.team is not null and $6))
           order by s.id, i.number limit $7"#,
        account,
        domain,
        past,
        actor.user_id,
        &actor.team_ids,
        mends_shared(actor),
        MOST
    )
    .fetch_all(pool)
    .await?;
    let by_account = account.is_some();
    let mut sets: Vec<InDomainSet> = rows
        .into_iter()
        .map(|row| InDomainSet {
            id: row.id,
            name: row.name,
            archived: row.archived,
            domain: row.domain,
            by_account,
            via: row.via.filter(|_| by_account),
            matched_at: row.matched_at.filter(|_| by_account),
            since: row.since.filter(|_| by_account),
        })
        .collect();
    sets.sort_by_cached_key(|set| (set.name.to_lowercase(), set.id));
    Ok(sets)
}

/// Its account, and the registrable domain of its email where it has no account. An archived contact is in no domain set.
async fn of_contact(pool: &PgPool, id: Uuid) -> Result<(Option<Uuid>, Option<String>), QueryError> {
    let row = sqlx::query!(
        "select account_id, coalesce(email_registrable, email_domain) as domain from read.contacts where id = $1 and not archived and not erased",
        id
    )
    .fetch_optional(pool)
    .await?;
    Ok(match row {
        None => (None, None),
        Some(row) if row.account_id.is_some() => (row.account_id, None),
        Some(row) => (None, row.domain),
    })
}
