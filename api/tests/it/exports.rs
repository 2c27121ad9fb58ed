//! Lists as files: what is in them, who gets them, and when they go.

use std::io::{Cursor, Read};

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::importing;
use crate::support::{TestApp, answer, code, until};

const FILE: &str = "First Name,Last Name,Email,Job Title,Direct Phone,LinkedIn,Country,State,Tags,Company Name,Website\n\
    Ada,Lovelace,ada@example.com,\"VP, Engineering\",+1 415 555 0142,linkedin.com/in/ada,US,CA,a; b,Example Ltd,example.com\n\
    Charles,Babbage,charles@other.test,Director,+44 20 7946 0018,,GB,,,Other Ltd,other.test\n\
    Zoë,\"=HYPERLINK(\"\"x\"\")\",zoe@example.com,@admin,,,DE,,-2+3,Example Ltd,example.com\n";

const START: &str = "mutation($input: ExportStartInput!) { exportStart(input: $input) { export { id state createdBy } position userErrors { code field message } } }";
const ALL: &str = "state rows asOf fileHash fileSize expiresAt error cutCells filter createdBy";

const COLUMNS: [&str; 12] = [
    "full_name",
    "first_name",
    "last_name",
    "email",
    "job_title",
    "direct_phone",
    "linkedin_url",
    "country",
    "state",
    "tags",
    "account",
    "owner",
];

fn input(entity: &str, format: &str, columns: &[&str]) -> Value {
    json!({ "entity": entity, "format": format, "columns": columns })
}

/// Asks for it as an admin and waits for its end.
async fn exported(app: &TestApp, input: Value) -> (String, Value) {
    let data = app.data(START, json!({ "input": input })).await;
    assert_eq!(data["exportStart"]["userErrors"], json!([]), "{data}");
    let id = data["exportStart"]["export"]["id"].as_str().unwrap().to_owned();
    (id.clone(), ended(app, &id).await)
}

async fn ended(app: &TestApp, id: &str) -> Value {
    let query = format!("query($id: UUID!) {{ export(id: $id) {{ {ALL} }} }}");
    until(app, &query, json!({ "id": id }), |data| data["export"]["state"] != "RUNNING").await["export"]
        .take()
}

async fn file(app: &TestApp, id: &str) -> Vec<u8> {
    let request = app.rest(Role::Admin, Method::GET, &format!("/api/v1/exports/{id}/file")).await;
    let response = request.send().await.unwrap();
    assert_eq!(response.status().as_u16(), 200);
    response.bytes().await.unwrap().to_vec()
}

async fn link(app: &TestApp, id: &str) -> Value {
    let link =
        "mutation($id: UUID!) { exportLink(input: {id: $id}) { url expiresAt userErrors { code message } } }";
    app.data(link, json!({ "id": id })).await["exportLink"].take()
}

async fn imported(app: &TestApp) {
    let import = importing::started(app, FILE, None).await;
    assert_eq!(importing::ended(app, &import, "state").await["state"], "COMPLETED");
}

#[tokio::test]
async fn a_list_comes_out_as_csv_and_goes_in_again_unchanged() {
    let app = TestApp::start().await;
    imported(&app).await;
    let mut asked = input("CONTACT", "CSV", &COLUMNS);
    asked["sort"] = json!({ "field": "email", "direction": "ASC" });
    let (id, export) = exported(&app, asked).await;
    assert_eq!((&export["state"], &export["rows"]), (&json!("COMPLETED"), &json!(3)), "{export}");
    let text = String::from_utf8(file(&app, &id).await).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{FEFF}').split("\r\n").collect();
    assert!(text.starts_with('\u{FEFF}') && lines.len() == 5, "{text}");
    assert!(lines[0].starts_with("Full name,First name,Last name,Email"), "{text}");
    assert!(lines[1].contains("ada@example.com,\"VP, Engineering\",+1"), "{text}");
    assert!(lines[1].contains("\"a; b\",Example Ltd,example.com,"), "{text}");
    assert!(lines[3].contains("'@admin") && !lines[3].contains(",=HYPERLINK"), "{text}");

    let again = importing::started(&app, text, None).await;
    let fields = "state outcomes { read created updated unchanged mergedInFile rejected warnings } accountsCreated accountsUpdated problems { code }";
    let result = importing::ended(&app, &again, fields).await;
    let changes: Vec<String> = sqlx::query_scalar(
        "select payload::text from log.events where aggregate_type = 'contact' and sequence > 1",
    )
    .fetch_all(&app.backend.context.log.pools.read)
    .await
    .unwrap();
    assert_eq!(changes, [""; 0]);
    let outcomes = json!({ "read": 3, "created": 0, "updated": 0, "unchanged": 3, "mergedInFile": 0, "rejected": 0, "warnings": 0 });
    assert_eq!(result["outcomes"], outcomes, "{result}");
    assert_eq!((&result["accountsCreated"], &result["accountsUpdated"]), (&json!(0), &json!(0)));
}

#[tokio::test]
async fn json_has_natural_types_and_a_workbook_has_texts_only() {
    let app = TestApp::start().await;
    imported(&app).await;
    let (id, _) =
        exported(&app, input("ACCOUNT", "JSON", &["name", "domain", "contact_count", "status"])).await;
    let rows: Value = serde_json::from_slice(&file(&app, &id).await).unwrap();
    let example = rows.as_array().unwrap().iter().find(|row| row["domain"] == "example.com").unwrap();
    assert_eq!(
        example,
        &json!({ "name": "Example Ltd", "domain": "example.com", "contact_count": 2, "status": "active" })
    );

    let (id, export) = exported(&app, input("CONTACT", "XLSX", &["last_name", "job_title", "email"])).await;
    assert_eq!(export["state"], "COMPLETED", "{export}");
    let book = file(&app, &id).await;
    let sheet = unzipped(&book, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>"), "a formula: {sheet}");
    let texts = format!("{sheet}{}", unzipped(&book, "xl/sharedStrings.xml"));
    assert!(texts.contains("zoe@example.com") && texts.contains("HYPERLINK"), "{texts}");
}

fn unzipped(book: &[u8], name: &str) -> String {
    let Ok(mut zip) = zip::ZipArchive::new(Cursor::new(book)) else { panic!("no zip") };
    let Ok(mut file) = zip.by_name(name) else { return String::new() };
    let mut text = String::new();
    file.read_to_string(&mut text).unwrap();
    text
}

#[tokio::test]
async fn a_file_holds_what_the_list_shows_and_nothing_else() {
    let app = TestApp::start().await;
    imported(&app).await;
    let mut asked = input("CONTACT", "JSON", &["email"]);
    asked["contacts"] = json!({ "q": "example ltd" });
    asked["sort"] = json!({ "field": "email", "direction": "DESC" });
    let (id, export) = exported(&app, asked.clone()).await;
    assert_eq!(export["filter"], json!({ "q": "example ltd", "archived": false }));
    let rows: Value = serde_json::from_slice(&file(&app, &id).await).unwrap();
    assert_eq!(rows, json!([{ "email": "zoe@example.com" }, { "email": "ada@example.com" }]));

    let mut narrowed = input("CONTACT", "JSON", &["email"]);
    let condition = json!({ "any": [{ "field": "country", "op": "in", "value": ["DE", "GB"] }] });
    narrowed["contacts"] = json!({ "where": condition, "timeZone": "Europe/Berlin" });
    let (_, export) = exported(&app, narrowed.clone()).await;
    assert_eq!((&export["rows"], &export["filter"]["where"]), (&json!(2), &condition), "{export}");
    narrowed["contacts"]["where"] = json!({ "field": "shoe_size", "op": "equals", "value": 1 });
    let refused = app.graphql(Role::Admin, START, json!({ "input": narrowed })).await;
    assert_eq!(code(&refused), Some("BAD_FILTER"), "{refused}");

    let data = app.data("{ contacts(filter: {q: \"ada\"}) { edges { node { id } } } }", json!({})).await;
    let ada = data["contacts"]["edges"][0]["node"]["id"].clone();
    let archive =
        "mutation($id: UUID!) { contactArchive(input: {id: $id}) { position userErrors { code message } } }";
    let archived = app.data(archive, json!({ "id": ada })).await;
    assert_eq!(archived["contactArchive"]["userErrors"], json!([]), "{archived}");
    let (id, export) = exported(&app, asked).await;
    assert_eq!(export["rows"], 1, "archived ones are not in the list; what was written before is seen");
    drop(file(&app, &id).await);
    let mut selected = input("CONTACT", "JSON", &["email"]);
    selected["contacts"] = json!({ "ids": [ada], "archived": null });
    let (_, export) = exported(&app, selected).await;
    assert_eq!(export["rows"], 1, "unless they are asked for by name");
}

#[tokio::test]
async fn what_cannot_be_exported_is_named() {
    let app = TestApp::start().await;
    let refused = async |input: Value| {
        let data = app.data(START, json!({ "input": input })).await;
        let error = &data["exportStart"]["userErrors"][0];
        (error["code"].as_str().unwrap().to_owned(), error["message"].as_str().unwrap().to_owned())
    };
    let (code, message) = refused(input("CONTACT", "CSV", &["email", "shoe_size"])).await;
    assert_eq!(code, "EXPORT_UNKNOWN_COLUMN");
    assert!(message.contains("shoe_size"), "{message}");
    assert_eq!(refused(input("CONTACT", "CSV", &[])).await.0, "EXPORT_NO_COLUMNS");
    let mut sorted = input("CONTACT", "CSV", &["email"]);
    sorted["sort"] = json!({ "field": "tags" });
    assert_eq!(refused(sorted).await.0, "EXPORT_UNKNOWN_SORT");
    let (status, body) = app
        .post(
            Role::Admin,
            "/api/v1/exports",
            json!({ "entity": "contact", "format": "csv", "columns": ["email"], "filter": { "shoe": 1 } }),
        )
        .await;
    assert_eq!((status, body["code"].as_str()), (400, Some("BAD_FILTER")), "{body}");
}

#[tokio::test]
async fn roles_without_the_permission_get_nothing_at_either_door() {
    let app = TestApp::start().await;
    let (id, _) = exported(&app, input("CONTACT", "CSV", &["email"])).await;
    let new = json!({ "entity": "contact", "format": "csv", "columns": ["email"] });
    for role in [Role::QaAnalyst, Role::Agent, Role::ClientUser] {
        let body = app.graphql(role, START, json!({ "input": input("CONTACT", "CSV", &["email"]) })).await;
        assert_eq!(code(&body), Some("FORBIDDEN"), "{role}: {body}");
        let body = app.graphql(role, "{ exports { totalCount } }", json!({})).await;
        assert_eq!(code(&body), Some("FORBIDDEN"), "{role}: {body}");
        assert_eq!(app.post(role, "/api/v1/exports", new.clone()).await.0, 403, "{role}");
        for path in [
            "/api/v1/exports".to_owned(),
            format!("/api/v1/exports/{id}"),
            format!("/api/v1/exports/{id}/file"),
        ] {
            assert_eq!(app.get(role, &path).await.0, 403, "{role} {path}");
        }
    }
    // A manager's exports are the manager's own; data operations reads everybody's activity.
    let (status, body) = app.post(Role::CampaignManager, "/api/v1/exports", new).await;
    assert_eq!(status, 201, "{body}");
    let own = body["id"].as_str().unwrap();
    assert_eq!(app.get(Role::CampaignManager, &format!("/api/v1/exports/{id}")).await.0, 404);
    assert_eq!(app.get(Role::CampaignManager, &format!("/api/v1/exports/{id}/file")).await.0, 404);
    let cancel = format!("/api/v1/exports/{id}/cancel");
    assert_eq!(app.post(Role::CampaignManager, &cancel, json!({})).await.0, 404);
    let (_, list) = app.get(Role::CampaignManager, "/api/v1/exports").await;
    assert_eq!(list["items"].as_array().unwrap().len(), 1, "{list}");
    assert_eq!(app.get(Role::DataOps, &format!("/api/v1/exports/{own}")).await.0, 200);
}

#[tokio::test]
async fn a_link_needs_no_token_and_each_download_is_on_record() {
    let app = TestApp::start().await;
    imported(&app).await;
    let (id, _) = exported(&app, input("CONTACT", "CSV", &["email"])).await;
    let given = link(&app, &id).await;
    let url = given["url"].as_str().unwrap();
    let response = app.request(Method::GET, url).send().await.unwrap();
    assert_eq!(response.status().as_u16(), 200);
    let disposition = response.headers()["content-disposition"].to_str().unwrap().to_owned();
    assert!(disposition.starts_with("attachment; filename=\"contacts-") && disposition.ends_with(".csv\""));
    assert!(response.text().await.unwrap().contains("ada@example.com"));
    let facts: i64 = sqlx::query_scalar("select count(*) from log.facts where kind = 'file_downloaded' and about_type = 'export' and about_id = $1 and metadata->>'actor' <> 'system'")
        .bind(&id)
        .fetch_one(&app.backend.context.log.pools.read)
        .await
        .unwrap();
    assert_eq!(facts, 1);

    let mut forged = url.to_owned();
    forged.push('x');
    let (other, _) = exported(&app, input("CONTACT", "CSV", &["email"])).await;
    for bad in [forged, format!("/api/v1/exports/{id}/download?token="), url.replace(&id, &other)] {
        let (status, body) = answer(app.request(Method::GET, &bad)).await;
        assert_eq!((status, body["code"].as_str()), (401, Some("UNAUTHENTICATED")), "{bad}");
    }
}

#[tokio::test]
async fn a_file_whose_time_is_over_says_so_and_is_deleted() {
    let app = TestApp::start().await;
    imported(&app).await;
    let (id, export) = exported(&app, input("CONTACT", "CSV", &["email"])).await;
    let until_then: chrono::DateTime<chrono::Utc> = export["expiresAt"].as_str().unwrap().parse().unwrap();
    let days = until_then - chrono::Utc::now();
    assert!(days > chrono::Duration::days(6) && days <= chrono::Duration::days(7), "{days}");
    removed(&app, &id, pivotal_domain::audience::exports::events::Removal::Expired).await;
    let (status, body) = app.get(Role::Admin, &format!("/api/v1/exports/{id}/file")).await;
    assert_eq!((status, body["errors"][0]["code"].as_str()), (422, Some("EXPORT_EXPIRED")), "{body}");
    let gone = link(&app, &id).await;
    assert_eq!((&gone["url"], &gone["userErrors"][0]["code"]), (&Value::Null, &json!("EXPORT_EXPIRED")));
}

/// As the hourly job does, with another clock.
async fn removed(app: &TestApp, id: &str, reason: pivotal_domain::audience::exports::events::Removal) {
    let id = id.parse().unwrap();
    pivotal_commands::audience::exports::expire::remove_file(&app.backend.context, id, reason).await.unwrap();
    let query = "query($id: UUID!) { export(id: $id) { state } }";
    until(app, query, json!({ "id": id }), |data| data["export"]["state"] != "COMPLETED").await;
}

#[tokio::test]
async fn an_erased_person_is_in_no_file_and_in_no_filter() {
    let app = TestApp::start().await;
    imported(&app).await;
    let mut asked = input("CONTACT", "CSV", &["email"]);
    asked["contacts"] = json!({ "q": "ada@example.com" });
    let (named, export) = exported(&app, asked).await;
    assert_eq!(export["rows"], 1);
    let (all, _) = exported(&app, input("CONTACT", "XLSX", &["email"])).await;
    let mut asked = input("ACCOUNT", "CSV", &["name"]);
    asked["accounts"] = json!({ "q": "Lovelace" });
    let (searched, _) = exported(&app, asked).await;
    let (accounts, _) = exported(&app, input("ACCOUNT", "CSV", &["name"])).await;
    let data = app.data("{ contacts(filter: {q: \"ada\"}) { edges { node { id } } } }", json!({})).await;
    let ada = &data["contacts"]["edges"][0]["node"]["id"];
    let erase = "mutation($input: ContactEraseInput!) { contactErase(input: $input) { userErrors { code message } } }";
    let done = app.data(erase, json!({ "input": { "id": ada, "request": "R-1", "confirm": true } })).await;
    assert_eq!(done["contactErase"]["userErrors"], json!([]), "{done}");

    let query = "query($id: UUID!) { export(id: $id) { state filter } }";
    let gone = |data: &Value| data["export"] == json!({ "state": "REMOVED", "filter": null });
    until(&app, query, json!({ "id": named }), gone).await;
    let data = until(&app, query, json!({ "id": all }), |data| data["export"]["state"] == "REMOVED").await;
    assert_eq!(data["export"]["filter"], json!({ "archived": false }), "it names nobody");
    let data = app.data(query, json!({ "id": accounts })).await;
    assert_eq!(data["export"]["state"], "COMPLETED", "no person is in it");
    let data = app.data(query, json!({ "id": searched })).await;
    assert_eq!(data["export"], json!({ "state": "COMPLETED", "filter": null }), "what was searched for is");
    for id in [&named, &all] {
        let (status, body) = app.get(Role::Admin, &format!("/api/v1/exports/{id}/file")).await;
        assert_eq!((status, body["errors"][0]["code"].as_str()), (422, Some("EXPORT_REMOVED")), "{body}");
    }
    let (_, export) = exported(&app, input("CONTACT", "CSV", &["email"])).await;
    assert_eq!(export["rows"], 2, "and the next file does not hold her");
}

#[tokio::test]
async fn a_cancelled_export_leaves_no_file() {
    let app = TestApp::start().await;
    let (id, _) = exported(&app, input("CONTACT", "CSV", &["email"])).await;
    let (status, body) = app.post(Role::Admin, &format!("/api/v1/exports/{id}/cancel"), json!({})).await;
    assert_eq!((status, body["errors"][0]["code"].as_str()), (422, Some("EXPORT_ENDED")), "{body}");
    let unknown = "/api/v1/exports/00000000-0000-0000-0000-000000000001/cancel";
    assert_eq!(app.post(Role::Admin, unknown, json!({})).await.0, 404);
}
