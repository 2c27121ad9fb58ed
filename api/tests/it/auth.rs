use pivotal_commands::identity::development::PASSWORD;
use pivotal_domain::identity::role::Role;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{TestApp, answer, code};

pub fn cookie_of(response: &reqwest::Response) -> String {
    response.headers()["set-cookie"].to_str().unwrap().to_owned()
}

pub fn token_in(cookie: &str) -> &str {
    cookie.split(['=', ';']).nth(1).unwrap()
}

pub async fn refresh_with(app: &TestApp, token: &str) -> reqwest::Response {
    // A client without a jar: the test says which cookie is sent.
    reqwest::Client::new()
        .post(format!("{}/api/v1/auth/refresh", app.url))
        .header("x-pivotal-csrf", "1")
        .header("cookie", format!("pivotal_refresh={token}"))
        .send()
        .await
        .unwrap()
}

#[tokio::test]
async fn signing_in_gives_a_token_and_a_cookie_out_of_reach_of_scripts() {
    let app = TestApp::start().await;
    let response = app.login("maren@example.com", PASSWORD).await;
    assert_eq!(response.status(), StatusCode::OK);
    let cookie = cookie_of(&response);
    for part in ["Path=/api/v1/auth", "HttpOnly", "SameSite=Strict"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Secure"), "plain http on one's own machine");
    let body: Value = response.json().await.unwrap();
    assert_eq!(body["user"]["role"], "ADMIN");
    assert_eq!(body["expiresIn"], 900);
    let me = app.request(Method::GET, "/api/v1/auth/me").bearer_auth(body["accessToken"].as_str().unwrap());
    let (status, me) = answer(me).await;
    assert_eq!((status, me["email"].as_str()), (200, Some("maren@example.com")));
}

#[tokio::test]
async fn behind_https_the_cookie_is_secure() {
    let app = TestApp::with(&[("PIVOTAL_PUBLIC_URL", "https://crm.example.com")]).await;
    let response = app.login("maren@example.com", PASSWORD).await;
    assert!(cookie_of(&response).contains("; Secure"));
    assert!(response.headers().contains_key("strict-transport-security"));
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_user_are_told_the_same() {
    let app = TestApp::start().await;
    let wrong = app.login("maren@example.com", "not this one").await;
    let unknown = app.login("nobody@example.com", "not this one").await;
    assert_eq!((wrong.status(), unknown.status()), (StatusCode::UNAUTHORIZED, StatusCode::UNAUTHORIZED));
    assert_eq!(wrong.headers()["content-type"], "application/problem+json");
    let (wrong, unknown): (Value, Value) = (wrong.json().await.unwrap(), unknown.json().await.unwrap());
    assert_eq!(wrong, unknown);
    assert_eq!(wrong["code"], "BAD_CREDENTIALS");
}

#[tokio::test]
async fn too_many_tries_lock_the_account_and_say_for_how_long() {
    let app = TestApp::start().await;
    for _ in 0..8 {
        assert_eq!(app.login("idris@example.com", "guess").await.status(), StatusCode::UNAUTHORIZED);
    }
    let locked = app.login("idris@example.com", PASSWORD).await;
    assert_eq!(locked.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(locked.headers().contains_key("retry-after"));
    assert_eq!(locked.json::<Value>().await.unwrap()["code"], "TOO_MANY_ATTEMPTS");
}

#[tokio::test]
async fn each_refresh_gives_another_token_and_one_that_never_was_is_refused() {
    let app = TestApp::start().await;
    let first = cookie_of(&app.login("noor@example.com", PASSWORD).await);
    let second = refresh_with(&app, token_in(&first)).await;
    assert_eq!(second.status(), StatusCode::OK);
    let second = cookie_of(&second);
    assert_ne!(token_in(&first), token_in(&second));
    let third = refresh_with(&app, token_in(&second)).await;
    assert_eq!(third.status(), StatusCode::OK);
    // What a second use of an old token does is tested beside the sessions, where time can be moved.
    assert_eq!(refresh_with(&app, "AAAA").await.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn refreshing_needs_the_header_that_foreign_pages_cannot_send() {
    let app = TestApp::start().await;
    app.login("noor@example.com", PASSWORD).await;
    let (status, body) = answer(app.request(Method::POST, "/api/v1/auth/refresh")).await;
    assert_eq!((status, body["code"].as_str()), (403, Some("CSRF_MISSING")));
    let (status, _) =
        answer(app.request(Method::POST, "/api/v1/auth/refresh").header("x-pivotal-csrf", "1")).await;
    assert_eq!(status, 200);
}

#[tokio::test]
async fn signing_out_ends_the_session_everywhere() {
    let app = TestApp::start().await;
    let response = app.login("noor@example.com", PASSWORD).await;
    let cookie = cookie_of(&response);
    let token = response.json::<Value>().await.unwrap()["accessToken"].as_str().unwrap().to_owned();
    let out =
        app.request(Method::POST, "/api/v1/auth/logout").header("x-pivotal-csrf", "1").send().await.unwrap();
    assert_eq!(out.status(), StatusCode::NO_CONTENT);
    assert!(cookie_of(&out).contains("Max-Age=0"));
    assert_eq!(refresh_with(&app, token_in(&cookie)).await.status(), StatusCode::UNAUTHORIZED);
    let (status, _) = answer(app.request(Method::GET, "/api/v1/auth/me").bearer_auth(&token)).await;
    assert_eq!(status, 401, "the access token is over too");
    let body = app.graphql_as(Some(&token), "{ me { id } }", json!({})).await;
    assert_eq!(code(&body), Some("UNAUTHENTICATED"));
}

#[tokio::test]
async fn a_disabled_user_is_out_at_the_next_request() {
    let app = TestApp::start().await;
    let token = app.token(Role::Agent).await;
    let me = app.graphql_as(Some(&token), "{ me { id } }", json!({})).await;
    let id = me["data"]["me"]["id"].clone();
    let disable = "mutation($id: UUID!) { userDisable(input: {id: $id, reason: \"left\"}) { user { active } userErrors { message } } }";
    let data = app.data(disable, json!({ "id": id })).await;
    assert_eq!(data["userDisable"]["user"]["active"], false);
    let body = app.graphql_as(Some(&token), "{ me { id } }", json!({})).await;
    assert_eq!(code(&body), Some("UNAUTHENTICATED"));
    assert_eq!(app.login("sanne@example.com", PASSWORD).await.status(), StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn development_logins_are_offered_in_development_only() {
    let app = TestApp::start().await;
    let (status, logins) = answer(app.request(Method::GET, "/api/v1/auth/development-logins")).await;
    assert_eq!((status, logins[0]["email"].as_str()), (200, Some("maren@example.com")));
    let key = ("PIVOTAL_MASTER_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    let app = TestApp::with(&[("PIVOTAL_MODE", "production"), key]).await;
    let none = answer(app.request(Method::GET, "/api/v1/auth/development-logins")).await;
    assert_eq!(none, (200, json!([])));
}
