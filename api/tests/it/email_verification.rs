//! Emails verified through both doors, against name servers of nobody: what is found out without a network is found out, the rest is
//! unknown.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::importing;
use crate::support::{TestApp, answer, until};

const START: &str = "mutation($input: EmailVerificationStartInput!) { emailVerificationStart(input: $input) { id verification { id state mailboxes } userErrors { code } } }";
const ONE: &str = "query($id: UUID!) { emailVerification(id: $id) { state error byIds counts { done invalid disposable unknown noEmail notRun changed } reasons { code message count } } }";
const CONTACTS: &str = "query($id: UUID!, $outcome: EmailVerificationOutcome) { emailVerificationContacts(id: $id, outcome: $outcome) { totalCount edges { node { email outcome reason message changed } } } }";

/// A name server that is not there: nothing is listening on the discard port.
const NOBODY: (&str, &str) = ("EMAIL_VERIFY_DNS", "127.0.0.1:9");

async fn contact(app: &TestApp, fields: Value) -> String {
    let (status, made) = app.post(Role::Admin, "/api/v1/contacts", json!({ "fields": fields })).await;
    assert_eq!(status, 201, "{made}");
    made["id"].as_str().unwrap().to_owned()
}

async fn over(app: &TestApp, id: &Value) -> Value {
    let ended = |data: &Value| {
        !["ASKED", "RUNNING"].contains(&data["emailVerification"]["state"].as_str().unwrap_or("ASKED"))
    };
    until(app, ONE, json!({ "id": id }), ended).await["emailVerification"].take()
}

#[tokio::test]
async fn verdicts_stand_on_the_contacts_in_filters_and_in_history() {
    let app = TestApp::with(&[NOBODY, ("EMAIL_VERIFY_TIMEOUT_SECONDS", "1")]).await;
    let throwaway = contact(&app, json!({ "email": "ada@mailinator.com" })).await;
    let desk = contact(&app, json!({ "email": "info@norhavn.test" })).await;
    contact(
        &app,
        json!({ "full_name": "Nobody Reachable", "linkedin_url": "https://www.linkedin.com/in/nobody" }),
    )
    .await;

    let started = app.data(START, json!({ "input": { "filter": { "archived": false } } })).await;
    let verification = &started["emailVerificationStart"]["verification"];
    assert_eq!(
        (&started["emailVerificationStart"]["userErrors"], &verification["mailboxes"]),
        (&json!([]), &json!(false)),
        "{started}"
    );
    let id = verification["id"].clone();
    assert_eq!(started["emailVerificationStart"]["id"], id);
    let ended = over(&app, &id).await;
    assert_eq!(ended["state"], "COMPLETED", "{ended}");
    let counts = json!({ "done": 3, "invalid": 0, "disposable": 1, "unknown": 1, "noEmail": 1, "notRun": 0, "changed": 2 });
    assert_eq!(ended["counts"], counts, "{ended}");

    let found = app.data(CONTACTS, json!({ "id": id, "outcome": "DISPOSABLE" })).await;
    let node = &found["emailVerificationContacts"]["edges"][0]["node"];
    assert_eq!(
        (&node["email"], &node["reason"], &node["changed"]),
        (&json!("ada@mailinator.com"), &json!("disposable_domain"), &json!(true))
    );

    let filter = "{ contacts(filter: {where: {all: [{field: \"email_kind\", op: \"in\", value: [\"role\"]}, {field: \"email_verification_reason\", op: \"in\", value: [\"dns_failed\"]}, {field: \"email_verified_at\", op: \"has_value\"}]}}) { edges { node { id emailStatus } } } }";
    let so = |data: &Value| data["contacts"]["edges"].as_array().unwrap().len() == 1;
    let data = until(&app, filter, json!({}), so).await;
    assert_eq!(data["contacts"]["edges"][0]["node"], json!({ "id": desk, "emailStatus": "unverified" }));

    let (_, told) = app.get(Role::Admin, &format!("/api/v1/contacts/{throwaway}/provenance")).await;
    let status =
        told.as_array().unwrap().iter().find(|one| one["field"] == "email_verification_status").unwrap();
    assert_eq!(status["current"]["value"], "disposable", "{status}");
    assert!(status["current"]["origin"]["source"].as_str().unwrap().starts_with("verification:"), "{status}");
}

#[tokio::test]
async fn a_run_is_asked_for_followed_and_refused_over_rest() {
    let app = TestApp::with(&[NOBODY, ("EMAIL_VERIFY_TIMEOUT_SECONDS", "1")]).await;
    let id = contact(&app, json!({ "email": "ada@mailinator.com" })).await;
    let path = "/api/v1/email-verifications";
    let (status, run) = app.post(Role::DataOps, path, json!({ "ids": [id] })).await;
    assert_eq!((status, &run["byIds"]), (201, &json!(true)), "{run}");
    over(&app, &run["id"]).await;
    let one = format!("{path}/{}", run["id"].as_str().unwrap());
    let (_, got) = app.get(Role::CampaignManager, &one).await;
    assert_eq!(
        (&got["state"], &got["disposable"], &got["reasons"]["disposable_domain"]),
        (&json!("completed"), &json!(1), &json!(1)),
        "{got}"
    );
    let (_, contacts) = app.get(Role::DataOps, &format!("{one}/contacts?outcome=disposable")).await;
    assert!(contacts.to_string().contains("disposable_domain"), "{contacts}");
    let (status, refused) = app.post(Role::DataOps, &format!("{one}/cancel"), json!({})).await;
    assert_eq!(status, 422, "{refused}");
    assert!(refused.to_string().contains("EMAIL_VERIFICATION_NOT_RUNNING"), "{refused}");
    let (status, refused) = app.post(Role::DataOps, path, json!({ "ids": [] })).await;
    assert_eq!(status, 422, "{refused}");
    for role in [Role::QaAnalyst, Role::Agent, Role::ClientUser] {
        assert_eq!(app.post(role, path, json!({ "ids": [id] })).await.0, 403, "{role:?}");
        assert_eq!(app.get(role, &one).await.0, 403, "{role:?}");
    }
}

/// Through both doors: what is asked for with an import begins when the import has ended, and is found by it.
#[tokio::test]
async fn emails_are_verified_after_an_import_that_wants_it() {
    const OF_IMPORT: &str = "query($id: UUID!) { emailVerifications(importId: $id) { edges { node { id importId byIds state } } } }";
    const START_IMPORT: &str = "mutation($id: UUID!, $verify: Boolean!) { importStart(input: {id: $id}, verifyEmails: $verify) { userErrors { code } } }";
    let app = TestApp::with(&[NOBODY, ("EMAIL_VERIFY_TIMEOUT_SECONDS", "1")]).await;
    let file = |name: &str| format!("First name,Last name,Email\nAda,{name},{name}@mailinator.com\n");
    let begun =
        |data: &Value| data["emailVerifications"]["edges"].as_array().is_some_and(|runs| runs.len() == 1);

    let over_graphql = importing::mapped(&app, file("lovelace"), None).await;
    let started = app.data(START_IMPORT, json!({ "id": over_graphql, "verify": true })).await;
    assert_eq!(started["importStart"]["userErrors"], json!([]));
    let runs = until(&app, OF_IMPORT, json!({ "id": over_graphql }), begun).await;
    let run = &runs["emailVerifications"]["edges"][0]["node"];
    assert_eq!((&run["importId"], &run["byIds"]), (&json!(over_graphql), &json!(false)), "{run}");
    let ended = over(&app, &run["id"]).await;
    assert_eq!((&ended["counts"]["done"], &ended["counts"]["disposable"]), (&json!(1), &json!(1)), "{ended}");

    let over_rest = importing::mapped(&app, file("hopper"), None).await;
    let path = format!("/api/v1/imports/{over_rest}/start");
    let nonsense = format!("{path}?verifyEmails=perhaps");
    let (status, _) = answer(app.rest(Role::DataOps, Method::POST, &nonsense).await).await;
    assert_eq!(status, 400);
    let wanted = format!("{path}?verifyEmails=true");
    let (status, import) = answer(app.rest(Role::DataOps, Method::POST, &wanted).await).await;
    assert_eq!(status, 200, "{import}");
    until(&app, OF_IMPORT, json!({ "id": over_rest }), begun).await;

    let without = importing::started(&app, file("curie"), None).await;
    importing::ended(&app, &without, "state").await;
    let none = app.data(OF_IMPORT, json!({ "id": without })).await;
    assert_eq!(none["emailVerifications"]["edges"], json!([]));
}
