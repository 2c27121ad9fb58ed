//! The binary as people start it: alone, with nothing set, in an empty folder.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use reqwest::Client;
use serde_json::{Value, json};
use tokio::process::{Child, Command};

use crate::workbook;

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("pivotal-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn pivotal(folder: &Path, port: u16, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pivotal"));
    command.args(arguments).current_dir(folder).stdout(Stdio::piped()).stderr(Stdio::piped());
    // What the test run has set must not lead it to another database.
    for name in ["DATABASE_URL", "AMQP_URL", "S3_ENDPOINT"] {
        command.env_remove(name);
    }
    command.env("PIVOTAL_ADDRESS", format!("127.0.0.1:{port}"));
    command
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

async fn up(folder: &Path, port: u16) -> Child {
    let child = pivotal(folder, port, &["up"]).spawn().unwrap();
    for _ in 0..600 {
        if let Ok(answer) = Client::new().get(format!("http://127.0.0.1:{port}/ready")).send().await
            && answer.status().is_success()
        {
            return child;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let said = child.wait_with_output().await.unwrap();
    panic!("not ready after a minute: {}", String::from_utf8_lossy(&said.stderr));
}

async fn graphql(port: u16, query: &str) -> Value {
    let (client, url) = (Client::new(), format!("http://127.0.0.1:{port}"));
    let credentials = json!({ "email": "maren@example.com", "password": "pivotal-dev" });
    let session = client.post(format!("{url}/api/v1/auth/login")).json(&credentials).send().await.unwrap();
    let token = session.json::<Value>().await.unwrap()["accessToken"].as_str().unwrap().to_owned();
    let request = client.post(format!("{url}/graphql")).bearer_auth(token).json(&json!({ "query": query }));
    request.send().await.unwrap().json().await.unwrap()
}

fn signal(child: &Child, name: &str) {
    let pid = child.id().unwrap().to_string();
    assert!(std::process::Command::new("kill").args([name, &pid]).status().unwrap().success());
}

#[tokio::test]
async fn killed_and_started_again_everything_is_there_and_verify_finds_nothing() {
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let (folder, port) = (Folder::new("up"), free_port());
    let mut first = up(&folder.0, port).await;
    let made = "mutation { contactCreate(input: {fields: {email: \"kept@example.com\"}}) { position userErrors { code } } }";
    assert!(graphql(port, made).await["data"]["contactCreate"]["position"].is_i64());
    signal(&first, "-KILL");
    first.wait().await.unwrap();

    let mut second = up(&folder.0, port).await;
    let list = graphql(port, "{ contacts { edges { node { email } } } }").await;
    assert_eq!(list["data"]["contacts"]["edges"][0]["node"]["email"], "kept@example.com", "{list}");
    // Beside the running one: it joins its database.
    for arguments in [&["rebuild", "contacts"][..], &["verify"], &["log", "audit"], &["log", "tail"]] {
        let said = pivotal(&folder.0, port, arguments).output().await.unwrap();
        let text = String::from_utf8_lossy(&said.stdout).into_owned();
        assert!(said.status.success(), "{arguments:?}: {text}{}", String::from_utf8_lossy(&said.stderr));
        assert!(!text.contains("kept@example.com"), "{arguments:?} shows what is sealed");
    }
    let taken = pivotal(&folder.0, port, &["up"]).output().await.unwrap();
    let told = String::from_utf8_lossy(&taken.stderr).into_owned();
    assert!(!taken.status.success() && told.contains("taken") && told.contains("PIVOTAL_ADDRESS"), "{told}");

    signal(&second, "-TERM");
    assert!(second.wait().await.unwrap().success(), "a polite stop is no failure");
}

const PEOPLE: &str = "Email,First name,Last name,Company name\n\
    ada@example.com,Ada,Lovelace,Example Ltd\ncharles@example.com,Charles,Babbage,Example Ltd\n";

/// Exit code and all that was said.
async fn said(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let said = pivotal(folder, free_port(), arguments).output().await.unwrap();
    let text = format!("{}{}", String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    (said.status.code(), text)
}

#[tokio::test]
async fn a_file_is_imported_from_the_terminal_whether_or_not_anything_else_runs() {
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let (folder, port) = (Folder::new("import"), free_port());
    std::fs::write(folder.0.join("people.csv"), PEOPLE).unwrap();
    let (code, text) = said(&folder.0, &["import", "people.csv"]).await;
    assert!(code == Some(1) && text.contains("--yes"), "nobody is there to agree: {text}");
    let (code, text) = said(&folder.0, &["import", "people.csv", "--country", "DE", "--yes"]).await;
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("4 of 4 columns") && text.contains("2 rows read"), "{text}");

    let mut running = up(&folder.0, port).await;
    let book = workbook::of_rows(&[
        &["Email", "First name", "Last name", "Company name"],
        &["ada@example.com", "Ada", "Lovelace", "Example Ltd"],
        &["grace@example.com", "Grace", "Hopper", "Example Ltd"],
        &["nobody(at)example.com", "No", "Body", "Example Ltd"],
    ]);
    std::fs::write(folder.0.join("more.xlsx"), book).unwrap();
    let (code, text) = said(&folder.0, &["import", "more.xlsx", "--yes"]).await;
    assert_eq!(code, Some(2), "{text}");
    assert!(
        text.contains("1 created") && text.contains("1 unchanged") && text.contains("1 rejected"),
        "{text}"
    );
    let rejects = std::fs::read_to_string(folder.0.join("more-rejects.csv")).unwrap();
    assert!(rejects.contains("nobody(at)example.com") && rejects.contains("4,rejected"), "{rejects}");
    let count = graphql(port, "{ contacts { totalCount } }").await;
    assert_eq!(count["data"]["contacts"]["totalCount"], 3, "{count}");

    std::fs::write(folder.0.join("broken.xlsx"), b"PK\x03\x04 and nothing else").unwrap();
    for (file, words) in [("broken.xlsx", "damaged"), ("absent.csv", "cannot be read")] {
        let (code, text) = said(&folder.0, &["import", file, "--yes"]).await;
        assert!(code == Some(1) && text.contains(words), "{code:?} {text}");
    }
    signal(&running, "-TERM");
    running.wait().await.unwrap();
}

#[tokio::test]
async fn a_misspelt_setting_stops_the_start_with_a_suggestion() {
    let folder = Folder::new("misspelt");
    let said =
        pivotal(&folder.0, free_port(), &["migrate"]).env("PIVOTAL_ADRESS", "x").output().await.unwrap();
    let told = String::from_utf8_lossy(&said.stderr).into_owned();
    assert!(!said.status.success() && told.contains("Did you mean PIVOTAL_ADDRESS?"), "{told}");
}
