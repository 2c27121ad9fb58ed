//! A signed-in client of the product's own API.

use std::time::Duration;

use anyhow::{Context, bail};
use serde_json::{Value, json};

#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    url: String,
    token: String,
}

impl Client {
    /// As the administrator among the development logins.
    pub async fn sign_in(url: &str) -> anyhow::Result<Self> {
        let http = reqwest::Client::builder().tcp_nodelay(true).build()?;
        let logins: Value = http
            .get(format!("{url}/api/v1/auth/development-logins"))
            .send()
            .await?
            .error_for_status()?
            .json()
            .await?;
        let logins = logins
            .as_array()
            .or_else(|| logins["logins"].as_array())
            .context("no development logins")?
            .clone();
        let admin = logins
            .iter()
            .find(|login| login["role"].as_str().is_some_and(|role| role.eq_ignore_ascii_case("admin")))
            .context("no administrator among the development logins")?;
        let answer: Value = http
            .post(format!("{url}/api/v1/auth/login"))
            .json(&json!({"email": admin["email"], "password": admin["password"]}))
            .send()
            .await?
            .error_for_status()?
            .json()
            .await?;
        let token = answer["accessToken"].as_str().context("no access token")?.to_owned();
        Ok(Client { http, url: url.to_owned(), token })
    }

    pub async fn graphql(&self, query: &str, variables: Value) -> anyhow::Result<Value> {
        let answer = self
            .http
            .post(format!("{}/graphql", self.url))
            .bearer_auth(&self.token)
            .json(&json!({"query": query, "variables": variables}))
            .send()
            .await?;
        let mut answer: Value = answer.json().await?;
        if !answer["errors"].is_null() {
            bail!("the query failed: {}", answer["errors"]);
        }
        Ok(answer["data"].take())
    }

    /// The body as bytes, for timing without the cost of reading it here.
    pub async fn graphql_bytes(&self, body: &str) -> anyhow::Result<usize> {
        let answer = self
            .http
            .post(format!("{}/graphql", self.url))
            .bearer_auth(&self.token)
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

    /// Uploads, maps as suggested, starts. Answers with the import's id.
    pub async fn import(&self, file: &std::path::Path) -> anyhow::Result<String> {
        let body = tokio::fs::read(file).await?;
        let uploaded: Value = self
            .http
            .post(format!("{}/api/v1/imports?fileName=bench.csv", self.url))
            .bearer_auth(&self.token)
            .header("content-type", "text/csv")
            .body(body)
            .send()
            .await?
            .error_for_status()?
            .json()
            .await?;
        let id = uploaded["id"].as_str().context("the upload gave no id")?.to_owned();
        let seen = self
            .graphql(
                "query($id: UUID!) { import(id: $id) { columns { index suggestedField suggestedEntity } } }",
                json!({"id": id}),
            )
            .await?;
        let mapping: Vec<Value> = seen["import"]["columns"].as_array().context("no columns")?.iter().filter(|column| !column["suggestedField"].is_null()).map(|column| json!({"column": column["index"], "entity": column["suggestedEntity"], "field": column["suggestedField"], "rule": "BY_SOURCE"})).collect();
        for (mutation, input) in [
            ("importMap", json!({"id": id, "defaultCountry": "US", "mapping": mapping})),
            ("importStart", json!({"id": id})),
        ] {
            let kind = if mutation == "importMap" { "ImportMapInput" } else { "ImportActionInput" };
            let answer = self.graphql(&format!("mutation($input: {kind}!) {{ {mutation}(input: $input) {{ userErrors {{ message }} }} }}"), json!({"input": input})).await?;
            anyhow::ensure!(
                answer[mutation]["userErrors"].as_array().is_none_or(Vec::is_empty),
                "{mutation}: {answer}"
            );
        }
        Ok(id)
    }

    /// Waits until the import has ended and everything it made is in the list. Answers with the number of contacts.
    pub async fn visible(&self, import: &str) -> anyhow::Result<i64> {
        loop {
            let seen = self.graphql("query($id: UUID!) { import(id: $id) { state error outcomes { read created } } projections { name lagEvents state error } }", json!({"id": import})).await?;
            let lag: i64 = seen["projections"]
                .as_array()
                .map_or(0, |all| all.iter().filter_map(|one| one["lagEvents"].as_i64()).sum());
            match seen["import"]["state"].as_str() {
                Some("COMPLETED") if lag == 0 => break,
                Some("FAILED" | "CANCELLED") => bail!("the import ended as {}", seen["import"]),
                _ => tokio::time::sleep(Duration::from_millis(25)).await,
            }
        }
        let counted = self.graphql("{ contacts(first: 1) { totalCount } }", json!({})).await?;
        counted["contacts"]["totalCount"].as_i64().context("no count")
    }
}
