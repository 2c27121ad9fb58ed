//! Bulk changes through both doors: counted, asked for, followed, taken back, and refused where they must be.

use pivotal_domain::identity::role::Role;
use pivotal_projections::runner::opened::Opener;
use pivotal_projections::verify::{Part, Verifier};
use serde_json::{Value, json};

use crate::importing;
use crate::support::{TestApp, code, until};

const FILE: &str = "First Name,Last Name,Email,Country,Tags\n\
    Ada,Lovelace,ada@example.com,US,a; b\n\
    Charles,Babbage,charles@other.test,GB,\n\
    Zoë,Quint,zoe@example.com,DE,\n";

const START: &str = "mutation($input: BulkStartInput!) { bulkStart(input: $input) { bulk { id state action { title fields { field label } } createdBy } position userErrors { code field message } } }";
const BULK: &str = "query($id: UUID!) { bulk(id: $id) { state counts { selected changed unchanged refused notRun } reasons { code message count } expected error mayUndo whyNotUndo
    filter action { kind title asked } undo { state counts { reverted partly kept nothing } } undoPreview { state counts { reverted } } } }";
const UNDO: &str = "mutation($input: BulkUndoInput!) { bulkUndo(input: $input) { bulk { id } userErrors { code message } } }";

async fn imported(app: &TestApp) {
    let import = importing::started(app, FILE, None).await;
    assert_eq!(importing::ended(app, &import, "state").await["state"], "COMPLETED");
}

fn on_contacts(filter: Value, action: Value) -> Value {
    json!({ "selection": { "entity": "CONTACT", "contacts": filter }, "action": action, "expected": 3 })
}

async fn started(app: &TestApp, input: Value) -> String {
    let data = app.data(START, json!({ "input": input })).await;
    assert_eq!(data["bulkStart"]["userErrors"], json!([]), "{data}");
    data["bulkStart"]["bulk"]["id"].as_str().unwrap().to_owned()
}

async fn when(app: &TestApp, id: &str, so: impl Fn(&Value) -> bool) -> Value {
    until(app, BULK, json!({ "id": id }), |data| so(&data["bulk"])).await["bulk"].take()
}

async fn ended(app: &TestApp, id: &str) -> Value {
    when(app, id, |bulk| bulk["state"] != "ASKED" && bulk["state"] != "RUNNING").await
}

/// What the list shows, once it shows it.
async fn listed(app: &TestApp, filter: Value, wanted: usize) -> Vec<Value> {
    let query = "query($filter: ContactFilter) { contacts(filter: $filter) { edges { node { id fullName city tags archived } } } }";
    let rows = |data: &Value| data["contacts"]["edges"].as_array().unwrap().len();
    let data = until(app, query, json!({ "filter": filter }), |data| rows(data) == wanted).await;
    data["contacts"]["edges"].as_array().unwrap().iter().map(|edge| edge["node"].clone()).collect()
}

#[tokio::test]
async fn all_that_match_are_counted_changed_and_taken_back() {
    let app = TestApp::start().await;
    imported(&app).await;
    let filter = json!({ "where": { "field": "country", "op": "in", "value": ["US", "DE"] } });
    let preview = "query($selection: BulkSelectionInput!) { bulkPreview(selection: $selection) { matching outOfReach archived } }";
    let selection = json!({ "entity": "CONTACT", "contacts": filter });
    let counted = app.data(preview, json!({ "selection": selection })).await;
    assert_eq!(counted["bulkPreview"], json!({ "matching": 2, "outOfReach": 0, "archived": 0 }));

    let action = json!({ "kind": "SET_FIELDS", "fields": { "city": "Ribe", "language": "da" } });
    let id = started(&app, on_contacts(filter.clone(), action)).await;
    let bulk = ended(&app, &id).await;
    let counts = json!({ "selected": 2, "changed": 2, "unchanged": 0, "refused": 0, "notRun": 0 });
    assert_eq!((&bulk["state"], &bulk["counts"]), (&json!("COMPLETED"), &counts), "{bulk}");
    assert_eq!((&bulk["expected"], &bulk["mayUndo"]), (&json!(3), &json!(true)));
    assert_eq!(bulk["action"]["title"], "Set City and Language of contacts");
    assert_eq!(bulk["action"]["asked"]["fields"], json!({ "city": "Ribe", "language": "da" }));
    let rows = listed(&app, filter.clone(), 2).await;
    let cities = until(&app, "{ contacts { edges { node { id city } } } }", json!({}), |data| {
        let edges = data["contacts"]["edges"].as_array().unwrap();
        edges.iter().filter(|edge| edge["node"]["city"] == "Ribe").count() == 2
    });
    cities.await;

    let record = &rows[0]["id"];
    let history = "query($id: UUID!) { history(entity: CONTACT, id: $id) { edges { node { source sourceLabel actorName title undoable } } } }";
    let said = app.data(history, json!({ "id": record })).await;
    let newest = &said["history"]["edges"][0]["node"];
    assert_eq!(
        (&newest["sourceLabel"], &newest["source"]),
        (&json!("In bulk"), &json!(format!("bulk:{id}")))
    );
    assert!(newest["actorName"].is_string(), "{newest}");
    let records = "query($id: UUID!) { bulkRecords(id: $id, outcome: CHANGED) { totalCount edges { node { recordId name outcome code } } } }";
    let records = app.data(records, json!({ "id": id })).await;
    assert_eq!(records["bulkRecords"]["totalCount"], 2);
    let names: Vec<&str> = records["bulkRecords"]["edges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edge| edge["node"]["name"].as_str().unwrap())
        .collect();
    assert!(names.contains(&"Ada Lovelace"), "{names:?}");

    // Somebody goes on working with one of them.
    let edit = "mutation($input: RecordUpdateInput!) { contactUpdate(input: $input) { contact { version } userErrors { code } } }";
    app.data(edit, json!({ "input": { "id": record, "fields": { "city": "Skagen" } } })).await;
    let look = "mutation($id: UUID!) { bulkUndoPreview(input: {id: $id}) { userErrors { code } } }";
    app.data(look, json!({ "id": id })).await;
    let looked = when(&app, &id, |bulk| bulk["undoPreview"]["state"] == "DONE").await;
    assert_eq!(looked["undoPreview"]["counts"]["reverted"], 1, "{looked}");
    let rows = "query($id: UUID!) { bulkUndoRows(id: $id, list: CONFLICTS) { rows { recordId name outcome conflicts { field label message } } } }";
    let conflicts = app.data(rows, json!({ "id": id })).await;
    let conflict = &conflicts["bulkUndoRows"]["rows"][0];
    assert_eq!((&conflict["recordId"], &conflict["outcome"]), (record, &json!("PARTLY")), "{conflicts}");
    assert_eq!(conflict["conflicts"][0]["message"], "Changed since the bulk change.");
    let file = async |path: &str| {
        let path = format!("/api/v1/bulk-changes/{id}/{path}");
        let response = app.rest(Role::DataOps, reqwest::Method::GET, &path).await.send().await.unwrap();
        assert_eq!(response.status().as_u16(), 200, "{path}");
        response.text().await.unwrap()
    };
    let csv = file("records/file?outcome=changed").await;
    assert!(csv.lines().count() == 3 && csv.contains("Ada Lovelace"), "{csv}");
    let csv = file("undo/preview/conflicts/file").await;
    assert!(csv.contains("City") && csv.contains("changed_since"), "{csv}");
    app.data(UNDO, json!({ "input": { "id": id } })).await;
    let undone = when(&app, &id, |bulk| bulk["state"] == "UNDONE").await;
    assert_eq!(undone["undo"]["counts"], json!({ "reverted": 1, "partly": 1, "kept": 0, "nothing": 0 }));
    let csv = file("undo/left/file").await;
    assert!(csv.lines().count() == 2 && csv.contains("City"), "{csv}");
    let left = "query($id: UUID!) { bulkUndoLeft(id: $id) { rows { recordId conflicts { field } } } }";
    assert_eq!(&app.data(left, json!({ "id": id })).await["bulkUndoLeft"]["rows"][0]["recordId"], record);
    app.data(UNDO, json!({ "input": { "id": id, "include": [record] } })).await;
    let undone = when(&app, &id, |bulk| bulk["undo"]["counts"]["reverted"] == 1 && bulk["mayUndo"] == false);
    assert!(undone.await["whyNotUndo"].as_str().unwrap().contains("new bulk change"));
    let again = app.data(UNDO, json!({ "input": { "id": id } })).await;
    assert_eq!(again["bulkUndo"]["userErrors"][0]["code"], "BULK_UNDONE");
    verified(&app).await;
}

#[tokio::test]
async fn all_that_match_but_for_some_are_counted_changed_exported_and_taken_back() {
    let app = TestApp::start().await;
    imported(&app).await;
    let rows = listed(&app, json!({}), 3).await;
    let left = rows[1]["id"].as_str().unwrap();
    let selection = json!({ "entity": "CONTACT", "contacts": {}, "except": [left] });
    let preview =
        "query($selection: BulkSelectionInput!) { bulkPreview(selection: $selection) { matching } }";
    let counted = app.data(preview, json!({ "selection": selection })).await;
    assert_eq!(counted["bulkPreview"]["matching"], 2);
    let action = json!({ "kind": "ADD_TAGS", "tags": ["fair"] });
    let id = started(&app, json!({ "selection": selection, "action": action })).await;
    let bulk = ended(&app, &id).await;
    assert_eq!(bulk["counts"]["changed"], 2, "{bulk}");
    assert_eq!(bulk["filter"]["except"], json!([left]), "what was left out is kept with what was asked");
    let tagged = json!({ "where": { "field": "tags", "op": "any_of", "value": ["fair"] } });
    let of = |rows: Vec<Value>| rows.into_iter().map(|row| row["id"].clone()).collect::<Vec<_>>();
    assert!(!of(listed(&app, tagged.clone(), 2).await).contains(&json!(left)));
    app.data(UNDO, json!({ "input": { "id": id } })).await;
    let undone = when(&app, &id, |bulk| bulk["state"] == "UNDONE").await;
    assert_eq!(undone["undo"]["counts"]["reverted"], 2, "{undone}");
    listed(&app, tagged, 0).await;

    // The list's own argument, as an export of the same selection sends it; and the same over REST.
    assert_eq!(listed(&app, json!({ "except": [left] }), 2).await.len(), 2);
    let asked = json!({ "entity": "contact", "filter": { "except": [left] }, "except": [rows[0]["id"]] });
    let (status, counted) = app.post(Role::DataOps, "/api/v1/bulk-changes/preview", asked).await;
    assert_eq!((status, &counted["matching"]), (200, &json!(1)), "{counted}");
    let many = vec![left; 10_001];
    let asked = json!({ "entity": "contact", "except": many });
    let (status, refused) = app.post(Role::DataOps, "/api/v1/bulk-changes/preview", asked).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("BULK_TOO_MANY_EXCEPTED")), "{refused}");
}

async fn verified(app: &TestApp) {
    let context = &app.backend.context;
    let verifier = Verifier {
        pools: context.log.pools.clone(),
        opener: Opener::of(&context.log, app.backend.upcasters.clone()),
        blind: context.log.blind.clone(),
        search: app.backend.search.clone(),
    };
    for _ in 0..200 {
        let report = verifier.run(&[Part::Bulk, Part::Contacts, Part::History], |_| {}).await.unwrap();
        if report.is_clean() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let report = verifier.run(&Part::ALL, |_| {}).await.unwrap();
    panic!("{:?} {:?}", report.differences, report.skipped);
}

#[tokio::test]
async fn records_named_one_by_one_are_archived_and_come_back_over_rest() {
    let app = TestApp::start().await;
    imported(&app).await;
    let rows = listed(&app, json!({}), 3).await;
    let ids: Vec<&Value> = rows.iter().take(2).map(|row| &row["id"]).collect();
    let selection = json!({ "entity": "contact", "ids": ids });
    let (status, counted) = app.post(Role::DataOps, "/api/v1/bulk-changes/preview", selection.clone()).await;
    assert_eq!((status, &counted["matching"]), (200, &json!(2)), "{counted}");
    let new = json!({ "selection": selection, "action": { "kind": "archive", "reason": "left the market" } });
    let (status, made) = app.post(Role::DataOps, "/api/v1/bulk-changes", new).await;
    assert_eq!((status, &made["state"], &made["byIds"]), (201, &json!("asked"), &json!(true)), "{made}");
    let path = format!("/api/v1/bulk-changes/{}", made["id"].as_str().unwrap());
    let end = until_rest(&app, &path, |bulk| bulk["state"] == "completed").await;
    assert_eq!((&end["changed"], &end["selected"]), (&json!(2), &json!(2)), "{end}");
    listed(&app, json!({}), 1).await;
    let (_, records) = app.get(Role::DataOps, &format!("{path}/records?outcome=changed&first=1")).await;
    assert_eq!(records["items"].as_array().unwrap().len(), 1, "{records}");
    assert!(records["nextCursor"].is_string());
    let (status, body) = app.post(Role::DataOps, &format!("{path}/cancel"), json!({})).await;
    assert_eq!((status, body["errors"][0]["code"].as_str()), (422, Some("BULK_NOT_RUNNING")), "{body}");

    let (status, _) = app.post(Role::DataOps, &format!("{path}/undo/preview"), json!({})).await;
    assert_eq!(status, 200);
    until_rest(&app, &path, |bulk| bulk["undo"]["preview"]["state"] == "done").await;
    let (_, rows) = app.get(Role::DataOps, &format!("{path}/undo/preview/rows?list=reverted")).await;
    assert_eq!(rows["items"].as_array().unwrap().len(), 2, "{rows}");
    let (status, _) = app.post(Role::DataOps, &format!("{path}/undo"), json!({})).await;
    assert_eq!(status, 200);
    let end = until_rest(&app, &path, |bulk| bulk["state"] == "undone").await;
    assert_eq!(end["undo"]["undo"]["result"]["contacts"]["reverted"], 2, "{end}");
    listed(&app, json!({}), 3).await;
    let (_, left) = app.get(Role::DataOps, &format!("{path}/undo/left")).await;
    assert_eq!(left["items"], json!([]));
    let (_, list) = app.get(Role::DataOps, "/api/v1/bulk-changes").await;
    assert_eq!(list["items"].as_array().unwrap().len(), 1, "{list}");
}

async fn until_rest(app: &TestApp, path: &str, so: impl Fn(&Value) -> bool) -> Value {
    for _ in 0..1_200 {
        let (status, body) = app.get(Role::DataOps, path).await;
        assert_eq!(status, 200, "{body}");
        if so(&body) {
            return body;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("it does not come true: {path}");
}

#[tokio::test]
async fn what_cannot_be_done_is_named() {
    let app = TestApp::start().await;
    imported(&app).await;
    let refused = async |action: Value| {
        let data = app.data(START, json!({ "input": on_contacts(json!({}), action) })).await;
        let error = &data["bulkStart"]["userErrors"][0];
        (error["code"].as_str().unwrap().to_owned(), error["message"].as_str().unwrap().to_owned())
    };
    let (code_, message) =
        refused(json!({ "kind": "SET_FIELDS", "fields": { "email": "x@example.com" } })).await;
    assert_eq!(code_, "BULK_FIELD_IDENTIFIES");
    assert!(message.starts_with("Email says which record"), "{message}");
    assert_eq!(refused(json!({ "kind": "SET_FIELDS", "fields": {} })).await.0, "BULK_NOTHING_TO_DO");
    assert_eq!(refused(json!({ "kind": "SET_FIELDS", "fields": { "shoe": 1 } })).await.0, "FIELD_UNKNOWN");
    assert_eq!(refused(json!({ "kind": "SET_FIELDS", "fields": [1] })).await.0, "FIELDS_SHAPE");
    assert_eq!(refused(json!({ "kind": "ADD_TAGS" })).await.0, "BULK_NO_TAGS");
    let nobody = json!({ "kind": "ASSIGN", "owner": "00000000-0000-0000-0000-000000000001" });
    assert_eq!(refused(nobody).await.0, "BULK_NO_SUCH_USER");
    let filter = json!({ "where": { "field": "shoe_size", "op": "equals", "value": 1 } });
    let input = on_contacts(filter, json!({ "kind": "RESTORE" }));
    let body = app.graphql(Role::Admin, START, json!({ "input": input })).await;
    assert_eq!(code(&body), Some("BAD_FILTER"), "{body}");
    let many: Vec<String> = (0..10_001).map(|n| uuid::Uuid::from_u128(n).to_string()).collect();
    let input = json!({ "selection": { "entity": "CONTACT", "ids": many }, "action": { "kind": "RESTORE" } });
    let data = app.data(START, json!({ "input": input })).await;
    assert_eq!(data["bulkStart"]["userErrors"][0]["code"], "BULK_TOO_MANY_SELECTED", "{data}");
}

#[tokio::test]
async fn a_manager_changes_the_records_of_their_team_and_others_nothing() {
    let app = TestApp::start().await;
    imported(&app).await;
    let input = on_contacts(json!({}), json!({ "kind": "ADD_TAGS", "tags": ["vip"] }));
    let asked_by_admin = started(&app, input.clone()).await;
    ended(&app, &asked_by_admin).await;
    for role in [Role::QaAnalyst, Role::Agent, Role::ClientUser] {
        let body = app.graphql(role, START, json!({ "input": input })).await;
        assert_eq!(code(&body), Some("FORBIDDEN"), "{role}: {body}");
        let body = app.graphql(role, "{ bulks { totalCount } }", json!({})).await;
        assert_eq!(code(&body), Some("FORBIDDEN"), "{role}: {body}");
        assert_eq!(app.get(role, "/api/v1/bulk-changes").await.0, 403, "{role}");
    }
    let noor = app.graphql(Role::CampaignManager, "{ me { teams { id } } }", json!({})).await;
    let team = noor["data"]["me"]["teams"][0]["id"].clone();
    let rows = listed(&app, json!({}), 3).await;
    let edit = "mutation($input: RecordUpdateInput!) { contactUpdate(input: $input) { contact { version } userErrors { code } } }";
    app.data(edit, json!({ "input": { "id": rows[0]["id"], "fields": { "team": team } } })).await;
    let owner = json!({ "owner": "NOOR@example.com" });
    app.data(edit, json!({ "input": { "id": rows[1]["id"], "fields": owner } })).await;
    let preview = "query($selection: BulkSelectionInput!) { bulkPreview(selection: $selection) { matching outOfReach } }";
    let selection = json!({ "selection": { "entity": "CONTACT", "contacts": {} } });
    let mut counted = Value::Null;
    for _ in 0..200 {
        let body = app.graphql(Role::CampaignManager, preview, selection.clone()).await;
        counted = body["data"]["bulkPreview"].clone();
        if counted["outOfReach"] == 1 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(counted, json!({ "matching": 3, "outOfReach": 1 }));
    let input = on_contacts(json!({}), json!({ "kind": "ADD_TAGS", "tags": ["ours"] }));
    let body = app.graphql(Role::CampaignManager, START, json!({ "input": input })).await;
    let id = body["data"]["bulkStart"]["bulk"]["id"].as_str().unwrap().to_owned();
    let bulk = ended(&app, &id).await;
    assert_eq!((&bulk["counts"]["changed"], &bulk["counts"]["refused"]), (&json!(2), &json!(1)), "{bulk}");
    assert_eq!(bulk["reasons"][0]["code"], "OUT_OF_REACH");

    // Another's bulk change is not there at any door.
    let other = json!({ "id": asked_by_admin });
    let one = app.graphql(Role::CampaignManager, BULK, other.clone()).await;
    assert_eq!(one["data"]["bulk"], Value::Null);
    let own = app.graphql(Role::CampaignManager, "{ bulks { totalCount } }", json!({})).await;
    assert_eq!(own["data"]["bulks"]["totalCount"], 1);
    for (mutation, kind) in [
        ("bulkCancel", "BulkActionOnInput"),
        ("bulkUndoPreview", "BulkActionOnInput"),
        ("bulkUndo", "BulkUndoInput"),
        ("bulkUndoCancel", "BulkActionOnInput"),
    ] {
        let mutation_ =
            format!("mutation($input: {kind}!) {{ {mutation}(input: $input) {{ userErrors {{ code }} }} }}");
        let body = app.graphql(Role::CampaignManager, &mutation_, json!({ "input": other })).await;
        assert_eq!(body["data"][mutation]["userErrors"][0]["code"], "NOT_FOUND", "{mutation}: {body}");
    }
    for query in [
        "bulkRecords(id: $id) { totalCount }",
        "bulkUndoRows(id: $id, list: REVERTED) { hasNextPage }",
        "bulkUndoLeft(id: $id) { hasNextPage }",
    ] {
        let query = format!("query($id: UUID!) {{ {query} }}");
        let body = app.graphql(Role::CampaignManager, &query, other.clone()).await;
        assert_eq!(code(&body), Some("NOT_FOUND"), "{query}: {body}");
    }
    let path = format!("/api/v1/bulk-changes/{asked_by_admin}");
    for path in
        ["", "/records", "/undo/left", "/undo/preview/rows?list=reverted"].map(|end| format!("{path}{end}"))
    {
        assert_eq!(app.get(Role::CampaignManager, &path).await.0, 404, "{path}");
    }
    for path in ["/cancel", "/undo", "/undo/preview", "/undo/cancel"].map(|end| format!("{path}{end}")) {
        assert_eq!(app.post(Role::CampaignManager, &path, json!({})).await.0, 404, "{path}");
    }
}

#[tokio::test]
async fn what_names_an_erased_person_is_forgotten() {
    let app = TestApp::start().await;
    imported(&app).await;
    let id = started(
        &app,
        on_contacts(json!({ "q": "lovelace" }), json!({ "kind": "ADD_TAGS", "tags": ["friend of Babbage"] })),
    )
    .await;
    let bulk = ended(&app, &id).await;
    assert_eq!((&bulk["counts"]["changed"], &bulk["filter"]["q"]), (&json!(1), &json!("lovelace")), "{bulk}");
    let ada = listed(&app, json!({ "q": "lovelace" }), 1).await[0]["id"].clone();
    let erase =
        "mutation($input: ContactEraseInput!) { contactErase(input: $input) { userErrors { code } } }";
    let input = json!({ "id": ada, "request": "r-1", "confirm": true });
    let erased = app.data(erase, json!({ "input": input })).await;
    assert_eq!(erased["contactErase"]["userErrors"], json!([]), "{erased}");
    let bulk = when(&app, &id, |bulk| bulk["filter"].is_null()).await;
    assert_eq!((&bulk["action"]["asked"], &bulk["action"]["kind"]), (&Value::Null, &json!("ADD_TAGS")));
    let records = "query($id: UUID!) { bulkRecords(id: $id) { edges { node { recordId name } } } }";
    let records = app.data(records, json!({ "id": id })).await;
    assert_eq!(records["bulkRecords"]["edges"][0]["node"], json!({ "recordId": ada, "name": null }));
    verified(&app).await;
}
