//! What is committed is what the code says.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

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

/// A field that is spelt wrongly and passed over would be left undone without a word.
#[test]
fn no_json_body_takes_fields_that_it_does_not_know() {
    let document = serde_json::to_value(pivotal_api::rest::document()).unwrap();
    let paths = document["paths"].as_object().unwrap().values();
    let routes = paths.flat_map(|path| path.as_object().unwrap().values());
    let bodies = routes.map(|route| &route["requestBody"]["content"]["application/json"]["schema"]);
    let mut waiting = Vec::new();
    bodies.for_each(|body| mentioned(body, &mut waiting));
    let mut known = BTreeSet::new();
    while let Some(name) = waiting.pop() {
        if !known.insert(name) {
            continue;
        }
        let schema = &document["components"]["schemas"][name];
        if schema["type"] == "object" {
            assert_eq!(schema["additionalProperties"], false, "{name} needs #[serde(deny_unknown_fields)]");
        }
        mentioned(schema, &mut waiting);
    }
    assert!(known.len() > 50, "the bodies were not found: {known:?}");
}

/// Names of the schemas that stand in this one.
fn mentioned<'a>(schema: &'a Value, names: &mut Vec<&'a str>) {
    match schema {
        Value::Object(parts) => {
            let name = parts.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next());
            names.extend(name);
            parts.values().for_each(|part| mentioned(part, names));
        }
        Value::Array(parts) => parts.iter().for_each(|part| mentioned(part, names)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
