//! `GET /graphql/ws`: subscriptions over `graphql-transport-ws`. The first message shows the token.

use async_graphql::Data;
use async_graphql_axum::{GraphQLProtocol, GraphQLWebSocket};
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{Request, State};
use axum::response::Response;
use serde_json::Value;

use crate::app::App;
use crate::auth::origin::origin_of;
use crate::errors::ApiError;
use crate::policy::graphql_gate::Caller;

pub async fn upgrade(
    State(app): State<App>,
    protocol: GraphQLProtocol,
    upgrade: WebSocketUpgrade,
    request: Request,
) -> Response {
    let origin = origin_of(&app, &request);
    upgrade.protocols(async_graphql::http::ALL_WEBSOCKET_PROTOCOLS).on_upgrade(move |socket| {
        let gate = app.gate.clone();
        GraphQLWebSocket::new(socket, gate, protocol)
            .on_connection_init(move |payload: Value| async move {
                let token = token_of(&payload).ok_or_else(ApiError::unauthenticated)?;
                let signed = app.sessions.authenticate(token, "ui", &origin).await.map_err(ApiError::from)?;
                let mut data = Data::default();
                data.insert(Caller(Some(signed.actor)));
                Ok(data)
            })
            .serve()
    })
}

/// `{"authorization": "Bearer .."}`, in any case, since it stands for a header.
fn token_of(payload: &Value) -> Option<&str> {
    let (_, value) =
        payload.as_object()?.iter().find(|(key, _)| key.eq_ignore_ascii_case("authorization"))?;
    let (scheme, token) = value.as_str()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}
