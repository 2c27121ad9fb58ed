//! A file on its way in, as a client sends it.

use reqwest::Method;
use serde_json::{Value, json};

use pivotal_domain::identity::role::Role;

use crate::support::{TestApp, answer, until};

/// Status and answer of an upload.
pub async fn upload(app: &TestApp, body: impl Into<reqwest::Body>) -> (u16, Value) {
    let request = app.rest(Role::DataOps, Method::POST, "/api/v1/imports?fileName=people.csv").await;
    answer(request.header("content-type", "text/csv").body(body)).await
}

/// Uploads a file, maps its columns as suggested and starts it. Answers with the import's id.
pub async fn started(app: &TestApp, file: impl Into<reqwest::Body>, default_country: Option<&str>) -> String {
    let (status, import) = upload(app, file).await;
    assert_eq!(status, 201, "{import}");
    let id = import["id"].as_str().unwrap().to_owned();
    let columns =
        "query($id: UUID!) { import(id: $id) { columns { index suggestedField suggestedEntity } } }";
    let data = app.data(columns, json!({ "id": id })).await;
    let mapping = suggested(data["import"]["columns"].as_array().unwrap());
    let map =
        "mutation($input: ImportMapInput!) { importMap(input: $input) { userErrors { code message } } }";
    let input = json!({ "id": id, "mapping": mapping, "defaultCountry": default_country });
    let mapped = app.data(map, json!({ "input": input })).await;
    assert_eq!(mapped["importMap"]["userErrors"], json!([]));
    start(app, &id).await;
    id
}

/// The mapping that the suggestions amount to.
pub fn suggested(columns: &[Value]) -> Vec<Value> {
    let columns = columns.iter().filter(|column| column["suggestedField"].is_string());
    columns
        .map(|column| json!({ "column": column["index"], "entity": column["suggestedEntity"], "field": column["suggestedField"] }))
        .collect()
}

pub async fn start(app: &TestApp, id: &str) {
    let start = "mutation($id: UUID!) { importStart(input: {id: $id}) { userErrors { code message } } }";
    assert_eq!(app.data(start, json!({ "id": id })).await["importStart"]["userErrors"], json!([]));
}

/// Asks for these fields until the run is over.
pub async fn ended(app: &TestApp, id: &str, fields: &str) -> Value {
    let query = format!("query($id: UUID!) {{ import(id: $id) {{ finishedAt {fields} }} }}");
    let over = |data: &Value| data["import"]["finishedAt"].is_string();
    until(app, &query, json!({ "id": id }), over).await["import"].take()
}
