//! A file of suppressions, sent to all of it effective and in the list; and R2: one that was just added, asked of the guard.

use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use crate::client::Client;
use crate::copy::copy_of;
use crate::product::Product;
use crate::report::{Measured, Spread, say};

/// Added one by one and asked about at once.
const SINGLES: usize = 200;

pub async fn measure(binary: &Path, rows: u64, runs: usize) -> anyhow::Result<Vec<Measured>> {
    let file = std::env::temp_dir().join(format!("pivotal-load-suppressions-{}.csv", std::process::id()));
    let measured = files(binary, rows, runs, &file).await;
    let _ = std::fs::remove_file(&file);
    measured
}

async fn files(binary: &Path, rows: u64, runs: usize, file: &Path) -> anyhow::Result<Vec<Measured>> {
    let refused = write(file, rows)?;
    let (mut ours, mut shown, mut reference, mut singles) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for run in 1..=runs {
        let product = Product::start(binary).await?;
        let client = product.client().await?;
        let began = Instant::now();
        let result = ended(&client, &client.suppress_file(file).await?).await?;
        let took = began.elapsed().as_secs_f64();
        client.followed().await?;
        let listed = began.elapsed().as_secs_f64();
        ensure!(
            (result["added"].as_u64(), result["refused"].as_u64()) == (Some(rows - refused), Some(refused)),
            "the file ended as {result}"
        );
        let copied = copy_of(&product, "suppressions", "").await?;
        for number in 0..SINGLES {
            singles.push(single(&client, number).await?);
        }
        say(&format!("SUPPRESSIONS run {run}: {took:.2} s, in the list {listed:.2} s, COPY {copied:.2} s"));
        ours.push(took);
        shown.push(listed);
        reference.push(copied);
        product.stop().await?;
    }
    let (ours, shown, reference) = (Spread::of(ours), Spread::of(shown), Spread::of(reference));
    singles.sort_by(f64::total_cmp);
    let p99 = singles.get(singles.len() * 99 / 100).copied().unwrap_or(f64::NAN);
    Ok(vec![
        Measured {
            bar: "SUPPRESSIONS",
            what: format!(
                "file of {rows} suppressions (1% rubbish), upload to all effective; in the list after {}",
                shown.show("s", 2)
            ),
            ours: ours.show("s", 2),
            reference: format!("COPY of the same rows into a plain table {}", reference.show("s", 2)),
            ratio: format!("{:.2}x", ours.median / reference.median),
            wanted: "<= 20 s for 100,000",
            met: Some(shown.median <= 20.0),
        },
        Measured {
            bar: "R2",
            what: format!("one suppressed among {rows}, then the guard asked; {} times", singles.len()),
            ours: format!("p99 {p99:.1} ms"),
            reference: "none".into(),
            ratio: String::new(),
            wanted: "<= 100 ms",
            met: Some(p99 <= 100.0),
        },
    ])
}

/// Emails, and every third a phone number. Answers how many rows are rubbish.
fn write(file: &Path, rows: u64) -> anyhow::Result<u64> {
    let mut out = std::io::BufWriter::new(std::fs::File::create(file)?);
    writeln!(out, "Email")?;
    let mut refused = 0;
    for row in 0..rows {
        match row {
            _ if row % 100 == 50 => {
                refused += 1;
                writeln!(out, "nobody in particular")?;
            }
            _ if row % 3 == 1 => writeln!(out, "+1212{}", 2_000_000 + row % 7_000_000)?,
            _ => writeln!(out, "person.{row}@company{}.example", row % 5_000)?,
        }
    }
    out.flush()?;
    Ok(refused)
}

/// Waits until the file is done with; what came of it.
pub async fn ended(client: &Client, import: &str) -> anyhow::Result<Value> {
    loop {
        let seen = client.get(&format!("/api/v1/suppressions/imports/{import}")).await?;
        let seen: Value = serde_json::from_slice(&seen)?;
        match seen["state"].as_str() {
            Some("done") => return Ok(seen),
            Some("queued" | "running") => tokio::time::sleep(Duration::from_millis(50)).await,
            _ => anyhow::bail!("the file ended as {seen}"),
        }
    }
}

/// Milliseconds from asking for it to the guard's word for it.
async fn single(client: &Client, number: usize) -> anyhow::Result<f64> {
    let value = format!("single.{number}@company.example");
    let asked = "query($value: String!) { suppressionCheck(value: $value) { suppressed } }";
    let input = json!({"entries": [{ "value": value }], "reason": "UNSUBSCRIBED"});
    let began = Instant::now();
    client.mutate("suppressionsAdd", "SuppressionsAddInput", input, "added").await?;
    let check = client.graphql(asked, json!({ "value": value })).await?;
    let took = began.elapsed().as_secs_f64() * 1000.0;
    let suppressed = check["suppressionCheck"]["suppressed"].as_bool().context("no answer")?;
    ensure!(suppressed, "{value} was added, and the guard does not know it");
    Ok(took)
}
