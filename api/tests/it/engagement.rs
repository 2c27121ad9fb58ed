//! What another system knows to have happened, brought along through both doors, and asked for by filters.

use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};

use crate::support::{TestApp, until};

const PATH: &str = "/api/v1/engagement";
const PEOPLE: &str = "query($where: JSON) { contacts(first: 10, filter: { where: $where }) { totalCount edges { node { id } } } }";
const RECORD: &str = "mutation($input: EngagementRecordInput!) { engagementRecord(input: $input) { recorded repeated refused { entry key code } userErrors { code field } } }";

async fn contact(app: &TestApp, email: &str) -> Value {
    let query = "mutation($input: RecordInput!) { contactCreate(input: $input) { contact { id } userErrors { code message } } }";
    let data = app.data(query, json!({ "input": { "fields": { "email": email } } })).await;
    data["contactCreate"]["contact"]["id"].clone()
}

fn entry(key: &str, contact: &Value, did: &str, at: &str) -> Value {
    json!({ "key": key, "contact": contact, "did": did, "at": at })
}

#[tokio::test]
async fn a_history_is_brought_along_once_and_can_be_asked_for() {
    let app = TestApp::start().await;
    let (ada, grace) = (contact(&app, "ada@example.com").await, contact(&app, "grace@example.com").await);
    let body = json!({ "system": "Old Mailer", "entries": [
        entry("1", &json!("ada@example.com"), "sent", "2020-03-01T10:00:00Z"),
        entry("2", &ada, "opened", "2020-03-02T10:00:00Z"),
        entry("3", &grace, "sent", "2021-03-01T10:00:00Z"),
        entry("4", &json!("nobody@example.com"), "sent", "2021-03-01T10:00:00Z"),
        entry("5", &ada, "read", "2020-03-02T10:00:00Z"),
    ] });
    let (status, told) = app.post(Role::DataOps, PATH, body.clone()).await;
    assert_eq!(status, 200, "{told}");
    assert_eq!((&told["recorded"], &told["repeated"]), (&json!(3), &json!(0)));
    let refused: Vec<(&Value, &Value)> = told["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|refused| (&refused["entry"], &refused["code"]))
        .collect();
    assert_eq!(refused, [(&json!(4), &json!("NOT_FOUND")), (&json!(5), &json!("ENTRY_DID"))]);
    let (_, again) = app.post(Role::DataOps, PATH, body).await;
    assert_eq!((&again["recorded"], &again["repeated"]), (&json!(0), &json!(3)));

    let opened = json!({"engagement": {"did": "opened"}});
    let found =
        until(&app, PEOPLE, json!({"where": opened}), |data| data["contacts"]["totalCount"] == 1).await;
    assert_eq!(found["contacts"]["edges"][0]["node"]["id"], ada);
    let late = json!({"all": [{"engagement": {"did": "sent", "from": "2021-01-01"}}, {"not": opened}]});
    let found = until(&app, PEOPLE, json!({"where": late}), |data| data["contacts"]["totalCount"] == 1).await;
    assert_eq!(found["contacts"]["edges"][0]["node"]["id"], grace);
}

#[tokio::test]
async fn the_mutation_tells_the_same_and_refuses_what_is_no_request() {
    let app = TestApp::start().await;
    let ada = contact(&app, "ada@example.com").await;
    let input = |system: &str, entries: Value| json!({ "input": { "system": system, "entries": entries } });
    let called = entry("7", &ada, "called", "2020-03-01T10:00:00Z");
    let done = app.data(RECORD, input("Dialer", json!([called, called]))).await;
    assert_eq!(
        done["engagementRecord"],
        json!({ "recorded": 1, "repeated": 1, "refused": [], "userErrors": [] })
    );
    let nothing = app.data(RECORD, input("Dialer", json!([]))).await;
    assert_eq!(
        nothing["engagementRecord"]["userErrors"],
        json!([{ "code": "ENGAGEMENT_NO_ENTRIES", "field": "entries" }])
    );
    let (status, named) =
        app.post(Role::DataOps, PATH, json!({ "system": "ada@example.com", "entries": [called] })).await;
    assert_eq!((status, &named["errors"][0]["code"]), (422, &json!("ENGAGEMENT_SYSTEM")), "{named}");
    let (status, _) = app.post(Role::DataOps, PATH, json!({ "system": "Dialer" })).await;
    assert_eq!(status, 400);
}

#[tokio::test]
async fn who_may_not_import_may_not_bring_a_history_along() {
    let app = TestApp::start().await;
    let body = json!({ "system": "Dialer", "entries": [] });
    for role in [Role::CampaignManager, Role::QaAnalyst, Role::Agent, Role::ClientUser] {
        let (status, answered) = app.post(role, PATH, body.clone()).await;
        assert_eq!(status, 403, "{role:?} {answered}");
    }
}
