//! A list of a segment's members.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use chrono::{DateTime, Utc};
use pivotal_commands::audience::segments::to_list::{ConvertSegment, segment_to_list};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::command::idempotency_key;
use crate::rest::v1::json::Json;
use crate::rest::v1::lists::types::{Changed, Visibility};
use crate::rest::v1::lists::write::{changed, shared};
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SegmentConverted {
    /// The segment's own with the moment unless said.
    pub name: Option<String>,
    #[serde(default)]
    pub tags: Vec<String>,
    /// private (default), team or global.
    pub visibility: Option<Visibility>,
    /// With visibility team.
    pub team_id: Option<Uuid>,
    /// Who was in it at this moment; now unless said.
    pub as_of: Option<DateTime<Utc>>,
}

/// A list of the segment's members as they are, or as they were at a moment, filled by the bulk change that the answer names.
#[utoipa::path(post, path = "/{id}/convert-to-list", operation_id = "convert_segment_to_list", tag = "segments", params(("id" = Uuid, Path)), request_body = SegmentConverted, security(("bearer" = ["SEGMENTS_EDIT"])), responses(
    (status = 201, body = Changed), (status = 202, body = Changed), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn to_list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Json(new): Json<SegmentConverted>,
) -> ApiResult<Response> {
    let input = ConvertSegment {
        id,
        name: new.name,
        sharing: shared(new.visibility, new.team_id)?,
        tags: new.tags,
        as_of: new.as_of,
        idempotency_key: idempotency_key(&headers)?,
    };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { segment_to_list(&context, &by, input).await }).await?;
    changed(&app, &actor, StatusCode::CREATED, done).await
}
