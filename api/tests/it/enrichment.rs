//! Suggested industries through both doors: looked for, listed, accepted and rejected one by one and in bulk, asked of a model.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};

use crate::support::{TestApp, until};

const LIST: &str = "query($filter: IndustrySuggestionFilter) { industrySuggestions(filter: $filter) { totalCount edges { node { accountId accountName decision industry confidence suggestedBy naics { code title } because { place words } currentIndustry reason reverted } } } }";
const SUGGEST: &str = "mutation($input: IndustrySuggestInput!) { industrySuggest(input: $input) { jobId userErrors { code message } } }";
const ACCEPT: &str = "mutation($id: UUID!) { industrySuggestionAccept(accountId: $id) { suggestion { decision currentIndustry currentNaics } position userErrors { code message } } }";
const REJECT: &str = "mutation($input: IndustryRejectInput!) { industrySuggestionReject(input: $input) { suggestion { decision reason } userErrors { code message } } }";
const JOB: &str = "query($id: UUID!) { job(id: $id) { state error } }";

async fn account(app: &TestApp, name: &str, description: &str) -> String {
    let fields = json!({ "fields": { "name": name, "description": description } });
    let (status, made) = app.post(Role::Admin, "/api/v1/accounts", fields).await;
    assert_eq!(status, 201, "{made}");
    made["id"].as_str().unwrap().to_owned()
}

/// A roofer, a dentist's agency, and one that says nothing.
async fn companies(app: &TestApp) -> [String; 3] {
    [
        account(app, "Slate & Shingle", "Residential roofing and roof repair.").await,
        account(app, "Northwind Agency", "Marketing agency for dentists.").await,
        account(app, "Aldermoor Holdings", "We deliver excellence.").await,
    ]
}

/// Looks to the end of the job.
async fn looked(app: &TestApp, input: Value) -> Value {
    let data = app.data(SUGGEST, json!({ "input": input })).await;
    assert_eq!(data["industrySuggest"]["userErrors"], json!([]), "{data}");
    let id = data["industrySuggest"]["jobId"].clone();
    let over = |data: &Value| !["QUEUED", "RUNNING"].contains(&data["job"]["state"].as_str().unwrap());
    until(app, JOB, json!({ "id": id }), over).await["job"].take()
}

async fn listed(app: &TestApp, decision: &str, wanted: usize) -> Vec<Value> {
    let filter = json!({ "filter": { "decision": decision } });
    let so = |data: &Value| data["industrySuggestions"]["edges"].as_array().unwrap().len() == wanted;
    let data = until(app, LIST, filter, so).await;
    let edges = data["industrySuggestions"]["edges"].as_array().unwrap().clone();
    edges.into_iter().map(|mut edge| edge["node"].take()).collect()
}

#[tokio::test]
async fn what_is_accepted_is_written_and_what_is_rejected_is_not_suggested_again() {
    let app = TestApp::start().await;
    let [roofer, agency, _] = companies(&app).await;
    assert_eq!(looked(&app, json!({})).await["state"], "DONE");
    let pending = listed(&app, "PENDING", 2).await;
    let of = |id: &str| pending.iter().find(|one| one["accountId"] == id).unwrap();
    assert_eq!(of(&roofer)["industry"], "Construction");
    assert_eq!(of(&roofer)["naics"], json!({ "code": "238160", "title": "Roofing Contractors" }));
    assert_eq!(
        (&of(&roofer)["suggestedBy"], &of(&roofer)["currentIndustry"]),
        (&json!("rules"), &Value::Null)
    );
    assert_eq!(of(&roofer)["because"][0]["place"], "description");

    let accepted = app.data(ACCEPT, json!({ "id": roofer })).await;
    let suggestion =
        json!({ "decision": "ACCEPTED", "currentIndustry": "Construction", "currentNaics": "238160" });
    assert_eq!(accepted["industrySuggestionAccept"]["suggestion"], suggestion, "{accepted}");
    let (_, got) = app.get(Role::Admin, &format!("/api/v1/accounts/{roofer}/provenance")).await;
    let industry = got.as_array().unwrap().iter().find(|one| one["field"] == "industry").unwrap();
    assert_eq!(industry["current"]["origin"]["source"], "enrichment");
    assert!(industry["current"]["origin"]["actorId"].is_string(), "a person said yes to it: {industry}");

    // What was answered is the change to take back, and it can be accepted again.
    let undo =
        "mutation($input: RecordUndoInput!) { accountUndo(input: $input) { userErrors { code message } } }";
    let input = json!({ "id": roofer, "position": accepted["industrySuggestionAccept"]["position"] });
    assert_eq!(app.data(undo, json!({ "input": input })).await["accountUndo"]["userErrors"], json!([]));
    let back = |data: &Value| data["industrySuggestions"]["edges"][0]["node"]["reverted"] == true;
    until(&app, LIST, json!({ "filter": { "decision": "ACCEPTED" } }), back).await;
    let again = app.data(ACCEPT, json!({ "id": roofer })).await;
    assert_eq!(again["industrySuggestionAccept"]["suggestion"]["currentIndustry"], "Construction", "{again}");

    let no = json!({ "accountId": agency, "reason": "They run clinics" });
    let rejected = app.data(REJECT, json!({ "input": no })).await;
    let suggestion = json!({ "decision": "REJECTED", "reason": "They run clinics" });
    assert_eq!(rejected["industrySuggestionReject"]["suggestion"], suggestion, "{rejected}");
    let refused = app.data(ACCEPT, json!({ "id": agency })).await;
    assert_eq!(refused["industrySuggestionAccept"]["userErrors"][0]["code"], "ENRICHMENT_REJECTED");
    // A mistake is taken back, and made again.
    let reopen = "mutation($id: UUID!) { industrySuggestionReopen(accountId: $id) { suggestion { decision reason } userErrors { code } } }";
    let reopened = app.data(reopen, json!({ "id": agency })).await;
    let waits = json!({ "decision": "PENDING", "reason": null });
    assert_eq!(reopened["industrySuggestionReopen"]["suggestion"], waits, "{reopened}");
    assert_eq!(listed(&app, "PENDING", 1).await[0]["accountId"], json!(agency));
    let of_roofer = app.data(reopen, json!({ "id": roofer })).await;
    assert_eq!(of_roofer["industrySuggestionReopen"]["userErrors"][0]["code"], "ENRICHMENT_ACCEPTED");
    app.data(REJECT, json!({ "input": { "accountId": agency } })).await;
    looked(&app, json!({})).await;
    assert_eq!(listed(&app, "PENDING", 0).await.len(), 0, "neither is asked about again");

    // Something new is known about the agency.
    let news = json!({ "fields": { "description": "Staffing agency placing nurses in hospitals." } });
    let path = format!("/api/v1/accounts/{agency}");
    let request = app.rest(Role::Admin, reqwest::Method::PATCH, &path).await.json(&news);
    assert_eq!(crate::support::answer(request).await.0, 200);
    looked(&app, json!({})).await;
    assert_eq!(listed(&app, "PENDING", 1).await[0]["industry"], "Staffing & Recruiting");
}

#[tokio::test]
async fn what_is_sure_is_accepted_in_bulk_and_taken_back() {
    let app = TestApp::start().await;
    let [roofer, _, _] = companies(&app).await;
    looked(&app, json!({})).await;
    listed(&app, "PENDING", 2).await;
    let (status, asked) = app
        .post(Role::Admin, "/api/v1/industry-suggestions/accept", json!({ "confidenceAtLeast": 41 }))
        .await;
    assert_eq!((status, &asked["accounts"]), (202, &json!(2)), "{asked}");
    let bulk = "query($id: UUID!) { bulk(id: $id) { state counts { selected changed } action { title } } }";
    let id = json!({ "id": asked["bulkId"] });
    let ended = |data: &Value| data["bulk"]["state"] == "COMPLETED";
    let data = until(&app, bulk, id.clone(), ended).await;
    assert_eq!(data["bulk"]["counts"], json!({ "selected": 2, "changed": 2 }));
    assert_eq!(data["bulk"]["action"]["title"], "Accept industry suggestions of accounts");
    let accepted = listed(&app, "ACCEPTED", 2).await;
    assert!(accepted.iter().all(|one| one["reverted"] == false), "{accepted:?}");

    let undo = "mutation($id: UUID!) { bulkUndo(input: { id: $id }) { userErrors { code message } } }";
    assert_eq!(app.data(undo, id.clone()).await["bulkUndo"]["userErrors"], json!([]));
    until(&app, bulk, id, |data| data["bulk"]["state"] == "UNDONE").await;
    let reverted = |data: &Value| {
        let edges = data["industrySuggestions"]["edges"].as_array().unwrap();
        edges.len() == 2 && edges.iter().all(|edge| edge["node"]["reverted"] == true)
    };
    until(&app, LIST, json!({ "filter": { "decision": "ACCEPTED" } }), reverted).await;
    let again = app.data(ACCEPT, json!({ "id": roofer })).await;
    assert_eq!(again["industrySuggestionAccept"]["suggestion"]["currentIndustry"], "Construction", "{again}");
}

#[tokio::test]
async fn what_waits_is_rejected_in_bulk_and_waits_again_when_that_is_taken_back() {
    let app = TestApp::start().await;
    let [roofer, agency, _] = companies(&app).await;
    looked(&app, json!({})).await;
    listed(&app, "PENDING", 2).await;
    let reject = "mutation($input: IndustryRejectAllInput!) { industrySuggestionsRejectAll(input: $input) { bulkId accounts userErrors { code message } } }";
    let input = json!({ "except": [agency], "reason": "  Not what they do  " });
    let asked = app.data(reject, json!({ "input": input })).await["industrySuggestionsRejectAll"].clone();
    assert_eq!((&asked["accounts"], &asked["userErrors"]), (&json!(1), &json!([])), "{asked}");
    let bulk = "query($id: UUID!) { bulk(id: $id) { state counts { selected changed unchanged } action { kind title } } }";
    let id = json!({ "id": asked["bulkId"] });
    let data = until(&app, bulk, id.clone(), |data| data["bulk"]["state"] == "COMPLETED").await;
    assert_eq!(data["bulk"]["counts"], json!({ "selected": 1, "changed": 1, "unchanged": 0 }));
    let action = json!({ "kind": "REJECT_INDUSTRY", "title": "Reject industry suggestions of accounts" });
    assert_eq!(data["bulk"]["action"], action);
    let rejected = listed(&app, "REJECTED", 1).await;
    assert_eq!(
        (&rejected[0]["accountId"], &rejected[0]["reason"], &rejected[0]["currentIndustry"]),
        (&json!(roofer), &json!("Not what they do"), &Value::Null)
    );
    assert_eq!(listed(&app, "PENDING", 1).await[0]["accountId"], json!(agency));

    let undo = "mutation($id: UUID!) { bulkUndo(input: { id: $id }) { userErrors { code message } } }";
    assert_eq!(app.data(undo, id.clone()).await["bulkUndo"]["userErrors"], json!([]));
    until(&app, bulk, id, |data| data["bulk"]["state"] == "UNDONE").await;
    listed(&app, "PENDING", 2).await;

    // Over REST; whoever decided in the meantime is not overruled.
    let (status, asked) = app
        .post(Role::Admin, "/api/v1/industry-suggestions/reject", json!({ "industry": "Construction" }))
        .await;
    assert_eq!((status, &asked["accounts"]), (202, &json!(1)), "{asked}");
    let rejected = listed(&app, "REJECTED", 1).await;
    assert_eq!((&rejected[0]["accountId"], &rejected[0]["reason"]), (&json!(roofer), &Value::Null));
    let input = json!({ "accountIds": [roofer, agency] });
    let asked = app.data(reject, json!({ "input": input })).await["industrySuggestionsRejectAll"].clone();
    let id = json!({ "id": asked["bulkId"] });
    let data = until(&app, bulk, id, |data| data["bulk"]["state"] == "COMPLETED").await;
    assert_eq!(data["bulk"]["counts"], json!({ "selected": 2, "changed": 1, "unchanged": 1 }));
}

#[tokio::test]
async fn who_may_not_is_refused_and_nothing_outside_is_asked_unless_it_is_set_up() {
    let app = TestApp::start().await;
    let [roofer, ..] = companies(&app).await;
    looked(&app, json!({})).await;
    listed(&app, "PENDING", 2).await;
    let (status, _) = app.post(Role::QaAnalyst, "/api/v1/industry-suggestions", json!({})).await;
    assert_eq!(status, 403);
    let path = format!("/api/v1/industry-suggestions/{roofer}/accept");
    assert_eq!(app.post(Role::QaAnalyst, &path, json!({})).await.0, 403);
    assert_eq!(app.get(Role::ClientUser, "/api/v1/industry-suggestions").await.0, 403);
    let (status, seen) = app.get(Role::QaAnalyst, "/api/v1/industry-suggestions?decision=pending").await;
    assert_eq!((status, seen["items"].as_array().unwrap().len()), (200, 2));
    // An agent has accounts only while somebody is on the line, and so sees and decides nothing here.
    let (status, seen) = app.get(Role::Agent, "/api/v1/industry-suggestions").await;
    assert_eq!((status, &seen["items"]), (200, &json!([])), "{seen}");
    assert_eq!(app.get(Role::Agent, &format!("/api/v1/industry-suggestions/{roofer}")).await.0, 404);
    assert_eq!(app.post(Role::Agent, &path, json!({})).await.0, 404);
    let reject = format!("/api/v1/industry-suggestions/{roofer}/reject");
    assert_eq!(app.post(Role::Agent, &reject, json!({})).await.0, 404);
    let reopen = format!("/api/v1/industry-suggestions/{roofer}/reopen");
    assert_eq!(app.post(Role::Agent, &reopen, json!({})).await.0, 404);
    assert_eq!(app.post(Role::QaAnalyst, &reopen, json!({})).await.0, 403);
    assert_eq!(app.post(Role::Agent, "/api/v1/industry-suggestions", json!({})).await.0, 403);
    let all = json!({ "confidenceAtLeast": 40 });
    assert_eq!(app.post(Role::Agent, "/api/v1/industry-suggestions/accept", all).await.0, 403);
    assert_eq!(app.post(Role::Agent, "/api/v1/industry-suggestions/reject", json!({})).await.0, 403);
    let counts = app.graphql(Role::Agent, "{ industrySuggestionCounts { pending } }", json!({})).await;
    assert_eq!(counts["data"]["industrySuggestionCounts"]["pending"], 0, "{counts}");
    let asked = app.data(SUGGEST, json!({ "input": { "askModel": true } })).await;
    assert_eq!(asked["industrySuggest"]["userErrors"][0]["code"], "ENRICHMENT_NO_MODEL");
    let counts = "{ industrySuggestionCounts { pending accepted rejected hasModel } }";
    let counted = app.data(counts, json!({})).await["industrySuggestionCounts"].clone();
    assert_eq!(counted, json!({ "pending": 2, "accepted": 0, "rejected": 0, "hasModel": false }));
}

type Heard = Arc<Mutex<Vec<Value>>>;

/// Busy the first time, then sure of itself.
async fn model(
    State(heard): State<Heard>,
    axum::Json(body): axum::Json<Value>,
) -> (StatusCode, axum::Json<Value>) {
    let mut heard = heard.lock().unwrap();
    heard.push(body);
    if heard.len() == 1 {
        return (StatusCode::TOO_MANY_REQUESTS, axum::Json(Value::Null));
    }
    let said = json!({ "industry": "Veterinary", "naics": "541940", "confidence": 91, "reason": "Pets." });
    (StatusCode::OK, axum::Json(json!({ "choices": [{ "message": { "content": said.to_string() } }] })))
}

#[tokio::test]
async fn a_model_is_asked_about_companies_alone_and_every_question_is_noted() {
    let heard = Heard::default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    let router = Router::new().route("/v1/chat/completions", post(model)).with_state(heard.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    let app = TestApp::with(&[("LLM_URL", &url), ("LLM_MODEL", "small-model")]).await;
    let fields = json!({ "fields": { "name": "Paws", "description": "Small animal clinic.", "main_phone": "+1 202 555 0101" } });
    let (status, paws) = app.post(Role::Admin, "/api/v1/accounts", fields).await;
    assert_eq!(status, 201, "{paws}");
    assert_eq!(looked(&app, json!({ "askModel": true })).await["state"], "DONE");
    let pending = listed(&app, "PENDING", 1).await;
    assert_eq!(
        (&pending[0]["industry"], &pending[0]["suggestedBy"]),
        (&json!("Veterinary"), &json!("model:small-model"))
    );
    let heard = heard.lock().unwrap().clone();
    assert_eq!(heard.len(), 2, "it was busy once");
    let told = heard[1].to_string();
    assert!(
        told.contains("Small animal clinic") && !told.contains("5550101") && !told.contains("555 0101"),
        "{told}"
    );
    let facts: Vec<String> = sqlx::query_scalar(
        "select payload::text from log.facts where kind = 'enrichment_asked' order by global_position",
    )
    .fetch_all(&app.backend.context.log.pools.read)
    .await
    .unwrap();
    assert_eq!(facts.len(), 2);
    assert!(facts[0].contains("status_429") && facts[1].contains("answered"), "{facts:?}");
    assert!(facts.iter().all(|fact| !fact.contains("Paws") && !fact.contains("clinic")), "{facts:?}");
}
