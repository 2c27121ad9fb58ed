//! The answer to a request for access, and the proof of an erasure. That they were taken out is on record.

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use pivotal_commands::files::note_download;
use pivotal_commands::suppression::requests::erasure::proof;
use pivotal_commands::suppression::requests::file::{CONTENT_TYPE, answer_file, answered};
use serde::Deserialize;
use tokio::task::spawn_blocking;
use utoipa::{IntoParams, ToSchema};

use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::file::{StoredFile, send};
use crate::rest::v1::page::{Id, Query};
use crate::run_command::run_command;

/// The answer: a ZIP of `person.json` and `person.pdf`. Kept for 30 days.
#[utoipa::path(get, path = "/{id}/answer-file", operation_id = "get_answer_of_request", tag = "requests", params(("id" = Uuid, Path)), security(("bearer" = ["PRIVACY_REQUESTS"])), responses(
    (status = 200, body = String, content_type = "application/zip"), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn answer(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Response> {
    let found = answer_file(&app.context, &actor, id).await?;
    let file = StoredFile {
        about_type: "privacy_request",
        about: id,
        key: &found.key,
        name: "personal-data.zip",
        content_type: CONTENT_TYPE,
    };
    send(&app, &actor, file, &headers).await
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProofFormat {
    #[default]
    Pdf,
    Json,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ProofWanted {
    /// pdf or json; pdf if not said.
    #[serde(default)]
    #[param(value_type = Option<String>)]
    pub format: ProofFormat,
}

/// What was erased where, when and by whom. Nothing in it says who it was.
#[utoipa::path(get, path = "/{id}/proof", operation_id = "get_proof_of_erasure", tag = "requests", params(("id" = Uuid, Path), ProofWanted), security(("bearer" = ["PRIVACY_REQUESTS"])), responses(
    (status = 200, body = String, content_type = "application/pdf"), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn proof(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Query(ProofWanted { format }): Query<ProofWanted>,
) -> ApiResult<Response> {
    let request = answered(&app.context, &actor, id).await?;
    let names = app.directory.names().await.map_err(ApiError::from)?;
    let by = request.answering.and_then(|(_, by)| names.get(&by).cloned());
    let made = proof::proof(id, &request, by)?;
    let (body, content_type, name) = match format {
        ProofFormat::Json => {
            let json = serde_json::to_vec_pretty(&made).map_err(|error| ApiError::internal(&error))?;
            (json, "application/json", "proof-of-erasure.json")
        }
        ProofFormat::Pdf => {
            let drawn = spawn_blocking(move || proof::document(&made)).await;
            let pdf = drawn.map_err(|error| ApiError::internal(&error))??;
            (pdf, "application/pdf", "proof-of-erasure.pdf")
        }
    };
    let context = app.context.clone();
    run_command(async move { note_download(&context, &actor, "privacy_request", id, name).await }).await?;
    let headers = [
        (header::CONTENT_TYPE, content_type.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, body).into_response())
}
