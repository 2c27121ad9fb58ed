//! What Pivotal works with outside of itself: shown without a secret, and tested where that does no harm.

use pivotal_domain::identity::role::Role;
use serde_json::json;

use crate::support::TestApp;

const PROVIDERS: &str = "{ providers { kind state name testable } }";
const TEST: &str = "mutation($kind: ProviderKind!) { providerTest(kind: $kind) { worked message userErrors { code field } } }";

#[tokio::test]
async fn providers_are_shown_and_tested_at_both_doors_by_who_manages_settings() {
    let app = TestApp::start().await;
    let shown = app.data(PROVIDERS, json!({})).await;
    let all = shown["providers"].as_array().unwrap();
    assert_eq!(all.len(), 9, "{shown}");
    let mail = all.iter().find(|provider| provider["kind"] == "MAIL").unwrap();
    assert_eq!((&mail["state"], &mail["testable"]), (&json!("FAKE"), &json!(true)));
    let (status, listed) = app.get(Role::Admin, "/api/v1/providers").await;
    assert_eq!((status, listed["items"].as_array().unwrap().len()), (200, 9));

    let done = app.data(TEST, json!({ "kind": "DATABASE" })).await;
    assert_eq!(done["providerTest"]["worked"], true, "{done}");
    let (status, files) = app.post(Role::Admin, "/api/v1/providers/files/test", json!({})).await;
    assert_eq!((status, &files["worked"]), (200, &json!(true)), "{files}");
    let mail = app.data(TEST, json!({ "kind": "MAIL" })).await;
    assert!(mail["providerTest"]["message"].as_str().unwrap().contains('@'), "{mail}");
    let costs = app.data(TEST, json!({ "kind": "CARRIER_LOOKUP" })).await;
    assert_eq!(costs["providerTest"]["userErrors"][0]["code"], "PROVIDER_NOT_TESTABLE", "{costs}");
    let (status, costs) = app.post(Role::Admin, "/api/v1/providers/industry_model/test", json!({})).await;
    assert_eq!((status, &costs["errors"][0]["code"]), (422, &json!("PROVIDER_NOT_TESTABLE")));
    assert_eq!(app.post(Role::Admin, "/api/v1/providers/fax/test", json!({})).await.0, 404);

    for role in Role::ALL.into_iter().filter(|role| *role != Role::Admin) {
        let refused = app.graphql(role, PROVIDERS, json!({})).await;
        assert!(refused["errors"][0].is_object(), "{role}: {refused}");
        assert_eq!(app.get(role, "/api/v1/providers").await.0, 403, "{role}");
        assert_eq!(app.post(role, "/api/v1/providers/files/test", json!({})).await.0, 403, "{role}");
    }
}
