//! Requests for access and erasure over GraphQL and REST: taken down, found, answered with a file, erased with a proof; for every
//! role, and with bad input.

use std::io::{Cursor, Read};

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, answer, caught_up, until};

const RECEIVE: &str = "mutation($input: PrivacyRequestReceiveInput!) { privacyRequestReceive(input: $input) { requestId position userErrors { code field message } } }";
const ANSWER: &str = "mutation($input: PrivacyRequestAnswerInput!) { privacyRequestAnswer(input: $input) { position userErrors { code field } } }";
const REFUSE: &str = "mutation($input: PrivacyRequestReasonInput!) { privacyRequestRefuse(input: $input) { position userErrors { code field } } }";
const FOUND: &str = "query($id: UUID!) { privacyRequestFound(id: $id) { holdings { contacts events suppressions consents } contacts { id label } } }";
const ONE: &str = "query($id: UUID!) { privacyRequest(id: $id) { state personLabel email answering hasProof fileSize forgotten hashes holdings { contacts suppressions } } }";
const LIST: &str = "query($filter: PrivacyRequestFilter) { privacyRequests(filter: $filter) { totalCount edges { node { id kind state urgency } } } privacyRequestsWaiting { unsettled overdue soon } }";
const NOBODY: &str = "00000000-0000-0000-0000-000000000007";

pub async fn contact(app: &TestApp, email: &str) -> String {
    let body = json!({ "fields": { "email": email, "full_name": "Ada Žižek" } });
    let (status, made) = app.post(Role::Admin, "/api/v1/contacts", body).await;
    assert!(status < 300, "{made}");
    made["id"].as_str().unwrap().to_owned()
}

pub async fn received(app: &TestApp, kind: &str, email: &str) -> String {
    let input = json!({ "kind": kind, "cameBy": "EMAIL", "email": email, "name": "Ada Žižek" });
    let done = app.data(RECEIVE, json!({ "input": input })).await["privacyRequestReceive"].take();
    assert_eq!(done["userErrors"], json!([]), "{done}");
    caught_up(app, done["position"].as_i64().unwrap()).await;
    done["requestId"].as_str().unwrap().to_owned()
}

/// Begins the answer and waits for its end.
pub async fn answered(app: &TestApp, id: &str) -> Value {
    let done = app.data(ANSWER, json!({ "input": { "id": id, "confirm": true } })).await;
    assert_eq!(done["privacyRequestAnswer"]["userErrors"], json!([]), "{done}");
    let ended = |data: &Value| data["privacyRequest"]["state"] == "ANSWERED";
    until(app, ONE, json!({ "id": id }), ended).await["privacyRequest"].take()
}

pub async fn bytes(app: &TestApp, path: &str) -> Vec<u8> {
    let response = app.rest(Role::DataOps, Method::GET, path).await.send().await.unwrap();
    assert_eq!(response.status().as_u16(), 200, "{path}");
    response.bytes().await.unwrap().to_vec()
}

#[tokio::test]
async fn a_person_gets_everything_that_is_held_about_them() {
    let app = TestApp::start().await;
    let ada = contact(&app, "ada@example.com").await;
    contact(&app, "nada@example.com").await;
    let id = received(&app, "ACCESS", "ADA@example.com").await;

    let found = app.data(FOUND, json!({ "id": id })).await["privacyRequestFound"].take();
    assert_eq!(found["holdings"]["contacts"], 1, "{found}");
    assert_eq!(found["contacts"][0], json!({ "id": ada, "label": "Ada Žižek" }));
    let path = format!("/api/v1/requests/{id}/answer-file");
    let (status, early) = app.get(Role::Admin, &path).await;
    assert_eq!(status, 422, "{early}");

    let done = answered(&app, &id).await;
    assert!(done["fileSize"].as_i64().unwrap() > 1_000, "{done}");
    let mut zip = zip_of(bytes(&app, &path).await);
    let mut text = String::new();
    zip.by_name("person.json").unwrap().read_to_string(&mut text).unwrap();
    let person: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(person["contacts"][0]["id"], json!(ada));
    let fields = person["contacts"][0]["fields"].as_array().unwrap();
    assert!(fields.iter().any(|field| field["key"] == "email" && field["value"] == "ada@example.com"));
    assert_eq!(person["contacts"][0]["history"][0]["event"], "ContactCreated");
    assert!(!text.contains("nada@example.com"), "nobody else is in it");
    let mut pdf = Vec::new();
    zip.by_name("person.pdf").unwrap().read_to_end(&mut pdf).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
}

pub fn zip_of(bytes: Vec<u8>) -> zip::ZipArchive<Cursor<Vec<u8>>> {
    zip::ZipArchive::new(Cursor::new(bytes)).unwrap()
}

#[tokio::test]
async fn a_person_is_erased_with_a_proof_and_stays_suppressed() {
    let app = TestApp::start().await;
    let ada = contact(&app, "ada@example.com").await;
    let access = received(&app, "ACCESS", "ada@example.com").await;
    answered(&app, &access).await;
    let id = received(&app, "ERASURE", "ada@example.com").await;

    let unsure = app.data(ANSWER, json!({ "input": { "id": id } })).await;
    assert_eq!(unsure["privacyRequestAnswer"]["userErrors"][0]["code"], "CONFIRM_ERASURE");
    let done = answered(&app, &id).await;
    assert_eq!(done["holdings"]["contacts"], 1, "{done}");
    let gone = |data: &Value| data["privacyRequest"]["forgotten"] == true;
    let told = until(&app, ONE, json!({ "id": id }), gone).await["privacyRequest"].take();
    assert_eq!((&told["personLabel"], &told["email"]), (&json!("An erased person"), &Value::Null));
    assert_eq!(told["hashes"].as_array().unwrap().len(), 1);
    // The earlier answer told of them, too.
    until(&app, ONE, json!({ "id": access }), gone).await;
    let (status, file) = app.get(Role::Admin, &format!("/api/v1/requests/{access}/answer-file")).await;
    assert_eq!(status, 422, "{file}");

    let query = "query($id: UUID!) { contact(id: $id) { erased fullName } suppressionCheck(value: \"ada@example.com\") { suppressed because { reasonLabel } } }";
    let forgotten = |data: &Value| data["contact"]["erased"] == true;
    let data = until(&app, query, json!({ "id": ada }), forgotten).await;
    assert_eq!(data["contact"], json!({ "erased": true, "fullName": null }));
    assert_eq!(data["suppressionCheck"]["because"][0]["reasonLabel"], "Erasure request", "{data}");

    let proof = bytes(&app, &format!("/api/v1/requests/{id}/proof?format=json")).await;
    let text = String::from_utf8(proof).unwrap();
    assert!(!text.to_lowercase().contains("ada@") && !text.contains("Žižek"), "{text}");
    let proof: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(proof["contacts"], json!([ada]));
    assert!(!proof["positions"].as_array().unwrap().is_empty(), "{proof}");
    assert!(bytes(&app, &format!("/api/v1/requests/{id}/proof")).await.starts_with(b"%PDF-"));
}

#[tokio::test]
async fn who_is_no_contact_is_erased_from_the_registers() {
    let app = TestApp::start().await;
    let suppress = json!({ "entries": [{ "value": "lone@example.com" }], "reason": "MANUAL" });
    let add = "mutation($input: SuppressionsAddInput!) { suppressionsAdd(input: $input) { ids userErrors { code } } }";
    app.data(add, json!({ "input": suppress })).await;
    let id = received(&app, "ERASURE", "lone@example.com").await;
    let found = app.data(FOUND, json!({ "id": id })).await["privacyRequestFound"].take();
    assert_eq!((&found["holdings"]["contacts"], &found["holdings"]["suppressions"]), (&json!(0), &json!(1)));
    answered(&app, &id).await;
    let list = "{ suppressions { edges { node { value erased reasonLabel } } } }";
    let erased = |data: &Value| data["suppressions"]["edges"][0]["node"]["erased"] == true;
    let data = until(&app, list, json!({}), erased).await;
    let node = &data["suppressions"]["edges"][0]["node"];
    assert_eq!(node, &json!({ "value": null, "erased": true, "reasonLabel": "Erasure request" }));
}

/// As the workers of another process leave it: the erasure of a contact waits, and the answer for that.
#[tokio::test]
async fn what_an_answer_waits_for_is_told_and_the_cause_comes_first() {
    let app = TestApp::start().await;
    let id = received(&app, "ERASURE", "ada@example.com").await;
    let path = format!("/api/v1/requests/{id}/waits-for");
    assert_eq!(app.get(Role::Admin, &path).await, (200, json!({ "waitsFor": [] })));
    let jobs = "insert into jobs.queue (id, kind, unique_key, state, run_at, waits_for, progress_state) values
        (gen_random_uuid(), 'elsewhere', 'privacy_request_answer:' || $1, 'queued', now() + interval '1 day', 'the erasure of a contact is still under way', jsonb_build_object('contacts', jsonb_build_array($2::text))),
        (gen_random_uuid(), 'elsewhere', 'erase_contact:' || $2, 'queued', now() + interval '1 day', 'the import July is still reading its file', '{}')";
    let pool = &app.backend.context.log.pools.write;
    sqlx::query(jobs).bind(&id).bind(NOBODY).execute(pool).await.unwrap();
    let (_, told) = app.get(Role::Admin, &path).await;
    assert_eq!(
        told["waitsFor"],
        json!(["the import July is still reading its file", "the erasure of a contact is still under way"])
    );
    let query = "query($id: UUID!) { privacyRequestWaitsFor(id: $id) }";
    let same = app.data(query, json!({ "id": id })).await;
    assert_eq!(same["privacyRequestWaitsFor"], told["waitsFor"]);
    for role in [Role::CampaignManager, Role::QaAnalyst, Role::Agent, Role::ClientUser] {
        let refused = app.graphql(role, query, json!({ "id": id })).await;
        assert!(!refused["errors"].is_null(), "{role}: {refused}");
    }
    assert_eq!(app.get(Role::Admin, &format!("/api/v1/requests/{NOBODY}/waits-for")).await.0, 404);
    assert_eq!(app.data(query, json!({ "id": NOBODY })).await["privacyRequestWaitsFor"], json!([]));
}

#[tokio::test]
async fn each_role_does_what_the_table_says_at_both_doors() {
    let app = TestApp::start().await;
    let id = received(&app, "ACCESS", "ada@example.com").await;
    for (role, may) in [
        (Role::Admin, true),
        (Role::DataOps, true),
        (Role::CampaignManager, false),
        (Role::QaAnalyst, false),
        (Role::Agent, false),
        (Role::ClientUser, false),
    ] {
        let wanted = if may { 200 } else { 403 };
        for path in [
            String::new(),
            "/file".to_owned(),
            format!("/{id}"),
            format!("/{id}/found"),
            format!("/{id}/waits-for"),
        ] {
            let request = app.rest(role, Method::GET, &format!("/api/v1/requests{path}")).await;
            assert_eq!(request.send().await.unwrap().status().as_u16(), wanted, "{role} {path}");
        }
        let body = json!({ "kind": "access", "cameBy": "letter", "phone": "+1 202 555 0100" });
        let (status, taken) = app.post(role, "/api/v1/requests", body).await;
        assert_eq!(status, if may { 201 } else { 403 }, "{role}: {taken}");
        let listed = app.graphql(role, LIST, json!({})).await;
        assert_eq!(listed["errors"].is_null(), may, "{role}: {listed}");
    }
    let listed = app.data(LIST, json!({ "filter": { "kind": "ACCESS", "state": "UNSETTLED" } })).await;
    assert!(listed["privacyRequestsWaiting"]["unsettled"].as_i64().unwrap() >= 1, "{listed}");
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_its_reason() {
    let app = TestApp::start().await;
    for (change, wanted) in [
        (json!({ "email": null }), "REQUEST_PERSON_MISSING"),
        (json!({ "email": "nonsense" }), "REQUEST_EMAIL_INVALID"),
        (json!({ "phone": "12" }), "REQUEST_PHONE_INVALID"),
        (json!({ "receivedAt": "2999-01-01T00:00:00Z" }), "REQUEST_IN_FUTURE"),
        (json!({ "contactId": NOBODY }), "REQUEST_CONTACT_UNKNOWN"),
        (json!({ "assigneeId": NOBODY }), "REQUEST_ASSIGNEE"),
    ] {
        let mut body = json!({ "kind": "access", "cameBy": "email", "email": "ada@example.com" });
        body.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let (status, refused) = app.post(Role::Admin, "/api/v1/requests", body).await;
        assert_eq!(status, 422, "{refused}");
        assert_eq!(refused["errors"][0]["code"], wanted, "{refused}");
    }
    let (status, _) = app.post(Role::Admin, "/api/v1/requests", json!({ "kind": "weather" })).await;
    assert!((400..500).contains(&status));
    for path in ["answer", "begin"] {
        let path = format!("/api/v1/requests/{NOBODY}/{path}");
        let request = app.rest(Role::Admin, Method::POST, &path).await.json(&json!({ "confirm": true }));
        assert_eq!(answer(request).await.0, 404, "{path}");
    }
    let id = received(&app, "ACCESS", "ada@example.com").await;
    let (status, none) = app.get(Role::Admin, &format!("/api/v1/requests/{id}/proof")).await;
    assert_eq!(status, 422, "{none}");
    let silent = app.data(REFUSE, json!({ "input": { "id": id, "why": " " } })).await;
    assert_eq!(silent["privacyRequestRefuse"]["userErrors"][0]["code"], "REQUEST_REASON_MISSING");
    let refused = app.data(REFUSE, json!({ "input": { "id": id, "why": "It was not them" } })).await;
    assert_eq!(refused["privacyRequestRefuse"]["userErrors"], json!([]));
    let late = app.data(ANSWER, json!({ "input": { "id": id } })).await;
    assert_eq!(late["privacyRequestAnswer"]["userErrors"][0]["code"], "REQUEST_REFUSED");
}
