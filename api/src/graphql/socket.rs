//! `GET /graphql/ws`: subscriptions over `graphql-transport-ws`. The first message shows the token.

use std::time::Duration;

use async_graphql::Data;
use async_graphql_axum::{GraphQLProtocol, GraphQLWebSocket};
use axum::extract::ws::{CloseFrame, Message, WebSocketUpgrade};
use axum::extract::{Request, State};
use axum::response::Response;
use futures::{SinkExt, StreamExt, future};
use pivotal_commands::identity::sessions::Origin;
use serde_json::Value;

use crate::app::App;
use crate::auth::origin::origin_of;
use crate::errors::{ApiError, ApiResult};
use crate::policy::graphql_gate::Caller;

/// Clients come back by themselves, with the token they have by then: whoever was shut out meanwhile stays out.
const LIFETIME: Duration = Duration::from_secs(300);
/// Tells a client to get a new token and try again.
const UNAUTHORISED: u16 = 4401;
/// What the library closes with when the first message is refused.
const REFUSED: u16 = 1002;

pub async fn upgrade(
    State(app): State<App>,
    protocol: GraphQLProtocol,
    upgrade: WebSocketUpgrade,
    request: Request,
) -> Response {
    let origin = origin_of(&app, &request);
    upgrade.protocols(async_graphql::http::ALL_WEBSOCKET_PROTOCOLS).on_upgrade(move |socket| async move {
        let gate = app.gate.clone();
        let (sink, stream) = socket.split();
        let sink = sink.with(|message| future::ready(Ok::<_, axum::Error>(coded(message))));
        let stopping = app.stopping.clone();
        let ends = async move {
            tokio::select! {
                () = tokio::time::sleep(LIFETIME) => {}
                () = stopping.cancelled() => {}
            }
        };
        let stream = stream.take_until(Box::pin(ends));
        GraphQLWebSocket::new_with_pair(sink, stream, gate, protocol)
            .on_connection_init(
                move |payload: Value| async move { Ok(caller(&app, &payload, &origin).await?) },
            )
            .serve()
            .await;
    })
}

async fn caller(app: &App, payload: &Value, origin: &Origin) -> ApiResult<Data> {
    let token = token_of(payload).ok_or_else(ApiError::unauthenticated)?;
    let signed = app.sessions.authenticate(token, "ui", origin).await?;
    let mut data = Data::default();
    data.insert(Caller(Some(signed.actor)));
    Ok(data)
}

/// `{"authorization": "Bearer .."}`, in any case, since it stands for a header.
fn token_of(payload: &Value) -> Option<&str> {
    let (_, value) =
        payload.as_object()?.iter().find(|(key, _)| key.eq_ignore_ascii_case("authorization"))?;
    let (scheme, token) = value.as_str()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

/// The library has one code for every refusal; clients must tell a token that ran out from a broken protocol.
fn coded(message: Message) -> Message {
    match message {
        Message::Close(Some(CloseFrame { code: REFUSED, reason }))
            if reason.as_str() == ApiError::unauthenticated().detail =>
        {
            Message::Close(Some(CloseFrame { code: UNAUTHORISED, reason }))
        }
        other => other,
    }
}
