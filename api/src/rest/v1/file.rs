//! Sending a stored file: through our own routes, with ranges, and on record.

use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use pivotal_commands::files::note_download;
use pivotal_commands::ports::blob_store::{BlobError, BlobKey};
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use crate::app::App;
use crate::errors::{ApiError, ApiResult, RANGE_NOT_SATISFIABLE};
use crate::run_command::run_command;

/// A stored file and what it is called outside.
pub struct StoredFile<'a> {
    pub about_type: &'static str,
    pub about: Uuid,
    pub key: &'a str,
    pub name: &'a str,
    pub content_type: &'static str,
}

pub async fn send(
    app: &App,
    actor: &Actor,
    file: StoredFile<'_>,
    headers: &HeaderMap,
) -> ApiResult<Response> {
    let key: BlobKey = file.key.parse().map_err(|error| ApiError::internal(&error))?;
    let range = headers.get(header::RANGE).and_then(|value| value.to_str().ok()).and_then(byte_range);
    let (context, by, stored) = (app.context.clone(), actor.clone(), key.as_str().to_owned());
    let (about_type, about) = (file.about_type, file.about);
    run_command(async move { note_download(&context, &by, about_type, about, &stored).await }).await?;
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
    set(header::CONTENT_TYPE, file.content_type.into());
    set(header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", safe(file.name)));
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

fn safe(name: &str) -> String {
    name.chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') { c } else { '_' })
        .collect()
}
