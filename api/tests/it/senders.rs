//! Sender profiles and brands over GraphQL and REST: made, checked, changed, refused, for every role.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, answer, code, until};

const BRAND: &str = "mutation($input: EmailBrandInput!) { emailBrandCreate(input: $input) { brand { id name colour } position userErrors { code field } } }";
const CREATE: &str = "mutation($input: SenderInput!) { senderCreate(input: $input) { sender { id } position userErrors { code field } } }";
const CHANGE: &str = "mutation($id: UUID!, $input: SenderInput!) { senderChange(id: $id, input: $input) { userErrors { code field } } }";
const DEFAULT: &str = "mutation($id: UUID!, $sender: UUID) { emailBrandSetDefault(id: $id, senderId: $sender) { userErrors { code } } }";
const ARCHIVE: &str = "mutation($id: UUID!) { senderArchive(id: $id) { userErrors { code } } }";
const CHECK: &str = "mutation($id: UUID!) { senderCheck(id: $id) { jobId userErrors { code } } }";
const SENDER: &str = "query($id: UUID!) { senderProfile(id: $id) { fromName fromAddress fromDomain brandName isDefault provider providerName health checkedAt checks { subject title verdict words found publish { name kind value } } ramp { startPerDay allowedToday } } senderHistory(id: $id) { title text actorName } }";
const ALL: &str = "{ senderProfiles { id archived } emailBrands { id senderCount defaultSenderId } }";

async fn brand(app: &TestApp) -> String {
    let made = app.data(BRAND, json!({ "input": { "name": "Norhavn", "colour": "0B5CAD" } })).await;
    assert_eq!(made["emailBrandCreate"]["brand"]["colour"], "#0b5cad", "{made}");
    made["emailBrandCreate"]["brand"]["id"].as_str().unwrap().to_owned()
}

fn input(brand: &str) -> Value {
    json!({
        "fromName": "Norhavn News",
        "fromAddress": "News@Norhavn.example",
        "brandId": brand,
        "physicalAddress": "Norhavn AS, 0150 Oslo",
        "account": "test",
    })
}

async fn sender(app: &TestApp, brand: &str) -> String {
    let made = app.data(CREATE, json!({ "input": input(brand) })).await;
    made["senderCreate"]["sender"]["id"].as_str().unwrap_or_else(|| panic!("{made}")).to_owned()
}

#[tokio::test]
async fn a_sender_is_made_checked_chosen_and_archived() {
    let app = TestApp::start().await;
    let brand = brand(&app).await;
    let id = sender(&app, &brand).await;
    let of = json!({ "id": id });
    let checked = until(&app, SENDER, of.clone(), |data| data["senderProfile"]["health"] == "PASS").await;
    let shown = &checked["senderProfile"];
    assert_eq!(
        (&shown["fromAddress"], &shown["fromDomain"], &shown["brandName"], &shown["provider"]),
        (
            &json!("news@norhavn.example"),
            &json!("norhavn.example"),
            &json!("Norhavn"),
            &json!("TEST_MAILBOX")
        )
    );
    assert_eq!(shown["checks"].as_array().unwrap().len(), 6, "{shown}");
    assert_eq!(checked["senderHistory"][0]["title"], "Checked: all is right", "{checked}");

    let chosen = app.data(DEFAULT, json!({ "id": brand, "sender": id })).await;
    assert_eq!(chosen["emailBrandSetDefault"]["userErrors"], json!([]));
    let refused = app.data(ARCHIVE, of.clone()).await;
    assert_eq!(refused["senderArchive"]["userErrors"][0]["code"], "SENDER_IS_DEFAULT");
    app.data(DEFAULT, json!({ "id": brand, "sender": null })).await;
    assert_eq!(app.data(ARCHIVE, of.clone()).await["senderArchive"]["userErrors"], json!([]));
    let check = app.data(CHECK, of).await;
    assert_eq!(check["senderCheck"]["userErrors"][0]["code"], "SENDER_ARCHIVED");
    until(&app, ALL, json!({}), |data| data["senderProfiles"][0]["archived"] == true).await;
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field() {
    let app = TestApp::start().await;
    let brand = brand(&app).await;
    let id = sender(&app, &brand).await;
    let ramp =
        json!({ "firstDay": "2026-01-05", "startPerDay": -1, "growthPercent": 20, "limitPerDay": 100 });
    for (field, value, code) in [
        ("physicalAddress", json!("  "), "SENDER_PHYSICAL_ADDRESS_MISSING"),
        ("fromAddress", json!("news"), "SENDER_ADDRESS_INVALID"),
        ("fromName", json!(""), "NAME_EMPTY"),
        ("replyTo", json!("x@"), "SENDER_ADDRESS_INVALID"),
        ("account", json!("gone"), "SENDER_ACCOUNT_UNKNOWN"),
        ("trackingDomain", json!("no domain"), "SENDER_TRACKING_DOMAIN_INVALID"),
    ] {
        let mut input = input(&brand);
        input[field] = value;
        let refused = app.data(CHANGE, json!({ "id": id, "input": input })).await;
        assert_eq!(
            refused["senderChange"]["userErrors"],
            json!([{ "code": code, "field": field }]),
            "{field}"
        );
    }
    let mut input = input(&brand);
    input["ramp"] = ramp;
    let refused = app.data(CHANGE, json!({ "id": id, "input": input })).await;
    assert_eq!(refused["senderChange"]["userErrors"][0]["code"], "SENDER_RAMP_START_INVALID");
}

#[tokio::test]
async fn rest_does_the_same() {
    let app = TestApp::with(&[("PIVOTAL_MAIL_ACCOUNTS", "main=sendgrid")]).await;
    let (status, brand) = app.post(Role::Admin, "/api/v1/email-brands", json!({ "name": "Norhavn" })).await;
    assert_eq!(status, 201, "{brand}");
    let brand = brand["id"].as_str().unwrap();
    let (status, made) = app.post(Role::Admin, "/api/v1/sender-profiles", input(brand)).await;
    assert_eq!(
        (status, &made["health"], &made["provider"]),
        (201, &Value::Null, &json!("test_mailbox")),
        "{made}"
    );
    let path = format!("/api/v1/sender-profiles/{}", made["id"].as_str().unwrap());
    let (status, asked) = app.post(Role::Admin, &format!("{path}/check"), json!({})).await;
    assert!(status == 202 && asked["jobId"].is_string(), "{asked}");
    let mut other = input(brand);
    other["fromName"] = json!("Norhavn Nordic");
    let put = app.rest(Role::Admin, Method::PUT, &path).await.json(&other);
    assert_eq!(answer(put).await.1["fromName"], "Norhavn Nordic");
    let chosen =
        app.rest(Role::Admin, Method::PUT, &format!("/api/v1/email-brands/{brand}/default-sender")).await;
    let (status, chosen) = answer(chosen.json(&json!({ "senderId": made["id"] }))).await;
    assert_eq!((status, &chosen["defaultSenderId"]), (200, &made["id"]), "{chosen}");
    let (status, refused) = app.post(Role::Admin, &format!("{path}/archive"), json!({})).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("SENDER_IS_DEFAULT")), "{refused}");
    let (_, accounts) = app.get(Role::Admin, "/api/v1/sender-profiles/accounts").await;
    assert_eq!(accounts["items"][1], json!({ "name": "main", "provider": "sendgrid" }));
    let id = json!({ "id": made["id"] });
    until(&app, SENDER, id, |data| data["senderProfile"]["fromName"] == "Norhavn Nordic").await;
    assert_eq!(app.get(Role::Admin, &path).await.1["fromName"], "Norhavn Nordic");
    let (_, history) = app.get(Role::Admin, &format!("{path}/history")).await;
    assert!(history["items"].as_array().unwrap().iter().any(|act| act["title"] == "Changed"), "{history}");
}

#[tokio::test]
async fn whoever_sees_campaigns_sees_senders_and_only_administrators_change_them() {
    let app = TestApp::start().await;
    let brand = brand(&app).await;
    let id = sender(&app, &brand).await;
    until(&app, ALL, json!({}), |data| data["senderProfiles"][0]["id"] == id.as_str()).await;
    let change = json!({ "id": id, "input": input(&brand) });
    for role in [Role::CampaignManager, Role::DataOps, Role::QaAnalyst] {
        let seen = app.graphql(role, ALL, json!({})).await;
        assert_eq!(seen["data"]["senderProfiles"][0]["id"], id.as_str(), "{role}: {seen}");
        assert_eq!(code(&app.graphql(role, CHANGE, change.clone()).await), Some("FORBIDDEN"), "{role}");
        assert_eq!(app.get(role, "/api/v1/sender-profiles/accounts").await.0, 403, "{role}");
    }
    // Senders are nobody's own.
    let one = format!("/api/v1/sender-profiles/{id}");
    let seen = app.graphql(Role::Agent, ALL, json!({})).await;
    assert_eq!(seen["data"], json!({ "senderProfiles": [], "emailBrands": [] }), "{seen}");
    let seen = app.graphql(Role::Agent, SENDER, json!({ "id": id })).await;
    assert_eq!(seen["data"], json!({ "senderProfile": null, "senderHistory": [] }), "{seen}");
    assert_eq!(app.get(Role::Agent, &one).await.0, 404);
    assert_eq!(app.get(Role::Agent, "/api/v1/sender-profiles").await.1["items"], json!([]));
    assert_eq!(app.get(Role::Agent, &format!("{one}/history")).await.1["items"], json!([]));
    for path in ["/api/v1/email-brands".to_owned(), format!("/api/v1/email-brands/{brand}/history")] {
        assert_eq!(app.get(Role::Agent, &path).await.1["items"], json!([]), "{path}");
    }
    assert_eq!(app.get(Role::Agent, &format!("/api/v1/email-brands/{brand}")).await.0, 404);
    assert_eq!(app.get(Role::ClientUser, "/api/v1/sender-profiles").await.0, 403);
}
