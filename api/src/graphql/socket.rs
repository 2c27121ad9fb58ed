//! `GET /graphql/ws`: subscriptions over `graphql-transport-ws`. The first message shows the token.

use std::time::Duration;

use async_graphql::Data;
use async_graphql_axum::{GraphQLProtocol, GraphQLWebSocket};
use axum::extract::ws::{CloseFrame, Message, WebSocketUpgrade};
use axum::extract::{Request, State};
use axum::response::Response;
use futures::{SinkExt, StreamExt, future};
use pivotal_commands::identity::sessions::Origin;
use pivotal_commands::identity::sessions::error::AuthError;
use pivotal_domain::identity::actor::Actor;
use serde_json::Value;
use tokio::sync::oneshot;

use crate::app::App;
use crate::auth::origin::origin_of;
use crate::errors::{ApiError, ApiResult};
use crate::policy::graphql_gate::Caller;

/// Clients come back by themselves, with the token they have by then.
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
        let (stopping, (entered, entry)) = (app.stopping.clone(), oneshot::channel());
        let watched = shut_out(app.clone(), origin.clone(), entry);
        let ends = async move {
            tokio::select! {
                () = tokio::time::sleep(LIFETIME) => {}
                () = stopping.cancelled() => {}
                () = watched => {}
            }
        };
        let stream = stream.take_until(Box::pin(ends));
        GraphQLWebSocket::new_with_pair(sink, stream, gate, protocol)
            .on_connection_init(move |payload: Value| async move {
                let entry = enter(&app, &payload, &origin).await?;
                let mut data = Data::default();
                data.insert(Caller(Some(entry.actor.clone())));
                // Nobody listens when the socket is closing already.
                let _ = entered.send(entry);
                Ok(data)
            })
            .serve()
            .await;
    })
}

/// Who came in, and with what.
struct Entry {
    token: String,
    actor: Actor,
}

async fn enter(app: &App, payload: &Value, origin: &Origin) -> ApiResult<Entry> {
    let token = token_of(payload).ok_or_else(ApiError::unauthenticated)?;
    let signed = app.sessions.authenticate(token, "ui", origin).await?;
    Ok(Entry { token: token.to_owned(), actor: signed.actor })
}

/// Resolves when who came in would not come in any more, or as somebody else: signed out, disabled, another role or team.
/// The client then comes back, and is told at the door.
async fn shut_out(app: App, origin: Origin, entry: oneshot::Receiver<Entry>) {
    let Ok(Entry { token, actor }) = entry.await else { return future::pending().await };
    loop {
        tokio::time::sleep(app.config.server.socket_check).await;
        match app.sessions.authenticate(&token, "ui", &origin).await {
            Ok(signed) if signed.actor == actor => {}
            // The database is away: that says nothing about the user.
            Err(AuthError::Command(error)) => tracing::debug!(%error, "a socket's user could not be checked"),
            Ok(_) | Err(_) => return,
        }
    }
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
