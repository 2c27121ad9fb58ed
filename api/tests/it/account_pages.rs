//! What an account's page shows besides the account.

use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};

use crate::importing;
use crate::support::{TestApp, until};

const ACCOUNT: &str =
    "mutation($input: RecordInput!) { accountCreate(input: $input) { account { id } userErrors { code } } }";
const CONTACT: &str =
    "mutation($input: RecordInput!) { contactCreate(input: $input) { contact { id } userErrors { code } } }";
const TREE: &str = "query($id: UUID!) { accountTree(id: $id) { more nodes { id parentId name depth contactCount status } } }";
const PEOPLE: &str = "query($id: UUID!) { accountPeople(id: $id) { total withEmail emailVerified withPhone seniorities cells { seniority department count } } }";

async fn account(app: &TestApp, fields: Value) -> Value {
    let made = app.data(ACCOUNT, json!({ "input": { "fields": fields } })).await;
    assert_eq!(made["accountCreate"]["userErrors"], json!([]));
    made["accountCreate"]["account"]["id"].clone()
}

#[tokio::test]
async fn the_tree_is_the_same_whichever_company_of_it_is_asked_for() {
    let app = TestApp::start().await;
    let top = account(&app, json!({ "name": "Norhavn Group" })).await;
    let nordic = account(&app, json!({ "name": "Norhavn Nordic", "parent": top })).await;
    let asia = account(&app, json!({ "name": "Norhavn Asia", "parent": top })).await;
    let sweden = account(&app, json!({ "name": "Norhavn Sweden", "parent": nordic })).await;
    account(&app, json!({ "name": "Somebody else" })).await;
    for id in [&top, &nordic, &asia, &sweden] {
        let tree = app.data(TREE, json!({ "id": id })).await["accountTree"].take();
        let nodes: Vec<(&str, i64)> = tree["nodes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|node| (node["name"].as_str().unwrap(), node["depth"].as_i64().unwrap()))
            .collect();
        let expected =
            [("Norhavn Group", 0), ("Norhavn Asia", 1), ("Norhavn Nordic", 1), ("Norhavn Sweden", 2)];
        assert_eq!(nodes, expected);
        assert_eq!(tree["more"], false);
    }
    let update =
        "mutation($input: RecordUpdateInput!) { accountUpdate(input: $input) { userErrors { code field } } }";
    let circle = json!({ "input": { "id": top, "fields": { "parent": sweden } } });
    let refused = app.data(update, circle).await;
    assert_eq!(
        refused["accountUpdate"]["userErrors"],
        json!([{ "code": "ACCOUNT_PARENT_CYCLE", "field": "parent" }])
    );
    let seen = app.graphql(Role::Agent, TREE, json!({ "id": top })).await;
    assert_eq!(seen["data"]["accountTree"]["nodes"], json!([]), "{seen}");
}

#[tokio::test]
async fn the_people_of_a_company_are_counted_by_seniority_and_department() {
    let app = TestApp::start().await;
    let id = account(&app, json!({ "name": "Norhavn", "domain": "norhavn.test" })).await;
    for fields in [
        json!({ "email": "a@norhavn.test", "job_title": "VP Sales", "email_verification_status": "valid" }),
        json!({ "email": "b@norhavn.test", "job_title": "VP Sales", "direct_phone": "+1 415 555 0142" }),
        json!({ "email": "c@norhavn.test", "job_title": "Software Engineer" }),
        json!({ "email": "d@norhavn.test" }),
    ] {
        let made = app.data(CONTACT, json!({ "input": { "fields": fields } })).await;
        assert_eq!(made["contactCreate"]["userErrors"], json!([]));
    }
    let people = app.data(PEOPLE, json!({ "id": id })).await["accountPeople"].take();
    let numbers = ["total", "withEmail", "emailVerified", "withPhone"].map(|key| people[key].as_i64());
    assert_eq!(numbers, [Some(4), Some(4), Some(1), Some(1)]);
    let cells = people["cells"].as_array().unwrap();
    assert!(cells.contains(&json!({ "seniority": "VP", "department": "Sales", "count": 2 })), "{people}");
    assert!(cells.contains(&json!({ "seniority": null, "department": null, "count": 1 })), "{people}");
    assert!(people["seniorities"].as_array().unwrap().contains(&json!("VP")));
    let sum: i64 = cells.iter().map(|cell| cell["count"].as_i64().unwrap()).sum();
    assert_eq!(sum, 4);
    let seen = app.graphql(Role::Agent, PEOPLE, json!({ "id": id })).await;
    assert_eq!(seen["data"]["accountPeople"]["total"], 0, "{seen}");
}

#[tokio::test]
async fn an_account_made_from_a_domain_waits_as_a_stub_until_it_is_named() {
    let app = TestApp::start().await;
    let file = "Email,Last Name,Company Domain\nada@norhavn.test,Lovelace,norhavn.test\n";
    let import = importing::started(&app, file, None).await;
    importing::ended(&app, &import, "outcomes { created }").await;
    let stubs = "query { accounts(filter: {status: \"stub\"}) { totalCount edges { node { id name domain status } } } }";
    let found = until(&app, stubs, json!({}), |data| data["accounts"]["totalCount"] == 1).await;
    let stub = &found["accounts"]["edges"][0]["node"];
    assert_eq!(
        (stub["name"].as_str(), stub["domain"].as_str()),
        (Some("norhavn.test"), Some("norhavn.test"))
    );
    let name = "mutation($input: RecordUpdateInput!) { accountUpdate(input: $input) { account { name status } userErrors { code } } }";
    let input = json!({ "input": { "id": stub["id"], "fields": { "name": "Norhavn A/S" } } });
    let named = app.data(name, input).await;
    assert_eq!(named["accountUpdate"]["account"], json!({ "name": "Norhavn A/S", "status": "active" }));
    assert_eq!(app.data(stubs, json!({})).await["accounts"]["totalCount"], 0);
}
