//! A running Pivotal of one test's own.

use std::collections::{BTreeMap, HashMap};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use pivotal_api::app::App;
use pivotal_api::compose::backend::{self, Backend};
use pivotal_api::compose::working::Working;
use pivotal_api::config::Config;
use pivotal_api::config::source::Source;
use pivotal_api::http::serve;
use pivotal_commands::identity::development::{LOGINS, PASSWORD, seed_development_users};
use pivotal_commands::ports::blob_store::InMemoryBlobStore;
use pivotal_domain::identity::role::Role;
use pivotal_log::master_key::MasterKey;
use pivotal_log::pools::Pools;
use pivotal_log::reader;
use pivotal_log::testing::TestDatabase;
use pivotal_projections::bus::InProcessBus;
use reqwest::{Client, Method, RequestBuilder, Response};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

pub struct TestApp {
    pub url: String,
    pub client: Client,
    tokens: Mutex<HashMap<&'static str, String>>,
    _working: Working,
    /// For what no door shows: the log as stored, checks.
    pub backend: Backend,
    _folder: TempDir,
    // Last, so that it is dropped last.
    pub database: TestDatabase,
}

impl TestApp {
    pub async fn start() -> Self {
        Self::with(&[]).await
    }

    /// With settings as in the environment.
    pub async fn with(settings: &[(&str, &str)]) -> Self {
        // Tests share a process: whoever is first installs it.
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let database = TestDatabase::filled(with_users).await;
        // What is embedded is this test's alone.
        let folder = tempfile::tempdir().unwrap();
        let own = [("PIVOTAL_STATE", folder.path().to_str().unwrap())];
        let settings = own.iter().chain(settings);
        let settings = settings.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let backend = backend(&database.url, settings);
        let working = Working::start(&backend).await.unwrap();
        let app = App::new(backend.core()).unwrap();
        let listener = serve::listen(SocketAddr::from(([127, 0, 0, 1], 0))).await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(serve::serve(listener, app, CancellationToken::new()));
        let client = Client::builder().cookie_store(true).build().unwrap();
        TestApp {
            url,
            client,
            tokens: Mutex::default(),
            _working: working,
            backend,
            _folder: folder,
            database,
        }
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url))
    }

    pub async fn login(&self, email: &str, password: &str) -> Response {
        self.request(Method::POST, "/api/v1/auth/login")
            .json(&json!({ "email": email, "password": password }))
            .send()
            .await
            .unwrap()
    }

    /// An access token of the development user with this role.
    pub async fn token(&self, role: Role) -> String {
        let email = LOGINS.iter().find(|login| login.role == role).unwrap().email;
        self.token_of(email).await
    }

    pub async fn token_of(&self, email: &'static str) -> String {
        let known = self.tokens.lock().unwrap().get(email).cloned();
        if let Some(token) = known {
            return token;
        }
        let body: Value = self.login(email, PASSWORD).await.json().await.unwrap();
        let token = body["accessToken"].as_str().unwrap().to_owned();
        self.tokens.lock().unwrap().insert(email, token.clone());
        token
    }

    /// REST as somebody of this role.
    pub async fn rest(&self, role: Role, method: Method, path: &str) -> RequestBuilder {
        let token = self.token(role).await;
        self.request(method, path).bearer_auth(token)
    }

    pub async fn get(&self, role: Role, path: &str) -> (u16, Value) {
        settled(&self.backend).await;
        answer(self.rest(role, Method::GET, path).await).await
    }

    pub async fn post(&self, role: Role, path: &str, body: Value) -> (u16, Value) {
        answer(self.rest(role, Method::POST, path).await.json(&body)).await
    }

    /// GraphQL as somebody of this role; the whole answer.
    pub async fn graphql(&self, role: Role, query: &str, variables: Value) -> Value {
        let token = self.token(role).await;
        self.graphql_as(Some(&token), query, variables).await
    }

    pub async fn graphql_as(&self, token: Option<&str>, query: &str, variables: Value) -> Value {
        let mut request =
            self.request(Method::POST, "/graphql").json(&json!({ "query": query, "variables": variables }));
        if !query.trim_start().starts_with("mutation") {
            settled(&self.backend).await;
        }
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        let (status, body) = answer(request).await;
        assert_eq!(status, 200, "{query}: {body}");
        body
    }

    /// GraphQL as an admin; the data, of a query that must succeed.
    pub async fn data(&self, query: &str, variables: Value) -> Value {
        let mut body = self.graphql(Role::Admin, query, variables).await;
        assert_eq!(body.get("errors"), None, "{query}");
        body["data"].take()
    }
}

fn backend(url: &str, settings: BTreeMap<String, String>) -> Backend {
    let config = Config::read(Source::of(settings)).unwrap();
    let pools = Pools::connect(url, 6, 6).unwrap();
    let blobs = Arc::new(InMemoryBlobStore::default());
    let master = MasterKey::from_bytes([42; 32]);
    let (bus, search) = (Arc::new(InProcessBus::default()), backend::search(&config).unwrap());
    Backend::assemble(config, master, pools, blobs, bus, search)
}

/// What every test begins with: the development users, in the log and in the lists.
async fn with_users(url: String) {
    let folder = tempfile::tempdir().unwrap();
    let settings = [("PIVOTAL_STATE".to_owned(), folder.path().to_str().unwrap().to_owned())];
    let backend = backend(&url, settings.into());
    let working = Working::start(&backend).await.unwrap();
    seed_development_users(&backend.context).await.unwrap();
    settled(&backend).await;
    working.stop().await;
    backend.sending.claims.pool().close().await;
    backend.context.log.pools.close().await;
}

/// Waits until the lists show all that is in the log by now: they follow it within moments, each at its own pace, and a busy
/// machine makes those long. One that stands still on purpose is not waited for, or not for long.
async fn settled(backend: &Backend) {
    let pool = &backend.context.log.pools.read;
    let head = reader::head_of(pool).await.unwrap();
    for _ in 0..400 {
        let behind = "select exists (select from read.checkpoints where state = 'live' and position < $1)";
        let behind: bool = sqlx::query_scalar(behind).bind(head).fetch_one(pool).await.unwrap();
        if !behind {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
}

/// Asks until it is so.
pub async fn until(app: &TestApp, query: &str, variables: Value, so: impl Fn(&Value) -> bool) -> Value {
    for _ in 0..1_200 {
        let data = app.data(query, variables.clone()).await;
        if so(&data) {
            return data;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("it does not come true: {query} {variables}");
}

/// Waits until every projection has seen this position of the log.
pub async fn caught_up(app: &TestApp, position: i64) {
    until(app, "{ projections { position } }", json!({}), |data| {
        let all = data["projections"].as_array().unwrap().iter();
        all.map(|one| one["position"].as_i64().unwrap()).all(|at| at >= position)
    })
    .await;
}

pub async fn answer(request: RequestBuilder) -> (u16, Value) {
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    let text = response.text().await.unwrap();
    (status, serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

/// The code of the first error of a GraphQL answer.
pub fn code(body: &Value) -> Option<&str> {
    body["errors"][0]["extensions"]["code"].as_str()
}
