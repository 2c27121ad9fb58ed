//! `x-pivotal-view-as: <client id>`: somebody of ours wants this request answered as a client's people would have it answered. That they
//! may, a view in the log says, which they began with a reason and which lasts for a while ([`view`]); the header only names it.

use axum::http::HeaderMap;
use pivotal_commands::identity::clients::view;
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use crate::app::App;
use crate::errors::{ApiError, ApiResult, BAD_HEADER, VIEW_OVER};

pub const HEADER: &str = "x-pivotal-view-as";

pub fn of_headers(headers: &HeaderMap) -> ApiResult<Option<Uuid>> {
    let Some(value) = headers.get(HEADER) else { return Ok(None) };
    of_text(Some(value.to_str().map_err(|_| unreadable())?))
}

pub fn of_text(text: Option<&str>) -> ApiResult<Option<Uuid>> {
    text.map(|text| text.trim().parse().map_err(|_| unreadable())).transpose()
}

fn unreadable() -> ApiError {
    ApiError::new(BAD_HEADER, format!("{HEADER} names a client by its id."))
}

/// The actor as one of the client's people, if a client is named; asked at every request, so that a view that is left is over.
pub async fn seen_as(app: &App, actor: Actor, client: Option<Uuid>) -> ApiResult<Actor> {
    let Some(client) = client else { return Ok(actor) };
    match view::seen_as(&app.context, actor, client).await? {
        Some(viewer) => Ok(viewer),
        None => Err(ApiError::new(
            VIEW_OVER,
            "You do not view as this client, or the time for it is over. Begin again from the client's page.",
        )),
    }
}
