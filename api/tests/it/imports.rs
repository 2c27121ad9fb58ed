use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::json;

use crate::importing::{self, upload};
use crate::support::{TestApp, answer, until};
use crate::workbook;

const FILE: &str = "First Name,Last Name,Email,Job Title,Company Name,Website\n\
    Ada,Lovelace,ada@example.com,VP Engineering,Example Ltd,example.com\n\
    Charles,Babbage,charles@example.com,Director,Example Ltd,example.com\n\
    Nobody,,not an address,,,\n";

const RESULT: &str =
    "state outcomes { read created rejected } problems { code message rows rejected } rejectFileUrl";

#[tokio::test]
async fn a_file_goes_from_upload_to_result_and_reject_file() {
    let app = TestApp::start().await;
    let (status, import) = upload(&app, FILE).await;
    assert_eq!((status, import["state"].as_str()), (201, Some("uploaded")), "{import}");
    let id = import["id"].as_str().unwrap().to_owned();

    let columns = "query($id: UUID!) { import(id: $id) { columns { index header samples suggestedField suggestedEntity confidence } } }";
    let data = app.data(columns, json!({ "id": id })).await;
    let columns = data["import"]["columns"].as_array().unwrap();
    assert_eq!(columns[2]["suggestedField"], "email");
    assert!(columns.iter().all(|column| column["suggestedField"].is_string()), "{columns:?}");
    let mapping = importing::suggested(columns);
    let map = "mutation($input: ImportMapInput!) { importMap(input: $input) { import { state mapping { column field rule } } userErrors { code message } } }";
    let mapped = app.data(map, json!({ "input": { "id": id, "mapping": mapping } })).await;
    assert_eq!(mapped["importMap"]["import"]["state"], "MAPPED", "{mapped}");
    let start = "mutation($id: UUID!) { importStart(input: {id: $id}) { import { state } userErrors { code message } } }";
    assert_eq!(app.data(start, json!({ "id": id })).await["importStart"]["userErrors"], json!([]));

    let result = importing::ended(&app, &id, RESULT).await;
    assert_eq!(result["state"], "COMPLETED", "{result}");
    let outcomes = &result["outcomes"];
    assert_eq!(
        (&outcomes["read"], &outcomes["created"], &outcomes["rejected"]),
        (&json!(3), &json!(2), &json!(1))
    );
    assert_eq!(result["problems"][0]["rejected"], true);

    // Downloads are counted from here: signing in and the run itself leave facts too.
    let before = facts(&app).await;
    let url = result["rejectFileUrl"].as_str().unwrap();
    let rejects = app.rest(Role::DataOps, Method::GET, url).await.send().await.unwrap();
    assert!(rejects.headers()["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert!(rejects.text().await.unwrap().contains("not an address"));
    let part = app
        .rest(Role::DataOps, Method::GET, &format!("/api/v1/imports/{id}/file"))
        .await
        .header("range", "bytes=0-4")
        .send()
        .await
        .unwrap();
    assert_eq!((part.status().as_u16(), part.text().await.unwrap()), (206, "First".to_owned()));
    let beyond = app
        .rest(Role::DataOps, Method::GET, &format!("/api/v1/imports/{id}/file"))
        .await
        .header("range", "bytes=99999-")
        .send()
        .await
        .unwrap();
    assert_eq!(beyond.status().as_u16(), 416);
    assert_eq!(facts(&app).await - before, 3, "each attempt to take a file out is on record");
}

#[tokio::test]
async fn lists_that_are_asked_for_after_the_end_of_an_import_show_all_of_it() {
    let app = TestApp::start().await;
    let id = importing::started(&app, FILE, None).await;
    let ended = "query($id: UUID!) { import(id: $id) { position } }";
    let ended = until(&app, ended, json!({ "id": id }), |data| data["import"]["position"].is_i64()).await;
    let position = ended["import"]["position"].as_i64().unwrap();
    let token = app.token(Role::DataOps).await;
    let list = "query($id: UUID!) { contacts(filter: {importId: $id}) { stale totalCount } accounts(filter: {importId: $id}) { stale totalCount } }";
    let list = json!({ "query": list, "variables": { "id": id } });
    let request = app.request(Method::POST, "/graphql").bearer_auth(token).json(&list);
    let (_, body) = answer(request.header("x-pivotal-after", position.to_string())).await;
    let all = |count: i64| json!({ "stale": false, "totalCount": count });
    assert_eq!(body["data"], json!({ "contacts": all(2), "accounts": all(1) }), "{body}");
    let (_, import) = app.get(Role::DataOps, &format!("/api/v1/imports/{id}")).await;
    assert_eq!(import["position"], position);
}

#[tokio::test]
async fn files_that_are_no_table_are_refused_in_words() {
    let app = TestApp::start().await;
    for (file, expected) in [
        (b"".to_vec(), "FILE_EMPTY"),
        (b"name,email\n".to_vec(), "FILE_HEADER_ONLY"),
        (b"PK\x03\x04rest of a spreadsheet".to_vec(), "FILE_BROKEN"),
        (b"%PDF-1.7".to_vec(), "FILE_NOT_A_TABLE"),
        (b"\xD0\xCF\x11\xE0 an old workbook".to_vec(), "FILE_SPREADSHEET"),
        (workbook::bomb(), "FILE_UNPACKS_TOO_LARGE"),
    ] {
        let (status, body) = upload(&app, file).await;
        assert_eq!((status, body["errors"][0]["code"].as_str()), (422, Some(expected)), "{body}");
    }
    let app = TestApp::with(&[("PIVOTAL_UPLOAD_LIMIT_MB", "0")]).await;
    let (status, body) = upload(&app, FILE).await;
    assert_eq!((status, body["code"].as_str()), (413, Some("TOO_LARGE")));
}

#[tokio::test]
async fn a_workbook_is_imported_by_its_cells_and_given_back_as_it_was() {
    let app = TestApp::start().await;
    let book = workbook::of_rows(&[
        &["Company contacts"],
        &[],
        &["Email", "First Name", "Last Name", "Mobile Phone", "Job Title", "Company Name"],
        &["ada@example.com", "Ada", "Lovelace", "14155550142", "#N/A", "Example Ltd"],
        &["not an address", "Charles", "Babbage", "", "Director", "Example Ltd"],
        &["grace@example.com", "Grace", "Hopper"],
    ]);
    let id = importing::started(&app, book.clone(), Some("US")).await;
    let result = importing::ended(
        &app,
        &id,
        "state headerRow outcomes { read created rejected warnings } problems { code example rejected }",
    )
    .await;
    assert_eq!((&result["state"], &result["headerRow"]), (&json!("COMPLETED"), &json!(3)), "{result}");
    let outcomes = json!({ "read": 3, "created": 2, "rejected": 1, "warnings": 1 });
    assert_eq!(result["outcomes"], outcomes, "{result}");
    let problem = |code: &str| {
        let problems = result["problems"].as_array().unwrap().iter();
        problems.filter(|problem| problem["code"].as_str().unwrap().eq_ignore_ascii_case(code)).count()
    };
    assert_eq!((problem("formula_error"), problem("email_syntax")), (1, 1), "{result}");
    let phones = "{ contacts(filter: { q: \"lovelace\" }) { edges { node { mobilePhone jobTitle } } } }";
    // The import's rows may be ahead of the contacts'.
    let data = until(&app, phones, json!({}), |data| data["contacts"]["edges"][0].is_object()).await;
    let ada = &data["contacts"]["edges"][0]["node"];
    assert_eq!(ada, &json!({ "mobilePhone": "+14155550142", "jobTitle": null }), "{data}");

    let get = |path: String| app.rest(Role::DataOps, Method::GET, path.leak());
    let file = get(format!("/api/v1/imports/{id}/file")).await.send().await.unwrap();
    assert!(file.headers()["content-type"].to_str().unwrap().contains("spreadsheetml"));
    assert_eq!(file.bytes().await.unwrap(), book);
    let rejects = get(format!("/api/v1/imports/{id}/errors.csv")).await.send().await.unwrap();
    let rejects = rejects.text().await.unwrap();
    assert!(rejects.contains("not an address,Charles,Babbage,,Director,Example Ltd,5,rejected"), "{rejects}");
    assert!(
        rejects.contains("ada@example.com,Ada,Lovelace,14155550142,#N/A,Example Ltd,4,warning"),
        "{rejects}"
    );
}

async fn facts(app: &TestApp) -> i64 {
    app.data("{ logStatus { facts } }", json!({})).await["logStatus"]["facts"].as_i64().unwrap()
}

/// Several rows may be one person: the result says both numbers, and the list behind an outcome holds the second.
#[tokio::test]
async fn an_outcome_says_how_many_contacts_its_rows_are_and_the_list_holds_as_many() {
    let app = TestApp::start().await;
    let file = "First Name,Last Name,Email\n\
        Ada,Lovelace,ada@example.com\n\
        Ada,Lovelace,ada@example.com\n\
        Ada,Lovelace,ada@example.com\n\
        Grace,Hopper,grace@example.com\n\
        Nobody,,not an address\n";
    let id = importing::started(&app, file, None).await;
    let said = importing::ended(
        &app,
        &id,
        "outcomes { mergedInFile created } contacts { mergedInFile created } problems { message example }",
    )
    .await;
    assert_eq!(said["outcomes"], json!({ "mergedInFile": 2, "created": 2 }), "{said}");
    let list = "query($id: UUID!) { contacts(filter: {importId: $id, importOutcome: \"merged_in_file\", archived: null}) { totalCount edges { node { id } } } }";
    let behind = async || app.data(list, json!({ "id": id })).await["contacts"].clone();
    // The import's rows may be ahead of the contacts'.
    until(&app, list, json!({ "id": id }), |data| data["contacts"]["totalCount"] != 0).await;
    let contacts = behind().await;
    assert_eq!((&said["contacts"]["mergedInFile"], &contacts["totalCount"]), (&json!(1), &json!(1)));
    assert_eq!(
        (said["problems"][0]["message"].as_str(), said["problems"][0]["example"].as_str()),
        (Some("Email: not a valid address."), Some("row 6"))
    );
    // Archived later, it still is what the file met.
    let archive = "mutation($id: UUID!) { contactArchive(input: {id: $id}) { contact { archived } } }";
    app.data(archive, json!({ "id": contacts["edges"][0]["node"]["id"] })).await;
    let again = importing::ended(&app, &id, "contacts { mergedInFile }").await;
    assert_eq!((&again["contacts"]["mergedInFile"], &behind().await["totalCount"]), (&json!(1), &json!(1)));
}
