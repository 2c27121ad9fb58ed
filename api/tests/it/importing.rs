//! A file on its way in, as a client sends it.

use reqwest::Method;
use serde_json::{Value, json};

use pivotal_domain::identity::role::Role;

use crate::support::{TestApp, answer, caught_up, until};

/// Status and answer of an upload.
pub async fn upload(app: &TestApp, body: impl Into<reqwest::Body>) -> (u16, Value) {
    let request = app.rest(Role::DataOps, Method::POST, "/api/v1/imports?fileName=people.csv").await;
    answer(request.header("content-type", "text/csv").body(body)).await
}

/// Uploads a file, maps its columns as suggested and starts it. Answers with the import's id.
pub async fn started(app: &TestApp, file: impl Into<reqwest::Body>, default_country: Option<&str>) -> String {
    let id = mapped(app, file, default_country).await;
    start(app, &id).await;
    id
}

/// The same, not started.
pub async fn mapped(app: &TestApp, file: impl Into<reqwest::Body>, default_country: Option<&str>) -> String {
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

/// Waits until the run is over and every list has what it made, then asks for these fields: each list is read from a
/// projection of its own, which may be behind the one that says that the run is over.
pub async fn ended(app: &TestApp, id: &str, fields: &str) -> Value {
    let id = json!({ "id": id });
    let over = "query($id: UUID!) { import(id: $id) { finishedAt } }";
    until(app, over, id.clone(), |data| data["import"]["finishedAt"].is_string()).await;
    let head = app.data("{ projections { headPosition } }", json!({})).await;
    caught_up(app, head["projections"][0]["headPosition"].as_i64().unwrap()).await;
    let query = format!("query($id: UUID!) {{ import(id: $id) {{ finishedAt {fields} }} }}");
    app.data(&query, id).await["import"].take()
}
