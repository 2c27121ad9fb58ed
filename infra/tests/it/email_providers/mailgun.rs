use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use pivotal_commands::ports::email_provider::content::Content;
use pivotal_commands::ports::email_provider::email::Email;
use pivotal_commands::ports::email_provider::{self as port, EmailProvider, HandOver, LookedUp, Refusal};
use pivotal_infra::email_providers::mailgun::{MailgunProvider, MailgunSettings};
use reqwest::Url;
use serde_json::{Value, json};
use uuid::Uuid;

use super::server::{Asked, Says, Stub};
use super::{address, emails, outcomes, refusal};

const TAKEN: &str = r#"{"id":"<20261123.1@mg.norhavn.example>","message":"Queued. Thank you."}"#;

fn settings(url: &str, domain: &str, seconds: u64) -> MailgunSettings {
    let (key, timeout) = ("secret-key".to_owned().into(), Duration::from_secs(seconds));
    MailgunSettings { key, domain: domain.into(), url: url.into(), at_once: 4, timeout }
}

fn provider(stub: &Stub) -> MailgunProvider {
    within(stub, 20)
}

fn within(stub: &Stub, seconds: u64) -> MailgunProvider {
    MailgunProvider::new(settings(&stub.url, "mg.norhavn.example", seconds)).unwrap()
}

/// Fields of a form, in order.
fn fields(asked: &Asked) -> Vec<(String, String)> {
    let text = String::from_utf8(asked.body.to_vec()).unwrap();
    let url = Url::parse(&format!("http://x/?{text}")).unwrap();
    url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect()
}

fn all<'a>(fields: &'a [(String, String)], name: &str) -> Vec<&'a str> {
    fields.iter().filter(|(of, _)| of == name).map(|(_, value)| value.as_str()).collect()
}

fn one<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    let found = all(fields, name);
    assert_eq!(found.len(), 1, "{name}: {fields:?}");
    found[0]
}

async fn said(says: Says) -> HandOver {
    let seconds = if matches!(says, Says::Never) { 3 } else { 20 };
    let stub = Stub::saying(says).await;
    let mut answers = within(&stub, seconds).hand_over(&emails(1)).await;
    assert_eq!((answers.len(), stub.asked().len()), (1, 1), "asked once, whatever it says");
    answers.remove(0)
}

#[tokio::test]
async fn mails_of_the_same_words_go_as_one_and_nobody_sees_the_others() {
    let stub = Stub::saying(Says::plain(200, TAKEN)).await;
    let mut mails = emails(3);
    // Nothing is known for one of the places.
    mails[2].values.truncate(1);
    let answers = provider(&stub).hand_over(&mails).await;
    let taken = HandOver::Accepted { provider_id: Some("20261123.1@mg.norhavn.example".into()) };
    assert_eq!(answers, [taken.clone(), taken.clone(), taken]);
    let [asked]: [Asked; 1] = stub.asked().try_into().unwrap_or_else(|asked: Vec<Asked>| panic!("{asked:?}"));
    assert_eq!((asked.method.as_str(), asked.uri.as_str()), ("POST", "/v3/mg.norhavn.example/messages"));
    assert!(asked.header("authorization").starts_with("Basic "));
    let fields = fields(&asked);
    assert_eq!(one(&fields, "from"), "Norhavn <news@norhavn.example>");
    assert_eq!(all(&fields, "to")[1], "\"Ærø, \\\"Ada\\\" 2 Bcc: all@example.com\" <ada2@example.com>");
    assert_eq!(one(&fields, "h:Feedback-ID"), "7000:norhavn");
    assert_eq!(one(&fields, "v:pivotal_email"), "%recipient.v:pivotal_email%");
    assert_eq!(one(&fields, "h:List-Unsubscribe"), "%recipient.h:List-Unsubscribe%");
    assert_eq!(one(&fields, "o:tracking"), "no");
    assert!(all(&fields, "h:Message-Id").is_empty());
    let variables: HashMap<String, HashMap<String, String>> =
        serde_json::from_str(one(&fields, "recipient-variables")).unwrap();
    assert_eq!(variables.len(), 3, "each recipient has variables, so none sees another");
    for mail in &mails {
        let own = &variables[mail.to.address.as_str()];
        // As Mailgun puts it together.
        let replaced = |name: &str| {
            own.iter().fold(one(&fields, name).to_owned(), |text, (variable, value)| {
                text.replace(&format!("%recipient.{variable}%"), value)
            })
        };
        let written = mail.written();
        assert_eq!(replaced("subject"), written.subject.as_str());
        assert_eq!((replaced("html"), replaced("text")), (written.html, written.text));
        assert_eq!(replaced("v:pivotal_email"), mail.id.to_string());
        assert_eq!(replaced("h:List-Unsubscribe"), mail.unsubscribe.as_ref().unwrap().value());
        assert_eq!(replaced("h:List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    }
}

#[tokio::test]
async fn one_mail_goes_as_it_is_and_so_do_words_that_look_like_places() {
    let stub = Stub::saying(Says::plain(200, TAKEN)).await;
    let mut mails = emails(2);
    let content = Arc::new(Content::fixed("100 %recipient.x%", "<p>h</p>", "t"));
    for mail in &mut mails {
        *mail = Email { content: content.clone(), values: Vec::new(), ..mail.clone() };
    }
    assert_eq!(outcomes(&provider(&stub).hand_over(&mails).await), ["accepted"; 2]);
    let asked = stub.asked();
    assert_eq!(asked.len(), 2);
    for asked in asked {
        let fields = fields(&asked);
        assert!(all(&fields, "recipient-variables").is_empty());
        assert!(one(&fields, "h:Message-Id").ends_with("@norhavn.example>"));
        assert!(one(&fields, "h:List-Unsubscribe").starts_with("<https://x.example/u/"));
    }
}

#[tokio::test]
async fn one_bad_address_keeps_nobody_else_from_their_mail() {
    let bad = |asked: &Asked| match all(&fields(asked), "to").iter().any(|to| to.contains("<ada3@")) {
        true => Says::plain(
            400,
            r#"{"message":"'to' parameter is not a valid address. please check documentation"}"#,
        ),
        false => Says::plain(200, TAKEN),
    };
    let stub = Stub::start(bad).await;
    let answers = provider(&stub).hand_over(&emails(5)).await;
    assert_eq!(outcomes(&answers), ["accepted", "accepted", "recipient", "accepted", "accepted"]);
}

#[tokio::test]
async fn every_answer_is_known_for_what_it_is() {
    let (second, minute) = (Duration::from_secs(1), Duration::from_secs(60));
    let message = |status, message: &str| Says::plain(status, &json!({ "message": message }).to_string());
    for (says, expected) in [
        (message(400, "to parameter is not a valid address: ada1@example.com"), Refusal::Recipient),
        (message(400, "'from' parameter is not a valid address"), Refusal::Setup),
        (message(400, "text or html is required"), Refusal::Mail),
        (Says::plain(401, "Forbidden"), Refusal::Setup),
        (message(402, "Upgrade your plan"), Refusal::Setup),
        (message(404, "Domain not found: mg.norhavn.example"), Refusal::Setup),
        (Says::plain(200, "Mailgun Magnificent API"), Refusal::Setup),
        (message(413, "too large"), Refusal::Mail),
        (Says::with(429, "retry-after", "9", "{}"), Refusal::DeferAll(second * 9)),
        (Says::plain(429, ""), Refusal::DeferAll(minute)),
    ] {
        let answer = said(says.clone()).await;
        assert_eq!(refusal(&answer), Some(expected), "{says:?}: {answer:?}");
    }
    for says in [
        Says::plain(200, r#"{"id":"<2026"#),
        Says::plain(200, "<html>"),
        Says::plain(202, TAKEN),
        message(500, "Internal Server Error"),
        Says::plain(504, ""),
        Says::Half(200, r#"{"id":"#),
        Says::Never,
    ] {
        assert_eq!(said(says.clone()).await.outcome(), "unknown", "{says:?}");
    }
}

#[tokio::test]
async fn an_unknown_mail_is_found_among_the_events_of_its_recipient() {
    let asked = port::Asked {
        id: Uuid::from_u128(2),
        to: address("ada2@example.com"),
        handed_over_at: DateTime::from_timestamp(1_795_000_300, 0).unwrap(),
    };
    let event = |nth: u128| -> Value {
        json!({
            "event": "accepted",
            "user-variables": { "pivotal_email": Uuid::from_u128(nth).to_string() },
            "message": { "headers": { "message-id": format!("2026.{nth}@mg.norhavn.example") } },
        })
    };
    let events = |items: &[Value]| Says::plain(200, &json!({ "items": items, "paging": {} }).to_string());
    let stub = Stub::saying(events(&[event(1), event(2)])).await;
    let found = LookedUp::Taken { provider_id: Some("2026.2@mg.norhavn.example".into()) };
    assert_eq!(provider(&stub).look_up(&asked).await, found);
    assert_eq!(
        stub.asked()[0].uri,
        "/v3/mg.norhavn.example/events?recipient=ada2%40example.com&begin=1795000000&ascending=yes&limit=300"
    );
    assert_eq!(provider(&stub).looks_up_after(), Some(Duration::from_secs(1_800)));
    let others = Stub::saying(events(&[event(1), json!({ "user-variables": "broken" })])).await;
    assert_eq!(provider(&others).look_up(&asked).await, LookedUp::NotTaken);
    // An answer that says nothing is no proof that nothing is there.
    for says in [
        Says::plain(200, "{\"items\":[{"),
        Says::plain(200, "{}"),
        Says::plain(401, ""),
        Says::plain(429, ""),
        Says::Never,
    ] {
        let stub = Stub::saying(says.clone()).await;
        assert!(matches!(within(&stub, 3).look_up(&asked).await, LookedUp::Later { .. }), "{says:?}");
    }
}

#[test]
fn a_domain_leads_to_no_other_part_of_the_interface() {
    for domain in ["", "a/b", "a?b", "..%2f", "a b"] {
        assert!(MailgunProvider::new(settings("https://api.mailgun.net", domain, 20)).is_err(), "{domain}");
    }
}
