//! Phones: what a number says by itself, and the test look-up through both doors. The numbers are reserved for fiction.

use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};

use crate::support::{TestApp, until};

const START: &str = "mutation($input: PhoneLookupStartInput!) { phoneLookupStart(input: $input) { lookup { id which provider } userErrors { code } } }";
const ONE: &str = "query($id: UUID!) { phoneLookup(id: $id) { state error counts { done mobile notFound noPhone changed } lines { code count } } }";

async fn contact(app: &TestApp, fields: Value) -> String {
    let (status, made) = app.post(Role::Admin, "/api/v1/contacts", json!({ "fields": fields })).await;
    assert_eq!(status, 201, "{made}");
    made["id"].as_str().unwrap().to_owned()
}

async fn over(app: &TestApp, id: &Value) -> Value {
    let ended = |data: &Value| {
        !["ASKED", "RUNNING"].contains(&data["phoneLookup"]["state"].as_str().unwrap_or("ASKED"))
    };
    until(app, ONE, json!({ "id": id }), ended).await["phoneLookup"].take()
}

#[tokio::test]
async fn what_a_number_says_and_what_a_look_up_says_stand_on_the_contact_and_in_filters() {
    let app = TestApp::with(&[("PIVOTAL_PHONE_LOOKUP_PER_MINUTE", "0")]).await;
    let mobile = contact(&app, json!({ "email": "ada@norhavn.test", "mobile_phone": "+12025550100" })).await;
    let gone = contact(&app, json!({ "email": "bo@norhavn.test", "mobile_phone": "+12025550104" })).await;
    let without = contact(&app, json!({ "email": "cy@norhavn.test" })).await;
    let input = json!({ "ids": [mobile, gone, without], "which": "MOBILE_PHONE" });
    let started = app.data(START, json!({ "input": input })).await;
    let lookup = &started["phoneLookupStart"]["lookup"];
    assert_eq!(
        (&lookup["which"], &lookup["provider"]),
        (&json!("MOBILE_PHONE"), &json!("TEST")),
        "{started}"
    );
    let ended = over(&app, &lookup["id"]).await;
    let counts = json!({ "done": 3, "mobile": 1, "notFound": 1, "noPhone": 1, "changed": 2 });
    assert_eq!((&ended["state"], &ended["counts"]), (&json!("COMPLETED"), &counts), "{ended}");
    assert_eq!(ended["lines"], json!([{ "code": "mobile", "count": 1 }]));
    let filter = "{ contacts(filter: {where: {all: [{field: \"mobile_phone_validity\", op: \"in\", value: [\"valid\"]}, {field: \"mobile_phone_carrier_line\", op: \"in\", value: [\"mobile\"]}]}}) { edges { node { id fields } } } }";
    let so = |data: &Value| data["contacts"]["edges"].as_array().unwrap().len() == 1;
    let data = until(&app, filter, json!({}), so).await;
    let node = &data["contacts"]["edges"][0]["node"];
    assert_eq!(
        (&node["id"], &node["fields"]["mobile_phone_carrier"]),
        (&json!(mobile), &json!("Test carrier (made up)"))
    );
}

#[tokio::test]
async fn accounts_are_found_by_what_their_main_phone_says() {
    let app = TestApp::start().await;
    let mut made = Vec::new();
    for fields in [
        json!({ "name": "Norhavn", "domain": "norhavn.test", "main_phone": "+12025550100" }),
        json!({ "name": "Westhavn", "domain": "westhavn.test" }),
    ] {
        let (status, account) = app.post(Role::Admin, "/api/v1/accounts", json!({ "fields": fields })).await;
        assert_eq!(status, 201, "{account}");
        made.push(account["id"].clone());
    }
    let valid = "{ accounts(filter: {where: {all: [{field: \"main_phone_validity\", op: \"in\", value: [\"valid\"]}]}}) { edges { node { id fields } } } }";
    let none = "{ accounts(filter: {where: {all: [{field: \"main_phone_validity\", op: \"is_empty\"}]}}) { edges { node { id } } } }";
    let one = |data: &Value| data["accounts"]["edges"].as_array().is_some_and(|edges| edges.len() == 1);
    let found = until(&app, valid, json!({}), one).await;
    let node = &found["accounts"]["edges"][0]["node"];
    assert_eq!((&node["id"], &node["fields"]["main_phone_validity"]), (&made[0], &json!("valid")), "{node}");
    let without = until(&app, none, json!({}), one).await;
    assert_eq!(without["accounts"]["edges"][0]["node"]["id"], made[1]);
}

#[tokio::test]
async fn main_phones_of_accounts_are_looked_up_by_the_same_run() {
    let app = TestApp::with(&[("PIVOTAL_PHONE_LOOKUP_PER_MINUTE", "0")]).await;
    let mut made = Vec::new();
    for fields in [
        json!({ "name": "Norhavn", "domain": "norhavn.test", "main_phone": "+12025550100" }),
        json!({ "name": "Westhavn", "domain": "westhavn.test" }),
    ] {
        let (status, account) = app.post(Role::Admin, "/api/v1/accounts", json!({ "fields": fields })).await;
        assert_eq!(status, 201, "{account}");
        made.push(account["id"].clone());
    }
    // Of contacts it says nothing about accounts, and all of them would be paid for.
    let wrong = json!({ "input": { "filter": { "q": "norhavn" }, "which": "MAIN_PHONE" } });
    let refused = app.graphql(Role::Admin, START, wrong).await;
    assert_eq!(refused["errors"][0]["extensions"]["code"], "BAD_FILTER", "{refused}");
    let started = app.data(START, json!({ "input": { "ids": made, "which": "MAIN_PHONE" } })).await;
    let lookup = &started["phoneLookupStart"]["lookup"];
    assert_eq!(lookup["which"], "MAIN_PHONE", "{started}");
    let ended = over(&app, &lookup["id"]).await;
    let counts = json!({ "done": 2, "mobile": 1, "notFound": 0, "noPhone": 1, "changed": 1 });
    assert_eq!((&ended["state"], &ended["counts"]), (&json!("COMPLETED"), &counts), "{ended}");
    let filter = "{ accounts(filter: {where: {all: [{field: \"main_phone_carrier_line\", op: \"in\", value: [\"mobile\"]}]}}) { edges { node { id fields } } } }";
    let one = |data: &Value| data["accounts"]["edges"].as_array().is_some_and(|edges| edges.len() == 1);
    let data = until(&app, filter, json!({}), one).await;
    let node = &data["accounts"]["edges"][0]["node"];
    assert_eq!(
        (&node["id"], &node["fields"]["main_phone_carrier"]),
        (&made[0], &json!("Test carrier (made up)"))
    );
    let rows = "query($id: UUID!) { phoneLookupContacts(id: $id, outcome: MOBILE) { edges { node { contactId accountId name phone } } } }";
    let rows = app.data(rows, json!({ "id": lookup["id"] })).await;
    let row = json!({ "contactId": null, "accountId": made[0], "name": "Norhavn", "phone": "+12025550100" });
    assert_eq!(rows["phoneLookupContacts"]["edges"], json!([{ "node": row }]));
}

#[tokio::test]
async fn a_run_is_asked_for_and_refused_over_rest() {
    let app = TestApp::with(&[("PIVOTAL_PHONE_LOOKUP_PER_MINUTE", "0")]).await;
    let id = contact(&app, json!({ "email": "ada@norhavn.test", "direct_phone": "+12025550102" })).await;
    let path = "/api/v1/phone-lookups";
    let asked = json!({ "ids": [id], "which": "direct_phone" });
    let (status, run) = app.post(Role::DataOps, path, asked.clone()).await;
    assert_eq!((status, &run["which"]), (201, &json!("direct_phone")), "{run}");
    over(&app, &run["id"]).await;
    let one = format!("{path}/{}", run["id"].as_str().unwrap());
    let (_, got) = app.get(Role::CampaignManager, &one).await;
    assert_eq!((&got["fixedLine"], &got["lines"]["fixed_line"]), (&json!(1), &json!(1)), "{got}");
    let (status, refused) = app.post(Role::DataOps, &format!("{one}/cancel"), json!({})).await;
    assert_eq!(status, 422, "{refused}");
    assert_eq!(app.post(Role::DataOps, path, json!({ "ids": [], "which": "direct_phone" })).await.0, 422);
    for role in [Role::QaAnalyst, Role::Agent, Role::ClientUser] {
        assert_eq!(app.post(role, path, asked.clone()).await.0, 403, "{role:?}");
        assert_eq!(app.get(role, &one).await.0, 403, "{role:?}");
    }
    let (_, said) = app.get(Role::Agent, &format!("{path}/assess?number=01713920012&country=DE")).await;
    assert_eq!(
        (&said["validity"], &said["line"], &said["e164"]),
        (&json!("valid"), &json!("mobile"), &json!("+491713920012"))
    );
}

#[tokio::test]
async fn nobody_is_asked_where_it_is_off() {
    let app = TestApp::with(&[("PIVOTAL_PHONE_LOOKUP", "off")]).await;
    let id = contact(&app, json!({ "email": "ada@norhavn.test", "mobile_phone": "+12025550100" })).await;
    let started = app.data(START, json!({ "input": { "ids": [id], "which": "MOBILE_PHONE" } })).await;
    assert_eq!(started["phoneLookupStart"]["userErrors"][0]["code"], "PHONE_LOOKUP_OFF", "{started}");
}
