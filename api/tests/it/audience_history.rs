//! What happened to segments, lists and domain sets themselves, through both doors.

use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};

use crate::support::{TestApp, code, until};

const EVENTS: &str = "{ title eventType actorName sourceLabel changes { label old new } }";

async fn history(app: &TestApp, field: &str, id: &Value) -> Value {
    let query = format!("query($id: UUID!) {{ {field}(id: $id) {EVENTS} }}");
    app.data(&query, json!({ "id": id })).await[field].take()
}

fn titles(told: &Value) -> Vec<&str> {
    told.as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect()
}

fn country(code: &str) -> Value {
    json!({ "field": "country", "op": "equals", "value": code })
}

async fn refused(app: &TestApp, role: Role, field: &str, id: &Value, wanted: &str) {
    let query = format!("query($id: UUID!) {{ {field}(id: $id) {EVENTS} }}");
    let body = app.graphql(role, &query, json!({ "id": id })).await;
    assert_eq!(code(&body), Some(wanted), "{role}: {body}");
}

#[tokio::test]
async fn a_segment_tells_who_defined_it_anew_and_how_it_was_before() {
    let app = TestApp::start().await;
    let create = "mutation($input: SegmentCreateInput!) { segmentCreate(input: $input) { segment { id } userErrors { message } } }";
    let input =
        json!({ "entity": "CONTACT", "name": "DACH", "sharing": "EVERYONE", "filter": country("DE") });
    let id = app.data(create, json!({ "input": input })).await["segmentCreate"]["segment"]["id"].take();
    let update =
        "mutation($input: SegmentUpdateInput!) { segmentUpdate(input: $input) { userErrors { message } } }";
    app.data(update, json!({ "input": { "id": id, "name": "Alps" } })).await;
    let define = "mutation($id: UUID!, $filter: JSON!) { segmentDefine(id: $id, filter: $filter) { userErrors { message } } }";
    app.data(define, json!({ "id": id, "filter": country("AT") })).await;
    let archive = "mutation($id: UUID!) { segmentArchive(id: $id) { userErrors { message } } }";
    app.data(archive, json!({ "id": id })).await;

    let told = history(&app, "segmentHistory", &id).await;
    assert_eq!(titles(&told), ["Archived", "Definition changed", "Renamed", "Created"], "{told}");
    let defined =
        json!([{ "label": "Definition", "old": "Country is Germany", "new": "Country is Austria" }]);
    assert_eq!(told[1]["changes"], defined, "{told}");
    assert_eq!(told[2]["changes"], json!([{ "label": "Name", "old": "DACH", "new": "Alps" }]), "{told}");
    assert!(told[3]["actorName"].is_string(), "{told}");
    let shared = json!({ "label": "Who sees it", "old": null, "new": "Everyone" });
    assert!(told[3]["changes"].as_array().unwrap().contains(&shared), "{told}");

    let path = format!("/api/v1/segments/{}/history", id.as_str().unwrap());
    let (status, rest) = app.get(Role::QaAnalyst, &path).await;
    assert_eq!((status, titles(&rest["items"])), (200, titles(&told)), "{rest}");
    assert_eq!(app.get(Role::Agent, &path).await.0, 403);
    refused(&app, Role::Agent, "segmentHistory", &id, "FORBIDDEN").await;
}

#[tokio::test]
async fn a_list_tells_it_to_whom_it_is_shared_with() {
    let app = TestApp::start().await;
    let create = "mutation($input: ListCreateInput!) { listCreate(input: $input) { list { id } userErrors { message } } }";
    let input = json!({ "entity": "ACCOUNT", "name": "Fair", "tags": ["2026"] });
    let id = app.data(create, json!({ "input": input })).await["listCreate"]["list"]["id"].take();
    let update =
        "mutation($input: ListUpdateInput!) { listUpdate(input: $input) { userErrors { message } } }";
    app.data(update, json!({ "input": { "id": id, "name": "Expo", "tags": [] } })).await;
    let told = history(&app, "listHistory", &id).await;
    assert_eq!(titles(&told), ["Name, tags changed", "Created"], "{told}");
    assert_eq!(told[0]["changes"][1], json!({ "label": "Tags", "old": "2026", "new": null }), "{told}");

    let path = format!("/api/v1/lists/{}/history", id.as_str().unwrap());
    assert_eq!(app.get(Role::Admin, &path).await.0, 200);
    assert_eq!(app.get(Role::DataOps, &path).await.0, 404);
    assert_eq!(app.get(Role::ClientUser, &path).await.0, 403);
    refused(&app, Role::DataOps, "listHistory", &id, "NOT_FOUND").await;
    refused(&app, Role::Agent, "listHistory", &id, "FORBIDDEN").await;
}

#[tokio::test]
async fn a_domain_set_tells_how_it_was_read_and_matched() {
    let app = TestApp::start().await;
    let upload = "mutation($input: DomainSetUploadInput!) { domainSetUpload(input: $input) { id userErrors { code } } }";
    let input = json!({ "name": "Targets", "text": "northwind.test\nnorthwind.test\nrubbish\n" });
    let id = app.data(upload, json!({ "input": input })).await["domainSetUpload"]["id"].take();
    let state = "query($id: UUID!) { domainSet(id: $id) { state } }";
    until(&app, state, json!({ "id": id }), |data| data["domainSet"]["state"] == "READY").await;
    let told = history(&app, "domainSetHistory", &id).await;
    let wanted = [
        "Matched: 0 exact, 0 fuzzy, 1 unknown",
        "Read: 1 domain, 1 repeated, 1 not read",
        "Created from what was pasted",
    ];
    assert_eq!(titles(&told), wanted, "{told}");
    refused(&app, Role::QaAnalyst, "domainSetHistory", &id, "NOT_FOUND").await;
    refused(&app, Role::Agent, "domainSetHistory", &id, "FORBIDDEN").await;
}
