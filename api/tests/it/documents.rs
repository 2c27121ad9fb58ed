//! What is committed is what the code says.

use std::path::Path;

fn committed(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

#[test]
fn the_committed_schema_is_the_schema() {
    let now = pivotal_api::graphql::schema::sdl();
    assert!(committed("schema.graphql").trim() == now.trim(), "api/schema.graphql is old: run `make schema`");
}

#[test]
fn the_committed_openapi_document_is_the_one_served() {
    let now = serde_json::to_string_pretty(&pivotal_api::rest::document()).unwrap();
    assert!(committed("openapi.json").trim() == now.trim(), "api/openapi.json is old: run `make schema`");
}
