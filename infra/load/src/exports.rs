//! How fast a list leaves as CSV, beside COPY of the same columns to the client.

use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use futures::TryStreamExt;
use serde_json::json;

use crate::by_hand;
use crate::client::Client;
use crate::product::Product;
use crate::report::{Measured, Spread, say};

const COLUMNS: [&str; 16] = [
    "full_name",
    "first_name",
    "last_name",
    "job_title",
    "seniority_level",
    "department",
    "email",
    "direct_phone",
    "mobile_phone",
    "city",
    "state",
    "postal_code",
    "country",
    "linkedin_url",
    "lifecycle",
    "created_at",
];

pub async fn measure(product: &Product, runs: usize) -> anyhow::Result<Measured> {
    let client = product.client().await?;
    let (mut ours, mut reference, mut records) = (Vec::new(), Vec::new(), 0);
    for run in 1..=runs {
        let began = Instant::now();
        records = export(&client).await?;
        let took = began.elapsed().as_secs_f64();
        let copied = copy_out(&product.database_url().await?).await?;
        let (rate, bare) = (records as f64 / took, records as f64 / copied);
        say(&format!("EXPORT run {run}: {rate:.0} rows/s, COPY {bare:.0} rows/s"));
        ours.push(rate);
        reference.push(bare);
    }
    let (ours, reference) = (Spread::of(ours), Spread::of(reference));
    Ok(Measured {
        bar: "EXPORT",
        what: format!("{records} contacts with {} columns as CSV, asked for to ready", COLUMNS.len()),
        ours: ours.show("rows/s", 0),
        reference: format!("COPY of the same columns {}", reference.show("rows/s", 0)),
        ratio: format!("{:.2}x", ours.median / reference.median),
        wanted: "information",
        met: None,
    })
}

/// Answers with the records in the file.
async fn export(client: &Client) -> anyhow::Result<i64> {
    let input = json!({"entity": "CONTACT", "format": "CSV", "columns": COLUMNS});
    let made = client.mutate("exportStart", "ExportStartInput", input, "export { id }").await?;
    let id = made["export"]["id"].as_str().context("no export was made")?;
    loop {
        let asked = "query($id: UUID!) { export(id: $id) { state rows error } }";
        let seen = client.graphql(asked, json!({ "id": id })).await?;
        let export = &seen["export"];
        match export["state"].as_str() {
            Some("COMPLETED") => return export["rows"].as_i64().context("the export has no rows"),
            Some("RUNNING") => tokio::time::sleep(Duration::from_millis(50)).await,
            _ => bail!("the export ended as {export}"),
        }
    }
}

async fn copy_out(url: &str) -> anyhow::Result<f64> {
    let mut connection = by_hand::connect(url).await?;
    let sql = format!(
        "copy (select {} from read.contacts where {} order by created_at desc, id desc) to stdout csv",
        COLUMNS.join(", "),
        by_hand::LISTED
    );
    let began = Instant::now();
    let mut out = connection.copy_out_raw(&sql).await?;
    while out.try_next().await?.is_some() {}
    Ok(began.elapsed().as_secs_f64())
}
