//! Making, combining, copying, renaming and archiving lists.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::audience::lists::archive::{archive_list, restore_list};
use pivotal_commands::audience::lists::chosen::Chosen;
use pivotal_commands::audience::lists::combine::{CombineLists, combine_lists};
use pivotal_commands::audience::lists::create::{CreateList, create_list};
use pivotal_commands::audience::lists::fill;
use pivotal_commands::audience::lists::snapshot::{SnapshotList, snapshot_list};
use pivotal_commands::audience::lists::update::update_list;
use pivotal_commands::error::CommandError;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::lists::details::{DetailChanges, Details};
use pivotal_domain::audience::lists::error::ListError;
use pivotal_domain::audience::lists::source::Operation;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::lists::SPEC;
use serde_json::json;
use uuid::Uuid;

use super::types::{self, Changed, CombinedList, List, ListChanges, NewList, NewSnapshot, Visibility};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::lists::input::sharing;
use crate::graphql::audience::lists::mutation::told;
use crate::graphql::audience::lists::query::shown;
use crate::graphql::freshness::stale_at;
use crate::rest::v1::bulk::types::BulkSelection;
use crate::rest::v1::bulk::write::{entity_of, read};
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// Make a list. Up to 1,000 records come in at once; more, or all that a filter finds, as the bulk change that the answer names.
#[utoipa::path(post, path = "", operation_id = "create_record_list", tag = "lists", request_body = NewList, security(("bearer" = ["SEGMENTS_EDIT"])), responses(
    (status = 201, body = Changed), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<NewList>,
) -> ApiResult<Response> {
    let key = idempotency_key(&headers)?;
    let entity = entity_of(&new.entity)?;
    let sharing = shared(new.visibility, new.team_id)?;
    let chosen = chosen(&app, &actor, entity, new.selection, new.pasted).await?;
    let details = Details { name: new.name, sharing, tags: new.tags };
    let input = CreateList { entity, details, chosen, expected: None, idempotency_key: key };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { create_list(&context, &by, input).await }).await?;
    changed(&app, &actor, StatusCode::CREATED, done).await
}

/// One new list of several, filled by the bulk change that the answer names.
#[utoipa::path(post, path = "/combine", operation_id = "combine_record_lists", tag = "lists", request_body = CombinedList, security(("bearer" = ["SEGMENTS_EDIT"])), responses(
    (status = 201, body = Changed), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn combine(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<CombinedList>,
) -> ApiResult<Response> {
    let key = idempotency_key(&headers)?;
    let sharing = shared(new.visibility, new.team_id)?;
    let operation = match new.operation {
        types::Operation::Union => Operation::Union,
        types::Operation::Intersect => Operation::Intersect,
        types::Operation::Subtract => Operation::Subtract,
    };
    let details = Details { name: new.name, sharing, tags: new.tags };
    let input = CombineLists { operation, lists: new.lists, details, idempotency_key: key };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { combine_lists(&context, &by, input).await }).await?;
    changed(&app, &actor, StatusCode::CREATED, done).await
}

/// A frozen copy of a list as it is, or as it was at a moment: a list of its own, filled by the bulk change that the answer names.
#[utoipa::path(post, path = "/{id}/snapshot", operation_id = "snapshot_record_list", tag = "lists", params(("id" = Uuid, Path)), request_body = NewSnapshot, security(("bearer" = ["SEGMENTS_EDIT"])), responses(
    (status = 201, body = Changed), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn snapshot(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Json(new): Json<NewSnapshot>,
) -> ApiResult<Response> {
    let key = idempotency_key(&headers)?;
    let input = SnapshotList { id, name: new.name, as_of: new.as_of, idempotency_key: key };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { snapshot_list(&context, &by, input).await }).await?;
    changed(&app, &actor, StatusCode::CREATED, done).await
}

/// Another name, other tags, other people who see it.
#[utoipa::path(patch, path = "/{id}", operation_id = "update_record_list", tag = "lists", params(("id" = Uuid, Path)), request_body = ListChanges, security(("bearer" = ["SEGMENTS_EDIT"])), responses(
    (status = 200, body = List), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn update(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(new): Json<ListChanges>,
) -> ApiResult<Response> {
    let sharing = new.visibility.map(|visibility| shared(Some(visibility), new.team_id)).transpose()?;
    let changes = DetailChanges { name: new.name, sharing, tags: new.tags };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { update_list(&context, &by, id, changes).await }).await?;
    answered(&app, &actor, id, done.position).await
}

/// It stands in no list of lists then, and takes nobody, until it is restored. Refused while a segment is defined by it.
#[utoipa::path(post, path = "/{id}/archive", operation_id = "archive_record_list", tag = "lists", params(("id" = Uuid, Path)), security(("bearer" = ["SEGMENTS_EDIT"])), responses(
    (status = 200, body = List), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn archive(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { archive_list(&context, &by, id).await }).await?;
    answered(&app, &actor, id, done.position).await
}

/// Back from the archive.
#[utoipa::path(post, path = "/{id}/restore", operation_id = "restore_record_list", tag = "lists", params(("id" = Uuid, Path)), security(("bearer" = ["SEGMENTS_EDIT"])), responses(
    (status = 200, body = List), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn restore(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { restore_list(&context, &by, id).await }).await?;
    answered(&app, &actor, id, done.position).await
}

pub(in crate::rest::v1) fn shared(visibility: Option<Visibility>, team: Option<Uuid>) -> ApiResult<Sharing> {
    sharing(visibility.unwrap_or(Visibility::Private).into(), team)
}

/// What was chosen, if anything was; of the kind that the list holds.
pub(super) async fn chosen(
    app: &App,
    actor: &Actor,
    list: Entity,
    selection: Option<BulkSelection>,
    pasted: Option<Vec<String>>,
) -> ApiResult<Option<Chosen>> {
    match (selection, pasted) {
        (None, None) => Ok(None),
        (Some(_), Some(_)) => Err(CommandError::from(ListError::TwoSources).into()),
        (None, Some(lines)) => Ok(Some(Chosen::Pasted(lines))),
        (Some(selection), None) => match read(app, actor, selection).await? {
            (entity, selection) if entity == list => Ok(Some(Chosen::Records(selection))),
            _ => Err(CommandError::from(ListError::OtherEntity { list }).into()),
        },
    }
}

pub(in crate::rest::v1) async fn changed(
    app: &App,
    actor: &Actor,
    status: StatusCode,
    done: fill::Changed,
) -> ApiResult<Response> {
    app.queue.wake();
    let (id, position) = (done.list.id, done.list.position);
    let seen = match position {
        Some(position) => !stale_at(app, &[SPEC.name], position).await?,
        None => true,
    };
    let list = if seen { Some(List::from(shown(app, actor, id).await?)) } else { None };
    let status = if seen { status } else { StatusCode::ACCEPTED };
    Ok(answer(status, position, Changed::of(list, told(app, done, seen).await?)))
}

pub(super) async fn answered(
    app: &App,
    actor: &Actor,
    id: Uuid,
    position: Option<i64>,
) -> ApiResult<Response> {
    if let Some(position) = position
        && stale_at(app, &[SPEC.name], position).await?
    {
        return Ok(answer(StatusCode::ACCEPTED, Some(position), json!({ "id": id })));
    }
    Ok(answer(StatusCode::OK, position, List::from(shown(app, actor, id).await?)))
}
