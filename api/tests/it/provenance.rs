//! A record through time: what the doors say about it is what a fold of the log says.

use cqrs_es::Aggregate;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::identity::role::Role;
use pivotal_log::reader::{Entry, keys_for, read_record};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::importing;
use crate::support::{TestApp, code, until};

const CREATE: &str = "mutation($input: RecordInput!) { contactCreate(input: $input) { contact { id version } position userErrors { code field message recordId } } }";
const UPDATE: &str = "mutation($input: RecordUpdateInput!) { contactUpdate(input: $input) { position userErrors { code field message recordId } } }";
const RESTORE: &str = "mutation($input: RecordRestoreValuesInput!) { contactRestoreValues(input: $input) { contact { id fields } position userErrors { code field message recordId } } }";
const AS_OF: &str = "query($id: UUID!, $at: DateTime, $position: Int) { recordAsOf(entity: CONTACT, id: $id, at: $at, position: $position) { existed archived position at accountLink fields { field label value text derived } } }";
const PROVENANCE: &str = "query($id: UUID!, $asOf: DateTime) { provenance(entity: CONTACT, id: $id, asOf: $asOf) { fields { field label current { value text derived origin { position sourceLabel importId importRow actorName restoredFrom } } earlier { value origin { position } } kept { value rule origin { position sourceLabel } } } } }";
const COMPARE: &str = "query($id: UUID!, $from: DateTime, $to: DateTime, $fromPosition: Int, $toPosition: Int) { recordCompare(entity: CONTACT, id: $id, from: $from, to: $to, fromPosition: $fromPosition, toPosition: $toPosition) { from { existed archived } to { existed archived } fields { field from to changed fromText toText } } }";

async fn made(app: &TestApp, fields: Value) -> Uuid {
    let made = app.data(CREATE, json!({ "input": { "fields": fields } })).await;
    assert_eq!(made["contactCreate"]["userErrors"], json!([]));
    made["contactCreate"]["contact"]["id"].as_str().unwrap().parse().unwrap()
}

/// Changes fields and answers with the position.
async fn changed(app: &TestApp, id: Uuid, fields: Value) -> i64 {
    let done = app.data(UPDATE, json!({ "input": { "id": id, "fields": fields } })).await;
    assert_eq!(done["contactUpdate"]["userErrors"], json!([]));
    done["contactUpdate"]["position"].as_i64().unwrap()
}

async fn restored(app: &TestApp, input: Value) -> Value {
    app.data(RESTORE, json!({ "input": input })).await["contactRestoreValues"].take()
}

async fn ada(app: &TestApp) -> Uuid {
    made(app, json!({ "full_name": "Ada Lovelace", "email": "ada@example.com", "job_title": "Analyst" }))
        .await
}

fn of_field<'a>(told: &'a Value, key: &str) -> &'a Value {
    let fields = told["fields"].as_array().unwrap();
    fields.iter().find(|one| one["field"] == key).unwrap_or_else(|| panic!("no {key}: {told}"))
}

async fn events(app: &TestApp, id: Uuid) -> Vec<(Entry, ContactEvent)> {
    let log = &app.backend.context.log;
    let entries = read_record(&log.pools.read, "contact", id).await.unwrap();
    let keys = keys_for(&log.keys, &entries).await.unwrap();
    let event = |entry: &Entry| entry.event::<ContactEvent>(&keys, log.upcasters()).unwrap();
    entries.iter().map(|entry| (entry.clone(), event(entry))).collect()
}

#[tokio::test]
async fn as_of_every_event_the_record_is_what_a_fold_of_the_log_up_to_it_is() {
    let app = TestApp::start().await;
    let account = "mutation($input: RecordInput!) { accountCreate(input: $input) { account { id } } }";
    let fields = json!({ "name": "Example Ltd", "domain": "example.com" });
    app.data(account, json!({ "input": { "fields": fields } })).await;
    let id = ada(&app).await;
    changed(&app, id, json!({ "job_title": "VP Engineering", "direct_phone": "+1 415 555 0142" })).await;
    changed(&app, id, json!({ "job_title": null, "tags": ["a", "b"], "custom.region": "North" })).await;
    let archive = "mutation($id: UUID!) { contactArchive(input: {id: $id}) { userErrors { code } } }";
    app.data(archive, json!({ "id": id })).await;
    let restore = "mutation($id: UUID!) { contactRestore(input: {id: $id}) { userErrors { code } } }";
    app.data(restore, json!({ "id": id })).await;
    changed(&app, id, json!({ "email": "ada@other.test" })).await;

    let mut folded = Contact::default();
    let all = events(&app, id).await;
    assert!(all.len() >= 6, "{all:?}");
    for (entry, event) in all {
        folded.apply(event);
        let data = app.data(AS_OF, json!({ "id": id, "position": entry.position })).await;
        let then = &data["recordAsOf"];
        let mut expected: Map<String, Value> = folded
            .record
            .fields
            .iter()
            .map(|(key, held)| (key.clone(), serde_json::to_value(&held.value).unwrap()))
            .collect();
        if let Some(link) = folded.account {
            expected.insert("account".into(), json!(link.account_id));
            assert_eq!(of_field(then, "account")["text"], "Example Ltd");
            assert_eq!(then["accountLink"], "auto");
        }
        let shown: Map<String, Value> = then["fields"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["field"].as_str().unwrap().to_owned(), one["value"].clone()))
            .collect();
        assert_eq!(shown, expected, "after {}", entry.name);
        assert_eq!(then["archived"], json!(folded.record.standing == Standing::Archived), "{}", entry.name);
        // By time, the instant of the event is part of it.
        let by_time = app.data(AS_OF, json!({ "id": id, "at": then["at"] })).await;
        assert_eq!(by_time["recordAsOf"], *then);
        let path = format!("/api/v1/contacts/{id}/as-of?position={}", entry.position);
        let (status, rest) = app.get(Role::QaAnalyst, &path).await;
        assert_eq!((status, &rest["fields"]), (200, &Value::Object(expected)), "{rest}");
    }
    let before = app.data(AS_OF, json!({ "id": id, "at": "2001-01-01T00:00:00Z" })).await;
    assert_eq!(before["recordAsOf"]["existed"], false);
    assert_eq!(before["recordAsOf"]["fields"], json!([]));
}

#[tokio::test]
async fn each_value_names_its_source_and_a_losing_one_is_kept_beside_it() {
    let app = TestApp::start().await;
    let id = ada(&app).await;
    let typed = changed(&app, id, json!({ "job_title": "VP Engineering" })).await;
    let file = "Email,Job Title,City\nada@example.com,Head of Engineering,London\n";
    let import = importing::started(&app, file, None).await;
    importing::ended(&app, &import, "outcomes { updated }").await;

    let told = app.data(PROVENANCE, json!({ "id": id })).await["provenance"].take();
    let title = of_field(&told, "job_title");
    assert_eq!(title["label"], "Job title");
    assert_eq!(title["current"]["value"], "VP Engineering");
    assert_eq!(title["current"]["origin"]["position"], json!(typed));
    assert_eq!(title["current"]["origin"]["actorName"], "Maren Lindqvist");
    assert_eq!(title["earlier"][0]["value"], "Analyst");
    assert_eq!(title["kept"][0]["value"], "Head of Engineering");
    assert_eq!(title["kept"][0]["rule"], "source_priority");
    let city = &of_field(&told, "city")["current"];
    assert_eq!(
        (&city["value"], &city["origin"]["importId"], &city["origin"]["importRow"]),
        (&json!("London"), &json!(import), &json!(2))
    );
    assert_eq!(city["origin"]["sourceLabel"], "Import people, row 2");
    assert_eq!(of_field(&told, "seniority_level")["current"]["derived"], true);

    let then = events(&app, id).await[0].0.position;
    let as_of = app.data(AS_OF, json!({ "id": id, "position": then })).await["recordAsOf"]["at"].clone();
    let then = app.data(PROVENANCE, json!({ "id": id, "asOf": as_of })).await["provenance"].take();
    let title = of_field(&then, "job_title");
    assert_eq!((&title["current"]["value"], &title["kept"]), (&json!("Analyst"), &json!([])));
    let (status, rest) = app.get(Role::QaAnalyst, &format!("/api/v1/contacts/{id}/provenance")).await;
    let title = rest.as_array().unwrap().iter().find(|one| one["field"] == "job_title").unwrap();
    assert_eq!((status, &title["kept"][0]["rule"]), (200, &json!("source_priority")));
}

#[tokio::test]
async fn two_moments_are_compared_field_by_field() {
    let app = TestApp::start().await;
    let id = ada(&app).await;
    let first = events(&app, id).await[0].0.position;
    changed(&app, id, json!({ "job_title": "CTO", "city": "London" })).await;
    let data = app.data(COMPARE, json!({ "id": id, "fromPosition": first })).await;
    let compared = &data["recordCompare"];
    let one = |key: &str| of_field(compared, key).clone();
    assert_eq!(
        (one("job_title")["from"].clone(), one("job_title")["to"].clone()),
        (json!("Analyst"), json!("CTO"))
    );
    assert_eq!((one("city")["from"].clone(), one("city")["changed"].clone()), (Value::Null, json!(true)));
    assert_eq!(one("email")["changed"], false);
    let path = format!("/api/v1/contacts/{id}/compare?fromPosition={first}");
    let (status, rest) = app.get(Role::Admin, &path).await;
    let changed = rest["fields"].as_array().unwrap().iter().filter(|one| one["changed"] == true).count();
    assert_eq!(status, 200);
    assert!(changed >= 2, "{rest}");
    let both = app
        .graphql(Role::Admin, AS_OF, json!({ "id": id, "position": first, "at": "2026-01-01T00:00:00Z" }))
        .await;
    assert_eq!(code(&both), Some("BAD_REQUEST"));
}

#[tokio::test]
async fn an_older_value_comes_back_as_an_edit_that_says_whence() {
    let app = TestApp::start().await;
    let id = ada(&app).await;
    let first = events(&app, id).await[0].0.position;
    changed(&app, id, json!({ "job_title": "CTO", "direct_phone": "+1 415 555 0142" })).await;
    let phones = events(&app, id).await.last().unwrap().0.position;
    changed(&app, id, json!({ "direct_phone": "+1 415 555 0199" })).await;
    let done = restored(&app, json!({ "id": id, "fields": ["job_title", "city"], "position": first })).await;
    assert_eq!(done["userErrors"], json!([]));
    assert_eq!(done["contact"]["fields"]["job_title"], "Analyst");

    // What machines read of a phone comes back with it.
    let done = restored(&app, json!({ "id": id, "fields": ["direct_phone"], "position": phones })).await;
    assert_eq!(done["contact"]["fields"]["direct_phone_e164"], "+14155550142", "{done}");

    let history = "query($id: UUID!) { history(entity: CONTACT, id: $id) { totalCount edges { node { title source sourceLabel restoredFrom kind undoable } } } }";
    let all = |data: &Value| data["history"]["edges"].as_array().unwrap().len() == 5;
    let data = until(&app, history, json!({ "id": id }), all).await;
    let entry = &data["history"]["edges"][1]["node"];
    assert_eq!(
        (entry["title"].as_str(), entry["source"].as_str(), entry["kind"].as_str()),
        (Some("Department and job title brought back"), Some("ui"), Some("changes")),
        "the department follows from the title"
    );
    let told = app.data(PROVENANCE, json!({ "id": id })).await["provenance"].take();
    let origin = of_field(&told, "job_title")["current"]["origin"].clone();
    assert_eq!(origin["restoredFrom"], entry["restoredFrom"]);
    assert!(origin["restoredFrom"].is_string());

    // Again: there is nothing to do.
    let again = restored(&app, json!({ "id": id, "fields": ["job_title"], "position": first })).await;
    assert_eq!((&again["position"], &again["userErrors"]), (&Value::Null, &json!([])));
}

#[tokio::test]
async fn what_cannot_come_back_is_refused_with_the_way_out() {
    let app = TestApp::start().await;
    let id = ada(&app).await;
    let first = events(&app, id).await[0].0.position;
    changed(&app, id, json!({ "email": "ada@new.test" })).await;
    let other = made(&app, json!({ "full_name": "Grace Hopper", "email": "ada@example.com" })).await;

    let taken = restored(&app, json!({ "id": id, "fields": ["email"], "position": first })).await;
    let error = &taken["userErrors"][0];
    assert_eq!(
        (error["code"].as_str(), error["field"].as_str(), &error["recordId"]),
        (Some("EMAIL_TAKEN"), Some("email"), &json!(other)),
        "{taken}"
    );
    assert!(error["message"].as_str().unwrap().starts_with("Grace Hopper has the email"), "{error}");

    let version = events(&app, id).await.len();
    let now = events(&app, id).await.last().unwrap().0.position;
    for (input, expected) in [
        (json!({ "fields": [], "position": first }), "RESTORE_NOTHING"),
        (json!({ "fields": ["job_title"] }), "RESTORE_MOMENT"),
        (json!({ "fields": ["job_title"], "at": "2001-01-01T00:00:00Z" }), "RESTORE_BEFORE_CREATION"),
        (json!({ "fields": ["job_title"], "position": 1 }), "NOT_FOUND"),
        (json!({ "fields": ["direct_phone_e164"], "position": first }), "FIELD_DERIVED"),
        (json!({ "fields": ["no_such_field"], "position": first }), "FIELD_UNKNOWN"),
        (json!({ "fields": ["email"], "position": first, "expectedVersion": 1 }), "CHANGED_MEANWHILE"),
    ] {
        let mut input = input;
        input["id"] = json!(id);
        let refused = restored(&app, input.clone()).await;
        assert_eq!(refused["userErrors"][0]["code"], expected, "{input} {refused}");
    }
    assert_eq!(events(&app, id).await.len(), version, "nothing was written");

    let archive = "mutation($id: UUID!) { contactArchive(input: {id: $id}) { userErrors { code } } }";
    app.data(archive, json!({ "id": id })).await;
    let refused = restored(&app, json!({ "id": id, "fields": ["job_title"], "position": now })).await;
    assert_eq!(refused["userErrors"][0]["code"], "CONTACT_ARCHIVED");
}

#[tokio::test]
async fn an_account_takes_its_older_values_back_and_never_a_circle() {
    let app = TestApp::start().await;
    let create = "mutation($input: RecordInput!) { accountCreate(input: $input) { account { id } position userErrors { code } } }";
    let make = async |name: &str, parent: Value| {
        let fields = json!({ "name": name, "parent": parent });
        let made = app.data(create, json!({ "input": { "fields": fields } })).await["accountCreate"].take();
        assert_eq!(made["userErrors"], json!([]));
        (made["account"]["id"].clone(), made["position"].clone())
    };
    let update =
        "mutation($input: RecordUpdateInput!) { accountUpdate(input: $input) { userErrors { code } } }";
    let (top, _) = make("Top", Value::Null).await;
    let (below, then) = make("Below", top.clone()).await;
    for (id, parent) in [(&below, Value::Null), (&top, below.clone())] {
        let done = app.data(update, json!({ "input": { "id": id, "fields": { "parent": parent } } })).await;
        assert_eq!(done["accountUpdate"]["userErrors"], json!([]));
    }
    let restore = "mutation($input: RecordRestoreValuesInput!) { accountRestoreValues(input: $input) { account { name } userErrors { code field } } }";
    let input = json!({ "id": below, "fields": ["parent", "name"], "position": then });
    let refused = app.data(restore, json!({ "input": input })).await;
    assert_eq!(refused["accountRestoreValues"]["userErrors"][0]["code"], "ACCOUNT_PARENT_CYCLE");
    let path = format!("/api/v1/accounts/{}/restore-values", below.as_str().unwrap());
    let (status, body) =
        app.post(Role::DataOps, &path, json!({ "fields": ["name"], "position": then })).await;
    assert_eq!((status, &body["fields"]["name"]), (200, &json!("Below")), "{body}");
}

#[tokio::test]
async fn an_erased_person_shows_nothing_at_any_moment() {
    let app = TestApp::start().await;
    let id = ada(&app).await;
    let first = events(&app, id).await[0].0.position;
    let erase = "mutation($id: UUID!) { contactErase(input: {id: $id, request: \"R-1\", confirm: true}) { userErrors { code } } }";
    assert_eq!(app.data(erase, json!({ "id": id })).await["contactErase"]["userErrors"], json!([]));
    assert_eq!(app.data(PROVENANCE, json!({ "id": id })).await["provenance"], Value::Null);
    assert_eq!(app.data(AS_OF, json!({ "id": id, "position": first })).await["recordAsOf"], Value::Null);
    let compared = app.data(COMPARE, json!({ "id": id, "fromPosition": first })).await;
    assert_eq!(compared["recordCompare"], Value::Null);
    for path in ["provenance", "as-of", "compare"] {
        let (status, body) = app.get(Role::Admin, &format!("/api/v1/contacts/{id}/{path}")).await;
        assert_eq!((status, body["code"].as_str()), (404, Some("NOT_FOUND")), "{path}");
    }
    let refused = restored(&app, json!({ "id": id, "fields": ["job_title"], "position": first })).await;
    assert_eq!(refused["userErrors"][0]["code"], "CONTACT_ERASED");
}

#[tokio::test]
async fn who_may_see_looks_back_and_who_may_edit_brings_back() {
    let app = TestApp::start().await;
    let id = ada(&app).await;
    let first = events(&app, id).await[0].0.position;
    let seen = app.graphql(Role::QaAnalyst, PROVENANCE, json!({ "id": id })).await;
    assert!(seen["data"]["provenance"].is_object(), "{seen}");
    let input = json!({ "input": { "id": id, "fields": ["job_title"], "position": first } });
    let refused = app.graphql(Role::QaAnalyst, RESTORE, input).await;
    assert_eq!(code(&refused), Some("FORBIDDEN"));
    for query in [PROVENANCE, AS_OF, COMPARE] {
        let refused = app.graphql(Role::ClientUser, query, json!({ "id": id })).await;
        assert_eq!(code(&refused), Some("FORBIDDEN"), "{refused}");
    }
}
