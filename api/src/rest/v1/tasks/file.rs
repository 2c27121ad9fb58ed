//! A list of tasks as a file.

use axum::extract::State;
use axum::response::Response;
use futures::FutureExt;
use futures::future::BoxFuture;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_projections::page::PageArgs;
use pivotal_projections::work::tasks::query::{TaskRow, page};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::IntoParams;
use uuid::Uuid;

use super::types::WantedTasks;
use crate::app::App;
use crate::asked::asking;
use crate::auth::signed::Signed;
use crate::directory::Names;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::list_file::{FileFormat, ListFile, PageRead, may_take_out, send};
use crate::rest::v1::page::Query;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TasksFileWanted {
    /// csv, xlsx or json; csv if not said.
    #[serde(default)]
    pub format: FileFormat,
}

const COLUMNS: [(&str, &str); 12] = [
    ("id", "ID"),
    ("title", "Title"),
    ("details", "Details"),
    ("state", "State"),
    ("priority", "Priority"),
    ("due", "Due"),
    ("assignee", "For"),
    ("about", "About"),
    ("record_id", "Record ID"),
    ("created_by", "Created by"),
    ("created_at", "Created"),
    ("settled_at", "Done or cancelled"),
];

/// The list as a file, in its own order. Nothing of it is kept; that it was taken out is on record.
#[utoipa::path(get, path = "/file", operation_id = "download_tasks", tag = "tasks", params(TasksFileWanted, WantedTasks), security(("bearer" = ["EXPORTS_VIEW"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn file(
    State(app): State<App>,
    Signed(actor): Signed,
    Query(TasksFileWanted { format }): Query<TasksFileWanted>,
    Query(wanted): Query<WantedTasks>,
) -> ApiResult<Response> {
    // They name records.
    may_take_out(&actor, Entity::Contact)?;
    may_take_out(&actor, Entity::Account)?;
    let asking = asking(&app, &actor, wanted.time_zone.as_deref())?;
    let filter = wanted.asked(asking)?;
    let names = app.directory.names().await.map_err(ApiError::from)?;
    let file = ListFile {
        about_type: "tasks",
        about: Uuid::nil(),
        name: "tasks",
        sheet: "Tasks",
        columns: &COLUMNS,
        format,
    };
    let (pool, by) = (app.context.log.pools.read.clone(), actor.clone());
    let read = move |args: PageArgs| -> BoxFuture<'static, PageRead> {
        let (pool, by, filter, names) = (pool.clone(), by.clone(), filter.clone(), names.clone());
        async move {
            let page = page(&pool, &by, &filter, &args).await?;
            let next = page.rows.last().map(|(cursor, _)| cursor.clone()).filter(|_| page.has_next);
            Ok((page.rows.into_iter().map(|(_, task)| row(task, &names)).collect(), next))
        }
        .boxed()
    };
    send(&app, &actor, file, read).await
}

fn row(task: TaskRow, names: &Names) -> Vec<Value> {
    let name = |id: Option<Uuid>| id.and_then(|id| names.get(&id));
    let due = match (task.due_on, task.due_at) {
        (Some(on), _) => json!(on),
        (None, at) => json!(at),
    };
    vec![
        json!(task.id),
        json!(task.title),
        json!(task.details),
        json!(task.state),
        json!(task.priority),
        due,
        json!(name(task.assignee)),
        json!(task.record_name),
        json!(task.record_id),
        json!(name(task.created_by)),
        json!(task.created_at),
        json!(task.settled_at),
    ]
}
