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

/// Two types of one name are one schema in the document, and the later one wins.
#[test]
fn each_request_has_a_schema_of_its_own() {
    let document = serde_json::to_value(pivotal_api::rest::document()).unwrap();
    let body = |path: &str, method: &str| {
        let content = &document["paths"][path][method]["requestBody"]["content"]["application/json"];
        content["schema"]["$ref"].as_str().unwrap().rsplit('/').next().unwrap().to_owned()
    };
    let fields = |schema: &str| {
        let properties = document["components"]["schemas"][schema]["properties"].as_object().unwrap();
        properties.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(fields(&body("/api/v1/accounts/{id}", "patch")), ["expectedVersion", "fields"]);
    assert_eq!(
        fields(&body("/api/v1/contacts/{id}", "patch")),
        ["accountId", "expectedVersion", "fields", "unlinkAccount"]
    );
    assert_eq!(fields(&body("/api/v1/accounts", "post")), ["fields"]);
    assert_eq!(fields(&body("/api/v1/contacts", "post")), ["accountId", "fields"]);
}
