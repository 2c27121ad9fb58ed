//! The register as a file.

use axum::extract::State;
use axum::response::Response;
use futures::FutureExt;
use futures::future::BoxFuture;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_projections::page::PageArgs;
use pivotal_projections::suppression::requests::query::{RequestRow, page};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::IntoParams;
use uuid::Uuid;

use super::read::RequestsWanted;
use super::types::urgency;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::directory::Names;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::list_file::{FileFormat, ListFile, PageRead, may_take_out, send};
use crate::rest::v1::page::Query;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RequestsFileWanted {
    /// csv, xlsx or json; csv if not said.
    #[serde(default)]
    pub format: FileFormat,
}

const COLUMNS: [(&str, &str); 16] = [
    ("id", "Request"),
    ("kind", "Kind"),
    ("state", "State"),
    ("urgency", "Deadline"),
    ("received_at", "Received"),
    ("came_by", "Came by"),
    ("due_at", "Due"),
    ("extended", "Extended"),
    ("name", "Name"),
    ("email", "Email"),
    ("phone", "Phone"),
    ("assignee", "With"),
    ("settled_at", "Settled"),
    ("refusal", "Why refused"),
    ("forgotten", "Person forgotten"),
    ("hashes", "Keyed hashes"),
];

/// The register as a file, in its own order. Nothing of it is kept; that it was taken out is on record.
#[utoipa::path(get, path = "/file", operation_id = "download_requests", tag = "requests", params(RequestsFileWanted, RequestsWanted), security(("bearer" = ["PRIVACY_REQUESTS"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn file(
    State(app): State<App>,
    Signed(actor): Signed,
    Query(RequestsFileWanted { format }): Query<RequestsFileWanted>,
    Query(wanted): Query<RequestsWanted>,
) -> ApiResult<Response> {
    // It names people.
    may_take_out(&actor, Entity::Contact)?;
    let (filter, now) = (wanted.filter(), app.context.now());
    let names = app.directory.names().await.map_err(ApiError::from)?;
    let file = ListFile {
        about_type: "privacy_requests",
        about: Uuid::nil(),
        name: "requests",
        sheet: "Requests",
        columns: &COLUMNS,
        format,
    };
    let (pool, by) = (app.context.log.pools.read.clone(), actor.clone());
    let read = move |args: PageArgs| -> BoxFuture<'static, PageRead> {
        let (pool, by, filter, names) = (pool.clone(), by.clone(), filter.clone(), names.clone());
        async move {
            let page = page(&pool, &by, &filter, now, &args).await?;
            let next = page.rows.last().map(|(cursor, _)| cursor.clone()).filter(|_| page.has_next);
            let row = |request: RequestRow| {
                let stands = urgency(request.urgency(now));
                row(request, stands, &names)
            };
            Ok((page.rows.into_iter().map(|(_, request)| row(request)).collect(), next))
        }
        .boxed()
    };
    send(&app, &actor, file, read).await
}

fn row(request: RequestRow, urgency: &str, names: &Names) -> Vec<Value> {
    let assignee = request.assignee.and_then(|id| names.get(&id));
    vec![
        json!(request.id),
        json!(request.kind),
        json!(request.state),
        json!(urgency),
        json!(request.received_at),
        json!(request.came_by),
        json!(request.due_at),
        json!(request.extended),
        json!(request.name),
        json!(request.email),
        json!(request.phone),
        json!(assignee),
        json!(request.settled_at),
        json!(request.refusal),
        json!(request.forgotten),
        json!(request.hashes.join(" ")),
    ]
}
