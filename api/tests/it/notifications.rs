//! Notifications through both doors: told, one's own, read, switched off, live.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::importing;
use crate::support::{TestApp, answer, code};
use crate::work::{CHANGE, task};

const LIST: &str = "query($unread: Boolean) { notifications(first: 20, unreadOnly: $unread) { totalCount edges { node { id kind icon tone title text link causedBy readAt } } } }";
const READ: &str = "mutation($ids: [Int!]!) { notificationsMarkRead(input: {ids: $ids}) { unread position userErrors { code field } } }";
const SET: &str = "mutation($off: [String!]!) { notificationPreferencesSet(input: {inAppOff: $off}) { position preferences { kind inApp } userErrors { code field } } }";
const UNREAD: &str = "{ unreadNotifications }";

async fn listed(app: &TestApp, role: Role) -> Vec<Value> {
    let body = app.graphql(role, LIST, json!({ "unread": false })).await;
    assert_eq!(body.get("errors"), None, "{body}");
    let edges = body["data"]["notifications"]["edges"].as_array().unwrap();
    edges.iter().map(|edge| edge["node"].clone()).collect()
}

/// Waits until somebody is told of so many.
async fn told(app: &TestApp, role: Role, wanted: usize) -> Vec<Value> {
    for _ in 0..600 {
        let rows = listed(app, role).await;
        if rows.len() >= wanted {
            return rows;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{role} is not told of {wanted}");
}

async fn id_of(app: &TestApp, role: Role) -> Value {
    app.graphql(role, "{ me { id } }", json!({})).await["data"]["me"]["id"].clone()
}

/// The admin gives a new contact to somebody.
async fn given(app: &TestApp, to: &Value, name: &str) -> Value {
    let query = "mutation($input: RecordInput!) { contactCreate(input: $input) { contact { id } position userErrors { code message } } }";
    let email = format!("{}@example.com", name.to_lowercase());
    let input = json!({ "fields": { "full_name": name, "email": email, "owner": to } });
    let made = app.data(query, json!({ "input": input })).await;
    assert_eq!(made["contactCreate"]["userErrors"], json!([]), "{made}");
    made["contactCreate"]["contact"]["id"].clone()
}

#[tokio::test]
async fn an_owner_is_told_by_name_and_nobody_else_is() {
    let app = TestApp::start().await;
    let data_ops = id_of(&app, Role::DataOps).await;
    let contact = given(&app, &data_ops, "Maja").await;
    let row = told(&app, Role::DataOps, 1).await.remove(0);
    let title = row["title"].as_str().unwrap();
    assert!(title.starts_with("Maja was assigned to you by "), "{title}");
    assert_eq!(row["link"], format!("/contacts/{}", contact.as_str().unwrap()));
    assert_eq!((&row["kind"], &row["readAt"]), (&json!("records_assigned"), &Value::Null));
    for role in [Role::Admin, Role::CampaignManager, Role::Agent, Role::ClientUser] {
        assert_eq!(listed(&app, role).await, [] as [Value; 0], "{role}");
        let marked = app.graphql(role, READ, json!({ "ids": [row["id"]] })).await;
        assert_eq!(marked["data"]["notificationsMarkRead"]["unread"], 0, "{marked}");
    }
    assert_eq!(listed(&app, Role::DataOps).await[0]["readAt"], Value::Null, "nobody reads for somebody else");

    // Who may not see all contacts is told of one without its name.
    let agent = id_of(&app, Role::Agent).await;
    given(&app, &agent, "Nils").await;
    let row = told(&app, Role::Agent, 1).await.remove(0);
    assert!(row["title"].as_str().unwrap().starts_with("A contact was assigned to you by "), "{row}");
}

#[tokio::test]
async fn what_was_read_is_counted_no_more_at_either_door() {
    let app = TestApp::start().await;
    let data_ops = id_of(&app, Role::DataOps).await;
    given(&app, &data_ops, "Maja").await;
    let first = told(&app, Role::DataOps, 1).await.remove(0);
    let marked = app.graphql(Role::DataOps, READ, json!({ "ids": [first["id"]] })).await;
    assert_eq!(marked["data"]["notificationsMarkRead"]["unread"], 0, "{marked}");
    assert!(marked["data"]["notificationsMarkRead"]["position"].is_i64());
    given(&app, &data_ops, "Nils").await;
    let rows = told(&app, Role::DataOps, 2).await;
    assert_ne!(rows[1]["readAt"], Value::Null);
    assert_eq!(app.graphql(Role::DataOps, UNREAD, json!({})).await["data"]["unreadNotifications"], 1);
    let body = app.graphql(Role::DataOps, LIST, json!({ "unread": true })).await;
    assert_eq!(body["data"]["notifications"]["totalCount"], 1, "{body}");

    let (status, body) = app.get(Role::DataOps, "/api/v1/notifications?unreadOnly=true&first=1").await;
    assert_eq!((status, body["items"].as_array().unwrap().len()), (200, 1), "{body}");
    assert_eq!(body["items"][0]["tone"], "neutral");
    let (status, body) = app.post(Role::DataOps, "/api/v1/notifications/mark-all-read", json!({})).await;
    assert_eq!((status, &body["unread"]), (200, &json!(0)), "{body}");
    assert_eq!(app.graphql(Role::DataOps, UNREAD, json!({})).await["data"]["unreadNotifications"], 0);

    for ids in [json!([]), json!((0..501).collect::<Vec<i64>>())] {
        let refused = app.graphql(Role::DataOps, READ, json!({ "ids": ids })).await;
        assert_eq!(refused["data"]["notificationsMarkRead"]["userErrors"][0]["field"], "ids", "{refused}");
        let (status, _) =
            app.post(Role::DataOps, "/api/v1/notifications/mark-read", json!({ "ids": ids })).await;
        assert_eq!(status, 422);
    }
    let odd = json!({ "ids": [-1, 0, i64::MAX, i64::MIN] });
    assert_eq!(app.post(Role::DataOps, "/api/v1/notifications/mark-read", odd).await.0, 200);
    let cursor = app.get(Role::DataOps, "/api/v1/notifications?after=nonsense").await;
    assert_eq!(cursor.0, 400, "{}", cursor.1);
}

#[tokio::test]
async fn what_was_switched_off_is_not_told() {
    let app = TestApp::start().await;
    let data_ops = id_of(&app, Role::DataOps).await;
    let off = app.graphql(Role::DataOps, SET, json!({ "off": ["records_assigned"] })).await;
    let set = &off["data"]["notificationPreferencesSet"];
    assert_eq!(set["preferences"][0], json!({ "kind": "records_assigned", "inApp": false }), "{off}");
    given(&app, &data_ops, "Maja").await;
    let on = app.graphql(Role::DataOps, SET, json!({ "off": [] })).await;
    assert_eq!(on["data"]["notificationPreferencesSet"]["preferences"][0]["inApp"], true);
    given(&app, &data_ops, "Nils").await;
    let rows = told(&app, Role::DataOps, 1).await;
    assert!(rows[0]["title"].as_str().unwrap().starts_with("Nils "), "{rows:?}");
    assert_eq!(rows.len(), 1);

    let unknown = app.graphql(Role::DataOps, SET, json!({ "off": ["weather"] })).await;
    let error = &unknown["data"]["notificationPreferencesSet"]["userErrors"][0];
    assert_eq!(*error, json!({ "code": "NOTIFICATION_KIND_UNKNOWN", "field": "inAppOff" }));
    let rest = app.rest(Role::Agent, Method::PUT, "/api/v1/notifications/preferences").await;
    let (status, body) = answer(rest.json(&json!({ "inAppOff": ["view_shared"] }))).await;
    let kinds: Vec<&str> = body.as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(
        (status, kinds),
        (200, vec!["records_assigned", "tasks_assigned", "tasks_due", "view_shared"]),
        "an agent's kinds"
    );
    let (_, body) = app.get(Role::ClientUser, "/api/v1/notifications/preferences").await;
    assert_eq!(body, json!([]), "there is nothing yet that a client is told of");
}

#[tokio::test]
async fn an_import_that_ended_is_told_to_who_asked_for_it_with_its_name() {
    let app = TestApp::start().await;
    let file = "First Name,Email\nAda,ada@example.com\nBen,no address\n";
    let import = importing::started(&app, file, None).await;
    assert_eq!(importing::ended(&app, &import, "state").await["state"], "COMPLETED");
    let row = told(&app, Role::Admin, 1).await.remove(0);
    assert!(row["title"].as_str().unwrap().starts_with("Import finished: "), "{row}");
    assert_eq!((&row["tone"], &row["text"]), (&json!("WARNING"), &json!("1 created, 1 rejected")));
    assert_eq!(row["link"], format!("/contacts/imports/{import}"));
    assert_eq!(listed(&app, Role::DataOps).await, [] as [Value; 0]);
    let stranger = app.graphql_as(None, UNREAD, json!({})).await;
    assert_eq!(code(&stranger), Some("UNAUTHENTICATED"));
}

#[tokio::test]
async fn a_task_given_by_somebody_else_is_told_with_its_words_and_leads_to_it() {
    let app = TestApp::start().await;
    let agent = id_of(&app, Role::Agent).await;
    let own = json!({ "title": "Tidy up", "assigneeId": agent });
    task(&app, Role::Agent, own).await;
    let id = task(&app, Role::CampaignManager, json!({ "title": "Call back" })).await;
    assert_eq!(listed(&app, Role::Agent).await, [] as [Value; 0], "for nobody yet");
    let give = json!({ "id": id, "assigneeId": agent });
    let given = app.graphql(Role::CampaignManager, CHANGE, json!({ "input": give })).await;
    assert_eq!(given["data"]["taskChange"]["userErrors"], json!([]), "{given}");
    let mut row = told(&app, Role::Agent, 1).await.remove(0);
    // The list of tasks may be a moment behind the bell.
    for _ in 0..600 {
        if row["title"].as_str().unwrap().contains("Call back") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        row = listed(&app, Role::Agent).await.remove(0);
    }
    let title = row["title"].as_str().unwrap();
    assert!(title.starts_with("The task \"Call back\" was assigned to you by "), "{title}");
    assert_eq!((&row["kind"], &row["link"]), (&json!("tasks_assigned"), &json!(format!("/tasks?task={id}"))));
    assert_eq!(listed(&app, Role::CampaignManager).await, [] as [Value; 0], "who gives it knows");
}
