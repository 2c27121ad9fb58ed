//! Consent over GraphQL and REST: recorded, shown with why, withdrawn with effect, taken back, proven; rules by country; for every role.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, answer, caught_up, code, until};

const RECORD: &str = "mutation($input: ConsentRecordInput!) { consentRecord(input: $input) { statementIds position userErrors { code field message } } }";
const WITHDRAW: &str = "mutation($input: ConsentWithdrawInput!) { consentWithdraw(input: $input) { statementIds suppressed position userErrors { code field } } }";
const TAKE_BACK: &str = "mutation($input: ConsentTakeBackInput!) { consentTakeBack(input: $input) { position userErrors { code field } } }";
const OF: &str = "query($id: UUID!, $at: DateTime) { contactConsent(contactId: $id, at: $at) { channels { channel standing permits why statementId country } statements { id standing state origin wording ip recordedBy fileName } } }";
const LIST: &str = "query($filter: ConsentFilter) { consents(filter: $filter) { totalCount edges { node { id contactLabel channel standing state } } } }";
const SET: &str = "mutation($input: ConsentRuleSetInput!) { consentRuleSet(input: $input) { position userErrors { code field } } }";
const REMOVE: &str =
    "mutation($country: String!) { consentRuleRemove(country: $country) { position userErrors { code } } }";
const NOBODY: &str = "00000000-0000-0000-0000-000000000007";

async fn contact(app: &TestApp, email: &str, country: &str) -> String {
    let body = json!({ "fields": { "email": email, "full_name": "Ada Lovelace", "country": country, "mobile_phone": "+12025550100" } });
    let (status, made) = app.post(Role::Admin, "/api/v1/contacts", body).await;
    assert!(status < 300, "{made}");
    made["id"].as_str().unwrap().to_owned()
}

fn consent(contact: &str, channels: &[&str]) -> Value {
    json!({
        "contactId": contact, "channels": channels, "basis": "CONSENT", "at": "2020-03-01T10:00:00Z",
        "origin": "web form", "wording": "Yes, mail me", "ip": "192.0.2.1",
    })
}

async fn record(app: &TestApp, contact: &str, channels: &[&str]) -> Value {
    let done = app.data(RECORD, json!({ "input": consent(contact, channels) })).await["consentRecord"].take();
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

async fn of(app: &TestApp, contact: &str) -> Value {
    app.data(OF, json!({ "id": contact })).await["contactConsent"].take()
}

async fn withdraw(app: &TestApp, contact: &str, channels: &[&str]) -> Value {
    let input = json!({ "contactId": contact, "channels": channels, "origin": "reply to a mail" });
    let done = app.data(WITHDRAW, json!({ "input": input })).await["consentWithdraw"].take();
    assert_eq!(done["userErrors"], json!([]), "{done}");
    seen(app, &done["position"]).await;
    done
}

#[tokio::test]
async fn what_is_recorded_is_shown_with_what_says_so() {
    let app = TestApp::start().await;
    let ada = contact(&app, "ada@example.com", "DE").await;
    let before = until(&app, OF, json!({ "id": ada }), |data| data["contactConsent"].is_object()).await;
    let by_rule = json!({ "channel": "EMAIL", "standing": "NONE", "permits": false, "why": "COUNTRY", "statementId": null, "country": "DE" });
    assert_eq!(before["contactConsent"]["channels"][0], by_rule, "{before}");

    let done = record(&app, &ada, &["EMAIL"]).await;
    let shown = of(&app, &ada).await;
    assert_eq!(shown["channels"][0]["standing"], "CONSENT", "{shown}");
    assert_eq!(shown["channels"][0]["statementId"], done["statementIds"][0], "{shown}");
    assert_eq!(shown["channels"][1]["why"], "COUNTRY", "of calls they said nothing: {shown}");
    let statement = &shown["statements"][0];
    assert_eq!((&statement["wording"], &statement["ip"]), (&json!("Yes, mail me"), &json!("192.0.2.1")));
    assert_eq!(statement["state"], "COUNTS");

    let list = app.data(LIST, json!({ "filter": { "q": "lovelace", "proven": true } })).await;
    assert_eq!(list["consents"]["totalCount"], 1, "{list}");
    assert_eq!(list["consents"]["edges"][0]["node"]["contactLabel"], "Ada Lovelace");
    let (status, listed) = app.get(Role::Admin, "/api/v1/consents?channel=email&state=counts").await;
    assert_eq!((status, &listed["items"][0]["standing"]), (200, &json!("consent")), "{listed}");
    let (_, one) = app.get(Role::Admin, &format!("/api/v1/contacts/{ada}/consents")).await;
    assert_eq!(one["channels"][0]["why"], "statement", "{one}");

    // A list, a filter and the record know it too.
    let found = "query($where: JSON!) { contacts(filter: { where: $where }) { totalCount } }";
    for (condition, count) in [
        (json!({"field": "email_consent", "op": "equals", "value": "consent"}), 1),
        (json!({"field": "email_consent", "op": "not_in", "value": ["consent", "contract"]}), 0),
        (json!({"field": "phone_consent", "op": "in", "value": ["none", "withdrawn"]}), 1),
    ] {
        let data = app.data(found, json!({ "where": condition })).await;
        assert_eq!(data["contacts"]["totalCount"], count, "{condition}");
    }
    let (_, record) = app.get(Role::Admin, &format!("/api/v1/contacts/{ada}")).await;
    assert_eq!(record["fields"]["email_consent"], "consent", "{record}");
    let history = "query($id: UUID!) { history(entity: CONTACT, id: $id, wanted: { kinds: [\"consents\"] }) { edges { node { title } } } }";
    let told = app.data(history, json!({ "id": ada })).await;
    assert_eq!(
        told["history"]["edges"][0]["node"]["title"], "Consent for email recorded: web form",
        "{told}"
    );
}

#[tokio::test]
async fn a_withdrawal_suppresses_at_once_and_stands_against_what_was_given_before() {
    let app = TestApp::start().await;
    let ada = contact(&app, "ada@example.com", "US").await;
    record(&app, &ada, &["EMAIL", "PHONE"]).await;
    let done = withdraw(&app, &ada, &["EMAIL"]).await;
    assert_eq!(done["suppressed"], 1, "{done}");
    let check = "{ suppressionCheck(value: \"ada@example.com\") { suppressed because { reason } } }";
    let check = app.data(check, json!({})).await;
    assert_eq!(check["suppressionCheck"]["because"][0]["reason"], "UNSUBSCRIBED", "{check}");
    let shown = of(&app, &ada).await;
    assert_eq!(shown["channels"][0]["standing"], "WITHDRAWN", "{shown}");
    assert_eq!(shown["channels"][1]["standing"], "CONSENT", "{shown}");

    let old = app.data(RECORD, json!({ "input": consent(&ada, &["EMAIL"]) })).await["consentRecord"].take();
    assert_eq!(old["userErrors"][0]["code"], "CONSENT_OLDER_THAN_WITHDRAWAL", "{old}");
    let mut ours = consent(&ada, &["EMAIL"]);
    ours["basis"] = json!("LEGITIMATE_INTEREST");
    ours["at"] = Value::Null;
    let ours = app.data(RECORD, json!({ "input": ours })).await["consentRecord"].take();
    assert_eq!(ours["userErrors"][0]["code"], "CONSENT_WITHDRAWN", "{ours}");

    // Nobody meant this one: it is taken back, with a reason.
    let withdrawn = &done["statementIds"][0];
    let path = format!("/api/v1/contacts/{ada}/consents/{}/take-back", withdrawn.as_str().unwrap());
    assert_eq!(app.post(Role::Admin, &path, json!({ "why": " " })).await.0, 422);
    let input = json!({ "contactId": ada, "statementId": withdrawn, "why": "the wrong Ada" });
    let done = app.data(TAKE_BACK, json!({ "input": input })).await["consentTakeBack"].take();
    seen(&app, &done["position"]).await;
    assert_eq!(of(&app, &ada).await["channels"][0]["standing"], "CONSENT");
    let list = app.data(LIST, json!({ "filter": { "state": "TAKEN_BACK" } })).await;
    assert_eq!(list["consents"]["edges"][0]["node"]["id"], *withdrawn, "{list}");
}

#[tokio::test]
async fn a_rule_holds_from_its_change_on_and_the_past_keeps_its_own() {
    let app = TestApp::start().await;
    let ada = contact(&app, "ada@example.com", "DE").await;
    until(&app, OF, json!({ "id": ada }), |data| data["contactConsent"].is_object()).await;
    let before: DateTime<Utc> = Utc::now();
    let input = json!({ "country": "DE", "email": "LEGITIMATE_INTEREST", "phone": "CONSENT_NEEDED", "note": "counsel said so" });
    let done = app.data(SET, json!({ "input": input })).await["consentRuleSet"].take();
    assert_eq!(done["userErrors"], json!([]), "{done}");
    seen(&app, &done["position"]).await;
    assert_eq!(of(&app, &ada).await["channels"][0]["standing"], "LEGITIMATE_INTEREST");
    let then = app.data(OF, json!({ "id": ada, "at": before })).await;
    let then = &then["contactConsent"]["channels"];
    assert_eq!(then[0]["standing"], "NONE", "the rules of then: {then}");
    let rules = "{ consentRules { country name email phone changedBy note } consentRuleChanges { country name rule { email } previous { email } } }";
    let rules = app.data(rules, json!({})).await;
    assert_eq!(rules["consentRules"][0]["name"], "All other countries", "{rules}");
    let germany = rules["consentRules"].as_array().unwrap().iter().find(|rule| rule["country"] == "DE");
    assert_eq!(germany.unwrap()["note"], "counsel said so");
    assert_eq!(rules["consentRuleChanges"][0]["previous"]["email"], "CONSENT_NEEDED", "{rules}");

    let done = app.data(REMOVE, json!({ "country": "DE" })).await["consentRuleRemove"].take();
    seen(&app, &done["position"]).await;
    let shown = of(&app, &ada).await;
    assert_eq!(shown["channels"][0]["why"], "OTHER_COUNTRIES", "{shown}");
    let others = app.data(REMOVE, json!({ "country": "*" })).await;
    assert_eq!(others["consentRuleRemove"]["userErrors"][0]["code"], "CONSENT_RULE_OTHERS_NEEDED");
    let (_, listed) = app.get(Role::QaAnalyst, "/api/v1/consent-rules").await;
    assert_eq!(listed[0]["country"], "*", "{listed}");
    let rule = json!({ "email": "consent_needed", "phone": "consent_needed" });
    let put = app.rest(Role::DataOps, Method::PUT, "/api/v1/consent-rules/FR").await.json(&rule);
    assert_eq!(answer(put).await.0, 200);
    let put = app.rest(Role::DataOps, Method::PUT, "/api/v1/consent-rules/XX").await.json(&rule);
    assert_eq!(answer(put).await.0, 422);
}

#[tokio::test]
async fn a_file_proves_it_and_goes_with_the_person() {
    let app = TestApp::start().await;
    let ada = contact(&app, "ada@example.com", "DE").await;
    let done = record(&app, &ada, &["EMAIL"]).await;
    let path = format!("/api/v1/contacts/{ada}/consents/{}/proof", done["statementIds"][0].as_str().unwrap());
    assert_eq!(app.get(Role::Admin, &path).await.0, 404, "there is none yet");
    let put = |role, name: &str, body: &'static str| {
        let (app, path) = (&app, format!("{path}?fileName={name}"));
        async move { answer(app.rest(role, Method::PUT, &path).await.body(body)).await }
    };
    assert_eq!(put(Role::QaAnalyst, "card.pdf", "signed").await.0, 403);
    assert_eq!(put(Role::DataOps, "card.pdf", "").await.1["errors"][0]["code"], "CONSENT_FILE_EMPTY");
    assert_eq!(put(Role::DataOps, "card.pdf", "signed").await.0, 200);
    assert_eq!(put(Role::DataOps, "other.pdf", "another").await.1["errors"][0]["code"], "CONSENT_HAS_FILE");
    let got = app.rest(Role::QaAnalyst, Method::GET, &path).await.send().await.unwrap();
    assert_eq!(got.headers()["content-type"], "application/octet-stream");
    assert_eq!(got.headers()["content-disposition"], "attachment; filename=\"card.pdf\"");
    assert_eq!(got.text().await.unwrap(), "signed");

    let erase = "mutation($id: UUID!) { contactErase(input: {id: $id, request: \"R-1\", confirm: true}) { userErrors { code } } }";
    app.data(erase, json!({ "id": ada })).await;
    let gone = until(&app, LIST, json!({}), |data| {
        data["consents"]["edges"][0]["node"]["contactLabel"] == "An erased person"
    })
    .await;
    assert_eq!(gone["consents"]["edges"][0]["node"]["standing"], "CONSENT", "the account stays: {gone}");
    assert_eq!(app.data(OF, json!({ "id": ada })).await["contactConsent"], Value::Null);
    let (status, _) = app.get(Role::Admin, &path).await;
    assert!(status == 404 || status == 422, "{status}");
}

#[tokio::test]
async fn the_register_is_taken_out_as_a_file() {
    let app = TestApp::start().await;
    let ada = contact(&app, "ada@example.com", "DE").await;
    record(&app, &ada, &["EMAIL", "PHONE"]).await;
    let path = "/api/v1/consents/file?channel=phone";
    let text = app.rest(Role::DataOps, Method::GET, path).await.send().await.unwrap().text().await.unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{FEFF}').lines().collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert!(lines[1].contains("Ada Lovelace") && lines[1].contains("Yes, mail me"), "{text}");
    assert_eq!(app.get(Role::QaAnalyst, path).await.0, 403, "who may not take out contacts");
}

#[tokio::test]
async fn each_role_sees_records_and_rules_what_the_table_says() {
    let app = TestApp::start().await;
    let ada = contact(&app, "ada@example.com", "DE").await;
    record(&app, &ada, &["EMAIL"]).await;
    let rule = json!({ "input": { "country": "FR", "email": "CONSENT_NEEDED", "phone": "CONSENT_NEEDED" } });
    for (role, sees, records, rules) in [
        (Role::Admin, true, true, true),
        (Role::DataOps, true, true, true),
        (Role::CampaignManager, true, true, false),
        (Role::QaAnalyst, true, false, false),
        (Role::ClientUser, false, false, false),
    ] {
        let list = app.graphql(role, LIST, json!({})).await;
        assert_eq!(code(&list) != Some("FORBIDDEN"), sees, "{role}: {list}");
        let done = app.graphql(role, RECORD, json!({ "input": consent(&ada, &["PHONE"]) })).await;
        assert_eq!(code(&done) != Some("FORBIDDEN"), records, "{role}: {done}");
        let set = app.graphql(role, SET, rule.clone()).await;
        assert_eq!(code(&set) != Some("FORBIDDEN"), rules, "{role}: {set}");
        let body = json!({ "channels": ["phone"], "origin": "a call" });
        let path = format!("/api/v1/contacts/{ada}/consents/withdraw");
        assert_eq!(app.post(role, &path, body).await.0 != 403, records, "{role}");
    }
}

/// An agent's contacts are those in the agent's queues; of the others nothing is told, and nothing can be done to them.
#[tokio::test]
async fn an_agent_meets_no_consent_outside_of_a_call() {
    let app = TestApp::start().await;
    let ada = contact(&app, "ada@example.com", "DE").await;
    let done = record(&app, &ada, &["EMAIL"]).await;
    let statement = done["statementIds"][0].as_str().unwrap();
    let list = app.graphql(Role::Agent, LIST, json!({})).await;
    assert_eq!(list["data"]["consents"], json!({ "totalCount": 0, "edges": [] }), "{list}");
    let one = app.graphql(Role::Agent, OF, json!({ "id": ada })).await;
    assert_eq!(one["data"]["contactConsent"], Value::Null, "{one}");
    let read = "query($id: UUID!) { consent(id: $id) { id contactId } }";
    let none = app.graphql(Role::Agent, read, json!({ "id": statement })).await;
    assert_eq!(none["data"]["consent"], Value::Null, "{none}");
    assert_eq!(app.data(read, json!({ "id": statement })).await["consent"]["contactId"], json!(ada));
    let path = format!("/api/v1/consents/{statement}");
    assert_eq!(app.get(Role::Agent, &path).await.0, 404);
    assert_eq!(app.get(Role::Admin, &path).await.1["id"], statement);
    assert_eq!(app.get(Role::Admin, "/api/v1/consents/none").await.0, 404);
    let rules = "{ consentRules { country } consentRuleChanges { country } }";
    let rules = app.graphql(Role::Agent, rules, json!({})).await;
    assert!(
        rules["data"]["consentRules"].as_array().is_some_and(|all| all.len() > 10),
        "about nobody: {rules}"
    );
    for (mutation, name, input) in [
        (RECORD, "consentRecord", consent(&ada, &["PHONE"])),
        (WITHDRAW, "consentWithdraw", json!({ "contactId": ada, "channels": ["EMAIL"], "origin": "a call" })),
        (TAKE_BACK, "consentTakeBack", json!({ "contactId": ada, "statementId": statement, "why": "no" })),
    ] {
        let body = app.graphql(Role::Agent, mutation, json!({ "input": input })).await;
        assert_eq!(body["data"][name]["userErrors"][0]["code"], "NOT_FOUND", "{name}: {body}");
    }
    assert_eq!(app.get(Role::Agent, "/api/v1/consents").await.1["items"], json!([]));
    assert_eq!(app.get(Role::Agent, "/api/v1/consent-rules").await.0, 200);
    let base = format!("/api/v1/contacts/{ada}/consents");
    assert_eq!(app.get(Role::Agent, &base).await.0, 404);
    let said = json!({ "channels": ["email"], "basis": "consent", "origin": "a call", "wording": "yes" });
    assert_eq!(app.post(Role::Agent, &base, said).await.0, 404);
    let said = json!({ "channels": ["email"], "origin": "a call" });
    assert_eq!(app.post(Role::Agent, &format!("{base}/withdraw"), said).await.0, 404);
    let why = json!({ "why": "no" });
    assert_eq!(app.post(Role::Agent, &format!("{base}/{statement}/take-back"), why).await.0, 404);
    let proof = format!("{base}/{statement}/proof");
    assert_eq!(app.get(Role::Agent, &proof).await.0, 404);
    let put = app.rest(Role::Agent, Method::PUT, &proof).await.body("x");
    assert_eq!(answer(put).await.0, 404);
    assert_eq!(of(&app, &ada).await["statements"].as_array().unwrap().len(), 1, "and nothing was changed");
}

#[tokio::test]
async fn rubbish_is_refused_in_words() {
    let app = TestApp::start().await;
    let ada = contact(&app, "ada@example.com", "DE").await;
    let path = format!("/api/v1/contacts/{ada}/consents");
    for (body, wanted) in [
        (json!({ "channels": [], "basis": "contract", "origin": "x" }), "CONSENT_CHANNEL_MISSING"),
        (json!({ "channels": ["email"], "basis": "consent", "origin": "x" }), "CONSENT_PROOF_MISSING"),
        (json!({ "channels": ["email"], "basis": "contract", "origin": " " }), "CONSENT_SOURCE_MISSING"),
        (
            json!({ "channels": ["email"], "basis": "contract", "origin": "x", "at": "2999-01-01T00:00:00Z" }),
            "CONSENT_IN_FUTURE",
        ),
        (
            json!({ "channels": ["email"], "basis": "contract", "origin": "x", "url": "javascript:x" }),
            "CONSENT_URL_INVALID",
        ),
        (
            json!({ "channels": ["email"], "basis": "contract", "origin": "x", "ip": "here" }),
            "CONSENT_IP_INVALID",
        ),
    ] {
        let (status, body) = app.post(Role::Admin, &path, body).await;
        assert_eq!((status, body["errors"][0]["code"].as_str()), (422, Some(wanted)), "{body}");
    }
    let misspelt = json!({ "channels": ["email"], "basis": "contract", "origin": "x", "givenAt": "2020-01-01T00:00:00Z" });
    let (status, refused) = app.post(Role::Admin, &path, misspelt).await;
    assert_eq!((status, refused["code"].as_str()), (400, Some("BAD_REQUEST")), "{refused}");
    assert!(refused.to_string().contains("givenAt"), "it says which field: {refused}");
    let somebody = json!({ "channels": ["email"], "basis": "contract", "origin": "x" });
    assert_eq!(app.post(Role::Admin, &format!("/api/v1/contacts/{NOBODY}/consents"), somebody).await.0, 404);
    assert_eq!(app.get(Role::Admin, "/api/v1/contacts/none/consents/none/proof").await.0, 404);
    let (status, _) = app.get(Role::Admin, "/api/v1/consents?standing=maybe").await;
    assert_eq!(status, 400);
}
