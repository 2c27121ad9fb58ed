//! What somebody tries who wants to be somebody else: forged and stolen tokens, a second step that is owed, and what the owner hears of
//! it (OWASP ASVS 4.0.3, V2 and V3).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::Utc;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use pivotal_commands::identity::development::PASSWORD;
use pivotal_commands::identity::users::second_factor::totp;
use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::second_factor::from_base32;
use crate::support::{TestApp, answer, code, until};

const MAILS: &str = "{ mailbox { mails { subject toAddress text } } }";
const SET: &str = "mutation($of: SecondStepFor!) { accessRulesSet(input: { secondStepFor: $of }) { accessRules { secondStepFor } userErrors { code } } }";

/// Signs in with a browser that calls itself so.
async fn signed_in(app: &TestApp, email: &str, password: &str, browser: &str) -> (u16, Value) {
    let body = json!({ "email": email, "password": password });
    answer(app.request(Method::POST, "/api/v1/auth/login").header("user-agent", browser).json(&body)).await
}

fn token(body: &Value) -> String {
    body["accessToken"].as_str().unwrap_or_else(|| panic!("{body}")).to_owned()
}

async fn me(app: &TestApp, token: &str) -> u16 {
    answer(app.request(Method::GET, "/api/v1/auth/me").bearer_auth(token)).await.0
}

/// Subjects of the mails to somebody, sorted, once there are as many.
pub async fn mails(app: &TestApp, email: &str, many: usize) -> Vec<String> {
    let to = |data: &Value| -> Vec<String> {
        let all = data["mailbox"]["mails"].as_array().unwrap().iter();
        let theirs = all.filter(|mail| mail["toAddress"] == email);
        let mut subjects: Vec<String> =
            theirs.map(|mail| mail["subject"].as_str().unwrap().to_owned()).collect();
        subjects.sort();
        subjects
    };
    let data = until(app, MAILS, json!({}), |data| to(data).len() >= many).await;
    to(&data)
}

#[tokio::test]
async fn a_forged_token_opens_nothing_whatever_it_says_of_how_it_is_signed() {
    let app = TestApp::start().await;
    let good = app.token(Role::Admin).await;
    let parts: Vec<&str> = good.split('.').collect();
    let claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(parts[1]).unwrap()).unwrap();
    let head = |alg: &str| URL_SAFE_NO_PAD.encode(json!({ "alg": alg, "typ": "JWT" }).to_string());
    let mut forged: Vec<String> =
        ["none", "None", "NONE", ""].iter().map(|alg| format!("{}.{}.", head(alg), parts[1])).collect();
    // Signed with something that is known to everybody, or with another algorithm of the same family.
    for secret in ["", "secret", "pivotal", "pivotal access token v1"] {
        for algorithm in [Algorithm::HS256, Algorithm::HS384, Algorithm::HS512] {
            let key = EncodingKey::from_secret(secret.as_bytes());
            forged.push(encode(&Header::new(algorithm), &claims, &key).unwrap());
        }
    }
    forged.push(format!("{}.{}.{}", head("RS256"), parts[1], parts[2]));
    forged.push(format!("{}.{}.{}", parts[0], parts[1], URL_SAFE_NO_PAD.encode([0; 32])));
    forged.push(format!("{}.{}.", parts[0], parts[1]));
    let longer = json!({ "sub": claims["sub"], "sid": claims["sid"], "iat": 0, "exp": i64::MAX });
    forged.push(format!("{}.{}.{}", parts[0], URL_SAFE_NO_PAD.encode(longer.to_string()), parts[2]));
    for token in &forged {
        assert_eq!(me(&app, token).await, 401, "{token}");
        let body = app.graphql_as(Some(token), "{ me { id } }", json!({})).await;
        assert_eq!(code(&body), Some("UNAUTHENTICATED"), "{token}");
    }
    assert_eq!(me(&app, &good).await, 200);
}

#[tokio::test]
async fn a_token_is_taken_from_the_header_alone() {
    let app = TestApp::start().await;
    let token = app.token(Role::Admin).await;
    // In an address it would stand in logs and histories.
    for query in ["access_token", "token", "authorization"] {
        let path = format!("/api/v1/auth/me?{query}={token}");
        assert_eq!(answer(app.request(Method::GET, &path)).await.0, 401, "{query}");
    }
    let cookie =
        app.request(Method::GET, "/api/v1/auth/me").header("cookie", format!("access_token={token}"));
    assert_eq!(answer(cookie).await.0, 401);
}

#[tokio::test]
async fn links_that_are_not_ours_are_answered_alike_and_not_for_ever() {
    let app = TestApp::start().await;
    let rubbish = URL_SAFE_NO_PAD.encode([7u8; 56]);
    let body = json!({ "token": rubbish, "password": "another fine staple" });
    let mut answers = Vec::new();
    for _ in 0..70 {
        answers.push(answer(app.request(Method::POST, "/api/v1/auth/password/new").json(&body)).await);
    }
    let (status, first) = answers.first().unwrap();
    assert_eq!((*status, &first["errors"][0]["code"]), (422, &json!("RESET_LINK_INVALID")));
    let (status, last) = answers.last().unwrap();
    assert_eq!((*status, last["code"].as_str()), (429, Some("TOO_MANY_ATTEMPTS")));
    // Whoever signs in from there is counted apart.
    assert_eq!(signed_in(&app, "noor@example.com", PASSWORD, "Firefox").await.0, 200);
}

#[tokio::test]
async fn a_sign_in_from_elsewhere_is_told_to_the_user_once() {
    let app = TestApp::start().await;
    for browser in ["Firefox/139.0", "Firefox/140.0", "Safari/17.1", "Safari/17.2", "Firefox/141.0"] {
        assert_eq!(signed_in(&app, "sanne@example.com", PASSWORD, browser).await.0, 200, "{browser}");
    }
    let change = json!({ "current": PASSWORD, "new": "another fine staple" });
    let (_, session) = signed_in(&app, "sanne@example.com", PASSWORD, "Safari/17.2").await;
    let changed =
        app.request(Method::POST, "/api/v1/auth/password").bearer_auth(token(&session)).json(&change);
    assert_eq!(answer(changed).await.0, 204);
    // Were the first sign-in or the newer versions told of, there would be more by the time the last mail is there.
    let told = mails(&app, "sanne@example.com", 2).await;
    assert_eq!(told, ["A new sign-in", "Your password was changed"]);
    let data = app.data(MAILS, json!({})).await;
    let text = data["mailbox"]["mails"].to_string();
    assert!(text.contains("Safari/17.1") && text.contains("127.0.0.1"), "{text}");
    assert!(!text.contains("another fine staple"));
}

#[tokio::test]
async fn an_api_key_that_is_made_in_ones_name_is_told_by_mail() {
    let app = TestApp::start().await;
    let make = "mutation { apiKeyCreate(input: { name: \"Warehouse\", scopes: [\"CONTACTS_VIEW\"] }) { secret userErrors { code } } }";
    let made = app.data(make, json!({})).await;
    let told = mails(&app, "maren@example.com", 1).await;
    assert_eq!(told, ["An API key was made"]);
    let all = app.data(MAILS, json!({})).await.to_string();
    assert!(all.contains("Warehouse") && !all.contains(made["apiKeyCreate"]["secret"].as_str().unwrap()));
}

#[tokio::test]
async fn who_owes_a_second_step_may_set_it_up_and_nothing_else_at_either_door() {
    let app = TestApp::start().await;
    let sanne = app.token(Role::Agent).await;
    let refused = app.graphql(Role::Agent, SET, json!({ "of": "EVERYBODY" })).await;
    assert_eq!(code(&refused), Some("FORBIDDEN"));
    // Set up before it is required, so that the administrator is not shut out by the rule.
    set_up(&app, &app.token(Role::Admin).await).await;
    let set = app.data(SET, json!({ "of": "EVERYBODY" })).await;
    assert_eq!(set["accessRulesSet"]["accessRules"]["secondStepFor"], "EVERYBODY");

    let who = app.graphql_as(Some(&sanne), "{ me { email owesSecondStep } }", json!({})).await;
    assert_eq!(who["data"]["me"], json!({ "email": "sanne@example.com", "owesSecondStep": true }));
    for query in [
        "{ tasks { totalCount } }",
        "{ mySessions { id } }",
        "{ notifications { unread } }",
        "{ me { id } tasks { totalCount } }",
    ] {
        let body = app.graphql_as(Some(&sanne), query, json!({})).await;
        assert_eq!(code(&body), Some("SECOND_STEP_REQUIRED"), "{query}: {body}");
    }
    for (method, path) in [
        (Method::GET, "/api/v1/tasks"),
        (Method::GET, "/api/v1/notifications"),
        (Method::GET, "/api/v1/auth/sessions"),
        (Method::POST, "/api/v1/auth/password"),
    ] {
        let asked = app.request(method, path).bearer_auth(&sanne).json(&json!({}));
        let (status, body) = answer(asked).await;
        assert_eq!((status, body["code"].as_str()), (403, Some("SECOND_STEP_REQUIRED")), "{path}");
    }
    // A new session owes it as well.
    let (_, again) = signed_in(&app, "sanne@example.com", PASSWORD, "Firefox").await;
    let asked = app.request(Method::GET, "/api/v1/tasks").bearer_auth(token(&again));
    assert_eq!(answer(asked).await.0, 403);

    set_up(&app, &sanne).await;
    assert_eq!(answer(app.request(Method::GET, "/api/v1/tasks").bearer_auth(&sanne)).await.0, 200);
    let (status, rules) = app.get(Role::Admin, "/api/v1/access-rules").await;
    assert_eq!((status, rules), (200, json!({ "secondStepFor": "EVERYBODY" })));
    let rest = app.rest(Role::Admin, Method::PUT, "/api/v1/access-rules").await;
    let (status, bad) = answer(rest.json(&json!({ "secondStepFor": "SOME" }))).await;
    assert_eq!((status, bad["code"].as_str()), (400, Some("BAD_REQUEST")));
    let rest = app.rest(Role::Admin, Method::PUT, "/api/v1/access-rules").await;
    assert_eq!(answer(rest.json(&json!({ "secondStepFor": "NOBODY" }))).await.0, 200);
    assert_eq!(answer(app.rest(Role::DataOps, Method::GET, "/api/v1/tasks").await).await.0, 200);
}

/// Over REST, as somebody who owes it may.
async fn set_up(app: &TestApp, token: &str) {
    let begin = app.request(Method::POST, "/api/v1/auth/second-factor").bearer_auth(token);
    let (status, begun) = answer(begin.json(&json!({ "password": PASSWORD }))).await;
    assert_eq!(status, 200, "{begun}");
    let secret = from_base32(begun["secret"].as_str().unwrap());
    let shown = totp::code_at(&secret, Utc::now().timestamp() / totp::STEP);
    let confirm = app.request(Method::POST, "/api/v1/auth/second-factor/confirm").bearer_auth(token);
    let (status, codes) = answer(confirm.json(&json!({ "code": shown }))).await;
    assert_eq!((status, codes["recoveryCodes"].as_array().map(Vec::len)), (200, Some(10)), "{codes}");
}
