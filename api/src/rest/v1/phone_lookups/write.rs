//! Asking for a run, and stopping it.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::audience::phone_validity::cancel::cancel_lookup;
use pivotal_commands::audience::phone_validity::start::{LookUpPhones, look_up_phones};
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::phone_validity::keep::Which;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::phone_validity::SPEC;
use serde_json::json;
use uuid::Uuid;

use super::types::{Lookup, NewLookup};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::bulk::input::but_for;
use crate::graphql::audience::phone_validity::query::shown;
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::exports::write::list_filter;
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// Look phones of contacts or accounts up at a carrier service, as a job; what is found out is written to them. Each question may cost
/// money. Ask for it until its state is neither `asked` nor `running`.
#[utoipa::path(post, path = "", operation_id = "start_phone_lookup", tag = "phone-lookups", request_body = NewLookup, security(("bearer" = ["PHONES_LOOK_UP"])), responses(
    (status = 201, body = Lookup), (status = 400, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn start(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<NewLookup>,
) -> ApiResult<Response> {
    let key = idempotency_key(&headers)?;
    let which = Which::from(new.which);
    let filter = match new.ids {
        Some(ids) => ListFilter { ids: Some(but_for(ids, &new.except)), ..ListFilter::default() },
        None => {
            let mut filter = list_filter(&app, &actor, which.entity(), new.filter).await?;
            filter.except.extend(new.except);
            filter
        }
    };
    let look_up = LookUpPhones {
        filter,
        expected: new.expected,
        again: new.again,
        which,
        provider: app.config.phone_lookup.provider.name(),
    };
    let (context, by) = (app.context.clone(), actor.clone());
    let started =
        run_command(async move { look_up_phones(&context, &by, look_up, key.as_deref()).await }).await?;
    app.queue.wake();
    answered(&app, &actor, StatusCode::CREATED, started.id, started.position).await
}

/// Stop after the chunk that is being looked at. What was found out stays.
#[utoipa::path(post, path = "/{id}/cancel", operation_id = "cancel_phone_lookup", tag = "phone-lookups", params(("id" = Uuid, Path)), security(("bearer" = ["PHONES_LOOK_UP"])), responses(
    (status = 200, body = Lookup), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn cancel(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    run_command(async move { cancel_lookup(&context, &by, id).await }).await?;
    app.queue.wake();
    answered(&app, &actor, StatusCode::OK, id, None).await
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
    Ok(answer(status, position, Lookup::from(shown(app, actor, id).await?)))
}
