//! Joining by an invitation, from the mutation through the mail to the first sign-in.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, answer, until};

const SEND: &str = "mutation($input: InvitationSendInput!) { invitationSend(input: $input) {
    invitation { id email role state invitedBy client { name } teams { name } } position userErrors { code field } } }";
const MAILS: &str = "{ mailbox { mails { toAddress text } } }";

async fn invite(app: &TestApp, email: &str) -> Value {
    app.data(SEND, json!({ "input": { "email": email, "role": "AGENT" } })).await["invitationSend"].clone()
}

/// The token in the newest mail to somebody, once there are as many mails.
async fn token(app: &TestApp, email: &str, mails: usize) -> String {
    let to = |data: &Value| -> Vec<String> {
        let all = data["mailbox"]["mails"].as_array().unwrap().iter();
        let theirs = all.filter(|mail| mail["toAddress"] == email);
        theirs.map(|mail| mail["text"].as_str().unwrap().to_owned()).collect()
    };
    let data = until(app, MAILS, json!({}), |data| to(data).len() == mails).await;
    to(&data)[0].split('#').nth(1).unwrap().split_whitespace().next().unwrap().to_owned()
}

async fn open(app: &TestApp, act: &str, body: Value) -> (u16, Value) {
    answer(app.request(Method::POST, &format!("/api/v1/auth/invitations/{act}")).json(&body)).await
}

#[tokio::test]
async fn who_is_invited_joins_by_the_link_of_the_mail_and_only_once() {
    let app = TestApp::start().await;
    let sent = invite(&app, "ada@example.com").await;
    assert_eq!(sent["userErrors"], json!([]));
    let shown = &sent["invitation"];
    assert_eq!((&shown["state"], &shown["invitedBy"]), (&json!("OPEN"), &json!("Maren Lindqvist")));
    let token = token(&app, "ada@example.com", 1).await;
    let (status, invited) = open(&app, "show", json!({ "token": token })).await;
    assert_eq!(
        (status, invited),
        (200, json!({ "email": "ada@example.com", "role": "AGENT", "client": null }))
    );
    let join = json!({ "token": token, "name": "Ada King", "password": "correct horse battery" });
    let (status, session) = open(&app, "accept", join.clone()).await;
    assert_eq!((status, &session["user"]["name"]), (200, &json!("Ada King")), "{session}");
    let me = app.graphql_as(session["accessToken"].as_str(), "{ me { email role } }", json!({})).await;
    assert_eq!(me["data"]["me"], json!({ "email": "ada@example.com", "role": "AGENT" }));
    let (status, refused) = open(&app, "accept", join).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("INVITATION_USED")));
    let (status, refused) = open(&app, "show", json!({ "token": token })).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("INVITATION_USED")));
    let list = until(&app, "{ invitations { email state } }", json!({}), |data| {
        data["invitations"][0]["state"] == "ACCEPTED"
    });
    assert_eq!(list.await["invitations"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn sent_again_only_the_newest_link_counts_and_withdrawn_none() {
    let app = TestApp::start().await;
    let id = invite(&app, "ada@example.com").await["invitation"]["id"].clone();
    let first = token(&app, "ada@example.com", 1).await;
    let path = format!("/api/v1/invitations/{}", id.as_str().unwrap());
    let (status, again) = app.post(Role::Admin, &format!("{path}/resend"), json!({})).await;
    assert_eq!((status, &again["state"]), (200, &json!("OPEN")));
    let second = token(&app, "ada@example.com", 2).await;
    let join = |token: &str| json!({ "token": token, "name": "Ada", "password": "correct horse battery" });
    let (status, refused) = open(&app, "accept", join(&first)).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("INVITATION_REPLACED")));
    let (status, revoked) = app.post(Role::Admin, &format!("{path}/revoke"), json!({})).await;
    assert_eq!((status, &revoked["state"]), (200, &json!("REVOKED")));
    let (status, refused) = open(&app, "accept", join(&second)).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("INVITATION_REVOKED")));
    let (status, _) = open(&app, "accept", join("AAAA")).await;
    assert_eq!(status, 422);
}

#[tokio::test]
async fn bad_invitations_name_their_field_at_both_doors() {
    let app = TestApp::start().await;
    invite(&app, "ada@example.com").await;
    for (email, code) in [
        ("ada@example.com", "INVITATION_OPEN"),
        ("sanne@example.com", "USER_EMAIL_TAKEN"),
        ("nobody", "EMAIL_SYNTAX"),
    ] {
        let refused = invite(&app, email).await;
        assert_eq!(refused["userErrors"][0], json!({ "code": code, "field": "email" }));
        let body = json!({ "email": email, "role": "AGENT" });
        let (status, refused) = app.post(Role::Admin, "/api/v1/invitations", body).await;
        assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!(code)));
    }
    let body = json!({ "email": "grace@example.com", "role": "KING" });
    assert_eq!(app.post(Role::Admin, "/api/v1/invitations", body).await.0, 400);
    let body = json!({ "email": "grace@example.com", "role": "AGENT" });
    let (status, sent) = app.post(Role::Admin, "/api/v1/invitations", body).await;
    assert_eq!((status, &sent["email"]), (201, &json!("grace@example.com")));
    assert_eq!(app.get(Role::Admin, "/api/v1/invitations").await.1["items"].as_array().unwrap().len(), 2);
}
