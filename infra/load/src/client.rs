//! A signed-in client of the product's own API.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use pivotal_domain::audience::fields::mapping::custom_key;
use serde_json::{Value, json};
use tokio::sync::Mutex;
use tokio_util::io::ReaderStream;

/// Access tokens live longer; signing in costs a password's hash.
const TOKEN_FOR: Duration = Duration::from_secs(240);

#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    url: String,
    role: &'static str,
    token: Arc<Mutex<(String, Instant)>>,
}

impl Client {
    /// As the administrator among the development logins.
    pub async fn sign_in(url: &str) -> anyhow::Result<Self> {
        Client::sign_in_as(url, "admin").await
    }

    /// As the first of this role among them.
    pub async fn sign_in_as(url: &str, role: &'static str) -> anyhow::Result<Self> {
        let http = reqwest::Client::builder().tcp_nodelay(true).build()?;
        let token = token(&http, url, role).await?;
        let token = Arc::new(Mutex::new((token, Instant::now())));
        Ok(Client { http, url: url.to_owned(), role, token })
    }

    /// A token that still holds for a while. Ask before a measurement that must not wait for signing in.
    pub async fn token(&self) -> anyhow::Result<String> {
        let mut held = self.token.lock().await;
        if held.1.elapsed() > TOKEN_FOR {
            *held = (token(&self.http, &self.url, self.role).await?, Instant::now());
        }
        Ok(held.0.clone())
    }

    pub async fn graphql(&self, query: &str, variables: Value) -> anyhow::Result<Value> {
        let answer = self
            .http
            .post(format!("{}/graphql", self.url))
            .bearer_auth(self.token().await?)
            .json(&json!({"query": query, "variables": variables}))
            .send()
            .await?;
        let mut answer: Value = answer.json().await?;
        if !answer["errors"].is_null() {
            bail!("the query failed: {}", answer["errors"]);
        }
        Ok(answer["data"].take())
    }

    /// A mutation that nobody may refuse.
    pub async fn mutate(&self, mutation: &str, kind: &str, input: Value, ask: &str) -> anyhow::Result<Value> {
        let query = format!(
            "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ {ask} userErrors {{ message }} }} }}"
        );
        let mut answer = self.graphql(&query, json!({ "input": input })).await?;
        let answer = answer[mutation].take();
        let refused = answer["userErrors"].as_array().is_some_and(|errors| !errors.is_empty());
        anyhow::ensure!(!refused, "{mutation}: {}", answer["userErrors"]);
        Ok(answer)
    }

    /// Likewise of one that takes several things.
    pub async fn act(&self, mutation: &str, query: &str, variables: Value) -> anyhow::Result<Value> {
        let mut answer = self.graphql(query, variables).await?;
        let answer = answer[mutation].take();
        let refused = answer["userErrors"].as_array().is_some_and(|errors| !errors.is_empty());
        anyhow::ensure!(!refused, "{mutation}: {}", answer["userErrors"]);
        Ok(answer)
    }

    /// The body as bytes, for timing without the cost of reading it here.
    pub async fn graphql_bytes(&self, body: &str) -> anyhow::Result<usize> {
        let answer = self
            .http
            .post(format!("{}/graphql", self.url))
            .bearer_auth(self.token().await?)
            .header("content-type", "application/json")
            .body(body.to_owned())
            .send()
            .await?;
        let answer = answer.error_for_status()?.bytes().await?;
        anyhow::ensure!(
            !answer.starts_with(b"{\"errors\"")
                && !answer.windows(10).take(40).any(|window| window == b"\"errors\":["),
            "the page failed: {}",
            String::from_utf8_lossy(&answer[..answer.len().min(300)])
        );
        Ok(answer.len())
    }

    /// A download, whole.
    pub async fn get(&self, path: &str) -> anyhow::Result<Vec<u8>> {
        let request = self.http.get(format!("{}{path}", self.url)).bearer_auth(self.token().await?);
        Ok(request.send().await?.error_for_status()?.bytes().await?.to_vec())
    }

    /// Uploads, maps as suggested and what nothing was suggested for to custom fields, starts. Answers with the import's id.
    pub async fn import(&self, file: &Path) -> anyhow::Result<String> {
        self.import_as(file, "BOTH").await
    }

    /// Likewise of a file of companies, of which nobody is made.
    pub async fn import_accounts(&self, file: &Path) -> anyhow::Result<String> {
        self.import_as(file, "ACCOUNTS").await
    }

    async fn import_as(&self, file: &Path, of: &str) -> anyhow::Result<String> {
        let kind = file.extension().and_then(|kind| kind.to_str()).unwrap_or("csv");
        let content_type = match kind {
            "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _ => "text/csv",
        };
        let body = tokio::fs::File::open(file).await?;
        let length = body.metadata().await?.len();
        let uploaded: Value = self
            .http
            .post(format!("{}/api/v1/imports?fileName=bench.{kind}", self.url))
            .bearer_auth(self.token().await?)
            .header("content-type", content_type)
            .header("content-length", length)
            .body(reqwest::Body::wrap_stream(ReaderStream::with_capacity(body, 1 << 18)))
            .send()
            .await?
            .error_for_status()?
            .json()
            .await?;
        let id = uploaded["id"].as_str().context("the upload gave no id")?.to_owned();
        let asked = "query($id: UUID!) { import(id: $id) { columns { index header suggestedField suggestedEntity } } }";
        let seen = self.graphql(asked, json!({ "id": id })).await?;
        let columns = seen["import"]["columns"].as_array().context("no columns")?;
        let mapping: Vec<Value> = columns
            .iter()
            .filter_map(mapped)
            .filter(|column| of != "ACCOUNTS" || column["entity"] == "ACCOUNT")
            .collect();
        let map = json!({"id": id, "kind": of, "defaultCountry": "US", "mapping": mapping});
        self.mutate("importMap", "ImportMapInput", map, "").await?;
        self.mutate("importStart", "ImportActionInput", json!({ "id": id }), "").await?;
        Ok(id)
    }

    /// Sends a file of suppressions; answers with the import's id.
    pub async fn suppress_file(&self, file: &Path) -> anyhow::Result<String> {
        let body = tokio::fs::File::open(file).await?;
        let length = body.metadata().await?.len();
        let begun: Value = self
            .http
            .post(format!("{}/api/v1/suppressions/imports?reason=imported_list", self.url))
            .bearer_auth(self.token().await?)
            .header("content-type", "text/csv")
            .header("content-length", length)
            .body(reqwest::Body::wrap_stream(ReaderStream::with_capacity(body, 1 << 18)))
            .send()
            .await?
            .error_for_status()?
            .json()
            .await?;
        Ok(begun["id"].as_str().context("the upload gave no id")?.to_owned())
    }

    /// Sends a file of domains; answers with the set's id.
    pub async fn domain_set_file(&self, file: &Path) -> anyhow::Result<String> {
        let body = tokio::fs::File::open(file).await?;
        let made: Value = self
            .http
            .post(format!("{}/api/v1/domain-sets?fileName=bench.csv", self.url))
            .bearer_auth(self.token().await?)
            .header("content-type", "text/csv")
            .body(reqwest::Body::wrap_stream(ReaderStream::with_capacity(body, 1 << 18)))
            .send()
            .await?
            .error_for_status()?
            .json()
            .await?;
        Ok(made["id"].as_str().context("the upload gave no id")?.to_owned())
    }

    pub async fn newest_import(&self) -> anyhow::Result<String> {
        let seen = self.graphql("{ imports(first: 1) { edges { node { id } } } }", json!({})).await?;
        Ok(seen["imports"]["edges"][0]["node"]["id"].as_str().context("there is no import")?.to_owned())
    }

    /// Waits until the import has ended and everything it made is in the list. Answers with the number of contacts.
    pub async fn visible(&self, import: &str) -> anyhow::Result<i64> {
        let began = Instant::now();
        let asked = "query($id: UUID!) { import(id: $id) { state error outcomes { read created } } projections { lagEvents } }";
        loop {
            let seen = self.graphql(asked, json!({ "id": import })).await?;
            let lag: i64 = seen["projections"]
                .as_array()
                .map_or(0, |all| all.iter().filter_map(|one| one["lagEvents"].as_i64()).sum());
            match seen["import"]["state"].as_str() {
                Some("COMPLETED") if lag == 0 => break,
                Some("FAILED" | "CANCELLED") => bail!("the import ended as {}", seen["import"]),
                // Asking costs the product something too: half a percent of the time, at most.
                _ => tokio::time::sleep((began.elapsed() / 200).clamp(POLL_MIN, POLL_MAX)).await,
            }
        }
        self.contacts().await
    }

    /// Waits until every projection shows what the log has.
    pub async fn followed(&self) -> anyhow::Result<()> {
        loop {
            let seen = self.graphql("{ projections { lagEvents } }", json!({})).await?;
            let lags = seen["projections"].as_array().into_iter().flatten();
            if lags.filter_map(|one| one["lagEvents"].as_i64()).sum::<i64>() == 0 {
                return Ok(());
            }
            tokio::time::sleep(POLL_MAX).await;
        }
    }

    /// Contacts of the list without any filter.
    pub async fn contacts(&self) -> anyhow::Result<i64> {
        let counted = self.graphql("{ contacts(first: 1) { totalCount } }", json!({})).await?;
        counted["contacts"]["totalCount"].as_i64().context("no count")
    }
}

/// A full record has custom fields too.
fn mapped(column: &Value) -> Option<Value> {
    let (entity, field) = match column["suggestedField"].as_str() {
        Some(field) => (column["suggestedEntity"].clone(), field.to_owned()),
        None => (json!("CONTACT"), custom_key(column["header"].as_str()?)?),
    };
    Some(json!({"column": column["index"], "entity": entity, "field": field, "rule": "BY_SOURCE"}))
}

const POLL_MIN: Duration = Duration::from_millis(25);
const POLL_MAX: Duration = Duration::from_millis(500);

async fn token(http: &reqwest::Client, url: &str, role: &str) -> anyhow::Result<String> {
    let logins = http.get(format!("{url}/api/v1/auth/development-logins"));
    let logins: Value = logins.send().await?.error_for_status()?.json().await?;
    let logins = logins.as_array().or_else(|| logins["logins"].as_array());
    let is_wanted =
        |login: &&Value| login["role"].as_str().is_some_and(|found| found.eq_ignore_ascii_case(role));
    let found = logins.context("no development logins")?.iter().find(is_wanted);
    let found = found.with_context(|| format!("no {role} among the development logins"))?;
    let login = http
        .post(format!("{url}/api/v1/auth/login"))
        .json(&json!({"email": found["email"], "password": found["password"]}));
    let answer: Value = login.send().await?.error_for_status()?.json().await?;
    Ok(answer["accessToken"].as_str().context("no access token")?.to_owned())
}
