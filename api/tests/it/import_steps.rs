//! The steps around a run: look ahead, mend what was rejected, take it all back.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::importing::{self, suggested, upload};
use crate::support::{TestApp, answer, until};

const FILE: &str = "First Name,Last Name,Email,City,Company Name,Website\n\
    Ada,Lovelace,ada@example.com,London,Example Ltd,example.com\n\
    Charles,Babbage,charles@example.com,London,Example Ltd,example.com\n\
    Nobody,,not an address,Leeds,,\n";

const COLUMNS: &str = "query($id: UUID!) { import(id: $id) { usedBefore { name kind } columns { index suggestedField suggestedEntity suggestedRule usedBefore } } }";
const MAP: &str = "mutation($input: ImportMapInput!) { importMap(input: $input) { import { state kind } userErrors { code message } } }";
const PREVIEW: &str = "query($id: UUID!) { import(id: $id) { state preview { state outcomes { read created rejected warnings } accountsCreated expiresAt } } }";
const ROWS: &str = "query($id: UUID!, $list: ImportPreviewList!, $after: String) { importPreviewRows(id: $id, list: $list, first: 1, after: $after) { rows { row name recordId changes { field label old new kept } reasons { code field message } } endCursor hasNextPage } }";

async fn uploaded(app: &TestApp, file: &'static str) -> String {
    let (status, import) = upload(app, file).await;
    assert_eq!(status, 201, "{import}");
    import["id"].as_str().unwrap().to_owned()
}

async fn act(app: &TestApp, mutation: &str, input: Value) -> Value {
    let text = format!(
        "mutation($input: {}) {{ {mutation}(input: $input) {{ import {{ id state }} userErrors {{ code message }} }} }}",
        match mutation {
            "importUndo" => "ImportUndoInput!",
            "importFixRows" => "ImportFixRowsInput!",
            _ => "ImportActionInput!",
        }
    );
    let mut data = app.data(&text, json!({ "input": input })).await;
    assert_eq!(data[mutation]["userErrors"], json!([]), "{data}");
    data[mutation].take()
}

#[tokio::test]
async fn a_preview_tells_what_the_run_then_does() {
    let app = TestApp::start().await;
    let id = uploaded(&app, FILE).await;
    let data = app.data(COLUMNS, json!({ "id": id })).await;
    assert_eq!(data["import"]["usedBefore"], Value::Null);
    let mapping = suggested(data["import"]["columns"].as_array().unwrap());
    app.data(MAP, json!({ "input": { "id": id, "mapping": mapping, "kind": "BOTH" } })).await;
    act(&app, "importPreview", json!({ "id": id })).await;
    let done = |data: &Value| data["import"]["preview"]["state"] == "DONE";
    let seen = until(&app, PREVIEW, json!({ "id": id }), done).await;
    let preview = &seen["import"]["preview"];
    assert_eq!(seen["import"]["state"], "PREVIEWED");
    assert_eq!(preview["outcomes"], json!({ "read": 3, "created": 2, "rejected": 1, "warnings": 0 }));
    assert_eq!(preview["accountsCreated"], 1);

    let first = app.data(ROWS, json!({ "id": id, "list": "CREATED" })).await;
    let first = &first["importPreviewRows"];
    assert_eq!((&first["rows"][0]["row"], &first["rows"][0]["name"]), (&json!(2), &json!("Ada Lovelace")));
    let changes = first["rows"][0]["changes"].as_array().unwrap();
    assert!(
        changes.iter().any(|change| change["field"] == "city" && change["new"] == "London"),
        "{changes:?}"
    );
    assert_eq!(first["hasNextPage"], true);
    let next = app.data(ROWS, json!({ "id": id, "list": "CREATED", "after": first["endCursor"] })).await;
    assert_eq!(next["importPreviewRows"]["rows"][0]["row"], 3);
    assert_eq!(next["importPreviewRows"]["hasNextPage"], false);
    let rejected = app.data(ROWS, json!({ "id": id, "list": "REJECTED" })).await;
    assert_eq!(rejected["importPreviewRows"]["rows"][0]["reasons"][0]["code"], "email_syntax");
    let path = format!("/api/v1/imports/{id}/preview/rows?list=rejected");
    let (status, body) = answer(app.rest(Role::DataOps, Method::GET, &path).await).await;
    assert_eq!((status, &body["items"][0]["row"]), (200, &json!(4)), "{body}");

    importing::start(&app, &id).await;
    let ran = importing::ended(&app, &id, "outcomes { read created rejected warnings }").await;
    assert_eq!(ran["outcomes"], preview["outcomes"]);

    let again = uploaded(&app, FILE).await;
    let data = app.data(COLUMNS, json!({ "id": again })).await;
    assert_eq!(data["import"]["usedBefore"], json!({ "name": "people", "kind": "BOTH" }));
    assert_eq!(suggested(data["import"]["columns"].as_array().unwrap()), mapping);
    assert!(data["import"]["columns"].as_array().unwrap().iter().all(|column| column["usedBefore"] == true));
}

#[tokio::test]
async fn rejected_rows_are_mended_and_everything_is_taken_back() {
    let app = TestApp::start().await;
    let id = importing::started(&app, FILE, None).await;
    importing::ended(&app, &id, "state").await;
    let rejected = "query($id: UUID!) { importRejectedRows(id: $id) { headers rows { row cells reasons { code field } fix { importId outcome } } hasNextPage } }";
    let data = app.data(rejected, json!({ "id": id })).await;
    let row = &data["importRejectedRows"]["rows"][0];
    assert_eq!((&row["row"], &row["cells"][2]), (&json!(4), &json!("not an address")), "{data}");
    assert_eq!(row["reasons"][0], json!({ "code": "email_syntax", "field": "email" }));
    assert_eq!(row["fix"], Value::Null);
    let cells = ["Nora", "Body", "nora@example.com", "Leeds", "", ""];
    let fixed = act(&app, "importFixRows", json!({ "id": id, "rows": [{ "row": 4, "cells": cells }] })).await;
    let child = fixed["import"]["id"].as_str().unwrap().to_owned();
    importing::ended(&app, &child, "state").await;
    let of = "query($id: UUID!) { import(id: $id) { fixedRows } }";
    until(&app, of, json!({ "id": id }), |data| data["import"]["fixedRows"] == 1).await;
    let data = app.data(rejected, json!({ "id": id })).await;
    let fix = &data["importRejectedRows"]["rows"][0]["fix"];
    assert_eq!((&fix["importId"], &fix["outcome"]), (&json!(child), &json!("CREATED")));

    let undo = "query($id: UUID!) { import(id: $id) { state undo { state contacts { archived kept } accounts { archived kept } } undoPreview { state contacts { archived } } } }";
    act(&app, "importUndoPreview", json!({ "id": id })).await;
    let looked = |data: &Value| data["import"]["undoPreview"]["state"] == "DONE";
    let seen = until(&app, undo, json!({ "id": id }), looked).await;
    assert_eq!(seen["import"]["undoPreview"]["contacts"]["archived"], 2, "{seen}");
    let rows =
        "query($id: UUID!) { importUndoRows(id: $id, list: ARCHIVED) { rows { name entity outcome } } }";
    let rows = app.data(rows, json!({ "id": id })).await;
    assert!(
        rows["importUndoRows"]["rows"].as_array().unwrap().iter().any(|row| row["name"] == "Ada Lovelace")
    );
    act(&app, "importUndo", json!({ "id": id })).await;
    let undone = |data: &Value| data["import"]["state"] == "UNDONE";
    let seen = until(&app, undo, json!({ "id": id }), undone).await;
    assert_eq!(seen["import"]["undo"]["contacts"], json!({ "archived": 2, "kept": 0 }), "{seen}");

    let (status, _) = answer(
        app.rest(Role::CampaignManager, Method::POST, &format!("/api/v1/imports/{id}/undo"))
            .await
            .json(&json!({})),
    )
    .await;
    assert_eq!(status, 403);
}

#[tokio::test]
async fn a_conflict_shows_both_values_and_whose_the_newer_is() {
    let app = TestApp::start().await;
    let (status, held) = app
        .post(
            Role::Admin,
            "/api/v1/contacts",
            json!({ "fields": { "email": "ada@example.com", "department": "Sales" } }),
        )
        .await;
    assert_eq!(status, 201, "{held}");
    let ada = held["id"].as_str().unwrap().to_owned();
    let file = "Email,City,Postal code\nada@example.com,Ribe,6760\nbo@example.com,Ribe,6760\n";
    let id = importing::started(&app, file, None).await;
    importing::ended(&app, &id, "state").await;
    let path = format!("/api/v1/contacts/{ada}");
    let body = json!({ "fields": { "city": "Varde" } });
    assert_eq!(answer(app.rest(Role::Admin, Method::PATCH, &path).await.json(&body)).await.0, 200);

    act(&app, "importUndoPreview", json!({ "id": id })).await;
    let of = "query($id: UUID!) { import(id: $id) { state undoPreview { state } undo { state } } }";
    until(&app, of, json!({ "id": id }), |data| data["import"]["undoPreview"]["state"] == "DONE").await;
    let values = "rows { recordId choosable conflicts { field reason choosable wayOut } values { field label written current { value origin { actorName source } } } }";
    let conflicts =
        format!("query($id: UUID!) {{ importUndoRows(id: $id, list: CONFLICTS) {{ {values} }} }}");
    let data = app.data(&conflicts, json!({ "id": id })).await;
    let row = &data["importUndoRows"]["rows"][0];
    assert_eq!((&row["recordId"], &row["choosable"]), (&json!(ada), &json!(true)), "{data}");
    let conflict = json!({ "field": "city", "reason": "CHANGED_SINCE", "choosable": true, "wayOut": null });
    assert_eq!(row["conflicts"], json!([conflict]));
    let value = &row["values"][0];
    assert_eq!((&value["field"], &value["written"]), (&json!("city"), &json!("Ribe")), "{value}");
    assert_eq!(
        (&value["current"]["value"], &value["current"]["origin"]["source"]),
        (&json!("Varde"), &json!("api"))
    );
    assert!(value["current"]["origin"]["actorName"].is_string(), "{value}");

    act(&app, "importUndo", json!({ "id": id })).await;
    until(&app, of, json!({ "id": id }), |data| data["import"]["undo"]["state"] == "DONE").await;
    let (status, left) = app.get(Role::DataOps, &format!("/api/v1/imports/{id}/undo/left")).await;
    let row = &left["items"][0];
    assert_eq!((status, &row["values"][0]["written"]), (200, &json!("Ribe")), "{left}");
    assert_eq!(row["values"][0]["current"]["value"], "Varde");
    assert_eq!((&row["choosable"], &row["conflicts"][0]["choosable"]), (&json!(true), &json!(true)));
    act(&app, "importUndo", json!({ "id": id, "includeAll": true })).await;
    until(&app, of, json!({ "id": id }), |data| data["import"]["undo"]["state"] == "DONE").await;
    let refused = "mutation($id: UUID!) { importUndo(input: { id: $id }) { userErrors { code } } }";
    let refused = app.data(refused, json!({ "id": id })).await;
    assert_eq!(refused["importUndo"]["userErrors"][0]["code"], "IMPORT_UNDONE", "{refused}");
}

#[tokio::test]
async fn the_numbers_of_an_import_of_accounts_open_lists_of_accounts() {
    let app = TestApp::start().await;
    let fields = json!({ "fields": { "name": "Norhavn", "domain": "norhavn.test", "industry": "Software" } });
    assert_eq!(app.post(Role::Admin, "/api/v1/accounts", fields).await.0, 201);
    let file =
        "Company name,Website,Industry\nNorhavn,norhavn.test,Software\nVesthavn,vesthavn.test,Retail\n";
    let id = uploaded(&app, file).await;
    let data = app.data(COLUMNS, json!({ "id": id })).await;
    let mapping = suggested(data["import"]["columns"].as_array().unwrap());
    app.data(MAP, json!({ "input": { "id": id, "mapping": mapping, "kind": "ACCOUNTS" } })).await;
    importing::start(&app, &id).await;
    let counts = "accounts { created updated unchanged mergedInFile matchesArchived }";
    let ended = importing::ended(&app, &id, counts).await;
    assert_eq!(ended["accounts"]["created"], 1, "{ended}");
    let list =
        "query($filter: AccountFilter) { accounts(filter: $filter) { totalCount edges { node { name } } } }";
    for (outcome, name) in [("created", "Vesthavn"), ("unchanged", "Norhavn")] {
        let filter = json!({ "filter": { "importId": id, "importOutcome": outcome } });
        let data = app.data(list, filter).await;
        assert_eq!(data["accounts"]["edges"], json!([{ "node": { "name": name } }]), "{outcome}: {data}");
        let path = format!("/api/v1/accounts?importId={id}&importOutcome={outcome}");
        assert_eq!(app.get(Role::Admin, &path).await.1["items"][0]["fields"]["name"], name);
    }
    assert_eq!(
        app.get(Role::Admin, &format!("/api/v1/accounts?importId={id}&importOutcome=best")).await.0,
        400
    );
}
