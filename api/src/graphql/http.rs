//! `POST /graphql`

use async_graphql::Request;
use async_graphql_axum::GraphQLResponse;
use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use pivotal_domain::identity::actor::Actor;

use super::freshness::After;
use crate::app::App;
use crate::auth::session::InSession;
use crate::errors::{ApiError, BAD_REQUEST};
use crate::rest::v1::json::Json;

pub async fn execute(
    State(app): State<App>,
    actor: Option<Extension<Actor>>,
    session: Option<Extension<InSession>>,
    headers: HeaderMap,
    request: Result<Json<Request>, ApiError>,
) -> Response {
    // Not the library's own reading: that takes forms with files and whatever else calls itself text, of any size.
    let request = match request {
        Ok(Json(request)) => request,
        Err(refused) if refused.code == BAD_REQUEST => {
            let detail =
                "Send a JSON object with \"query\" and, if needed, \"variables\" and \"operationName\".";
            return ApiError::new(BAD_REQUEST, detail).into_response();
        }
        Err(refused) => return refused.into_response(),
    };
    let after = match After::of_headers(&headers) {
        Ok(after) => after,
        Err(error) => return error.into_response(),
    };
    let request = request.data(after);
    let request = match session {
        Some(Extension(session)) => request.data(session),
        None => request,
    };
    let response = app.gate.run(request, actor.map(|actor| actor.0)).await;
    // Of all refusals only the one that is too much for now has this header, and a status of its own.
    let limited = response.http_headers.contains_key(header::RETRY_AFTER);
    let mut answer = GraphQLResponse::from(response).into_response();
    if limited {
        *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    }
    answer
}
