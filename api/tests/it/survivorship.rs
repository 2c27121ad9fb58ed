//! Survivorship rules over GraphQL and REST: read, refused in words, previewed, applied, taken back.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, answer, until};

const BULK: &str = "query($id: UUID!) { bulk(id: $id) { state action { kind } } }";

const SHOWN: &str = "{ survivorship(entity: CONTACT) { everywhere isDefault sources { source label } fields { field label order } preview { id running records changed counts { field label count } expiresAt appliedBy } } }";
const PREVIEW: &str = "mutation($input: SurvivorshipInput!) { survivorshipPreview(input: $input) { survivorship { preview { id running } } userErrors { code field message } } }";
const APPLY: &str = "mutation($preview: UUID!) { survivorshipApply(entity: CONTACT, preview: $preview) { bulkId userErrors { code message } } }";
const ROWS: &str = "{ survivorshipPreviewRows(entity: CONTACT) { hasNextPage rows { recordId name fields { field label now nowSource then thenSource } } } }";

fn newest() -> Value {
    json!([["PERSON", "AUTOMATION", "IMPORT", "SAMPLE", "SYSTEM"]])
}

fn by_itself() -> Value {
    json!([["PERSON"], ["AUTOMATION"], ["IMPORT"], ["SAMPLE"], ["SYSTEM"]])
}

#[tokio::test]
async fn rules_are_shown_previewed_and_applied() {
    let app = TestApp::start().await;
    let shown = app.data(SHOWN, json!({})).await["survivorship"].take();
    assert_eq!((&shown["everywhere"], &shown["isDefault"]), (&by_itself(), &json!(true)));
    assert_eq!(shown["preview"], Value::Null);

    let body = json!({"fields": {"email": "ada@example.com", "department": "Sales"}});
    let (status, made) = app.post(Role::Admin, "/api/v1/contacts", body).await;
    assert_eq!(status, 201, "{made}");

    let input = json!({"entity": "CONTACT", "everywhere": by_itself(), "fields": [{"field": "department", "order": newest()}]});
    let asked = app.data(PREVIEW, json!({ "input": input })).await["survivorshipPreview"].take();
    assert_eq!(asked["userErrors"], json!([]), "{asked}");
    let done =
        until(&app, SHOWN, json!({}), |data| data["survivorship"]["preview"]["running"] == false).await;
    let done = done["survivorship"]["preview"].clone();
    assert_eq!((&done["records"], &done["changed"]), (&json!(1), &json!(0)), "{done}");
    assert_eq!(app.data(ROWS, json!({})).await["survivorshipPreviewRows"]["rows"], json!([]));

    let applied = app.data(APPLY, json!({ "preview": done["id"] })).await["survivorshipApply"].take();
    assert_eq!(applied["userErrors"], json!([]), "{applied}");
    let shown = app.data(SHOWN, json!({})).await["survivorship"].take();
    assert_eq!(shown["fields"], json!([{"field": "department", "label": "Department", "order": newest()}]));
    assert_eq!(shown["preview"]["appliedBy"], applied["bulkId"]);
    let id = json!({ "id": applied["bulkId"] });
    let ended = until(&app, BULK, id, |data| data["bulk"]["state"] == "COMPLETED").await;
    assert_eq!(ended["bulk"]["action"]["kind"], "WEIGH", "{ended}");
    let (_, bulk) =
        app.get(Role::Admin, &format!("/api/v1/bulk-changes/{}", applied["bulkId"].as_str().unwrap())).await;
    assert_eq!((&bulk["unchanged"], &bulk["kind"]), (&json!(1), &json!("weigh")), "{bulk}");
}

#[tokio::test]
async fn bad_rules_are_refused_by_name_and_change_nothing() {
    let app = TestApp::start().await;
    let put = async |rules: Value| {
        answer(app.rest(Role::Admin, Method::PUT, "/api/v1/survivorship/contact").await.json(&rules)).await
    };
    let all = json!([["person"], ["automation"], ["import"], ["sample"], ["system"]]);
    for (rules, code) in [
        (json!({"everywhere": [["person"]]}), "SURVIVORSHIP_SOURCE_MISSING"),
        (json!({"everywhere": [["person", "person"]]}), "SURVIVORSHIP_SOURCE_TWICE"),
        (json!({"everywhere": [["fax"]]}), "SURVIVORSHIP_SOURCE"),
        (json!({"everywhere": all, "fields": {"no_such": all}}), "SURVIVORSHIP_FIELD"),
        (json!({"everywhere": all, "fields": {"email_status": all}}), "SURVIVORSHIP_FIELD"),
    ] {
        let (status, refused) = put(rules.clone()).await;
        assert_eq!((status, refused["errors"][0]["code"].as_str()), (422, Some(code)), "{rules}: {refused}");
    }
    let (status, _) = put(json!({"everywhere": "person"})).await;
    assert!((400..500).contains(&status));
    let shown = app.data(SHOWN, json!({})).await["survivorship"].take();
    assert_eq!(shown["isDefault"], true);
    // Whoever does not keep the settings sees and changes none of it.
    assert_eq!(app.get(Role::QaAnalyst, "/api/v1/survivorship/contact").await.0, 403);
    let body = json!({"selection": {"entity": "contact"}, "action": {"kind": "weigh", "rules": {"everywhere": all}}});
    let (status, refused) = app.post(Role::Admin, "/api/v1/bulk-changes", body).await;
    assert_eq!(
        (status, refused["errors"][0]["code"].as_str()),
        (422, Some("BULK_NOT_BY_ITSELF")),
        "{refused}"
    );
}
