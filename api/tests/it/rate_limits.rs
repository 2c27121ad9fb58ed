//! What one person or key may ask of the doors that cost much, and what is answered beyond. How it is counted is tested beside
//! `commands/src/identity/rate_limits.rs`.

use std::collections::BTreeSet;

use pivotal_api::graphql::schema;
use pivotal_api::policy::Rule;
use pivotal_api::policy::document::SchemaRules;
use pivotal_api::policy::rate_limits::{FIELDS, ROUTES, of_fields, of_route};
use pivotal_api::policy::rest_gate::RouteRules;
use pivotal_api::rest;
use pivotal_commands::identity::rate_limits::Door;
use pivotal_domain::identity::role::Role;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::support::{TestApp, answer, code};

/// Files that were made before, and are only sent.
const STORED: [&str; 3] =
    ["/api/v1/clients/{id}/lists/{listId}/file", "/api/v1/exports/{id}/file", "/api/v1/imports/{id}/file"];

const SEARCH: &str = "{ search(text: \"nordwerk\") { __typename } }";

/// Status, seconds to wait as the header has them, and body.
async fn limited(request: RequestBuilder) -> (u16, Option<u64>, Value) {
    let response = request.send().await.unwrap();
    let wait = response.headers().get("retry-after").map(|value| value.to_str().unwrap().parse().unwrap());
    (response.status().as_u16(), wait, response.json().await.unwrap())
}

async fn graphql(app: &TestApp, token: &str, query: &str) -> (u16, Option<u64>, Value) {
    let body = json!({ "query": query });
    limited(app.request(Method::POST, "/graphql").bearer_auth(token).json(&body)).await
}

#[test]
fn every_door_is_there_and_open_to_nobody_who_is_not_signed_in() {
    let fields = SchemaRules::of_sdl(&schema::sdl()).unwrap().root_fields();
    for (name, _) in FIELDS {
        let field =
            fields.iter().find(|field| field.field == *name).unwrap_or_else(|| panic!("no field {name}"));
        assert_ne!(field.rule, Some(Rule::Public), "{name}");
    }
    let routes = RouteRules::of_document(&rest::document()).unwrap();
    for (method, path, _) in ROUTES {
        let rule = routes.rule(&method.parse().unwrap(), path);
        let rule = rule.unwrap_or_else(|| panic!("no route {method} {path}"));
        assert_ne!(rule, Rule::Public, "{method} {path}");
    }
}

#[test]
fn whatever_makes_a_file_of_a_list_counts_as_an_export() {
    let listed: BTreeSet<&str> = ROUTES.iter().map(|(_, path, _)| *path).collect();
    for (method, path, _) in RouteRules::of_document(&rest::document()).unwrap().all() {
        if method == Method::POST && (path.ends_with("/export") || path.ends_with("/preview")) {
            assert!(listed.contains(path.as_str()), "{path}: name it in api/src/policy/rate_limits.rs");
        }
        let makes = path.ends_with("/file") || path.ends_with("/export") || path.ends_with(".csv");
        if method == Method::GET && makes && !STORED.contains(&path.as_str()) {
            assert!(listed.contains(path.as_str()), "{path}: name it in api/src/policy/rate_limits.rs");
        }
    }
}

/// As the pages of contacts and accounts do, which show the same records.
#[test]
fn members_of_audiences_count_as_lists_at_either_door() {
    let pages =
        |path: &str| path.ends_with("/members") || path.ends_with("/items") || path.contains("/expand");
    let routes = RouteRules::of_document(&rest::document()).unwrap();
    let mut asked = 0;
    for (method, path, _) in routes.all() {
        let adds = method == Method::POST && path.ends_with("/members");
        if pages(&path) && !adds && !path.starts_with("/api/v1/teams") {
            assert_eq!(of_route(method.as_str(), &path), Some(Door::Lists), "{method} {path}");
            asked += 1;
        }
    }
    assert_eq!(asked, 5, "the routes were not found");
    for field in [
        "listMembers",
        "segmentMembers",
        "segmentMoved",
        "domainSetItems",
        "domainSetContacts",
        "audienceMembers",
    ] {
        assert_eq!(of_fields(&[field.to_owned()]), [(Door::Lists, 1)], "{field}");
    }
    // What a definition means now is counted out over all records.
    assert_eq!(of_fields(&["segmentPreview".to_owned()]), [(Door::Previews, 1)]);
    assert_eq!(of_route("GET", "/api/v1/segments/{id}/run"), Some(Door::Previews));
}

#[tokio::test]
async fn who_searches_too_often_is_told_when_to_go_on_at_either_door_and_nobody_else_is() {
    let app = TestApp::with(&[("PIVOTAL_LIMIT_SEARCHES", "3")]).await;
    let token = app.token(Role::Admin).await;
    let twice = "{ a: search(text: \"nord\") { __typename } b: search(text: \"werk\") { __typename } }";
    assert_eq!(graphql(&app, &token, twice).await.0, 200, "two of three");
    let search = || app.request(Method::GET, "/api/v1/search?text=nord");
    assert_ne!(answer(search().bearer_auth(&token)).await.0, 429, "three, whichever door");

    let (status, wait, body) = graphql(&app, &token, SEARCH).await;
    assert_eq!((status, code(&body)), (429, Some("RATE_LIMITED")), "{body}");
    assert!(wait.is_some_and(|wait| (1..=61).contains(&wait)), "{wait:?}");
    assert_eq!(body["errors"][0]["extensions"]["retryAfter"], json!(wait.unwrap()));
    let said = body["errors"][0]["message"].as_str().unwrap();
    assert!(said.starts_with("Too many searches: at most 3 a minute") && said.contains("Go on in"), "{said}");
    let (status, wait, body) = limited(search().bearer_auth(&token)).await;
    assert_eq!((status, &body["code"]), (429, &json!("RATE_LIMITED")));
    assert!(wait.is_some());

    // Whatever else they do goes on, and so does everybody else.
    assert_eq!(app.get(Role::Admin, "/api/v1/contacts").await.0, 200);
    assert_ne!(app.get(Role::DataOps, "/api/v1/search?text=nord").await.0, 429);
}

#[tokio::test]
async fn a_key_is_counted_apart_from_its_maker() {
    let app = TestApp::with(&[("PIVOTAL_LIMIT_LISTS", "1")]).await;
    let key = json!({ "name": "Sync", "scopes": ["CONTACTS_VIEW"] });
    let (status, made) = app.post(Role::Admin, "/api/v1/api-keys", key).await;
    assert_eq!(status, 201, "{made}");
    let secret = made["secret"].as_str().unwrap();
    let contacts = || app.request(Method::GET, "/api/v1/contacts").bearer_auth(secret);
    assert_eq!(answer(contacts()).await.0, 200);
    assert_eq!(answer(contacts()).await.0, 429);
    assert_eq!(app.get(Role::Admin, "/api/v1/contacts").await.0, 200);
}

#[tokio::test]
async fn mails_exports_and_previews_are_limited_before_anything_is_done() {
    let limits = ["PIVOTAL_LIMIT_MAILS", "PIVOTAL_LIMIT_EXPORTS", "PIVOTAL_LIMIT_PREVIEWS"];
    let app = TestApp::with(&limits.map(|name| (name, "1"))).await;
    let invite = async |email: &str| {
        app.post(Role::Admin, "/api/v1/invitations", json!({ "email": email, "role": "AGENT" })).await.0
    };
    assert!(invite("one@example.com").await < 300);
    assert_eq!(invite("two@example.com").await, 429);
    assert_eq!(app.post(Role::Admin, "/api/v1/mailbox/test", json!({})).await.0, 429, "mails all the same");
    let (_, listed) = app.get(Role::Admin, "/api/v1/invitations").await;
    assert!(!listed.to_string().contains("two@example.com"), "{listed}");

    assert_eq!(app.get(Role::Admin, "/api/v1/clients/export").await.0, 200);
    assert_eq!(app.post(Role::Admin, "/api/v1/exports", json!({})).await.0, 429);

    let preview = async || app.post(Role::Admin, "/api/v1/bulk-changes/preview", json!({})).await.0;
    assert_ne!(preview().await, 429, "refused for what it says");
    assert_eq!(preview().await, 429);
}

#[tokio::test]
async fn zero_is_without_limit() {
    let app = TestApp::with(&[("PIVOTAL_LIMIT_SEARCHES", "0")]).await;
    let token = app.token(Role::Admin).await;
    for _ in 0..20 {
        assert_eq!(graphql(&app, &token, SEARCH).await.0, 200);
    }
}

#[tokio::test]
async fn who_has_too_many_jobs_is_told_how_many_and_what_to_do_at_either_door() {
    let app = TestApp::start().await;
    let (_, me) = app.get(Role::CampaignManager, "/api/v1/auth/me").await;
    // So that nobody here works on them.
    let jobs = "insert into jobs.queue (id, kind, created_by, run_at) select gen_random_uuid(), 'import_run', $1::uuid, now() + interval '1 day' from generate_series(1, 20)";
    let pool = &app.backend.context.log.pools.write;
    sqlx::query(jobs).bind(me["id"].as_str().unwrap()).execute(pool).await.unwrap();
    let asked = |format: &str| json!({ "entity": "contact", "format": format, "columns": ["full_name"] });
    let (status, body) = app.post(Role::CampaignManager, "/api/v1/exports", asked("csv")).await;
    assert_eq!((status, &body["errors"][0]["code"]), (422, &json!("TOO_MANY_JOBS")), "{body}");

    let start = "mutation { exportStart(input: {entity: CONTACT, format: CSV, columns: [\"full_name\"]}) { export { id } userErrors { code message } } }";
    let data = app.graphql(Role::CampaignManager, start, json!({})).await["data"]["exportStart"].take();
    let refused = &data["userErrors"][0];
    assert_eq!((&data["export"], &refused["code"]), (&Value::Null, &json!("TOO_MANY_JOBS")), "{data}");
    let said = refused["message"].as_str().unwrap();
    assert!(said.starts_with("You have 20 ") && said.ends_with("and try again."), "{said}");

    let (status, body) = app.post(Role::Admin, "/api/v1/exports", asked("csv")).await;
    assert!(status < 300, "{status} {body}");
}
