//! Suppressions over GraphQL and REST: added, refused by line, shown, asked of the guard with proof, released; for every role.

use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};

use crate::support::{TestApp, answer, caught_up, code, until};

const ADD: &str = "mutation($input: SuppressionsAddInput!) { suppressionsAdd(input: $input) { ids added already refused { line code message } position userErrors { code field } } }";
const RELEASE: &str = "mutation($id: UUID!, $reason: String!) { suppressionRelease(id: $id, reason: $reason) { position userErrors { code field message } } }";
const LIST: &str = "query($filter: SuppressionFilter) { suppressions(filter: $filter) { totalCount edges { node { id kind value label reach reason standing addedBy releaseReason } } } }";
const CHECK: &str = "query($value: String!) { suppressionCheck(value: $value) { kind value suppressed because { suppressionId kind reason events { title actorName source text } } } }";

fn input(values: &[&str], reason: &str) -> Value {
    let entries: Vec<Value> = values.iter().map(|value| json!({ "value": value })).collect();
    json!({ "input": { "entries": entries, "reason": reason, "note": "in a call on Monday" } })
}

async fn add(app: &TestApp, values: &[&str]) -> Value {
    let done = app.data(ADD, input(values, "MANUAL")).await["suppressionsAdd"].take();
    assert_eq!(done["userErrors"], json!([]), "{done}");
    seen(app, &done["position"]).await;
    done
}

/// Waits until the lists show it.
async fn seen(app: &TestApp, position: &Value) {
    if let Some(position) = position.as_i64() {
        caught_up(app, position).await;
    }
}

#[tokio::test]
async fn what_is_pasted_is_told_apart_shown_and_proved() {
    let app = TestApp::start().await;
    let done = add(&app, &["Ada@Example.com", "+1 202 555 0100", "blocked.example", "nobody"]).await;
    assert_eq!((&done["added"], &done["already"]), (&json!(3), &json!(0)));
    assert_eq!(done["refused"][0]["line"], 4);
    assert_eq!(done["refused"][0]["code"], "SUPPRESSION_SHAPELESS");
    let list = app.data(LIST, json!({})).await["suppressions"].take();
    assert_eq!(list["totalCount"], 3, "{list}");
    let one =
        app.data(LIST, json!({ "filter": { "value": " ADA@example.com" } })).await["suppressions"].take();
    let node = &one["edges"][0]["node"];
    assert_eq!((one["totalCount"].as_i64(), node["kind"].as_str()), (Some(1), Some("EMAIL")), "{one}");
    assert_eq!((&node["label"], &node["standing"]), (&json!("ada@example.com"), &json!("ACTIVE")));
    let kinds = app
        .data(LIST, json!({ "filter": { "kind": "PHONE", "standing": "ACTIVE", "reach": "GLOBAL" } }))
        .await;
    assert_eq!(kinds["suppressions"]["totalCount"], 1, "{kinds}");

    let check =
        app.data(CHECK, json!({ "value": "someone@mail.blocked.example" })).await["suppressionCheck"].take();
    assert_eq!(
        (&check["suppressed"], &check["because"][0]["kind"]),
        (&json!(true), &json!("DOMAIN")),
        "{check}"
    );
    let proof = &check["because"][0]["events"][0];
    assert_eq!(proof["text"], "in a call on Monday", "{check}");
    let free = app.data(CHECK, json!({ "value": "bo@example.com" })).await["suppressionCheck"].take();
    assert_eq!((&free["suppressed"], &free["because"]), (&json!(false), &json!([])));

    let (status, listed) = app.get(Role::Admin, "/api/v1/suppressions?kind=email&standing=active").await;
    assert_eq!((status, &listed["items"][0]["value"]), (200, &json!("ada@example.com")), "{listed}");
    let (_, checked) = app.get(Role::Admin, "/api/v1/suppressions/check?value=ada@example.com").await;
    assert_eq!(checked["because"][0]["reason"], "manual", "{checked}");
}

#[tokio::test]
async fn a_release_needs_a_reason_and_is_on_record() {
    let app = TestApp::start().await;
    let id = add(&app, &["ada@example.com"]).await["ids"][0].clone();
    let refused = app.data(RELEASE, json!({ "id": id, "reason": " " })).await["suppressionRelease"].take();
    assert_eq!(refused["userErrors"][0]["code"], "RELEASE_REASON_MISSING", "{refused}");
    let path = format!("/api/v1/suppressions/{}", id.as_str().unwrap());
    let (status, _) = app.post(Role::Admin, &format!("{path}/release"), json!({ "reason": "" })).await;
    assert_eq!(status, 422);
    let done = app.data(RELEASE, json!({ "id": id, "reason": "they subscribed again" })).await;
    assert_eq!(done["suppressionRelease"]["userErrors"], json!([]), "{done}");
    seen(&app, &done["suppressionRelease"]["position"]).await;
    let check = app.data(CHECK, json!({ "value": "ada@example.com" })).await;
    assert_eq!(check["suppressionCheck"]["suppressed"], false);
    let released = app.data(LIST, json!({ "filter": { "standing": "RELEASED" } })).await;
    assert_eq!(released["suppressions"]["edges"][0]["node"]["releaseReason"], "they subscribed again");
    let (_, acts) = app.get(Role::Admin, &format!("{path}/events")).await;
    let said: Vec<&str> =
        acts.as_array().unwrap().iter().map(|act| act["eventType"].as_str().unwrap()).collect();
    assert_eq!(said, ["SuppressionAdded", "SuppressionReleased"]);
    // Added again after a release: the same suppression holds again.
    assert_eq!(add(&app, &["ada@example.com"]).await["ids"][0], id);
    let (_, one) = app.get(Role::Admin, &path).await;
    assert_eq!((&one["standing"], &one["releaseReason"]), (&json!("active"), &Value::Null), "{one}");
}

#[tokio::test]
async fn each_role_sees_adds_and_releases_what_the_table_says() {
    let app = TestApp::start().await;
    let ours = add(&app, &["held@example.com"]).await["ids"][0].clone();
    for (role, sees, adds, releases) in [
        (Role::Admin, true, true, true),
        (Role::DataOps, true, true, true),
        (Role::CampaignManager, true, true, false),
        (Role::QaAnalyst, true, true, false),
        (Role::Agent, false, false, false),
    ] {
        let list = app.graphql(role, LIST, json!({})).await;
        assert_eq!(code(&list) != Some("FORBIDDEN"), sees, "{role}: {list}");
        let added = app.graphql(role, ADD, input(&["x@example.com"], "MANUAL")).await;
        assert_eq!(code(&added) != Some("FORBIDDEN"), adds, "{role}: {added}");
        let released = app.graphql(role, RELEASE, json!({ "id": ours, "reason": "r" })).await;
        assert_eq!(code(&released) != Some("FORBIDDEN"), releases, "{role}: {released}");
    }
    // An agent takes down that somebody asked not to be called, at both doors, and nothing else.
    let dnc = app.graphql(Role::Agent, ADD, input(&["+12025550100"], "DNC_REQUEST")).await;
    assert_eq!(dnc["data"]["suppressionsAdd"]["added"], 1, "{dnc}");
    let body = json!({ "entries": [{ "value": "+12025550101" }], "reason": "dnc_request" });
    assert_eq!(app.post(Role::Agent, "/api/v1/suppressions", body).await.0, 200);
    let body = json!({ "entries": [{ "value": "ada@example.com" }], "reason": "dnc_request" });
    assert_eq!(app.post(Role::Agent, "/api/v1/suppressions", body).await.0, 403);
}

#[tokio::test]
async fn one_address_or_number_is_suppressed_by_its_own_route() {
    let app = TestApp::start().await;
    let path = "/api/v1/suppressions/email";
    let body = json!({ "value": " Ada@Example.com", "reason": "unsubscribed", "note": "by letter" });
    let (status, done) = app.post(Role::Admin, path, body.clone()).await;
    assert_eq!((status, &done["added"]), (200, &json!(true)), "{done}");
    let (_, again) = app.post(Role::Admin, path, body).await;
    assert_eq!((&again["id"], &again["added"]), (&done["id"], &json!(false)), "{again}");
    let (_, check) = app.get(Role::Admin, "/api/v1/suppressions/check?value=ada@example.com").await;
    assert_eq!(check["because"][0]["suppressionId"], done["id"], "{check}");
    // A number is no address, and nothing names what was meant.
    for (value, code) in [("+12025550100", "SUPPRESSION_EMAIL_INVALID"), (" ", "SUPPRESSION_EMPTY")] {
        let (status, refused) = app.post(Role::Admin, path, json!({ "value": value })).await;
        let error = &refused["errors"][0];
        assert_eq!(
            (status, &error["code"], &error["field"]),
            (422, &json!(code), &json!("value")),
            "{refused}"
        );
    }

    let path = "/api/v1/suppressions/phone";
    let body = json!({ "value": "(202) 555-0100", "country": "US", "reason": "dnc_request" });
    let (status, done) = app.post(Role::Agent, path, body).await;
    assert_eq!((status, &done["added"]), (200, &json!(true)), "{done}");
    let (_, check) = app.get(Role::Admin, "/api/v1/suppressions/check?value=%2B12025550100").await;
    assert_eq!(check["suppressed"], true, "{check}");
    let (status, _) = app.post(Role::Agent, path, json!({ "value": "+12025550101" })).await;
    assert_eq!(status, 403, "an agent takes down a request and nothing else");
    let (status, theirs) = app.post(Role::ClientUser, path, json!({ "value": "+12025550102" })).await;
    assert_eq!(status, 200, "{theirs}");
    let (_, check) = app.get(Role::Admin, "/api/v1/suppressions/check?value=%2B12025550102").await;
    assert_eq!(check["suppressed"], false, "only in the work for the client");
}

#[tokio::test]
async fn a_client_user_keeps_an_own_list_and_sees_no_other() {
    let app = TestApp::start().await;
    let ours = add(&app, &["ours@example.com"]).await["ids"][0].clone();
    let theirs = app.graphql(Role::ClientUser, ADD, input(&["theirs@example.com"], "MANUAL")).await;
    seen(&app, &theirs["data"]["suppressionsAdd"]["position"]).await;
    let theirs = theirs["data"]["suppressionsAdd"]["ids"][0].clone();
    let list = app.graphql(Role::ClientUser, LIST, json!({})).await["data"]["suppressions"].take();
    assert_eq!(list["totalCount"], 1, "{list}");
    assert_eq!(
        (&list["edges"][0]["node"]["id"], &list["edges"][0]["node"]["reach"]),
        (&theirs, &json!("CLIENT"))
    );
    for path in ["", "/events"] {
        let path = format!("/api/v1/suppressions/{}{path}", ours.as_str().unwrap());
        assert_eq!(app.get(Role::ClientUser, &path).await.0, 404, "{path}");
    }
    let events = "query($id: UUID!) { suppression(id: $id) { id } suppressionEvents(id: $id) { title } suppressionsOf(entity: CONTACT, id: $id) { id } }";
    let hidden = app.graphql(Role::ClientUser, events, json!({ "id": ours })).await;
    assert_eq!(hidden["data"], json!({ "suppression": null, "suppressionEvents": [], "suppressionsOf": [] }));
    let check = app.graphql(Role::ClientUser, CHECK, json!({ "value": "ours@example.com" })).await;
    assert_eq!(check["data"]["suppressionCheck"]["suppressed"], false, "{check}");
    let check = app.graphql(Role::ClientUser, CHECK, json!({ "value": "theirs@example.com" })).await;
    assert_eq!(check["data"]["suppressionCheck"]["suppressed"], true, "{check}");
    let (_, check) = app.get(Role::ClientUser, "/api/v1/suppressions/check?value=theirs@example.com").await;
    assert_eq!(check["suppressed"], true, "{check}");
    let refused = app.graphql(Role::ClientUser, RELEASE, json!({ "id": ours, "reason": "r" })).await;
    assert_eq!(refused["data"]["suppressionRelease"]["userErrors"][0]["code"], "NOT_FOUND", "{refused}");
    let path = format!("/api/v1/suppressions/{}/release", ours.as_str().unwrap());
    assert_eq!(app.post(Role::ClientUser, &path, json!({ "reason": "r" })).await.0, 404);
    let done = app.graphql(Role::ClientUser, RELEASE, json!({ "id": theirs, "reason": "they bought" })).await;
    assert_eq!(done["data"]["suppressionRelease"]["userErrors"], json!([]), "{done}");
}

#[tokio::test]
async fn a_contact_tells_that_it_is_suppressed_and_an_erasure_keeps_it_so() {
    let app = TestApp::start().await;
    let body = json!({ "fields": { "email": "ada@example.com", "mobile_phone": "+12025550100" } });
    let (_, made) = app.post(Role::Admin, "/api/v1/contacts", body).await;
    let id = made["id"].clone();
    add(&app, &["ada@example.com", "+12025550100", "example.com"]).await;
    let of = "query($id: UUID!) { suppressionsOf(entity: CONTACT, id: $id) { kind standing } history(entity: CONTACT, id: $id, wanted: { kinds: [\"suppressions\"] }) { totalCount edges { node { title kind } } } }";
    let told = until(&app, of, json!({ "id": id }), |data| {
        data["suppressionsOf"].as_array().is_some_and(|all| all.len() == 3)
    })
    .await;
    assert_eq!(told["history"]["totalCount"], 3, "{told}");
    assert!(told["history"].to_string().contains("Suppressed everywhere: ada@example.com"), "{told}");
    let (_, shown) = app.get(Role::Admin, &format!("/api/v1/contacts/{}", id.as_str().unwrap())).await;
    assert_eq!(shown["fields"]["suppressed"], json!(["email", "phone"]), "{shown}");
    assert_eq!(shown["fields"]["suppression_reasons"], json!(["manual"]), "{shown}");
    let found = "query($where: JSON!) { contacts(filter: { where: $where }) { totalCount } }";
    for (condition, count) in [
        (json!({"field": "suppressed", "op": "any_of", "value": ["phone"]}), 1),
        (json!({"field": "suppression_reasons", "op": "none_of", "value": ["manual"]}), 0),
        (json!({"field": "suppressed", "op": "is_empty"}), 0),
        (json!({"field": "email_status", "op": "equals", "value": "suppressed"}), 1),
        (json!({"field": "phone_status", "op": "in", "value": ["do_not_call", "invalid"]}), 1),
        (json!({"field": "email_status", "op": "not_in", "value": ["suppressed", "bounced"]}), 0),
    ] {
        let data = app.data(found, json!({ "where": condition })).await;
        assert_eq!(data["contacts"]["totalCount"], count, "{condition}");
    }

    let fields = &shown["fields"];
    assert_eq!(
        (&fields["email_status"], &fields["phone_status"]),
        (&json!("suppressed"), &json!("do_not_call"))
    );
    let statuses = "query($id: UUID!) { contact(id: $id) { emailStatus phoneStatus } contacts { edges { node { emailStatus phoneStatus } } } all: contacts { edges { node { emailStatus phoneStatus fields } } } }";
    let data = app.data(statuses, json!({ "id": id })).await;
    for node in [&data["contact"], &data["contacts"]["edges"][0]["node"], &data["all"]["edges"][0]["node"]] {
        let told = (&node["emailStatus"], &node["phoneStatus"]);
        assert_eq!(told, (&json!("suppressed"), &json!("do_not_call")), "{data}");
    }

    let erase = "mutation($id: UUID!) { contactErase(input: {id: $id, request: \"R-1\", confirm: true}) { userErrors { code } } }";
    app.data(erase, json!({ "id": id })).await;
    let erased = until(&app, LIST, json!({ "filter": { "kind": "EMAIL" } }), |data| {
        data["suppressions"]["edges"][0]["node"]["value"].is_null()
    })
    .await;
    assert_eq!(erased["suppressions"]["edges"][0]["node"]["label"], "An erased person", "{erased}");
    let check = app.data(CHECK, json!({ "value": "ada@example.com" })).await["suppressionCheck"].take();
    assert_eq!(check["suppressed"], true, "{check}");
    let by_hash = app.data(LIST, json!({ "filter": { "value": "ada@example.com" } })).await;
    assert_eq!(by_hash["suppressions"]["totalCount"], 1, "found by the keyed hash: {by_hash}");
}

#[tokio::test]
async fn rubbish_is_refused_in_words() {
    let app = TestApp::start().await;
    for (body, wanted) in [
        (json!({ "entries": [], "reason": "manual" }), "SUPPRESSION_EMPTY"),
        (
            json!({ "entries": [{ "value": "a@b.example" }], "reason": "manual", "until": "2000-01-01T00:00:00Z" }),
            "SUPPRESSION_UNTIL_PAST",
        ),
        (
            json!({ "entries": [{ "value": "a@b.example" }], "reason": "manual", "clientId": "00000000-0000-0000-0000-000000000007" }),
            "CLIENT_NOT_FOUND",
        ),
        (
            json!({ "entries": [{ "value": "a@b.example" }], "reason": "manual", "campaignId": "00000000-0000-0000-0000-000000000007" }),
            "CAMPAIGN_NOT_FOUND",
        ),
        (
            json!({ "entries": [{ "value": "a@b.example" }], "reason": "manual", "campaignId": "00000000-0000-0000-0000-000000000007", "brandId": "00000000-0000-0000-0000-000000000008" }),
            "SUPPRESSION_REACH_AMBIGUOUS",
        ),
        (
            json!({ "entries": vec![json!({ "value": "a@b.example" }); 1_001], "reason": "manual" }),
            "SUPPRESSIONS_TOO_MANY",
        ),
        (
            json!({ "entries": [{ "value": "a@b.example" }], "reason": "manual", "note": "x".repeat(1_001) }),
            "SUPPRESSION_TEXT_TOO_LONG",
        ),
    ] {
        let (status, refused) = app.post(Role::Admin, "/api/v1/suppressions", body).await;
        assert_eq!((status, refused["errors"][0]["code"].as_str()), (422, Some(wanted)), "{refused}");
    }
    for path in ["?value=nobody", "/check?value=%00", "/check?value="] {
        let (status, body) = app.get(Role::Admin, &format!("/api/v1/suppressions{path}")).await;
        assert_eq!(status, 422, "{path}: {body}");
    }
}

const IMPORTS: &str = "/api/v1/suppressions/imports";

async fn upload(app: &TestApp, role: Role, query: &str, file: &str) -> (u16, Value) {
    let request = app.rest(role, reqwest::Method::POST, &format!("{IMPORTS}?{query}")).await;
    answer(request.header("content-type", "text/csv").body(file.to_owned())).await
}

#[tokio::test]
async fn a_file_is_read_its_rubbish_refused_by_row_and_the_list_taken_out_again() {
    let app = TestApp::start().await;
    let file = "Name,Website,E-mail\nAda,example.com,ada@example.com\nBo,b.example,rubbish\nCy,c.example,CY@example.com\nCy,c.example,cy@example.com\n";
    let (status, begun) = upload(&app, Role::DataOps, "reason=imported_list", file).await;
    assert_eq!((status, begun["column"].as_str()), (202, Some("E-mail")), "{begun}");
    let path = format!("{IMPORTS}/{}", begun["id"].as_str().unwrap());
    let mut result = Value::Null;
    for _ in 0..400 {
        result = app.get(Role::DataOps, &path).await.1;
        if result["state"] == "done" {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let counts = ["rows", "added", "already", "refused"].map(|of| result[of].as_u64().unwrap());
    assert_eq!(counts, [4, 2, 1, 1], "{result}");
    let refused = app.rest(Role::DataOps, reqwest::Method::GET, &format!("{path}/refused")).await;
    let refused = refused.send().await.unwrap().text().await.unwrap();
    assert!(refused.contains("3,SUPPRESSION_EMAIL_INVALID") && !refused.contains("rubbish"), "{refused}");
    assert_eq!(app.get(Role::QaAnalyst, &path).await.0, 404, "somebody else's");

    let check = app.data(CHECK, json!({ "value": "cy@example.com" })).await["suppressionCheck"].take();
    assert_eq!(check["because"][0]["reason"], "IMPORTED_LIST", "{check}");
    until(&app, LIST, json!({}), |data| data["suppressions"]["totalCount"] == 2).await;
    let export =
        app.rest(Role::DataOps, reqwest::Method::GET, "/api/v1/suppressions/export?kind=email").await;
    let export = export.send().await.unwrap().text().await.unwrap();
    assert_eq!(export.lines().count(), 3, "{export}");
    assert!(export.contains("email,ada@example.com,global,imported_list"), "{export}");
}

#[tokio::test]
async fn a_file_that_is_none_is_refused_in_words() {
    let app = TestApp::start().await;
    for (query, file, wanted) in [
        ("reason=imported_list", "", "FILE_EMPTY"),
        ("reason=imported_list", "name,city\nAda,Bonn\nBo,Ulm\n", "SUPPRESSION_FILE_NO_KEYS"),
        ("reason=imported_list&column=Fax", "mail\nada@example.com\n", "SUPPRESSION_FILE_COLUMN"),
        (
            "reason=dnc_register&asOf=2999-01-01",
            "+12025550100\n+12025550101\n",
            "SUPPRESSION_FILE_FROM_TOMORROW",
        ),
        ("reason=dnc_register", "+12025550100\n+12025550101\n", "SUPPRESSION_FILE_DATE_MISSING"),
    ] {
        let (status, refused) = upload(&app, Role::Admin, query, file).await;
        assert_eq!((status, refused["errors"][0]["code"].as_str()), (422, Some(wanted)), "{refused}");
    }
    assert_eq!(upload(&app, Role::Agent, "reason=dnc_request", "+12025550100\n").await.0, 403);
    let old = "reason=dnc_register&asOf=2020-01-01";
    let (_, begun) = upload(&app, Role::Admin, old, "+12025550100\n+12025550101\n").await;
    assert_eq!(begun["stale"], true, "{begun}");
    let files = "{ suppressionFiles { id reason asOf stale added refused readBy } }";
    let told = until(&app, files, json!({}), |data| data["suppressionFiles"][0].is_object()).await;
    let file = &told["suppressionFiles"][0];
    assert_eq!(
        (&file["id"], &file["asOf"], &file["stale"]),
        (&begun["id"], &json!("2020-01-01"), &json!(true))
    );
    assert_eq!((&file["added"], &file["readBy"]), (&json!(2), &json!("Maren Lindqvist")), "{told}");
    let by = "query($r: SuppressionReason) { suppressionFiles(reason: $r) { id } }";
    let registers = app.data(by, json!({ "r": "DNC_REGISTER" })).await;
    assert_eq!(registers["suppressionFiles"], json!([{ "id": begun["id"] }]));
    assert_eq!(app.data(by, json!({ "r": "LEGAL" })).await["suppressionFiles"], json!([]));
    assert_eq!(app.get(Role::Admin, &format!("{IMPORTS}?reason=legal")).await, (200, json!([])));
    assert_eq!(app.get(Role::Admin, &format!("{IMPORTS}?reason=rubbish")).await.0, 400);
    let theirs = app.graphql(Role::ClientUser, files, json!({})).await;
    assert_eq!(
        theirs["data"]["suppressionFiles"],
        json!([]),
        "files of everybody's are not theirs: {theirs}"
    );
    // The same over REST, as a list and as a file of it.
    let (status, listed) = app.get(Role::QaAnalyst, IMPORTS).await;
    assert_eq!(
        (status, &listed[0]["id"], &listed[0]["stale"]),
        (200, &begun["id"], &json!(true)),
        "{listed}"
    );
    assert_eq!((&listed[0]["added"], &listed[0]["reason"]), (&json!(2), &json!("dnc_register")));
    assert_eq!(listed[0]["readBy"], "Maren Lindqvist", "{listed}");
    for (role, wanted) in [(Role::DataOps, 2), (Role::ClientUser, 1)] {
        let taken = app.rest(role, reqwest::Method::GET, &format!("{IMPORTS}/file?format=csv")).await;
        let (status, csv) = answer(taken).await;
        assert_eq!((status, csv.as_str().unwrap().lines().count()), (200, wanted), "{role}: {csv}");
    }
    assert_eq!(app.get(Role::ClientUser, IMPORTS).await, (200, json!([])));
    for path in [IMPORTS.to_owned(), format!("{IMPORTS}/file")] {
        let (status, body) = app.get(Role::Agent, &path).await;
        assert!(
            status == 403 || body == json!([]) || body.as_str().is_some_and(|csv| csv.lines().count() == 1)
        );
    }
    assert_eq!(app.get(Role::Admin, &format!("{IMPORTS}/file?format=pdf")).await.0, 400);
}
