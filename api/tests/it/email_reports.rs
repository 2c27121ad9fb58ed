//! Reports of campaigns by mail over GraphQL and REST: shown to whoever sees the campaign, and to nobody else; each figure is that of a
//! statement over the log that knows none of the tables that are counted in.

use std::time::Duration;

use chrono::DateTime;
use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use self::facts::{by_hand, story};
use crate::campaigns::launched;
use crate::support::{TestApp, code};

mod facts;

const REPORT: &str = "query($id: UUID!) { emailReport(campaignId: $id, by: LINK) { total { sent reached } rows { link name figures { clicked } } rest { sent } stale } emailRecipientSteps(campaignId: $id, contactId: $id) { kind } }";
const COMPARED: &str = "query($ids: [UUID!]!) { emailReports(campaignIds: $ids) { campaignId name launchedAt ledger { audience sent excluded balanced } total { sent delivered clicked } } }";
const FIGURES: &str = "query($id: UUID!) {
  whole: emailReport(campaignId: $id, by: VARIANT) { total { sent delivered bouncedHard bouncedSoft complained unsubscribed replied
    opened clicked opens clicks machineOpened machineClicked machineOpens machineClicks unjudged } }
  domains: emailReport(campaignId: $id, by: DOMAIN) { rows { domain figures { sent delivered clicked complained } } }
  links: emailReport(campaignId: $id, by: LINK) { rows { link figures { clicked clicks machineClicks } } }
  hours: emailReport(campaignId: $id, by: HOUR) { rows { hour figures { delivered } } } }";
const RECIPIENTS: &str = "query($id: UUID!, $response: EmailSignalKind!) { emailRecipients(campaignId: $id, filter: { response: $response }) { totalCount edges { node { contactId responses } } } }";
const STEPS: &str = "query($id: UUID!, $contact: UUID!) { emailRecipientSteps(campaignId: $id, contactId: $contact) { kind link byProgram code } emailRecipient(campaignId: $id, contactId: $contact) { responses } }";

const NOBODYS: &str = "0195f2a0-0000-7000-8000-000000000001";

/// The figures of the report in the shape of those by hand.
async fn reported(app: &TestApp, campaign: &str) -> Value {
    let data = app.data(FIGURES, json!({ "id": campaign })).await;
    let rows = |of: &str, row: &dyn Fn(&Value) -> Value| -> Vec<Value> {
        data[of]["rows"].as_array().unwrap().iter().map(row).collect()
    };
    let mut domains = rows("domains", &|row| {
        let of = &row["figures"];
        json!([row["domain"], of["sent"], of["delivered"], of["clicked"], of["complained"]])
    });
    domains.sort_by_key(|row| row[0].as_str().map(ToOwned::to_owned));
    let links = rows("links", &|row| {
        let of = &row["figures"];
        json!([row["link"], of["clicked"], of["clicks"], of["machineClicks"]])
    });
    let hours = rows("hours", &|row| {
        let hour = DateTime::parse_from_rfc3339(row["hour"].as_str().unwrap()).unwrap();
        json!([hour.timestamp(), row["figures"]["delivered"]])
    });
    let hours: Vec<Value> = hours.into_iter().filter(|row| row[1] != 0).collect();
    json!({ "total": data["whole"]["total"], "domains": domains, "links": links, "hours": hours })
}

/// The judge of hits is at work, too: asked until both say the same.
async fn agree(app: &TestApp, campaign: &str) {
    for _ in 0..400 {
        if reported(app, campaign).await == by_hand(app, campaign).await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(reported(app, campaign).await, by_hand(app, campaign).await);
}

#[tokio::test]
async fn reports_are_what_a_statement_over_the_log_counts() {
    let app = TestApp::start().await;
    let campaign = launched(&app).await;
    let mails = story(&app, &campaign).await;
    agree(&app, &campaign).await;
    let report = reported(&app, &campaign).await;
    let total = &report["total"];
    let figures =
        ["sent", "delivered", "bouncedSoft", "opened", "machineOpened", "clicked", "clicks", "replied"];
    assert_eq!(figures.map(|of| total[of].as_i64().unwrap()), [2, 2, 0, 1, 1, 1, 2, 1], "{total}");

    // A figure leads to as many recipients.
    for (response, figure) in [
        ("DELIVERED", "delivered"),
        ("OPENED", "opened"),
        ("CLICKED", "clicked"),
        ("REPLIED", "replied"),
        ("UNSUBSCRIBED", "unsubscribed"),
        ("COMPLAINED", "complained"),
        ("BOUNCED_HARD", "bouncedHard"),
        ("BOUNCED_SOFT", "bouncedSoft"),
    ] {
        let found = app.data(RECIPIENTS, json!({ "id": campaign, "response": response })).await;
        assert_eq!(found["emailRecipients"]["totalCount"], total[figure], "{response}: {found}");
        let path = format!("/api/v1/campaigns/{campaign}/recipients?response={}", response.to_lowercase());
        let (status, listed) = app.get(Role::Admin, &path).await;
        let length = listed["items"].as_array().map(Vec::len).unwrap_or_default();
        assert_eq!((status, json!(length)), (200, total[figure].clone()), "{response}: {listed}");
    }

    // Of each the whole time line, the latest first.
    let (ada, bo) = (mails[0].contact, mails[1].contact);
    let steps = app.data(STEPS, json!({ "id": campaign, "contact": ada })).await;
    let kinds: Vec<&str> = steps["emailRecipientSteps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| step["kind"].as_str().unwrap())
        .collect();
    let kinds: Vec<&str> = kinds.into_iter().filter(|kind| *kind != "ACCEPTED").collect();
    assert_eq!(
        kinds,
        ["REPLIED", "CLICKED", "CLICKED", "OPENED", "OPENED", "DELIVERED", "BOUNCED_SOFT"],
        "{steps}"
    );
    let list = steps["emailRecipientSteps"].as_array().unwrap();
    let of = |kind: &str| list.iter().rfind(|step| step["kind"] == kind).unwrap();
    assert_eq!((&of("OPENED")["byProgram"], &of("CLICKED")["byProgram"]), (&json!(true), &json!(false)));
    assert_eq!((&of("CLICKED")["link"], &of("BOUNCED_SOFT")["code"]), (&json!(2), &json!("mailbox_full")));
    let responses: Vec<&str> =
        steps["emailRecipient"]["responses"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(responses.ends_with(&["DELIVERED", "OPENED", "CLICKED", "REPLIED"]), "{responses:?}");
    let path = format!("/api/v1/campaigns/{campaign}/recipients/{bo}");
    let (status, one) = app.get(Role::QaAnalyst, &path).await;
    let responses = one["responses"].as_array().unwrap();
    assert_eq!(
        (status, responses.last(), responses.contains(&json!("clicked"))),
        (200, Some(&json!("complained")), false),
        "{one}"
    );
    let (status, steps) = app.get(Role::QaAnalyst, &format!("{path}/steps")).await;
    assert_eq!((status, &steps[0]["kind"]), (200, &json!("complained")), "{steps}");
    let unknown = format!("/api/v1/campaigns/{campaign}/recipients?response=gone");
    assert_eq!(app.get(Role::Admin, &unknown).await.0, 400);
}

#[tokio::test]
async fn campaigns_stand_beside_one_another_and_are_taken_out() {
    let app = TestApp::start().await;
    let campaign = launched(&app).await;
    story(&app, &campaign).await;
    agree(&app, &campaign).await;
    // What may not be seen is left out.
    let compared =
        app.data(COMPARED, json!({ "ids": [NOBODYS, campaign, NOBODYS] })).await["emailReports"].take();
    assert_eq!(compared.as_array().map(Vec::len), Some(1), "{compared}");
    let one = &compared[0];
    assert_eq!((&one["campaignId"], &one["name"]), (&json!(campaign), &json!("Spring offer")), "{one}");
    assert_eq!(one["ledger"], json!({ "audience": 3, "sent": 2, "excluded": 1, "balanced": true }));
    assert_eq!(one["total"], json!({ "sent": 2, "delivered": 2, "clicked": 1 }));
    for ids in [
        json!([campaign]),
        json!([campaign, campaign]),
        json!((0..6).map(|_| Uuid::now_v7()).collect::<Vec<_>>()),
    ] {
        let refused = app.graphql(Role::Admin, COMPARED, json!({ "ids": ids })).await;
        assert_eq!(code(&refused), Some("BAD_FILTER"), "{refused}");
    }
    let path = "/api/v1/reports/email/compare";
    let (status, rest) =
        app.get(Role::CampaignManager, &format!("{path}?campaigns={campaign},{NOBODYS}")).await;
    let (of, rates) = (&rest[0], &rest[0]["rates"]);
    assert_eq!(
        (status, &of["ledger"]["audience"], &of["total"]["clicked"]),
        (200, &json!(3), &json!(1)),
        "{rest}"
    );
    assert_eq!(
        ["delivery", "open", "click", "clickToOpen", "bounce"].map(|rate| rates[rate].as_f64()),
        [Some(100.0), Some(50.0), Some(50.0), Some(100.0), Some(0.0)],
        "{rates}"
    );
    assert_eq!(app.get(Role::Admin, &format!("{path}?campaigns={campaign}")).await.0, 400);
    assert_eq!(app.get(Role::Admin, &format!("{path}?campaigns={campaign},weather")).await.0, 400);
    let (status, none) = app.get(Role::ClientUser, &format!("{path}?campaigns={campaign},{NOBODYS}")).await;
    assert_eq!((status, none), (200, json!([])));
    let (status, listed) = app.get(Role::DataOps, "/api/v1/reports/email/campaigns").await;
    let one = &listed["items"][0];
    assert_eq!(
        (status, &one["campaignId"], &one["audience"], &one["total"]["delivered"], &one["rates"]["open"]),
        (200, &json!(campaign), &json!(3), &json!(2), &json!(50.0)),
        "{listed}"
    );

    let text = |path: String| {
        let app = &app;
        async move {
            let answer = app.rest(Role::DataOps, Method::GET, &path).await.send().await.unwrap();
            assert_eq!(answer.status(), 200, "{path}");
            answer.text().await.unwrap().trim_start_matches('\u{FEFF}').to_owned()
        }
    };
    let file = text(format!("{path}/file?campaigns={campaign},{NOBODYS}")).await;
    let lines: Vec<&str> = file.lines().collect();
    assert_eq!(lines.len(), 2, "{file}");
    assert!(lines[0].starts_with("Campaign ID,Campaign,Launched,Audience"), "{file}");
    assert!(lines[1].contains("Spring offer"), "{file}");
    let of = format!("/api/v1/reports/email/campaigns/{campaign}/file");
    let domains = text(format!("{of}?by=domain")).await;
    assert_eq!(domains.lines().count(), 3, "{domains}");
    assert!(domains.contains("a.test,1,") && domains.contains("b.test,1,"), "{domains}");
    let links = text(format!("{of}?by=link")).await;
    let link = links.lines().nth(1).unwrap_or_default();
    assert!(link.starts_with("A,2,") && link.ends_with(",1,2,1"), "{links}");
    let (status, hours) = app.get(Role::Admin, &format!("{of}?by=hour&format=json")).await;
    let delivered: i64 =
        hours.as_array().unwrap().iter().map(|row| row["delivered"].as_i64().unwrap_or_default()).sum();
    assert_eq!((status, delivered), (200, 2), "{hours}");
    let workbook =
        app.rest(Role::Admin, Method::GET, &format!("{of}?format=xlsx")).await.send().await.unwrap();
    assert_eq!((workbook.status().as_u16(), &workbook.bytes().await.unwrap()[..2]), (200, b"PK".as_slice()));
    let noted: i64 = sqlx::query_scalar(
        "select count(*) from log.facts where kind = 'file_downloaded' and about_type = 'campaign' and about_id = $1",
    )
    .bind(&campaign)
    .fetch_one(&app.backend.context.log.pools.read)
    .await
    .unwrap();
    assert_eq!(noted, 4, "each is on record");
}

#[tokio::test]
async fn what_nobody_may_see_is_nobodys_report() {
    let app = TestApp::start().await;
    let id = json!({ "id": NOBODYS });
    for role in [Role::Admin, Role::CampaignManager, Role::QaAnalyst, Role::Agent] {
        let seen = app.graphql(role, REPORT, id.clone()).await;
        assert_eq!(seen["data"], json!({ "emailReport": null, "emailRecipientSteps": [] }), "{role}: {seen}");
    }
    // A report of several is for whoever may see reports, and of no campaign that they may not see.
    let ids = json!({ "ids": [NOBODYS, Uuid::now_v7()] });
    for role in [Role::Admin, Role::CampaignManager, Role::DataOps, Role::Agent, Role::ClientUser] {
        let compared = app.graphql(role, COMPARED, ids.clone()).await;
        assert_eq!(compared["data"], json!({ "emailReports": [] }), "{role}: {compared}");
        let (status, listed) = app.get(role, "/api/v1/reports/email/campaigns").await;
        assert_eq!((status, &listed["items"]), (200, &json!([])), "{role}: {listed}");
        let file = format!("/api/v1/reports/email/compare/file?campaigns={NOBODYS},{}", Uuid::now_v7());
        assert_eq!(app.get(role, &file).await.0, 404, "{role}");
    }
    assert_eq!(code(&app.graphql(Role::QaAnalyst, COMPARED, ids).await), Some("FORBIDDEN"));
    assert_eq!(app.get(Role::QaAnalyst, "/api/v1/reports/email/campaigns").await.0, 403);
    assert_eq!(code(&app.graphql(Role::ClientUser, REPORT, id).await), Some("FORBIDDEN"));
    let path = format!("/api/v1/reports/email/campaigns/{NOBODYS}");
    for by in ["", "?by=variant", "?by=hour", "?by=domain&top=3", "?by=link", "/file", "/file?by=link"] {
        assert_eq!(app.get(Role::Admin, &format!("{path}{by}")).await.0, 404, "{by}");
    }
    assert_eq!(app.get(Role::Admin, &format!("{path}?by=weather")).await.0, 400);
    assert_eq!(app.get(Role::Admin, &format!("{path}/file?by=weather")).await.0, 400);
    let stats = format!("/api/email-campaigns/{NOBODYS}/stats");
    assert_eq!(app.get(Role::Admin, &stats).await.0, 404);
    assert_eq!(app.get(Role::ClientUser, &path).await.0, 403);
    assert_eq!(app.get(Role::ClientUser, &format!("{path}/file")).await.0, 404);
    assert_eq!(app.get(Role::QaAnalyst, &format!("{path}/file")).await.0, 403);
    let steps = format!("/api/v1/campaigns/{NOBODYS}/recipients/{NOBODYS}/steps");
    assert_eq!(app.get(Role::Admin, &steps).await.0, 404);
}
