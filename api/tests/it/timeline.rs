//! The activity timeline: what is asked for and nothing else.

use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};

use crate::importing;
use crate::support::{TestApp, until};

const TIMELINE: &str = "query($id: UUID!, $wanted: TimelineFilter, $first: Int, $after: String) { history(entity: CONTACT, id: $id, wanted: $wanted, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { title kind at actorName } } } }";
const FACETS: &str = "query($id: UUID!) { timelineFacets(entity: CONTACT, id: $id) { kinds { key label count } actors { id name count } moments { position at eventType } } }";
const CREATE: &str = "mutation($input: RecordInput!) { contactCreate(input: $input) { contact { id } } }";

async fn titles(app: &TestApp, id: &Value, wanted: Value) -> Vec<String> {
    let list = app.data(TIMELINE, json!({ "id": id, "wanted": wanted })).await["history"].take();
    let edges = list["edges"].as_array().unwrap();
    assert_eq!(list["totalCount"], json!(edges.len()), "{list}");
    edges.iter().map(|edge| edge["node"]["title"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_timeline_is_filtered_by_kind_actor_and_time() {
    let app = TestApp::start().await;
    let fields = json!({ "full_name": "Ada Lovelace", "email": "ada@example.com" });
    let made = app.data(CREATE, json!({ "input": { "fields": fields } })).await;
    let id = made["contactCreate"]["contact"]["id"].clone();
    let update = "mutation($input: RecordUpdateInput!) { contactUpdate(input: $input) { position } }";
    let input = json!({ "input": { "id": id, "fields": { "job_title": "CTO" } } });
    app.graphql(Role::DataOps, update, input).await;
    let import = importing::started(&app, "Email,City\nada@example.com,London\n", None).await;
    importing::ended(&app, &import, "outcomes { updated }").await;
    let archive = "mutation($id: UUID!) { contactArchive(input: {id: $id}) { position } }";
    app.data(archive, json!({ "id": id })).await;

    until(&app, TIMELINE, json!({ "id": id }), |data| data["history"]["totalCount"] == 4).await;
    assert_eq!(
        titles(&app, &id, Value::Null).await,
        ["Archived", "City changed", "Job title changed", "Created"]
    );
    assert_eq!(titles(&app, &id, json!({ "kinds": ["imports"] })).await, ["City changed"]);
    let kinds = json!({ "kinds": ["standing", "changes"] });
    assert_eq!(titles(&app, &id, kinds).await, ["Archived", "Job title changed", "Created"]);
    assert!(titles(&app, &id, json!({ "kinds": ["calls"] })).await.is_empty());

    let facets = app.data(FACETS, json!({ "id": id })).await["timelineFacets"].take();
    let counts: Vec<_> = facets["kinds"]
        .as_array()
        .unwrap()
        .iter()
        .map(|kind| (kind["key"].as_str().unwrap(), kind["count"].as_i64().unwrap()))
        .collect();
    assert_eq!(
        counts,
        [
            ("changes", 2),
            ("imports", 1),
            ("merges", 0),
            ("standing", 1),
            ("engagement", 0),
            ("tasks", 0),
            ("notes", 0),
            ("suppressions", 0),
            ("consents", 0),
            ("requests", 0),
            ("legal_holds", 0)
        ]
    );
    assert_eq!(facets["moments"].as_array().unwrap().len(), 4);
    let data_ops = app.graphql(Role::DataOps, "{ me { id name } }", json!({})).await;
    let data_ops = &data_ops["data"]["me"];
    let theirs = titles(&app, &id, json!({ "actorId": data_ops["id"], "kinds": ["changes"] })).await;
    assert_eq!(theirs, ["Job title changed"]);
    assert!(facets["actors"].as_array().unwrap().iter().any(|one| one["name"] == data_ops["name"]));

    let second = &facets["moments"][1]["at"];
    let later = titles(&app, &id, json!({ "from": second })).await;
    assert_eq!(later, ["Archived", "City changed", "Job title changed"]);
    assert_eq!(titles(&app, &id, json!({ "to": second })).await, ["Created"]);

    // Pages keep the filter.
    let wanted = json!({ "kinds": ["changes"] });
    let first = app.data(TIMELINE, json!({ "id": id, "wanted": wanted, "first": 1 })).await;
    let page = &first["history"]["pageInfo"];
    assert_eq!(page["hasNextPage"], true);
    let next = json!({ "id": id, "wanted": wanted, "first": 1, "after": page["endCursor"] });
    let next = app.data(TIMELINE, next).await;
    assert_eq!(next["history"]["edges"][0]["node"]["title"], "Created");
    assert_eq!(next["history"]["pageInfo"]["hasNextPage"], false);
}

#[tokio::test]
async fn emails_and_calls_stand_on_the_timeline_of_their_contact() {
    let app = TestApp::start().await;
    let fields = json!({ "full_name": "Ada Lovelace", "email": "ada@example.com" });
    let made = app.data(CREATE, json!({ "input": { "fields": fields } })).await;
    let id = made["contactCreate"]["contact"]["id"].clone();
    let entry = |key: &str, did: &str, at: &str, machine: bool| json!({ "key": key, "contact": id, "did": did, "at": at, "machine": machine });
    for entries in [
        json!([entry("1", "sent", "2020-03-01T10:00:00Z", false)]),
        json!([
            entry("2", "opened", "2020-03-02T10:00:00Z", true),
            entry("3", "replied", "2020-03-03T10:00:00Z", false)
        ]),
    ] {
        let told = json!({ "system": "Old Mailer", "entries": entries });
        let (status, told) = app.post(Role::DataOps, "/api/v1/engagement", told).await;
        assert_eq!(status, 200, "{told}");
    }
    let kinds = json!({ "kinds": ["engagement"] });
    let asked = json!({ "id": id, "wanted": kinds });
    let data = until(&app, TIMELINE, asked, |data| data["history"]["totalCount"] == 2).await;
    let node = &data["history"]["edges"][0]["node"];
    assert_eq!(node["title"], "Opened an email (by a machine); replied");
    assert_eq!((&node["kind"], &node["actorName"]), (&json!("engagement"), &Value::Null));
    assert!(node["at"].as_str().unwrap().starts_with("2020-03-03T10:00:00"), "{node}");
    assert_eq!(data["history"]["edges"][1]["node"]["title"], "Was emailed");

    // Not among the record's own changes; by the day it happened on; and by nobody here.
    assert_eq!(titles(&app, &id, json!({ "kinds": ["changes"] })).await, ["Created"]);
    let first = json!({ "kinds": ["engagement"], "to": "2020-03-02T00:00:00Z" });
    assert_eq!(titles(&app, &id, first).await, ["Was emailed"]);
    assert!(titles(&app, &id, json!({ "kinds": ["engagement"], "system": true })).await.is_empty());
    let facets = app.data(FACETS, json!({ "id": id })).await["timelineFacets"].take();
    let told = json!({ "key": "engagement", "label": "Emails and calls", "count": 2 });
    assert!(facets["kinds"].as_array().unwrap().contains(&told), "{facets}");
    assert_eq!(facets["moments"].as_array().unwrap().len(), 1, "the record itself did not change");

    let path = format!("/api/v1/contacts/{}/history", id.as_str().unwrap());
    let (status, history) = app.get(Role::Admin, &path).await;
    assert_eq!((status, &history["items"][0]["source"]), (200, &json!("engagement:Old Mailer")), "{history}");

    // The fields that are worked out from it.
    let contact = "query($id: UUID!) { contact(id: $id) { fields } }";
    let data = app.data(contact, json!({ "id": id })).await;
    let fields = &data["contact"]["fields"];
    assert_eq!(fields["last_emailed_at"], "2020-03-01T10:00:00Z");
    assert_eq!(fields["last_activity_at"], "2020-03-03T10:00:00Z");
    assert_eq!((&fields["last_opened_at"], &fields["emails_sent_30d"]), (&Value::Null, &Value::Null));
}
