//! `POST /graphql`

use async_graphql_axum::rejection::GraphQLRejection;
use async_graphql_axum::{GraphQLRequest, GraphQLResponse};
use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use pivotal_domain::identity::actor::Actor;

use super::freshness::After;
use crate::app::App;
use crate::errors::{ApiError, BAD_REQUEST};

pub async fn execute(
    State(app): State<App>,
    actor: Option<Extension<Actor>>,
    headers: HeaderMap,
    request: Result<GraphQLRequest, GraphQLRejection>,
) -> Response {
    let request = match request {
        Ok(request) => request.into_inner(),
        Err(_) => {
            let detail =
                "Send a JSON object with \"query\" and, if needed, \"variables\" and \"operationName\".";
            return ApiError::new(BAD_REQUEST, detail).into_response();
        }
    };
    let after = match After::of_headers(&headers) {
        Ok(after) => after,
        Err(error) => return error.into_response(),
    };
    let response = app.gate.run(request.data(after), actor.map(|actor| actor.0)).await;
    GraphQLResponse::from(response).into_response()
}
