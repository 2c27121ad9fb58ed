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
use tokio::time::timeout;
use uuid::Uuid;

use crate::app::App;
use crate::auth::origin::origin_of;
use crate::auth::{enter, viewing};
use crate::errors::{ApiError, ApiResult};
use crate::policy::graphql_gate::Caller;

/// Clients come back by themselves, with the token they have by then.
const LIFETIME: Duration = Duration::from_secs(300);
/// Longest message: as much as a request may have.
const MESSAGE_MAX: usize = 2 << 20;
/// Messages of one socket in its lifetime, far above what open pages send: each subscription is held until it ends.
const MESSAGES_MAX: usize = 1_000;
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
    let upgrade = upgrade.max_message_size(MESSAGE_MAX).max_frame_size(MESSAGE_MAX);
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
        let stream = stream.take(MESSAGES_MAX).take_until(Box::pin(ends));
        GraphQLWebSocket::new_with_pair(sink, stream, gate, protocol)
            .on_connection_init(move |payload: Value| async move {
                let entry = let_in(&app, &payload, &origin).await?;
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
    /// Of somebody who views as a client: which.
    viewed: Option<Uuid>,
    actor: Actor,
}

async fn let_in(app: &App, payload: &Value, origin: &Origin) -> ApiResult<Entry> {
    let token = token_of(payload).ok_or_else(ApiError::unauthenticated)?;
    let viewed = viewing::of_text(header_of(payload, viewing::HEADER))?;
    let (actor, _) = enter(app, token, "ui", origin).await?;
    let actor = viewing::seen_as(app, actor, viewed).await?;
    Ok(Entry { token: token.to_owned(), viewed, actor })
}

/// Resolves when nobody shows a token in time, or when who came in would not come in any more, or as somebody else: signed out,
/// disabled, another role or team. The client then comes back, and is told at the door.
async fn shut_out(app: App, origin: Origin, entry: oneshot::Receiver<Entry>) {
    let Entry { token, viewed, actor } = match timeout(app.config.server.client_wait, entry).await {
        Ok(Ok(entry)) => entry,
        // Refused: the library says so and closes.
        Ok(Err(_)) => return future::pending().await,
        Err(_) => return,
    };
    loop {
        tokio::time::sleep(app.config.server.socket_check).await;
        let now = match enter(&app, &token, "ui", &origin).await {
            Ok((now, _)) => now,
            // The database is away: that says nothing about the user.
            Err(AuthError::Command(error)) => {
                tracing::debug!(%error, "a socket's user could not be checked");
                continue;
            }
            Err(_) => return,
        };
        match viewing::seen_as(&app, now, viewed).await {
            Ok(now) if now == actor => {}
            Ok(_) | Err(_) => return,
        }
    }
}

/// `{"authorization": "Bearer .."}`, in any case, since it stands for a header.
fn token_of(payload: &Value) -> Option<&str> {
    let (scheme, token) = header_of(payload, "authorization")?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

fn header_of<'a>(payload: &'a Value, name: &str) -> Option<&'a str> {
    payload.as_object()?.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?.1.as_str()
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
