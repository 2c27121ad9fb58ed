//! What a request of a person does with the segments, lists and domain sets they are in: an answer names them, an erasure takes the
//! person out of them.

use std::io::Read;

use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};

use crate::requests::{answered, bytes, contact, received, zip_of};
use crate::support::{TestApp, until};

const SEGMENT: &str = "query($id: UUID!) { segment(id: $id) { members settled } }";
const LIST: &str = "query($id: UUID!) { list(id: $id) { members } }";
const SET: &str =
    "query($id: UUID!) { domainSet(id: $id) { state } domainSetContacts(id: $id) { totalCount } }";
const CREATE_LIST: &str =
    "mutation($input: ListCreateInput!) { listCreate(input: $input) { list { id } userErrors { code } } }";
const REMOVE: &str = "mutation($input: ListChangeInput!) { listRemove(input: $input) { list { members } userErrors { code } } }";
const UPLOAD: &str =
    "mutation($input: DomainSetUploadInput!) { domainSetUpload(input: $input) { id userErrors { code } } }";

async fn segment(app: &TestApp) -> Value {
    let filter = json!({ "field": "full_name", "op": "contains", "value": "ada" });
    let new = json!({ "entity": "contact", "name": "Called Ada", "filter": filter });
    let (status, made) = app.post(Role::Admin, "/api/v1/segments", new).await;
    assert_eq!(status, 201, "{made}");
    let id = made["id"].clone();
    holds(app, &id, 1).await;
    id
}

async fn holds(app: &TestApp, segment: &Value, members: i64) {
    until(app, SEGMENT, json!({ "id": segment }), |data| {
        data["segment"]["members"] == members && data["segment"]["settled"] == true
    })
    .await;
}

async fn list(app: &TestApp, name: &str) -> Value {
    let input = json!({ "entity": "CONTACT", "name": name, "pasted": ["ada@example.com"] });
    let made = app.data(CREATE_LIST, json!({ "input": input })).await;
    assert_eq!(made["listCreate"]["userErrors"], json!([]), "{made}");
    made["listCreate"]["list"]["id"].clone()
}

async fn domain_set(app: &TestApp) -> Value {
    let done = app.data(UPLOAD, json!({ "input": { "name": "Targets", "text": "example.com" } })).await;
    assert_eq!(done["domainSetUpload"]["userErrors"], json!([]), "{done}");
    let id = done["domainSetUpload"]["id"].clone();
    until(app, SET, json!({ "id": id }), |data| data["domainSet"]["state"] == "READY").await;
    id
}

/// The part of the answer that tells of them.
async fn told(app: &TestApp, request: &str) -> Vec<Value> {
    let file = bytes(app, &format!("/api/v1/requests/{request}/answer-file")).await;
    let mut text = String::new();
    zip_of(file).by_name("person.json").unwrap().read_to_string(&mut text).unwrap();
    let person: Value = serde_json::from_str(&text).unwrap();
    person["audiences"].as_array().unwrap().clone()
}

#[tokio::test]
async fn an_answer_names_the_audiences_and_an_erasure_ends_each_stay() {
    let app = TestApp::start().await;
    let ada = contact(&app, "ada@example.com").await;
    let segment = segment(&app).await;
    let (fair, left) = (list(&app, "Fair").await, list(&app, "Left again").await);
    let out = json!({ "id": left, "pasted": ["ada@example.com"] });
    let removed = app.data(REMOVE, json!({ "input": out })).await;
    assert_eq!(removed["listRemove"]["userErrors"], json!([]), "{removed}");
    let set = domain_set(&app).await;

    let request = received(&app, "ACCESS", "ada@example.com").await;
    answered(&app, &request).await;
    let audiences = told(&app, &request).await;
    assert_eq!(audiences.len(), 4, "{audiences:?}");
    let of = |id: &Value| audiences.iter().find(|one| one["audience"] == *id).unwrap();
    for (id, kind, name) in [
        (&segment, "segment", "Called Ada"),
        (&fair, "list", "Fair"),
        (&left, "list", "Left again"),
        (&set, "domain_set", "Targets"),
    ] {
        let one = of(id);
        assert_eq!(
            (&one["kind"], &one["name"], &one["contact"]),
            (&json!(kind), &json!(name), &json!(ada)),
            "{one}"
        );
        assert_eq!(one["since"].is_string(), kind != "domain_set", "{one}");
        assert_eq!(one["until"].is_string(), name == "Left again", "{one}");
        assert!(one["why"].as_str().is_some_and(|why| !why.is_empty()), "{one}");
    }
    assert_eq!(of(&set)["why"], "The domain of the contact's email is in the set.");

    let request = received(&app, "ERASURE", "ada@example.com").await;
    answered(&app, &request).await;
    holds(&app, &segment, 0).await;
    until(&app, LIST, json!({ "id": fair }), |data| data["list"]["members"] == 0).await;
    until(&app, SET, json!({ "id": set }), |data| data["domainSetContacts"]["totalCount"] == 0).await;
    let stays = "select (select count(*) from read.segment_members where left_at is null) + (select count(*) from read.list_members where left_at is null)";
    let pool = &app.backend.context.log.pools.read;
    let stays: i64 = sqlx::query_scalar(stays).fetch_one(pool).await.unwrap();
    assert_eq!(stays, 0);
}
