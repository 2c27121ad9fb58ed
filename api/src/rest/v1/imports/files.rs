//! Downloads of an import: the reject file, and the file itself. Through our own routes, with ranges, and on record.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use pivotal_commands::audience::imports::converted::{WORKBOOK_TYPE, workbook_of};
use pivotal_commands::ports::blob_store::BlobKey;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::imports::query;
use uuid::Uuid;

use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, NOT_FOUND, Problem};
use crate::rest::v1::file::{StoredFile, send as send_file};
use crate::rest::v1::page::Id;

const CSV: &str = "text/csv; charset=utf-8";

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
    let key: BlobKey = key.parse().map_err(|error| ApiError::internal(&error))?;
    let name = format!("{}-rejects.csv", stem(&import.file_name));
    send(&app, &actor, id, &key, (&name, CSV), &headers).await
}

/// The file as it was uploaded (rows of erased people are blank). A workbook is kept until the first erasure of anybody;
/// then it is the table that was made of it, as CSV.
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
    if import.files_removed_at.is_some() {
        return Err(ApiError::new(
            NOT_FOUND,
            "The files of this import were deleted by a rule of retention.",
        ));
    }
    let key: BlobKey = import.file_key.parse().map_err(|error| ApiError::internal(&error))?;
    let Some(workbook) = workbook_of(&key) else {
        return send(&app, &actor, id, &key, (&import.file_name, CSV), &headers).await;
    };
    if app.context.blobs.exists(&workbook).await.map_err(|error| ApiError::internal(&error))? {
        send(&app, &actor, id, &workbook, (&import.file_name, WORKBOOK_TYPE), &headers).await
    } else {
        let name = format!("{}.csv", stem(&import.file_name));
        send(&app, &actor, id, &key, (&name, CSV), &headers).await
    }
}

async fn send(
    app: &App,
    actor: &Actor,
    about: Uuid,
    key: &BlobKey,
    (name, content_type): (&str, &'static str),
    headers: &HeaderMap,
) -> ApiResult<Response> {
    let file = StoredFile { about_type: "import", about, key: key.as_str(), name, content_type };
    send_file(app, actor, file, headers).await
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
