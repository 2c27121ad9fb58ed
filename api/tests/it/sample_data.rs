use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};

use crate::support::{TestApp, until};

const STATUS: &str = "{ sampleData { present accounts contacts users } }";
const ADD: &str =
    "mutation { sampleDataAdd { status { present accounts contacts } userErrors { code message } } }";
const REMOVE: &str =
    "mutation { sampleDataRemove { status { present accounts contacts } userErrors { code message } } }";

#[tokio::test]
async fn the_sample_company_comes_once_and_goes_without_touching_anything_else() {
    let app = TestApp::start().await;
    assert_eq!(
        app.data(STATUS, json!({})).await["sampleData"],
        json!({ "present": false, "accounts": 0, "contacts": 0, "users": 7 })
    );
    let own = "mutation { contactCreate(input: {fields: {email: \"mine@example.com\"}}) { position } }";
    app.data(own, json!({})).await;

    let full = json!({ "status": { "present": true, "accounts": 40, "contacts": 300 }, "userErrors": [] });
    assert_eq!(app.data(ADD, json!({})).await["sampleDataAdd"], full);
    let head = app.data("{ logStatus { headPosition } }", json!({})).await;
    assert_eq!(app.data(ADD, json!({})).await["sampleDataAdd"], full, "again: no change");
    assert_eq!(app.data("{ logStatus { headPosition } }", json!({})).await, head, "not one event more");

    let lists = "{ contacts(filter: {q: \"aldergate\"}) { totalCount edges { node { accountName source account { name } } } } accounts { totalCount } }";
    let data = app.data(lists, json!({})).await;
    assert_eq!(data["accounts"]["totalCount"], 40);
    let node = &data["contacts"]["edges"][0]["node"];
    assert_eq!(
        (node["source"].as_str(), node["accountName"].as_str()),
        (Some("seed"), Some("Aldergate Software Ltd")),
        "{data}"
    );

    let gone = json!({ "status": { "present": false, "accounts": 0, "contacts": 0 }, "userErrors": [] });
    assert_eq!(app.data(REMOVE, json!({})).await["sampleDataRemove"], gone);
    let left = app.data("{ contacts { totalCount edges { node { email } } } }", json!({})).await;
    assert_eq!(
        (left["contacts"]["totalCount"].as_i64(), &left["contacts"]["edges"][0]["node"]["email"]),
        (Some(1), &json!("mine@example.com"))
    );
    assert_eq!(
        app.data(ADD, json!({})).await["sampleDataAdd"]["status"]["contacts"],
        Value::from(300),
        "and back"
    );
}

const STEPS: &str = "{ firstSteps { contact account import colleague client } }";

#[tokio::test]
async fn what_came_with_the_installation_ticks_no_first_step() {
    let app = TestApp::start().await;
    let none =
        json!({ "contact": false, "account": false, "import": false, "colleague": false, "client": false });
    app.data(ADD, json!({})).await;
    // Seven users, two clients and the whole sample company are there, and nobody did anything.
    assert_eq!(app.data(STEPS, json!({})).await["firstSteps"], none);
    let own = "mutation { contactCreate(input: {fields: {email: \"mine@example.com\"}}) { position } }";
    app.data(own, json!({})).await;
    let data = until(&app, STEPS, json!({}), |data| data["firstSteps"]["contact"] == true).await;
    assert_eq!(
        (&data["firstSteps"]["import"], &data["firstSteps"]["client"]),
        (&json!(false), &json!(false))
    );
    let client = "mutation { clientCreate(input: {name: \"Ashford Tools\"}) { position } }";
    app.data(client, json!({})).await;
    until(&app, STEPS, json!({}), |data| data["firstSteps"]["client"] == true).await;
}

#[tokio::test]
async fn a_step_that_is_not_of_the_role_is_not_told() {
    let app = TestApp::start().await;
    for (role, told) in [(Role::CampaignManager, true), (Role::QaAnalyst, false), (Role::Agent, false)] {
        let body = app.graphql(role, STEPS, json!({})).await;
        let steps = &body["data"]["firstSteps"];
        assert_eq!(steps["contact"].is_boolean(), told, "{role}: {body}");
        assert_eq!((steps["import"].is_null(), steps["colleague"].is_null()), (true, true), "{role}");
    }
}
