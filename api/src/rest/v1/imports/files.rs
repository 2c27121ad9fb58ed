//! Downloads of an import: the reject file, and the file itself. Through our own routes, with ranges, and on record.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::imports::query;
use uuid::Uuid;

use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::file::{StoredFile, send as send_file};
use crate::rest::v1::page::Id;

/// The reject file: the original columns of every row that was rejected or went in with a warning, its number and why.
#[utoipa::path(get, path = "/{id}/errors.csv", tag = "imports", params(("id" = Uuid, Path)), security(("bearer" = ["IMPORTS_VIEW"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 404, body = Problem)))]
pub async fn errors(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Response> {
    let import = query::get(&app.context.log.pools.read, &actor, id)
        .await?
        .ok_or_else(|| ApiError::not_found("import"))?;
    let key = import.reject_file.ok_or_else(|| ApiError::not_found("reject file"))?;
    send(&app, &actor, id, &key, &format!("{}-rejects.csv", stem(&import.file_name)), &headers).await
}

/// The file as it was uploaded (rows of erased people are blank).
#[utoipa::path(get, path = "/{id}/file", tag = "imports", params(("id" = Uuid, Path)), security(("bearer" = ["IMPORTS_RUN"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 404, body = Problem)))]
pub async fn file(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Response> {
    let import = query::get(&app.context.log.pools.read, &actor, id)
        .await?
        .ok_or_else(|| ApiError::not_found("import"))?;
    send(&app, &actor, id, &import.file_key, &import.file_name, &headers).await
}

async fn send(
    app: &App,
    actor: &Actor,
    about: Uuid,
    key: &str,
    name: &str,
    headers: &HeaderMap,
) -> ApiResult<Response> {
    let content_type = "text/csv; charset=utf-8";
    let file = StoredFile { about_type: "import", about, key, name, content_type };
    send_file(app, actor, file, headers).await
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
