//! How fast many contacts are changed in bulk and taken back, each beside one UPDATE by hand of the rows they are shown from.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use pivotal_infra::sample::{SampleOptions, generate};
use serde_json::{Value, json};

use crate::by_hand;
use crate::client::Client;
use crate::product::Product;
use crate::report::{Measured, Spread, say};

/// The bar of issue 4.
const WITHIN: f64 = 30.0;

pub async fn measure(binary: &Path, rows: u64, runs: usize) -> anyhow::Result<Vec<Measured>> {
    let folder = std::env::temp_dir().join(format!("pivotal-load-bulk-{}", std::process::id()));
    let measured = rounds(binary, rows, runs, &folder).await;
    let _ = std::fs::remove_dir_all(&folder);
    measured
}

async fn rounds(binary: &Path, rows: u64, runs: usize, folder: &Path) -> anyhow::Result<Vec<Measured>> {
    generate(
        &SampleOptions { rows, dirt: 0.0, duplicates: 0.0, seed: 7, ..SampleOptions::default() },
        folder,
    )?;
    let product = Product::start(binary).await?;
    let client = product.client().await?;
    let import = client.import(&folder.join("contacts.csv")).await?;
    let contacts = client.visible(&import).await?;
    let (mut done, mut undone, mut reference) = (Vec::new(), Vec::new(), Vec::new());
    for run in 1..=runs {
        let began = Instant::now();
        let (id, changed) = change(&client, run).await?;
        let took = began.elapsed().as_secs_f64();
        anyhow::ensure!(changed > 0, "nothing was changed");
        let began = Instant::now();
        take_back(&client, &id, changed).await?;
        let back = began.elapsed().as_secs_f64();
        // The rows are written to by hand now: nobody else may be at them.
        client.followed().await?;
        let bare = update(&product.database_url().await?, run).await?;
        say(&format!(
            "BULK run {run}: {changed} changed in {took:.2} s, undone in {back:.2} s, UPDATE {bare:.2} s, {:.0} MB",
            product.memory()?
        ));
        done.push(took);
        undone.push(back);
        reference.push(bare);
    }
    product.stop().await?;
    let reference = Spread::of(reference);
    let bar = |bar: &'static str, what: String, ours: Vec<f64>| {
        let ours = Spread::of(ours);
        Measured {
            bar,
            what,
            ours: ours.show("s", 2),
            reference: format!("UPDATE of the same rows {}", reference.show("s", 2)),
            ratio: format!("{:.1}x", ours.median / reference.median),
            wanted: "<= 30 s for 100,000",
            met: Some(ours.median <= WITHIN * (contacts as f64 / 100_000.0).max(1.0)),
        }
    };
    let what = format!("two fields and a clearing on {contacts} contacts in bulk, asked for to ended");
    Ok(vec![
        bar("BULK", what, done),
        bar("BULK UNDO", "the same taken back, asked for to ended".to_owned(), undone),
    ])
}

/// Sets what no run before it set, on all contacts there are. Answers with the bulk change and how many it changed.
async fn change(client: &Client, run: usize) -> anyhow::Result<(String, i64)> {
    let fields = json!({ "city": format!("Ribe {run}"), "language": "da", "salutation": null });
    let input = json!({
        "selection": { "entity": "CONTACT", "contacts": { "archived": false } },
        "action": { "kind": "SET_FIELDS", "fields": fields },
    });
    let made = client.mutate("bulkStart", "BulkStartInput", input, "bulk { id }").await?;
    let id = made["bulk"]["id"].as_str().context("no bulk change was made")?.to_owned();
    let bulk = until(client, &id, "COMPLETED", &["ASKED", "RUNNING"]).await?;
    Ok((id, bulk["counts"]["changed"].as_i64().unwrap_or_default()))
}

async fn take_back(client: &Client, id: &str, changed: i64) -> anyhow::Result<()> {
    client.mutate("bulkUndo", "BulkUndoInput", json!({ "id": id }), "bulk { id }").await?;
    let bulk = until(client, id, "UNDONE", &["COMPLETED"]).await?;
    let reverted = bulk["undo"]["counts"]["reverted"].as_i64();
    anyhow::ensure!(reverted == Some(changed), "{changed} were changed, and taken back: {bulk}");
    Ok(())
}

/// Waits until it is in this state, coming from those before.
pub async fn until(client: &Client, id: &str, wanted: &str, before: &[&str]) -> anyhow::Result<Value> {
    let asked = "query($id: UUID!) { bulk(id: $id) { state error counts { changed refused } undo { counts { reverted kept } } } }";
    loop {
        let seen = client.graphql(asked, json!({ "id": id })).await?;
        let bulk = &seen["bulk"];
        match bulk["state"].as_str() {
            Some(state) if state == wanted => return Ok(bulk.clone()),
            Some(state) if before.contains(&state) => tokio::time::sleep(Duration::from_millis(50)).await,
            _ => bail!("the bulk change is {bulk}"),
        }
    }
}

/// In a transaction that is taken back: the rows are the product's.
async fn update(url: &str, run: usize) -> anyhow::Result<f64> {
    let mut connection = by_hand::connect(url).await?;
    let began = Instant::now();
    for sql in [
        "begin".to_owned(),
        format!("update read.contacts set city = 'Ribe {run}', language = 'da', salutation = null"),
        "rollback".to_owned(),
    ] {
        sqlx::query(&sql).execute(&mut connection).await?;
    }
    Ok(began.elapsed().as_secs_f64())
}
