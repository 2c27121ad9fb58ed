//! What a task looks like over REST.

use chrono::{DateTime, NaiveDate, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::work::about::About;
use pivotal_domain::work::tasks::command::{NewTask, TaskChanges};
use pivotal_domain::work::tasks::due::{Due, DueWhen};
use pivotal_domain::work::tasks::{Priority, TaskState};
use pivotal_projections::page::QueryError;
use pivotal_projections::work::tasks::query::{Assignee, TaskFilter, TaskRow};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::errors::{ApiError, ApiResult, FieldProblem, REJECTED};

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Task {
    pub id: Uuid,
    /// Null once the person was erased whom it told of.
    pub title: Option<String>,
    pub details: Option<String>,
    /// open, done, cancelled.
    pub state: String,
    /// low, normal, high.
    pub priority: String,
    /// A day, wherever it is read. Never together with dueAt.
    pub due_on: Option<NaiveDate>,
    pub due_at: Option<DateTime<Utc>>,
    pub assignee_id: Option<Uuid>,
    /// contact or account; null for a task about no record.
    pub entity: Option<String>,
    pub record_id: Option<Uuid>,
    /// For who may see the record.
    pub record_name: Option<String>,
    /// Null: Pivotal itself.
    pub created_by_id: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// When it was done or cancelled, and by whom.
    pub settled_at: Option<DateTime<Utc>>,
    pub settled_by_id: Option<Uuid>,
    pub deleted: bool,
    /// What `expectedVersion` is compared with.
    pub version: i64,
}

impl From<TaskRow> for Task {
    fn from(row: TaskRow) -> Self {
        Task {
            id: row.id,
            title: row.title,
            details: row.details,
            state: row.state,
            priority: row.priority,
            due_on: row.due_on,
            due_at: row.due_at,
            assignee_id: row.assignee,
            entity: row.entity,
            record_id: row.record_id,
            record_name: row.record_name,
            created_by_id: row.created_by,
            created_at: row.created_at,
            updated_at: row.updated_at,
            settled_at: row.settled_at,
            settled_by_id: row.settled_by,
            deleted: row.deleted,
            version: row.version,
        }
    }
}

/// Which tasks.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct WantedTasks {
    /// mine, nobody, anybody, or a user's id.
    pub assignee: Option<String>,
    /// open, done, cancelled; several with commas.
    pub state: Option<String>,
    /// overdue, today, this_week, later, no_date.
    pub due: Option<String>,
    /// contact or account, together with recordId.
    pub entity: Option<String>,
    /// The tasks of one record, and of those that were merged into it.
    pub record_id: Option<Uuid>,
    /// In which days begin, as Europe/Berlin. UTC if not said.
    pub time_zone: Option<String>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

impl WantedTasks {
    pub fn asked(self, asking: Asking) -> ApiResult<TaskFilter> {
        let states = self.state.as_deref().unwrap_or_default();
        let states = states.split(',').map(str::trim).filter(|state| !state.is_empty());
        Ok(TaskFilter {
            assignee: self.assignee.as_deref().map(assignee).transpose()?.flatten(),
            states: states.map(state).collect::<Result<_, _>>()?,
            due: self.due.as_deref().map(due).transpose()?,
            record: match (self.entity.as_deref(), self.record_id) {
                (Some(name), Some(id)) => Some((entity(name)?, id)),
                (None, None) => None,
                _ => return Err(refused("recordId", "Send entity and recordId together, or neither.")),
            },
            asking,
        })
    }
}

fn assignee(text: &str) -> Result<Option<Assignee>, QueryError> {
    match text {
        "mine" => Ok(Some(Assignee::Mine)),
        "nobody" => Ok(Some(Assignee::Nobody)),
        "anybody" => Ok(None),
        other => match other.parse() {
            Ok(id) => Ok(Some(Assignee::User(id))),
            Err(_) => Err(no_filter("assignee", other, "mine, nobody, anybody, a user's id")),
        },
    }
}

fn state(text: &str) -> Result<TaskState, QueryError> {
    match text {
        "open" => Ok(TaskState::Open),
        "done" => Ok(TaskState::Done),
        "cancelled" => Ok(TaskState::Cancelled),
        other => Err(no_filter("state", other, "open, done, cancelled")),
    }
}

fn due(text: &str) -> Result<DueWhen, QueryError> {
    match text {
        "overdue" => Ok(DueWhen::Overdue),
        "today" => Ok(DueWhen::Today),
        "this_week" => Ok(DueWhen::ThisWeek),
        "later" => Ok(DueWhen::Later),
        "no_date" => Ok(DueWhen::NoDate),
        other => Err(no_filter("due", other, "overdue, today, this_week, later, no_date")),
    }
}

fn no_filter(field: &'static str, value: &str, options: &'static str) -> QueryError {
    QueryError::Filter { field, value: value.chars().take(60).collect(), options }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewTaskBody {
    /// At most 200 characters.
    pub title: String,
    /// At most 10,000 characters.
    pub details: Option<String>,
    pub due_on: Option<NaiveDate>,
    /// Instead of a day.
    pub due_at: Option<DateTime<Utc>>,
    /// low, normal (default), high.
    pub priority: Option<String>,
    /// Nobody if not said.
    pub assignee_id: Option<Uuid>,
    /// contact or account, together with recordId; cannot be changed later.
    pub entity: Option<String>,
    pub record_id: Option<Uuid>,
}

impl NewTaskBody {
    pub fn read(self) -> ApiResult<NewTask> {
        let about = match (self.entity.as_deref(), self.record_id) {
            (Some(name), Some(id)) => Some(About { entity: entity(name)?, id }),
            (None, None) => None,
            _ => return Err(refused("recordId", "Send entity and recordId together, or neither.")),
        };
        Ok(NewTask {
            about,
            title: self.title,
            details: self.details,
            due: due_of(self.due_on, self.due_at)?,
            priority: self.priority.as_deref().map(priority).transpose()?.unwrap_or_default(),
            assignee: self.assignee_id,
        })
    }
}

/// Parts that are absent stay as they are; null empties them. A due day takes the place of a due time, and the other way round.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct TaskChange {
    pub title: Option<String>,
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    pub details: Option<Option<String>>,
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<NaiveDate>)]
    pub due_on: Option<Option<NaiveDate>>,
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<DateTime<Utc>>)]
    pub due_at: Option<Option<DateTime<Utc>>>,
    /// low, normal, high.
    pub priority: Option<String>,
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<Uuid>)]
    pub assignee_id: Option<Option<Uuid>>,
    /// The version that was looked at; what somebody else said since is not overwritten.
    pub expected_version: Option<i64>,
}

impl TaskChange {
    pub fn read(self) -> ApiResult<(TaskChanges, Option<i64>)> {
        let due = match (self.due_on, self.due_at) {
            (None, None) => None,
            (on, at) => Some(due_of(on.flatten(), at.flatten())?),
        };
        let changes = TaskChanges {
            title: self.title,
            details: self.details,
            due,
            priority: self.priority.as_deref().map(priority).transpose()?,
            assignee: self.assignee_id,
        };
        Ok((changes, self.expected_version))
    }
}

/// Told apart from not being there.
fn said<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

fn due_of(on: Option<NaiveDate>, at: Option<DateTime<Utc>>) -> ApiResult<Option<Due>> {
    Due::of(on, at).map_err(|error| ApiError::from(pivotal_commands::error::CommandError::from(error)))
}

fn priority(name: &str) -> ApiResult<Priority> {
    match name {
        "low" => Ok(Priority::Low),
        "normal" => Ok(Priority::Normal),
        "high" => Ok(Priority::High),
        other => Err(refused("priority", &format!("{other:?} is no priority. Choose low, normal or high."))),
    }
}

pub fn entity(name: &str) -> ApiResult<Entity> {
    match name {
        "contact" => Ok(Entity::Contact),
        "account" => Ok(Entity::Account),
        other => Err(refused("entity", &format!("{other:?} is neither contact nor account."))),
    }
}

fn refused(field: &str, message: &str) -> ApiError {
    let mut error = ApiError::new(REJECTED, message);
    error.errors.push(FieldProblem {
        code: "WORK_INVALID".into(),
        field: Some(field.into()),
        path: None,
        record_id: None,
        message: message.to_owned(),
    });
    error
}
