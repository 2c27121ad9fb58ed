//! What comes by mail: chosen at both doors, tried out, and ended by the link in a mail, without signing in.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, answer, until};

const SET: &str = "mutation($input: NotificationMailSetInput!) { notificationMailSet(input: $input) { digest { every hour timeZone nextAt } preferences { kind emailAtOnce emailDigest } userErrors { code field } } }";
const DIGEST: &str = "{ notificationDigest { every hour timeZone email } }";
const MAILS: &str = "{ mailbox { mails { id subject text } } }";

fn choice(every: &str, hour: i32, zone: &str) -> Value {
    json!({ "input": { "atOnce": ["import_ended"], "digestOff": ["view_shared"], "every": every, "hour": hour, "timeZone": zone } })
}

#[tokio::test]
async fn mail_is_chosen_refused_and_each_ones_own_at_both_doors() {
    let app = TestApp::start().await;
    let set = &app.data(SET, choice("DAILY", 7, "Europe/Copenhagen")).await["notificationMailSet"];
    assert_eq!((&set["userErrors"], &set["digest"]["every"]), (&json!([]), &json!("DAILY")), "{set}");
    assert!(set["digest"]["nextAt"].is_string(), "{set}");
    for (input, field) in [
        (choice("DAILY", 24, "UTC"), "hour"),
        (choice("DAILY", -1, "UTC"), "hour"),
        (choice("DAILY", 7, "Mars/Olympus"), "timeZone"),
    ] {
        let refused = &app.data(SET, input).await["notificationMailSet"]["userErrors"][0];
        assert_eq!(refused["field"], field, "{refused}");
    }
    let path = "/api/v1/notifications/mail";
    let (status, other) = app.get(Role::Agent, path).await;
    assert_eq!((status, &other["every"]), (200, &json!("off")), "{other}");
    let chosen = json!({ "atOnce": [], "digestOff": [], "every": "weekly", "hour": 9, "timeZone": "UTC" });
    let put = app.rest(Role::Agent, Method::PUT, path).await.json(&chosen);
    let (status, set) = answer(put).await;
    assert_eq!((status, &set["every"], &set["hour"]), (200, &json!("weekly"), &json!(9)), "{set}");
    let bad = json!({ "atOnce": ["weather"], "digestOff": [], "every": "off", "hour": 9, "timeZone": "UTC" });
    let put = app.rest(Role::Agent, Method::PUT, path).await.json(&bad);
    assert_eq!(answer(put).await.0, 422);
}

#[tokio::test]
async fn a_digest_is_tried_out_and_its_link_ends_it_without_signing_in() {
    let app = TestApp::start().await;
    app.data(SET, choice("DAILY", 7, "UTC")).await;
    let (status, sent) = app.post(Role::Admin, "/api/v1/notifications/mail/send-now", json!({})).await;
    assert_eq!(status, 202, "{sent}");
    let came = |data: &Value| data.to_string().contains("Your Pivotal digest");
    let mails = until(&app, MAILS, json!({}), came).await;
    let text = mails["mailbox"]["mails"][0]["text"].as_str().unwrap();
    let at = text.find("/u/").unwrap();
    let path: String = text[at..].chars().take_while(|c| !c.is_whitespace()).collect();
    // Looking changes nothing.
    let page = app.request(Method::GET, &path).send().await.unwrap();
    assert_eq!(page.status(), 200);
    assert!(page.text().await.unwrap().contains("<form method=\"post\">"));
    let still = |data: &Value| data["notificationDigest"]["every"] == "DAILY";
    until(&app, DIGEST, json!({}), still).await;
    for _ in 0..2 {
        let press = app
            .request(Method::POST, &path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body("List-Unsubscribe=One-Click");
        assert_eq!(press.send().await.unwrap().status(), 200);
    }
    until(&app, DIGEST, json!({}), |data| data["notificationDigest"]["every"] == "OFF").await;
    for method in [Method::GET, Method::POST] {
        let nothing = app.request(method, "/u/nonsense").send().await.unwrap();
        assert_eq!(nothing.status(), 404);
    }
}
