//! `POST /api/v1/imports`: a file as the body, or as the field `file` of a form. Streamed, never held in memory.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use futures::{StreamExt, TryStreamExt};
use pivotal_commands::audience::imports::again::map_like;
use pivotal_commands::audience::imports::upload::{UploadImport, upload_import};
use pivotal_commands::ports::blob_store::BlobStream;
use pivotal_projections::audience::imports::SPEC;
use serde::Deserialize;
use serde_json::json;
use utoipa::IntoParams;

use super::types::Import;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, BAD_REQUEST, Problem, TOO_LARGE};
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::answer;
use crate::rest::v1::page::Query;
use crate::run_command::run_command;

/// Bytes of a form that are not its file: other fields, and what stands between them.
const FORM_BESIDE: usize = 1 << 20;

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct Named {
    /// As the person named it.
    pub file_name: Option<String>,
    /// Of a workbook: the sheet to take, by its name. Without it, the first that is not hidden and has rows.
    pub sheet: Option<String>,
    /// Id of an import whose settings this file takes over, as far as its columns have the same headings.
    pub like: Option<uuid::Uuid>,
}

/// Upload a CSV file or a workbook (.xlsx) of contacts. It is looked at and kept; nothing is imported before it is mapped and started.
#[utoipa::path(post, path = "", tag = "imports", params(Named), request_body(content = String, content_type = "text/csv"), security(("bearer" = ["IMPORTS_RUN"])), responses(
    (status = 201, body = Import), (status = 403, body = Problem), (status = 413, body = Problem), (status = 422, body = Problem)))]
pub async fn upload(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(named): Query<Named>,
    request: Request,
) -> ApiResult<Response> {
    let length = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok())
        .and_then(|text| text.parse::<u64>().ok());
    let limit = app.config.server.upload_limit;
    if length.is_some_and(|length| length > limit) {
        return Err(too_large(limit));
    }
    let (body, file_name) = body(request, named.file_name, limit).await?;
    let (body, reached) = limited(body, limit);
    let (context, by) = (app.context.clone(), actor.clone());
    let input = UploadImport { file_name, sheet: named.sheet, body };
    let done = run_command(async move {
        let done = upload_import(&context, &by, input).await?;
        match named.like {
            // What was uploaded last is what the caller has to wait for.
            Some(like) => map_like(&context, &by, done.id, like).await.map(|mapped| mapped.unwrap_or(done)),
            None => Ok(done),
        }
    })
    .await;
    // What broke off because of it was refused in words of its own.
    if reached.load(Ordering::Relaxed) {
        return Err(too_large(limit));
    }
    let done = done?;
    if let Some(position) = done.position
        && stale_at(&app, &[SPEC.name], position).await?
    {
        return Ok(answer(StatusCode::ACCEPTED, done.position, json!({ "id": done.id })));
    }
    let import = super::read::one(&app, &actor, done.id).await?;
    Ok(answer(StatusCode::CREATED, done.position, import))
}

fn too_large(limit: u64) -> ApiError {
    ApiError::new(
        TOO_LARGE,
        format!("The file is larger than {} MB. Split it and import the parts.", limit >> 20),
    )
}

/// Breaks off behind the limit, and says whether it did: who sends in chunks says no length beforehand.
fn limited(body: BlobStream, limit: u64) -> (BlobStream, Arc<AtomicBool>) {
    let reached = Arc::new(AtomicBool::new(false));
    let (told, mut size) = (reached.clone(), 0u64);
    let body = body.map(move |piece| {
        let piece = piece?;
        size = size.saturating_add(piece.len() as u64);
        if size > limit {
            told.store(true, Ordering::Relaxed);
            return Err(std::io::Error::from(std::io::ErrorKind::FileTooLarge));
        }
        Ok(piece)
    });
    (body.boxed(), reached)
}

async fn body(mut request: Request, name: Option<String>, limit: u64) -> ApiResult<(BlobStream, String)> {
    let is_form = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|kind| kind.starts_with("multipart/form-data"));
    if !is_form {
        let body = request.into_body().into_data_stream().map_err(std::io::Error::other);
        return Ok((body.boxed(), name.unwrap_or_else(|| "upload.csv".into())));
    }
    // Of the whole form: what is no file is passed over, and would be without end.
    let whole = usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(FORM_BESIDE);
    DefaultBodyLimit::max(whole).apply(&mut request);
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|error| ApiError::new(BAD_REQUEST, error.body_text()))?;
    // A field borrows the form, so the two travel together through a channel.
    let (sender, receiver) = tokio::sync::mpsc::channel(4);
    let (named, name_of_file) = tokio::sync::oneshot::channel();
    tokio::spawn(async move {
        let mut named = Some(named);
        loop {
            match form.next_field().await {
                Ok(Some(mut field)) if field.name() == Some("file") => {
                    if let Some(named) = named.take() {
                        let _ = named.send(field.file_name().map(str::to_owned));
                    }
                    loop {
                        let piece = match field.chunk().await {
                            Ok(Some(piece)) => Ok(piece),
                            Ok(None) => return,
                            Err(error) => Err(std::io::Error::other(error)),
                        };
                        let broken = piece.is_err();
                        if sender.send(piece).await.is_err() || broken {
                            return;
                        }
                    }
                }
                Ok(Some(_)) => {}
                Ok(None) => return,
                Err(error) => {
                    let _ = sender.send(Err(std::io::Error::other(error))).await;
                    return;
                }
            }
        }
    });
    let Ok(file_name) = name_of_file.await else {
        return Err(ApiError::new(BAD_REQUEST, "The form has no field `file` with the file to import."));
    };
    let body = tokio_stream::wrappers::ReceiverStream::new(receiver).boxed();
    Ok((body, name.or(file_name).unwrap_or_else(|| "upload.csv".into())))
}
