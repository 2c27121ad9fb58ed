//! A refresh token that somebody copied, and a link that is followed twice at once: what the thief gets, and what the owner hears.

use pivotal_commands::identity::development::PASSWORD;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::auth::{cookie_of, refresh_with, token_in};
use crate::security_sessions::mails;
use crate::support::{TestApp, answer, code, until};

const SANNE: &str = "sanne@example.com";
const SESSIONS: &str = "{ mySessions { id current } }";

/// The refresh token and the access token.
async fn signed_in(app: &TestApp) -> (String, String) {
    let response = app.login(SANNE, PASSWORD).await;
    let cookie = cookie_of(&response);
    let body: Value = response.json().await.unwrap();
    (token_in(&cookie).to_owned(), body["accessToken"].as_str().unwrap().to_owned())
}

async fn me(app: &TestApp, token: &str) -> u16 {
    answer(app.request(Method::GET, "/api/v1/auth/me").bearer_auth(token)).await.0
}

#[tokio::test]
async fn a_refresh_token_that_comes_twice_ends_the_session_for_both_and_its_owner_is_told() {
    let app = TestApp::start().await;
    let (elsewhere, here) = signed_in(&app).await;
    let (stolen, owner) = signed_in(&app).await;
    let listed = app.graphql_as(Some(&owner), SESSIONS, json!({})).await;
    let sessions = listed["data"]["mySessions"].as_array().unwrap();
    let current = sessions.iter().find(|session| session["current"] == true).unwrap()["id"].clone();

    // The thief is first.
    let taken = refresh_with(&app, &stolen).await;
    assert_eq!(taken.status(), StatusCode::OK);
    let next = token_in(&cookie_of(&taken)).to_owned();
    let thief = taken.json::<Value>().await.unwrap()["accessToken"].as_str().unwrap().to_owned();
    assert_eq!(me(&app, &thief).await, 200);

    // The owner comes later than a lost answer would be asked for again.
    let later =
        "update auth.refresh_tokens set used_at = used_at - interval '1 minute' where used_at is not null";
    sqlx::query(later).execute(&app.backend.context.log.pools.write).await.unwrap();
    assert_eq!(refresh_with(&app, &stolen).await.status(), StatusCode::UNAUTHORIZED);

    assert_eq!(refresh_with(&app, &next).await.status(), StatusCode::UNAUTHORIZED, "the whole family");
    assert_eq!((me(&app, &thief).await, me(&app, &owner).await), (401, 401));
    let body = app.graphql_as(Some(&thief), "{ me { id } }", json!({})).await;
    assert_eq!(code(&body), Some("UNAUTHENTICATED"));
    // Their other session goes on, and does not show the one that ended.
    assert_eq!(me(&app, &here).await, 200);
    let listed = app.graphql_as(Some(&here), SESSIONS, json!({})).await;
    let sessions = listed["data"]["mySessions"].as_array().unwrap();
    assert!(sessions.len() == 1 && sessions[0]["id"] != current, "{listed}");
    assert_eq!(refresh_with(&app, &elsewhere).await.status(), StatusCode::OK);

    assert_eq!(mails(&app, SANNE, 1).await, ["One of your sessions was ended"]);
}

#[tokio::test]
async fn an_invitation_that_is_accepted_twice_at_once_makes_one_user() {
    let app = TestApp::start().await;
    let send = "mutation { invitationSend(input: { email: \"ada@example.com\", role: AGENT }) { userErrors { code } } }";
    app.data(send, json!({})).await;
    let text = |data: &Value| -> Option<String> {
        let mut all = data["mailbox"]["mails"].as_array().unwrap().iter();
        let mail = all.find(|mail| mail["toAddress"] == "ada@example.com")?;
        Some(mail["text"].as_str().unwrap().to_owned())
    };
    let data =
        until(&app, "{ mailbox { mails { toAddress text } } }", json!({}), |data| text(data).is_some()).await;
    let mail = text(&data).unwrap();
    let token = mail.split('#').nth(1).unwrap().split_whitespace().next().unwrap();
    let accept = async |name: &str| {
        let body = json!({ "token": token, "name": name, "password": "correct horse battery" });
        answer(app.request(Method::POST, "/api/v1/auth/invitations/accept").json(&body)).await
    };
    let (one, other) = tokio::join!(accept("Ada King"), accept("Eve King"));
    let mut answers = [one, other];
    answers.sort_by_key(|(status, _)| *status);
    assert_eq!(answers[0].0, 200, "{answers:?}");
    assert_eq!(
        (answers[1].0, &answers[1].1["errors"][0]["code"]),
        (422, &json!("INVITATION_USED")),
        "{answers:?}"
    );
    let joined = "{ users { edges { node { email } } } }";
    let has = |data: &Value| data.to_string().matches("ada@example.com").count();
    let data = until(&app, joined, json!({}), |data| has(data) > 0).await;
    assert_eq!(has(&data), 1);
}
