//! The limits of docs/OPERATIONS.md as somebody meets them who speaks HTTP badly on purpose: over a bare socket, byte by byte.

use std::time::{Duration, Instant};

use pivotal_domain::identity::role::Role;
use reqwest::{Body, Method};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::{TestApp, answer};

/// Far longer than any of the limits here, and never waited for: only for who waits in vain.
const AT_MOST: Duration = Duration::from_secs(60);

async fn impatient() -> TestApp {
    TestApp::with(&[("PIVOTAL_CLIENT_WAIT_SECONDS", "1")]).await
}

async fn connected(app: &TestApp) -> TcpStream {
    TcpStream::connect(app.url.strip_prefix("http://").unwrap()).await.unwrap()
}

/// All that comes until the other side is done; a connection that was cut off has said what it had to.
async fn rest(socket: &mut TcpStream) -> String {
    let mut said = Vec::new();
    let read = tokio::time::timeout(AT_MOST, socket.read_to_end(&mut said)).await;
    let _ = read.expect("the server keeps the connection open");
    String::from_utf8_lossy(&said).into_owned()
}

/// The line and the headers of an answer.
async fn head(socket: &mut TcpStream) -> String {
    let mut said = Vec::new();
    while !said.ends_with(b"\r\n\r\n") {
        let byte = tokio::time::timeout(AT_MOST, socket.read_u8()).await.expect("no answer comes");
        said.push(byte.unwrap());
    }
    String::from_utf8_lossy(&said).into_owned()
}

fn post(path: &str, length: usize) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n"
    )
}

fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_else(|| panic!("{answer:?}"))
}

/// Sends drop by drop until the other side has had enough.
async fn drip(socket: &mut TcpStream, drop: &[u8]) {
    let began = Instant::now();
    let mut every = tokio::time::interval(Duration::from_millis(200));
    let mut byte = [0];
    loop {
        assert!(began.elapsed() < AT_MOST, "a client that sends drop by drop is never given up");
        tokio::select! {
            _ = socket.peek(&mut byte) => return,
            _ = every.tick() => if socket.write_all(drop).await.is_err() { return },
        }
    }
}

#[tokio::test]
async fn who_is_silent_or_never_ends_the_headers_is_given_up() {
    let app = impatient().await;
    let mut silent = connected(&app).await;
    assert_eq!(rest(&mut silent).await, "");

    let mut slow = connected(&app).await;
    slow.write_all(b"GET /health HTTP/1.1\r\nhost: localhost\r\n").await.unwrap();
    drip(&mut slow, b"x-more: 1\r\n").await;
    assert_eq!(rest(&mut slow).await, "");

    let mut idle = connected(&app).await;
    idle.write_all(b"GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
    assert_eq!(status(&rest(&mut idle).await), 200, "one answer, and the connection ends after it");
}

#[tokio::test]
async fn headers_have_an_end() {
    let app = TestApp::start().await;
    let many: String = (0..200).map(|n| format!("x-{n}: 1\r\n")).collect();
    for headers in [format!("x-long: {}\r\n", "x".repeat(128 << 10)), many] {
        let mut socket = connected(&app).await;
        let request = format!("GET /health HTTP/1.1\r\nhost: localhost\r\n{headers}\r\n");
        // It may have answered and gone before it has all.
        let _ = socket.write_all(request.as_bytes()).await;
        assert_eq!(status(&head(&mut socket).await), 431);
    }
    let mut socket = connected(&app).await;
    let fine = format!("GET /health HTTP/1.1\r\nhost: localhost\r\nx-long: {}\r\n\r\n", "x".repeat(16 << 10));
    socket.write_all(fine.as_bytes()).await.unwrap();
    assert_eq!(status(&head(&mut socket).await), 200);
}

#[tokio::test]
async fn a_body_that_does_not_come_is_not_waited_for() {
    let app = impatient().await;
    for path in ["/api/v1/auth/login", "/graphql"] {
        let mut stuck = connected(&app).await;
        stuck.write_all(post(path, 1_000).as_bytes()).await.unwrap();
        stuck.write_all(b"{").await.unwrap();
        let said = rest(&mut stuck).await;
        assert_eq!(status(&said), 408, "{path}: {said}");
        assert!(said.contains("\"TOO_SLOW\""), "{path}: {said}");
    }
    // Each drop is in time, all of them are not.
    let mut slow = connected(&app).await;
    slow.write_all(post("/api/v1/auth/login", 100_000).as_bytes()).await.unwrap();
    drip(&mut slow, b" ").await;
    let said = rest(&mut slow).await;
    assert_eq!(status(&said), 408, "{said}");
}

#[tokio::test]
async fn an_upload_that_stands_still_is_refused_and_leaves_nothing() {
    let app = impatient().await;
    let token = app.token(Role::DataOps).await;
    let mut socket = connected(&app).await;
    let head = format!(
        "POST /api/v1/imports?fileName=a.csv HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {token}\r\ncontent-type: text/csv\r\ncontent-length: 1000\r\n\r\nemail\n"
    );
    socket.write_all(head.as_bytes()).await.unwrap();
    let said = rest(&mut socket).await;
    assert_eq!(status(&said), 422, "{said}");
    assert!(said.contains("UPLOAD_BROKEN"), "{said}");
    let (_, listed) = app.get(Role::DataOps, "/api/v1/imports").await;
    assert_eq!(listed["items"], json!([]));
}

#[tokio::test]
async fn a_body_has_an_end_at_both_doors_whether_it_says_its_length_or_not() {
    let app = TestApp::start().await;
    let long = json!({ "query": "x".repeat(2 << 20), "email": "x" }).to_string();
    for path in ["/graphql", "/api/v1/auth/login"] {
        for body in [Body::from(long.clone()), chunked(long.clone())] {
            let sent = app.request(Method::POST, path).header("content-type", "application/json").body(body);
            let (status, said) = answer(sent).await;
            assert_eq!((status, &said["code"]), (413, &json!("TOO_LARGE")), "{path}");
        }
    }
    // The library would take a form with files, whatever their number and size.
    let form = "--x\r\ncontent-disposition: form-data; name=\"operations\"\r\n\r\n{\"query\":\"{ __typename }\"}\r\n--x--\r\n";
    for kind in ["multipart/form-data; boundary=x", "text/plain", "application/x-www-form-urlencoded"] {
        let sent = app.request(Method::POST, "/graphql").header("content-type", kind).body(form);
        let (status, said) = answer(sent).await;
        assert_eq!((status, &said["code"]), (415, &json!("UNSUPPORTED_MEDIA")), "{kind}");
    }
}

#[tokio::test]
async fn an_upload_has_an_end_though_it_does_not_say_its_length() {
    let app = TestApp::with(&[("PIVOTAL_UPLOAD_LIMIT_MB", "1")]).await;
    let rows = "email\n".to_owned() + &"ada@example.com\n".repeat(70_000);
    let sent = app.rest(Role::DataOps, Method::POST, "/api/v1/imports?fileName=a.csv").await;
    let (status, said) = answer(sent.header("content-type", "text/csv").body(chunked(rows))).await;
    assert_eq!((status, &said["code"]), (413, &json!("TOO_LARGE")), "{said}");
}

fn chunked(text: String) -> Body {
    let pieces: Vec<Result<Vec<u8>, std::io::Error>> =
        text.into_bytes().chunks(64 << 10).map(|piece| Ok(piece.to_vec())).collect();
    Body::wrap_stream(futures::stream::iter(pieces))
}

#[tokio::test]
async fn who_comes_when_all_places_are_taken_waits_until_one_is_free() {
    let app = TestApp::with(&[("PIVOTAL_CONNECTIONS", "2")]).await;
    let ask = b"GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n";
    let (mut first, mut second) = (connected(&app).await, connected(&app).await);
    for socket in [&mut first, &mut second] {
        socket.write_all(ask).await.unwrap();
        assert_eq!(status(&head(socket).await), 200);
    }
    let mut third = connected(&app).await;
    third.write_all(ask).await.unwrap();
    let waited = tokio::time::timeout(Duration::from_millis(300), third.readable()).await;
    assert!(waited.is_err(), "somebody was answered beyond the places there are");
    drop(first);
    assert_eq!(status(&head(&mut third).await), 200);
    drop(second);
}

#[tokio::test]
async fn who_asks_too_often_reads_in_the_header_when_to_go_on() {
    let app = TestApp::with(&[("PIVOTAL_LIMIT_LISTS", "1")]).await;
    let token = app.token(Role::Admin).await;
    let mut socket = connected(&app).await;
    let ask = format!(
        "GET /api/v1/contacts?first=1 HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {token}\r\nconnection: close\r\n\r\n"
    );
    socket.write_all(ask.as_bytes()).await.unwrap();
    assert_eq!(status(&rest(&mut socket).await), 200);
    let mut socket = connected(&app).await;
    socket.write_all(ask.as_bytes()).await.unwrap();
    let said = rest(&mut socket).await;
    assert_eq!(status(&said), 429, "{said}");
    let wait =
        said.lines().find_map(|line| line.to_lowercase().strip_prefix("retry-after: ").map(str::to_owned));
    assert!((1..=61).contains(&wait.unwrap().trim().parse::<u64>().unwrap()), "{said}");
    assert!(said.contains("\"RATE_LIMITED\""), "{said}");
}
