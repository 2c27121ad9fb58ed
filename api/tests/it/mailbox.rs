//! Mail to our own users, through the test mailbox.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::campaigns::launched;
use crate::support::{TestApp, until};

const MAILBOX: &str = "{ mailbox { via kept mails { id subject toName toAddress } } }";

#[tokio::test]
async fn a_test_mail_is_kept_and_can_be_read_at_both_doors() {
    let app = TestApp::start().await;
    let before = app.data(MAILBOX, json!({})).await;
    assert_eq!(before["mailbox"], json!({ "via": "the test mailbox", "kept": true, "mails": [] }));
    let sent = app.data("mutation { mailTest { sentTo userErrors { code } } }", json!({})).await;
    assert_eq!(sent["mailTest"], json!({ "sentTo": "maren@example.com", "userErrors": [] }));
    let there = until(&app, MAILBOX, json!({}), |data| data["mailbox"]["mails"][0] != Value::Null).await;
    let mail = &there["mailbox"]["mails"][0];
    assert_eq!(
        (&mail["toName"], &mail["toAddress"]),
        (&json!("Maren Lindqvist"), &json!("maren@example.com"))
    );
    let id = mail["id"].as_str().unwrap();
    let whole = "query($id: UUID!) { keptMail(id: $id) { text html headers { name value } } }";
    let one = app.data(whole, json!({ "id": id })).await;
    for form in ["text", "html"] {
        assert!(one["keptMail"][form].as_str().unwrap().contains("http://127.0.0.1:4300/"), "{form}: {one}");
    }
    let to = json!({ "name": "To", "value": "Maren Lindqvist <maren@example.com>" });
    assert_eq!(one["keptMail"]["headers"][0], to, "{one}");
    let (status, rest) = app.get(Role::Admin, &format!("/api/v1/mailbox/{id}")).await;
    assert_eq!((status, &rest["subject"]), (200, &mail["subject"]));
    assert_eq!((&rest["html"], &rest["headers"][0]), (&one["keptMail"]["html"], &to));
    let (status, _) = app.get(Role::Agent, &format!("/api/v1/mailbox/{id}")).await;
    assert_eq!(status, 403, "it lets people in");
    let (status, list) = app.get(Role::Admin, "/api/v1/mailbox").await;
    assert_eq!((status, list["mails"].as_array().unwrap().len()), (200, 1));
    let (status, _) = app.get(Role::Admin, "/api/v1/mailbox/00000000-0000-0000-0000-000000000007").await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn a_mail_of_a_campaign_is_kept_as_it_would_arrive_and_its_pixel_works() {
    let app = TestApp::start().await;
    launched(&app).await;
    let to_ada = |data: &Value| -> Option<Value> {
        let mails = data["mailbox"]["mails"].as_array()?;
        mails.iter().find(|mail| mail["toAddress"] == "ada@a.test").cloned()
    };
    let there = until(&app, MAILBOX, json!({}), |data| to_ada(data).is_some()).await;
    let id = to_ada(&there).unwrap()["id"].clone();
    let whole = "query($id: UUID!) { keptMail(id: $id) { html headers { name value } } }";
    let mail = app.data(whole, json!({ "id": id })).await["keptMail"].take();
    let header = |name: &str| {
        let headers = mail["headers"].as_array().unwrap();
        headers
            .iter()
            .find(|one| one["name"] == name)
            .and_then(|one| one["value"].as_str())
            .unwrap_or_default()
    };
    assert!(header("List-Unsubscribe").contains("/u/"), "{mail}");
    assert!(header("From").ends_with('>') && header("Message-ID").starts_with('<'), "{mail}");
    let html = mail["html"].as_str().unwrap();
    let token = html.split("/t/o/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let pixel = app.request(Method::GET, &format!("/t/o/{token}")).send().await.unwrap();
    assert_eq!(
        (pixel.status().as_u16(), &pixel.headers()["content-type"]),
        (200, &"image/gif".parse().unwrap())
    );
    // The frame that shows it is an origin of its own.
    assert_eq!(pixel.headers()["cross-origin-resource-policy"], "cross-origin");
}

#[tokio::test]
async fn with_a_mail_server_nothing_is_kept_and_a_failure_is_tried_again() {
    // Nobody listens there.
    let server = [
        ("SMTP_HOST", "127.0.0.1"),
        ("SMTP_PORT", "1"),
        ("SMTP_SECURITY", "none"),
        ("MAIL_FROM", "pivotal@example.com"),
    ];
    let app = TestApp::with(&server).await;
    let mailbox = app.data(MAILBOX, json!({})).await;
    assert_eq!(mailbox["mailbox"], json!({ "via": "127.0.0.1", "kept": false, "mails": [] }));
    let (status, sent) = app.post(Role::Admin, "/api/v1/mailbox/test", json!({})).await;
    assert_eq!((status, &sent["sentTo"]), (202, &json!("maren@example.com")));
    let tried = async || -> Option<(String, i32)> {
        sqlx::query_as(
            "select state, attempts from jobs.queue where kind = 'mail_send' and error is not null",
        )
        .fetch_optional(&app.backend.context.log.pools.read)
        .await
        .unwrap()
    };
    for _ in 0..200 {
        if let Some((state, attempts)) = tried().await {
            assert_eq!((state.as_str(), attempts), ("queued", 1), "it waits for the next try");
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the mail was not tried");
}
