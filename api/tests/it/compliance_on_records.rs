//! Consent, requests and holds where people work: recorded of many at once, told on the timeline to who may know, and rows of files
//! that never became a contact.

use std::io::{Cursor, Read};

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::importing;
use crate::support::{TestApp, caught_up, until};

const BULK: &str = "mutation($input: BulkStartInput!) { bulkStart(input: $input) { bulk { id action { title } } userErrors { code field } } }";
const BULK_ENDED: &str =
    "query($id: UUID!) { bulk(id: $id) { finishedAt counts { changed refused } action { asked } } }";
const RECEIVE: &str = "mutation($input: PrivacyRequestReceiveInput!) { privacyRequestReceive(input: $input) { requestId position userErrors { code } } }";
const ANSWER: &str = "mutation($input: PrivacyRequestAnswerInput!) { privacyRequestAnswer(input: $input) { userErrors { code } } }";
const PLACE: &str = "mutation($input: LegalHoldPlaceInput!) { legalHoldPlace(input: $input) { id position userErrors { code } } }";
const HISTORY: &str = "query($id: UUID!) { history(entity: CONTACT, id: $id) { edges { node { kind title } } } timelineFacets(entity: CONTACT, id: $id) { kinds { key count } } }";

async fn contact(app: &TestApp, email: &str) -> String {
    let body = json!({ "fields": { "email": email, "full_name": "Ada Lovelace" } });
    let (status, made) = app.post(Role::Admin, "/api/v1/contacts", body).await;
    assert!(status < 300, "{made}");
    made["id"].as_str().unwrap().to_owned()
}

async fn received(app: &TestApp, kind: &str, email: &str) -> String {
    let input = json!({ "kind": kind, "cameBy": "EMAIL", "email": email, "note": "a private word" });
    let done = app.data(RECEIVE, json!({ "input": input })).await["privacyRequestReceive"].take();
    assert_eq!(done["userErrors"], json!([]), "{done}");
    caught_up(app, done["position"].as_i64().unwrap()).await;
    done["requestId"].as_str().unwrap().to_owned()
}

fn of_many(ids: &[&String], consent: Value) -> Value {
    json!({ "selection": { "entity": "CONTACT", "ids": ids }, "action": { "kind": "RECORD_CONSENT", "consent": consent } })
}

#[tokio::test]
async fn a_basis_is_recorded_of_many_through_both_doors() {
    let app = TestApp::start().await;
    let (ada, bea) = (contact(&app, "ada@example.com").await, contact(&app, "bea@example.com").await);
    let consent = json!({ "channels": ["EMAIL"], "basis": "CONSENT", "origin": "trade show", "wording": "Yes, mail me" });
    let started = app.data(BULK, json!({ "input": of_many(&[&ada, &bea], consent) })).await;
    assert_eq!(started["bulkStart"]["userErrors"], json!([]), "{started}");
    let (status, bulks) = app.get(Role::DataOps, "/api/v1/bulk-changes").await;
    assert_eq!(status, 200, "{bulks}");
    let id = match started["bulkStart"]["bulk"]["id"].as_str() {
        Some(id) => id.to_owned(),
        None => panic!("{started}"),
    };
    let done =
        until(&app, BULK_ENDED, json!({ "id": id }), |data| data["bulk"]["finishedAt"].is_string()).await;
    assert_eq!(done["bulk"]["counts"], json!({ "changed": 2, "refused": 0 }), "{done}");
    assert_eq!(done["bulk"]["action"]["asked"]["origin"], "trade show", "{done}");

    let unproven = json!({ "channels": ["EMAIL"], "basis": "CONSENT", "origin": "trade show" });
    let refused = app.data(BULK, json!({ "input": of_many(&[&ada], unproven) })).await;
    assert_eq!(refused["bulkStart"]["userErrors"][0]["code"], "CONSENT_PROOF_MISSING", "{refused}");
    let nothing =
        json!({ "selection": { "entity": "CONTACT", "ids": [ada] }, "action": { "kind": "RECORD_CONSENT" } });
    let refused = app.data(BULK, json!({ "input": nothing })).await;
    assert_eq!(refused["bulkStart"]["userErrors"][0]["code"], "BULK_CONSENT_MISSING", "{refused}");

    let action =
        json!({ "kind": "record_consent", "channels": ["phone"], "basis": "contract", "origin": "signed" });
    let body = json!({ "selection": { "entity": "contact", "ids": [bea] }, "action": action });
    for (role, wanted) in [(Role::QaAnalyst, 403), (Role::Agent, 403), (Role::ClientUser, 403)] {
        assert_eq!(app.post(role, "/api/v1/bulk-changes", body.clone()).await.0, wanted, "{role}");
    }
    let (status, taken) = app.post(Role::DataOps, "/api/v1/bulk-changes", body).await;
    assert!(status == 201 || status == 202, "{taken}");
    let bad =
        json!({ "kind": "record_consent", "channels": ["pigeon"], "basis": "contract", "origin": "signed" });
    let body = json!({ "selection": { "entity": "contact", "ids": [bea] }, "action": bad });
    assert_eq!(app.post(Role::DataOps, "/api/v1/bulk-changes", body).await.0, 422);
}

#[tokio::test]
async fn the_timeline_tells_of_requests_and_holds_to_who_may_know() {
    let app = TestApp::start().await;
    let ada = contact(&app, "ada@example.com").await;
    let request = received(&app, "ERASURE", "ada@example.com").await;
    let input = json!({ "over": { "contactId": ada }, "reason": "a claim", "reference": "2026/114" });
    let placed = app.data(PLACE, json!({ "input": input })).await["legalHoldPlace"].take();
    caught_up(&app, placed["position"].as_i64().unwrap()).await;
    let kinds = |data: &Value| -> Vec<String> {
        let entries = data["data"]["history"]["edges"].as_array().unwrap().iter();
        entries.map(|edge| edge["node"]["kind"].as_str().unwrap().to_owned()).collect()
    };
    let told = app.graphql(Role::DataOps, HISTORY, json!({ "id": ada })).await;
    assert!(kinds(&told).contains(&"requests".to_owned()), "{told}");
    assert!(kinds(&told).contains(&"legal_holds".to_owned()), "{told}");
    assert!(told.to_string().contains("Request for erasure received"), "{told}");
    assert!(!told.to_string().contains("a private word"), "{told}");
    for role in [Role::CampaignManager, Role::QaAnalyst] {
        let told = app.graphql(role, HISTORY, json!({ "id": ada })).await;
        let text = told.to_string();
        assert!(!text.contains("requests") && !text.contains("legal_holds"), "{role}: {told}");
    }
    let open = "query($id: UUID!) { privacyRequests(filter: { contactId: $id, state: UNSETTLED }) { edges { node { id } } } }";
    let open = app.data(open, json!({ "id": ada })).await;
    assert_eq!(open["privacyRequests"]["edges"][0]["node"]["id"], json!(request), "found by its address");
}

#[tokio::test]
async fn rows_of_who_has_no_contact_are_in_the_answer_and_counted_in_the_proof() {
    let app = TestApp::start().await;
    let file = "First Name,Last Name,Email,Country,Notes\n\
        Ada,Lovelace,not an address,US,write to ada@example.com\n\
        Charles,Babbage,charles@other.test,GB,\n";
    let import = importing::started(&app, file, None).await;
    importing::ended(&app, &import, "state").await;

    let id = received(&app, "ACCESS", "ada@example.com").await;
    let held = answered(&app, &id).await;
    assert_eq!((&held["contacts"], &held["importRows"]), (&json!(0), &json!(1)), "{held}");
    let path = format!("/api/v1/requests/{id}/answer-file");
    let response = app.rest(Role::DataOps, Method::GET, &path).await.send().await.unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(response.bytes().await.unwrap().to_vec())).unwrap();
    let mut text = String::new();
    zip.by_name("person.json").unwrap().read_to_string(&mut text).unwrap();
    let person: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        (&person["file_rows"][0]["import"], &person["file_rows"][0]["row"]),
        (&json!(import), &json!(2))
    );
    assert!(!text.contains("charles@other.test"), "nobody else is in it");

    let id = received(&app, "ERASURE", "ada@example.com").await;
    assert_eq!(answered(&app, &id).await["importRows"], 1);
    let id = received(&app, "ACCESS", "ada@example.com").await;
    assert_eq!(answered(&app, &id).await["importRows"], 0, "the row was blanked");
}

/// What a contact is known by is looked for when the contact is erased, anything else when the request ends: no row may fall between.
#[tokio::test]
async fn rows_by_what_only_the_request_names_are_blanked_as_those_of_the_contact_are() {
    let app = TestApp::start().await;
    let ada = contact(&app, "ada@example.com").await;
    let file = "First Name,Last Name,Email,Country,Notes\n\
        Ada,Lovelace,not an address,US,write to ada@example.com\n\
        A,L,no address either,US,call +1 202 555 0143\n\
        Charles,Babbage,charles@other.test,GB,\n";
    let import = importing::started(&app, file, None).await;
    importing::ended(&app, &import, "state").await;

    let input = json!({ "kind": "ERASURE", "cameBy": "EMAIL", "email": "ada@example.com", "phone": "+1 202 555 0143", "contactId": ada });
    let done = app.data(RECEIVE, json!({ "input": input })).await["privacyRequestReceive"].take();
    assert_eq!(done["userErrors"], json!([]), "{done}");
    let held = answered(&app, done["requestId"].as_str().unwrap()).await;
    assert_eq!((&held["contacts"], &held["importRows"]), (&json!(1), &json!(2)), "{held}");

    let input = json!({ "kind": "ACCESS", "cameBy": "EMAIL", "email": "ada@example.com", "phone": "+1 202 555 0143" });
    let done = app.data(RECEIVE, json!({ "input": input })).await["privacyRequestReceive"].take();
    let held = answered(&app, done["requestId"].as_str().unwrap()).await;
    assert_eq!(held["importRows"], 0, "both rows were blanked");

    let id = received(&app, "ERASURE", "charles@other.test").await;
    assert_eq!(answered(&app, &id).await["importRows"], 1);
    let id = received(&app, "ACCESS", "charles@other.test").await;
    assert_eq!(answered(&app, &id).await["importRows"], 0, "known by nothing but the contact's own address");
}

/// What was held, once the answer is made.
async fn answered(app: &TestApp, id: &str) -> Value {
    let done = app.data(ANSWER, json!({ "input": { "id": id, "confirm": true } })).await;
    assert_eq!(done["privacyRequestAnswer"]["userErrors"], json!([]), "{done}");
    let one = "query($id: UUID!) { privacyRequest(id: $id) { state holdings { contacts importRows } } }";
    let ended = |data: &Value| data["privacyRequest"]["state"] == "ANSWERED";
    until(app, one, json!({ "id": id }), ended).await["privacyRequest"]["holdings"].take()
}
