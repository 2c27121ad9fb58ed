//! What tasks and notes are to the records they are about: their timelines, their merges, their erasure.

use pivotal_domain::identity::role::Role;
use pivotal_domain::work::notes::Note;
use pivotal_domain::work::tasks::Task;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{TestApp, caught_up, until};
use crate::work::{ADD, CHANGE, EDIT, NOTES, TASK_ACTS, act, note, record, said, task, titles};

#[tokio::test]
async fn what_happened_to_tasks_and_notes_stands_on_the_records_timeline() {
    let app = TestApp::start().await;
    let contact = record(&app, "contact").await;
    let id =
        task(&app, Role::Admin, json!({ "title": "Call back", "entity": "CONTACT", "recordId": contact }))
            .await;
    note(&app, Role::QaAnalyst, "CONTACT", contact, "Wants a demo\nIn May").await;
    act(&app, Role::DataOps, id, &TASK_ACTS[1]).await;
    let timeline = "query($id: UUID!, $kinds: [String!]!) { history(entity: CONTACT, id: $id, wanted: { kinds: $kinds }) { totalCount edges { node { title kind undoable } } } timelineFacets(entity: CONTACT, id: $id) { kinds { key count } } }";
    let asked = |kinds: Value| json!({ "id": contact, "kinds": kinds });
    // The entries are asked for before they are counted, so the count may be ahead of them.
    let all = |data: &Value| data["history"]["edges"].as_array().unwrap().len() == 4;
    let data = until(&app, timeline, asked(json!([])), all).await;
    let told: Vec<&str> = data["history"]["edges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["node"]["title"].as_str().unwrap())
        .collect();
    assert_eq!(
        told,
        ["Task done: Call back", "Note added: Wants a demo", "Task added: Call back", "Created"]
    );
    let tasks = app.data(timeline, asked(json!(["tasks"]))).await;
    assert_eq!(
        (&tasks["history"]["totalCount"], &tasks["history"]["edges"][0]["node"]["undoable"]),
        (&json!(2), &json!(false))
    );
    let facets = tasks["timelineFacets"]["kinds"].as_array().unwrap();
    assert!(facets.contains(&json!({ "key": "notes", "count": 1 })), "{facets:?}");
}

#[tokio::test]
async fn the_survivor_of_a_merge_shows_the_work_on_both() {
    let app = TestApp::start().await;
    let (one, other) = (record(&app, "contact").await, record(&app, "contact").await);
    task(&app, Role::Admin, json!({ "title": "On the other", "entity": "CONTACT", "recordId": other })).await;
    note(&app, Role::Admin, "CONTACT", other, "Of the other").await;
    let merge = "mutation($input: RecordsMergeInput!) { recordsMerge(input: $input) { position userErrors { code } } }";
    let input = json!({ "entity": "CONTACT", "survivor": one, "absorbed": [other] });
    let merged = app.data(merge, json!({ "input": input })).await;
    assert_eq!(merged["recordsMerge"]["userErrors"], json!([]), "{merged}");
    let gone = "query($id: UUID!) { contact(id: $id) { mergedInto } }";
    until(&app, gone, json!({ "id": other }), |data| data["contact"]["mergedInto"] == json!(one)).await;
    let on_record = json!({ "entity": "CONTACT", "recordId": one });
    assert_eq!(titles(&app, Role::Admin, on_record).await, ["On the other"]);
    let notes = app.data(NOTES, json!({ "entity": "CONTACT", "id": one })).await;
    assert_eq!(notes["notes"]["edges"][0]["node"]["body"], "Of the other");
}

#[tokio::test]
async fn an_erasure_takes_what_was_written_about_the_person_and_what_names_them_elsewhere() {
    let app = TestApp::start().await;
    let fields = json!({ "full_name": "Ada Lovelace", "email": "ada@example.com" });
    let create = "mutation($input: RecordInput!) { contactCreate(input: $input) { contact { id } } }";
    let made = app.data(create, json!({ "input": { "fields": fields } })).await;
    let ada: Uuid = made["contactCreate"]["contact"]["id"].as_str().unwrap().parse().unwrap();
    let account = record(&app, "account").await;
    let about = task(
        &app,
        Role::Admin,
        json!({ "title": "Zanzibar trip", "details": "Zanzibar", "entity": "CONTACT", "recordId": ada }),
    )
    .await;
    let change = json!({ "input": { "id": about, "title": "Zanzibar again" } });
    assert_eq!(said(&app.graphql(Role::Admin, CHANGE, change).await, "taskChange"), "accepted");
    let hers = note(&app, Role::Admin, "CONTACT", ada, "Dreams of Zanzibar").await;
    let names_her = note(&app, Role::Admin, "ACCOUNT", account, "Zanzibar is what ADA LOVELACE wants").await;
    let not_her = note(&app, Role::Admin, "ACCOUNT", account, "Lovelace Ltd is next door").await;
    let general = task(&app, Role::Admin, json!({ "title": "Zanzibar: write to ada@example.com" })).await;

    let erase = "mutation($id: UUID!) { contactErase(input: {id: $id, request: \"R-1\", confirm: true}) { position userErrors { code } } }";
    let done = app.data(erase, json!({ "id": ada })).await["contactErase"].take();
    assert_eq!(done["userErrors"], json!([]));
    let jobs = "{ jobs { edges { node { kind state } } } }";
    until(&app, jobs, json!({}), |data| {
        let jobs = data["jobs"]["edges"].as_array().unwrap().iter();
        jobs.filter(|job| job["node"]["kind"] == "erase_contact").all(|job| job["node"]["state"] == "DONE")
    })
    .await;
    let head =
        app.data("{ logStatus { headPosition } }", json!({})).await["logStatus"]["headPosition"].as_i64();
    caught_up(&app, head.unwrap()).await;

    let pool = &app.backend.context.log.pools.read;
    for table in
        ["log.events", "read.tasks", "read.notes", "read.history", "jobs.queue", "guard.idempotency_keys"]
    {
        let exists: bool = sqlx::query_scalar("select to_regclass($1) is not null")
            .bind(table)
            .fetch_one(pool)
            .await
            .unwrap();
        let told = format!("select exists (select 1 from {table} t where t::text ~* 'zanzibar')");
        if exists {
            assert!(!sqlx::query_scalar::<_, bool>(&told).fetch_one(pool).await.unwrap(), "{table}");
        }
    }
    let log = &app.backend.context.log;
    let task = log.load::<Task>(about).await.unwrap().state;
    assert_eq!((task.title.as_str(), task.details.clone(), task.texts().concat().as_str()), ("", None, ""));
    assert_eq!(log.load::<Note>(hers).await.unwrap().state.body, "");
    assert!(log.load::<Note>(names_her).await.unwrap().state.forgotten);
    assert!(log.load::<Task>(general).await.unwrap().state.forgotten);
    let kept = log.load::<Note>(not_her).await.unwrap().state;
    assert_eq!(kept.body, "Lovelace Ltd is next door");

    // What is left can be finished, and nothing new is written about her.
    assert_eq!(act(&app, Role::Admin, about, &TASK_ACTS[1]).await, ["accepted"; 2]);
    let input = json!({ "input": { "id": about, "title": "Zanzibar" } });
    assert_eq!(said(&app.graphql(Role::Admin, CHANGE, input).await, "taskChange"), "CONTACT_ERASED");
    let input = json!({ "input": { "entity": "CONTACT", "recordId": ada, "body": "Zanzibar" } });
    assert_eq!(said(&app.graphql(Role::Admin, ADD, input).await, "noteAdd"), "CONTACT_ERASED");
    let input = json!({ "input": { "id": names_her, "body": "Zanzibar" } });
    assert_eq!(said(&app.graphql(Role::Admin, EDIT, input).await, "noteEdit"), "NOTE_TEXT_FORGOTTEN");
}
