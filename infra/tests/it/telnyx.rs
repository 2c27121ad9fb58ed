//! Telnyx Number Lookup against a server of our own: what is asked, and what is made of every kind of answer.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use pivotal_commands::ports::carrier_lookup::{CarrierLookup, LookupTrouble};
use pivotal_domain::audience::phone_validity::keep::Said;
use pivotal_domain::audience::phone_validity::line::LineType;
use pivotal_domain::audience::values::phone::Phone;
use pivotal_infra::phone_validity::telnyx::{TelnyxLookup, TelnyxSettings};
use secrecy::SecretString;

/// What it answers, and what it was asked: path with query, and authorization.
#[derive(Clone)]
struct Says {
    status: u16,
    retry_after: Option<&'static str>,
    body: &'static str,
    asked: Arc<Mutex<Vec<(String, String)>>>,
}

async fn answer(State(says): State<Says>, request: Request) -> Response {
    let authorization = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let asked = (request.uri().to_string(), authorization.unwrap_or_default().to_owned());
    says.asked.lock().unwrap().push(asked);
    let mut response = (StatusCode::from_u16(says.status).unwrap(), says.body).into_response();
    if let Some(seconds) = says.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.parse().unwrap());
    }
    response
}

async fn said(
    status: u16,
    retry_after: Option<&'static str>,
    body: &'static str,
) -> (Result<Said, LookupTrouble>, Says) {
    let says = Says { status, retry_after, body, asked: Arc::default() };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/v2", listener.local_addr().unwrap());
    let router = Router::new().fallback(answer).with_state(says.clone());
    let serving = tokio::spawn(async move { axum::serve(listener, router).await });
    let settings =
        TelnyxSettings { url, key: SecretString::from("secret-key"), timeout: Duration::from_secs(5) };
    let lookup = TelnyxLookup::new(settings).unwrap();
    let said = lookup.look_up(&Phone::parse("+1 866 555 2368", None).unwrap()).await;
    serving.abort();
    (said, says)
}

#[tokio::test]
async fn a_number_is_asked_about_with_the_key_and_nothing_else() {
    let body = r#"{"data":{"caller_name":null,"carrier":{"error_code":null,"mobile_country_code":"US","mobile_network_code":866,"name":"Telnyx/4","type":"voip"},"country_code":"US","fraud":null,"national_format":"(0312) 945-7420","phone_number":"+18665552368","record_type":"number_lookup"}}"#;
    let (said, says) = said(200, None, body).await;
    assert_eq!(said, Ok(Said::Found { carrier: Some("Telnyx/4".into()), line: LineType::Voip }));
    let asked = says.asked.lock().unwrap().clone();
    let expected = ("/v2/number_lookup/+18665552368?type=carrier".to_owned(), "Bearer secret-key".to_owned());
    assert_eq!(asked, [expected]);
}

#[tokio::test]
async fn every_refusal_is_known_for_what_it_is() {
    let busy = |retry_after| Err(LookupTrouble::Busy { retry_after });
    let unavailable = |said: &str| Err(LookupTrouble::Unavailable(said.to_owned()));
    for (status, retry_after, expected) in [
        (401, None, Err(LookupTrouble::KeyRefused)),
        (403, None, Err(LookupTrouble::KeyRefused)),
        (402, None, Err(LookupTrouble::NoCredit)),
        (404, None, Ok(Said::NotFound)),
        (422, None, Err(LookupTrouble::Declined)),
        (429, Some("7"), busy(Some(Duration::from_secs(7)))),
        (429, None, busy(None)),
        (500, None, unavailable("status 500")),
        (503, None, unavailable("status 503")),
        // Nobody is followed to another host with our key.
        (302, None, Err(LookupTrouble::Declined)),
    ] {
        assert_eq!(said(status, retry_after, "{\"errors\":[]}").await.0, expected, "{status}");
    }
    assert_eq!(said(200, None, "not json").await.0, Err(LookupTrouble::Unreadable));
}

#[tokio::test]
async fn nobody_there_is_said_without_the_number() {
    // Nothing listens on the discard port.
    let settings = TelnyxSettings {
        url: "http://127.0.0.1:9".into(),
        key: SecretString::from("secret-key"),
        timeout: Duration::from_secs(5),
    };
    let trouble = TelnyxLookup::new(settings)
        .unwrap()
        .look_up(&Phone::parse("+18665552368", None).unwrap())
        .await
        .unwrap_err();
    assert!(matches!(trouble, LookupTrouble::Unavailable(_)), "{trouble:?}");
    assert!(!trouble.to_string().contains("8665552368"), "{trouble}");
}
