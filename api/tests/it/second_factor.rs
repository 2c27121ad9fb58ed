//! The second step of signing in, from the QR code to the first sign-in with it, and without the phone.

use pivotal_commands::identity::development::PASSWORD;
use pivotal_commands::identity::users::second_factor::totp;
use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, answer, until};

const SANNE: &str = "sanne@example.com";
const BEGIN: &str = "mutation($i: SecondFactorPasswordInput!) { secondFactorBegin(input: $i) { secret qr { size path } userErrors { code field } } }";
const CONFIRM: &str = "mutation($i: SecondFactorConfirmInput!) { secondFactorConfirm(input: $i) { recoveryCodes userErrors { code field } } }";

/// As an authenticator app reads it.
pub fn from_base32(text: &str) -> Vec<u8> {
    let (mut out, mut held, mut bits) = (Vec::new(), 0u32, 0u32);
    for letter in text.bytes() {
        let value = if letter.is_ascii_uppercase() { letter - b'A' } else { letter - b'2' + 26 };
        held = ((held << 5) | u32::from(value)) & 0xffff;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            out.push((held >> bits) as u8);
        }
    }
    out
}

/// What the app shows, so many steps from now.
fn shown(app: &TestApp, secret: &[u8], steps: i64) -> String {
    totp::code_at(secret, app.backend.context.now().timestamp() / totp::STEP + steps)
}

async fn login(app: &TestApp, code: Option<&str>) -> (u16, Value) {
    let body = match code {
        Some(code) => json!({ "email": SANNE, "password": PASSWORD, "code": code }),
        None => json!({ "email": SANNE, "password": PASSWORD }),
    };
    answer(app.request(Method::POST, "/api/v1/auth/login").json(&body)).await
}

/// Sanne's own session, secret and recovery codes, with the second step on.
async fn turned_on(app: &TestApp) -> (String, Vec<u8>, Vec<String>) {
    let (_, session) = login(app, None).await;
    let token = session["accessToken"].as_str().unwrap().to_owned();
    let wrong = json!({ "i": { "password": "not this one" } });
    let refused = app.graphql_as(Some(&token), BEGIN, wrong).await;
    assert_eq!(refused["data"]["secondFactorBegin"]["userErrors"][0]["code"], "PASSWORD_WRONG");
    let begun = app.graphql_as(Some(&token), BEGIN, json!({ "i": { "password": PASSWORD } })).await;
    let begun = &begun["data"]["secondFactorBegin"];
    assert!(
        begun["qr"]["path"].as_str().unwrap().starts_with('M') && begun["qr"]["size"].as_i64() > Some(24)
    );
    let secret = from_base32(begun["secret"].as_str().unwrap());
    let bad = app.graphql_as(Some(&token), CONFIRM, json!({ "i": { "code": "nothing" } })).await;
    let error = &bad["data"]["secondFactorConfirm"]["userErrors"][0];
    assert_eq!(error, &json!({ "code": "SECOND_FACTOR_CODE", "field": "code" }));
    let code = shown(app, &secret, 0);
    let on = app.graphql_as(Some(&token), CONFIRM, json!({ "i": { "code": code } })).await;
    let codes = on["data"]["secondFactorConfirm"]["recoveryCodes"].as_array().unwrap().iter();
    let codes = codes.map(|code| code.as_str().unwrap().to_owned()).collect();
    (token, secret, codes)
}

#[tokio::test]
async fn signing_in_takes_a_code_from_then_on_each_once() {
    let app = TestApp::start().await;
    let (token, secret, codes) = turned_on(&app).await;
    let (status, refused) = login(&app, None).await;
    assert_eq!((status, &refused["code"]), (401, &json!("SECOND_STEP_NEEDED")));
    assert_eq!(refused["accessToken"], Value::Null);
    let code = shown(&app, &secret, 1);
    assert_eq!(login(&app, Some(&code)).await.0, 200);
    let (status, replayed) = login(&app, Some(&code)).await;
    assert_eq!((status, &replayed["code"]), (401, &json!("SECOND_STEP_WRONG")));
    assert_eq!(login(&app, Some(&codes[0])).await.0, 200);
    assert_eq!(login(&app, Some(&codes[0])).await.0, 401);
    let shown = answer(app.request(Method::GET, "/api/v1/auth/second-factor").bearer_auth(&token)).await;
    assert_eq!(shown, (200, json!({ "enabled": true, "recoveryCodesLeft": 9 })));
    let off = app.request(Method::POST, "/api/v1/auth/second-factor/disable").bearer_auth(&token);
    assert_eq!(answer(off.json(&json!({ "password": PASSWORD }))).await.0, 204);
    assert_eq!(login(&app, None).await.0, 200);
}

#[tokio::test]
async fn an_administrator_sees_it_and_turns_it_off_for_who_lost_the_phone() {
    let app = TestApp::start().await;
    turned_on(&app).await;
    let users = "{ users { edges { node { id email secondFactor } } } }";
    let sanne = |data: &Value| {
        let all = data["users"]["edges"].as_array().unwrap().iter();
        all.map(|edge| edge["node"].clone()).find(|user| user["email"] == SANNE).unwrap()
    };
    let on = until(&app, users, json!({}), |data| sanne(data)["secondFactor"] == true).await;
    let reset =
        "mutation($id: UUID!) { userSecondFactorReset(userId: $id) { position userErrors { code } } }";
    let user = json!({ "id": sanne(&on)["id"] });
    let refused = app.graphql(Role::DataOps, reset, user.clone()).await;
    assert_eq!(crate::support::code(&refused), Some("FORBIDDEN"));
    let done = app.data(reset, user).await;
    assert_ne!(done["userSecondFactorReset"]["position"], Value::Null);
    assert_eq!(login(&app, None).await.0, 200);
    until(&app, users, json!({}), |data| sanne(data)["secondFactor"] == false).await;
}
