//! What a record belongs to, through both doors: since when and why, and of what is shared with whoever asks.

use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{TestApp, code, until};

const MEMBERSHIPS: &str = "query($entity: Entity!, $id: UUID!, $past: Boolean!) { memberships(entity: $entity, id: $id, past: $past) { \
    segments { name enteredBecause { cause } leftAt leftBecause { cause conditions { sentence holds } } } \
    lists { name source how byName leftAt } domainSets { name domain byAccount via } } }";

async fn record(app: &TestApp, entity: &str, fields: Value) -> String {
    let query = format!(
        "mutation($input: RecordInput!) {{ {entity}Create(input: $input) {{ {entity} {{ id }} userErrors {{ message }} }} }}"
    );
    let made = app.data(&query, json!({ "input": { "fields": fields } })).await;
    made[format!("{entity}Create")][entity]["id"].as_str().unwrap_or_else(|| panic!("{made}")).to_owned()
}

/// Ada of Northwind, who is in a segment for everyone, a private list and a private domain set.
struct World {
    app: TestApp,
    account: String,
    ada: String,
    list: Value,
}

async fn world() -> World {
    let app = TestApp::start().await;
    let account = record(&app, "account", json!({ "name": "Northwind", "domain": "northwind.test" })).await;
    let ada = record(&app, "contact", json!({ "email": "ada@northwind.test", "country": "DE" })).await;
    let segment =
        "mutation($input: SegmentCreateInput!) { segmentCreate(input: $input) { userErrors { message } } }";
    let filter = json!({ "field": "country", "op": "equals", "value": "DE" });
    let input = json!({ "entity": "CONTACT", "name": "Germans", "sharing": "EVERYONE", "filter": filter });
    app.data(segment, json!({ "input": input })).await;
    let list = "mutation($input: ListCreateInput!) { listCreate(input: $input) { list { id } userErrors { message } } }";
    let selection = json!({ "entity": "CONTACT", "ids": [ada] });
    let input = json!({ "entity": "CONTACT", "name": "Fair", "selection": selection });
    let list = app.data(list, json!({ "input": input })).await["listCreate"]["list"]["id"].clone();
    let set =
        "mutation($input: DomainSetUploadInput!) { domainSetUpload(input: $input) { userErrors { code } } }";
    app.data(set, json!({ "input": { "name": "Targets", "text": "northwind.test" } })).await;
    World { app, account, ada, list }
}

fn of(entity: &str, id: &str, past: bool) -> Value {
    json!({ "entity": entity, "id": id, "past": past })
}

fn counts(told: &Value) -> [usize; 3] {
    ["segments", "lists", "domainSets"].map(|kind| told[kind].as_array().map_or(0, Vec::len))
}

#[tokio::test]
async fn a_record_says_what_it_is_in_and_what_it_left_and_why() {
    let World { app, account, ada, list } = world().await;
    let all = |data: &Value| counts(&data["memberships"]) == [1, 1, 1];
    let told = until(&app, MEMBERSHIPS, of("CONTACT", &ada, false), all).await["memberships"].take();
    assert!(told["segments"][0]["enteredBecause"]["cause"].is_string(), "{told}");
    let of_list = &told["lists"][0];
    assert_eq!((&of_list["how"], &of_list["source"]), (&json!("ADDED"), &json!("SELECTION")), "{told}");
    assert!(of_list["byName"].is_string() && of_list["leftAt"].is_null(), "{told}");
    let by = json!({ "name": "Targets", "domain": "northwind.test", "byAccount": true, "via": "DOMAIN" });
    assert_eq!(told["domainSets"][0], by, "{told}");
    let told = app.data(MEMBERSHIPS, of("ACCOUNT", &account, false)).await["memberships"].take();
    assert_eq!(
        (&told["segments"], &told["lists"], &told["domainSets"]),
        (&json!([]), &json!([]), &json!([by]))
    );

    let update =
        "mutation($input: RecordUpdateInput!) { contactUpdate(input: $input) { userErrors { message } } }";
    app.data(update, json!({ "input": { "id": ada, "fields": { "country": "AT" } } })).await;
    let remove = "mutation($input: ListChangeInput!) { listRemove(input: $input) { userErrors { code } } }";
    let selection = json!({ "entity": "CONTACT", "ids": [ada] });
    app.data(remove, json!({ "input": { "id": list, "selection": selection } })).await;
    let gone = |data: &Value| counts(&data["memberships"]) == [0, 0, 1];
    until(&app, MEMBERSHIPS, of("CONTACT", &ada, false), gone).await;
    let told = app.data(MEMBERSHIPS, of("CONTACT", &ada, true)).await["memberships"].take();
    assert_eq!(counts(&told), [1, 1, 1], "{told}");
    let left = &told["segments"][0]["leftBecause"];
    assert_eq!(left["cause"], "change", "{told}");
    assert_eq!(left["conditions"], json!([{ "sentence": "Country is Germany", "holds": false }]), "{told}");
    assert!(told["segments"][0]["leftAt"].is_string() && told["lists"][0]["leftAt"].is_string(), "{told}");
}

#[tokio::test]
async fn an_account_is_in_a_domain_set_since_it_was_matched_first() {
    let World { app, account, ada, .. } = world().await;
    let query = "query($entity: Entity!, $id: UUID!) { memberships(entity: $entity, id: $id) { domainSets { domainSetId byAccount since matchedAt } } }";
    let asked = |entity: &str, id: &str| json!({ "entity": entity, "id": id });
    let of_set = |data: &Value| data["memberships"]["domainSets"][0].clone();
    let is_in = |data: &Value| of_set(data)["since"].is_string();
    let first = of_set(&until(&app, query, asked("ACCOUNT", &account), is_in).await);
    let state = "query($id: UUID!) { domainSet(id: $id) { state } }";
    let ready = |data: &Value| data["domainSet"]["state"] == "READY";
    until(&app, state, json!({ "id": first["domainSetId"] }), ready).await;
    let again = "mutation($id: UUID!) { domainSetMatch(id: $id) { userErrors { code } } }";
    let done = app.data(again, json!({ "id": first["domainSetId"] })).await;
    assert_eq!(done["domainSetMatch"]["userErrors"], json!([]), "{done}");
    let anew = |data: &Value| of_set(data)["matchedAt"] != first["matchedAt"];
    let later = of_set(&until(&app, query, asked("ACCOUNT", &account), anew).await);
    assert_eq!(later["since"], first["since"], "{later}");
    // A contact of the account is told since when that is in it; one that is in it by its email is told nothing that is not known.
    let told = of_set(&app.data(query, asked("CONTACT", &ada)).await);
    assert_eq!(told["since"], first["since"], "{told}");
    let set = "mutation($input: DomainSetUploadInput!) { domainSetUpload(input: $input) { id userErrors { code } } }";
    let bob = record(&app, "contact", json!({ "email": "bob@nowhere.test" })).await;
    let made = app.data(set, json!({ "input": { "name": "More", "text": "nowhere.test" } })).await;
    until(&app, state, json!({ "id": made["domainSetUpload"]["id"] }), ready).await;
    let told = of_set(&app.data(query, asked("CONTACT", &bob)).await);
    assert_eq!((&told["byAccount"], &told["since"]), (&json!(false), &json!(null)), "{told}");
}

#[tokio::test]
async fn only_what_is_shared_with_who_asks_is_told() {
    let World { app, ada, .. } = world().await;
    let all = |data: &Value| counts(&data["memberships"]) == [1, 1, 1];
    until(&app, MEMBERSHIPS, of("CONTACT", &ada, false), all).await;
    for role in [Role::CampaignManager, Role::DataOps, Role::QaAnalyst] {
        let told = app.graphql(role, MEMBERSHIPS, of("CONTACT", &ada, true)).await;
        assert_eq!(counts(&told["data"]["memberships"]), [1, 0, 0], "{role}: {told}");
    }
    for role in [Role::Agent, Role::ClientUser] {
        let refused = app.graphql(role, MEMBERSHIPS, of("CONTACT", &ada, false)).await;
        assert_eq!(code(&refused), Some("FORBIDDEN"), "{role}: {refused}");
    }
    let path = format!("/api/v1/contacts/{ada}/memberships");
    let (status, told) = app.get(Role::Admin, &path).await;
    assert_eq!((status, counts(&told)), (200, [1, 1, 1]), "{told}");
    assert_eq!(
        (&told["lists"][0]["how"], &told["domainSets"][0]["via"]),
        (&json!("added"), &json!("domain"))
    );
    let (status, told) = app.get(Role::QaAnalyst, &format!("{path}?past=true")).await;
    assert_eq!((status, counts(&told)), (200, [1, 0, 0]), "{told}");
    assert_eq!(app.get(Role::Agent, &path).await.0, 403);
    assert_eq!(app.get(Role::Admin, &format!("{path}?past=maybe")).await.0, 400);
    for of in ["contacts", "accounts"] {
        let unknown = format!("/api/v1/{of}/{}/memberships", Uuid::now_v7());
        assert_eq!(app.get(Role::Admin, &unknown).await.0, 404, "{of}");
    }
}
