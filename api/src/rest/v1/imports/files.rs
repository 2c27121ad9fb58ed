//! Downloads of an import: the reject file, and the file itself. Through our own routes, with ranges, and on record.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use pivotal_commands::files::note_download;
use pivotal_commands::ports::blob_store::{BlobError, BlobKey};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::imports::query;
use uuid::Uuid;

use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem, RANGE_NOT_SATISFIABLE};
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

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
    let key: BlobKey = key.parse().map_err(|error| ApiError::internal(&error))?;
    let range = headers.get(header::RANGE).and_then(|value| value.to_str().ok()).and_then(byte_range);
    let (context, by, file) = (app.context.clone(), actor.clone(), key.as_str().to_owned());
    run_command(async move { note_download(&context, &by, "import", about, &file).await }).await?;
    let read = app.context.blobs.get_stream(&key, range.clone()).await.map_err(|error| match error {
        BlobError::NotFound(_) => ApiError::not_found("file"),
        BlobError::OutOfRange { .. } => {
            ApiError::new(RANGE_NOT_SATISFIABLE, "The file ends before this range.")
        }
        other => ApiError::internal(&other),
    })?;
    let total = read.size;
    let mut response = Body::from_stream(read.body).into_response();
    let out = response.headers_mut();
    let mut set = |name: header::HeaderName, value: String| {
        if let Ok(value) = value.parse() {
            out.insert(name, value);
        }
    };
    set(header::CONTENT_TYPE, "text/csv; charset=utf-8".into());
    set(header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", safe(name)));
    set(header::ACCEPT_RANGES, "bytes".into());
    set(header::CACHE_CONTROL, "private, no-store".into());
    if let Some(range) = range {
        let end = range.end.min(total);
        set(header::CONTENT_RANGE, format!("bytes {}-{}/{total}", range.start, end.saturating_sub(1)));
        set(header::CONTENT_LENGTH, end.saturating_sub(range.start).to_string());
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    } else {
        set(header::CONTENT_LENGTH, total.to_string());
    }
    Ok(response)
}

/// `bytes=100-199` or `bytes=100-`; anything else is answered whole, as RFC 9110 allows.
fn byte_range(text: &str) -> Option<std::ops::Range<u64>> {
    let (start, end) = text.strip_prefix("bytes=")?.split_once('-')?;
    let start = start.parse().ok()?;
    let end = if end.is_empty() { u64::MAX } else { end.parse::<u64>().ok()?.checked_add(1)? };
    (start < end).then_some(start..end)
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn safe(name: &str) -> String {
    name.chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') { c } else { '_' })
        .collect()
}
