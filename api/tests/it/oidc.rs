//! Signing in with an identity provider: a small one of this test's own, on a port of its own, that does what the standards say
//! (OpenID Connect Core 1.0, RFC 7636), and lies when it is told to.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use reqwest::redirect::Policy;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::support::TestApp;

/// Made for this test; it opens nothing anywhere.
const KEY: &str = "-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg7TYzG10lpKlp2E7c
pDA4o4abyxZHaB5LFjMveELfkoehRANCAAQIjqJ9huvsX1GtSKx/mp0trgFLNYis
nYGmmlUdtjNRgsNz17OVxq5Psa+yzlh7+2Xy3kv7A6uuFfNe+FOW1Ra4
-----END PRIVATE KEY-----";
/// Not among those that the provider publishes.
const OTHER_KEY: &str = "-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgyppXYoaI8MQUS8lz
n2KTUIiR4Ntf98dBdS41eGwD7behRANCAATFBnQ7Hegyq8BDgdRKtIZ/t9MYas9O
r3Sdj0FVdLAWSXowlzBmbxyQP4Yu2uJ1tZOpphxULEaYEVqukR0YIftG
-----END PRIVATE KEY-----";

struct Provider {
    url: String,
    /// What it says of whoever comes; what is set here stands in the place of what is right.
    claims: Mutex<Value>,
    key: Mutex<&'static str>,
    /// Nonce, challenge and way back of each code.
    codes: Mutex<HashMap<String, HashMap<String, String>>>,
}

type Shared = State<Arc<Provider>>;

async fn provider() -> Arc<Provider> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let provider = Arc::new(Provider {
        url: format!("http://{}", listener.local_addr().unwrap()),
        claims: Mutex::new(
            json!({ "email": "sanne@example.com", "email_verified": true, "name": "Sanne K" }),
        ),
        key: Mutex::new(KEY),
        codes: Mutex::default(),
    });
    let routes = Router::new()
        .route("/.well-known/openid-configuration", get(discovery))
        .route("/authorize", get(authorize))
        .route("/token", post(token))
        .route("/keys", get(keys))
        .with_state(provider.clone());
    tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
    provider
}

async fn discovery(State(provider): Shared) -> Json<Value> {
    let url = &provider.url;
    Json(json!({
        "issuer": url,
        "authorization_endpoint": format!("{url}/authorize"),
        "token_endpoint": format!("{url}/token"),
        "jwks_uri": format!("{url}/keys"),
    }))
}

async fn authorize(State(provider): Shared, Query(asked): Query<HashMap<String, String>>) -> Response {
    let is = |name: &str, value: &str| asked.get(name).is_some_and(|given| given == value);
    let scopes = asked.get("scope").cloned().unwrap_or_default();
    if !is("response_type", "code")
        || !is("client_id", "pivotal")
        || !is("code_challenge_method", "S256")
        || !scopes.split(' ').any(|scope| scope == "openid")
    {
        return StatusCode::BAD_REQUEST.into_response();
    }
    let code = format!("code-{}", provider.codes.lock().unwrap().len());
    let back = format!("{}?code={code}&state={}", asked["redirect_uri"], asked["state"]);
    provider.codes.lock().unwrap().insert(code, asked);
    Redirect::to(&back).into_response()
}

async fn token(
    State(provider): Shared,
    headers: HeaderMap,
    Form(form): Form<HashMap<String, String>>,
) -> Response {
    let basic = format!("Basic {}", STANDARD.encode("pivotal:hidden"));
    let known = headers.get(header::AUTHORIZATION).is_some_and(|value| value == basic.as_str());
    let asked = provider.codes.lock().unwrap().remove(&form["code"]);
    let Some(asked) = asked.filter(|_| known && form["grant_type"] == "authorization_code") else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(form["code_verifier"].as_bytes()));
    if challenge != asked["code_challenge"] || form["redirect_uri"] != asked["redirect_uri"] {
        return StatusCode::BAD_REQUEST.into_response();
    }
    let mut claims = json!({
        "iss": provider.url,
        "sub": "248289761001",
        "aud": "pivotal",
        "exp": chrono::Utc::now().timestamp() + 300,
        "iat": chrono::Utc::now().timestamp(),
        "nonce": asked["nonce"],
    });
    let said = provider.claims.lock().unwrap().clone();
    claims.as_object_mut().unwrap().extend(said.as_object().unwrap().clone());
    let header = Header { kid: Some("one".into()), ..Header::new(Algorithm::ES256) };
    let key = EncodingKey::from_ec_pem(provider.key.lock().unwrap().as_bytes()).unwrap();
    let id_token = encode(&header, &claims, &key).unwrap();
    Json(json!({ "access_token": "unused", "token_type": "Bearer", "id_token": id_token })).into_response()
}

async fn keys() -> Json<Value> {
    Json(json!({ "keys": [{
        "kty": "EC",
        "crv": "P-256",
        "alg": "ES256",
        "use": "sig",
        "kid": "one",
        "x": "CI6ifYbr7F9RrUisf5qdLa4BSzWIrJ2BpppVHbYzUYI",
        "y": "w3PXs5XGrk-xr7LOWHv7ZfLeS_sDq64V8174U5bVFrg",
    }] }))
}

async fn app_with(provider: &Provider) -> TestApp {
    TestApp::with(&[
        ("OIDC_ISSUER", provider.url.as_str()),
        ("OIDC_CLIENT_ID", "pivotal"),
        ("OIDC_CLIENT_SECRET", "hidden"),
        ("OIDC_NAME", "Example"),
    ])
    .await
}

/// A browser of one's own: it keeps cookies, and goes nowhere by itself.
fn browser() -> reqwest::Client {
    reqwest::Client::builder().redirect(Policy::none()).cookie_store(true).build().unwrap()
}

async fn sent_to(browser: &reqwest::Client, address: &str) -> String {
    let response = browser.get(address).send().await.unwrap();
    assert_eq!(response.status(), 303, "{address}");
    response.headers()["location"].to_str().unwrap().to_owned()
}

/// To the provider, and to the address that it sends the browser back to.
async fn there(app: &TestApp, browser: &reqwest::Client) -> String {
    let ask = sent_to(browser, &format!("{}/api/v1/auth/oidc/start", app.url)).await;
    let back = sent_to(browser, &ask).await;
    // The server's port is the test's own, and not the one in its settings.
    format!("{}/api/v1/auth/oidc/callback?{}", app.url, back.split_once('?').unwrap().1)
}

/// Where the browser ends up.
async fn enter(app: &TestApp, browser: &reqwest::Client) -> String {
    let back = there(app, browser).await;
    sent_to(browser, &back).await
}

async fn who(app: &TestApp, browser: &reqwest::Client) -> Value {
    let refresh = browser.post(format!("{}/api/v1/auth/refresh", app.url)).header("x-pivotal-csrf", "1");
    let session: Value = refresh.send().await.unwrap().json().await.unwrap();
    session["user"]["email"].clone()
}

#[tokio::test]
async fn a_user_is_let_in_by_the_address_that_the_provider_verified() {
    let provider = provider().await;
    let app = app_with(&provider).await;
    let browser = browser();
    let shown: Value =
        browser.get(format!("{}/api/v1/auth/oidc", app.url)).send().await.unwrap().json().await.unwrap();
    assert_eq!(shown, json!({ "name": "Example" }));
    let back = there(&app, &browser).await;
    assert_eq!(sent_to(&browser, &back).await, "/");
    assert_eq!(who(&app, &browser).await, "sanne@example.com");
    assert_eq!(sent_to(&browser, &back).await, "/login?refused=OIDC_ELSEWHERE", "the way is gone");
}

#[tokio::test]
async fn who_was_invited_joins_and_a_stranger_does_not() {
    let provider = provider().await;
    let app = app_with(&provider).await;
    provider.claims.lock().unwrap()["email"] = json!("ada@example.com");
    assert_eq!(enter(&app, &browser()).await, "/login?refused=OIDC_NOBODY");
    let send = "mutation { invitationSend(input: { email: \"ada@example.com\", role: AGENT }) { position } }";
    app.data(send, json!({})).await;
    let browser = browser();
    assert_eq!(enter(&app, &browser).await, "/");
    assert_eq!(who(&app, &browser).await, "ada@example.com");
    provider.claims.lock().unwrap()["email_verified"] = json!(false);
    assert_eq!(enter(&app, &browser).await, "/login?refused=OIDC_UNVERIFIED");
}

#[tokio::test]
async fn what_the_provider_did_not_sign_for_us_here_and_now_is_refused() {
    let provider = provider().await;
    let app = app_with(&provider).await;
    let honest = provider.claims.lock().unwrap().clone();
    for (claim, lie) in [
        ("aud", json!("somebody-else")),
        ("azp", json!("somebody-else")),
        ("iss", json!("https://login.example.com")),
        ("exp", json!(chrono::Utc::now().timestamp() - 3_600)),
        ("nonce", json!("another")),
        ("nonce", Value::Null),
    ] {
        let mut claims = honest.clone();
        claims[claim] = lie;
        *provider.claims.lock().unwrap() = claims;
        assert_eq!(enter(&app, &browser()).await, "/login?refused=OIDC_REFUSED", "{claim}");
    }
    *provider.claims.lock().unwrap() = honest;
    *provider.key.lock().unwrap() = OTHER_KEY;
    assert_eq!(enter(&app, &browser()).await, "/login?refused=OIDC_REFUSED", "another key");
    *provider.key.lock().unwrap() = KEY;
    assert_eq!(enter(&app, &browser()).await, "/");
}

#[tokio::test]
async fn an_answer_counts_only_in_the_browser_that_asked() {
    let provider = provider().await;
    let app = app_with(&provider).await;
    let (mine, theirs) = (browser(), browser());
    let back = there(&app, &theirs).await;
    assert_eq!(sent_to(&mine, &back).await, "/login?refused=OIDC_ELSEWHERE");
    there(&app, &mine).await;
    assert_eq!(sent_to(&mine, &back).await, "/login?refused=OIDC_ELSEWHERE", "another way of its own");
    let forged = format!("{}/api/v1/auth/oidc/callback?error=access_denied", app.url);
    assert_eq!(sent_to(&mine, &forged).await, "/login?refused=OIDC_ELSEWHERE");
}

#[tokio::test]
async fn without_a_provider_there_is_none_to_name_and_no_way_to_it() {
    let app = TestApp::start().await;
    // No error: every sign-in asks, and a browser writes each 404 to its console.
    let shown = browser().get(format!("{}/api/v1/auth/oidc", app.url)).send().await.unwrap();
    assert_eq!(shown.status(), 200);
    assert_eq!(shown.json::<Value>().await.unwrap(), json!({}));
    for path in ["oidc/start", "oidc/callback"] {
        let response = browser().get(format!("{}/api/v1/auth/{path}", app.url)).send().await.unwrap();
        assert_eq!(response.status(), 404, "{path}");
    }
}
