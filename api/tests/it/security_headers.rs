//! What an attacker tries at the frame of every answer: headers, other origins, sizes, shapes (OWASP ASVS 4.0.3, V13 and V14).

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::json;

use crate::support::{TestApp, answer, code};

#[tokio::test]
async fn every_answer_says_the_whole_of_what_a_browser_may_do_with_it() {
    let app = TestApp::start().await;
    for path in
        ["/", "/login", "/health", "/api/v1/nothing", "/api/v1/auth/me", "/api/v1/docs", "/assets/x.js"]
    {
        let response = app.request(Method::GET, path).send().await.unwrap();
        let header =
            |name: &str| response.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        let policy = header("content-security-policy").unwrap();
        let directives: Vec<&str> = policy.split(';').map(str::trim).collect();
        for wanted in [
            "default-src 'self'",
            "script-src 'self'",
            "connect-src 'self'",
            // A frame with a mail in it loads its pixel from us, and no picture from anywhere else.
            "img-src 'self' data: blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ] {
            assert!(directives.contains(&wanted), "{path}: {wanted} is not in {policy}");
        }
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(header(name).as_deref(), Some(value), "{path}: {name}");
        }
        assert!(header("permissions-policy").unwrap().contains("camera=()"), "{path}");
        assert_eq!(header("strict-transport-security"), None, "{path}: not without TLS");
        assert_eq!(header("access-control-allow-origin"), None, "{path}");
        assert_eq!((header("server"), header("x-powered-by")), (None, None), "{path}");
    }
}

#[tokio::test]
async fn behind_https_browsers_are_told_to_stay_there() {
    let app = TestApp::with(&[("PIVOTAL_PUBLIC_URL", "https://crm.example.com")]).await;
    for path in ["/", "/api/v1/auth/me", "/health"] {
        let response = app.request(Method::GET, path).send().await.unwrap();
        let told = response.headers()["strict-transport-security"].to_str().unwrap().to_owned();
        assert_eq!(told, "max-age=31536000; includeSubDomains", "{path}");
    }
}

#[tokio::test]
async fn what_somebody_may_see_is_kept_by_no_cache() {
    let app = TestApp::start().await;
    let me = app.rest(Role::Agent, Method::GET, "/api/v1/auth/me").await.send().await.unwrap();
    assert_eq!(me.headers()["cache-control"], "no-store");
    let asked =
        app.rest(Role::Agent, Method::POST, "/graphql").await.json(&json!({ "query": "{ me { id } }" }));
    assert_eq!(asked.send().await.unwrap().headers()["cache-control"], "no-store");
    let refused = app.request(Method::GET, "/api/v1/contacts").send().await.unwrap();
    assert_eq!(
        (refused.status().as_u16(), &refused.headers()["cache-control"]),
        (401, &"no-store".parse().unwrap())
    );
}

#[tokio::test]
async fn another_origin_is_given_nothing_and_its_preflight_no_leave() {
    let app = TestApp::start().await;
    for path in ["/graphql", "/api/v1/contacts", "/api/v1/auth/refresh"] {
        let asked = app
            .request(Method::OPTIONS, path)
            .header("origin", "https://evil.example")
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "authorization,x-pivotal-csrf");
        let response = asked.send().await.unwrap();
        for name in [
            "access-control-allow-origin",
            "access-control-allow-headers",
            "access-control-allow-credentials",
        ] {
            assert!(!response.headers().contains_key(name), "{path}: {name}");
        }
    }
    // A form of another page can send no JSON, and the cookie alone opens nothing but the two routes that ask for a header.
    let form = app.request(Method::POST, "/graphql").header("content-type", "text/plain");
    let (status, body) = answer(form.body("{\"query\":\"{ me { id } }\"}")).await;
    assert!(status >= 400 || code(&body) == Some("UNAUTHENTICATED"), "{status} {body}");
}

#[tokio::test]
async fn what_is_too_large_or_many_is_refused_and_costs_nothing() {
    let app = TestApp::start().await;
    let long = "x".repeat(3 << 20);
    for path in ["/graphql", "/api/v1/auth/login", "/api/v1/auth/password/forgotten"] {
        let sent =
            app.request(Method::POST, path).json(&json!({ "query": long, "email": long, "password": long }));
        let (status, body) = answer(sent).await;
        let body = body.to_string();
        let refused = matches!(status, 400 | 413) || body.contains("QUERY_TOO_COMPLEX");
        assert!(refused, "{path}: {status} {}", &body[..body.len().min(200)]);
        assert!(body.len() < 1_000, "{path}: what was sent is not sent back");
    }
    // Many requests in one would step around whatever is counted by request.
    let batch = json!([{ "query": "{ me { id } }" }, { "query": "{ me { id } }" }]);
    let (status, _) = answer(app.rest(Role::Admin, Method::POST, "/graphql").await.json(&batch)).await;
    assert_eq!(status, 400);
    let aliases: Vec<String> =
        (0..400).map(|n| format!("a{n}: contacts(first: 200) {{ edges {{ node {{ id }} }} }}")).collect();
    let wide = app.graphql(Role::Admin, &format!("{{ {} }}", aliases.join(" ")), json!({})).await;
    assert_eq!(code(&wide), Some("QUERY_TOO_COMPLEX"));
    let circle = "{ ...a } fragment a on Query { me { id } ...b } fragment b on Query { ...a }";
    assert!(code(&app.graphql(Role::Admin, circle, json!({})).await).is_some());
    let deep = format!("{{ {} }}", "me { teams { ".repeat(3_000));
    assert!(code(&app.graphql(Role::Admin, &deep, json!({})).await).is_some());
}

#[tokio::test]
async fn refusals_say_nothing_of_the_inside() {
    let app = TestApp::start().await;
    let token = app.token(Role::Admin).await;
    let bad = [
        app.request(Method::POST, "/api/v1/auth/login").header("content-type", "application/json").body("{"),
        app.request(Method::GET, "/api/v1/contacts/'%20or%201=1--").bearer_auth(&token),
        app.request(Method::GET, "/api/v1/contacts?after=%00").bearer_auth(&token),
        app.request(Method::GET, "/api/v1/../../etc/passwd"),
        app.request(Method::GET, "/%2e%2e/%2e%2e/etc/passwd"),
        app.request(Method::TRACE, "/api/v1/auth/me").bearer_auth(&token),
        app.request(Method::POST, "/graphql").json(&json!({ "query": "{ nothing }" })).bearer_auth(&token),
    ];
    for request in bad {
        let (client, request) = request.build_split();
        let Ok(request) = request else { continue };
        let path = request.url().path().to_owned();
        let response = client.execute(request).await.unwrap();
        assert!(response.status().as_u16() < 500, "{path}: {}", response.status());
        let body = response.text().await.unwrap();
        for inside in
            ["sqlx", "panicked", "postgres", "src/", ".rs:", "root:x:", "stack backtrace", "select "]
        {
            assert!(!body.contains(inside), "{path}: {inside} in {body}");
        }
    }
}
