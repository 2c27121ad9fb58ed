//! Subscriptions as the web app asks for them.

use futures::{SinkExt, StreamExt};
use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use crate::support::TestApp;

type Socket = WebSocketStream<MaybeTlsStream<tokio::net::TcpStream>>;

async fn open(app: &TestApp, token: &str) -> Socket {
    let mut request = format!("{}/graphql/ws", app.url.replace("http", "ws")).into_client_request().unwrap();
    request.headers_mut().insert("sec-websocket-protocol", "graphql-transport-ws".parse().unwrap());
    let (mut socket, _) = tokio_tungstenite::connect_async(request).await.unwrap();
    let init =
        json!({ "type": "connection_init", "payload": { "authorization": format!("Bearer {token}") } });
    socket.send(Message::text(init.to_string())).await.unwrap();
    socket
}

async fn subscribe(socket: &mut Socket, query: &str) {
    let message = json!({ "id": "1", "type": "subscribe", "payload": { "query": query } });
    socket.send(Message::text(message.to_string())).await.unwrap();
}

async fn next(socket: &mut Socket) -> Value {
    match socket.next().await.unwrap().unwrap() {
        Message::Text(text) => serde_json::from_str(&text).unwrap(),
        Message::Close(Some(frame)) => json!({ "closed": u16::from(frame.code) }),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_subscription_tells_at_once_and_then_what_changes() {
    let app = TestApp::start().await;
    let mut socket = open(&app, &app.token(Role::Admin).await).await;
    assert_eq!(next(&mut socket).await["type"], "connection_ack");
    subscribe(&mut socket, "subscription { projectionsChanged { name position } }").await;
    let first = next(&mut socket).await;
    let position = |message: &Value| message["payload"]["data"]["projectionsChanged"][0]["position"].as_i64();
    let before = position(&first).unwrap_or_else(|| panic!("{first}"));
    let made = "mutation { contactCreate(input: {fields: {email: \"seen@example.com\"}}) { position } }";
    app.data(made, json!({})).await;
    loop {
        let message = next(&mut socket).await;
        if position(&message).unwrap_or_else(|| panic!("{message}")) > before {
            break;
        }
    }
}

#[tokio::test]
async fn a_token_that_is_over_closes_with_a_code_that_says_so() {
    let app = TestApp::start().await;
    let mut socket = open(&app, "not a token").await;
    assert_eq!(next(&mut socket).await, json!({ "closed": 4401 }));
}

#[tokio::test]
async fn who_shows_no_token_is_not_waited_for() {
    let app = TestApp::with(&[("PIVOTAL_CLIENT_WAIT_SECONDS", "1")]).await;
    let mut request = format!("{}/graphql/ws", app.url.replace("http", "ws")).into_client_request().unwrap();
    request.headers_mut().insert("sec-websocket-protocol", "graphql-transport-ws".parse().unwrap());
    let (mut socket, _) = tokio_tungstenite::connect_async(request).await.unwrap();
    ended(&mut socket).await;
}

#[tokio::test]
async fn a_socket_takes_so_many_messages_and_no_more() {
    let app = TestApp::start().await;
    let mut socket = opened(&app, Role::Admin).await;
    let ping = json!({ "type": "ping" }).to_string();
    for _ in 0..1_100 {
        if socket.feed(Message::text(ping.clone())).await.is_err() {
            return;
        }
    }
    // It may be gone by now.
    let _ = socket.flush().await;
    ended(&mut socket).await;
}

#[tokio::test]
async fn a_subscription_is_closed_to_whom_the_table_does_not_open_it() {
    let app = TestApp::start().await;
    for (role, query) in [
        (Role::ClientUser, "subscription { jobsChanged { id } }"),
        (Role::Agent, "subscription { projectionsChanged { name } }"),
        (
            Role::CampaignManager,
            "subscription { importProgress(id: \"00000000-0000-0000-0000-000000000007\") { id } }",
        ),
    ] {
        let mut socket = open(&app, &app.token(role).await).await;
        assert_eq!(next(&mut socket).await["type"], "connection_ack");
        subscribe(&mut socket, query).await;
        let refused = next(&mut socket).await;
        assert!(refused.to_string().contains("FORBIDDEN"), "{role}: {refused}");
    }
}

#[tokio::test]
async fn who_may_see_own_jobs_follows_nobody_elses() {
    let app = TestApp::start().await;
    let made =
        "mutation { contactCreate(input: {fields: {email: \"gone@example.com\"}}) { contact { id } } }";
    let id = app.data(made, json!({})).await["contactCreate"]["contact"]["id"].clone();
    let erase = "mutation($id: UUID!) { contactErase(input: {id: $id, request: \"R-1\", confirm: true}) { position } }";
    app.data(erase, json!({ "id": id })).await;
    let jobs = app.data("{ jobs { edges { node { id } } } }", json!({})).await;
    let job = jobs["jobs"]["edges"][0]["node"]["id"].as_str().unwrap();

    let mut socket = open(&app, &app.token(Role::QaAnalyst).await).await;
    assert_eq!(next(&mut socket).await["type"], "connection_ack");
    subscribe(&mut socket, "subscription { jobsChanged { id } }").await;
    assert_eq!(next(&mut socket).await["payload"]["data"]["jobsChanged"], json!([]));

    let mut socket = open(&app, &app.token(Role::QaAnalyst).await).await;
    assert_eq!(next(&mut socket).await["type"], "connection_ack");
    subscribe(&mut socket, &format!("subscription {{ jobProgress(id: \"{job}\") {{ id }} }}")).await;
    assert_eq!(next(&mut socket).await["type"], "complete", "as if there were no such job");
}

#[tokio::test]
async fn an_open_socket_ends_when_its_user_is_disabled_or_becomes_somebody_else_and_no_other_does() {
    let app = TestApp::with(&[("PIVOTAL_SOCKET_CHECK_SECONDS", "1")]).await;
    let mut stays = opened(&app, Role::Admin).await;
    let mut disabled = opened(&app, Role::QaAnalyst).await;
    let mut moved = opened(&app, Role::Agent).await;
    let me = async |role| app.graphql(role, "{ me { id } }", json!({})).await["data"]["me"]["id"].clone();
    let disable = "mutation($id: UUID!) { userDisable(input: {id: $id}) { userErrors { code } } }";
    app.data(disable, json!({ "id": me(Role::QaAnalyst).await })).await;
    let change =
        "mutation($id: UUID!) { userUpdate(input: {id: $id, role: QA_ANALYST}) { userErrors { code } } }";
    app.data(change, json!({ "id": me(Role::Agent).await })).await;
    for socket in [&mut disabled, &mut moved] {
        ended(socket).await;
    }
    // Time enough to have been ended with them.
    subscribe(&mut stays, "subscription { projectionsChanged { name } }").await;
    assert_eq!(next(&mut stays).await["type"], "next");
}

async fn opened(app: &TestApp, role: Role) -> Socket {
    let mut socket = open(app, &app.token(role).await).await;
    assert_eq!(next(&mut socket).await["type"], "connection_ack");
    socket
}

/// Waits until the server lets go.
async fn ended(socket: &mut Socket) {
    let closes = async {
        while let Some(Ok(message)) = socket.next().await {
            if message.is_close() {
                break;
            }
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(60), closes).await.expect("it stays open");
}

#[tokio::test]
async fn the_bell_tells_whom_it_concerns_while_they_listen() {
    let app = TestApp::start().await;
    let listen = "subscription { notificationsChanged { count newestId } }";
    let state = |message: &Value| message["payload"]["data"]["notificationsChanged"].clone();
    let (mut theirs, mut others) = (opened(&app, Role::DataOps).await, opened(&app, Role::Agent).await);
    for socket in [&mut theirs, &mut others] {
        subscribe(socket, listen).await;
        assert_eq!(state(&next(socket).await), json!({ "count": 0, "newestId": null }));
    }
    let me = app.graphql(Role::DataOps, "{ me { id } }", json!({})).await["data"]["me"]["id"].clone();
    let make = "mutation($input: RecordInput!) { accountCreate(input: $input) { position } }";
    app.data(make, json!({ "input": { "fields": { "name": "Norhavn", "owner": me } } })).await;
    assert_eq!(state(&next(&mut theirs).await)["count"], 1);
    let read = "mutation { notificationsMarkAllRead { unread } }";
    app.graphql(Role::DataOps, read, json!({})).await;
    assert_eq!(state(&next(&mut theirs).await)["count"], 0);
    let heard = tokio::time::timeout(std::time::Duration::from_millis(100), next(&mut others)).await;
    assert!(heard.is_err(), "{heard:?}");
}
