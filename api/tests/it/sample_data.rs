use std::time::Duration;

use pivotal_domain::identity::role::Role;
use pivotal_log::reader::head_of;
use pivotal_projections::runner::opened::Opener;
use pivotal_projections::verify::{Part, Verifier};
use serde_json::{Value, json};

use crate::support::{TestApp, caught_up, until};

const STATUS: &str = "{ sampleData { present accounts contacts users } }";
const ADD: &str =
    "mutation { sampleDataAdd { status { present accounts contacts } userErrors { code message } } }";
const JOBS: &str = "{ jobs { edges { node { kind state } } } }";
const REMOVE: &str =
    "mutation { sampleDataRemove { status { present accounts contacts } userErrors { code message } } }";

#[tokio::test]
async fn the_sample_company_comes_once_and_goes_without_touching_anything_else() {
    let app = TestApp::start().await;
    assert_eq!(
        app.data(STATUS, json!({})).await["sampleData"],
        json!({ "present": false, "accounts": 0, "contacts": 0, "users": 7 })
    );
    let own = "mutation { contactCreate(input: {fields: {email: \"mine@example.com\"}}) { position } }";
    app.data(own, json!({})).await;

    let added = app.data(ADD, json!({})).await["sampleDataAdd"].take();
    assert_eq!((&added["status"]["present"], &added["userErrors"]), (&json!(true), &json!([])), "{added}");
    until_at_rest(&app).await;
    // Two companies and four people of them are from the file of the client, which the worker reads.
    let full = json!({ "status": { "present": true, "accounts": 44, "contacts": 309 }, "userErrors": [] });
    let head = app.data("{ logStatus { headPosition } }", json!({})).await;
    assert_eq!(app.data(ADD, json!({})).await["sampleDataAdd"], full, "again: no change");
    assert_eq!(app.data("{ logStatus { headPosition } }", json!({})).await, head, "not one event more");

    let lists = "{ contacts(filter: {q: \"aldergate\"}) { totalCount edges { node { accountName source account { name } } } } accounts { totalCount } }";
    let data = app.data(lists, json!({})).await;
    assert_eq!(data["accounts"]["totalCount"], 44);
    let node = &data["contacts"]["edges"][0]["node"];
    assert_eq!(
        (node["source"].as_str(), node["accountName"].as_str()),
        (Some("seed"), Some("Aldergate Software Ltd")),
        "{data}"
    );

    let theirs = "{ contacts(filter: {where: {field: \"client_restriction\", op: \"has_value\"}}) { totalCount edges { node { clientRestrictionName account { clientRestrictionName } } } } }";
    let data = app.data(theirs, json!({})).await;
    let node = &data["contacts"]["edges"][0]["node"];
    assert_eq!(
        (&data["contacts"]["totalCount"], node["clientRestrictionName"].as_str()),
        (&json!(4), Some("Norhavn Logistics")),
        "{data}"
    );
    assert_eq!(node["account"]["clientRestrictionName"], "Norhavn Logistics", "{data}");

    let work = "{ tasks(filter: {states: [OPEN]}) { totalCount edges { node { title recordName assigneeName } } } done: tasks(filter: {states: [DONE]}) { totalCount } }";
    let data = app.data(work, json!({})).await;
    assert_eq!((&data["tasks"]["totalCount"], &data["done"]["totalCount"]), (&json!(8), &json!(1)), "{data}");
    let first = &data["tasks"]["edges"][0]["node"];
    assert_eq!(
        (first["title"].as_str(), first["assigneeName"].as_str(), first["recordName"].is_string()),
        (Some("Send the case studies"), Some("Maren Lindqvist"), true)
    );
    let notes = "query($id: UUID!) { notes(entity: CONTACT, recordId: $id) { edges { node { pinned authorName } } } contacts(filter: {q: \"amelia.abbott@\"}) { edges { node { id } } } }";
    let nobody = json!({ "id": "00000000-0000-0000-0000-000000000007" });
    let amelia = app.data(notes, nobody).await["contacts"]["edges"][0]["node"]["id"].clone();
    let data = app.data(notes, json!({ "id": amelia })).await;
    assert_eq!(
        data["notes"]["edges"],
        json!([{ "node": { "pinned": true, "authorName": null } }, { "node": { "pinned": false, "authorName": null } }])
    );

    let held = "{ suppressions(filter: {standing: ACTIVE}) { totalCount } suppressed: contacts(filter: {where: {field: \"suppressed\", op: \"any_of\", value: [\"email\"]}}) { totalCount } }";
    let data = app.data(held, json!({})).await;
    assert_eq!(
        (&data["suppressions"]["totalCount"], &data["suppressed"]["totalCount"]),
        (&json!(9), &json!(3)),
        "{data}"
    );

    let said = "{ consents(filter: {state: COUNTS}) { totalCount } withdrawn: contacts(filter: {where: {field: \"email_consent\", op: \"equals\", value: \"withdrawn\"}}) { totalCount } }";
    let data = app.data(said, json!({})).await;
    assert_eq!(
        (&data["consents"]["totalCount"], &data["withdrawn"]["totalCount"]),
        (&json!(7), &json!(1)),
        "{data}"
    );

    let gone = json!({ "status": { "present": false, "accounts": 0, "contacts": 0 }, "userErrors": [] });
    assert_eq!(app.data(REMOVE, json!({})).await["sampleDataRemove"], gone);
    let left = app.data("{ contacts { totalCount edges { node { email } } } }", json!({})).await;
    assert_eq!(
        (left["contacts"]["totalCount"].as_i64(), &left["contacts"]["edges"][0]["node"]["email"]),
        (Some(1), &json!("mine@example.com"))
    );
    assert_eq!(app.data(work, json!({})).await["tasks"]["totalCount"], 0);
    assert_eq!(app.data(held, json!({})).await["suppressions"]["totalCount"], 0);
    assert_eq!(
        app.data(ADD, json!({})).await["sampleDataAdd"]["status"]["contacts"],
        Value::from(309),
        "and back"
    );
    assert_eq!(app.data(work, json!({})).await["tasks"]["totalCount"], 8);
}

/// Until the file of its client is in, its duplicates are looked for, its list is filled, its domains are matched and its segments
/// settled, and the lists show it: nothing is written to the log any more.
async fn until_at_rest(app: &TestApp) {
    until(app, JOBS, json!({}), |data| {
        let jobs = data["jobs"]["edges"].as_array().unwrap().iter().map(|job| &job["node"]);
        let done: Vec<_> = jobs.filter(|job| job["state"] == "DONE").map(|job| job["kind"].clone()).collect();
        let of = |kind: &str| done.iter().filter(|done| **done == kind).count();
        (of("find_duplicates"), of("import_run"), of("bulk_run"), of("domain_set_match")) == (2, 1, 1, 1)
    })
    .await;
    let pool = &app.backend.context.log.pools.write;
    for _ in 0..400 {
        let head = head_of(pool).await.unwrap();
        caught_up(app, head).await;
        // Who is in a segment is written a moment after the lists show what moved them.
        let settled = "select exists (select from jobs.segment_keeper where position >= $1) and not exists (
              select from read.segments s left join jobs.segment_refreshes r on r.segment_id = s.id
              where s.active and not s.archived and coalesce(r.settled, 0) < s.wanted)";
        let settled: bool = sqlx::query_scalar(settled).bind(head).fetch_one(pool).await.unwrap();
        if settled && head_of(pool).await.unwrap() == head {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("something is written to the log again and again");
}

const AUDIENCES: &str = "{ segments { edges { node { name members } } } lists { edges { node { name members source } } } domainSets { edges { node { id state items repeated invalid report { exact fuzzy unknown pending stubs } } } } }";
const LEADERS: &str = r#"{ contacts(filter: {where: {all: [{field: "country", op: "in", value: ["DE", "AT", "CH"]}, {field: "department", op: "equals", value: "Marketing"}, {field: "seniority_level", op: "in", value: ["C-level", "VP", "Director", "Head", "Manager"]}]}}) { totalCount } }"#;

/// What of a list in an answer stands under these names, by name.
fn named(data: &Value, list: &str, fields: &[&str]) -> Vec<Value> {
    let nodes = data[list]["edges"].as_array().unwrap().iter().map(|edge| &edge["node"]);
    let mut rows: Vec<Value> =
        nodes.map(|node| fields.iter().map(|field| node[field].clone()).collect()).collect();
    rows.sort_by_key(ToString::to_string);
    rows
}

#[tokio::test]
async fn its_audiences_are_filled_and_go_with_it() {
    let app = TestApp::start().await;
    app.data(ADD, json!({})).await;
    until_at_rest(&app).await;
    let data = app.data(AUDIENCES, json!({})).await;
    let leaders = app.data(LEADERS, json!({})).await["contacts"]["totalCount"].clone();
    assert!(leaders.as_i64() >= Some(7), "{leaders}");
    let segments = named(&data, "segments", &["name", "members"]);
    assert_eq!(segments.len(), 3, "{data}");
    assert_eq!(segments[0], json!(["Marketing leaders in DACH", leaders]));
    assert!(segments[1][1].as_i64() > Some(0), "{data}");
    assert_eq!(segments[2], json!(["Technology companies with 100 people and more", 5]));
    assert_eq!(
        named(&data, "lists", &["name", "members", "source"]),
        [json!(["Target accounts", 13, "FILTER"]), json!(["Trade fair, spring", 43, "MANUAL_UPLOAD"])]
    );
    let set = &data["domainSets"]["edges"][0]["node"];
    assert_eq!(
        (&set["state"], &set["items"], &set["repeated"], &set["invalid"]),
        (&json!("READY"), &json!(53), &json!(2), &json!(4)),
        "{set}"
    );
    assert_eq!(
        set["report"],
        json!({ "exact": 28, "fuzzy": 9, "unknown": 16, "pending": 0, "stubs": 0 }),
        "{set}"
    );

    app.data(REMOVE, json!({})).await;
    let gone = app.data(AUDIENCES, json!({})).await;
    for list in ["segments", "lists", "domainSets"] {
        assert_eq!(gone[list]["edges"], json!([]), "{list}");
    }
    app.data(ADD, json!({})).await;
    let back = app.data(AUDIENCES, json!({})).await;
    assert_eq!(named(&back, "domainSets", &["id"]), [json!([set["id"]])], "the same set");
    assert_eq!(named(&back, "segments", &["name"]).len(), 3, "{back}");
}

const CAMPAIGNS: &str = "{ campaigns { edges { node { id name state } } } }";
const SENT: &str = "query($id: UUID!) { emailLedger(campaignId: $id) { audience pending sent excluded failed unknown balanced reasons { reason } }
    emailReport(campaignId: $id, by: LINK) { total { sent opened clicked machineOpened replied unsubscribed complained bouncedHard } rows { name figures { clicked } } }
    emailReplies { totalCount edges { node { id } } } }";

#[tokio::test]
async fn a_campaign_of_it_was_sent_and_answered_and_everybody_has_one_outcome() {
    let app = TestApp::start().await;
    app.data(ADD, json!({})).await;
    until_at_rest(&app).await;
    let data = app.data(CAMPAIGNS, json!({})).await;
    assert_eq!(
        named(&data, "campaigns", &["name", "state"]),
        [json!(["Product news, summer", "COMPLETED"]), json!(["Webinar for teams in DACH", "DRAFT"])]
    );
    let campaign = named(&data, "campaigns", &["name", "id"])[0][1].clone();
    let data = app.data(SENT, json!({ "id": campaign })).await;
    let ledger = &data["emailLedger"];
    let count = |part: &str| ledger[part].as_i64().unwrap();
    assert_eq!((&ledger["balanced"], count("audience")), (&json!(true), count("sent") + count("excluded")));
    assert!(count("sent") >= 40 && count("excluded") >= 10, "{ledger}");
    let reasons: Vec<&str> =
        ledger["reasons"].as_array().unwrap().iter().map(|one| one["reason"].as_str().unwrap()).collect();
    assert!(reasons.contains(&"no_consent") && reasons.contains(&"invalid_address"), "{ledger}");
    let total = &data["emailReport"]["total"];
    assert_eq!(total["sent"], ledger["sent"]);
    for one in ["replied", "unsubscribed", "complained", "bouncedHard"] {
        assert_eq!(total[one], 1, "{one}: {total}");
    }
    for some in ["opened", "clicked", "machineOpened"] {
        assert!(total[some].as_i64() >= Some(3), "{some}: {total}");
    }
    let link = &data["emailReport"]["rows"][0];
    assert_eq!(
        (&link["name"], &link["figures"]["clicked"]),
        (&json!("Read the story"), &total["clicked"]),
        "{data}"
    );
    assert_eq!(data["emailReplies"]["totalCount"], 1, "{data}");
    verified(&app).await;

    app.data(REMOVE, json!({})).await;
    assert_eq!(app.data(CAMPAIGNS, json!({})).await["campaigns"]["edges"], json!([]));
    app.data(ADD, json!({})).await;
    let back = app.data(CAMPAIGNS, json!({})).await;
    assert_eq!(named(&back, "campaigns", &["name", "id"])[0][1], campaign, "the same campaign");
}

/// The log, the guards and what is shown agree.
async fn verified(app: &TestApp) {
    let context = &app.backend.context;
    let verifier = Verifier {
        pools: context.log.pools.clone(),
        opener: Opener::of(&context.log, app.backend.upcasters.clone()),
        blind: context.log.blind.clone(),
        search: app.backend.search.clone(),
    };
    let parts = [Part::EmailTemplates, Part::Campaigns, Part::Sending, Part::Responses, Part::Replies];
    for _ in 0..200 {
        let report = verifier.run(&parts, |_| {}).await.unwrap();
        if report.is_clean() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let report = verifier.run(&parts, |_| {}).await.unwrap();
    panic!("{:?} {:?}", report.differences, report.skipped);
}

/// What somebody built on the sample is not taken from under them.
#[tokio::test]
async fn a_segment_that_another_is_defined_by_stays() {
    let app = TestApp::start().await;
    app.data(ADD, json!({})).await;
    let all = app.data("{ segments { edges { node { id name } } } }", json!({})).await;
    let of_sample = named(&all, "segments", &["name", "id"])[0][1].clone();
    let create =
        "mutation($input: SegmentCreateInput!) { segmentCreate(input: $input) { userErrors { code } } }";
    let filter = json!({ "field": "segments", "op": "any_of", "value": [of_sample] });
    let input = json!({ "entity": "CONTACT", "name": "Mine", "filter": filter });
    let made = app.data(create, json!({ "input": input })).await;
    assert_eq!(made["segmentCreate"]["userErrors"], json!([]), "{made}");
    let removed = app.data(REMOVE, json!({})).await;
    assert_eq!(removed["sampleDataRemove"]["userErrors"], json!([]), "{removed}");
    let left = app.data("{ segments { edges { node { name } } } }", json!({})).await;
    let names = named(&left, "segments", &["name"]);
    assert_eq!(names, [json!(["Marketing leaders in DACH"]), json!(["Mine"])], "{left}");
}

#[tokio::test]
async fn some_of_the_sample_are_in_it_twice_and_wait_to_be_looked_at() {
    let app = TestApp::start().await;
    app.data(ADD, json!({})).await;
    until_at_rest(&app).await;
    let standing = "query($entity: Entity!) { duplicateStanding(entity: $entity) { exact duplicate review lookedAt jobId } }";
    let looked = |data: &Value| data["duplicateStanding"]["lookedAt"].is_string();
    let accounts = until(&app, standing, json!({ "entity": "ACCOUNT" }), looked).await;
    assert!(accounts["duplicateStanding"]["duplicate"].as_i64() >= Some(2), "{accounts}");
    let contacts = until(&app, standing, json!({ "entity": "CONTACT" }), looked).await;
    let contacts = &contacts["duplicateStanding"];
    for class in ["exact", "duplicate", "review"] {
        assert!(contacts[class].as_i64() >= Some(1), "{class}: {contacts}");
    }

    // One that was merged is not made again.
    let of = "{ exact: contacts(filter: {q: \"vogel\", where: {field: \"linkedin_url\", op: \"contains\", value: \"sample22\"}}) { edges { node { id email } } } }";
    let found = app.data(of, json!({})).await;
    let ids: Vec<&str> = found["exact"]["edges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edge| edge["node"]["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), 2, "{found}");
    let merge =
        "mutation($input: RecordsMergeInput!) { recordsMerge(input: $input) { userErrors { code } } }";
    let input = json!({ "entity": "CONTACT", "survivor": ids[0], "absorbed": [ids[1]] });
    assert_eq!(app.data(merge, json!({ "input": input })).await["recordsMerge"]["userErrors"], json!([]));
    let again = app.data(ADD, json!({})).await;
    assert_eq!(again["sampleDataAdd"]["status"]["contacts"], 308, "{again}");
}

const STEPS: &str = "{ firstSteps { contact account import colleague client } }";

#[tokio::test]
async fn what_came_with_the_installation_ticks_no_first_step() {
    let app = TestApp::start().await;
    let none =
        json!({ "contact": false, "account": false, "import": false, "colleague": false, "client": false });
    app.data(ADD, json!({})).await;
    until_at_rest(&app).await;
    // Seven users, two clients, the whole sample company and a file are there, and nobody did anything.
    assert_eq!(app.data(STEPS, json!({})).await["firstSteps"], none);
    let own = "mutation { contactCreate(input: {fields: {email: \"mine@example.com\"}}) { position } }";
    app.data(own, json!({})).await;
    let data = until(&app, STEPS, json!({}), |data| data["firstSteps"]["contact"] == true).await;
    assert_eq!(
        (&data["firstSteps"]["import"], &data["firstSteps"]["client"]),
        (&json!(false), &json!(false))
    );
    let client = "mutation { clientCreate(input: {name: \"Ashford Tools\"}) { position } }";
    app.data(client, json!({})).await;
    until(&app, STEPS, json!({}), |data| data["firstSteps"]["client"] == true).await;
}

#[tokio::test]
async fn a_step_that_is_not_of_the_role_is_not_told() {
    let app = TestApp::start().await;
    for (role, told) in [(Role::CampaignManager, true), (Role::QaAnalyst, false), (Role::Agent, false)] {
        let body = app.graphql(role, STEPS, json!({})).await;
        let steps = &body["data"]["firstSteps"];
        assert_eq!(steps["contact"].is_boolean(), told, "{role}: {body}");
        assert_eq!((steps["import"].is_null(), steps["colleague"].is_null()), (true, true), "{role}");
    }
}
