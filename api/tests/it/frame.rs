//! What surrounds every answer.

use reqwest::Method;
use serde_json::Value;

use crate::support::{TestApp, answer};

#[tokio::test]
async fn every_answer_is_safe_for_a_browser_and_carries_its_request_id() {
    let app = TestApp::start().await;
    for path in ["/", "/contacts/some-page", "/health", "/api/v1/nothing", "/api/v1/docs"] {
        let response = app.request(Method::GET, path).send().await.unwrap();
        let headers = response.headers();
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(
            policy.contains("script-src 'self'") && !policy.contains("script-src 'self' 'unsafe"),
            "{path}: {policy}"
        );
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert!(headers.contains_key("x-request-id"), "{path}");
    }
}

#[tokio::test]
async fn a_page_of_the_app_is_the_app_and_a_missing_api_address_is_a_problem() {
    let app = TestApp::start().await;
    let page = app.request(Method::GET, "/contacts/all").send().await.unwrap();
    assert!(page.headers()["content-type"].to_str().unwrap().starts_with("text/html"));
    let (status, body) = answer(app.request(Method::GET, "/api/v1/nothing")).await;
    assert_eq!((status, body["code"].as_str()), (404, Some("NOT_FOUND")));
    let (status, _) = answer(app.request(Method::GET, "/assets/old-build.js")).await;
    assert_eq!(status, 404, "a file of another build must not be answered with a page");
}

#[tokio::test]
async fn the_process_says_that_it_lives_and_that_it_can_work() {
    let app = TestApp::start().await;
    for path in ["/health", "/ready"] {
        let (status, body) = answer(app.request(Method::GET, path)).await;
        assert_eq!((status, body["status"].as_str()), (200, Some("ok")), "{path}");
    }
}

#[tokio::test]
async fn metrics_are_for_this_machine_or_for_the_token() {
    let app = TestApp::start().await;
    assert_eq!(answer(app.request(Method::GET, "/metrics")).await.0, 200);
    let proxied = app.request(Method::GET, "/metrics").header("x-forwarded-for", "192.0.2.1");
    assert_eq!(answer(proxied).await.0, 403);
    let app = TestApp::with(&[("PIVOTAL_METRICS_TOKEN", "collector")]).await;
    assert_eq!(answer(app.request(Method::GET, "/metrics")).await.0, 403);
    assert_eq!(answer(app.request(Method::GET, "/metrics").bearer_auth("collector")).await.0, 200);
    assert_eq!(answer(app.request(Method::GET, "/metrics").bearer_auth("other")).await.0, 403);
}

#[tokio::test]
async fn the_documentation_is_served_by_us_alone() {
    let app = TestApp::start().await;
    let page = app.request(Method::GET, "/api/v1/docs").send().await.unwrap().text().await.unwrap();
    assert!(!page.contains("http://") && !page.contains("https://"), "nothing from elsewhere");
    assert!(!page.contains("<script>"), "no inline script");
    let (status, document) = answer(app.request(Method::GET, "/api/v1/openapi.json")).await;
    assert_eq!((status, &document["openapi"]), (200, &Value::from("3.1.0")));
}
