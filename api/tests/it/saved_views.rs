//! Saved views: who sees them, and that they come back as they were kept.

use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};

use crate::support::TestApp;

const CREATE: &str = "mutation($input: SavedViewCreateInput!) { savedViewCreate(input: $input) { savedView { id name sharing isPreset mayChange ownerName content } position userErrors { code field } } }";
const LIST: &str = "{ savedViews(entity: CONTACT) { name mayChange deleted } }";

fn view(name: &str, sharing: &str) -> Value {
    json!({"input": {"entity": "CONTACT", "name": name, "sharing": sharing, "content": {
        "columns": ["full_name", "email"],
        "sort": {"field": "created_at", "descending": true},
        "quick": {"country": ["DE", "AT"]},
    }}})
}

async fn names(app: &TestApp, role: Role) -> Vec<String> {
    let body = app.graphql(role, LIST, json!({})).await;
    let views = body["data"]["savedViews"].as_array().cloned().unwrap_or_default();
    views.iter().map(|view| view["name"].as_str().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn a_view_is_kept_shared_changed_deleted_and_brought_back() {
    let app = TestApp::start().await;
    let made = app.graphql(Role::CampaignManager, CREATE, view("Germans", "PRIVATE")).await;
    let kept = &made["data"]["savedViewCreate"]["savedView"];
    assert_eq!((kept["name"].as_str(), kept["isPreset"].as_bool()), (Some("Germans"), Some(false)), "{made}");
    assert_eq!(kept["content"]["quick"]["country"], json!(["DE", "AT"]));
    assert_eq!(kept["content"]["columns"], json!(["full_name", "email"]));
    assert_eq!(names(&app, Role::CampaignManager).await, ["Germans"]);
    assert_eq!(names(&app, Role::DataOps).await, Vec::<String>::new());

    let id = kept["id"].clone();
    let change = "mutation($input: SavedViewChangeInput!) { savedViewChange(input: $input) { savedView { name sharing } userErrors { code } } }";
    let input = json!({"input": {"id": id, "name": "DACH", "sharing": "EVERYONE"}});
    let theirs = app.graphql(Role::DataOps, change, input.clone()).await;
    assert_eq!(theirs["data"]["savedViewChange"]["userErrors"][0]["code"], "NOT_FOUND", "{theirs}");
    let changed = app.graphql(Role::CampaignManager, change, input.clone()).await;
    assert_eq!(
        changed["data"]["savedViewChange"]["savedView"],
        json!({"name": "DACH", "sharing": "EVERYONE"})
    );
    let theirs = app.graphql(Role::DataOps, change, input).await;
    assert_eq!(theirs["data"]["savedViewChange"]["userErrors"][0]["code"], "SAVED_VIEW_NOT_YOURS");
    assert_eq!(names(&app, Role::DataOps).await, ["DACH"]);

    let act = |name: &str| {
        format!(
            "mutation($id: UUID!) {{ {name}(id: $id) {{ savedView {{ deleted }} userErrors {{ code }} }} }}"
        )
    };
    app.graphql(Role::CampaignManager, &act("savedViewDelete"), json!({ "id": id })).await;
    assert_eq!(names(&app, Role::CampaignManager).await, Vec::<String>::new());
    let back = app.graphql(Role::CampaignManager, &act("savedViewRestore"), json!({ "id": id })).await;
    assert_eq!(back["data"]["savedViewRestore"]["savedView"]["deleted"], false, "{back}");
    assert_eq!(names(&app, Role::Agent).await, ["DACH"]);
}

#[tokio::test]
async fn a_client_user_neither_keeps_nor_sees_views_of_our_lists() {
    let app = TestApp::start().await;
    app.graphql(Role::Admin, CREATE, view("Ours", "EVERYONE")).await;
    let refused = app.graphql(Role::ClientUser, CREATE, view("Theirs", "PRIVATE")).await;
    assert_eq!(refused["errors"][0]["extensions"]["code"], "FORBIDDEN", "{refused}");
    assert_eq!(names(&app, Role::ClientUser).await, Vec::<String>::new());
}

#[tokio::test]
async fn what_is_no_view_is_refused_by_name() {
    let app = TestApp::start().await;
    for (input, code) in [
        (json!({"entity": "CONTACT", "name": " ", "content": {"columns": ["email"]}}), "NAME_EMPTY"),
        (json!({"entity": "CONTACT", "name": "x", "content": {}}), "SAVED_VIEW_NOTHING"),
        (json!({"entity": "CONTACT", "name": "x", "content": {"columns": "email"}}), "SAVED_VIEW_SHAPE"),
        (json!({"entity": "CONTACT", "name": "x", "content": 7}), "SAVED_VIEW_SHAPE"),
        (
            json!({"entity": "CONTACT", "name": "x", "sharing": "TEAM", "content": {"columns": ["email"]}}),
            "TEAM_MISSING",
        ),
        (
            json!({"entity": "CONTACT", "name": "a\u{0}b", "content": {"search": "\u{0}x", "columns": ["\u{0}"]}}),
            "accepted",
        ),
    ] {
        let body = app.graphql(Role::Admin, CREATE, json!({ "input": input })).await;
        let answered = &body["data"]["savedViewCreate"];
        let got = answered["userErrors"][0]["code"].as_str().unwrap_or("accepted");
        assert_eq!(got, code, "{body}");
        assert_eq!(answered["savedView"].is_null(), code != "accepted", "{body}");
    }
}
