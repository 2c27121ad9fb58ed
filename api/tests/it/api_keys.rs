//! Programs that come in with an API key: at both doors, at the socket's, and no further than the key goes.

use pivotal_api::policy::Rule;
use pivotal_api::policy::rest_gate::RouteRules;
use pivotal_api::rest;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::policy::ANY_ID;
use crate::support::{TestApp, answer, caught_up, code};

const CREATE: &str = "mutation($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) {
    apiKey { id name prefix scopes state madeBy lastUsedAt } secret position userErrors { code field } } }";

async fn create(app: &TestApp, scopes: Value) -> Value {
    let input = json!({ "input": { "name": "Warehouse sync", "scopes": scopes } });
    app.data(CREATE, input).await["apiKeyCreate"].clone()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

#[tokio::test]
async fn a_key_opens_what_it_is_for_at_both_doors_and_is_refused_beyond_by_code() {
    let app = TestApp::start().await;
    let made = create(&app, json!(["CONTACTS_VIEW"])).await;
    let secret = text(&made["secret"]);
    assert!(secret.starts_with(text(&made["apiKey"]["prefix"])), "{made}");
    assert_eq!(made["apiKey"]["madeBy"], "Maren Lindqvist");
    let routes = async |method: Method, path: &str| {
        answer(app.request(method, path).bearer_auth(secret).json(&json!({}))).await
    };
    assert_eq!(routes(Method::GET, "/api/v1/contacts").await.0, 200);
    let (status, refused) = routes(Method::GET, "/api/v1/accounts").await;
    assert_eq!((status, &refused["code"]), (403, &json!("API_KEY_SCOPE")));
    assert!(text(&refused["detail"]).contains("ACCOUNTS_VIEW"), "{refused}");
    let (status, refused) = routes(Method::POST, "/api/v1/api-keys").await;
    assert_eq!((status, &refused["code"]), (403, &json!("API_KEY_SCOPE")), "it makes no keys");
    let (status, refused) = routes(Method::GET, "/api/v1/auth/sessions").await;
    assert_eq!((status, &refused["code"]), (403, &json!("API_KEY_SCOPE")), "they are a person's");
    let (status, me) = routes(Method::GET, "/api/v1/auth/me").await;
    assert_eq!((status, me["permissions"].as_array().unwrap().len()), (200, 1));

    let graphql = async |query: &str| app.graphql_as(Some(secret), query, json!({})).await;
    assert_eq!(code(&graphql("{ contacts(first: 1) { totalCount } }").await), None);
    assert_eq!(code(&graphql("{ accounts(first: 1) { totalCount } }").await), Some("API_KEY_SCOPE"));
    assert_eq!(code(&graphql("{ mySessions { id } }").await), Some("API_KEY_SCOPE"));
    let rename = "mutation { profileChange(input: { name: \"Bot\" }) { userErrors { code } } }";
    assert_eq!(code(&graphql(rename).await), Some("API_KEY_SCOPE"));
    let nested = "{ contacts(first: 1) { edges { node { account { id } } } } }";
    assert_eq!(code(&graphql(nested).await), Some("API_KEY_SCOPE"), "a field deep inside is beyond it, too");
}

/// Every route of the OpenAPI document, asked by a key that is for one thing: it opens what needs that, and nothing else.
#[tokio::test]
async fn a_key_opens_the_routes_of_its_scope_and_no_other() {
    let app = TestApp::start().await;
    for scope in [Permission::ContactsView, Permission::SuppressionsView] {
        let made = create(&app, json!([scope.as_str()])).await;
        let secret = text(&made["secret"]);
        let mut opened = 0;
        for (method, path, rule) in RouteRules::of_document(&rest::document()).unwrap().all() {
            if rule == Some(Rule::Public) {
                continue;
            }
            let address = path.replace("{id}", ANY_ID);
            let asked = app.request(method.clone(), &address).bearer_auth(secret).json(&json!({}));
            let (status, body) = answer(asked).await;
            let beyond = (status, body["code"].as_str()) == (403, Some("API_KEY_SCOPE"));
            let expected = match rule.unwrap() {
                Rule::Needs(permission) => permission != scope,
                Rule::InPerson | Rule::EnteringInPerson => true,
                Rule::Public | Rule::Entering | Rule::SignedIn => false,
            };
            assert_eq!(beyond, expected, "{}: {method} {path}: {status} {body}", scope.as_str());
            // The index of a search may still be being built.
            assert!(status < 500 || path == "/api/v1/search", "{method} {path}: {status}");
            opened += usize::from(rule == Some(Rule::Needs(scope)));
        }
        assert!(opened > 2, "{}", scope.as_str());
    }
}

#[tokio::test]
async fn what_a_program_did_is_on_record_with_the_key() {
    let app = TestApp::start().await;
    let made = create(&app, json!(["CONTACTS_EDIT", "CONTACTS_VIEW"])).await;
    let body = json!({ "fields": { "email": "ada@example.com" } });
    let request = app.request(Method::POST, "/api/v1/contacts").bearer_auth(text(&made["secret"]));
    let (status, contact) = answer(request.json(&body)).await;
    assert_eq!(status, 201, "{contact}");
    let mut connection = app.backend.context.log.pools.read.acquire().await.unwrap();
    let interest = pivotal_log::reader::Interest { aggregates: &["contact"], facts: &[] };
    let batch = pivotal_log::reader::read(&mut connection, 0, 10, interest).await.unwrap();
    let metadata = batch.entries[0].metadata();
    assert_eq!(metadata.key.map(|key| key.to_string()).as_deref(), made["apiKey"]["id"].as_str());
    assert_eq!((metadata.role.as_str(), metadata.source.as_str()), ("admin", "api"));
}

#[tokio::test]
async fn a_key_is_listed_used_and_revoked() {
    let app = TestApp::start().await;
    let made = create(&app, json!(["CONTACTS_VIEW"])).await;
    let (id, secret) = (text(&made["apiKey"]["id"]), text(&made["secret"]));
    let enter = async || answer(app.request(Method::GET, "/api/v1/contacts").bearer_auth(secret)).await;
    assert_eq!(enter().await.0, 200);
    caught_up(&app, made["position"].as_i64().unwrap()).await;
    let listed = app.data("{ apiKeys { id state lastUsedAt lastUsedIp } }", json!({})).await;
    let [shown] = listed["apiKeys"].as_array().unwrap().as_slice() else { panic!("{listed}") };
    assert_eq!((text(&shown["id"]), &shown["state"]), (id, &json!("ACTIVE")));
    assert_ne!(shown["lastUsedAt"], Value::Null);
    let (status, list) = app.get(Role::Admin, "/api/v1/api-keys").await;
    assert_eq!((status, &list["items"][0]["name"]), (200, &json!("Warehouse sync")));
    assert!(!list.to_string().contains(secret));
    let revoke = format!("/api/v1/api-keys/{id}/revoke");
    let (status, revoked) = app.post(Role::Admin, &revoke, json!({})).await;
    assert_eq!((status, &revoked["state"]), (200, &json!("REVOKED")));
    let (status, refused) = enter().await;
    assert_eq!((status, &refused["code"]), (401, &json!("API_KEY_INVALID")));
    let (status, refused) =
        answer(app.request(Method::GET, "/api/v1/contacts").bearer_auth("pvk_00000000_guess")).await;
    assert_eq!((status, &refused["code"]), (401, &json!("API_KEY_INVALID")));
}

#[tokio::test]
async fn a_bad_key_names_its_field() {
    let app = TestApp::start().await;
    let long = "n".repeat(200);
    for (input, code, field) in [
        (json!({ "name": "x", "scopes": [] }), "API_KEY_NO_SCOPES", "scopes"),
        (json!({ "name": "x", "scopes": ["FAXES_SEND"] }), "API_KEY_SCOPE_UNKNOWN", "scopes"),
        (json!({ "name": " ", "scopes": ["CONTACTS_VIEW"] }), "NAME_EMPTY", "name"),
        (json!({ "name": long, "scopes": ["CONTACTS_VIEW"] }), "NAME_TOO_LONG", "name"),
        (
            json!({ "name": "x", "scopes": ["CONTACTS_VIEW"], "expiresAt": "2020-01-01T00:00:00Z" }),
            "API_KEY_EXPIRY_PAST",
            "expiresAt",
        ),
    ] {
        let refused = app.data(CREATE, json!({ "input": input })).await["apiKeyCreate"].clone();
        assert_eq!(refused["userErrors"][0], json!({ "code": code, "field": field }));
        assert_eq!((&refused["secret"], &refused["apiKey"]), (&Value::Null, &Value::Null));
        let (status, refused) = app.post(Role::Admin, "/api/v1/api-keys", input).await;
        assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!(code)));
    }
}
