//! Records that a client supplied: marked by the import, shown at both doors, lifted by who may, and left out of exports.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::importing;
use crate::support::{TestApp, answer, code, until};

const FILE: &str = "First Name,Last Name,Email,Company Name,Website\n\
    Ada,Lovelace,ada@example.com,Example Ltd,example.com\n\
    Charles,Babbage,charles@other.test,Other Ltd,other.test\n";
const CONTACT: &str = "{ contacts(first: 10) { edges { node { id version clientRestrictionId clientRestrictionName fields } } } }";

async fn client(app: &TestApp) -> String {
    let (status, made) = app.post(Role::Admin, "/api/v1/clients", json!({ "name": "Norhavn" })).await;
    assert_eq!(status, 201, "{made}");
    made["id"].as_str().unwrap().to_owned()
}

/// The mapping over REST, as the client's.
async fn mapped(app: &TestApp, role: Role, import: &str, client: Value) -> (u16, Value) {
    let columns = [("first_name", 0), ("last_name", 1), ("email", 2)];
    let columns: Vec<Value> = columns
        .iter()
        .map(|(field, column)| json!({ "column": column, "entity": "contact", "field": field }))
        .collect();
    let body = json!({ "mapping": columns, "suppliedBy": client });
    let request = app.rest(role, Method::PUT, &format!("/api/v1/imports/{import}/mapping")).await;
    answer(request.json(&body)).await
}

/// Two contacts of the client's.
async fn supplied(app: &TestApp, client: &str) {
    let (_, import) = importing::upload(app, FILE).await;
    let id = import["id"].as_str().unwrap();
    let (status, known) = mapped(app, Role::DataOps, id, json!(client)).await;
    assert_eq!((status, &known["suppliedBy"]), (200, &json!(client)), "{known}");
    importing::start(app, id).await;
    let import = importing::ended(app, id, "state suppliedById suppliedByName").await;
    assert_eq!(
        (&import["state"], &import["suppliedById"], &import["suppliedByName"]),
        (&json!("COMPLETED"), &json!(client), &json!("Norhavn"))
    );
}

async fn exported(app: &TestApp, asked: Value) -> Value {
    let (status, export) = app.post(Role::DataOps, "/api/v1/exports", asked).await;
    assert!(status == 201 || status == 202, "{export}");
    let over = "query($id: UUID!) { export(id: $id) { state rows leftOut restricted } }";
    let ended = |data: &Value| data["export"]["state"].as_str().is_some_and(|state| state != "RUNNING");
    until(app, over, json!({ "id": export["id"] }), ended).await["export"].take()
}

#[tokio::test]
async fn a_mark_of_nobodys_is_refused_and_roles_without_imports_are() {
    let app = TestApp::start().await;
    let (_, import) = importing::upload(&app, FILE).await;
    let id = import["id"].as_str().unwrap();
    let unknown = json!("00000000-0000-0000-0000-000000000001");
    let (status, refused) = mapped(&app, Role::DataOps, id, unknown).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("CLIENT_NOT_FOUND")), "{refused}");
    let (status, _) = mapped(&app, Role::DataOps, id, json!("Norhavn")).await;
    assert!((400..500).contains(&status), "{status}");
    for role in [Role::CampaignManager, Role::QaAnalyst, Role::Agent, Role::ClientUser] {
        let (status, _) = mapped(&app, role, id, Value::Null).await;
        assert_eq!(status, 403, "{role}");
    }
}

#[tokio::test]
async fn who_manages_clients_lifts_it_and_takes_that_back() {
    let app = TestApp::start().await;
    let client = client(&app).await;
    supplied(&app, &client).await;
    let data = app.data(CONTACT, json!({})).await;
    let node = data["contacts"]["edges"][0]["node"].clone();
    assert_eq!(
        (&node["clientRestrictionId"], &node["clientRestrictionName"]),
        (&json!(client), &json!("Norhavn")),
        "{node}"
    );
    assert_eq!(node["fields"]["client_restriction"], json!(client));
    let lift = "mutation($input: RecordUpdateInput!) { contactUpdate(input: $input) { position contact { clientRestrictionId } userErrors { code field } } }";
    let input = json!({ "input": { "id": node["id"], "fields": { "client_restriction": null } } });
    let refused = app.graphql(Role::DataOps, lift, input.clone()).await;
    let said = code(&refused).is_some() || refused["data"]["contactUpdate"]["userErrors"] != json!([]);
    assert!(said, "{refused}");
    let lifted = app.data(lift, input).await["contactUpdate"].take();
    assert_eq!(lifted["userErrors"], json!([]), "{lifted}");
    let undo =
        "mutation($input: RecordUndoInput!) { contactUndo(input: $input) { position userErrors { code } } }";
    let input = json!({ "input": { "id": node["id"], "position": lifted["position"] } });
    let undone = app.data(undo, input).await["contactUndo"].take();
    assert_eq!(undone["userErrors"], json!([]), "{undone}");
}

#[tokio::test]
async fn exports_leave_them_out_unless_asked_and_say_how_many() {
    let app = TestApp::start().await;
    let client = client(&app).await;
    let free = json!({ "input": { "fields": { "email": "free@example.org", "last_name": "Free" } } });
    let make = "mutation($input: RecordInput!) { contactCreate(input: $input) { userErrors { code } } }";
    assert_eq!(app.data(make, free).await["contactCreate"]["userErrors"], json!([]));
    supplied(&app, &client).await;
    let asked = json!({ "entity": "contact", "format": "csv", "columns": ["email", "client_restriction"] });
    let without = exported(&app, asked.clone()).await;
    assert_eq!((&without["rows"], &without["leftOut"]), (&json!(1), &json!(2)), "{without}");
    assert_eq!(without["restricted"], "LEAVE_OUT");
    let mut all = asked.clone();
    all["restricted"] = json!("include");
    let all = exported(&app, all).await;
    assert_eq!((&all["rows"], &all["leftOut"]), (&json!(3), &json!(0)), "{all}");
    let mut wrong = asked;
    wrong["restricted"] = json!("maybe");
    let (status, refused) = app.post(Role::DataOps, "/api/v1/exports", wrong).await;
    assert_eq!((status, &refused["errors"][0]["field"]), (422, &json!("restricted")), "{refused}");
}

#[tokio::test]
async fn a_merge_does_not_free_what_a_client_supplied() {
    let app = TestApp::start().await;
    let client = client(&app).await;
    supplied(&app, &client).await;
    let make = "mutation($input: RecordInput!) { contactCreate(input: $input) { contact { id } userErrors { code } } }";
    let free = json!({ "input": { "fields": { "email": "free@example.org", "last_name": "Free" } } });
    let free = app.data(make, free).await["contactCreate"]["contact"]["id"].take();
    let data = app.data(CONTACT, json!({})).await;
    let edges = data["contacts"]["edges"].as_array().unwrap();
    let theirs = edges.iter().find(|edge| edge["node"]["clientRestrictionId"] == json!(client)).unwrap();
    let theirs = theirs["node"]["id"].clone();
    let merge =
        "mutation($input: RecordsMergeInput!) { recordsMerge(input: $input) { userErrors { code } } }";
    let input = |survivor: &Value, absorbed: &Value| json!({ "input": { "entity": "CONTACT", "survivor": survivor, "absorbed": [absorbed] } });
    let refused = app.data(merge, input(&free, &theirs)).await;
    assert_eq!(refused["recordsMerge"]["userErrors"][0]["code"], "MERGE_RESTRICTED", "{refused}");
    let merged = app.data(merge, input(&theirs, &free)).await;
    assert_eq!(merged["recordsMerge"]["userErrors"], json!([]), "{merged}");
    let data = app.data(CONTACT, json!({})).await;
    let edges = data["contacts"]["edges"].as_array().unwrap();
    let stays = edges.iter().find(|edge| edge["node"]["id"] == theirs).unwrap();
    assert_eq!(stays["node"]["clientRestrictionId"], json!(client), "{data}");
}
