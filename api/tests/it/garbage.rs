//! Bad requests of every kind: each is answered with a problem that says so, none with a 5xx.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, answer};

#[tokio::test]
async fn no_garbage_over_rest_is_a_fault() {
    let app = TestApp::start().await;
    let id = "00000000-0000-0000-0000-000000000007";
    let long = "x".repeat(100_000);
    let bodies: Vec<Vec<u8>> = vec![
        b"".to_vec(),
        b"{".to_vec(),
        b"null".to_vec(),
        b"[]".to_vec(),
        b"\"text\"".to_vec(),
        b"{\"fields\": 1}".to_vec(),
        b"{\"fields\": {\"email\": {\"a\": [1]}}}".to_vec(),
        b"{\"fields\": {\"email\": \"\\u0000@example.com\"}}".to_vec(),
        b"{\"fields\": {\"tags\": [1, 2]}}".to_vec(),
        b"{\"fields\": {\"custom.\": \"x\", \"custom.a b\": 1}}".to_vec(),
        b"{\"fields\": {\"full_name\": \"\\ud83d\\ude00\", \"email\": \"a@b\"}}".to_vec(),
        b"{\"position\": -9223372036854775808}".to_vec(),
        b"{\"position\": 99999999999999999999999}".to_vec(),
        b"\xff\xfe\x00".to_vec(),
        format!("{{\"fields\": {{\"full_name\": \"{long}\"}}}}").into_bytes(),
        format!("{}1{}", "[".repeat(5000), "]".repeat(5000)).into_bytes(),
        json!({ "mapping": [{ "column": 4294967295u32, "entity": "CONTACT", "field": "email" }] }).to_string().into_bytes(),
        json!({ "mapping": [{ "column": -1, "entity": "nothing", "field": "" }], "defaultCountry": "Atlantis" }).to_string().into_bytes(),
    ];
    let routes = [
        (Method::POST, "/api/v1/auth/login".to_owned()),
        (Method::POST, "/api/v1/contacts".to_owned()),
        (Method::PATCH, format!("/api/v1/contacts/{id}")),
        (Method::POST, format!("/api/v1/contacts/{id}/undo")),
        (Method::POST, format!("/api/v1/contacts/{id}/erase")),
        (Method::POST, "/api/v1/accounts".to_owned()),
        (Method::POST, "/api/v1/imports".to_owned()),
        (Method::PUT, format!("/api/v1/imports/{id}/mapping")),
        (Method::POST, "/graphql".to_owned()),
    ];
    for (method, path) in &routes {
        for body in &bodies {
            for kind in ["application/json", "text/plain", "multipart/form-data; boundary=x", "nonsense"] {
                let request = app
                    .rest(Role::Admin, method.clone(), path)
                    .await
                    .header("content-type", kind)
                    .body(body.clone());
                let (status, answered) = answer(request).await;
                assert!(
                    status < 500,
                    "{method} {path} {kind} {:?}: {status} {answered}",
                    String::from_utf8_lossy(&body[..body.len().min(80)])
                );
                if status >= 400 {
                    assert!(answered["code"].is_string(), "{method} {path} {kind}: {status} {answered}");
                }
            }
        }
    }
}

#[tokio::test]
async fn no_strange_address_or_header_is_a_fault() {
    let app = TestApp::start().await;
    let paths = [
        "/api/v1/contacts?first=abc",
        "/api/v1/contacts?first=-1",
        "/api/v1/contacts?first=99999999999",
        "/api/v1/contacts?after=%00",
        "/api/v1/contacts?sort=;drop",
        "/api/v1/contacts?q=%00",
        "/api/v1/contacts?q=%25%25%5c_",
        "/api/v1/contacts?accountId=x",
        "/api/v1/contacts/%00",
        "/api/v1/contacts/..%2f..%2fetc",
        "/api/v1/nothing",
        "/api/v1/",
        "/api/v2/contacts",
        "/graphql",
        "/graphql/ws",
        "/assets/../../etc/passwd",
        "/assets/%2e%2e/secret",
        "/api/v1/imports/x/errors.csv",
        "/api/v1/jobs?state=nonsense",
    ];
    for path in paths {
        for method in
            [Method::GET, Method::POST, Method::DELETE, Method::OPTIONS, Method::from_bytes(b"BREW").unwrap()]
        {
            let (status, body) = answer(app.rest(Role::Admin, method.clone(), path).await).await;
            assert!(status < 500, "{method} {path}: {status} {body}");
        }
    }
    for (name, value) in [
        ("x-pivotal-after", "soon"),
        ("x-pivotal-after", "-4"),
        ("authorization", "Bearer \u{1}"),
        ("authorization", "Basic Zm9v"),
        ("x-request-id", "<script>"),
        ("range", "bytes=9-1"),
    ] {
        let Ok(value) = reqwest::header::HeaderValue::from_bytes(value.as_bytes()) else { continue };
        let (status, body) =
            answer(app.rest(Role::Admin, Method::GET, "/api/v1/contacts").await.header(name, value)).await;
        assert!(status < 500, "{name}: {status} {body}");
    }
    let request = app
        .rest(Role::Admin, Method::POST, "/api/v1/accounts")
        .await
        .header("idempotency-key", "k".repeat(300))
        .json(&json!({ "fields": { "name": "x" } }));
    let (status, body) = answer(request).await;
    assert_eq!((status, body["code"].as_str()), (400, Some("BAD_HEADER")));
}

#[tokio::test]
async fn no_graphql_garbage_is_a_fault() {
    let app = TestApp::start().await;
    let spread = (0..40)
        .map(|n| format!("fragment f{n} on Query {{ ...f{} ...f{} }}", n + 1, n + 1))
        .collect::<Vec<_>>()
        .join(" ");
    let queries = [
        "".to_owned(),
        "{".to_owned(),
        "{ nothing }".to_owned(),
        "query A { me { id } } query B { me { id } }".to_owned(),
        "subscription { jobsChanged { id } }".to_owned(),
        "{ me { ...a } } fragment a on Me { ...b } fragment b on Me { ...a }".to_owned(),
        format!("{{ ...f0 }} {spread} fragment f40 on Query {{ me {{ id }} }}"),
        "{".repeat(10_000),
        format!("{{ me {{ {} }} }}", "id ".repeat(20_000)),
        "{ contacts(filter: {ids: [\"x\"]}) { totalCount } }".to_owned(),
        "{ contacts(filter: {importOutcome: \"lost\"}) { totalCount } }".to_owned(),
        "{ contacts(filter: {q: \"\\u0000 %_\\\\\"}) { totalCount edges { node { id } } } }".to_owned(),
        "mutation { contactUpdate(input: {id: \"00000000-0000-0000-0000-000000000001\", fields: [], expectedVersion: -1}) { position userErrors { code } } }".to_owned(),
        "mutation { projectionPark(input: {name: \"x'; drop table\"}) { userErrors { code } } }".to_owned(),
        "mutation { userCreate(input: {name: \"\", email: \"x\", role: ADMIN, password: \"\"}) { userErrors { code field } } }".to_owned(),
    ];
    for query in queries {
        let began = std::time::Instant::now();
        let request = app.rest(Role::Admin, Method::POST, "/graphql").await.json(&json!({ "query": query }));
        let (status, body) = answer(request).await;
        assert!(status < 500, "{query:.80}: {body}");
        let codes: Vec<&Value> = body["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|error| &error["extensions"]["code"])
            .collect();
        assert!(codes.iter().all(|code| code.is_string() && **code != "INTERNAL"), "{query:.80}: {body}");
        assert!(began.elapsed().as_secs() < 5, "{query:.80} kept the server busy");
    }
}
