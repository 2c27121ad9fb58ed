//! Passwords that leaked, or are made of the own name, are refused in words wherever one is chosen.

use pivotal_commands::identity::development::PASSWORD;
use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, answer, until};

const LEAKED: &str = "christopher1";
const MAILS: &str = "{ mailbox { mails { toAddress text } } }";

/// The token in the first mail to somebody, once it is there.
async fn token(app: &TestApp, email: &str) -> String {
    let to = |data: &Value| -> Option<String> {
        let all = data["mailbox"]["mails"].as_array().unwrap().iter();
        let mut theirs = all.filter(|mail| mail["toAddress"] == email);
        theirs.next().map(|mail| mail["text"].as_str().unwrap().to_owned())
    };
    let data = until(app, MAILS, json!({}), |data| to(data).is_some()).await;
    to(&data).unwrap().split('#').nth(1).unwrap().split_whitespace().next().unwrap().to_owned()
}

async fn asked(app: &TestApp, path: &str, body: Value) -> (u16, Value) {
    answer(app.request(Method::POST, &format!("/api/v1/auth/{path}")).json(&body)).await
}

fn guessable((status, body): (u16, Value), what: &str) {
    assert_eq!((status, &body["errors"][0]["code"]), (422, &json!("PASSWORD_GUESSABLE")), "{what}: {body}");
    assert_eq!(body["errors"][0]["field"], "password", "{what}");
}

#[tokio::test]
async fn a_password_that_leaked_or_is_the_own_name_is_refused_wherever_it_is_chosen() {
    let app = TestApp::start().await;
    let invited = json!({ "email": "ada@example.com", "role": "AGENT" });
    assert_eq!(app.post(Role::Admin, "/api/v1/invitations", invited).await.0, 201);
    let invitation = token(&app, "ada@example.com").await;
    let join = |password: &str| json!({ "token": invitation, "name": "Ada King", "password": password });
    guessable(asked(&app, "invitations/accept", join(LEAKED)).await, "leaked, by an invitation");
    guessable(asked(&app, "invitations/accept", join("the king of hills")).await, "the own name");

    assert_eq!(asked(&app, "password/forgotten", json!({ "email": "noor@example.com" })).await.0, 202);
    let reset = token(&app, "noor@example.com").await;
    let new = json!({ "token": reset, "password": LEAKED });
    guessable(asked(&app, "password/new", new).await, "by a link");

    let own = json!({ "current": PASSWORD, "new": LEAKED });
    guessable(app.post(Role::Agent, "/api/v1/auth/password", own).await, "one's own");
    let made = json!({ "name": "Grace", "email": "grace@example.com", "role": "AGENT", "password": LEAKED });
    guessable(app.post(Role::Admin, "/api/v1/users", made).await, "by an administrator");

    // None of the links is used up by it.
    assert_eq!(asked(&app, "invitations/accept", join("correct horse battery")).await.0, 200);
    let new = json!({ "token": reset, "password": "another fine staple" });
    assert_eq!(asked(&app, "password/new", new).await.0, 204);
}

#[tokio::test]
async fn what_would_be_said_of_a_password_is_said_before_it_is_chosen() {
    let app = TestApp::start().await;
    let considered = async |password: &str| {
        let body = json!({ "password": password, "name": "Ada King", "email": "ada@example.com" });
        let (status, verdict) = asked(&app, "password/check", body).await;
        assert_eq!(status, 200, "{verdict}");
        (verdict["accepted"].as_bool().unwrap(), verdict["code"].as_str().map(str::to_owned), verdict)
    };
    let (accepted, code, verdict) = considered("correct horse battery").await;
    assert_eq!((accepted, code), (true, None));
    assert_eq!(verdict["message"], "Hard to guess.");
    for (password, expected) in [
        ("", "PASSWORD_TOO_SHORT"),
        ("short", "PASSWORD_TOO_SHORT"),
        (LEAKED, "PASSWORD_GUESSABLE"),
        ("the king of hills", "PASSWORD_GUESSABLE"),
    ] {
        let (accepted, code, _) = considered(password).await;
        assert_eq!((accepted, code.as_deref()), (false, Some(expected)), "{password}");
    }
    let (_, code, _) = considered(&"long ".repeat(100_000)).await;
    assert_eq!(code.as_deref(), Some("PASSWORD_TOO_LONG"));
    for bad in [json!({}), json!({ "password": 7 }), json!({ "password": "x", "token": "y" })] {
        assert_eq!(asked(&app, "password/check", bad).await.0, 400);
    }
}

#[tokio::test]
async fn asking_about_bad_passwords_has_an_end_and_locks_nobody_out() {
    let app = TestApp::start().await;
    let mut last = 200;
    for _ in 0..62 {
        last = asked(&app, "password/check", json!({ "password": "short" })).await.0;
    }
    assert_eq!(last, 429);
    assert_eq!(app.login("noor@example.com", PASSWORD).await.status().as_u16(), 200);
}
