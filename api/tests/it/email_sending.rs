//! Ledgers and the email policy over GraphQL and REST: shown, set, refused, for every role.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, answer, code};

const POLICY: &str = "{ emailPolicy { perSecond domains { domain perSecond } cap { count days } warnComplaintsPercent pauseComplaintsPercent pauseHardBouncesPercent pauseBouncesPercent softBounces { bounces withinDays overDays restDays } setAt } }";
const SET: &str = "mutation($input: EmailPolicyInput!) { emailPolicySet(input: $input) { policy { perSecond cap { count } } position userErrors { code field } } }";
const LEDGER: &str = "query($id: UUID!) { emailLedger(campaignId: $id) { audience } emailRecipient(campaignId: $id, contactId: $id) { state } }";
const RECIPIENTS: &str = "query($id: UUID!) { emailRecipients(campaignId: $id, first: 5) { totalCount edges { node { contactId } } } }";
const SETTLE: &str = "mutation($input: EmailUnknownSettleInput!) { emailUnknownSettle(input: $input) { settled userErrors { code } } }";
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
    assert_eq!(code(&app.graphql(Role::Agent, POLICY, json!({})).await), Some("FORBIDDEN"));
    assert_eq!(app.get(Role::Agent, "/api/v1/email-policy").await.0, 403);
    assert_eq!(code(&app.graphql(Role::ClientUser, LEDGER, id).await), Some("FORBIDDEN"));
    let input = json!({ "input": { "campaignId": NOBODYS, "was": "SENT" } });
    let settled = app.data(SETTLE, input.clone()).await;
    assert_eq!(settled["emailUnknownSettle"]["userErrors"][0]["code"], "NOT_FOUND", "{settled}");
    assert_eq!(code(&app.graphql(Role::QaAnalyst, SETTLE, input).await), Some("FORBIDDEN"));
    let set = json!({ "input": policy() });
    assert_eq!(code(&app.graphql(Role::CampaignManager, SET, set).await), Some("FORBIDDEN"));
}
