use serde_json::{Value, json};

use crate::support::TestApp;

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
