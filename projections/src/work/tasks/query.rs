//! Tasks for lists and pages. Each statement binds who looks: one's own, and with the records one sees those of everybody.

use chrono::{DateTime, NaiveDate, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_domain::work::about::About;
use pivotal_domain::work::tasks::TaskState;
use pivotal_domain::work::tasks::due::DueWhen;
use pivotal_domain::work::tasks::reach::Whose;
use sqlx::PgPool;
use uuid::Uuid;

use crate::audience::list::Visible;
use crate::page::{self, Page, PageArgs, QueryError};
use crate::work::records::merged_into;

#[derive(Debug, Clone, PartialEq)]
pub struct TaskRow {
    pub id: Uuid,
    /// `contact` or `account`.
    pub entity: Option<String>,
    pub record_id: Option<Uuid>,
    /// For who may see the record.
    pub record_name: Option<String>,
    /// `None` once the person was erased whom it told of.
    pub title: Option<String>,
    pub details: Option<String>,
    /// `open`, `done`, `cancelled`.
    pub state: String,
    /// `low`, `normal`, `high`.
    pub priority: String,
    pub due_on: Option<NaiveDate>,
    pub due_at: Option<DateTime<Utc>>,
    pub assignee: Option<Uuid>,
    pub created_by: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub settled_at: Option<DateTime<Utc>>,
    pub settled_by: Option<Uuid>,
    pub deleted: bool,
    pub version: i64,
}

impl TaskRow {
    pub fn about(&self) -> Option<About> {
        let entity = if self.entity.as_deref()? == "account" { Entity::Account } else { Entity::Contact };
        Some(About { entity, id: self.record_id? })
    }

    pub fn whose(&self) -> Whose {
        Whose { about: self.about(), assignee: self.assignee, created_by: self.created_by }
    }
}

/// Whose tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assignee {
    Mine,
    /// For whoever takes them.
    Nobody,
    User(Uuid),
}

/// Which tasks; deleted ones never.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskFilter {
    /// Anybody's without it.
    pub assignee: Option<Assignee>,
    /// All without any.
    pub states: Vec<TaskState>,
    pub due: Option<DueWhen>,
    /// With what was merged into it.
    pub record: Option<(Entity, Uuid)>,
    /// What "today" means.
    pub asking: Asking,
}

/// One's own open tasks in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TaskCounts {
    pub open: i64,
    pub overdue: i64,
    pub today: i64,
}

type Key = (i64, Uuid);

/// By when they are due; what is settled only, the latest first.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    filter: &TaskFilter,
    args: &PageArgs,
) -> Result<Page<TaskRow>, QueryError> {
    let after: Option<Key> = args.after.as_deref().map(page::decode).transpose()?;
    let (seen, bound) = (Seen::of(actor), Bound::of(pool, actor, filter).await?);
    let after = after.unzip();
    let rows = sqlx::query!(
        r#"select t.*, coalesce(c.full_name, c.email, a.name) as record_name, k.sort_key as "sort_key!"
           from read.tasks t
             left join read.contacts c on t.entity = 'contact' and c.id = t.record_id and $3 and not c.erased
             left join read.accounts a on t.entity = 'account' and a.id = t.record_id and $4
             cross join lateral (select case when $5 then -(extract(epoch from t.settled_at) * 1000000)::bigint else (extract(epoch from t.due_sort) * 1000000)::bigint end as sort_key) k
           where not t.deleted
             and (t.assignee = $1 or t.created_by = $1 or ($2 and (t.entity is null or (t.entity = 'contact' and $3) or (t.entity = 'account' and $4))))
             and (cardinality($6::text[]) = 0 or t.state = any($6)) and ($7::uuid is null or t.assignee = $7) and (not $8 or t.assignee is null)
             and ($9::uuid[] is null or t.record_id = any($9))
             and ($10::date is null or (t.due_on >= $10 and t.due_on < $11) or (t.due_at >= $12 and t.due_at < $13)) and (not $14 or (t.due_on is null and t.due_at is null))
             and ($15::bigint is null or (k.sort_key, t.id) > ($15, $16))
           order by k.sort_key, t.id limit $17"#,
        seen.me, seen.all, seen.contacts, seen.accounts, bound.settled, &bound.states, bound.assignee, bound.nobody, bound.records.as_deref(),
        bound.on.0, bound.on.1, bound.at.0, bound.at.1, bound.no_date, after.0, after.1, args.limit() + 1
    )
    .fetch_all(pool)
    .await?;
    let keyed = rows.into_iter().map(|row| {
        let cursor = page::encode(&(row.sort_key, row.id));
        let row = TaskRow {
            id: row.id,
            entity: row.entity,
            record_id: row.record_id,
            record_name: row.record_name,
            title: row.title,
            details: row.details,
            state: row.state,
            priority: row.priority,
            due_on: row.due_on,
            due_at: row.due_at,
            assignee: row.assignee,
            created_by: row.created_by,
            created_at: row.created_at,
            updated_at: row.updated_at,
            settled_at: row.settled_at,
            settled_by: row.settled_by,
            deleted: row.deleted,
            version: row.version,
        };
        (cursor, row)
    });
    Ok(Page::cut(keyed.collect(), args))
}

pub async fn count(pool: &PgPool, actor: &Actor, filter: &TaskFilter) -> Result<i64, QueryError> {
    let (seen, bound) = (Seen::of(actor), Bound::of(pool, actor, filter).await?);
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from read.tasks t
           where not t.deleted
             and (t.assignee = $1 or t.created_by = $1 or ($2 and (t.entity is null or (t.entity = 'contact' and $3) or (t.entity = 'account' and $4))))
             and (cardinality($5::text[]) = 0 or t.state = any($5)) and ($6::uuid is null or t.assignee = $6) and (not $7 or t.assignee is null)
             and ($8::uuid[] is null or t.record_id = any($8))
             and ($9::date is null or (t.due_on >= $9 and t.due_on < $10) or (t.due_at >= $11 and t.due_at < $12)) and (not $13 or (t.due_on is null and t.due_at is null))"#,
        seen.me, seen.all, seen.contacts, seen.accounts, &bound.states, bound.assignee, bound.nobody, bound.records.as_deref(),
        bound.on.0, bound.on.1, bound.at.0, bound.at.1, bound.no_date
    )
    .fetch_one(pool)
    .await?)
}

/// One task, a deleted one too; `None` also for one the viewer may not see.
pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<TaskRow>, QueryError> {
    let seen = Seen::of(actor);
    Ok(sqlx::query_as!(
        TaskRow,
        r#"select t.id, t.entity, t.record_id, coalesce(c.full_name, c.email, a.name) as record_name, t.title, t.details, t.state, t.priority, t.due_on, t.due_at,
             t.assignee, t.created_by, t.created_at, t.updated_at, t.settled_at, t.settled_by, t.deleted, t.version
           from read.tasks t
             left join read.contacts c on t.entity = 'contact' and c.id = t.record_id and $4 and not c.erased
             left join read.accounts a on t.entity = 'account' and a.id = t.record_id and $5
           where t.id = $1
             and (t.assignee = $2 or t.created_by = $2 or ($3 and (t.entity is null or (t.entity = 'contact' and $4) or (t.entity = 'account' and $5))))"#,
        id, seen.me, seen.all, seen.contacts, seen.accounts
    )
    .fetch_optional(pool)
    .await?)
}

/// What the navigation says.
pub async fn counts(pool: &PgPool, actor: &Actor, asking: &Asking) -> Result<TaskCounts, QueryError> {
    let (Some(overdue), Some(today)) = (DueWhen::Overdue.range(asking), DueWhen::Today.range(asking)) else {
        return Ok(TaskCounts::default());
    };
    Ok(sqlx::query_as!(
        TaskCounts,
        r#"select count(*) as "open!", count(*) filter (where due_on < $3 or due_at < $4) as "overdue!",
             count(*) filter (where due_on = $3 or (due_at >= $5 and due_at < $6)) as "today!"
           from read.tasks where assignee = $1 and state = 'open' and not deleted and $2"#,
        Seen::of(actor).me,
        actor.scope(Permission::TasksView) != Scope::None,
        overdue.on.1,
        overdue.at.1,
        today.at.0,
        today.at.1
    )
    .fetch_one(pool)
    .await?)
}

/// How far a viewer sees, as every statement binds it.
struct Seen {
    /// Nobody for who may see none.
    me: Option<Uuid>,
    all: bool,
    contacts: bool,
    accounts: bool,
}

impl Seen {
    fn of(actor: &Actor) -> Self {
        let scope = actor.scope(Permission::TasksView);
        let sees = |entity| Visible::of(actor, permission_to_view(entity)) == Visible::All;
        Seen {
            me: matches!(scope, Scope::All | Scope::Own).then_some(actor.user_id),
            all: scope == Scope::All,
            contacts: sees(Entity::Contact),
            accounts: sees(Entity::Account),
        }
    }
}

/// A filter as the statements bind it.
struct Bound {
    assignee: Option<Uuid>,
    nobody: bool,
    states: Vec<String>,
    /// Nothing but what is done or cancelled.
    settled: bool,
    records: Option<Vec<Uuid>>,
    on: (Option<NaiveDate>, Option<NaiveDate>),
    at: (Option<DateTime<Utc>>, Option<DateTime<Utc>>),
    no_date: bool,
}

impl Bound {
    async fn of(pool: &PgPool, actor: &Actor, filter: &TaskFilter) -> Result<Self, QueryError> {
        let range = filter.due.and_then(|due| due.range(&filter.asking));
        Ok(Bound {
            assignee: match filter.assignee {
                Some(Assignee::Mine) => Some(actor.user_id),
                Some(Assignee::User(id)) => Some(id),
                Some(Assignee::Nobody) | None => None,
            },
            nobody: filter.assignee == Some(Assignee::Nobody),
            states: filter.states.iter().map(|state| state.as_str().to_owned()).collect(),
            settled: !filter.states.is_empty() && !filter.states.contains(&TaskState::Open),
            records: match filter.record {
                Some(record) => Some(merged_into(pool, record).await?),
                None => None,
            },
            on: range.map(|range| range.on).unzip(),
            at: range.map(|range| range.at).unzip(),
            no_date: filter.due == Some(DueWhen::NoDate),
        })
    }
}
