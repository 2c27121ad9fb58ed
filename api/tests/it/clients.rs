//! Clients at both doors: what is known of them, colleagues who invite colleagues, and viewing as a client.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, answer, code};

const OURS: &str = "mateo@nordwerk.test";
const VIEW_AS: &str = "x-pivotal-view-as";
const CLIENTS: &str = "{ clients { edges { node { id name } } } }";

async fn client_named(app: &TestApp, name: &str) -> String {
    let data = app.data(CLIENTS, json!({})).await;
    let edges = data["clients"]["edges"].as_array().unwrap();
    let found = edges.iter().find(|edge| edge["node"]["name"] == name).unwrap();
    found["node"]["id"].as_str().unwrap().to_owned()
}

async fn nordwerk(app: &TestApp) -> String {
    client_named(app, "Nordwerk Telematics").await
}

/// As somebody of this role who views as the client; status and body.
async fn viewing(app: &TestApp, role: Role, client: &str, query: &str, variables: Value) -> (u16, Value) {
    let request = app.rest(role, Method::POST, "/graphql").await;
    answer(request.header(VIEW_AS, client).json(&json!({ "query": query, "variables": variables }))).await
}

async fn begin(app: &TestApp, role: Role, client: &str) -> (u16, Value) {
    app.post(role, &format!("/api/v1/clients/{client}/view"), json!({ "reason": "They miss leads" })).await
}

#[tokio::test]
async fn a_client_is_described_and_its_terms_brands_and_lists_are_kept() {
    let app = TestApp::start().await;
    let (status, made) = app.post(Role::Admin, "/api/v1/clients", json!({ "name": "Norhavn" })).await;
    assert_eq!((status, &made["name"]), (201, &json!("Norhavn")), "{made}");
    let base = format!("/api/v1/clients/{}", made["id"].as_str().unwrap());
    let put = async |path: &str, body: Value| {
        answer(app.rest(Role::Admin, Method::PUT, &format!("{base}{path}")).await.json(&body)).await
    };
    let (status, known) =
        put("/details", json!({ "website": "https://www.norhavn.com", "country": "Norway" })).await;
    assert_eq!((status, &known["website"], &known["country"]), (200, &json!("norhavn.com"), &json!("NO")));
    let (status, refused) = put("/details", json!({ "country": "Atlantis" })).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("CLIENT_COUNTRY_UNKNOWN")));
    let terms = json!({ "pacing": { "leads": 100, "per": "month" }, "overDelivery": "hold", "duplicatesWithin": "client", "returnWindowDays": 14 });
    let (status, known) = put("/terms?seen=0", terms.clone()).await;
    assert_eq!((status, &known["termsVersion"]), (200, &json!(1)), "{known}");
    let mut other = terms;
    other["returnWindowDays"] = json!(30);
    let (status, refused) = put("/terms?seen=0", other).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("TERMS_CHANGED")));
    let (status, known) = app.post(Role::Admin, &format!("{base}/brands"), json!({ "name": "Fjord" })).await;
    assert_eq!((status, &known["brands"][0]["name"]), (201, &json!("Fjord")));
    let (status, known) = app.post(Role::Admin, &format!("{base}/lists"), json!({ "name": "Targets" })).await;
    assert_eq!(status, 201, "{known}");
    let file = format!("{base}/lists/{}/file", known["lists"][0]["id"].as_str().unwrap());
    let csv = "Company,Website\nNorhavn,www.norhavn.com\nAgain,norhavn.com\nJunk,no site\n";
    let upload = app.rest(Role::Admin, Method::PUT, &format!("{file}?fileName=t.csv")).await;
    let (status, filled) = answer(upload.header("content-type", "text/csv").body(csv)).await;
    assert_eq!((status, &filled["entries"], &filled["repeated"]), (200, &json!(1), &json!(1)), "{filled}");
    assert_eq!(filled["refused"][0]["line"], json!(4));
    let sent = app.rest(Role::Admin, Method::GET, &file).await.send().await.unwrap().text().await.unwrap();
    assert_eq!(sent, "domain,name\r\nnorhavn.com,Norhavn\r\n");
    let (status, whole) = app.get(Role::Admin, &base).await;
    assert_eq!((status, &whole["record"]["termsVersion"]), (200, &json!(1)), "{whole}");
    let (_, history) = app.get(Role::Admin, &format!("{base}/history")).await;
    assert_eq!(history["items"].as_array().unwrap().len(), 6, "{history}");
    for role in [Role::CampaignManager, Role::DataOps, Role::QaAnalyst, Role::Agent, Role::ClientUser] {
        let (status, _) = app.post(role, &format!("{base}/brands"), json!({ "name": "Mine" })).await;
        assert_eq!(status, 403, "{role}");
    }
}

/// Fills a list over REST. Answers which file it is.
async fn fill(app: &TestApp, file: &str, csv: &'static str) -> String {
    let upload = app.rest(Role::Admin, Method::PUT, &format!("{file}?fileName=t.csv")).await;
    let (status, filled) = answer(upload.header("content-type", "text/csv").body(csv)).await;
    assert_eq!(status, 200, "{filled}");
    filled["fileId"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_file_of_a_list_its_removal_and_the_first_terms_are_taken_back() {
    let app = TestApp::start().await;
    let (_, made) = app.post(Role::Admin, "/api/v1/clients", json!({ "name": "Norhavn" })).await;
    let id = made["id"].as_str().unwrap();
    let base = format!("/api/v1/clients/{id}");
    let delete = async |role: Role, path: String| answer(app.rest(role, Method::DELETE, &path).await).await;
    let (_, known) = app.post(Role::Admin, &format!("{base}/lists"), json!({ "name": "Targets" })).await;
    let list = known["lists"][0]["id"].as_str().unwrap();
    let file = format!("{base}/lists/{list}/file");
    let first = fill(&app, &file, "Company,Website\nOne,one.test\n").await;
    let second = fill(&app, &file, "Company,Website\nOne,one.test\nTwo,two.test\n").await;

    let (status, refused) = delete(Role::Admin, format!("{file}?fileId={first}")).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("CLIENT_LIST_CHANGED")), "{refused}");
    let (status, _) = delete(Role::Admin, format!("{file}?fileId=that")).await;
    assert!((400..500).contains(&status), "{status}");
    let (status, _) = delete(Role::DataOps, format!("{file}?fileId={second}")).await;
    assert_eq!(status, 403);
    let (status, back) = delete(Role::Admin, format!("{file}?fileId={second}")).await;
    assert_eq!((status, &back["lists"][0]["entries"]), (200, &json!(1)), "{back}");
    let sent = app.rest(Role::Admin, Method::GET, &file).await.send().await.unwrap().text().await.unwrap();
    assert_eq!(sent, "domain,name\r\none.test,One\r\n");

    let (status, gone) = delete(Role::Admin, format!("{base}/lists/{list}")).await;
    assert_eq!((status, &gone["lists"]), (200, &json!([])));
    let restore = "mutation($id: UUID!, $list: UUID!) { clientListRestore(id: $id, listId: $list) { position userErrors { code } } }";
    let restored = app.data(restore, json!({ "id": id, "list": list })).await["clientListRestore"].take();
    assert_eq!((&restored["userErrors"], restored["position"].is_i64()), (&json!([]), true), "{restored}");
    let (status, same) = app.post(Role::Admin, &format!("{base}/lists/{list}/restore"), json!({})).await;
    assert_eq!((status, &same["lists"][0]["entries"]), (200, &json!(1)), "{same}");
    let unfill = "mutation($id: UUID!, $list: UUID!, $file: UUID!) { clientListUnfill(id: $id, listId: $list, fileId: $file) { userErrors { code } } }";
    let refused = app.data(unfill, json!({ "id": id, "list": list, "file": first })).await;
    assert_eq!(refused["clientListUnfill"]["userErrors"][0]["code"], "CLIENT_LIST_CHANGED", "{refused}");

    let terms = json!({ "overDelivery": "hold", "duplicatesWithin": "client", "returnWindowDays": 14 });
    let set = app.rest(Role::Admin, Method::PUT, &format!("{base}/terms?seen=0")).await;
    assert_eq!(answer(set.json(&terms)).await.0, 200);
    let withdraw = "mutation($id: UUID!, $seen: Int!) { clientWithdrawTerms(id: $id, seen: $seen) { userErrors { code } } }";
    let late = app.data(withdraw, json!({ "id": id, "seen": 0 })).await;
    assert_eq!(late["clientWithdrawTerms"]["userErrors"][0]["code"], "TERMS_CHANGED", "{late}");
    assert_eq!(delete(Role::Agent, format!("{base}/terms?seen=1")).await.0, 403);
    let (status, without) = delete(Role::Admin, format!("{base}/terms?seen=1")).await;
    assert_eq!((status, &without["terms"], &without["termsVersion"]), (200, &Value::Null, &json!(2)));
}

#[tokio::test]
async fn what_operations_know_is_not_for_the_clients_own_people() {
    let app = TestApp::start().await;
    let id = nordwerk(&app).await;
    let query = "query($id: UUID!) { client(id: $id) { name ownerName } clientRecord(id: $id) { note } clientHistory(id: $id) { title } }";
    let body = app.graphql(Role::ClientUser, query, json!({ "id": id })).await;
    assert_eq!(body["data"]["client"]["name"], "Nordwerk Telematics");
    assert_eq!((&body["data"]["clientRecord"], &body["data"]["clientHistory"]), (&Value::Null, &json!([])));
    let (status, whole) = app.get(Role::ClientUser, &format!("/api/v1/clients/{id}")).await;
    assert_eq!((status, &whole["record"]), (200, &Value::Null));
    let other = client_named(&app, "Harrow Fleet Systems").await;
    let (status, _) = app.get(Role::ClientUser, &format!("/api/v1/clients/{other}")).await;
    assert_eq!(status, 404);
    let body = app
        .graphql(
            Role::ClientUser,
            "query($id: UUID!) { clientUsers(id: $id) { name } clientInvitations(id: $id) { email } }",
            json!({ "id": other }),
        )
        .await;
    assert_eq!(body["data"], json!({ "clientUsers": [], "clientInvitations": [] }));
}

/// The rules: users, clients, settings and API keys are the administrators'.
#[tokio::test]
async fn clients_are_the_administrators_and_of_its_own_people() {
    let app = TestApp::start().await;
    let id = nordwerk(&app).await;
    let query = "query($id: UUID!) { client(id: $id) { name } }";
    for role in [Role::CampaignManager, Role::DataOps, Role::QaAnalyst, Role::Agent] {
        for path in ["/api/v1/clients".to_owned(), format!("/api/v1/clients/{id}")] {
            let (status, refused) = app.get(role, &path).await;
            assert_eq!((status, &refused["code"]), (403, &json!("FORBIDDEN")), "{role}: {path}");
        }
        let body = app.graphql(role, query, json!({ "id": id })).await;
        assert_eq!(code(&body), Some("FORBIDDEN"), "{role}");
    }
    for role in [Role::Admin, Role::ClientUser] {
        assert_eq!(app.get(role, &format!("/api/v1/clients/{id}")).await.0, 200, "{role}");
    }
}

#[tokio::test]
async fn an_archived_client_shuts_its_users_out_until_it_is_restored() {
    let app = TestApp::start().await;
    let id = nordwerk(&app).await;
    let token = app.token_of(OURS).await;
    let path = |act: &str| format!("/api/v1/clients/{id}/{act}");
    let (status, _) = app.post(Role::Admin, &path("archive"), json!({ "reason": "Contract ended" })).await;
    assert_eq!(status, 200);
    let body = app.graphql_as(Some(&token), "{ me { name } }", json!({})).await;
    assert_eq!(code(&body), Some("UNAUTHENTICATED"));
    assert_eq!(app.login(OURS, "pivotal-dev").await.status().as_u16(), 403);
    let (status, _) = app.post(Role::Admin, &path("restore"), json!({})).await;
    assert_eq!(status, 200);
    assert_eq!(app.login(OURS, "pivotal-dev").await.status().as_u16(), 200);
    let body = app.graphql_as(Some(&token), "{ me { name } }", json!({})).await;
    assert_eq!(code(&body), Some("UNAUTHENTICATED"), "the old session stays ended");
}

#[tokio::test]
async fn colleagues_invite_to_their_own_organisation_and_to_nothing_else() {
    let app = TestApp::start().await;
    let invite = "mutation($email: String!) { colleagueInvite(email: $email) { invitation { id email role invitedBy client { name } } userErrors { code } } }";
    let body = app.graphql(Role::ClientUser, invite, json!({ "email": "ada@nordwerk.test" })).await;
    let sent = &body["data"]["colleagueInvite"]["invitation"];
    assert_eq!(
        (&sent["role"], &sent["client"]["name"]),
        (&json!("CLIENT_USER"), &json!("Nordwerk Telematics"))
    );
    let (status, listed) = app.get(Role::ClientUser, "/api/v1/colleagues/invitations").await;
    assert_eq!((status, &listed["items"][0]["email"]), (200, &json!("ada@nordwerk.test")));
    let general = "mutation { invitationSend(input: { email: \"x@nordwerk.test\", role: ADMIN }) { userErrors { code } } }";
    let body = app.graphql(Role::ClientUser, general, json!({})).await;
    assert_eq!(code(&body), Some("FORBIDDEN"));
    // One of ours, which is none of theirs.
    let ours = app
        .data(
            "mutation { invitationSend(input: { email: \"agent@example.com\", role: AGENT }) { invitation { id } } }",
            json!({}),
        )
        .await;
    let id = ours["invitationSend"]["invitation"]["id"].as_str().unwrap();
    for act in ["resend", "revoke"] {
        let path = format!("/api/v1/colleagues/invitations/{id}/{act}");
        assert_eq!(app.post(Role::ClientUser, &path, json!({})).await.0, 404, "{act}");
    }
    let (status, refused) =
        app.post(Role::Admin, "/api/v1/colleagues/invitations", json!({ "email": "b@example.com" })).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("COLLEAGUES_OF_NOBODY")));
    assert_eq!(app.get(Role::Agent, "/api/v1/colleagues/invitations").await.0, 403);
}

#[tokio::test]
async fn who_views_as_a_client_sees_what_its_people_see_and_no_write_gets_through() {
    let app = TestApp::start().await;
    let (id, other) = (nordwerk(&app).await, client_named(&app, "Harrow Fleet Systems").await);
    let (status, refused) = viewing(&app, Role::Admin, &id, "{ me { name } }", json!({})).await;
    assert_eq!((status, &refused["code"]), (403, &json!("VIEW_OVER")), "not before it is begun");
    for role in [Role::CampaignManager, Role::DataOps, Role::QaAnalyst, Role::Agent, Role::ClientUser] {
        assert_eq!(begin(&app, role, &id).await.0, 403, "{role}");
    }
    let (status, refused) =
        app.post(Role::Admin, &format!("/api/v1/clients/{id}/view"), json!({ "reason": " " })).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("VIEW_REASON_MISSING")));
    assert_eq!(begin(&app, Role::Admin, &id).await.0, 200);

    let seen = "{ me { role viewingUntil client { name } } users { edges { node { name } } } clients { edges { node { name } } } }";
    let (_, body) = viewing(&app, Role::Admin, &id, seen, json!({})).await;
    let data = &body["data"];
    assert_eq!(
        (&data["me"]["role"], &data["me"]["client"]["name"]),
        (&json!("CLIENT_USER"), &json!("Nordwerk Telematics"))
    );
    assert!(data["me"]["viewingUntil"].is_string());
    assert_eq!(data["users"]["edges"], json!([{ "node": { "name": "Mateo Villar" } }]));
    assert_eq!(data["clients"]["edges"], json!([{ "node": { "name": "Nordwerk Telematics" } }]));
    let (_, body) = viewing(&app, Role::Admin, &id, "{ contacts(first: 1) { totalCount } }", json!({})).await;
    assert_eq!(code(&body), Some("FORBIDDEN"), "what is ours is out of sight");
    let own = "query($id: UUID!) { client(id: $id) { name } }";
    let (_, body) = viewing(&app, Role::Admin, &id, own, json!({ "id": other })).await;
    assert_eq!(body["data"]["client"], Value::Null);

    for write in [
        "mutation { colleagueInvite(email: \"x@nordwerk.test\") { position } }",
        "mutation { preferencesSave(input: { preferences: {} }) { position } }",
        "mutation M { other: colleagueInvite(email: \"x@nordwerk.test\") { position } }",
    ] {
        let (_, body) = viewing(&app, Role::Admin, &id, write, json!({})).await;
        assert_eq!(code(&body), Some("VIEWING_ONLY"), "{write}");
    }
    for (method, path) in [
        (Method::POST, "/api/v1/colleagues/invitations".to_owned()),
        (Method::POST, "/api/v1/suppressions".to_owned()),
        (Method::PUT, format!("/api/v1/clients/{id}/details")),
        (Method::DELETE, format!("/api/v1/clients/{id}/view")),
    ] {
        let request = app.rest(Role::Admin, method, &path).await.header(VIEW_AS, &id);
        let (status, body) = answer(request.json(&json!({}))).await;
        assert_eq!((status, &body["code"]), (403, &json!("VIEWING_ONLY")), "{path}");
    }
    let request = app.rest(Role::Admin, Method::GET, "/api/v1/clients").await.header(VIEW_AS, &id);
    let (status, listed) = answer(request).await;
    assert_eq!((status, listed["items"].as_array().unwrap().len()), (200, 1));

    // Nobody else's view, no other client's, and none that is no id.
    let (status, _) = viewing(&app, Role::CampaignManager, &id, "{ me { name } }", json!({})).await;
    assert_eq!(status, 403);
    let (status, _) = viewing(&app, Role::Admin, &other, "{ me { name } }", json!({})).await;
    assert_eq!(status, 403);
    let (status, refused) = viewing(&app, Role::Admin, "nobody", "{ me { name } }", json!({})).await;
    assert_eq!((status, &refused["code"]), (400, &json!("BAD_HEADER")));

    let left = app.rest(Role::Admin, Method::DELETE, &format!("/api/v1/clients/{id}/view")).await;
    assert_eq!(answer(left).await.0, 200);
    let (_, body) = viewing(&app, Role::Admin, &id, "{ me { name } }", json!({})).await;
    assert_eq!(body["code"], "VIEW_OVER");
    let (_, history) = app.get(Role::Admin, &format!("/api/v1/clients/{id}/history")).await;
    assert_eq!(history["items"][1]["event"], "ClientViewed", "{history}");
    assert_eq!(history["items"][1]["text"], "They miss leads");
}
