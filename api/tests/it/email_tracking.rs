//! The doors for whoever holds a mail and for the providers that sent it: pixels, links, leaving, webhooks, mails that come in, and the
//! inbox of replies.

use std::time::Duration;

use chrono::Utc;
use pivotal_commands::email::tracking::tracking_key;
use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::campaigns::campaigns::events::CampaignEvent;
use pivotal_domain::campaigns::campaigns::pinned::{Pinned, PinnedLink};
use pivotal_domain::campaigns::campaigns::state::Channel;
use pivotal_domain::email::tracking::token::{Kind, Token};
use pivotal_domain::identity::role::Role;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, Lane};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, Response};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::support::{TestApp, answer, code, until};

const CAMPAIGN: Uuid = Uuid::from_u128(0xc1);
const CONTACT: Uuid = Uuid::from_u128(0xa1);
const SIGNING_KEY: &str = "a signing key of Mailgun";
const INBOUND_KEY: &str = "a key for mails that come in";
const SETTINGS: &[(&str, &str)] = &[
    ("PIVOTAL_MAIL_ACCOUNTS", "main=mailgun,grid=sendgrid,amazon=ses"),
    ("PIVOTAL_MAIL_MAIN_WEBHOOK_KEY", SIGNING_KEY),
    ("PIVOTAL_MAIL_MAIN_INBOUND_KEY", INBOUND_KEY),
    ("PIVOTAL_MAIL_AMAZON_TOPIC_ARN", "arn:aws:sns:eu-central-1:123456789012:mail"),
];

/// A mail that left, to an address that nobody but the guard knows.
async fn mail(app: &TestApp) -> Uuid {
    let message = Uuid::now_v7();
    sqlx::query(
        "insert into guard.email_recipients (campaign, contact, version, state, address_key, variant, due_at, message, marked_at, touched_at)
         values ($1, $2, 1, 'sent', $3, 0, now(), $4, now(), now())",
    )
    .bind(CAMPAIGN)
    .bind(CONTACT)
    .bind(vec![1_u8; 32])
    .bind(message)
    .execute(&app.backend.context.log.pools.write)
    .await
    .unwrap();
    message
}

fn token(app: &TestApp, kind: Kind, message: Uuid, number: u16) -> String {
    Token { kind, campaign: CAMPAIGN, recipient: message, number }.write(&tracking_key(&app.backend.master))
}

async fn count(app: &TestApp, sql: &str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&app.backend.context.log.pools.read).await.unwrap()
}

/// Signals of a kind, once there are as many.
async fn signals(app: &TestApp, kind: &str, expected: i64) {
    let sql = format!(
        "select count(*) from log.facts f, json_array_elements(f.payload -> 'EmailSignalsRecorded' -> 'signals') s
         where f.kind = 'email_signals_recorded' and s ->> 'k' = '{kind}'"
    );
    for _ in 0..600 {
        if count(app, &sql).await >= expected
            && count(app, "select count(*) from mail.inbox where parked is null").await == 0
        {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(count(app, &sql).await, expected, "{kind}");
}

/// Follows no redirect and keeps no cookie.
fn stranger() -> Client {
    Client::builder().redirect(Policy::none()).build().unwrap()
}

async fn get(app: &TestApp, path: &str) -> Response {
    stranger().get(format!("{}{path}", app.url)).send().await.unwrap()
}

async fn launched(app: &TestApp) {
    let link = |n: u16, url: &str| PinnedLink { variant: 'A', n, url: url.into(), name: None };
    let pinned = Pinned {
        sender: Uuid::from_u128(1),
        account: "test".into(),
        from_domain: "news.example.com".into(),
        brand: Uuid::from_u128(2),
        variants: Vec::new(),
        links: vec![
            link(1, "https://shop.example/offer?x=1"),
            link(2, "https://shop.example/{{contact.first_name|you}}"),
        ],
        digest: "d".into(),
        sender_version: None,
    };
    let at = Utc::now();
    let events = vec![
        CampaignEvent::CampaignCreated {
            at,
            channel: Channel::Email,
            name: "Spring".into(),
            owner: Uuid::from_u128(3),
            client: None,
            brand: Uuid::from_u128(2),
            copied_from: None,
        },
        CampaignEvent::CampaignLaunched {
            at,
            pinned: Box::new(pinned),
            client: None,
            brand: Uuid::from_u128(2),
            per_second: None,
            windows: None,
            respects_cap: true,
            epoch: Uuid::from_u128(4),
            asked_by: Uuid::from_u128(3),
        },
    ];
    let mut append = Append::new(Lane::Interactive);
    append.events::<Campaign>(CAMPAIGN, 0, events, &Metadata::system("test")).unwrap();
    app.backend.context.log.append(append).await.unwrap();
}

#[tokio::test]
async fn the_pixel_is_the_same_whoever_asks_and_an_open_is_noted() {
    let app = TestApp::with(SETTINGS).await;
    let message = mail(&app).await;
    let mine = token(&app, Kind::Open, message, 0);
    for path in [format!("/t/o/{mine}"), format!("/t/o/{mine}.gif"), "/t/o/nonsense".to_owned()] {
        let pixel = get(&app, &path).await;
        assert_eq!(pixel.status(), 200);
        assert_eq!(pixel.headers()["content-type"], "image/gif");
        assert_eq!(pixel.headers()["cross-origin-resource-policy"], "cross-origin");
        assert!(pixel.headers()["cache-control"].to_str().unwrap().contains("no-store"));
        assert_eq!(pixel.bytes().await.unwrap().len(), 43);
    }
    signals(&app, "opened", 2).await;
}

#[tokio::test]
async fn a_link_leads_to_what_was_pinned_and_nowhere_else() {
    let app = TestApp::with(SETTINGS).await;
    let message = mail(&app).await;
    launched(&app).await;
    let click =
        get(&app, &format!("/t/c/{}?url=https://evil.example", token(&app, Kind::Click, message, 1))).await;
    assert_eq!(click.status(), 302);
    assert_eq!(click.headers()["location"], "https://shop.example/offer?x=1");
    assert_eq!(click.headers()["referrer-policy"], "no-referrer");
    let filled = get(&app, &format!("/t/c/{}", token(&app, Kind::Click, message, 2))).await;
    assert_eq!(
        filled.headers()["location"],
        "https://shop.example/you",
        "nobody is behind the contact: the fallback"
    );
    for nowhere in [
        token(&app, Kind::Click, message, 3),
        token(&app, Kind::Open, message, 1),
        token(&app, Kind::Click, Uuid::now_v7(), 1),
        "https:%2F%2Fevil.example".to_owned(),
    ] {
        let answer = get(&app, &format!("/t/c/{nowhere}")).await;
        assert_eq!(answer.status(), 404, "{nowhere}");
        assert!(answer.headers().get("location").is_none());
    }
    let trap = get(&app, &format!("/t/x/{}", token(&app, Kind::Trap, message, 0))).await;
    assert_eq!(trap.status(), 404);
    signals(&app, "clicked", 2).await;
    signals(&app, "trapped", 1).await;
}

#[tokio::test]
async fn leaving_takes_a_press_and_mail_programs_press_without_a_page() {
    let app = TestApp::with(SETTINGS).await;
    let message = mail(&app).await;
    let path = format!("/u/{}", token(&app, Kind::Unsubscribe, message, 0));
    for _ in 0..2 {
        let page = get(&app, &path).await;
        assert_eq!(page.status(), 200);
        let page = page.text().await.unwrap();
        assert!(page.contains("<form method=\"post\">") && !page.contains("<script"), "{page}");
    }
    let left = "select count(*) from log.facts where kind = 'email_signals_recorded'";
    assert_eq!(count(&app, left).await, 0, "looking changes nothing");
    let parts =
        "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
    for (kind, body) in [
        ("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"),
        ("multipart/form-data; boundary=x", parts),
    ] {
        let press = stranger().post(format!("{}{path}", app.url)).header("content-type", kind).body(body);
        let pressed = press.send().await.unwrap();
        assert_eq!(pressed.status(), 200, "{kind}");
        assert_eq!(pressed.text().await.unwrap(), "", "no page");
    }
    assert_eq!(count(&app, left).await, 1, "a repeat writes nothing");
    let form = stranger()
        .post(format!("{}{path}", app.url))
        .header("content-type", "application/x-www-form-urlencoded");
    let done = form.body("choice=all").send().await.unwrap();
    assert!(done.text().await.unwrap().contains("You are unsubscribed"));
    let foreign = token(&app, Kind::Unsubscribe, Uuid::now_v7(), 0);
    let page = get(&app, &format!("/u/{foreign}")).await;
    assert_eq!(page.status(), 200);
    assert!(page.text().await.unwrap().contains("not valid any more"));
    let press = stranger().post(format!("{}/u/{foreign}", app.url)).body("List-Unsubscribe=One-Click");
    assert_eq!(press.send().await.unwrap().status(), 404);
}

/// RFC 2104, as Mailgun signs.
fn hmac(key: &str, said: &str) -> String {
    let mut block = [0_u8; 64];
    block[..key.len()].copy_from_slice(key.as_bytes());
    let pad = |with: u8| block.map(|byte| byte ^ with);
    let inner = Sha256::new().chain_update(pad(0x36)).chain_update(said).finalize();
    let whole = Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize();
    whole.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn mailgun(message: Uuid, event: &str, key: &str, at: i64, token: &str) -> Value {
    json!({
        "signature": { "timestamp": at.to_string(), "token": token, "signature": hmac(key, &format!("{at}{token}")) },
        "event-data": { "event": event, "timestamp": at, "recipient": "ada@example.com", "id": "e1",
            "user-variables": { "pivotal_email": message.to_string() } },
    })
}

async fn bring(app: &TestApp, path: &str, body: impl Into<reqwest::Body>) -> u16 {
    let request = stranger().post(format!("{}/webhooks/email/{path}", app.url)).body(body);
    request.send().await.unwrap().status().as_u16()
}

#[tokio::test]
async fn only_what_a_provider_signed_is_let_in_and_once() {
    let app = TestApp::with(SETTINGS).await;
    let message = mail(&app).await;
    let now = Utc::now().timestamp();
    let good = mailgun(message, "delivered", SIGNING_KEY, now, "t1").to_string();
    for path in ["mailgun/main", "mailgun", "mailgun/main"] {
        assert_eq!(bring(&app, path, good.clone()).await, 200, "{path}");
    }
    signals(&app, "delivered", 1).await;
    // Once more, after it was read.
    assert_eq!(bring(&app, "mailgun", good.clone()).await, 200);
    signals(&app, "delivered", 1).await;
    let unknown = mailgun(message, "something_new", SIGNING_KEY, now, "t2").to_string();
    assert_eq!(bring(&app, "mailgun", unknown).await, 200);
    // What is said is not signed: with the signature of one message, once it was read, nobody brings another.
    while count(&app, "select count(*) from mail.inbox").await > 0 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let forged = mailgun(message, "complained", SIGNING_KEY, now, "t2").to_string();
    assert_eq!(bring(&app, "mailgun", forged).await, 200);
    assert_eq!(count(&app, "select count(*) from mail.inbox").await, 0, "it is not even kept");
    let foreign = mailgun(message, "complained", "another key", now, "t3").to_string();
    assert_eq!(bring(&app, "mailgun", foreign).await, 406);
    let old = mailgun(message, "complained", SIGNING_KEY, now - 3 * 24 * 3_600, "t4").to_string();
    assert_eq!(bring(&app, "mailgun", old).await, 406);
    let unsigned = json!({ "event-data": { "event": "complained" } }).to_string();
    assert_eq!(bring(&app, "mailgun", unsigned).await, 406);
    let cut = good[..good.len() - 4].to_owned();
    assert_eq!(bring(&app, "mailgun", cut).await, 400);
    assert_eq!(bring(&app, "mailgun/other", good.clone()).await, 404);
    assert_eq!(bring(&app, "postmark", good).await, 404);
    assert_eq!(bring(&app, "sendgrid", "[]").await, 503, "no key is set for it");
    signals(&app, "complained", 0).await;
}

#[tokio::test]
async fn amazon_is_believed_by_nobody_elses_certificate() {
    let app = TestApp::with(SETTINGS).await;
    let envelope = |certificate: &str| {
        json!({
            "Type": "Notification", "MessageId": "m1", "TopicArn": "arn:aws:sns:eu-central-1:123456789012:mail",
            "Message": "{}", "Timestamp": Utc::now().to_rfc3339(), "SignatureVersion": "2", "Signature": "eA==",
            "SigningCertURL": certificate,
        })
        .to_string()
    };
    for elsewhere in [
        "https://evil.example/x.pem",
        "http://sns.eu-central-1.amazonaws.com/x.pem",
        "https://sns.eu-central-1.amazonaws.com.evil.example/x.pem",
    ] {
        assert_eq!(bring(&app, "ses", envelope(elsewhere)).await, 401, "{elsewhere}");
    }
    assert_eq!(bring(&app, "ses", "{\"Type\":").await, 400);
    assert_eq!(count(&app, "select count(*) from mail.inbox").await, 0);
}

fn answered(message: Uuid, id: &str, text: &str) -> String {
    format!(
        "From: Ada Byron <ada@home.example>\r\nTo: sales@news.example.com\r\nSubject: Re: Offer\r\nMessage-ID: <{id}@home.example>\r\nIn-Reply-To: <{message}@news.example.com>\r\nContent-Type: text/plain\r\n\r\n{text}\r\n"
    )
}

const REPLIES: &str = "{ emailReplies(filter: { done: false }) { totalCount edges { node { id address subject text kind matched done assigneeName } } } }";
const ASSIGN: &str = "mutation($id: UUID!, $user: UUID) { emailReplyAssign(id: $id, userId: $user) { emailReply { assigneeId } position userErrors { code field } } }";
const DONE: &str =
    "mutation($id: UUID!) { emailReplyDone(id: $id) { emailReply { done } userErrors { code } } }";

#[tokio::test]
async fn a_reply_comes_in_by_a_form_or_raw_and_is_worked_on_by_who_may() {
    let app = TestApp::with(SETTINGS).await;
    let message = mail(&app).await;
    let raw = answered(message, "1", "Call me");
    assert_eq!(bring(&app, "inbound/main", raw.clone()).await, 401);
    assert_eq!(bring(&app, "inbound/main?key=wrong", raw.clone()).await, 401);
    assert_eq!(bring(&app, "inbound/grid?key=x", raw.clone()).await, 503);
    assert_eq!(bring(&app, "inbound/nobody?key=x", raw.clone()).await, 404);
    let url = format!("{}/webhooks/email/inbound/main", app.url);
    for _ in 0..2 {
        let brought = stranger().post(&url).basic_auth("pivotal", Some(INBOUND_KEY)).body(raw.clone());
        assert_eq!(brought.send().await.unwrap().status(), 200);
    }
    let form = reqwest::multipart::Form::new()
        .text("to", "sales")
        .text("email", answered(message, "2", "And again"));
    let brought = stranger().post(&url).basic_auth("pivotal", Some(INBOUND_KEY)).multipart(form);
    assert_eq!(brought.send().await.unwrap().status(), 200);
    let empty = reqwest::multipart::Form::new().text("to", "sales");
    let brought = stranger().post(&url).basic_auth("pivotal", Some(INBOUND_KEY)).multipart(empty);
    assert_eq!(brought.send().await.unwrap().status(), 400);

    let shown = until(&app, REPLIES, json!({}), |data| data["emailReplies"]["totalCount"] == 2).await;
    let newest = &shown["emailReplies"]["edges"][0]["node"];
    assert_eq!((&newest["address"], &newest["matched"]), (&json!("ada@home.example"), &json!("THREAD")));
    let id = newest["id"].as_str().unwrap().to_owned();
    for role in [Role::Agent, Role::ClientUser] {
        let (status, body) = app.get(role, "/api/v1/email-replies").await;
        assert_eq!(status, 403, "{role}: {body}");
        assert_eq!(code(&app.graphql(role, REPLIES, json!({})).await), Some("FORBIDDEN"), "{role}");
    }
    let analyst = app.graphql(Role::QaAnalyst, DONE, json!({ "id": id })).await;
    assert_eq!(code(&analyst), Some("FORBIDDEN"), "{analyst}");
    let (status, body) =
        app.post(Role::QaAnalyst, &format!("/api/v1/email-replies/{id}/reopen"), json!({})).await;
    assert_eq!(status, 403, "{body}");
    let (status, one) = app.get(Role::QaAnalyst, &format!("/api/v1/email-replies/{id}")).await;
    assert_eq!((status, &one["text"]), (200, &json!("And again")), "they may read");

    let nobody = json!({ "id": id, "user": Uuid::from_u128(9) });
    let refused = app.graphql(Role::CampaignManager, ASSIGN, nobody).await;
    assert_eq!(
        refused["data"]["emailReplyAssign"]["userErrors"][0]["code"], "ASSIGNEE_NOT_FOUND",
        "{refused}"
    );
    let done = app.graphql(Role::CampaignManager, DONE, json!({ "id": id })).await;
    assert_eq!(done["data"]["emailReplyDone"]["emailReply"]["done"], true, "{done}");
    let reopen = app.rest(Role::Admin, Method::POST, &format!("/api/v1/email-replies/{id}/reopen")).await;
    let (status, body) = answer(reopen).await;
    assert_eq!((status, &body["state"]), (200, &json!("open")), "{body}");
    let (status, body) = app
        .post(
            Role::Admin,
            &format!("/api/v1/email-replies/{id}/match"),
            json!({ "contactId": Uuid::from_u128(9) }),
        )
        .await;
    assert_eq!((status, &body["errors"][0]["code"]), (422, &json!("CONTACT_NOT_FOUND")), "{body}");
    let (status, list) = app.get(Role::Admin, "/api/v1/email-replies?done=false&kind=person").await;
    assert_eq!((status, list["items"].as_array().unwrap().len()), (200, 2), "{list}");
    let (status, body) = app.get(Role::Admin, &format!("/api/v1/email-replies/{}", Uuid::from_u128(9))).await;
    assert_eq!(status, 404, "{body}");
}

const JUDGE: &str = "mutation($from: DateTime!, $to: DateTime!) { emailHitsJudge(from: $from, to: $to) { jobId userErrors { code field } } }";

#[tokio::test]
async fn opens_and_clicks_are_judged_anew_by_who_may_change_settings() {
    let app = TestApp::with(SETTINGS).await;
    let span = json!({ "from": "2026-01-01T00:00:00Z", "to": "2026-02-01T00:00:00Z" });
    let refused = app.graphql(Role::CampaignManager, JUDGE, span.clone()).await;
    assert_eq!(code(&refused), Some("FORBIDDEN"), "{refused}");
    let asked = app.data(JUDGE, span).await;
    assert!(asked["emailHitsJudge"]["jobId"].is_string(), "{asked}");
    let backwards = json!({ "from": "2026-02-01T00:00:00Z", "to": "2026-01-01T00:00:00Z" });
    let refused = app.data(JUDGE, backwards).await;
    assert_eq!(refused["emailHitsJudge"]["userErrors"][0]["code"], "TIME_EMPTY", "{refused}");
}
