//! A person who imports a file and adds contacts meanwhile, and then takes all of them out as a file. When the program dies they do what a person does: wait
//! until it is back, look where they were, and press again whatever was not confirmed.

use std::time::{Duration, Instant};

use reqwest::{Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use tokio::time::sleep;
use uuid::Uuid;

use super::file::{File, small};
use super::pivotal::Pivotal;

/// Where another process takes over, the dead one's lease must run out first; the rest is for a busy machine.
const WITHIN: Duration = Duration::from_secs(240);

/// What came of a request.
pub enum Answer {
    Ok {
        body: Value,
        position: Option<i64>,
    },
    Refused(StatusCode, Value),
    /// No answer: it may have happened or not.
    Unknown,
}

pub struct Journey {
    http: reqwest::Client,
    token: Option<String>,
    pub import: Option<Uuid>,
    /// Contacts whose creation was confirmed, with the position it was confirmed with.
    pub acknowledged: Vec<(Uuid, i64)>,
    /// The contact being added: the same key until it is confirmed.
    adding: u32,
    after: i64,
    pub file: File,
}

impl Journey {
    pub fn new() -> Journey {
        Journey::with(small())
    }

    pub fn with(file: File) -> Journey {
        let http = reqwest::Client::builder().timeout(Duration::from_secs(30)).build().unwrap();
        Journey { http, token: None, import: None, acknowledged: vec![], adding: 0, after: 0, file }
    }

    /// Goes on until the import is over. False when the program died on the way.
    pub async fn go_on(&mut self, pivotal: &mut Pivotal) -> bool {
        let deadline = Instant::now() + WITHIN;
        while pivotal.lives() {
            assert!(Instant::now() < deadline, "the import does not come to its end");
            if self.step(&pivotal.url).await {
                return true;
            }
        }
        false
    }

    /// One step; true when the import is completed.
    pub async fn step(&mut self, url: &str) -> bool {
        if self.token.is_none() {
            self.sign_in(url).await;
            return false;
        }
        let Some(import) = self.import else {
            self.find_or_upload(url).await;
            return false;
        };
        let path = format!("/api/v1/imports/{import}");
        let Answer::Ok { body, .. } = self.ask(url, Method::GET, &path, Value::Null, None).await else {
            sleep(Duration::from_millis(20)).await;
            return false;
        };
        match body["state"].as_str() {
            Some("uploaded") => {
                drop(self.ask(url, Method::PUT, &format!("{path}/mapping"), self.file.mapping(), None).await)
            }
            Some("mapped") => {
                drop(self.ask(url, Method::POST, &format!("{path}/start"), json!({}), None).await)
            }
            Some("running") => self.add_contact(url).await,
            Some("completed") => return self.take_out(url).await,
            _ => panic!("the import ended badly: {body}"),
        }
        false
    }

    /// Until it is running, so that a test can hurt it in the middle.
    pub async fn until_it_runs(&mut self, pivotal: &mut Pivotal) {
        let deadline = Instant::now() + WITHIN;
        while self.acknowledged.len() < 3 {
            assert!(pivotal.lives() && Instant::now() < deadline);
            assert!(!self.step(&pivotal.url).await, "it was over before it could be hurt");
        }
    }

    /// Adds somebody, or tries again to add the one whose creation was not confirmed.
    pub async fn add_contact(&mut self, url: &str) {
        let n = self.adding;
        let body =
            json!({"fields": {"email": format!("added{n}@people.test"), "full_name": format!("Added {n}")}});
        match self.ask(url, Method::POST, "/api/v1/contacts", body, Some(format!("add-{n}"))).await {
            Answer::Ok { body, position } => {
                let id = body["id"].as_str().unwrap().parse().unwrap();
                self.acknowledged.push((id, position.expect("a creation has a position")));
                self.adding += 1;
            }
            Answer::Refused(StatusCode::SERVICE_UNAVAILABLE | StatusCode::CONFLICT, _) | Answer::Unknown => {
                sleep(Duration::from_millis(50)).await;
            }
            Answer::Refused(status, body) => panic!("{status}: {body}"),
        }
    }

    /// Exports everything. True once the file is there and whole.
    async fn take_out(&mut self, url: &str) -> bool {
        let body = json!({"entity": "contact", "format": "json", "columns": ["email", "full_name"]});
        let asked = self.ask(url, Method::POST, "/api/v1/exports", body, Some("take-out".into())).await;
        let Answer::Ok { body, .. } = asked else {
            sleep(Duration::from_millis(50)).await;
            return false;
        };
        let path = format!("/api/v1/exports/{}", body["id"].as_str().unwrap());
        let Answer::Ok { body, .. } = self.ask(url, Method::GET, &path, Value::Null, None).await else {
            return false;
        };
        match body["state"].as_str() {
            Some("completed") => {}
            Some("running") => {
                sleep(Duration::from_millis(20)).await;
                return false;
            }
            _ => panic!("the export ended badly: {body}"),
        }
        let file = self.request(url, Method::GET, &format!("{path}/file"));
        let Answer::Ok { body: file, .. } = self.send(file).await else { return false };
        let rows = file.as_array().expect("an array").len() as i64;
        assert_eq!(Some(rows), body["rows"].as_i64(), "the file is not what was recorded");
        assert!(rows >= self.acknowledged.len() as i64, "contacts that were confirmed are not in the file");
        true
    }

    async fn find_or_upload(&mut self, url: &str) {
        if let Answer::Ok { body, .. } =
            self.ask(url, Method::GET, "/api/v1/imports", Value::Null, None).await
        {
            let known =
                body["items"].as_array().or_else(|| body["data"].as_array()).expect("a list of imports");
            self.import = known.first().map(|import| import["id"].as_str().unwrap().parse().unwrap());
            if self.import.is_none() {
                let upload = self
                    .request(url, Method::POST, "/api/v1/imports?fileName=fair.csv")
                    .header("content-type", "text/csv")
                    .body(self.file.csv.clone());
                if let Answer::Ok { body, .. } = self.send(upload).await {
                    self.import = Some(body["id"].as_str().unwrap().parse().unwrap());
                }
            }
        }
    }

    async fn sign_in(&mut self, url: &str) {
        let login = json!({"email": "maren@example.com", "password": password(&self.http, url).await});
        if let Answer::Ok { body, .. } = self.ask(url, Method::POST, "/api/v1/auth/login", login, None).await
        {
            self.token = Some(body["accessToken"].as_str().unwrap().to_owned());
        }
    }

    pub async fn ask(
        &mut self,
        url: &str,
        method: Method,
        path: &str,
        body: Value,
        key: Option<String>,
    ) -> Answer {
        let mut request = self.request(url, method, path);
        if !body.is_null() {
            request = request.json(&body);
        }
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        self.send(request).await
    }

    pub fn request(&self, url: &str, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{url}{path}")).header("x-pivotal-after", self.after);
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    pub async fn send(&mut self, request: RequestBuilder) -> Answer {
        let Ok(answer) = request.send().await else {
            sleep(Duration::from_millis(20)).await;
            return Answer::Unknown;
        };
        let status = answer.status();
        let position =
            answer.headers().get("x-pivotal-position").and_then(|at| at.to_str().ok()?.parse().ok());
        // An answer that breaks off is none.
        let Ok(text) = answer.text().await else { return Answer::Unknown };
        let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
        self.after = self.after.max(position.unwrap_or(0));
        if status.is_success() {
            return Answer::Ok { body, position };
        }
        assert_ne!(status, StatusCode::INTERNAL_SERVER_ERROR, "nothing is a fault of ours: {body}");
        if status == StatusCode::UNAUTHORIZED {
            self.token = None;
        }
        Answer::Refused(status, body)
    }
}

/// The development logins say it themselves.
async fn password(http: &reqwest::Client, url: &str) -> String {
    let Ok(answer) = http.get(format!("{url}/api/v1/auth/development-logins")).send().await else {
        return String::new();
    };
    let logins: Value = answer.json().await.unwrap_or_default();
    let all = logins.as_array().or_else(|| logins["logins"].as_array()).cloned().unwrap_or_default();
    all.iter()
        .find(|login| login["email"] == "maren@example.com")
        .and_then(|login| login["password"].as_str())
        .unwrap_or_default()
        .to_owned()
}
