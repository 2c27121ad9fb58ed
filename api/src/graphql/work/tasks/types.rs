//! A task as the API shows and takes it.

use std::collections::HashMap;

use async_graphql::{ComplexObject, Context, Enum, InputObject, MaybeUndefined, Result, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::work::about::About;
use pivotal_domain::work::tasks as domain;
use pivotal_domain::work::tasks::command::{NewTask, TaskChanges};
use pivotal_domain::work::tasks::due::{Due, DueWhen};
use pivotal_domain::work::tasks::error::TaskError;
use pivotal_domain::work::tasks::reach::Whose;
use pivotal_projections::work::tasks::query::{self, Assignee, TaskRow};
use uuid::Uuid;

use crate::graphql::actor;
use crate::graphql::audience::record::Entity;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum TaskState {
    Open,
    Done,
    Cancelled,
}

impl From<TaskState> for domain::TaskState {
    fn from(state: TaskState) -> Self {
        match state {
            TaskState::Open => domain::TaskState::Open,
            TaskState::Done => domain::TaskState::Done,
            TaskState::Cancelled => domain::TaskState::Cancelled,
        }
    }
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "domain::Priority")]
pub enum TaskPriority {
    Low,
    Normal,
    High,
}

/// Something to be done, perhaps by somebody, by a day, about a contact or an account.
#[derive(Debug, SimpleObject)]
#[graphql(complex)]
pub struct Task {
    pub id: Uuid,
    /// Null once the person was erased whom it told of.
    pub title: Option<String>,
    pub details: Option<String>,
    pub state: TaskState,
    pub priority: TaskPriority,
    /// A day, wherever it is read. Never together with dueAt.
    pub due_on: Option<NaiveDate>,
    pub due_at: Option<DateTime<Utc>>,
    pub assignee_id: Option<Uuid>,
    pub assignee_name: Option<String>,
    /// What it is about; null for a task about no record.
    pub entity: Option<Entity>,
    pub record_id: Option<Uuid>,
    /// For who may see the record.
    pub record_name: Option<String>,
    /// Null: Pivotal itself.
    pub created_by_id: Option<Uuid>,
    pub created_by_name: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// When it was done or cancelled, and by whom.
    pub settled_at: Option<DateTime<Utc>>,
    pub settled_by_name: Option<String>,
    pub deleted: bool,
    /// What `expectedVersion` is compared with.
    pub version: i64,
    #[graphql(skip)]
    whose: Whose,
}

#[ComplexObject]
impl Task {
    /// Whether the viewer may change, finish or delete it.
    async fn may_change(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(self.whose.is_changed_by(actor(ctx)?))
    }
}

impl Task {
    pub fn of(row: TaskRow, names: &HashMap<Uuid, String>) -> Self {
        let name = |id: Option<Uuid>| id.and_then(|id| names.get(&id).cloned());
        Task {
            whose: row.whose(),
            id: row.id,
            title: row.title,
            details: row.details,
            state: match row.state.as_str() {
                "done" => TaskState::Done,
                "cancelled" => TaskState::Cancelled,
                _ => TaskState::Open,
            },
            priority: match row.priority.as_str() {
                "low" => TaskPriority::Low,
                "high" => TaskPriority::High,
                _ => TaskPriority::Normal,
            },
            due_on: row.due_on,
            due_at: row.due_at,
            assignee_id: row.assignee,
            assignee_name: name(row.assignee),
            entity: row
                .entity
                .map(|entity| if entity == "account" { Entity::Account } else { Entity::Contact }),
            record_id: row.record_id,
            record_name: row.record_name,
            created_by_id: row.created_by,
            created_by_name: name(row.created_by),
            created_at: row.created_at,
            updated_at: row.updated_at,
            settled_at: row.settled_at,
            settled_by_name: name(row.settled_by),
            deleted: row.deleted,
            version: row.version,
        }
    }
}

/// One's own open tasks in numbers.
#[derive(Debug, SimpleObject)]
pub struct TaskCounts {
    pub open: i64,
    pub overdue: i64,
    /// Due today, in the zone asked for.
    pub today: i64,
}

/// Somebody tasks can be given to.
#[derive(Debug, SimpleObject)]
pub struct TaskAssignee {
    pub id: Uuid,
    pub name: String,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum TasksOf {
    Mine,
    Anybody,
    /// For whoever takes them.
    Nobody,
    /// Of the user in assigneeId.
    User,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "DueWhen")]
pub enum TaskDue {
    /// Before today, or earlier today.
    Overdue,
    Today,
    /// From Monday to Sunday.
    ThisWeek,
    /// After today.
    Later,
    NoDate,
}

/// Which tasks; what is not said is not asked. Deleted ones never come.
#[derive(Debug, Default, InputObject)]
pub struct TaskFilter {
    pub assignee: Option<TasksOf>,
    /// With assignee USER.
    pub assignee_id: Option<Uuid>,
    pub states: Option<Vec<TaskState>>,
    pub due: Option<TaskDue>,
    /// Together with recordId: the tasks of one record, and of those that were merged into it.
    pub entity: Option<Entity>,
    pub record_id: Option<Uuid>,
    /// In which days begin, as Europe/Berlin. UTC if not said.
    pub time_zone: Option<String>,
}

impl TaskFilter {
    pub fn asked(self, asking: Asking) -> query::TaskFilter {
        query::TaskFilter {
            assignee: match (self.assignee, self.assignee_id) {
                (Some(TasksOf::Mine), _) => Some(Assignee::Mine),
                (Some(TasksOf::Nobody), _) => Some(Assignee::Nobody),
                (Some(TasksOf::User) | None, Some(id)) => Some(Assignee::User(id)),
                (Some(TasksOf::Anybody | TasksOf::User) | None, _) => None,
            },
            states: self.states.unwrap_or_default().into_iter().map(Into::into).collect(),
            due: self.due.map(DueWhen::from),
            record: self.entity.map(Into::into).zip(self.record_id),
            asking,
        }
    }
}

/// idempotencyKey: a repeat with the same key returns the first answer.
#[derive(Debug, InputObject)]
pub struct TaskCreateInput {
    /// At most 200 characters.
    pub title: String,
    /// At most 10,000 characters.
    pub details: Option<String>,
    pub due_on: Option<NaiveDate>,
    /// Instead of a day.
    pub due_at: Option<DateTime<Utc>>,
    #[graphql(default_with = "TaskPriority::Normal")]
    pub priority: TaskPriority,
    /// Nobody if not said.
    pub assignee_id: Option<Uuid>,
    /// Together with recordId; cannot be changed later.
    pub entity: Option<Entity>,
    pub record_id: Option<Uuid>,
    pub idempotency_key: Option<String>,
}

impl TaskCreateInput {
    pub fn read(self) -> Result<(NewTask, Option<String>), TaskError> {
        let about = self.entity.map(Into::into).zip(self.record_id);
        let task = NewTask {
            about: about.map(|(entity, id)| About { entity, id }),
            title: self.title,
            details: self.details,
            due: Due::of(self.due_on, self.due_at)?,
            priority: self.priority.into(),
            assignee: self.assignee_id,
        };
        Ok((task, self.idempotency_key))
    }
}

/// Parts that are absent stay as they are; null empties them. A due day takes the place of a due time, and the other way round.
#[derive(Debug, InputObject)]
pub struct TaskChangeInput {
    pub id: Uuid,
    pub title: Option<String>,
    pub details: MaybeUndefined<String>,
    pub due_on: MaybeUndefined<NaiveDate>,
    pub due_at: MaybeUndefined<DateTime<Utc>>,
    pub priority: Option<TaskPriority>,
    pub assignee_id: MaybeUndefined<Uuid>,
    /// The version that was looked at; what somebody else said since is not overwritten.
    pub expected_version: Option<i64>,
    pub idempotency_key: Option<String>,
}

impl TaskChangeInput {
    pub fn changes(&mut self) -> Result<TaskChanges, TaskError> {
        let due = match (said(&self.due_on), said(&self.due_at)) {
            (None, None) => None,
            (on, at) => Some(Due::of(on.flatten(), at.flatten())?),
        };
        Ok(TaskChanges {
            title: self.title.take(),
            details: said(&self.details),
            due,
            priority: self.priority.map(Into::into),
            assignee: said(&self.assignee_id),
        })
    }
}

fn said<T: Clone>(value: &MaybeUndefined<T>) -> Option<Option<T>> {
    match value {
        MaybeUndefined::Undefined => None,
        MaybeUndefined::Null => Some(None),
        MaybeUndefined::Value(value) => Some(Some(value.clone())),
    }
}
