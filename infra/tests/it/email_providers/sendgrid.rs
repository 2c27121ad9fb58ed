use std::sync::Arc;
use std::time::Duration;

use pivotal_commands::ports::email_provider::content::Content;
use pivotal_commands::ports::email_provider::email::Email;
use pivotal_commands::ports::email_provider::{EmailProvider, HandOver, Refusal};
use pivotal_infra::email_providers::sendgrid::{SendGridProvider, SendGridSettings};
use serde_json::{Value, json};

use super::server::{Asked, Says, Stub};
use super::{emails, outcomes, refusal};

fn provider(stub: &Stub) -> SendGridProvider {
    within(stub, 20)
}

fn within(stub: &Stub, seconds: u64) -> SendGridProvider {
    let (key, url) = ("secret-key".to_owned().into(), stub.url.clone());
    SendGridProvider::new(SendGridSettings { key, url, at_once: 4, timeout: Duration::from_secs(seconds) })
        .unwrap()
}

fn taken() -> Says {
    Says::with(202, "x-message-id", "14c5d75ce93", "")
}

fn trouble(field: Option<&str>, message: &str) -> Says {
    let errors = json!({ "errors": [{ "message": message, "field": field, "help": null }] });
    Says::plain(400, &errors.to_string())
}

async fn said(says: Says) -> HandOver {
    let stub = Stub::saying(says).await;
    let mut answers = provider(&stub).hand_over(&emails(1)).await;
    assert_eq!((answers.len(), stub.asked().len()), (1, 1), "asked once, whatever it says");
    answers.remove(0)
}

/// What a recipient reads, as SendGrid puts it together.
fn put_together(question: &Value, place: usize) -> (String, String) {
    let substitutions = question["personalizations"][place]["substitutions"].as_object().unwrap();
    let replaced = |text: &Value| {
        substitutions.iter().fold(text.as_str().unwrap().to_owned(), |text, (mark, value)| {
            text.replace(mark, value.as_str().unwrap())
        })
    };
    (replaced(&question["subject"]), replaced(&question["content"][1]["value"]))
}

#[tokio::test]
async fn mails_of_the_same_words_go_as_one_with_what_is_each_ones_own() {
    let stub = Stub::saying(taken()).await;
    let mut mails = emails(3);
    // Nothing is known for one of the places.
    mails[2].values.truncate(1);
    let answers = provider(&stub).hand_over(&mails).await;
    assert!(
        answers
            .iter()
            .all(|answer| *answer == HandOver::Accepted { provider_id: Some("14c5d75ce93".into()) })
    );
    let [asked]: [Asked; 1] = stub.asked().try_into().unwrap_or_else(|asked: Vec<Asked>| panic!("{asked:?}"));
    assert_eq!((asked.method.as_str(), asked.uri.as_str()), ("POST", "/v3/mail/send"));
    assert_eq!(asked.header("authorization"), "Bearer secret-key");
    let question = asked.json();
    assert_eq!(question["from"], json!({ "email": "news@norhavn.example", "name": "Norhavn" }));
    assert_eq!(question["reply_to"]["email"], "sanne@norhavn.example");
    assert_eq!(question["content"][0]["type"], "text/plain");
    assert_eq!(question["tracking_settings"]["click_tracking"]["enable"], false);
    let second = &question["personalizations"][1];
    let name = r#""Ærø, \"Ada\" 2 Bcc: all@example.com""#;
    assert_eq!(second["to"], json!([{ "email": "ada2@example.com", "name": name }]));
    assert_eq!(
        second["headers"],
        json!({
            "Message-ID": "<00000000-0000-0000-0000-000000000002@norhavn.example>",
            "List-Unsubscribe": "<https://x.example/u/2>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Feedback-ID": "7000:norhavn",
        })
    );
    assert_eq!(second["custom_args"]["pivotal_email"], "00000000-0000-0000-0000-000000000002");
    assert_eq!(second["custom_args"]["pivotal_campaign"], mails[1].campaign.unwrap().to_string());
    for (place, mail) in mails.iter().enumerate() {
        let written = mail.written();
        assert_eq!(put_together(&question, place), (written.subject.as_str().to_owned(), written.html));
    }
}

#[tokio::test]
async fn one_mail_and_one_with_long_values_go_as_they_are() {
    let stub = Stub::saying(taken()).await;
    let mut mails = emails(3);
    mails[1].values[1] = "x".repeat(12_000);
    let other = Content::fixed("Another", "<p>Another</p>", "");
    mails[2] = Email { content: Arc::new(other), values: Vec::new(), ..mails[2].clone() };
    assert_eq!(outcomes(&provider(&stub).hand_over(&mails).await), ["accepted", "accepted", "accepted"]);
    let asked = stub.asked();
    assert_eq!(asked.len(), 3);
    for asked in asked {
        let question = asked.json();
        assert_eq!(question["personalizations"].as_array().unwrap().len(), 1);
        assert_eq!(question["personalizations"][0]["substitutions"], Value::Null);
        assert!(!question["content"].to_string().contains("-pv"), "{question}");
        // An empty part is left out.
        let parts = question["content"].as_array().unwrap().len();
        assert_eq!(parts, if question["subject"] == "Another" { 1 } else { 2 });
    }
}

#[tokio::test]
async fn one_bad_address_keeps_nobody_else_from_their_mail() {
    let bad = |asked: &Asked| {
        let question = asked.json();
        let people = question["personalizations"].as_array().unwrap();
        match people.iter().position(|person| person["to"][0]["email"] == "ada3@example.com") {
            Some(at) => trouble(
                Some(&format!("personalizations.{at}.to.0.email")),
                "Does not contain a valid address.",
            ),
            None => taken(),
        }
    };
    let stub = Stub::start(bad).await;
    let answers = provider(&stub).hand_over(&emails(5)).await;
    assert_eq!(outcomes(&answers), ["accepted", "accepted", "recipient", "accepted", "accepted"]);
    assert_eq!(stub.asked().len(), 3, "all, the one, the others");
    // Without a word about which.
    let large = |asked: &Asked| match asked.json()["personalizations"].as_array().unwrap().len() {
        0..=2 => taken(),
        _ => Says::plain(413, "Payload Too Large"),
    };
    let stub = Stub::start(large).await;
    assert_eq!(outcomes(&provider(&stub).hand_over(&emails(5)).await), ["accepted"; 5]);
    let told: usize =
        stub.asked().iter().map(|asked| asked.json()["personalizations"].as_array().unwrap().len()).sum();
    assert!(told < 5 * 4, "{told}");
}

#[tokio::test]
async fn every_refusal_is_known_for_what_it_is() {
    let second = Duration::from_secs(1);
    for (says, expected) in [
        (trouble(Some("personalizations.0.to.0.email"), "for ada1@example.com"), Refusal::Recipient),
        (trouble(Some("personalizations.0.substitutions"), "too long"), Refusal::Mail),
        (trouble(Some("from.email"), "no valid address"), Refusal::Setup),
        (trouble(None, "Bad Request"), Refusal::Mail),
        (Says::plain(400, "{\"errors\":[{\"mess"), Refusal::Mail),
        (Says::plain(401, "{\"errors\":[]}"), Refusal::Setup),
        (Says::plain(403, "The from address does not match a verified Sender Identity"), Refusal::Setup),
        (Says::plain(404, ""), Refusal::Setup),
        (Says::plain(413, ""), Refusal::Mail),
        (Says::with(429, "retry-after", "30", ""), Refusal::DeferAll(second * 30)),
        (Says::with(429, "x-ratelimit-reset", "1", ""), Refusal::DeferAll(second)),
        (Says::plain(429, "garbage"), Refusal::DeferAll(second)),
        // Nobody is followed to another host with our key.
        (Says::with(302, "location", "http://127.0.0.1:9/", ""), Refusal::Setup),
    ] {
        let answer = said(says.clone()).await;
        assert_eq!(refusal(&answer), Some(expected), "{says:?}: {answer:?}");
    }
    // A sender that is refused is refused for all, and not asked about again and again.
    let stub = Stub::saying(trouble(Some("from.email"), "no")).await;
    assert_eq!(outcomes(&provider(&stub).hand_over(&emails(4)).await), ["setup"; 4]);
    assert_eq!(stub.asked().len(), 1);
}

#[tokio::test]
async fn who_was_handed_over_and_not_answered_for_is_unknown() {
    for says in [Says::plain(200, "{}"), Says::plain(500, ""), Says::plain(502, "bad gateway"), Says::Never] {
        let stub = Stub::saying(says.clone()).await;
        assert_eq!(outcomes(&within(&stub, 3).hand_over(&emails(2)).await), ["unknown"; 2], "{says:?}");
        assert_eq!(stub.asked().len(), 1, "{says:?}");
    }
    // Its answer has nothing but a status: half of one is whole.
    assert_eq!(said(Says::plain(202, "garbage")).await, HandOver::Accepted { provider_id: None });
}
