//! Ledgers and the email policy over GraphQL and REST: shown, set, refused, for every role.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::campaigns::launched;
use crate::support::{TestApp, answer, code, until};

const POLICY: &str = "{ emailPolicy { perSecond domains { domain perSecond } cap { count days } warnComplaintsPercent pauseComplaintsPercent pauseHardBouncesPercent pauseBouncesPercent softBounces { bounces withinDays overDays restDays } setAt } }";
const SET: &str = "mutation($input: EmailPolicyInput!) { emailPolicySet(input: $input) { policy { perSecond cap { count } } position userErrors { code field } } }";
const LEDGER: &str = "query($id: UUID!) { emailLedger(campaignId: $id) { audience } emailRecipient(campaignId: $id, contactId: $id) { state } }";
const COUNTS: &str = "query($id: UUID!) { emailLedger(campaignId: $id) { audience pending handingOver sent excluded failed unknown balanced reasons { state reason count } } campaign(id: $id) { state } }";
const LISTED: &str = "query($id: UUID!, $filter: EmailRecipientsFilter) { emailRecipients(campaignId: $id, filter: $filter) { totalCount edges { node { contactId contact { email } state reason reasonLabel variant domain attempts } } } }";
const RESULT: &str = "query($id: UUID!) { campaignTest(id: $id) { endsAt winner beingJudged enough words variants { key reached percent p } } }";
const CHOOSE: &str =
    "mutation($id: UUID!) { campaignWinnerChoose(id: $id, variant: \"b\") { userErrors { code field } } }";
const RECIPIENTS: &str = "query($id: UUID!) { emailRecipients(campaignId: $id, first: 5) { totalCount edges { node { contactId } } } }";
const SETTLE: &str = "mutation($input: EmailUnknownSettleInput!) { emailUnknownSettle(input: $input) { settled userErrors { code } } }";
const HISTORY: &str = "query($id: UUID!) { history(entity: CONTACT, id: $id, wanted: { kinds: [\"engagement\"] }) { edges { node { title source sourceLabel eventType } } } }";
const RETRY: &str = "mutation($id: UUID!) { campaignTakeRetry(id: $id) { userErrors { code } } }";
const STANDS: &str = "query($id: UUID!) { campaign(id: $id) { takeStands } }";
const NOBODYS: &str = "0195f2a0-0000-7000-8000-000000000001";

fn policy() -> Value {
    json!({
        "perSecond": 50,
        "domains": [{ "domain": "Example.com", "perSecond": 0.5 }],
        "cap": { "count": 3, "days": 7 },
        "warnComplaintsPercent": 0.1,
        "pauseComplaintsPercent": 0.3,
        "pauseHardBouncesPercent": 5.0,
        "pauseBouncesPercent": 15.0,
        "softBounces": { "bounces": 5, "withinDays": 30, "overDays": 7, "restDays": 90 },
    })
}

#[tokio::test]
async fn the_policy_is_shown_set_and_refused_beside_its_field() {
    let app = TestApp::start().await;
    let built_in = app.data(POLICY, json!({})).await["emailPolicy"].clone();
    assert_eq!((&built_in["cap"], &built_in["setAt"]), (&Value::Null, &Value::Null), "{built_in}");
    assert_eq!(built_in["pauseComplaintsPercent"], 0.3);
    let set = app.data(SET, json!({ "input": policy() })).await;
    assert_eq!(set["emailPolicySet"]["userErrors"], json!([]), "{set}");
    assert!(set["emailPolicySet"]["position"].is_i64());
    let again = app.data(SET, json!({ "input": policy() })).await;
    assert_eq!(again["emailPolicySet"]["position"], Value::Null, "it is so already");
    let shown = app.data(POLICY, json!({})).await["emailPolicy"].clone();
    assert_eq!(
        (&shown["perSecond"], &shown["domains"], &shown["cap"]),
        (
            &json!(50),
            &json!([{ "domain": "example.com", "perSecond": 0.5 }]),
            &json!({ "count": 3, "days": 7 })
        )
    );
    for (field, value, refusal) in [
        ("perSecond", json!(-1), "EMAIL_POLICY_PACE_INVALID"),
        ("cap", json!({ "count": 0, "days": 7 }), "EMAIL_POLICY_CAP_INVALID"),
        ("domains", json!([{ "domain": "no domain", "perSecond": 1 }]), "EMAIL_POLICY_DOMAIN_INVALID"),
        ("warnComplaintsPercent", json!(0.4), "EMAIL_POLICY_WARNS_TOO_LATE"),
        ("pauseBouncesPercent", json!(0), "EMAIL_POLICY_SHARE_INVALID"),
    ] {
        let mut input = policy();
        input[field] = value;
        let refused = app.data(SET, json!({ "input": input })).await;
        let error = &refused["emailPolicySet"]["userErrors"][0];
        assert_eq!(error, &json!({ "code": refusal, "field": field }));
    }
}

#[tokio::test]
async fn rest_does_the_same() {
    let app = TestApp::start().await;
    let path = "/api/v1/email-policy";
    let (status, mut held) = app.get(Role::Admin, path).await;
    assert_eq!((status, &held["perSecond"]), (200, &Value::Null), "{held}");
    held["perSecond"] = json!(20);
    held["domains"] = json!({ "example.com": 2.5 });
    let (status, set) = answer(app.rest(Role::Admin, Method::PUT, path).await.json(&held)).await;
    assert_eq!((status, &set["domains"]["example.com"]), (200, &json!(2.5)), "{set}");
    assert_eq!(app.get(Role::Admin, path).await.1["perSecond"], 20);
    held["pauseHardBouncesPercent"] = json!(0);
    let (status, refused) = answer(app.rest(Role::Admin, Method::PUT, path).await.json(&held)).await;
    assert_eq!(
        (status, &refused["errors"][0]["code"]),
        (422, &json!("EMAIL_POLICY_SHARE_INVALID")),
        "{refused}"
    );
    for of in ["ledger", "recipients", &format!("recipients/{NOBODYS}")] {
        let path = format!("/api/v1/campaigns/{NOBODYS}/{of}");
        assert_eq!(app.get(Role::Admin, &path).await.0, 404, "{path}");
    }
    let settle = format!("/api/v1/campaigns/{NOBODYS}/recipients/unknown/settle");
    assert_eq!(app.post(Role::Admin, &settle, json!({ "was": "not_sent" })).await.0, 404);
    assert_eq!(app.post(Role::QaAnalyst, &settle, json!({ "was": "sent" })).await.0, 403);
    let wrong = format!("/api/v1/campaigns/{NOBODYS}/recipients?state=gone");
    assert_eq!(app.get(Role::Admin, &wrong).await.0, 400);
}

#[tokio::test]
async fn what_is_launched_is_sent_and_its_ledger_says_what_became_of_everybody() {
    let app = TestApp::start().await;
    let campaign = launched(&app).await;
    let id = json!({ "id": campaign });
    let data = until(&app, COUNTS, id.clone(), |data| data["emailLedger"]["sent"] == 2).await;
    let ledger = &data["emailLedger"];
    let counts = ["audience", "pending", "handingOver", "sent", "excluded", "failed", "unknown"];
    assert_eq!(counts.map(|count| ledger[count].as_i64().unwrap()), [3, 0, 0, 2, 1, 0, 0], "{ledger}");
    let why = json!([{ "state": "EXCLUDED", "reason": "no_consent", "count": 1 }]);
    assert_eq!((&ledger["balanced"], &ledger["reasons"]), (&json!(true), &why));
    until(&app, COUNTS, id.clone(), |data| data["campaign"]["state"] == "COMPLETED").await;

    let sent = json!({ "id": campaign, "filter": { "states": ["SENT"], "domain": "a.test" } });
    let found = app.data(LISTED, sent).await["emailRecipients"].take();
    assert_eq!(found["totalCount"], 1, "{found}");
    let node = &found["edges"][0]["node"];
    let told = ["state", "variant", "domain", "attempts"].map(|key| node[key].clone());
    assert_eq!(told, [json!("SENT"), json!("A"), json!("a.test"), json!(1)], "{node}");
    assert_eq!(node["contact"]["email"], "ada@a.test");
    let excluded = json!({ "id": campaign, "filter": { "reasons": ["no_consent"] } });
    let found = app.data(LISTED, excluded).await["emailRecipients"].take();
    assert_eq!((&found["totalCount"], &found["edges"][0]["node"]["state"]), (&json!(1), &json!("EXCLUDED")));

    // The file says the same, to whoever may take people out.
    let path = format!("/api/v1/campaigns/{campaign}/recipients/file");
    let download = app.rest(Role::CampaignManager, Method::GET, &path).await.send().await.unwrap();
    let text = download.text().await.unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{FEFF}').lines().collect();
    assert_eq!(lines.len(), 4, "{text}");
    let of = |email: &str| lines.iter().find(|line| line.contains(email)).copied().unwrap_or_default();
    assert!(of("ada@a.test").contains("sent") && of("bo@b.test").contains("sent"), "{text}");
    assert!(of("cy@b.test").contains("no_consent"), "{text}");
    let some = format!("{path}?state=excluded&format=json");
    let (status, some) = app.get(Role::Admin, &some).await;
    assert_eq!((status, some.as_array().map(Vec::len)), (200, Some(1)), "{some}");
    assert_eq!(app.get(Role::QaAnalyst, &path).await.0, 403, "who may not take out contacts");
    assert_eq!(app.get(Role::Admin, &format!("{path}?state=gone")).await.0, 400);
    let nobodys = format!("/api/v1/campaigns/{NOBODYS}/recipients/file");
    assert_eq!(app.get(Role::Admin, &nobodys).await.0, 404);
}

#[tokio::test]
async fn the_time_line_of_a_contact_says_what_became_of_their_mail_and_in_which_campaign() {
    let app = TestApp::start().await;
    let campaign = launched(&app).await;
    let id = json!({ "id": campaign });
    until(&app, COUNTS, id.clone(), |data| data["emailLedger"]["sent"] == 2).await;
    let name =
        app.data("query($id: UUID!) { campaign(id: $id) { name } }", id).await["campaign"]["name"].take();
    for (filter, title, event) in [
        (json!({ "states": ["SENT"], "domain": "a.test" }), "Was emailed in a campaign", "EngagementSent"),
        (json!({ "reasons": ["no_consent"] }), "Left out of a campaign: no consent", "EngagementNotEmailed"),
    ] {
        let found = app.data(LISTED, json!({ "id": campaign, "filter": filter })).await;
        let contact = json!({ "id": found["emailRecipients"]["edges"][0]["node"]["contactId"] });
        let line = json!({ "node": { "title": title, "source": format!("campaign:{campaign}"), "sourceLabel": name, "eventType": event } });
        let is_told =
            |data: &Value| data["history"]["edges"].as_array().is_some_and(|all| all.contains(&line));
        until(&app, HISTORY, contact, is_told).await;
    }
    // And what it said.
    let filter = json!({ "states": ["SENT"], "domain": "a.test" });
    let found = app.data(LISTED, json!({ "id": campaign, "filter": filter })).await;
    let contact = json!({ "id": found["emailRecipients"]["edges"][0]["node"]["contactId"] });
    let about = "query($id: UUID!) { history(entity: CONTACT, id: $id, wanted: { kinds: [\"engagement\"] }) { edges { node { title about } } } }";
    let says = |node: &Value| {
        node["title"] == "Was emailed in a campaign"
            && node["about"].as_str().is_some_and(|about| about.starts_with('“'))
    };
    let is_said = |data: &Value| {
        data["history"]["edges"].as_array().is_some_and(|all| all.iter().any(|edge| says(&edge["node"])))
    };
    until(&app, about, contact, is_said).await;
}

#[tokio::test]
async fn a_campaign_that_tests_nothing_has_no_result_and_no_winner() {
    let app = TestApp::start().await;
    let campaign = launched(&app).await;
    let id = json!({ "id": campaign });
    assert_eq!(app.data(RESULT, id.clone()).await["campaignTest"], Value::Null);
    let path = format!("/api/v1/campaigns/{campaign}");
    assert_eq!(app.get(Role::QaAnalyst, &format!("{path}/test")).await.0, 404);
    assert_eq!(app.get(Role::Agent, &format!("{path}/test")).await.0, 404);
    assert_eq!(code(&app.graphql(Role::Agent, RESULT, id.clone()).await), Some("NOT_FOUND"));
    assert_eq!(code(&app.graphql(Role::QaAnalyst, CHOOSE, id.clone()).await), Some("FORBIDDEN"));
    let chosen = app.data(CHOOSE, id).await;
    let refused = json!([{ "code": "CAMPAIGN_NO_SUCH_VARIANT", "field": "variants" }]);
    assert_eq!(chosen["campaignWinnerChoose"]["userErrors"], refused);
    let (status, refused) =
        app.post(Role::CampaignManager, &format!("{path}/winner"), json!({ "variant": "B" })).await;
    assert_eq!(
        (status, &refused["errors"][0]["code"]),
        (422, &json!("CAMPAIGN_NO_SUCH_VARIANT")),
        "{refused}"
    );
}

#[tokio::test]
async fn an_audience_that_can_be_taken_does_not_stand_and_whoever_may_launch_asks_for_it_again() {
    let app = TestApp::start().await;
    let campaign = launched(&app).await;
    let id = json!({ "id": campaign });
    assert_eq!(code(&app.graphql(Role::QaAnalyst, RETRY, id.clone()).await), Some("FORBIDDEN"));
    assert_eq!(app.data(STANDS, id.clone()).await["campaign"]["takeStands"], false);
    let asked = app.data(RETRY, id).await;
    assert_eq!(asked["campaignTakeRetry"]["userErrors"], json!([]), "there is nothing to try again");
    let path = format!("/api/v1/campaigns/{campaign}/audience/retry");
    assert_eq!(app.post(Role::QaAnalyst, &path, json!({})).await.0, 403);
    let (status, shown) = app.post(Role::CampaignManager, &path, json!({})).await;
    assert_eq!((status, &shown["id"]), (200, &json!(campaign)), "{shown}");
    let of_nothing = format!("/api/v1/campaigns/{NOBODYS}/audience/retry");
    assert_eq!(app.post(Role::CampaignManager, &of_nothing, json!({})).await.0, 404);
}

#[tokio::test]
async fn whoever_sees_campaigns_sees_ledgers_and_nobody_elses_are_anybodys() {
    let app = TestApp::start().await;
    let id = json!({ "id": NOBODYS });
    for role in [Role::Admin, Role::CampaignManager, Role::QaAnalyst] {
        let seen = app.graphql(role, LEDGER, id.clone()).await;
        assert_eq!(seen["data"], json!({ "emailLedger": null, "emailRecipient": null }), "{role}: {seen}");
    }
    let recipients = app.graphql(Role::Admin, RECIPIENTS, id.clone()).await;
    assert_eq!(code(&recipients), Some("NOT_FOUND"), "{recipients}");
    // Campaigns by mail are no agent's own.
    let seen = app.graphql(Role::Agent, LEDGER, id.clone()).await;
    assert_eq!(seen["data"], json!({ "emailLedger": null, "emailRecipient": null }), "{seen}");
    assert_eq!(code(&app.graphql(Role::Agent, POLICY, json!({})).await), Some("NOT_FOUND"));
    assert_eq!(app.get(Role::Agent, "/api/v1/email-policy").await.0, 404);
    assert_eq!(code(&app.graphql(Role::ClientUser, LEDGER, id).await), Some("FORBIDDEN"));
    let input = json!({ "input": { "campaignId": NOBODYS, "was": "SENT" } });
    let settled = app.data(SETTLE, input.clone()).await;
    assert_eq!(settled["emailUnknownSettle"]["userErrors"][0]["code"], "NOT_FOUND", "{settled}");
    assert_eq!(code(&app.graphql(Role::QaAnalyst, SETTLE, input).await), Some("FORBIDDEN"));
    let set = json!({ "input": policy() });
    assert_eq!(code(&app.graphql(Role::CampaignManager, SET, set).await), Some("FORBIDDEN"));
}
