use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};

use crate::support::{TestApp, caught_up, until};

const STATUS: &str = "{ sampleData { present accounts contacts users } }";
const ADD: &str =
    "mutation { sampleDataAdd { status { present accounts contacts } userErrors { code message } } }";
const JOBS: &str = "{ jobs { edges { node { kind state } } } }";
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

    let added = app.data(ADD, json!({})).await["sampleDataAdd"].take();
    assert_eq!((&added["status"]["present"], &added["userErrors"]), (&json!(true), &json!([])), "{added}");
    until_at_rest(&app).await;
    // Two companies and four people of them are from the file of the client, which the worker reads.
    let full = json!({ "status": { "present": true, "accounts": 44, "contacts": 309 }, "userErrors": [] });
    let head = app.data("{ logStatus { headPosition } }", json!({})).await;
    assert_eq!(app.data(ADD, json!({})).await["sampleDataAdd"], full, "again: no change");
    assert_eq!(app.data("{ logStatus { headPosition } }", json!({})).await, head, "not one event more");

    let lists = "{ contacts(filter: {q: \"aldergate\"}) { totalCount edges { node { accountName source account { name } } } } accounts { totalCount } }";
    let data = app.data(lists, json!({})).await;
    assert_eq!(data["accounts"]["totalCount"], 44);
    let node = &data["contacts"]["edges"][0]["node"];
    assert_eq!(
        (node["source"].as_str(), node["accountName"].as_str()),
        (Some("seed"), Some("Aldergate Software Ltd")),
        "{data}"
    );

    let theirs = "{ contacts(filter: {where: {field: \"client_restriction\", op: \"has_value\"}}) { totalCount edges { node { clientRestrictionName account { clientRestrictionName } } } } }";
    let data = app.data(theirs, json!({})).await;
    let node = &data["contacts"]["edges"][0]["node"];
    assert_eq!(
        (&data["contacts"]["totalCount"], node["clientRestrictionName"].as_str()),
        (&json!(4), Some("Norhavn Logistics")),
        "{data}"
    );
    assert_eq!(node["account"]["clientRestrictionName"], "Norhavn Logistics", "{data}");

    let work = "{ tasks(filter: {states: [OPEN]}) { totalCount edges { node { title recordName assigneeName } } } done: tasks(filter: {states: [DONE]}) { totalCount } }";
    let data = app.data(work, json!({})).await;
    assert_eq!((&data["tasks"]["totalCount"], &data["done"]["totalCount"]), (&json!(8), &json!(1)), "{data}");
    let first = &data["tasks"]["edges"][0]["node"];
    assert_eq!(
        (first["title"].as_str(), first["assigneeName"].as_str(), first["recordName"].is_string()),
        (Some("Send the case studies"), Some("Maren Lindqvist"), true)
    );
    let notes = "query($id: UUID!) { notes(entity: CONTACT, recordId: $id) { edges { node { pinned authorName } } } contacts(filter: {q: \"amelia.abbott@\"}) { edges { node { id } } } }";
    let nobody = json!({ "id": "00000000-0000-0000-0000-000000000007" });
    let amelia = app.data(notes, nobody).await["contacts"]["edges"][0]["node"]["id"].clone();
    let data = app.data(notes, json!({ "id": amelia })).await;
    assert_eq!(
        data["notes"]["edges"],
        json!([{ "node": { "pinned": true, "authorName": null } }, { "node": { "pinned": false, "authorName": null } }])
    );

    let held = "{ suppressions(filter: {standing: ACTIVE}) { totalCount } suppressed: contacts(filter: {where: {field: \"suppressed\", op: \"any_of\", value: [\"email\"]}}) { totalCount } }";
    let data = app.data(held, json!({})).await;
    assert_eq!(
        (&data["suppressions"]["totalCount"], &data["suppressed"]["totalCount"]),
        (&json!(8), &json!(2)),
        "{data}"
    );

    let said = "{ consents(filter: {state: COUNTS}) { totalCount } withdrawn: contacts(filter: {where: {field: \"email_consent\", op: \"equals\", value: \"withdrawn\"}}) { totalCount } }";
    let data = app.data(said, json!({})).await;
    assert_eq!(
        (&data["consents"]["totalCount"], &data["withdrawn"]["totalCount"]),
        (&json!(7), &json!(1)),
        "{data}"
    );

    let gone = json!({ "status": { "present": false, "accounts": 0, "contacts": 0 }, "userErrors": [] });
    assert_eq!(app.data(REMOVE, json!({})).await["sampleDataRemove"], gone);
    let left = app.data("{ contacts { totalCount edges { node { email } } } }", json!({})).await;
    assert_eq!(
        (left["contacts"]["totalCount"].as_i64(), &left["contacts"]["edges"][0]["node"]["email"]),
        (Some(1), &json!("mine@example.com"))
    );
    assert_eq!(app.data(work, json!({})).await["tasks"]["totalCount"], 0);
    assert_eq!(app.data(held, json!({})).await["suppressions"]["totalCount"], 0);
    assert_eq!(
        app.data(ADD, json!({})).await["sampleDataAdd"]["status"]["contacts"],
        Value::from(309),
        "and back"
    );
    assert_eq!(app.data(work, json!({})).await["tasks"]["totalCount"], 8);
}

/// Until the file of its client is in and its duplicates are looked for, and the lists show it: nothing is written to the log any more.
async fn until_at_rest(app: &TestApp) {
    until(app, JOBS, json!({}), |data| {
        let jobs = data["jobs"]["edges"].as_array().unwrap().iter().map(|job| &job["node"]);
        let done: Vec<_> = jobs.filter(|job| job["state"] == "DONE").map(|job| job["kind"].clone()).collect();
        let of = |kind: &str| done.iter().filter(|done| **done == kind).count();
        (of("find_duplicates"), of("import_run")) == (2, 1)
    })
    .await;
    let head = app.data("{ logStatus { headPosition } }", json!({})).await;
    caught_up(app, head["logStatus"]["headPosition"].as_i64().unwrap()).await;
}

#[tokio::test]
async fn some_of_the_sample_are_in_it_twice_and_wait_to_be_looked_at() {
    let app = TestApp::start().await;
    app.data(ADD, json!({})).await;
    until_at_rest(&app).await;
    let standing = "query($entity: Entity!) { duplicateStanding(entity: $entity) { exact duplicate review lookedAt jobId } }";
    let looked = |data: &Value| data["duplicateStanding"]["lookedAt"].is_string();
    let accounts = until(&app, standing, json!({ "entity": "ACCOUNT" }), looked).await;
    assert!(accounts["duplicateStanding"]["duplicate"].as_i64() >= Some(2), "{accounts}");
    let contacts = until(&app, standing, json!({ "entity": "CONTACT" }), looked).await;
    let contacts = &contacts["duplicateStanding"];
    for class in ["exact", "duplicate", "review"] {
        assert!(contacts[class].as_i64() >= Some(1), "{class}: {contacts}");
    }

    // One that was merged is not made again.
    let of = "{ exact: contacts(filter: {q: \"vogel\", where: {field: \"linkedin_url\", op: \"contains\", value: \"sample22\"}}) { edges { node { id email } } } }";
    let found = app.data(of, json!({})).await;
    let ids: Vec<&str> = found["exact"]["edges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edge| edge["node"]["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), 2, "{found}");
    let merge =
        "mutation($input: RecordsMergeInput!) { recordsMerge(input: $input) { userErrors { code } } }";
    let input = json!({ "entity": "CONTACT", "survivor": ids[0], "absorbed": [ids[1]] });
    assert_eq!(app.data(merge, json!({ "input": input })).await["recordsMerge"]["userErrors"], json!([]));
    let again = app.data(ADD, json!({})).await;
    assert_eq!(again["sampleDataAdd"]["status"]["contacts"], 308, "{again}");
}

const STEPS: &str = "{ firstSteps { contact account import colleague client } }";

#[tokio::test]
async fn what_came_with_the_installation_ticks_no_first_step() {
    let app = TestApp::start().await;
    let none =
        json!({ "contact": false, "account": false, "import": false, "colleague": false, "client": false });
    app.data(ADD, json!({})).await;
    until_at_rest(&app).await;
    // Seven users, two clients, the whole sample company and a file are there, and nobody did anything.
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
