use std::time::Duration;

use pivotal_commands::ports::email_provider::{EmailProvider, HandOver, Refusal};
use pivotal_infra::email_providers::ses::{SesProvider, SesSettings};

use super::server::{Says, Stub};
use super::{emails, outcomes, refusal};

fn provider(url: &str, within: Duration) -> SesProvider {
    SesProvider::new(SesSettings {
        region: "eu-central-1".into(),
        access_key: "AKIDEXAMPLE".into(),
        secret_key: "secret-key".to_owned().into(),
        session_token: Some("session-token".to_owned().into()),
        configuration_set: Some("campaigns".into()),
        url: Some(url.to_owned()),
        at_once: 4,
        timeout: within,
    })
    .unwrap()
}

async fn said(says: Says) -> HandOver {
    let within = if matches!(says, Says::Never) { 3 } else { 20 };
    let stub = Stub::saying(says).await;
    let mut answers = provider(&stub.url, Duration::from_secs(within)).hand_over(&emails(1)).await;
    assert_eq!((answers.len(), stub.asked().len()), (1, 1), "asked once, whatever it says");
    answers.remove(0)
}

#[tokio::test]
async fn each_mail_goes_whole_and_signed_with_its_tags() {
    let stub = Stub::saying(Says::plain(200, r#"{"MessageId":"0107-abc"}"#)).await;
    let answers = provider(&stub.url, Duration::from_secs(20)).hand_over(&emails(2)).await;
    let taken = HandOver::Accepted { provider_id: Some("0107-abc".into()) };
    assert_eq!(answers, [taken.clone(), taken]);
    let mut asked = stub.asked();
    asked.sort_by_key(|asked| asked.json()["EmailTags"][0]["Value"].as_str().unwrap().to_owned());
    assert_eq!(asked.len(), 2);
    let first = &asked[0];
    assert_eq!((first.method.as_str(), first.uri.as_str()), ("POST", "/v2/email/outbound-emails"));
    let authorization = first.header("authorization");
    assert!(authorization.starts_with("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"), "{authorization}");
    assert!(authorization.contains("/eu-central-1/ses/aws4_request"), "{authorization}");
    assert!(authorization.contains("SignedHeaders=content-type;host;x-amz-date"), "{authorization}");
    assert_eq!(first.header("x-amz-security-token"), "session-token");
    assert!(!format!("{:?}", first.headers).contains("secret-key"));
    let body = first.json();
    assert_eq!(body["ConfigurationSetName"], "campaigns");
    assert_eq!(body["Destination"]["ToAddresses"], serde_json::json!(["ada1@example.com"]));
    assert_eq!(body["EmailTags"][0]["Name"], "pivotal_email");
    assert_eq!(body["EmailTags"][0]["Value"], "00000000-0000-0000-0000-000000000001");
    assert_eq!(body["EmailTags"][1]["Name"], "pivotal_campaign");
    // "From: Norhavn <news@norhavn.example>\r\n"
    let raw = body["Content"]["Raw"]["Data"].as_str().unwrap();
    assert!(raw.starts_with("RnJvbTogTm9yaGF2biA8bmV3c0Bub3JoYXZuLmV4YW1wbGU+DQ"), "{raw}");
}

#[tokio::test]
async fn every_refusal_is_known_for_what_it_is() {
    let (second, minute, hour) =
        (Duration::from_secs(1), Duration::from_secs(60), Duration::from_secs(3_600));
    let kind = |status, kind: &str, message: &str| {
        Says::with(status, "x-amzn-errortype", kind, &format!("{{\"message\":\"{message}\"}}"))
    };
    for (says, expected) in [
        (kind(400, "MessageRejected", "Email address is not verified: a@example.com"), Refusal::Setup),
        (kind(400, "MessageRejected:http://internal.amazon.com/", "It holds a virus"), Refusal::Mail),
        (kind(400, "BadRequestException", "Illegal address"), Refusal::Mail),
        (kind(400, "MailFromDomainNotVerifiedException", ""), Refusal::Setup),
        (kind(400, "SendingPausedException", ""), Refusal::Setup),
        (kind(404, "NotFoundException", "Configuration set <campaigns> does not exist"), Refusal::Setup),
        (kind(429, "TooManyRequestsException", "Maximum sending rate exceeded"), Refusal::DeferAll(second)),
        (kind(429, "TooManyRequestsException", "Daily message quota exceeded"), Refusal::DeferAll(hour)),
        (Says::with(429, "retry-after", "7", ""), Refusal::DeferAll(second * 7)),
        (Says::plain(400, r#"{"__type":"com.amazon#MessageRejected","Message":"no"}"#), Refusal::Mail),
        (Says::plain(401, ""), Refusal::Setup),
        (kind(403, "InvalidSignatureException", "The signature does not match"), Refusal::Setup),
        (Says::plain(413, "<html>"), Refusal::Mail),
        (Says::plain(503, "busy"), Refusal::DeferAll(minute)),
    ] {
        let answer = said(says.clone()).await;
        assert_eq!(refusal(&answer), Some(expected), "{says:?}: {answer:?}");
    }
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_is_unknown() {
    for says in [
        Says::plain(200, "<html>welcome to the hotel's network</html>"),
        Says::plain(200, r#"{"MessageId":"010"#),
        Says::plain(200, "{}"),
        Says::plain(202, r#"{"MessageId":"0107-abc"}"#),
        Says::with(500, "x-amzn-errortype", "InternalServiceErrorException", "{}"),
        Says::plain(502, "bad gateway"),
        Says::plain(504, ""),
        Says::Half(200, r#"{"MessageId""#),
        Says::Never,
    ] {
        assert_eq!(said(says.clone()).await.outcome(), "unknown", "{says:?}");
    }
}

#[tokio::test]
async fn nobody_there_means_that_nothing_was_sent() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let answers = provider(&url, Duration::from_secs(20)).hand_over(&emails(2)).await;
    assert_eq!(outcomes(&answers), ["defer_all", "defer_all"]);
}
