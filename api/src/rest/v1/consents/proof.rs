//! The file that proves a statement: in as the body, out as a download that no browser runs.

use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use futures::{StreamExt, TryStreamExt};
use pivotal_commands::suppression::consents::attach::{AttachProof, CONTENT_TYPE, attach_proof};
use pivotal_commands::suppression::consents::proof::proof_file;
use serde::Deserialize;
use utoipa::IntoParams;

use super::ids;
use super::types::ConsentDone;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::command::answer;
use crate::rest::v1::file::{StoredFile, send};
use crate::rest::v1::page::Query;
use crate::run_command::run_command;

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct ProofNamed {
    /// As the person named it.
    pub file_name: Option<String>,
}

/// Attach the file that proves a statement, at most 20 MB, as the body. A statement has one.
#[utoipa::path(put, path = "/{id}/consents/{statement}/proof", operation_id = "attach_consent_proof", tag = "consents", params(("id" = Uuid, Path), ("statement" = Uuid, Path), ProofNamed), request_body(content = String, content_type = "application/octet-stream"), security(("bearer" = ["CONSENTS_RECORD"])), responses(
    (status = 200, body = ConsentDone), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn put(
    State(app): State<App>,
    Signed(actor): Signed,
    Path(path): Path<(String, String)>,
    Query(named): Query<ProofNamed>,
    request: Request,
) -> ApiResult<Response> {
    let (contact, statement) = ids(path)?;
    let body = request.into_body().into_data_stream().map_err(std::io::Error::other);
    let attach =
        AttachProof { contact, statement, name: named.file_name.unwrap_or_default(), body: body.boxed() };
    let context = app.context.clone();
    let done = run_command(async move { attach_proof(&context, &actor, attach).await }).await?;
    let body = ConsentDone { statement_ids: vec![statement], suppressed: 0 };
    Ok(answer(StatusCode::OK, done.position, body))
}

/// The file that proves a statement. That it was taken out is on record.
#[utoipa::path(get, path = "/{id}/consents/{statement}/proof", operation_id = "get_consent_proof", tag = "consents", params(("id" = Uuid, Path), ("statement" = Uuid, Path)), security(("bearer" = ["CONSENTS_VIEW"])), responses(
    (status = 200, body = String, content_type = "application/octet-stream"), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    Path(path): Path<(String, String)>,
    headers: HeaderMap,
) -> ApiResult<Response> {
    let (contact, statement) = ids(path)?;
    let found = proof_file(&app.context, &actor, contact, statement).await?;
    let file = StoredFile {
        about_type: "consent",
        about: statement,
        key: &found.key,
        name: found.name.as_deref().unwrap_or("proof"),
        content_type: CONTENT_TYPE,
    };
    send(&app, &actor, file, &headers).await
}
