//! Records of others, asked for by their id: every field of the schema and every route that takes an id is tried with the ids of
//! records that are none of the caller's business, by each role that sees less than all. Nothing of them is answered, and nothing of
//! them changes (OWASP ASVS 4.0.3, 4.2.1; API1:2023).
//!
//! The doors are read from the schema and the routes, so that a new one is tried without being named here. Which scopes open them is
//! in policy.rs and reach.rs.

use pivotal_api::graphql::schema;
use pivotal_api::policy::Rule;
use pivotal_api::policy::document::{RootField, SchemaRules};
use pivotal_api::policy::rest_gate::RouteRules;
use pivotal_api::rest;
use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::policy::{ANY_ID, query_for_all, types};
use crate::support::{TestApp, answer, caught_up, code, until};

/// Who sees less than all: an agent without a queue, and a user of one client organisation.
const NARROW: [Role; 2] = [Role::Agent, Role::ClientUser];

/// Stands in every text of the records that are looked for.
struct Foreign {
    mark: String,
    ids: Vec<String>,
}

impl Foreign {
    async fn planted(app: &TestApp) -> Self {
        let mark = format!("mark{}", Uuid::now_v7().simple());
        let mut ids = Vec::new();
        let mut position = 0;
        let mut keep = |made: &Value, at: &str| {
            let id = made.pointer(at).and_then(Value::as_str);
            let id = id.unwrap_or_else(|| panic!("{at}: {made}")).to_owned();
            position = position.max(made["position"].as_i64().unwrap_or_default());
            ids.push(id.clone());
            id
        };
        let make = async |what: &str, input: &str, value: Value, answer: &str| -> Value {
            let query = format!(
                "mutation($input: {input}!) {{ {what}(input: $input) {{ {answer} position userErrors {{ code message }} }} }}"
            );
            app.data(&query, json!({ "input": value })).await[what].take()
        };
        let fields = json!({ "fields": { "email": format!("{mark}@example.com"), "first_name": mark } });
        let made = make("contactCreate", "RecordInput", fields, "contact { id }").await;
        let contact = keep(&made, "/contact/id");
        let fields = json!({ "fields": { "name": mark } });
        let made = make("accountCreate", "RecordInput", fields, "account { id }").await;
        keep(&made, "/account/id");
        let note = json!({ "entity": "CONTACT", "recordId": contact, "body": mark });
        keep(&make("noteAdd", "NoteAddInput", note, "note { id }").await, "/note/id");
        keep(
            &make("taskCreate", "TaskCreateInput", json!({ "title": mark }), "task { id }").await,
            "/task/id",
        );
        let view = json!({ "entity": "CONTACT", "name": mark, "content": { "columns": ["full_name"] } });
        let made = make("savedViewCreate", "SavedViewCreateInput", view, "savedView { id }").await;
        keep(&made, "/savedView/id");
        let key = json!({ "name": mark, "scopes": ["CONTACTS_VIEW"] });
        keep(&make("apiKeyCreate", "ApiKeyCreateInput", key, "apiKey { id }").await, "/apiKey/id");
        let invitation = json!({ "email": format!("{mark}@example.org"), "role": "AGENT" });
        let made = make("invitationSend", "InvitationSendInput", invitation, "invitation { id }").await;
        keep(&made, "/invitation/id");
        let client =
            make("clientCreate", "ClientCreateInput", json!({ "name": mark }), "client { id }").await;
        let client = keep(&client, "/client/id");
        let user = json!({
            "name": mark,
            "email": format!("{mark}@example.net"),
            "role": "CLIENT_USER",
            "clientId": client,
            "password": "correct horse battery",
        });
        keep(&make("userCreate", "UserCreateInput", user, "user { id }").await, "/user/id");
        let entries = json!({ "entries": [{ "value": format!("{mark}@example.edu") }], "reason": "MANUAL" });
        let made = make("suppressionsAdd", "SuppressionsAddInput", entries, "ids").await;
        keep(&made, "/ids/0");
        let list = json!({ "entity": "CONTACT", "name": mark });
        keep(&make("listCreate", "ListCreateInput", list, "list { id }").await, "/list/id");
        let segment = json!({ "entity": "CONTACT", "name": mark, "filter": {} });
        let made = make("segmentCreate", "SegmentCreateInput", segment, "segment { id }").await;
        keep(&made, "/segment/id");
        let lines = format!("domain,account_name,notes\nnobody-has-this.test,,{mark}\n");
        let lines = json!({ "name": mark, "text": lines });
        let set = keep(&make("domainSetUpload", "DomainSetUploadInput", lines, "id").await, "/id");
        caught_up(app, position).await;
        // Its job writes an event when it ends, which is none of whoever asks below.
        let state = "query($id: UUID!) { domainSet(id: $id) { state } }";
        until(app, state, json!({ "id": set }), |data| data["domainSet"]["state"] == "READY").await;
        Foreign { mark, ids }
    }

    /// What was ever done to them.
    async fn events(&self, app: &TestApp) -> i64 {
        sqlx::query_scalar("select count(*) from log.events where aggregate_id = any($1)")
            .bind(&self.ids)
            .fetch_one(&app.backend.context.log.pools.read)
            .await
            .unwrap()
    }
}

#[tokio::test]
async fn no_field_of_the_schema_shows_or_changes_a_record_of_others() {
    let app = TestApp::start().await;
    let foreign = Foreign::planted(&app).await;
    let before = foreign.events(&app).await;
    let sdl = schema::sdl();
    let types = types(&sdl);
    for RootField { root, field, .. } in SchemaRules::of_sdl(&sdl).unwrap().root_fields() {
        // Sockets go through the same gate and the same queries.
        if root == "Subscription" {
            continue;
        }
        let query = query_for_all(&types, &root, &field);
        let mut asked: Vec<String> = foreign.ids.iter().map(|id| query.replace(ANY_ID, id)).collect();
        asked.dedup();
        for query in asked {
            for role in NARROW {
                let body = app.graphql(role, &query, json!({})).await;
                assert!(!body.to_string().contains(&foreign.mark), "{role}: {query}: {body}");
                assert_ne!(code(&body), Some("INTERNAL"), "{role}: {query}: {body}");
                assert_ne!(code(&body), Some("QUERY_INVALID"), "{role}: {query}: {body}");
            }
        }
        assert_eq!(foreign.events(&app).await, before, "{root}.{field} changed something");
    }
}

#[tokio::test]
async fn no_route_shows_or_changes_a_record_of_others() {
    let app = TestApp::start().await;
    let foreign = Foreign::planted(&app).await;
    let before = foreign.events(&app).await;
    for (method, path, rule) in RouteRules::of_document(&rest::document()).unwrap().all() {
        if rule == Some(Rule::Public) {
            continue;
        }
        let mut asked: Vec<String> = foreign.ids.iter().map(|id| path.replace("{id}", id)).collect();
        asked.dedup();
        for address in asked {
            for role in NARROW {
                let (status, body) =
                    answer(app.rest(role, method.clone(), &address).await.json(&json!({}))).await;
                assert!(!body.to_string().contains(&foreign.mark), "{role}: {method} {address}: {body}");
                assert!(status < 500, "{role}: {method} {address}: {status} {body}");
            }
        }
        assert_eq!(foreign.events(&app).await, before, "{method} {path} changed something");
    }
}

#[tokio::test]
async fn what_the_oracle_looks_for_is_there_for_who_may_see_it() {
    let app = TestApp::start().await;
    let foreign = Foreign::planted(&app).await;
    let sdl = schema::sdl();
    let types = types(&sdl);
    for field in ["contact", "account", "client", "list", "segment", "domainSet", "domainSetItems"] {
        let query = query_for_all(&types, "Query", field);
        let mut seen = false;
        for id in &foreign.ids {
            let body = app.graphql(Role::Admin, &query.replace(ANY_ID, id), json!({})).await;
            seen |= body.to_string().contains(&foreign.mark);
        }
        assert!(seen, "{query} shows an administrator nothing: the test above proves nothing");
    }
}
