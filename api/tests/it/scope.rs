//! Client users: their own organisation and nothing outside of it, however they ask.

use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};

use crate::support::{TestApp, code};

const OURS: &str = "mateo@nordwerk.test";

fn names(connection: &Value) -> Vec<&str> {
    connection["edges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edge| edge["node"]["name"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn a_client_user_sees_own_colleagues_and_own_organisation_only() {
    let app = TestApp::start().await;
    let token = app.token_of(OURS).await;
    let query = "{ me { client { name } } users { totalCount edges { node { name client { name } } } } clients { totalCount edges { node { name } } } }";
    let body = app.graphql_as(Some(&token), query, json!({})).await;
    let data = &body["data"];
    assert_eq!(data["me"]["client"]["name"], "Nordwerk Telematics");
    assert_eq!(
        (names(&data["users"]), data["users"]["totalCount"].as_i64()),
        (vec!["Mateo Villar"], Some(1))
    );
    assert_eq!(
        (names(&data["clients"]), data["clients"]["totalCount"].as_i64()),
        (vec!["Nordwerk Telematics"], Some(1))
    );
}

#[tokio::test]
async fn another_organisation_does_not_exist_for_a_client_user() {
    let app = TestApp::start().await;
    let data = app
        .data(
            "{ clients { edges { cursor node { id name } } } users { edges { cursor node { name } } } }",
            json!({}),
        )
        .await;
    let other = data["clients"]["edges"]
        .as_array()
        .unwrap()
        .iter()
        .find(|edge| edge["node"]["name"] == "Harrow Fleet Systems")
        .unwrap();
    let token = app.token_of(OURS).await;
    let body = app
        .graphql_as(
            Some(&token),
            "query($id: UUID!) { client(id: $id) { name } }",
            json!({ "id": other["node"]["id"] }),
        )
        .await;
    assert_eq!(body["data"]["client"], Value::Null);
    // Another's row as a cursor neither shows nor betrays where it stands.
    for edge in data["users"]["edges"].as_array().unwrap() {
        let query = "query($after: String) { users(after: $after) { edges { node { name } } } }";
        let body = app.graphql_as(Some(&token), query, json!({ "after": edge["cursor"] })).await;
        let seen = names(&body["data"]["users"]);
        assert!(seen.is_empty() || seen == ["Mateo Villar"], "{seen:?}");
    }
}

#[tokio::test]
async fn nothing_of_the_audience_or_the_machine_room_opens_for_a_client_user() {
    let app = TestApp::start().await;
    for query in [
        "{ contacts { totalCount } }",
        "{ accounts { totalCount } }",
        "{ imports { totalCount } }",
        "{ jobs { totalCount } }",
        "{ projections { name } }",
        "{ logStatus { headPosition } }",
        "{ sampleData { present } }",
        "{ history(entity: CONTACT, id: \"00000000-0000-0000-0000-000000000001\") { totalCount } }",
        "mutation { clientCreate(input: {name: \"x\"}) { position } }",
        "mutation { contactCreate(input: {fields: {}}) { position } }",
        // Behind a fragment, an alias, a harmless field.
        "{ me { id } a: contacts { totalCount } }",
        "{ ...f } fragment f on Query { contacts { totalCount } }",
        "query One { me { id } } query Two { contacts { totalCount } }",
    ] {
        let body = app.graphql(Role::ClientUser, query, json!({})).await;
        let error = code(&body);
        assert!(error == Some("FORBIDDEN") || error == Some("QUERY_INVALID"), "{query}: {body}");
        assert!(body["data"].is_null(), "{query}: {body}");
    }
    for path in ["contacts", "accounts", "imports", "jobs"] {
        let (status, body) = app.get(Role::ClientUser, &format!("/api/v1/{path}")).await;
        assert_eq!((status, body["code"].as_str()), (403, Some("FORBIDDEN")), "{path}");
    }
}
