//! Making, changing, refreshing and archiving a segment.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::audience::segments::archive::{archive_segment, restore_segment};
use pivotal_commands::audience::segments::change::{change_segment, define_segment};
use pivotal_commands::audience::segments::create::{CreateSegment, create_segment};
use pivotal_commands::audience::segments::switch::{refresh_segment, switch_segment};
use pivotal_commands::error::CommandError;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::audience::segments::DetailChanges;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::segments::SPEC;
use serde_json::json;
use uuid::Uuid;

use super::types::{NewSegment, Segment, SegmentChange, entity, sharing};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::segments::query::shown;
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// Define a segment. Its members are found a moment later and follow the data from then on.
#[utoipa::path(post, path = "", operation_id = "create_segment", tag = "segments", request_body = NewSegment, security(("bearer" = ["SEGMENTS_EDIT"])), responses(
    (status = 201, body = Segment), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<NewSegment>,
) -> ApiResult<Response> {
    let with = match new.sharing.as_deref() {
        Some(name) => sharing(name, new.team_id)?,
        None => Sharing::Private,
    };
    let input = CreateSegment {
        entity: entity(&new.entity)?,
        name: new.name,
        description: new.description,
        tags: new.tags,
        sharing: with,
        definition: new.filter,
        active: new.active.unwrap_or(true),
        idempotency_key: idempotency_key(&headers)?,
    };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { create_segment(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::CREATED, done.id, done.position).await
}

/// Another name, other people, another definition, or whether its members follow the data. Each part is a change of its own.
#[utoipa::path(patch, path = "/{id}", operation_id = "change_segment", tag = "segments", params(("id" = Uuid, Path)), request_body = SegmentChange, security(("bearer" = ["SEGMENTS_EDIT"])), responses(
    (status = 200, body = Segment), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn change(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(change): Json<SegmentChange>,
) -> ApiResult<Response> {
    let SegmentChange { name, description, tags, sharing: with, team_id, filter, active } = change;
    let sharing = with.map(|name| sharing(&name, team_id)).transpose()?;
    let changes = DetailChanges { name, description, tags, sharing };
    let (context, by) = (app.context.clone(), actor.clone());
    let position = run_command(async move {
        let mut position = None;
        // The definition first: it is what is refused most often, and then nothing was changed.
        if let Some(filter) = filter {
            position = define_segment(&context, &by, id, filter).await?.position.or(position);
        }
        position = change_segment(&context, &by, id, changes).await?.position.or(position);
        if let Some(active) = active {
            position = switch_segment(&context, &by, id, active).await?.position.or(position);
        }
        Ok::<_, CommandError>(position)
    });
    let position = position.await?;
    answered(&app, &actor, StatusCode::OK, id, position).await
}

/// Have every record looked at once more, now.
#[utoipa::path(post, path = "/{id}/refresh", operation_id = "refresh_segment", tag = "segments", params(("id" = Uuid, Path)), security(("bearer" = ["SEGMENTS_EDIT"])), responses(
    (status = 200, body = Segment), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn refresh(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { refresh_segment(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, id, done.position).await
}

/// Refused while another segment is defined by it.
#[utoipa::path(post, path = "/{id}/archive", operation_id = "archive_segment", tag = "segments", params(("id" = Uuid, Path)), security(("bearer" = ["SEGMENTS_EDIT"])), responses(
    (status = 200, body = Segment), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn archive(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { archive_segment(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, id, done.position).await
}

/// Take archiving back.
#[utoipa::path(post, path = "/{id}/restore", operation_id = "restore_segment", tag = "segments", params(("id" = Uuid, Path)), security(("bearer" = ["SEGMENTS_EDIT"])), responses(
    (status = 200, body = Segment), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn restore(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { restore_segment(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, id, done.position).await
}

async fn answered(
    app: &App,
    actor: &Actor,
    status: StatusCode,
    id: Uuid,
    position: Option<i64>,
) -> ApiResult<Response> {
    if let Some(position) = position
        && stale_at(app, &[SPEC.name], position).await?
    {
        return Ok(answer(StatusCode::ACCEPTED, Some(position), json!({ "id": id })));
    }
    Ok(answer(status, position, Segment::from(shown(app, actor, id).await?)))
}
