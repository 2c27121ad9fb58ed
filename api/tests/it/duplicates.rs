//! Duplicates and merges through both doors: found, judged, merged, taken back, and refused where they must be.

use std::time::Duration;

use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};

use crate::importing;
use crate::support::{TestApp, until};

const FIND: &str =
    "mutation($input: DuplicatesFindInput!) { duplicatesFind(input: $input) { jobId userErrors { code } } }";
const STANDING: &str =
    "{ duplicateStanding(entity: CONTACT) { exact duplicate review dismissed lookedAt jobId } }";
const PAIRS: &str = "query($filter: DuplicateFilter) { duplicates(entity: CONTACT, filter: $filter) { edges { node { a b class score reasons } } } }";
const JUDGE: &str = "mutation($input: DuplicatesJudgeInput!) { duplicatesJudge(input: $input) { position userErrors { code message } } }";
const MERGE: &str = "mutation($input: RecordsMergeInput!) { recordsMerge(input: $input) { bulk { id state } userErrors { code message } } }";
const MANY: &str = "mutation($input: DuplicatesMergeInput!) { duplicatesMerge(input: $input) { bulk { id } userErrors { code message } } }";
const UNDO: &str = "mutation($input: BulkUndoInput!) { bulkUndo(input: $input) { userErrors { code } } }";
const BULK: &str = "query($id: UUID!) { bulk(id: $id) { state counts { changed refused } } }";
const ONE: &str = "query($id: UUID!) { contact(id: $id) { archived mergedInto fields } }";

async fn person(app: &TestApp, first: &str, email: &str, team: Option<&str>) -> String {
    let mut fields = json!({"first_name": first, "last_name": "Quimbleton", "email": email, "job_title": "Buyer", "city": "Ribe"});
    if let Some(team) = team {
        fields["team"] = team.into();
    }
    let (status, made) = app.post(Role::Admin, "/api/v1/contacts", json!({ "fields": fields })).await;
    // 202: made, and the list is behind.
    assert!(matches!(status, 201 | 202), "{status}: {made}");
    made["id"].as_str().unwrap().to_owned()
}

async fn two(app: &TestApp) -> (String, String) {
    let one = person(app, "Octavia", "octavia@quimbleton.test", None).await;
    (one, person(app, "Octavie", "o.quimbleton@quimbleton.test", None).await)
}

async fn found(app: &TestApp) -> Vec<Value> {
    let asked = app.data(FIND, json!({ "input": { "entity": "CONTACT", "whole": true } })).await;
    assert_eq!(asked["duplicatesFind"]["userErrors"], json!([]), "{asked}");
    let over = |data: &Value| {
        let standing = &data["duplicateStanding"];
        standing["lookedAt"].is_string() && standing["jobId"].is_null()
    };
    until(app, STANDING, json!({}), over).await;
    pairs(app, json!({ "dismissed": false })).await
}

async fn pairs(app: &TestApp, filter: Value) -> Vec<Value> {
    let data = app.data(PAIRS, json!({ "filter": filter })).await;
    data["duplicates"]["edges"].as_array().unwrap().iter().map(|edge| edge["node"].clone()).collect()
}

async fn ended(app: &TestApp, id: &Value, state: &str) -> Value {
    until(app, BULK, json!({ "id": id }), |data| data["bulk"]["state"] == state).await["bulk"].take()
}

#[tokio::test]
async fn who_asks_for_a_look_is_shown_what_the_log_holds_though_the_list_is_behind_it() {
    let app = TestApp::start().await;
    let options = app.backend.context.log.pools.options();
    let mut behind: sqlx::PgConnection = sqlx::Connection::connect_with(&options).await.unwrap();
    // Readers go on; what projects the list waits.
    sqlx::raw_sql("begin; lock table read.contacts in exclusive mode").execute(&mut behind).await.unwrap();
    two(&app).await;
    let asked = app.data(FIND, json!({ "input": { "entity": "CONTACT", "whole": true } })).await;
    assert_eq!(asked["duplicatesFind"]["userErrors"], json!([]), "{asked}");
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    sqlx::raw_sql("rollback").execute(&mut behind).await.unwrap();
    let looked = |data: &Value| data["duplicateStanding"]["lookedAt"].is_string();
    until(&app, STANDING, json!({}), looked).await;
    assert_eq!(pairs(&app, json!({ "dismissed": false })).await.len(), 1);
}

#[tokio::test]
async fn a_pair_is_found_judged_merged_and_taken_apart() {
    let app = TestApp::start().await;
    let (one, other) = two(&app).await;
    let listed = found(&app).await;
    assert_eq!(listed.len(), 1, "{listed:?}");
    // The words of the list find it among others: those of either record, of both, of nobody, and far too many.
    for (q, count) in [("octavia", 1), ("OCTAVIE", 1), ("quimbleton", 1), ("100%", 0), ("nobody", 0), ("", 1)]
    {
        assert_eq!(pairs(&app, json!({ "q": q })).await.len(), count, "{q}");
    }
    let refused = app.graphql(Role::Admin, PAIRS, json!({ "filter": { "q": "x".repeat(10_000) } })).await;
    assert_eq!(refused["errors"][0]["extensions"]["code"], "BAD_FILTER", "{refused}");
    let pair = json!({ "a": listed[0]["a"], "b": listed[0]["b"] });
    for (reopen, left) in [(false, 0), (true, 1)] {
        let input = json!({ "entity": "CONTACT", "pairs": [pair], "reopen": reopen });
        let judged = app.data(JUDGE, json!({ "input": input })).await;
        assert_eq!(judged["duplicatesJudge"]["userErrors"], json!([]), "{judged}");
        for (dismissed, count) in [(false, left), (true, 1 - left)] {
            let so = |data: &Value| data["duplicates"]["edges"].as_array().unwrap().len() == count;
            until(&app, PAIRS, json!({ "filter": { "dismissed": dismissed } }), so).await;
        }
    }

    let input = json!({ "entity": "CONTACT", "survivor": one, "absorbed": [other] });
    let merged = app.data(MERGE, json!({ "input": input })).await["recordsMerge"].take();
    assert_eq!(
        (&merged["userErrors"], &merged["bulk"]["state"]),
        (&json!([]), &json!("COMPLETED")),
        "{merged}"
    );
    let gone = until(&app, ONE, json!({ "id": other }), |data| data["contact"]["archived"] == true).await;
    assert_eq!(gone["contact"]["mergedInto"], json!(one));
    let again = app.data(MERGE, json!({ "input": input })).await["recordsMerge"].take();
    assert_eq!(again["userErrors"].as_array().unwrap().len(), 1, "merged already: {again}");
    let empty = |data: &Value| data["duplicates"]["edges"] == json!([]);
    until(&app, PAIRS, json!({ "filter": { "dismissed": false } }), empty).await;

    let undone = app.data(UNDO, json!({ "input": { "id": merged["bulk"]["id"] } })).await;
    assert_eq!(undone["bulkUndo"]["userErrors"], json!([]), "{undone}");
    ended(&app, &merged["bulk"]["id"], "UNDONE").await;
    let back = until(&app, ONE, json!({ "id": other }), |data| data["contact"]["archived"] == false).await;
    assert_eq!(back["contact"]["fields"]["email"], "o.quimbleton@quimbleton.test");
}

#[tokio::test]
async fn many_are_merged_over_rest_as_a_bulk_change() {
    let app = TestApp::start().await;
    let (one, other) = two(&app).await;
    let (status, started) =
        app.post(Role::DataOps, "/api/v1/duplicates/find", json!({"entity": "contact", "whole": true})).await;
    assert!((200..300).contains(&status), "{started}");
    found(&app).await;
    let (status, standing) = app.get(Role::DataOps, "/api/v1/duplicates/standing?entity=contact").await;
    let open = ["exact", "duplicate", "review"].iter().filter_map(|key| standing[key].as_i64()).sum::<i64>();
    assert_eq!((status, open), (200, 1), "{standing}");
    let (status, none) = app.get(Role::DataOps, "/api/v1/duplicates?entity=contact&q=nobody").await;
    assert_eq!((status, &none["items"]), (200, &json!([])), "{none}");
    let (status, list) = app.get(Role::DataOps, "/api/v1/duplicates?entity=contact&q=octavia").await;
    let pair = json!({ "a": list["items"][0]["a"], "b": list["items"][0]["b"] });
    assert_eq!((status, pair["a"].is_string()), (200, true), "{list}");
    for reopen in [false, true] {
        let body = json!({ "entity": "contact", "pairs": [pair], "reopen": reopen });
        let (status, judged) = app.post(Role::DataOps, "/api/v1/duplicates/judge", body).await;
        assert_eq!((status, &judged["judged"]), (200, &json!(1)), "{judged}");
    }
    let body = json!({ "entity": "contact", "pairs": [pair] });
    let (status, bulk) = app.post(Role::DataOps, "/api/v1/duplicates/merge", body).await;
    assert!((200..300).contains(&status), "{bulk}");
    let done = ended(&app, &bulk["id"], "COMPLETED").await;
    assert_eq!(done["counts"]["changed"], 1, "{done}");

    // One that is somebody else already is nobody to merge with.
    let body = json!({ "entity": "contact", "survivor": one, "absorbed": [other] });
    let (status, refused) = app.post(Role::DataOps, "/api/v1/merges", body).await;
    assert_eq!(status, 422, "{refused}");
    let nobody = json!({ "entity": "contact", "survivor": one, "absorbed": [one] });
    assert_eq!(app.post(Role::DataOps, "/api/v1/merges", nobody).await.0, 422, "with itself");
    let strange = json!({ "entity": "contact", "survivor": one, "absorbed": [uuid::Uuid::now_v7()] });
    let (status, refused) = app.post(Role::DataOps, "/api/v1/merges", strange).await;
    assert!(status == 404 || status == 422, "{status} {refused}");
}

#[tokio::test]
async fn a_manager_merges_what_belongs_to_the_team_and_agents_merge_nothing() {
    let app = TestApp::start().await;
    let noor = app.graphql(Role::CampaignManager, "{ me { teams { id } } }", json!({})).await;
    let team = noor["data"]["me"]["teams"][0]["id"].as_str().unwrap().to_owned();
    let (one, other) = two(&app).await;
    let ours = person(&app, "Ida", "ida@quimbleton.test", Some(&team)).await;
    let theirs = person(&app, "Ide", "ide@quimbleton.test", Some(&team)).await;
    let merge = |survivor: &str, absorbed: &str| json!({ "input": { "entity": "CONTACT", "survivor": survivor, "absorbed": [absorbed] } });
    let out = app.graphql(Role::CampaignManager, MERGE, merge(&one, &other)).await;
    assert_eq!(out["data"]["recordsMerge"]["userErrors"].as_array().unwrap().len(), 1, "{out}");
    let half = app.graphql(Role::CampaignManager, MERGE, merge(&ours, &other)).await;
    assert_eq!(half["data"]["recordsMerge"]["userErrors"].as_array().unwrap().len(), 1, "{half}");
    let body = json!({ "entity": "contact", "survivor": one, "absorbed": [other] });
    assert!(app.post(Role::CampaignManager, "/api/v1/merges", body).await.0 >= 400);
    // As a job, each group is refused by itself.
    let pair = json!({ "a": one.clone().min(other.clone()), "b": one.clone().max(other.clone()) });
    let many = json!({ "input": { "entity": "CONTACT", "pairs": [pair] } });
    let asked = app.graphql(Role::CampaignManager, MANY, many).await["data"]["duplicatesMerge"].take();
    if asked["bulk"]["id"].is_string() {
        let done = ended(&app, &asked["bulk"]["id"], "COMPLETED").await;
        assert_eq!(done["counts"]["changed"], 0, "{done}");
    } else {
        assert_eq!(asked["userErrors"].as_array().unwrap().len(), 1, "{asked}");
    }
    assert_eq!(app.data(ONE, json!({ "id": other })).await["contact"]["archived"], false);
    for (a, b, refused) in [(&one, &other, true), (&ours, &other, true), (&ours, &theirs, false)] {
        let judge =
            json!({ "input": { "entity": "CONTACT", "pairs": [{ "a": a, "b": b }], "reopen": true } });
        let judged = app.graphql(Role::CampaignManager, JUDGE, judge).await;
        assert_eq!(judged["errors"][0]["extensions"]["code"] == "FORBIDDEN", refused, "{judged}");
        assert!(refused || judged["data"]["duplicatesJudge"]["userErrors"] == json!([]), "{judged}");
    }
    let done = app.graphql(Role::CampaignManager, MERGE, merge(&ours, &theirs)).await;
    assert_eq!(done["data"]["recordsMerge"]["userErrors"], json!([]), "{done}");
    for role in [Role::Agent, Role::QaAnalyst, Role::ClientUser] {
        assert_eq!(app.get(role, "/api/v1/duplicates?entity=contact").await.0, 403, "{role}");
        assert_eq!(app.get(role, "/api/v1/duplicates/standing?entity=contact").await.0, 403, "{role}");
        let refused = app.graphql(role, MERGE, merge(&one, &other)).await;
        assert!(refused["errors"].is_array(), "{role}: {refused}");
    }
}

#[tokio::test]
async fn what_an_import_brings_twice_waits_within_moments_of_its_end() {
    let app = TestApp::start().await;
    let (one, _) = two(&app).await;
    found(&app).await;
    let file = "First name,Last name,Email,City\nOctavia,Quimbletom,octavia.q@quimbleton.test,Ribe\n";
    let import = importing::started(&app, file, None).await;
    importing::ended(&app, &import, "state").await;
    let of_one = json!({ "filter": { "recordId": one } });
    let so = |data: &Value| data["duplicates"]["edges"].as_array().unwrap().len() == 2;
    until(&app, PAIRS, of_one, so).await;
}

#[tokio::test]
async fn the_queue_is_taken_out_as_a_file_harmless_and_on_record() {
    let app = TestApp::start().await;
    let (one, other) = two(&app).await;
    for id in [&one, &other] {
        let edit = json!({ "fields": { "job_title": "=cmd()" } });
        let path = format!("/api/v1/contacts/{id}");
        let sent = app.rest(Role::Admin, reqwest::Method::PATCH, &path).await.json(&edit);
        assert_eq!(crate::support::answer(sent).await.0, 200);
    }
    found(&app).await;
    let get = async |role, query: &str| {
        let path = format!("/api/v1/duplicates/file?{query}");
        let response = app.rest(role, reqwest::Method::GET, &path).await.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        (status, headers, response.bytes().await.unwrap())
    };
    let (status, headers, csv) = get(Role::DataOps, "entity=contact").await;
    let csv = String::from_utf8(csv.to_vec()).unwrap();
    assert_eq!(status, 200, "{csv}");
    assert!(headers["content-disposition"].to_str().unwrap().contains("duplicate-contacts.csv"));
    assert_eq!(csv.lines().count(), 2, "{csv}");
    assert!(csv.contains("A: Name") && csv.contains("octavia@quimbleton.test"), "{csv}");
    assert!(csv.contains("'=cmd()") && !csv.contains(",=cmd()"), "{csv}");
    let (_, _, json_file) = get(Role::DataOps, "entity=contact&format=json").await;
    let pairs: Value = serde_json::from_slice(&json_file).unwrap();
    assert_eq!(pairs[0]["a_job_title"], "=cmd()", "{pairs}");
    let (_, headers, sheet) = get(Role::Admin, "entity=contact&format=xlsx").await;
    assert!(sheet.starts_with(b"PK") && headers["content-type"].to_str().unwrap().contains("spreadsheet"));
    let (_, _, none) = get(Role::Admin, "entity=contact&class=exact").await;
    assert_eq!(String::from_utf8(none.to_vec()).unwrap().lines().count(), 1, "the heading alone");
    assert_eq!(get(Role::Admin, "entity=contact&format=pdf").await.0, 400);
    assert_eq!(get(Role::Agent, "entity=contact").await.0, 403);
    let noted: i64 = sqlx::query_scalar(
        "select count(*) from log.facts where kind = 'file_downloaded' and about_type = 'duplicates'",
    )
    .fetch_one(&app.backend.context.log.pools.read)
    .await
    .unwrap();
    assert_eq!(noted, 4);
}
