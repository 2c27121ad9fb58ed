//! Rules of retention and legal holds over GraphQL and REST: looked at, set, run; placed, refused by, lifted; for every role.

use chrono::{Duration, Utc};
use pivotal_domain::identity::role::Role;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::suppression::retention::account::Found;
use pivotal_domain::suppression::retention::events::RetentionEvent;
use pivotal_domain::suppression::retention::keep::{Keep, Unit};
use pivotal_domain::suppression::retention::kind::Kind;
use pivotal_domain::suppression::retention::{ID, RetentionRules};
use pivotal_log::append::{Append, Lane};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{TestApp, answer, code, until};

const RULES: &str = "{ retentionRules { kind keep { count unit label } onHold changedBy } retentionRuleChanges { kind keep { label } previous { label } note } retentionRuns { id cancelled kinds { kind deleted } } }";
const SET: &str = "mutation($input: RetentionRuleSetInput!) { retentionRuleSet(input: $input) { position userErrors { code field } } }";
const DRY_RUN: &str = "mutation($kind: RetentionKind!, $keep: RetentionKeepInput!) { retentionDryRunStart(kind: $kind, keep: $keep) { jobId userErrors { code field } } }";
const FOUND: &str = "query($id: UUID!) { retentionDryRun(id: $id) { dueNow dueIn30Days dueIn90Days held items { id name } } }";
const PLACE: &str = "mutation($input: LegalHoldPlaceInput!) { legalHoldPlace(input: $input) { id userErrors { code field message } } }";
const LIFT: &str = "mutation($id: UUID!, $reason: String!) { legalHoldLift(id: $id, reason: $reason) { userErrors { code field } } }";
const HOLDS: &str = "query($filter: LegalHoldFilter) { legalHolds(filter: $filter) { totalCount edges { node { id label standing reason reference } } } }";
const NOBODY: &str = "00000000-0000-0000-0000-000000000007";

fn rule<'a>(rules: &'a Value, kind: &str) -> &'a Value {
    rules["retentionRules"].as_array().unwrap().iter().find(|rule| rule["kind"] == kind).unwrap()
}

#[tokio::test]
async fn a_rule_is_looked_at_and_then_set_and_longer_ones_need_no_look() {
    let app = TestApp::start().await;
    let rules = app.data(RULES, json!({})).await;
    assert_eq!(rule(&rules, "EXPORT_FILES")["keep"]["label"], "7 days", "{rules}");
    assert_eq!(rule(&rules, "INACTIVE_CONTACTS")["keep"]["count"], Value::Null);
    let keep = json!({ "count": 3, "unit": "YEARS" });
    let input = json!({ "kind": "INACTIVE_CONTACTS", "keep": keep, "note": "the board" });
    let refused = app.data(SET, json!({ "input": input })).await;
    assert_eq!(refused["retentionRuleSet"]["userErrors"][0]["code"], "RETENTION_DRY_RUN_NEEDED");
    let asked = app.data(DRY_RUN, json!({ "kind": "INACTIVE_CONTACTS", "keep": keep })).await;
    let id = asked["retentionDryRunStart"]["jobId"].clone();
    let found = until(&app, FOUND, json!({ "id": id }), |data| data["retentionDryRun"].is_object()).await;
    assert_eq!(found["retentionDryRun"]["dueNow"], 0, "{found}");
    let input = json!({ "kind": "INACTIVE_CONTACTS", "keep": keep, "note": "the board", "dryRunId": id });
    let set = app.data(SET, json!({ "input": input })).await;
    assert_eq!(set["retentionRuleSet"]["userErrors"], json!([]), "{set}");
    let shown =
        until(&app, RULES, json!({}), |data| rule(data, "INACTIVE_CONTACTS")["keep"]["label"] == "3 years");
    assert_eq!(shown.await["retentionRuleChanges"][0]["previous"]["label"], "forever");
    let longer = json!({ "keep": "14 days" });
    let put = app.rest(Role::Admin, Method::PUT, "/api/v1/retention-rules/export_files").await.json(&longer);
    assert_eq!(answer(put).await.0, 200);
}

#[tokio::test]
async fn a_run_that_is_asked_for_leaves_its_account() {
    let app = TestApp::start().await;
    let (status, asked) = app.post(Role::Admin, "/api/v1/retention-rules/runs", json!({})).await;
    assert_eq!(status, 202, "{asked}");
    let ran = until(&app, RULES, json!({}), |data| data["retentionRuns"][0]["id"] == asked["jobId"]).await;
    let kinds = ran["retentionRuns"][0]["kinds"].as_array().unwrap();
    assert!(kinds.iter().any(|kind| kind["kind"] == "SIGN_INS"), "{ran}");
    assert!(kinds.iter().all(|kind| kind["kind"] != "INACTIVE_CONTACTS"), "kept for good: {ran}");
}

#[tokio::test]
async fn who_is_held_is_not_erased_until_the_hold_is_lifted() {
    let app = TestApp::start().await;
    let body = json!({ "fields": { "email": "ada@example.com", "full_name": "Ada Lovelace" } });
    let (_, made) = app.post(Role::Admin, "/api/v1/contacts", body).await;
    let ada = made["id"].as_str().unwrap().to_owned();
    let input = json!({ "over": { "contactId": ada }, "reason": "a claim", "reference": "2026/114" });
    let placed = app.data(PLACE, json!({ "input": input })).await;
    let id = placed["legalHoldPlace"]["id"].clone();
    assert!(id.is_string(), "{placed}");
    let filter = json!({ "filter": { "standing": true, "reference": "2026" } });
    let shown = until(&app, HOLDS, filter.clone(), |data| data["legalHolds"]["totalCount"] == 1).await;
    assert_eq!(shown["legalHolds"]["edges"][0]["node"]["label"], "Ada Lovelace", "{shown}");
    let erase = json!({ "request": "ticket 7", "confirm": true });
    let path = format!("/api/v1/contacts/{ada}/erase");
    let (status, refused) = app.post(Role::DataOps, &path, erase.clone()).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("LEGAL_HOLD_STANDS")), "{refused}");
    assert!(refused["errors"][0]["message"].as_str().unwrap().contains("2026/114"));
    let (_, file) = app.get(Role::Admin, "/api/v1/legal-holds/file?format=json").await;
    assert!(file.to_string().contains("2026/114"), "{file}");
    let lift = app.data(LIFT, json!({ "id": id, "reason": " " })).await;
    assert_eq!(lift["legalHoldLift"]["userErrors"][0]["code"], "LEGAL_HOLD_LIFT_REASON_MISSING");
    let lift = app.data(LIFT, json!({ "id": id, "reason": "settled" })).await;
    assert_eq!(lift["legalHoldLift"]["userErrors"], json!([]));
    let (status, erased) = app.post(Role::DataOps, &path, erase).await;
    assert!(status < 300, "{erased}");
    until(&app, HOLDS, json!({ "filter": { "standing": false } }), |data| {
        data["legalHolds"]["totalCount"] == 1 && data["legalHolds"]["edges"][0]["node"]["reason"].is_null()
    })
    .await;
}

#[tokio::test]
async fn each_role_sees_and_changes_what_the_table_says() {
    let app = TestApp::start().await;
    for (role, sees, changes) in [
        (Role::Admin, 200, true),
        (Role::DataOps, 200, false),
        (Role::CampaignManager, 403, false),
        (Role::QaAnalyst, 403, false),
        (Role::Agent, 403, false),
        (Role::ClientUser, 403, false),
    ] {
        for path in ["/api/v1/retention-rules", "/api/v1/retention-rules/runs", "/api/v1/legal-holds"] {
            let (status, body) = app.get(role, path).await;
            // The door is the route's, or the list is empty: nothing of it is told.
            let nothing = status == 403 || body == json!([]) || body["items"] == json!([]);
            assert!(if sees == 200 { status == 200 } else { nothing }, "{role} {path}: {status} {body}");
        }
        let hold = json!({ "over": "data:sign_ins", "reason": "an inquiry" });
        let (status, body) = app.post(role, "/api/v1/legal-holds", hold).await;
        assert_eq!(status, if changes { 201 } else { 403 }, "{role}: {body}");
        let put = app.rest(role, Method::PUT, "/api/v1/retention-rules/export_files").await;
        let put = answer(put.json(&json!({ "keep": "8 days" }))).await.0;
        assert_eq!(put, if changes { 200 } else { 403 }, "{role}");
        let dry_run = json!({ "keep": "1 day" });
        let path = "/api/v1/retention-rules/export_files/dry-runs";
        assert_eq!(app.post(role, path, dry_run).await.0, if changes { 202 } else { 403 }, "{role}");
    }
}

#[tokio::test]
async fn bad_input_is_refused_in_words() {
    let app = TestApp::start().await;
    for (kind, keep) in
        [("nothing", "3 years"), ("sign_ins", "soon"), ("sign_ins", "forever"), ("sign_ins", "0 days")]
    {
        let path = format!("/api/v1/retention-rules/{kind}");
        let put = app.rest(Role::Admin, Method::PUT, &path).await.json(&json!({ "keep": keep }));
        assert_eq!(answer(put).await.0, 422, "{kind} {keep}");
    }
    for over in [format!("contact:{NOBODY}"), "everything".into(), "data:secrets".into()] {
        let hold = json!({ "over": over, "reason": "a claim" });
        assert_eq!(app.post(Role::Admin, "/api/v1/legal-holds", hold).await.0, 422, "{over}");
    }
    let lift = json!({ "reason": "settled" });
    assert_eq!(app.post(Role::Admin, &format!("/api/v1/legal-holds/{NOBODY}/lift"), lift).await.0, 404);
    assert_eq!(app.get(Role::Admin, &format!("/api/v1/legal-holds/{NOBODY}")).await.0, 404);
    assert_eq!(app.get(Role::Admin, &format!("/api/v1/retention-rules/dry-runs/{NOBODY}")).await.0, 404);
    let both = json!({ "over": { "contactId": NOBODY, "data": "SIGN_INS" }, "reason": "a claim" });
    let refused = app.data(PLACE, json!({ "input": both })).await;
    assert_eq!(refused["legalHoldPlace"]["userErrors"][0]["code"], "LEGAL_HOLD_OVER_UNKNOWN");
}

/// Found by somebody so long ago.
async fn dry_run_of(app: &TestApp, ago: Duration, kind: Kind, keep: Keep) -> Uuid {
    let log = &app.backend.context.log;
    let (at, run) = (Utc::now() - ago, Uuid::now_v7());
    let found = RetentionEvent::RetentionDryRan { at, run, kind, keep, found: Found::default() };
    let sequence = log.load::<RetentionRules>(ID).await.unwrap().sequence;
    let mut append = Append::new(Lane::Interactive);
    append.events::<RetentionRules>(ID, sequence, vec![found], &Metadata::system("test")).unwrap();
    log.append(append).await.unwrap();
    run
}

#[tokio::test]
async fn a_dry_run_of_yesterday_or_of_another_rule_lets_nobody_set_one() {
    let app = TestApp::start().await;
    let three = Keep::For { count: 3, unit: Unit::Days };
    let old = dry_run_of(&app, Duration::hours(25), Kind::ExportFiles, three).await;
    let fresh = dry_run_of(&app, Duration::minutes(1), Kind::ExportFiles, three).await;
    for (keep, run, wanted) in [
        ("3 days", Some(old), "RETENTION_DRY_RUN_TOO_OLD"),
        ("2 days", Some(fresh), "RETENTION_DRY_RUN_OF_ANOTHER"),
        ("3 days", Some(Uuid::now_v7()), "RETENTION_DRY_RUN_OF_ANOTHER"),
        ("3 days", None, "RETENTION_DRY_RUN_NEEDED"),
    ] {
        let body = json!({ "keep": keep, "dryRunId": run });
        let put =
            app.rest(Role::Admin, Method::PUT, "/api/v1/retention-rules/export_files").await.json(&body);
        let (status, refused) = answer(put).await;
        assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!(wanted)), "{refused}");
        let count = keep[..1].parse::<u32>().unwrap();
        let input =
            json!({ "kind": "EXPORT_FILES", "keep": { "count": count, "unit": "DAYS" }, "dryRunId": run });
        let set = app.data(SET, json!({ "input": input })).await;
        assert_eq!(set["retentionRuleSet"]["userErrors"][0]["code"], wanted, "{set}");
    }
    let body = json!({ "keep": "3 days", "dryRunId": fresh });
    let put = app.rest(Role::Admin, Method::PUT, "/api/v1/retention-rules/export_files").await.json(&body);
    assert_eq!(answer(put).await.0, 200);
}

#[tokio::test]
async fn each_role_sees_and_does_over_graphql_what_the_table_says() {
    let app = TestApp::start().await;
    let body = json!({ "fields": { "email": "ada@example.com" } });
    let (_, made) = app.post(Role::Admin, "/api/v1/contacts", body).await;
    let hold = json!({ "over": { "contactId": made["id"] }, "reason": "a claim" });
    let placed = app.data(PLACE, json!({ "input": hold })).await;
    let id = placed["legalHoldPlace"]["id"].clone();
    for role in [Role::DataOps, Role::CampaignManager, Role::QaAnalyst, Role::Agent, Role::ClientUser] {
        let sees = role == Role::DataOps;
        let rules = app.graphql(role, RULES, json!({})).await;
        let told = rules["data"]["retentionRules"].as_array().is_some_and(|rules| !rules.is_empty());
        assert_eq!(told, sees, "{role}: {rules}");
        let holds = app.graphql(role, HOLDS, json!({})).await;
        assert_eq!(holds["data"]["legalHolds"]["totalCount"] == 1, sees, "{role}: {holds}");
        let keep = json!({ "count": 60, "unit": "DAYS" });
        let set = json!({ "input": { "kind": "SIGN_INS", "keep": keep } });
        let over = json!({ "input": { "over": { "data": "SIGN_INS" }, "reason": "an inquiry" } });
        for (mutation, variables) in [
            (SET, set),
            (DRY_RUN, json!({ "kind": "SIGN_INS", "keep": keep })),
            (PLACE, over),
            (LIFT, json!({ "id": id, "reason": "settled" })),
        ] {
            let refused = app.graphql(role, mutation, variables).await;
            assert!(code(&refused).is_some(), "{role} {mutation}: {refused}");
        }
        let path = format!("/api/v1/legal-holds/{}/lift", id.as_str().unwrap());
        let (status, _) = app.post(role, &path, json!({ "reason": "x" })).await;
        assert!([403, 404].contains(&status), "{role}");
        assert_eq!(app.post(role, "/api/v1/retention-rules/runs", json!({})).await.0, 403, "{role}");
    }
    let holds = app.data(HOLDS, json!({ "filter": { "standing": true } })).await;
    assert_eq!(holds["legalHolds"]["totalCount"], 1, "it stands, and no other: {holds}");
}
