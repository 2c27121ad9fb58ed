//! What is found at the tracking domain of a sender: the doors of mails, and nothing else.

use reqwest::header::HOST;
use serde_json::json;

use crate::support::TestApp;

const BRAND: &str = "mutation($input: EmailBrandInput!) { emailBrandCreate(input: $input) { brand { id } userErrors { code } } }";
const CREATE: &str =
    "mutation($input: SenderInput!) { senderCreate(input: $input) { sender { id } userErrors { code } } }";

/// Status and text of a page as somebody sees it who asks for it by this name.
async fn seen(app: &TestApp, host: &str, path: &str) -> (u16, String) {
    let request = reqwest::Client::new().get(format!("{}{path}", app.url)).header(HOST, host);
    let response = request.send().await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

#[tokio::test]
async fn a_tracking_domain_shows_nothing_but_what_mails_lead_to() {
    let app = TestApp::start().await;
    let made = app.data(BRAND, json!({ "input": { "name": "Norhavn", "colour": "0B5CAD" } })).await;
    let input = json!({
        "fromName": "Norhavn News",
        "fromAddress": "news@norhavn.example",
        "brandId": made["emailBrandCreate"]["brand"]["id"],
        "physicalAddress": "Norhavn AS, 0150 Oslo",
        "account": "test",
        "trackingDomain": "links.norhavn.example",
    });
    let made = app.data(CREATE, json!({ "input": input })).await;
    assert_eq!(made["senderCreate"]["userErrors"], json!([]), "{made}");

    let tracking = "Links.Norhavn.example:443";
    assert_eq!(seen(&app, tracking, "/api/v1/email-replies").await, (404, String::new()));
    assert_eq!(seen(&app, tracking, "/").await, (404, String::new()));
    let (status, page) = seen(&app, tracking, "/t/c/nothing").await;
    assert_eq!(status, 404);
    assert!(page.contains("This link leads nowhere"), "{page}");

    let (status, _) = seen(&app, "another.example", "/api/v1/email-replies").await;
    assert_eq!(status, 401, "no sender's");
}
