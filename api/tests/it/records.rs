use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{TestApp, answer, code};

const CREATE: &str = "mutation($input: RecordInput!) { contactCreate(input: $input) { contact { id fullName version fields } position userErrors { code field message } } }";
const UPDATE: &str = "mutation($input: RecordUpdateInput!) { contactUpdate(input: $input) { contact { id jobTitle version } position userErrors { code field message } } }";

async fn ada(app: &TestApp) -> Value {
    let fields = json!({ "first_name": "Ada", "last_name": "Lovelace", "email": "ada@example.com" });
    app.data(CREATE, json!({ "input": { "fields": fields } })).await["contactCreate"].clone()
}

#[tokio::test]
async fn what_was_just_written_is_in_the_next_list() {
    let app = TestApp::start().await;
    let token = app.token(Role::Admin).await;
    for number in 0..5 {
        let fields = json!({ "last_name": "Nyberg", "email": format!("n{number}@example.com") });
        let made = app.data(CREATE, json!({ "input": { "fields": fields } })).await;
        let position = made["contactCreate"]["position"].as_i64().unwrap();
        let query = json!({ "query": "{ contacts(filter: {q: \"nyberg\"}) { totalCount stale edges { node { email } } } }" });
        let request = app
            .request(Method::POST, "/graphql")
            .bearer_auth(&token)
            .header("x-pivotal-after", position)
            .json(&query);
        let (_, body) = answer(request).await;
        let list = &body["data"]["contacts"];
        assert_eq!((list["totalCount"].as_i64(), list["stale"].as_bool()), (Some(number + 1), Some(false)));
    }
}

#[tokio::test]
async fn a_contact_is_changed_archived_restored_and_its_changes_taken_back() {
    let app = TestApp::start().await;
    let made = ada(&app).await;
    let id = made["contact"]["id"].clone();
    let changed = app.data(UPDATE, json!({ "input": { "id": id, "fields": { "job_title": "CTO" } } })).await;
    let changed = &changed["contactUpdate"];
    assert_eq!(changed["contact"]["jobTitle"], "CTO");

    let history = "query($id: UUID!) { history(entity: CONTACT, id: $id) { totalCount edges { node { position title actorName sourceLabel undoable changes { field old new } } } } }";
    let after = changed["position"].clone();
    let token = app.token(Role::Admin).await;
    let request =
        app.request(Method::POST, "/graphql").bearer_auth(token).header("x-pivotal-after", after.to_string());
    let (_, body) = answer(request.json(&json!({ "query": history, "variables": { "id": id } }))).await;
    let newest = &body["data"]["history"]["edges"][0]["node"];
    assert_eq!(
        (newest["actorName"].as_str(), newest["sourceLabel"].as_str()),
        (Some("Maren Lindqvist"), Some("Typed in"))
    );
    assert_eq!(body["data"]["history"]["totalCount"], 2);

    let undo = "mutation($input: RecordUndoInput!) { contactUndo(input: $input) { contact { jobTitle } userErrors { code } } }";
    let undone = app.data(undo, json!({ "input": { "id": id, "position": newest["position"] } })).await;
    assert_eq!(undone["contactUndo"]["contact"]["jobTitle"], Value::Null);

    let archive = "mutation($id: UUID!) { contactArchive(input: {id: $id}) { contact { archived } } }";
    assert_eq!(app.data(archive, json!({ "id": id })).await["contactArchive"]["contact"]["archived"], true);
    assert_eq!(app.data("{ contacts { totalCount } }", json!({})).await["contacts"]["totalCount"], 0);
    let restore = "mutation($id: UUID!) { contactRestore(input: {id: $id}) { contact { archived } } }";
    assert_eq!(app.data(restore, json!({ "id": id })).await["contactRestore"]["contact"]["archived"], false);
}

#[tokio::test]
async fn a_refusal_names_the_field_the_value_and_a_code() {
    let app = TestApp::start().await;
    ada(&app).await;
    for (fields, error, field) in [
        (json!({ "email": "not an address", "last_name": "X" }), "EMAIL_SYNTAX", "email"),
        (json!({ "email": "ada@example.com", "last_name": "X" }), "EMAIL_TAKEN", "email"),
        (json!({ "no_such_field": "x" }), "FIELD_UNKNOWN", "no_such_field"),
    ] {
        let made = app.data(CREATE, json!({ "input": { "fields": fields } })).await;
        let refused = &made["contactCreate"];
        assert_eq!(refused["contact"], Value::Null);
        assert_eq!(
            (refused["userErrors"][0]["code"].as_str(), refused["userErrors"][0]["field"].as_str()),
            (Some(error), Some(field))
        );
    }
    let made = app.data(CREATE, json!({ "input": { "fields": "not an object" } })).await;
    assert_eq!(made["contactCreate"]["userErrors"][0]["code"], "FIELDS_SHAPE");
}

#[tokio::test]
async fn a_repeat_with_the_same_key_gets_the_first_answer() {
    let app = TestApp::start().await;
    let input = json!({ "input": { "fields": { "email": "once@example.com" }, "idempotencyKey": "k-1" } });
    let first = app.data(CREATE, input.clone()).await;
    let again = app.data(CREATE, input).await;
    assert_eq!(first["contactCreate"]["contact"]["id"], again["contactCreate"]["contact"]["id"]);
    let other = json!({ "input": { "fields": { "email": "twice@example.com" }, "idempotencyKey": "k-1" } });
    let refused = app.data(CREATE, other).await;
    assert_eq!(refused["contactCreate"]["userErrors"][0]["code"], "IDEMPOTENCY_KEY_REUSED");
}

#[tokio::test]
async fn what_is_not_there_is_null_or_404_and_never_a_fault() {
    let app = TestApp::start().await;
    let nobody = Uuid::from_u128(7);
    let query = "query($id: UUID!) { contact(id: $id) { id } account(id: $id) { id } import(id: $id) { id } job(id: $id) { id } client(id: $id) { id } }";
    let data = app.data(query, json!({ "id": nobody })).await;
    assert_eq!(
        data,
        json!({ "contact": null, "account": null, "import": null, "job": null, "client": null })
    );
    let changed =
        app.data(UPDATE, json!({ "input": { "id": nobody, "fields": { "job_title": "x" } } })).await;
    assert_eq!(changed["contactUpdate"]["userErrors"][0]["code"], "NOT_FOUND");
    for path in ["contacts", "accounts", "imports", "jobs"] {
        for id in [nobody.to_string(), "not-an-id".into()] {
            let (status, body) = app.get(Role::Admin, &format!("/api/v1/{path}/{id}")).await;
            assert_eq!((status, body["code"].as_str()), (404, Some("NOT_FOUND")), "{path}/{id}");
        }
    }
}

#[tokio::test]
async fn rest_creates_reads_changes_and_answers_its_position() {
    let app = TestApp::start().await;
    let request = app.rest(Role::DataOps, Method::POST, "/api/v1/accounts").await;
    let response = request
        .json(&json!({ "fields": { "name": "Example Ltd", "domain": "example.com" } }))
        .send()
        .await
        .unwrap();
    assert_eq!(response.status().as_u16(), 201);
    let position = response.headers()["x-pivotal-position"].to_str().unwrap().to_owned();
    let made: Value = response.json().await.unwrap();
    let path = format!("/api/v1/accounts/{}", made["id"].as_str().unwrap());
    let read = app.rest(Role::QaAnalyst, Method::GET, &path).await.header("x-pivotal-after", position);
    let (status, read) = answer(read).await;
    assert_eq!((status, &read["fields"]["domain"]), (200, &json!("example.com")));
    let patch = app
        .rest(Role::DataOps, Method::PATCH, &path)
        .await
        .json(&json!({ "fields": { "hq_city": "Odense" } }));
    let (status, changed) = answer(patch).await;
    assert_eq!((status, &changed["fields"]["hq_city"]), (200, &json!("Odense")));
    let (status, history) = app.get(Role::Admin, &format!("{path}/history")).await;
    assert_eq!((status, history["items"][0]["source"].as_str()), (200, Some("api")));
    let (status, refused) =
        app.post(Role::DataOps, "/api/v1/accounts", json!({ "fields": { "domain": "example.com" } })).await;
    assert_eq!((status, refused["code"].as_str()), (422, Some("REJECTED")));
}

#[tokio::test]
async fn pages_are_walked_forward_and_back_and_a_foreign_cursor_is_refused() {
    let app = TestApp::start().await;
    for number in 0..7 {
        let fields =
            json!({ "full_name": format!("Person {number}"), "email": format!("p{number}@example.com") });
        app.data(CREATE, json!({ "input": { "fields": fields } })).await;
    }
    let query = "query($after: String, $before: String, $sort: RecordSort) { contacts(first: 3, after: $after, before: $before, sort: $sort) { edges { node { email } } pageInfo { hasNextPage startCursor endCursor } } }";
    let sort = json!({ "field": "email", "direction": "ASC" });
    let (mut seen, mut after) = (Vec::new(), Value::Null);
    loop {
        let data = app.data(query, json!({ "after": after, "sort": sort })).await;
        let page = &data["contacts"];
        seen.extend(
            page["edges"]
                .as_array()
                .unwrap()
                .iter()
                .map(|edge| edge["node"]["email"].as_str().unwrap().to_owned()),
        );
        after = page["pageInfo"]["endCursor"].clone();
        if page["pageInfo"]["hasNextPage"] == false {
            let before = page["pageInfo"]["startCursor"].clone();
            let data = app.data(query, json!({ "before": before, "sort": sort })).await;
            assert_eq!(data["contacts"]["edges"][2]["node"]["email"], "p5@example.com");
            break;
        }
    }
    assert_eq!(seen, (0..7).map(|number| format!("p{number}@example.com")).collect::<Vec<_>>());
    for (variables, expected) in [
        (json!({ "after": after, "sort": { "field": "country" } }), "BAD_PAGE"),
        (json!({ "after": "garbage" }), "BAD_PAGE"),
        (json!({ "sort": { "field": "no_such_field" } }), "BAD_SORT"),
    ] {
        let body = app.graphql(Role::Admin, query, variables).await;
        assert_eq!(code(&body), Some(expected), "{body}");
    }
}

#[tokio::test]
async fn an_account_brings_its_contacts_and_a_contact_its_account() {
    let app = TestApp::start().await;
    let create =
        "mutation($input: RecordInput!) { accountCreate(input: $input) { account { id } position } }";
    app.data(create, json!({ "input": { "fields": { "name": "Example Ltd", "domain": "example.com" } } }))
        .await;
    ada(&app).await;
    let query = "{ contacts { edges { node { accountLink account { name contactCount contacts { totalCount edges { node { fullName fields account { id } } } } } fields } } } }";
    let data = app.data(query, json!({})).await;
    let node = &data["contacts"]["edges"][0]["node"];
    assert_eq!(
        (node["accountLink"].as_str(), node["account"]["name"].as_str()),
        (Some("auto"), Some("Example Ltd"))
    );
    assert_eq!(node["account"]["contacts"]["edges"][0]["node"]["fullName"], "Ada Lovelace");
}
