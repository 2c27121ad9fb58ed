//! Campaigns over GraphQL and REST: from a name to a launch, what keeps one, and what each role may.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, answer, code, until};

const BRAND: &str = "mutation($input: EmailBrandInput!) { emailBrandCreate(input: $input) { brand { id } } }";
const SENDER: &str = "mutation($input: SenderInput!) { senderCreate(input: $input) { sender { id } } }";
const TEMPLATE: &str = "mutation($input: EmailTemplateCreateInput!) { emailTemplateCreate(input: $input) { emailTemplate { id } } }";
const SUBMIT: &str = "mutation($id: UUID!) { emailTemplateSubmit(id: $id) { userErrors { code } } }";
const APPROVE: &str =
    "mutation($id: UUID!) { emailTemplateApprove(id: $id, version: 1) { userErrors { code } } }";
const CREATE: &str = "mutation($input: CampaignCreateInput!) { campaignCreate(input: $input) { campaign { id state } userErrors { code field } } }";
const AUDIENCE: &str = "mutation($id: UUID!, $include: [AudienceSourceInput!]!) { campaignAudienceDefine(id: $id, include: $include) { campaign { audience { sentence include { kind sentence gone } } } userErrors { code field } } }";
const CONTENT: &str = "mutation($id: UUID!, $input: EmailContentInput!) { campaignContentDefine(id: $id, input: $input) { campaign { content { senderName variants { key templateName version weight } digest } } userErrors { code field } } }";
const SCHEDULE: &str = "mutation($id: UUID!, $input: CampaignScheduleInput!) { campaignScheduleDefine(id: $id, input: $input) { campaign { schedule { zone perSecond at } } userErrors { code field } } }";
const CONFIRM: &str = "mutation($id: UUID!) { campaignConfirm(id: $id, codes: [LAWFUL_BASIS, CONTENT_CHECKED]) { campaign { confirmations { code confirmed byName } } userErrors { code } } }";
const SEED: &str = "mutation($id: UUID!, $to: [UUID!]!) { campaignSeedTest(id: $id, to: $to) { sentTo campaign { seedTested { current } } userErrors { code message } } }";
const LAUNCH: &str = "mutation($id: UUID!) { campaignLaunch(id: $id) { campaign { state } preflight { code level step } userErrors { code field } } }";
const PREFLIGHT: &str = "query($id: UUID!) { campaignPreflight(id: $id) { code level step message } }";
const HEALTH: &str = "query($id: UUID!) { campaignAudienceHealth(id: $id) { total reachable excluded { reason label count } domains { domain count } } }";
const CAMPAIGN: &str = "query($id: UUID!) { campaign(id: $id) { name state audienceCount may { edit launch pause } versions { version count hash sentence } } campaignHistory(id: $id) { title } }";
const ALL: &str = "{ campaigns { totalCount edges { node { id name state brandName } } } }";
const SWITCH: &str = "{ sendingSwitch { stopped byName reason } }";

fn id(value: &Value) -> String {
    value["id"].as_str().unwrap_or_else(|| panic!("{value}")).to_owned()
}

/// A brand, a sender of the test mailbox, and a template that somebody else approved.
async fn ground(app: &TestApp) -> (String, String, String) {
    let made = app.data(BRAND, json!({ "input": { "name": "Norhavn" } })).await;
    let brand = id(&made["emailBrandCreate"]["brand"]);
    let sender = json!({ "fromName": "Ada of Norhavn", "fromAddress": "news@norhavn.example", "brandId": brand, "physicalAddress": "Norhavn AS, 0150 Oslo", "account": "test" });
    let made = app.data(SENDER, json!({ "input": sender })).await;
    let sender = id(&made["senderCreate"]["sender"]);
    let written =
        app.graphql(Role::CampaignManager, TEMPLATE, json!({ "input": { "name": "Welcome" } })).await;
    let template = id(&written["data"]["emailTemplateCreate"]["emailTemplate"]);
    app.graphql(Role::CampaignManager, SUBMIT, json!({ "id": template })).await;
    let approved = app.data(APPROVE, json!({ "id": template })).await;
    assert_eq!(approved["emailTemplateApprove"]["userErrors"], json!([]));
    for (email, basis) in [("ada@a.test", "consent"), ("bo@b.test", "consent"), ("cy@b.test", "none")] {
        let own = "mutation($input: RecordInput!) { contactCreate(input: $input) { userErrors { code } } }";
        let fields = json!({ "email": email, "country": "DE", "consent_basis": basis });
        let made = app.data(own, json!({ "input": { "fields": fields } })).await;
        assert_eq!(made["contactCreate"]["userErrors"], json!([]), "{made}");
    }
    (brand, sender, template)
}

async fn draft(app: &TestApp, brand: &str) -> String {
    let input = json!({ "name": " Spring  offer ", "brandId": brand });
    let made = app.data(CREATE, json!({ "input": input })).await;
    assert_eq!(made["campaignCreate"]["userErrors"], json!([]), "{made}");
    id(&made["campaignCreate"]["campaign"])
}

fn germans() -> Value {
    json!([{ "filter": { "field": "country", "op": "equals", "value": "DE" } }])
}

fn content(sender: &str, template: &str) -> Value {
    json!({ "senderId": sender, "variants": [{ "key": "A", "templateId": template, "version": 1 }] })
}

/// One that was let go, to three people of whom one gave no consent.
pub async fn launched(app: &TestApp) -> String {
    let (brand, sender, template) = ground(app).await;
    let campaign = draft(app, &brand).await;
    let of = json!({ "id": campaign });
    app.data(AUDIENCE, json!({ "id": campaign, "include": germans() })).await;
    until(app, HEALTH, of.clone(), |data| data["campaignAudienceHealth"]["total"] == 3).await;
    app.data(CONTENT, json!({ "id": campaign, "input": content(&sender, &template) })).await;
    app.data(SCHEDULE, json!({ "id": campaign, "input": { "zone": "UTC" } })).await;
    app.data(CONFIRM, of.clone()).await;
    let me = app.data("{ me { id } }", json!({})).await;
    app.data(SEED, json!({ "id": campaign, "to": [me["me"]["id"]] })).await;
    let launched = app.data(LAUNCH, of).await;
    assert_eq!(launched["campaignLaunch"]["userErrors"], json!([]), "{launched}");
    campaign
}

#[tokio::test]
async fn a_campaign_goes_from_a_name_to_a_launch() {
    let app = TestApp::start().await;
    let (brand, sender, template) = ground(&app).await;
    let campaign = draft(&app, &brand).await;
    let of = json!({ "id": campaign });

    // Everything that is missing is named, each with its step.
    let refused = app.data(LAUNCH, of.clone()).await["campaignLaunch"].take();
    let codes = ["AUDIENCE_EMPTY", "CONTENT_MISSING", "SCHEDULE_MISSING", "CONFIRMATIONS_MISSING"];
    let told: Vec<&str> =
        refused["userErrors"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(told, codes, "{refused}");
    assert_eq!(refused["preflight"][0]["step"], "audience", "{refused}");

    let defined = app.data(AUDIENCE, json!({ "id": campaign, "include": germans() })).await;
    let audience = &defined["campaignAudienceDefine"]["campaign"]["audience"];
    assert_eq!(audience["include"][0]["kind"], "FILTER", "{defined}");
    let counted = |data: &Value| data["campaignAudienceHealth"]["total"] == 3;
    let health = until(&app, HEALTH, of.clone(), counted).await["campaignAudienceHealth"].take();
    assert_eq!(health["reachable"], 2, "{health}");
    let no_consent = json!({ "reason": "no_consent", "label": "No consent", "count": 1 });
    assert!(health["excluded"].as_array().unwrap().contains(&no_consent), "{health}");
    assert_eq!(
        health["domains"],
        json!([{ "domain": "a.test", "count": 1 }, { "domain": "b.test", "count": 1 }])
    );

    let said = app.data(CONTENT, json!({ "id": campaign, "input": content(&sender, &template) })).await;
    let said = &said["campaignContentDefine"]["campaign"]["content"];
    assert_eq!(
        (&said["senderName"], &said["variants"][0]["templateName"]),
        (&json!("Ada of Norhavn"), &json!("Welcome"))
    );
    let schedule = json!({ "zone": "Europe/Oslo", "perSecond": 50 });
    let when = app.data(SCHEDULE, json!({ "id": campaign, "input": schedule })).await;
    assert_eq!(when["campaignScheduleDefine"]["campaign"]["schedule"]["perSecond"], 50, "{when}");
    let confirmed = app.data(CONFIRM, of.clone()).await;
    assert_eq!(
        confirmed["campaignConfirm"]["campaign"]["confirmations"][0]["confirmed"], true,
        "{confirmed}"
    );
    let found = app.data(PREFLIGHT, of.clone()).await;
    let faults: Vec<&Value> = found["campaignPreflight"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["level"] == "FAULT")
        .collect();
    assert_eq!(faults.len(), 1, "{found}");
    assert_eq!(faults[0]["code"], "SEED_TEST_MISSING");

    let me = app.data("{ me { id } }", json!({})).await;
    let sent = app.data(SEED, json!({ "id": campaign, "to": [me["me"]["id"]] })).await;
    assert_eq!(sent["campaignSeedTest"]["campaign"]["seedTested"]["current"], true, "{sent}");
    let launched = app.data(LAUNCH, of.clone()).await;
    assert_eq!(launched["campaignLaunch"]["userErrors"], json!([]), "{launched}");
    let shown = until(&app, CAMPAIGN, of, |data| data["campaign"]["versions"][0]["count"] == 3).await;
    assert_eq!(shown["campaign"]["audienceCount"], 3, "{shown}");
    assert_eq!(shown["campaign"]["name"], "Spring offer");
    assert!(shown["campaign"]["may"]["edit"].is_string(), "{shown}");
    let titles = shown["campaignHistory"].as_array().unwrap();
    assert!(titles.iter().any(|one| one["title"] == "Launched"), "{shown}");
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field() {
    let app = TestApp::start().await;
    let (brand, sender, template) = ground(&app).await;
    let campaign = draft(&app, &brand).await;
    let empty = app.data(CREATE, json!({ "input": { "name": " ", "brandId": brand } })).await;
    assert_eq!(empty["campaignCreate"]["userErrors"], json!([{ "code": "NAME_EMPTY", "field": "name" }]));
    let both = json!([{ "list": brand, "segment": brand }]);
    for (include, expected) in [
        (both, "AUDIENCE_SOURCE_INVALID"),
        (json!([{}]), "AUDIENCE_SOURCE_INVALID"),
        (json!([{ "list": brand }]), "AUDIENCE_SOURCE_GONE"),
        (json!([{ "filter": { "field": "nope", "op": "equals", "value": 1 } }]), "FILTER_UNKNOWN_FIELD"),
    ] {
        let refused = app.data(AUDIENCE, json!({ "id": campaign, "include": include })).await;
        let code = &refused["campaignAudienceDefine"]["userErrors"][0]["code"];
        assert_eq!(code, expected, "{refused}");
    }
    // Nobody is what a draft begins with, and may come back to.
    let nobody = app.data(AUDIENCE, json!({ "id": campaign, "include": [] })).await;
    assert_eq!(nobody["campaignAudienceDefine"]["userErrors"], json!([]), "{nobody}");
    let mut injected = content(&sender, &template);
    injected["variants"][0]["subject"] = json!("Hello\r\nBcc: everybody@example.com");
    let refused = app.data(CONTENT, json!({ "id": campaign, "input": injected })).await;
    assert_eq!(
        refused["campaignContentDefine"]["userErrors"],
        json!([{ "code": "CAMPAIGN_SUBJECT_INVALID", "field": "subject" }])
    );
    let nowhere = json!({ "zone": "Mars/Olympus" });
    let refused = app.data(SCHEDULE, json!({ "id": campaign, "input": nowhere })).await;
    assert_eq!(
        refused["campaignScheduleDefine"]["userErrors"],
        json!([{ "code": "CAMPAIGN_ZONE_UNKNOWN", "field": "zone" }])
    );
}

#[tokio::test]
async fn over_rest_it_is_the_same_by_either_address() {
    let app = TestApp::start().await;
    let (brand, sender, template) = ground(&app).await;
    let new = json!({ "name": "Spring", "brandId": brand, "include": germans(), "content": content(&sender, &template), "schedule": { "zone": "UTC" } });
    let (status, made) = app.post(Role::CampaignManager, "/api/email-campaigns", new).await;
    assert_eq!(status, 201, "{made}");
    assert_eq!(
        (&made["state"], &made["content"]["variants"][0]["weight"]),
        (&json!("draft"), &json!(1)),
        "{made}"
    );
    let one = format!("/api/v1/campaigns/{}", id(&made));
    // The lists show everybody by now.
    assert_eq!(app.get(Role::CampaignManager, &one).await.0, 200);
    let (status, refused) = app.post(Role::CampaignManager, &format!("{one}/launch"), json!({})).await;
    assert_eq!((status, &refused["code"]), (409, &json!("PREFLIGHT_FAILED")), "{refused}");
    let codes: Vec<&Value> =
        refused["errors"].as_array().unwrap().iter().map(|error| &error["code"]).collect();
    assert_eq!(codes, ["SEED_TEST_MISSING", "CONFIRMATIONS_MISSING"], "{refused}");
    let confirmations = json!({ "codes": ["lawful_basis", "content_checked"] });
    let (status, confirmed) =
        app.post(Role::CampaignManager, &format!("{one}/confirmations"), confirmations).await;
    assert_eq!((status, &confirmed["confirmed"]), (200, &json!(["lawful_basis", "content_checked"])));
    let change = app.rest(Role::CampaignManager, Method::PATCH, &one).await;
    let (status, changed) = answer(change.json(&json!({ "tags": ["DACH"] }))).await;
    assert_eq!((status, &changed["tags"]), (200, &json!(["DACH"])), "{changed}");
    let audience = app.rest(Role::CampaignManager, Method::PUT, &format!("{one}/audience")).await;
    let (status, defined) = answer(audience.json(&json!({ "include": germans(), "exclude": [] }))).await;
    assert_eq!((status, &defined["audience"]["include"]), (200, &germans()), "{defined}");
    let (_, all) = app.get(Role::DataOps, "/api/v1/campaigns?state=draft&tag=dach").await;
    assert_eq!(all["items"].as_array().unwrap().len(), 1, "{all}");
    assert_eq!(app.get(Role::DataOps, &format!("{one}/audience-versions")).await.1["items"], json!([]));
    assert_eq!(
        app.get(Role::DataOps, &format!("{one}/audience-versions/1/members")).await.1["items"],
        json!([])
    );
    assert_eq!(app.get(Role::DataOps, &format!("{one}/audience-versions/x/members")).await.0, 404);
    let (_, found) = app.get(Role::DataOps, &format!("{one}/preflight")).await;
    assert_eq!(found["items"][0]["level"], "fault", "{found}");
    let (_, history) = app.get(Role::DataOps, &format!("{one}/history")).await;
    assert!(history["items"].as_array().unwrap().iter().any(|one| one["title"] == "Created"), "{history}");
    let (status, copied) = app.post(Role::CampaignManager, &format!("{one}/copy"), json!({})).await;
    assert_eq!((status, &copied["name"]), (201, &json!("Spring (copy)")), "{copied}");
    let (status, archived) = app.post(Role::CampaignManager, &format!("{one}/archive"), json!({})).await;
    assert_eq!((status, &archived["archived"]), (200, &json!(true)), "{archived}");
}

#[tokio::test]
async fn who_sees_no_campaigns_of_email_finds_none_and_changes_none() {
    let app = TestApp::start().await;
    let (brand, ..) = ground(&app).await;
    let campaign = draft(&app, &brand).await;
    let of = json!({ "id": campaign });
    for role in [Role::CampaignManager, Role::DataOps, Role::QaAnalyst] {
        let seen = app.graphql(role, ALL, json!({})).await;
        assert_eq!(seen["data"]["campaigns"]["totalCount"], 1, "{role}: {seen}");
    }
    for role in [Role::DataOps, Role::QaAnalyst, Role::Agent] {
        assert_eq!(code(&app.graphql(role, LAUNCH, of.clone()).await), Some("FORBIDDEN"), "{role}");
        let define = json!({ "id": campaign, "include": germans() });
        assert_eq!(code(&app.graphql(role, AUDIENCE, define).await), Some("FORBIDDEN"), "{role}");
    }
    // An agent's own are calls.
    let seen = app.graphql(Role::Agent, ALL, json!({})).await;
    assert_eq!(seen["data"]["campaigns"], json!({ "totalCount": 0, "edges": [] }), "{seen}");
    let seen = app.graphql(Role::Agent, "query($id: UUID!) { campaign(id: $id) { id } }", of.clone()).await;
    assert_eq!(seen["data"]["campaign"], Value::Null, "{seen}");
    for query in [
        "query($id: UUID!) { campaignHistory(id: $id) { title } }",
        "query($id: UUID!) { audienceMembers(campaignId: $id, version: 1) { totalCount } }",
        PREFLIGHT,
        HEALTH,
        "query($id: UUID!) { campaignLinks(id: $id) { url } }",
        "query($id: UUID!) { campaignEstimate(id: $id) { words } }",
        "query($id: UUID!) { campaignContentPreview(id: $id, variant: \"A\") { subject } }",
    ] {
        assert_eq!(code(&app.graphql(Role::Agent, query, of.clone()).await), Some("NOT_FOUND"), "{query}");
    }
    let one = format!("/api/v1/campaigns/{campaign}");
    assert_eq!(app.get(Role::Agent, "/api/v1/campaigns").await.1["items"], json!([]));
    for path in ["", "/history", "/preflight", "/audience-versions", "/audience-versions/1/members"] {
        assert_eq!(app.get(Role::Agent, &format!("{one}{path}")).await.0, 404, "{path}");
    }
    assert_eq!(app.get(Role::ClientUser, "/api/v1/campaigns").await.0, 403);
}

#[tokio::test]
async fn whoever_may_launch_stops_all_sending_and_an_administrator_allows_it() {
    let app = TestApp::start().await;
    let stop = "mutation { sendingStop(reason: \"A wrong price\") { sendingSwitch { stopped reason } userErrors { code } } }";
    let allow = "mutation { sendingAllow { sendingSwitch { stopped } } }";
    assert_eq!(app.data(SWITCH, json!({})).await["sendingSwitch"]["stopped"], false);
    assert_eq!(code(&app.graphql(Role::DataOps, stop, json!({})).await), Some("FORBIDDEN"));
    let stopped = app.graphql(Role::CampaignManager, stop, json!({})).await;
    assert_eq!(stopped["data"]["sendingStop"]["userErrors"], json!([]), "{stopped}");
    // Everybody who works with campaigns is told, agents among them: calls stop as well.
    for role in [Role::Admin, Role::Agent] {
        let seen = app.graphql(role, SWITCH, json!({})).await;
        assert_eq!(seen["data"]["sendingSwitch"]["reason"], "A wrong price", "{role}: {seen}");
    }
    assert_eq!(app.get(Role::Agent, "/api/v1/sending-switch").await.1["stopped"], true);
    assert_eq!(code(&app.graphql(Role::CampaignManager, allow, json!({})).await), Some("FORBIDDEN"));
    let (status, allowed) = app.post(Role::Admin, "/api/v1/sending-switch/allow", json!({})).await;
    assert_eq!((status, &allowed["stopped"]), (200, &json!(false)), "{allowed}");
}
