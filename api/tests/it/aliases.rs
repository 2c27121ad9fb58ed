//! The other addresses of routes: named in the document, and answered as the routes that they are.

use std::collections::BTreeSet;
use std::path::Path;

use pivotal_api::rest::aliases::{ALIASES, KEY, canonical_path};
use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::policy::ANY_ID;
use crate::support::{TestApp, answer};

/// As `METHOD /alias` and `METHOD /canonical`.
fn table() -> BTreeSet<(String, String)> {
    let row = |method: &str, path: &str, canonical: &str| {
        (format!("{method} {path}"), format!("{method} {canonical}"))
    };
    ALIASES.iter().map(|alias| row(alias.method, alias.path, alias.canonical)).collect()
}

#[test]
fn the_committed_document_names_the_aliases_of_the_table_and_no_others() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
    let document: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let (mut named, mut routes) = (BTreeSet::new(), BTreeSet::new());
    for (path, operations) in document["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let route = format!("{} {path}", method.to_ascii_uppercase());
            for alias in operation[KEY].as_array().into_iter().flatten() {
                named.insert((alias.as_str().unwrap().to_owned(), route.clone()));
            }
            routes.insert(route);
        }
    }
    assert_eq!(named, table());
    assert_eq!(table().len(), ALIASES.len(), "an alias stands in the table twice");
    for (alias, canonical) in table() {
        assert!(routes.contains(&canonical), "{alias} leads nowhere");
        assert!(!routes.contains(&alias), "{alias} is a route of its own");
    }
}

#[test]
fn what_stands_in_braces_is_taken_over_and_nothing_else_is_an_alias() {
    let meant = |method: &str, path: &str| canonical_path(method, path);
    assert_eq!(
        meant("POST", "/api/segments/7/convert-to-list").as_deref(),
        Some("/api/v1/segments/7/convert-to-list")
    );
    assert_eq!(
        meant("POST", "/api/v1/domain-sets/7/expand-to-contacts").as_deref(),
        Some("/api/v1/domain-sets/7/expand")
    );
    assert_eq!(meant("HEAD", "/api/contacts").as_deref(), Some("/api/v1/contacts"));
    for (method, path) in [
        ("GET", "/api/segments/7/convert-to-list"),
        ("POST", "/api/segments//convert-to-list"),
        ("POST", "/api/segments/7/convert-to-list/"),
        ("POST", "/api/v1/segments/7/convert-to-list"),
        ("GET", "/api/users"),
        ("GET", "/contacts"),
        ("GET", "/"),
    ] {
        assert_eq!(meant(method, path), None, "{method} {path}");
    }
}

#[tokio::test]
async fn each_alias_answers_as_the_route_that_it_is() {
    let app = TestApp::start().await;
    for alias in ALIASES {
        let method: Method = alias.method.parse().unwrap();
        let paths = [alias.path, alias.canonical].map(|path| path.replace("{id}", ANY_ID));
        let mut answers = Vec::new();
        for path in &paths {
            let unknown = app.request(method.clone(), path).json(&json!({}));
            let (status, body) = answer(unknown).await;
            assert_eq!((status, body["code"].as_str()), (401, Some("UNAUTHENTICATED")), "{method} {path}");
            for role in [Role::Admin, Role::Agent, Role::ClientUser] {
                let request = app.rest(role, method.clone(), path).await.query(&[("first", "1")]);
                let (status, body) = answer(request.json(&json!({}))).await;
                answers.push((status, body["code"].clone()));
            }
        }
        let (own, canonical) = answers.split_at(answers.len() / 2);
        assert_eq!(own, canonical, "{method} {}", alias.path);
        assert!(own.iter().all(|(status, _)| *status < 500), "{method} {}: {own:?}", alias.path);
    }
}
