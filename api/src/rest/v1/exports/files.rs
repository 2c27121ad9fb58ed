//! Downloads of an export: with the access token, or by a signed link that a browser can follow. Each is on record.

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::response::Response;
use pivotal_commands::audience::exports::exported_file;
use pivotal_commands::audience::exports::link::person_of;
use pivotal_domain::identity::actor::Actor;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use crate::app::App;
use crate::auth::origin::origin_of;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem, UNAUTHENTICATED};
use crate::rest::v1::file::{StoredFile, send};
use crate::rest::v1::page::{Id, Query};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Link {
    /// From `exportLink`. For one person and one file, for five minutes.
    pub token: String,
}

/// The file. 404 while it is not ready and when it is gone; the export says which.
#[utoipa::path(get, path = "/{id}/file", operation_id = "export_file", tag = "exports", params(("id" = Uuid, Path)), security(("bearer" = ["EXPORTS_VIEW"])), responses(
    (status = 200, body = String, content_type = "application/octet-stream"), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn file(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Response> {
    sent(&app, &actor, id, &headers).await
}

/// The file by a signed link, without the access token.
#[utoipa::path(get, path = "/{id}/download", operation_id = "download_export", tag = "exports", params(("id" = Uuid, Path), Link), security(()), responses(
    (status = 200, body = String, content_type = "application/octet-stream"), (status = 401, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn download(
    State(app): State<App>,
    Id(id): Id,
    Query(link): Query<Link>,
    request: Request,
) -> ApiResult<Response> {
    let over = || {
        ApiError::new(
            UNAUTHENTICATED,
            "This link is over: links are good for five minutes. Open Exports and download the file from there.",
        )
    };
    let user = app.file_links.read(&link.token, id, app.context.now()).ok_or_else(over)?;
    let origin = origin_of(&app, &request);
    let mut actor = person_of(&app.context, user, origin.ip.clone()).await?.ok_or_else(over)?;
    actor.request_id = origin.request_id;
    sent(&app, &actor, id, request.headers()).await
}

async fn sent(app: &App, actor: &Actor, id: Uuid, headers: &HeaderMap) -> ApiResult<Response> {
    let found = exported_file(&app.context, actor, id).await?;
    let file = StoredFile {
        about_type: "export",
        about: id,
        key: &found.written.file_key,
        name: &found.name,
        content_type: found.content_type,
    };
    send(app, actor, file, headers).await
}
