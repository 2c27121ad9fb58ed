//! What everybody does for themselves: sessions, name, password, and a new password by mail.

use pivotal_commands::identity::development::PASSWORD;
use pivotal_domain::identity::role::Role;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{TestApp, answer, until};

const SESSIONS: &str = "{ mySessions { id current ip userAgent } }";

async fn signed_in(app: &TestApp, email: &str, password: &str) -> String {
    let session: Value = app.login(email, password).await.json().await.unwrap();
    session["accessToken"].as_str().unwrap().to_owned()
}

async fn is_in(app: &TestApp, token: &str) -> bool {
    answer(app.request(Method::GET, "/api/v1/auth/me").bearer_auth(token)).await.0 == 200
}

#[tokio::test]
async fn sessions_are_seen_and_ended_at_both_doors() {
    let app = TestApp::start().await;
    let mut tokens = Vec::new();
    for _ in 0..3 {
        tokens.push(signed_in(&app, "sanne@example.com", PASSWORD).await);
    }
    let [here, there, elsewhere] = tokens.as_slice() else { unreachable!() };
    let shown = app.graphql_as(Some(here), SESSIONS, json!({})).await;
    let sessions = shown["data"]["mySessions"].as_array().unwrap();
    assert_eq!(sessions.len(), 3);
    assert_eq!(sessions.iter().filter(|session| session["current"] == true).count(), 1);
    let (status, listed) = answer(app.request(Method::GET, "/api/v1/auth/sessions").bearer_auth(there)).await;
    let current = listed.as_array().unwrap().iter().find(|session| session["current"] == true).unwrap();
    assert_eq!(status, 200);
    let path = format!("/api/v1/auth/sessions/{}", current["id"].as_str().unwrap());
    let (status, _) = answer(app.request(Method::DELETE, &path).bearer_auth(here)).await;
    assert_eq!(status, 204);
    assert!(is_in(&app, here).await && !is_in(&app, there).await && is_in(&app, elsewhere).await);
    let end = "mutation { sessionsEndOthers { ended userErrors { code } } }";
    let ended = app.graphql_as(Some(here), end, json!({})).await;
    assert_eq!(ended["data"]["sessionsEndOthers"]["ended"], 1);
    assert!(is_in(&app, here).await && !is_in(&app, elsewhere).await);
    // Somebody else's session is not there for them.
    let (status, _) = answer(app.rest(Role::QaAnalyst, Method::DELETE, &path).await.json(&json!({}))).await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn an_administrator_signs_somebody_out_everywhere() {
    let app = TestApp::start().await;
    let token = signed_in(&app, "sanne@example.com", PASSWORD).await;
    let me = app.graphql_as(Some(&token), "{ me { id } }", json!({})).await;
    let user = json!({ "user": me["data"]["me"]["id"] });
    let list = "query($user: UUID!) { userSessions(userId: $user) { id current } }";
    let seen = app.data(list, user.clone()).await;
    assert_eq!(seen["userSessions"].as_array().unwrap().len(), 1);
    let end = "mutation($user: UUID!) { userSessionsEnd(input: { userId: $user }) { ended } }";
    assert_eq!(app.data(end, user).await["userSessionsEnd"]["ended"], 1);
    assert!(!is_in(&app, &token).await);
}

#[tokio::test]
async fn a_name_and_a_password_are_changed_by_their_owner() {
    let app = TestApp::start().await;
    let here = signed_in(&app, "sanne@example.com", PASSWORD).await;
    let there = signed_in(&app, "sanne@example.com", PASSWORD).await;
    let rename =
        "mutation { profileChange(input: { name: \"Sanne de Boer\" }) { me { name } userErrors { code } } }";
    let renamed = app.graphql_as(Some(&here), rename, json!({})).await;
    assert_eq!(renamed["data"]["profileChange"]["me"]["name"], "Sanne de Boer");
    let change =
        "mutation($i: PasswordChangeInput!) { passwordChange(input: $i) { userErrors { code field } } }";
    let wrong = json!({ "i": { "current": "not this one", "new": "another fine staple" } });
    let refused = app.graphql_as(Some(&here), change, wrong).await;
    assert_eq!(refused["data"]["passwordChange"]["userErrors"][0]["code"], "PASSWORD_WRONG");
    let body = json!({ "current": PASSWORD, "new": "another fine staple" });
    let changed = app.request(Method::POST, "/api/v1/auth/password").bearer_auth(&here).json(&body);
    assert_eq!(answer(changed).await.0, 204);
    assert!(is_in(&app, &here).await && !is_in(&app, &there).await);
    assert_eq!(app.login("sanne@example.com", PASSWORD).await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(app.login("sanne@example.com", "another fine staple").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_by_the_link_of_a_mail() {
    let app = TestApp::start().await;
    let forgotten = async |email: &str| {
        let asked = app.request(Method::POST, "/api/v1/auth/password/forgotten");
        answer(asked.json(&json!({ "email": email }))).await
    };
    let (known, unknown) = (forgotten("sanne@example.com").await, forgotten("nobody@example.com").await);
    assert_eq!((known.0, &known), (202, &unknown));
    let mails = "{ mailbox { mails { toAddress text } } }";
    let data = until(&app, mails, json!({}), |data| data["mailbox"]["mails"][0] != Value::Null).await;
    let mail = &data["mailbox"]["mails"][0];
    assert_eq!(mail["toAddress"], "sanne@example.com");
    let text = mail["text"].as_str().unwrap();
    let token = text.split("/new-password#").nth(1).unwrap().split_whitespace().next().unwrap();
    let renew = async |password: &str| {
        let body = json!({ "token": token, "password": password });
        answer(app.request(Method::POST, "/api/v1/auth/password/new").json(&body)).await
    };
    assert_eq!(renew("another fine staple").await.0, 204);
    let (status, again) = renew("yet another staple").await;
    assert_eq!((status, &again["errors"][0]["code"]), (422, &json!("RESET_LINK_INVALID")));
    assert_eq!(app.login("sanne@example.com", "another fine staple").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn teams_are_made_renamed_and_joined() {
    let app = TestApp::start().await;
    let create = "mutation($n: String!) { teamCreate(input: { name: $n }) { team { id name } position userErrors { code } } }";
    let made = app.data(create, json!({ "n": "South" })).await["teamCreate"].clone();
    assert_eq!(made["team"]["name"], "South");
    let again = app.data(create, json!({ "n": "south" })).await;
    assert_ne!(again["teamCreate"]["userErrors"], json!([]));
    let path = format!("/api/v1/teams/{}", made["team"]["id"].as_str().unwrap());
    let rename = app.rest(Role::Admin, Method::PATCH, &path).await.json(&json!({ "name": "Deep South" }));
    assert_eq!(answer(rename).await.0, 200);
    let renamed = until(&app, "{ teams { id name } }", json!({}), |data| {
        data["teams"].as_array().unwrap().iter().any(|team| team["name"] == "Deep South")
    });
    assert_eq!(renamed.await["teams"].as_array().unwrap().len(), 2, "beside the one of development");
    let users = app.data("{ users { edges { node { id email } } } }", json!({})).await;
    let all = users["users"]["edges"].as_array().unwrap();
    let sanne = all.iter().find(|edge| edge["node"]["email"] == "sanne@example.com").unwrap();
    let join = "mutation($i: UserUpdateInput!) { userUpdate(input: $i) { user { teams { name } } userErrors { code } } }";
    let input = json!({ "i": { "id": sanne["node"]["id"], "teamIds": [made["team"]["id"]] } });
    let joined = app.data(join, input).await;
    assert_eq!(joined["userUpdate"]["user"]["teams"], json!([{ "name": "Deep South" }]));
    // Teams are the house's: somebody of a client is in none, and sees none.
    let theirs = app.graphql(Role::ClientUser, "{ teams { id name } }", json!({})).await;
    assert_eq!(theirs["data"]["teams"], json!([]));
    let (status, theirs) = app.get(Role::ClientUser, "/api/v1/teams").await;
    assert_eq!((status, &theirs["items"]), (200, &json!([])), "{theirs}");
}

#[tokio::test]
async fn a_team_shows_who_is_in_it_and_is_archived_and_restored() {
    let app = TestApp::start().await;
    let (status, made) = app.post(Role::Admin, "/api/v1/teams", json!({ "name": "East" })).await;
    assert_eq!((status, &made["archived"]), (201, &json!(false)), "{made}");
    let id = made["id"].as_str().unwrap();
    let path = format!("/api/v1/teams/{id}");
    let users = app.data("{ users { edges { node { id email } } } }", json!({})).await;
    let all = users["users"]["edges"].as_array().unwrap();
    let sanne = all.iter().find(|edge| edge["node"]["email"] == "sanne@example.com").unwrap();
    let sanne = sanne["node"]["id"].as_str().unwrap();
    let member = format!("{path}/members/{sanne}");
    let (status, joined) = answer(app.rest(Role::Admin, Method::PUT, &member).await).await;
    assert_eq!(status, 200, "{joined}");
    assert!(joined["teamIds"].as_array().unwrap().contains(&json!(id)));
    let read = "query($id: UUID!) { team(id: $id) { archived memberCount } teamMembers(id: $id) { id name } teamHistory(id: $id) { title actorName } }";
    let shown = until(&app, read, json!({ "id": id }), |data| data["team"]["memberCount"] == 1).await;
    assert_eq!(shown["teamMembers"][0]["id"], sanne);
    assert_eq!(shown["teamHistory"].as_array().unwrap().len(), 2, "made, and joined: {shown}");

    let archive = "mutation($id: UUID!) { teamArchive(id: $id) { position userErrors { code } } }";
    assert_eq!(app.data(archive, json!({ "id": id })).await["teamArchive"]["userErrors"], json!([]));
    let add = "mutation($i: TeamMemberInput!) { teamMemberAdd(input: $i) { userErrors { code } } }";
    let input = json!({ "i": { "teamId": id, "userId": sanne } });
    let refused = app.data(add, input.clone()).await;
    assert_eq!(refused["teamMemberAdd"]["userErrors"][0]["code"], "TEAM_ARCHIVED");
    let remove = "mutation($i: TeamMemberInput!) { teamMemberRemove(input: $i) { userErrors { code } } }";
    assert_eq!(app.data(remove, input).await["teamMemberRemove"]["userErrors"], json!([]));
    let (status, restored) = app.post(Role::Admin, &format!("{path}/restore"), json!({})).await;
    assert_eq!((status, &restored["archived"]), (200, &json!(false)), "{restored}");
    let (status, left) = answer(app.rest(Role::Admin, Method::DELETE, &member).await).await;
    assert_eq!(status, 200, "a repeat is fine: {left}");
    let (status, acts) = app.get(Role::Admin, &format!("{path}/history")).await;
    assert_eq!((status, acts["items"].as_array().unwrap().is_empty()), (200, false));

    for role in Role::ALL.into_iter().filter(|role| *role != Role::Admin) {
        let (status, _) = app.post(role, &format!("{path}/archive"), json!({})).await;
        assert_eq!(status, 403, "{role}");
        assert_eq!(app.get(role, &format!("{path}/members")).await.0, 403, "{role}");
        assert_eq!(app.get(role, &path).await.0, 403, "{role}");
    }
    let nowhere = answer(app.rest(Role::Admin, Method::PUT, &format!("{path}/members/nobody")).await).await;
    assert_eq!(nowhere.0, 404);
    assert_eq!(app.get(Role::Admin, "/api/v1/teams/north").await.0, 404);
    let unknown = format!("/api/v1/teams/{}/archive", uuid::Uuid::from_u128(7));
    assert_eq!(app.post(Role::Admin, &unknown, json!({})).await.0, 404);
}

#[tokio::test]
async fn users_are_listed_made_changed_and_shut_out_over_rest() {
    let app = TestApp::start().await;
    let new = json!({ "name": "Ada", "email": "ada@example.com", "role": "AGENT", "password": "correct horse battery" });
    let (status, made) = app.post(Role::Admin, "/api/v1/users", new.clone()).await;
    assert_eq!((status, &made["role"], &made["active"]), (201, &json!("AGENT"), &json!(true)), "{made}");
    assert!(!made.to_string().contains("battery"));
    let path = format!("/api/v1/users/{}", made["id"].as_str().unwrap());
    let (status, again) = app.post(Role::Admin, "/api/v1/users", new).await;
    assert_eq!((status, &again["errors"][0]["code"]), (422, &json!("USER_EMAIL_TAKEN")));
    let change = app.rest(Role::Admin, Method::PATCH, &path).await;
    let (status, changed) = answer(change.json(&json!({ "name": "Ada L", "role": "DATA_OPS" }))).await;
    assert_eq!((status, &changed["name"], &changed["role"]), (200, &json!("Ada L"), &json!("DATA_OPS")));
    let change = app.rest(Role::Admin, Method::PATCH, &path).await;
    assert_eq!(answer(change.json(&json!({ "role": "OWNER" }))).await.0, 400);
    let ada = signed_in(&app, "ada@example.com", "correct horse battery").await;
    let (status, out) = app.post(Role::Admin, &format!("{path}/sign-out"), json!({})).await;
    assert_eq!((status, out, is_in(&app, &ada).await), (200, json!({ "ended": 1 }), false));
    let (status, off) = app.post(Role::Admin, &format!("{path}/disable"), json!({ "reason": "left" })).await;
    assert_eq!((status, &off["active"]), (200, &json!(false)));
    assert_eq!(app.login("ada@example.com", "correct horse battery").await.status(), StatusCode::FORBIDDEN);
    let (status, on) = app.post(Role::Admin, &format!("{path}/enable"), json!({})).await;
    assert_eq!((status, &on["active"]), (200, &json!(true)));
    let (status, step) = app.post(Role::Admin, &format!("{path}/reset-second-factor"), json!({})).await;
    assert_eq!((status, &step["secondFactor"]), (200, &json!(false)));

    let (status, first) = app.get(Role::Admin, "/api/v1/users?first=3").await;
    assert_eq!((status, first["items"].as_array().map(Vec::len)), (200, Some(3)), "{first}");
    let after = first["nextCursor"].as_str().unwrap();
    let (_, rest) = app.get(Role::Admin, &format!("/api/v1/users?first=200&after={after}")).await;
    assert_eq!(
        (rest["items"].as_array().map(Vec::len), &rest["nextCursor"]),
        (Some(5), &Value::Null),
        "{rest}"
    );
    assert_eq!(app.get(Role::Admin, "/api/v1/users?after=nonsense").await.0, 400);
    // Somebody of a client sees colleagues only, and nobody else by their id.
    let (_, theirs) = app.get(Role::ClientUser, "/api/v1/users").await;
    assert_eq!(theirs["items"].as_array().map(Vec::len), Some(1), "{theirs}");
    assert_eq!(app.get(Role::ClientUser, &path).await.0, 404);
    assert_eq!(app.get(Role::Admin, &path).await.1["name"], "Ada L");
    for role in [Role::Agent, Role::QaAnalyst, Role::DataOps, Role::CampaignManager, Role::ClientUser] {
        assert_eq!(app.post(role, &format!("{path}/disable"), json!({})).await.0, 403, "{role}");
    }
}

#[tokio::test]
async fn an_address_is_changed_by_its_owner_and_corrected_by_an_administrator() {
    let app = TestApp::start().await;
    let token = signed_in(&app, "sanne@example.com", PASSWORD).await;
    let ask =
        "mutation($i: EmailChangeAskInput!) { emailChangeAsk(input: $i) { userErrors { code field } } }";
    let asked = async |email: &str, password: &str| -> Value {
        let input = json!({ "i": { "email": email, "password": password } });
        app.graphql_as(Some(&token), ask, input).await["data"]["emailChangeAsk"]["userErrors"].take()
    };
    assert_eq!(asked("sanne@example.org", "not this one").await[0]["code"], "PASSWORD_WRONG");
    assert_eq!(asked("nonsense", PASSWORD).await[0]["code"], "EMAIL_SYNTAX");
    // One that is another's is answered as any.
    assert_eq!(asked("maren@example.com", PASSWORD).await, json!([]));
    let body = json!({ "email": "sanne@example.org", "password": PASSWORD });
    let rest = app.request(Method::POST, "/api/v1/auth/email").bearer_auth(&token).json(&body);
    assert_eq!(answer(rest).await.0, 202);
    let mails = "{ mailbox { mails { toAddress text } } }";
    let link = async |to: &str, page: &str| -> String {
        let find = |data: &Value| -> Option<String> {
            let all = data["mailbox"]["mails"].as_array()?.iter();
            let mut theirs = all.filter(|mail| mail["toAddress"] == to);
            let text = theirs.find_map(|mail| mail["text"].as_str()?.split(page).nth(1))?;
            Some(text.split_whitespace().next()?.to_owned())
        };
        find(&until(&app, mails, json!({}), |data| find(data).is_some()).await).unwrap()
    };
    let follow = async |act: &str, token: &str| {
        let asked = app.request(Method::POST, &format!("/api/v1/auth/email/{act}"));
        answer(asked.json(&json!({ "token": token }))).await
    };
    let confirm = link("sanne@example.org", "/confirm-email#").await;
    assert_eq!(follow("keep", &confirm).await.0, 422, "for the other it is nothing");
    assert_eq!(follow("confirm", &confirm).await.0, 204);
    let (status, again) = follow("confirm", &confirm).await;
    assert_eq!((status, &again["errors"][0]["code"]), (422, &json!("EMAIL_LINK_INVALID")));
    assert_eq!(app.login("sanne@example.org", PASSWORD).await.status(), StatusCode::OK);
    let keep = link("sanne@example.com", "/keep-email#").await;
    assert_eq!(follow("keep", &keep).await.0, 204);
    assert!(!is_in(&app, &token).await);
    assert_eq!(app.login("sanne@example.com", PASSWORD).await.status(), StatusCode::OK);

    let users = app.data("{ users { edges { node { id email } } } }", json!({})).await;
    let all = users["users"]["edges"].as_array().unwrap();
    let idris = all.iter().find(|edge| edge["node"]["email"] == "idris@example.com").unwrap();
    let path = format!("/api/v1/users/{}/email", idris["node"]["id"].as_str().unwrap());
    let put = async |role: Role, email: &str| {
        answer(app.rest(role, Method::PUT, &path).await.json(&json!({ "email": email }))).await
    };
    assert_eq!(put(Role::DataOps, "idris@example.org").await.0, 403);
    let (status, taken) = put(Role::Admin, "maren@example.com").await;
    assert_eq!((status, &taken["errors"][0]["code"]), (422, &json!("USER_EMAIL_TAKEN")));
    let (status, done) = put(Role::Admin, "idris@example.org").await;
    assert_eq!((status, &done["email"]), (200, &json!("idris@example.org")));
    let correct = "mutation($i: UserEmailCorrectInput!) { userEmailCorrect(input: $i) { user { email } userErrors { code } } }";
    let input = json!({ "i": { "id": idris["node"]["id"], "email": "idris@example.net" } });
    assert_eq!(app.data(correct, input).await["userEmailCorrect"]["user"]["email"], "idris@example.net");
}
