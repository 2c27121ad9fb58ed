//! Lists of records through both doors: made, filled, combined, copied, taken back, and kept from whom they are not shared with.

use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{TestApp, until};

const CREATE: &str = "mutation($input: ListCreateInput!) { listCreate(input: $input) { list { id name members visibility source mayEdit mayShare fill } change { id asked changed unchanged refusedCount refused { entry code } bulkId } userErrors { code field } } }";
const CHANGE: &str =
    "change { id asked changed unchanged refusedCount bulkId } list { members } userErrors { code field }";
const LIST: &str =
    "query($id: UUID!) { list(id: $id) { name members archived snapshotAt usedBy { kind name } } }";

async fn contact(app: &TestApp, email: &str) -> String {
    let query = "mutation($input: RecordInput!) { contactCreate(input: $input) { contact { id } userErrors { code message } } }";
    let data = app.data(query, json!({ "input": { "fields": { "email": email } } })).await;
    data["contactCreate"]["contact"]["id"].as_str().unwrap_or_else(|| panic!("{data}")).to_owned()
}

async fn created(app: &TestApp, input: Value) -> Value {
    let data = app.data(CREATE, json!({ "input": input })).await;
    assert_eq!(data["listCreate"]["userErrors"], json!([]), "{data}");
    data["listCreate"].clone()
}

async fn changed(app: &TestApp, act: &str, input: Value) -> Value {
    let query = format!("mutation($input: ListChangeInput!) {{ {act}(input: $input) {{ {CHANGE} }} }}");
    app.data(&query, json!({ "input": input })).await[act].clone()
}

/// How many are in it, once there are as many.
async fn holds(app: &TestApp, id: &Value, wanted: i64) -> Value {
    until(app, LIST, json!({ "id": id }), |data| data["list"]["members"] == wanted).await["list"].clone()
}

#[tokio::test]
async fn records_come_into_a_list_and_what_is_not_there_is_told() {
    let app = TestApp::start().await;
    let (ada, grace) = (contact(&app, "ada@example.com").await, contact(&app, "grace@example.com").await);
    let unknown = Uuid::now_v7().to_string();
    let made = created(
        &app,
        json!({ "entity": "CONTACT", "name": "Fair", "selection": { "entity": "CONTACT", "ids": [ada, unknown] } }),
    )
    .await;
    assert_eq!((&made["list"]["members"], &made["list"]["source"]), (&json!(1), &json!("SELECTION")));
    let change = &made["change"];
    assert_eq!(
        (&change["asked"], &change["changed"], &change["refusedCount"]),
        (&json!(2), &json!(1), &json!(1))
    );
    assert_eq!(change["refused"], json!([{ "entry": unknown, "code": "NOT_FOUND" }]));

    let id = &made["list"]["id"];
    let pasted =
        json!({ "id": id, "pasted": ["grace@example.com", "ada@example.com", "nobody@example.com"] });
    let added = changed(&app, "listAdd", pasted).await;
    assert_eq!(
        (&added["change"]["changed"], &added["change"]["unchanged"]),
        (&json!(1), &json!(1)),
        "{added}"
    );
    assert_eq!(added["list"]["members"], 2);
    let query = "query($filter: ContactFilter) { contacts(filter: $filter) { edges { node { id } } } }";
    let filter = json!({ "filter": { "inLists": { "any": [id] } } });
    let rows = |data: &Value| data["contacts"]["edges"].as_array().unwrap().len();
    until(&app, query, filter, |data| rows(data) == 2).await;

    let undo = "mutation($input: ListUndoInput!) { listUndo(input: $input) { list { members } userErrors { code } } }";
    let undone = app.data(undo, json!({ "input": { "id": id, "change": added["change"]["id"] } })).await;
    assert_eq!(undone["listUndo"]["list"]["members"], 1, "{undone}");
    let removed = changed(
        &app,
        "listRemove",
        json!({ "id": id, "selection": { "entity": "CONTACT", "ids": [ada, grace] } }),
    )
    .await;
    assert_eq!(
        (&removed["change"]["changed"], &removed["list"]["members"]),
        (&json!(1), &json!(0)),
        "{removed}"
    );
    let members = "query($id: UUID!, $at: DateTime) { listMembers(listId: $id, asOf: $at) { totalCount edges { node { recordId leftAt } } } }";
    let now = app.data(members, json!({ "id": id })).await;
    assert_eq!(now["listMembers"]["edges"], json!([]), "{now}");
}

#[tokio::test]
async fn a_list_of_nobody_who_is_there_is_empty_and_one_of_a_filter_that_cannot_be_read_is_not_made() {
    let app = TestApp::start().await;
    let ids: Vec<String> = (0..3).map(|_| Uuid::now_v7().to_string()).collect();
    let selection = json!({ "entity": "CONTACT", "ids": ids });
    let made = created(&app, json!({ "entity": "CONTACT", "name": "Nobody", "selection": selection })).await;
    let change = &made["change"];
    assert_eq!(
        (&change["asked"], &change["changed"], &change["refusedCount"], &made["list"]["members"]),
        (&json!(3), &json!(0), &json!(3), &json!(0)),
        "{made}"
    );
    let filter = json!({ "where": { "field": "nope", "op": "is_empty" } });
    let selection = json!({ "entity": "CONTACT", "contacts": filter });
    let input = json!({ "entity": "CONTACT", "name": "Unreadable", "selection": selection });
    let refused = app.graphql(Role::Admin, CREATE, json!({ "input": input })).await;
    assert!(refused.to_string().contains("FILTER_UNKNOWN_FIELD"), "{refused}");
    let all = app.data("{ lists { edges { node { name } } } }", json!({})).await;
    assert_eq!(all["lists"]["edges"], json!([{ "node": { "name": "Nobody" } }]), "{all}");
    let nowhere = json!({ "id": Uuid::now_v7(), "pasted": ["ada@example.com"] });
    let refused = changed(&app, "listAdd", nowhere).await;
    assert_eq!(refused["userErrors"][0]["code"], "NOT_FOUND", "{refused}");
}

#[tokio::test]
async fn lists_are_combined_and_copied_by_bulk_changes() {
    let app = TestApp::start().await;
    let mut ids = Vec::new();
    for email in ["ada@example.com", "grace@example.com", "lin@example.com"] {
        ids.push(contact(&app, email).await);
    }
    let list = async |name: &str, ids: &[String]| {
        let selection = json!({ "entity": "CONTACT", "ids": ids });
        created(&app, json!({ "entity": "CONTACT", "name": name, "selection": selection })).await["list"]["id"].clone()
    };
    let (a, b) = (list("A", &ids[..2]).await, list("B", &ids[1..]).await);
    let combine = "mutation($input: ListCombineInput!) { listCombine(input: $input) { list { id } change { bulkId } userErrors { code } } }";
    for (operation, wanted) in [("UNION", 3), ("INTERSECT", 1), ("SUBTRACT", 1)] {
        let input = json!({ "name": operation, "operation": operation, "lists": [a, b] });
        let made = app.data(combine, json!({ "input": input })).await;
        assert!(made["listCombine"]["change"]["bulkId"].is_string(), "{made}");
        holds(&app, &made["listCombine"]["list"]["id"], wanted).await;
    }
    let snapshot = "mutation($input: ListSnapshotInput!) { listSnapshot(input: $input) { list { id snapshotAt } userErrors { code } } }";
    let copy = app.data(snapshot, json!({ "input": { "id": a } })).await;
    let copy = &copy["listSnapshot"]["list"]["id"];
    let row = holds(&app, copy, 2).await;
    assert!(row["snapshotAt"].is_string(), "{row}");
    let refused = changed(&app, "listAdd", json!({ "id": copy, "pasted": ["lin@example.com"] })).await;
    assert_eq!(refused["userErrors"][0]["code"], "LIST_FROZEN", "{refused}");
    // Nor by taking back what filled it.
    let filled = app.data("query($id: UUID!) { list(id: $id) { fill } }", json!({ "id": copy })).await;
    let fill = &filled["list"]["fill"];
    let bulk = "query($id: UUID!) { bulk(id: $id) { state mayUndo whyNotUndo } }";
    let ended = |data: &Value| data["bulk"]["state"] == "COMPLETED";
    let told = until(&app, bulk, json!({ "id": fill }), ended).await["bulk"].take();
    assert!(
        told["mayUndo"] == false && told["whyNotUndo"].as_str().unwrap().contains("frozen copy"),
        "{told}"
    );
    for act in ["bulkUndo", "bulkUndoPreview"] {
        let of = if act == "bulkUndo" { "BulkUndoInput" } else { "BulkActionOnInput" };
        let query = format!("mutation($input: {of}!) {{ {act}(input: $input) {{ userErrors {{ code }} }} }}");
        let refused = app.data(&query, json!({ "input": { "id": fill } })).await;
        assert_eq!(refused[act]["userErrors"][0]["code"], "BULK_FILLED_COPY", "{refused}");
    }
    holds(&app, copy, 2).await;
    let used = app.data(LIST, json!({ "id": a })).await;
    assert_eq!(used["list"]["usedBy"].as_array().unwrap().len(), 4, "{used}");
}

#[tokio::test]
async fn a_list_is_there_only_for_whom_it_is_shared_with() {
    let app = TestApp::start().await;
    let made = created(&app, json!({ "entity": "CONTACT", "name": "Mine" })).await;
    let id = &made["list"]["id"];
    let theirs = app.graphql(Role::DataOps, LIST, json!({ "id": id })).await;
    assert_eq!(theirs["data"]["list"], Value::Null, "{theirs}");
    let update = "mutation($input: ListUpdateInput!) { listUpdate(input: $input) { list { visibility } userErrors { code } } }";
    let input = json!({ "input": { "id": id, "visibility": "GLOBAL" } });
    let refused = app.graphql(Role::DataOps, update, input.clone()).await;
    assert_eq!(refused["data"]["listUpdate"]["userErrors"][0]["code"], "NOT_FOUND", "{refused}");
    assert_eq!(app.data(update, input).await["listUpdate"]["list"]["visibility"], "GLOBAL");
    let theirs = app.graphql(Role::QaAnalyst, LIST, json!({ "id": id })).await;
    assert_eq!(theirs["data"]["list"]["name"], "Mine", "{theirs}");
    for role in [Role::Agent, Role::ClientUser] {
        let refused = app.graphql(role, LIST, json!({ "id": id })).await;
        assert_eq!(refused["errors"][0]["extensions"]["code"], "FORBIDDEN", "{refused}");
    }
    let refused =
        app.graphql(Role::QaAnalyst, CREATE, json!({ "input": { "entity": "CONTACT", "name": "x" } })).await;
    assert_eq!(refused["errors"][0]["extensions"]["code"], "FORBIDDEN", "{refused}");
}
