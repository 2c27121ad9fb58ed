//! Tasks and notes at both doors: who sees and changes what, and what is refused.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{TestApp, answer, code};

const CREATE: &str = "mutation($input: TaskCreateInput!) { taskCreate(input: $input) { task { id version assigneeName recordName mayChange } position userErrors { code field message } } }";
pub const CHANGE: &str = "mutation($input: TaskChangeInput!) { taskChange(input: $input) { task { title details dueOn dueAt assigneeId version } userErrors { code field message } } }";
pub const ADD: &str = "mutation($input: NoteAddInput!) { noteAdd(input: $input) { note { id body authorName pinned version mayChange } position userErrors { code field message } } }";
pub const EDIT: &str = "mutation($input: NoteEditInput!) { noteEdit(input: $input) { note { body editedByName } userErrors { code field message } } }";
const TASKS: &str = "query($filter: TaskFilter) { tasks(filter: $filter) { totalCount edges { node { id title recordName mayChange } } } }";
pub const NOTES: &str = "query($entity: Entity!, $id: UUID!) { notes(entity: $entity, recordId: $id) { totalCount edges { node { id body pinned } } } }";

pub async fn record(app: &TestApp, entity: &str) -> Uuid {
    let fields = match entity {
        "contact" => {
            json!({ "full_name": "Ada Lovelace", "email": format!("{}@example.com", Uuid::now_v7()) })
        }
        _ => json!({ "name": format!("Company {}", Uuid::now_v7()) }),
    };
    let query =
        format!("mutation($input: RecordInput!) {{ {entity}Create(input: $input) {{ {entity} {{ id }} }} }}");
    let data = app.data(&query, json!({ "input": { "fields": fields } })).await;
    data[format!("{entity}Create")][entity]["id"].as_str().unwrap().parse().unwrap()
}

async fn me(app: &TestApp, role: Role) -> Value {
    app.graphql(role, "{ me { id } }", json!({})).await["data"]["me"]["id"].clone()
}

/// The id of what was made.
pub async fn task(app: &TestApp, role: Role, input: Value) -> Uuid {
    let body = app.graphql(role, CREATE, json!({ "input": input })).await;
    let id = body["data"]["taskCreate"]["task"]["id"].as_str();
    id.unwrap_or_else(|| panic!("{body}")).parse().unwrap()
}

pub async fn note(app: &TestApp, role: Role, entity: &str, record: Uuid, text: &str) -> Uuid {
    let input = json!({ "entity": entity, "recordId": record, "body": text });
    let body = app.graphql(role, ADD, json!({ "input": input })).await;
    let id = body["data"]["noteAdd"]["note"]["id"].as_str();
    id.unwrap_or_else(|| panic!("{body}")).parse().unwrap()
}

/// What a door said: a code, or `accepted`.
pub fn said(body: &Value, field: &str) -> String {
    let refused = code(body).or_else(|| body["data"][field]["userErrors"][0]["code"].as_str());
    refused.unwrap_or("accepted").to_owned()
}

pub async fn titles(app: &TestApp, role: Role, filter: Value) -> Vec<String> {
    let body = app.graphql(role, TASKS, json!({ "filter": filter })).await;
    let list = &body["data"]["tasks"];
    let edges = list["edges"].as_array().unwrap_or_else(|| panic!("{body}"));
    assert_eq!(list["totalCount"], json!(edges.len()), "{body}");
    edges.iter().map(|edge| edge["node"]["title"].as_str().unwrap_or("?").to_owned()).collect()
}

/// Acts on one task or note, as both doors have them.
pub const TASK_ACTS: [(&str, Method, &str); 6] = [
    ("taskChange", Method::PATCH, ""),
    ("taskComplete", Method::POST, "/complete"),
    ("taskReopen", Method::POST, "/reopen"),
    ("taskCancel", Method::POST, "/cancel"),
    ("taskDelete", Method::DELETE, ""),
    ("taskRestore", Method::POST, "/restore"),
];
const NOTE_ACTS: [(&str, Method, &str); 4] = [
    ("noteEdit", Method::PATCH, ""),
    ("notePin", Method::POST, "/pin"),
    ("noteDelete", Method::DELETE, ""),
    ("noteRestore", Method::POST, "/restore"),
];

pub async fn act(
    app: &TestApp,
    role: Role,
    id: Uuid,
    (name, method, path): &(&str, Method, &str),
) -> [String; 2] {
    let (query, input) = match *name {
        "taskChange" => (CHANGE.to_owned(), json!({ "id": id, "priority": "HIGH" })),
        "noteEdit" => (EDIT.to_owned(), json!({ "id": id, "body": format!("Words {}", Uuid::now_v7()) })),
        "notePin" => (
            "mutation($id: UUID!) { notePin(id: $id, pinned: true) { userErrors { code } } }".to_owned(),
            Value::Null,
        ),
        other => {
            (format!("mutation($id: UUID!) {{ {other}(id: $id) {{ userErrors {{ code }} }} }}"), Value::Null)
        }
    };
    let body = app.graphql(role, &query, json!({ "id": id, "input": input })).await;
    let kind = if name.starts_with("task") { "tasks" } else { "notes" };
    let sent = match *name {
        "taskChange" => json!({ "priority": "low" }),
        "noteEdit" => json!({ "body": format!("Words {}", Uuid::now_v7()) }),
        _ => json!({}),
    };
    let request = app.rest(role, method.clone(), &format!("/api/v1/{kind}/{id}{path}")).await;
    let (status, over_rest) = answer(request.json(&sent)).await;
    let rest = over_rest["code"].as_str().unwrap_or("accepted").to_owned();
    assert_eq!(rest == "accepted", status < 300, "{status} {over_rest}");
    [said(&body, name), rest]
}

#[tokio::test]
async fn each_role_changes_the_tasks_within_its_scope_at_both_doors() {
    let app = TestApp::start().await;
    let contact = record(&app, "contact").await;
    let about = json!({ "title": "Call back", "entity": "CONTACT", "recordId": contact });
    for role in Role::ALL {
        let theirs = task(&app, Role::Admin, about.clone()).await;
        let mut given = about.clone();
        // Tasks are for people of the house.
        if role != Role::ClientUser {
            given["assigneeId"] = me(&app, role).await;
        }
        let own = task(&app, Role::Admin, given).await;
        let (of_others, of_own) = match role {
            Role::Admin | Role::CampaignManager | Role::DataOps => ("accepted", "accepted"),
            Role::QaAnalyst => ("FORBIDDEN", "accepted"),
            Role::Agent => ("NOT_FOUND", "accepted"),
            Role::ClientUser => ("FORBIDDEN", "FORBIDDEN"),
        };
        for one in &TASK_ACTS {
            assert_eq!(act(&app, role, theirs, one).await, [of_others; 2], "{role} {} of others", one.0);
            assert_eq!(act(&app, role, own, one).await, [of_own; 2], "{role} {} of one's own", one.0);
        }
        let sees = match role {
            Role::ClientUser => 403,
            Role::Agent => 404,
            _ => 200,
        };
        assert_eq!(app.get(role, &format!("/api/v1/tasks/{theirs}")).await.0, sees, "{role}");
        let one = "query($id: UUID!) { task(id: $id) { id } }";
        let body = app.graphql(role, one, json!({ "id": theirs })).await;
        assert_eq!(body["data"]["task"].is_object(), sees == 200, "{role}: {body}");
    }
}

#[tokio::test]
async fn each_role_changes_the_notes_within_its_scope_at_both_doors() {
    let app = TestApp::start().await;
    for (entity, kind) in [("contact", "CONTACT"), ("account", "ACCOUNT")] {
        let on = record(&app, entity).await;
        for role in Role::ALL {
            let theirs = note(&app, Role::Admin, kind, on, "Wants a demo").await;
            let wanted = match role {
                Role::Admin | Role::CampaignManager | Role::DataOps => "accepted",
                Role::QaAnalyst | Role::ClientUser => "FORBIDDEN",
                // Not even seen.
                Role::Agent => "NOT_FOUND",
            };
            for one in &NOTE_ACTS {
                assert_eq!(act(&app, role, theirs, one).await, [wanted; 2], "{role} {}", one.0);
            }
            let sees = !matches!(role, Role::Agent | Role::ClientUser);
            let body = app.graphql(role, NOTES, json!({ "entity": kind, "id": on })).await;
            assert_eq!(body.to_string().contains(&theirs.to_string()), sees, "{role}: {body}");
            let (_, list) = app.get(role, &format!("/api/v1/notes?entity={entity}&recordId={on}")).await;
            assert_eq!(list.to_string().contains(&theirs.to_string()), sees, "{role}: {list}");
            let (status, _) = app.get(role, &format!("/api/v1/notes/{theirs}")).await;
            assert_eq!(status == 200, sees, "{role}");
            let input = json!({ "entity": kind, "recordId": on, "body": "Mine" });
            let added = app.graphql(role, ADD, json!({ "input": input })).await;
            let may = match role {
                Role::Agent => "NOT_FOUND",
                Role::ClientUser => "FORBIDDEN",
                _ => "accepted",
            };
            assert_eq!(said(&added, "noteAdd"), may, "{role}");
            if role == Role::QaAnalyst {
                let own = added["data"]["noteAdd"]["note"]["id"].as_str().unwrap().parse().unwrap();
                for one in &NOTE_ACTS {
                    assert_eq!(act(&app, role, own, one).await, ["accepted"; 2], "{}", one.0);
                }
            }
        }
    }
}

#[tokio::test]
async fn lists_show_what_is_asked_for_and_nobody_elses_to_whom_only_own_tasks_are() {
    let app = TestApp::start().await;
    let contact = record(&app, "contact").await;
    let sanne = me(&app, Role::Agent).await;
    let days = |count: i64| (chrono::Utc::now().date_naive() + chrono::Duration::days(count)).to_string();
    for (title, due, to, about) in [
        ("Late", Some(-2), Value::Null, true),
        ("Today", Some(0), sanne.clone(), true),
        ("Far", Some(40), sanne.clone(), false),
        ("Some time", None, Value::Null, false),
    ] {
        let mut input = json!({ "title": title, "assigneeId": to, "dueOn": due.map(days) });
        if about {
            input["entity"] = json!("CONTACT");
            input["recordId"] = json!(contact);
        }
        task(&app, Role::CampaignManager, input).await;
    }
    let of = |filter: Value| titles(&app, Role::DataOps, filter);
    assert_eq!(of(Value::Null).await, ["Late", "Today", "Far", "Some time"]);
    assert_eq!(of(json!({ "due": "OVERDUE" })).await, ["Late"]);
    assert_eq!(of(json!({ "due": "TODAY" })).await, ["Today"]);
    assert_eq!(of(json!({ "due": "LATER" })).await, ["Far"]);
    assert_eq!(of(json!({ "due": "NO_DATE" })).await, ["Some time"]);
    assert_eq!(of(json!({ "assignee": "NOBODY" })).await, ["Late", "Some time"]);
    assert_eq!(of(json!({ "assigneeId": sanne })).await, ["Today", "Far"]);
    assert_eq!(of(json!({ "assignee": "MINE" })).await, [""; 0]);
    assert_eq!(of(json!({ "states": ["DONE", "CANCELLED"] })).await, [""; 0]);
    let on_record = json!({ "entity": "CONTACT", "recordId": contact });
    assert_eq!(of(on_record.clone()).await, ["Late", "Today"]);
    let agent = titles(&app, Role::Agent, Value::Null).await;
    assert_eq!(agent, ["Today", "Far"], "the own ones, whatever they are about");
    assert_eq!(titles(&app, Role::Agent, json!({ "assignee": "ANYBODY" })).await, agent);
    // Whom it is about is told to who may see the record.
    let names = |body: Value| body["data"]["tasks"]["edges"][0]["node"]["recordName"].clone();
    let filter = json!({ "filter": { "assigneeId": sanne } });
    assert_eq!(names(app.graphql(Role::Agent, TASKS, filter.clone()).await), Value::Null);
    assert_eq!(names(app.graphql(Role::QaAnalyst, TASKS, filter).await), "Ada Lovelace");
    let counts = "{ taskCounts { open overdue today } }";
    let body = app.graphql(Role::Agent, counts, json!({})).await;
    assert_eq!(body["data"]["taskCounts"], json!({ "open": 2, "overdue": 0, "today": 1 }));
    let (_, rest) =
        app.get(Role::DataOps, &format!("/api/v1/tasks?due=overdue&entity=contact&recordId={contact}")).await;
    assert_eq!((rest["items"].as_array().unwrap().len(), &rest["items"][0]["title"]), (1, &json!("Late")));
    // Page by page it is the same list.
    let (_, first) = app.get(Role::DataOps, "/api/v1/tasks?first=3").await;
    let next = format!("/api/v1/tasks?first=3&after={}", first["nextCursor"].as_str().unwrap());
    let (_, second) = app.get(Role::DataOps, &next).await;
    assert_eq!(
        (second["items"][0]["title"].as_str(), &second["nextCursor"]),
        (Some("Some time"), &Value::Null)
    );
}

#[tokio::test]
async fn what_makes_no_task_or_note_is_refused_by_name_at_both_doors() {
    let app = TestApp::start().await;
    let contact = record(&app, "contact").await;
    let client = app.graphql(Role::ClientUser, "{ me { id } }", json!({})).await["data"]["me"]["id"].clone();
    let nowhere = "00000000-0000-0000-0000-000000000007";
    for (input, wanted, field) in [
        (json!({ "title": " \u{200b} " }), "TASK_TITLE_EMPTY", Some("title")),
        (json!({ "title": "x".repeat(201) }), "TASK_TITLE_TOO_LONG", Some("title")),
        (json!({ "title": "x", "details": "x".repeat(10_001) }), "TASK_DETAILS_TOO_LONG", Some("details")),
        (json!({ "title": "x", "dueOn": "9999-12-31" }), "TASK_DUE_OUT_OF_RANGE", Some("due")),
        (
            json!({ "title": "x", "dueOn": "2026-01-01", "dueAt": "2026-01-01T10:00:00Z" }),
            "TASK_DUE_TWICE",
            Some("due"),
        ),
        (json!({ "title": "x", "assigneeId": nowhere }), "TASK_ASSIGNEE", Some("assigneeId")),
        (json!({ "title": "x", "assigneeId": client }), "TASK_ASSIGNEE", Some("assigneeId")),
        (json!({ "title": "x", "entity": "CONTACT", "recordId": nowhere }), "NOT_FOUND", None),
    ] {
        let body = app.graphql(Role::Admin, CREATE, json!({ "input": input })).await;
        let error = &body["data"]["taskCreate"]["userErrors"][0];
        assert_eq!((error["code"].as_str(), error["field"].as_str()), (Some(wanted), field), "{body}");
        let mut sent = input.clone();
        if let Some(entity) = sent.get_mut("entity") {
            *entity = json!("contact");
        }
        let (status, rest) = app.post(Role::Admin, "/api/v1/tasks", sent).await;
        let over_rest = rest["errors"][0]["code"].as_str().or(rest["code"].as_str());
        assert_eq!((over_rest, (400..500).contains(&status)), (Some(wanted), true), "{status} {rest}");
    }
    for (text, wanted) in [(" \n ".to_owned(), "NOTE_EMPTY"), ("x".repeat(10_001), "NOTE_TOO_LONG")] {
        let input = json!({ "entity": "CONTACT", "recordId": contact, "body": text });
        let body = app.graphql(Role::Admin, ADD, json!({ "input": input })).await;
        assert_eq!(said(&body, "noteAdd"), wanted);
        let sent = json!({ "entity": "contact", "recordId": contact, "body": text });
        let (_, rest) = app.post(Role::Admin, "/api/v1/notes", sent).await;
        assert_eq!(rest["errors"][0]["code"], wanted, "{rest}");
    }
    for path in [
        "/api/v1/tasks?due=never",
        "/api/v1/tasks?state=perhaps",
        "/api/v1/tasks?assignee=x",
        "/api/v1/tasks?timeZone=Nowhere",
        "/api/v1/tasks?after=%00",
        "/api/v1/tasks?entity=contact",
        "/api/v1/notes",
        "/api/v1/notes?entity=order&recordId=00000000-0000-0000-0000-000000000007",
        "/api/v1/tasks/nonsense",
    ] {
        let (status, body) = app.get(Role::Admin, path).await;
        assert!((400..500).contains(&status) && body["code"].is_string(), "{path}: {status} {body}");
    }
    for sent in
        [json!({ "title": 1 }), json!({ "title": "x", "priority": "urgent" }), json!({ "title": "\u{0}" })]
    {
        let (status, body) = app.post(Role::Admin, "/api/v1/tasks", sent).await;
        assert!((400..500).contains(&status) && body["code"].is_string(), "{status} {body}");
    }
}

#[tokio::test]
async fn who_overwrites_what_another_wrote_meanwhile_is_told_so() {
    let app = TestApp::start().await;
    let id = task(&app, Role::Admin, json!({ "title": "Call back", "dueOn": "2026-03-02" })).await;
    let change = |input: Value| app.graphql(Role::DataOps, CHANGE, json!({ "input": input }));
    let first = change(json!({ "id": id, "title": "Write", "expectedVersion": 1 })).await;
    assert_eq!(first["data"]["taskChange"]["task"]["version"], 2, "{first}");
    let late = change(json!({ "id": id, "title": "Visit", "expectedVersion": 1 })).await;
    assert_eq!(said(&late, "taskChange"), "TASK_CHANGED_SINCE");
    // A time in the place of the day, and neither of them.
    let timed = change(json!({ "id": id, "dueAt": "2026-03-02T09:00:00Z", "expectedVersion": 1 })).await;
    let timed = &timed["data"]["taskChange"]["task"];
    assert_eq!((&timed["dueOn"], timed["dueAt"].as_str()), (&Value::Null, Some("2026-03-02T09:00:00+00:00")));
    let none = change(json!({ "id": id, "dueAt": null })).await;
    assert_eq!(none["data"]["taskChange"]["task"]["dueAt"], Value::Null, "{none}");
    let path = format!("/api/v1/tasks/{id}");
    let sent = json!({ "title": "Visit", "expectedVersion": 1 });
    let (status, body) = answer(app.rest(Role::Admin, Method::PATCH, &path).await.json(&sent)).await;
    assert_eq!((status, &body["errors"][0]["code"]), (422, &json!("TASK_CHANGED_SINCE")), "{body}");

    let account = record(&app, "account").await;
    let id = note(&app, Role::Admin, "ACCOUNT", account, "Old").await;
    let edit = |text: &str| json!({ "input": { "id": id, "body": text, "expectedVersion": 1 } });
    assert_eq!(said(&app.graphql(Role::DataOps, EDIT, edit("New")).await, "noteEdit"), "accepted");
    assert_eq!(said(&app.graphql(Role::Admin, EDIT, edit("Mine")).await, "noteEdit"), "NOTE_CHANGED_SINCE");
}

#[tokio::test]
async fn a_list_of_tasks_is_taken_out_as_a_file_harmless_and_on_record() {
    let app = TestApp::start().await;
    let contact = record(&app, "contact").await;
    let mine = me(&app, Role::DataOps).await;
    let about = json!({ "title": "=cmd()", "assigneeId": mine, "dueOn": "2026-03-02", "entity": "CONTACT", "recordId": contact });
    task(&app, Role::DataOps, about).await;
    task(&app, Role::DataOps, json!({ "title": "For somebody" })).await;
    let get = async |role, query: &str| {
        let path = format!("/api/v1/tasks/file?{query}");
        let response = app.rest(role, Method::GET, &path).await.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        (status, headers, response.bytes().await.unwrap())
    };
    // The file, unlike a list, waits for nothing that was just written.
    assert_eq!(titles(&app, Role::DataOps, Value::Null).await.len(), 2);
    let (status, headers, csv) = get(Role::DataOps, "assignee=mine&state=open").await;
    let csv = String::from_utf8(csv.to_vec()).unwrap();
    assert_eq!((status, csv.lines().count()), (200, 2), "{csv}");
    assert!(headers["content-disposition"].to_str().unwrap().contains("tasks.csv"));
    assert!(csv.contains("'=cmd()") && !csv.contains(",=cmd()"), "{csv}");
    assert!(csv.contains("2026-03-02") && csv.contains("Ada Lovelace"), "{csv}");
    let (_, _, all) = get(Role::Admin, "format=json").await;
    let all: Value = serde_json::from_slice(&all).unwrap();
    let for_whom: Vec<bool> = all.as_array().unwrap().iter().map(|one| one["assignee"].is_string()).collect();
    assert_eq!((&all[0]["title"], for_whom), (&json!("=cmd()"), vec![true, false]), "{all}");
    assert_eq!(get(Role::Admin, "due=never").await.0, 400);
    for role in [Role::QaAnalyst, Role::Agent, Role::ClientUser] {
        assert_eq!(get(role, "assignee=mine").await.0, 403, "{role}");
    }
    let noted: i64 = sqlx::query_scalar(
        "select count(*) from log.facts where kind = 'file_downloaded' and about_type = 'tasks'",
    )
    .fetch_one(&app.backend.context.log.pools.read)
    .await
    .unwrap();
    assert_eq!(noted, 2);
}
