//! P12: the very first start, a start with data, a start after kill -9 under load, and memory at rest.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::product::Product;
use crate::report::{Measured, Spread};

pub async fn measure(binary: &Path, runs: usize) -> anyhow::Result<Vec<Measured>> {
    let (mut first, mut again, mut killed, mut memory) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..runs {
        let began = Instant::now();
        let mut product = Product::start(binary).await?;
        first.push(began.elapsed().as_secs_f64());
        product.interrupt().await?;
        again.push(product.start_again().await?.as_secs_f64());
        tokio::time::sleep(Duration::from_secs(3)).await;
        memory.push(product.memory()?);
        under_load(&product).await?;
        product.kill().await?;
        killed.push(product.start_again().await?.as_secs_f64());
        product.stop().await?;
    }
    let line = |bar, what: &str, values: Vec<f64>, unit: &str, digits, wanted, limit: f64| {
        let spread = Spread::of(values);
        Measured {
            bar,
            what: what.to_owned(),
            ours: spread.show(unit, digits),
            reference: "none".into(),
            ratio: String::new(),
            wanted,
            met: Some(spread.median <= limit),
        }
    };
    Ok(vec![
        line("P12a", "cold start to ready, with data", again, "s", 2, "<= 2 s", 2.0),
        line(
            "P12b",
            "very first start: database made, migrations, sample users",
            first,
            "s",
            2,
            "<= 5 s",
            5.0,
        ),
        line("P12c", "start after kill -9 under load", killed, "s", 2, "<= 5 s", 5.0),
        line(
            "P12d",
            "memory at rest (process; shared buffers of the database apart)",
            memory,
            "MB",
            0,
            "<= 150 MB",
            150.0,
        ),
    ])
}

/// Leaves a second of commands in flight.
async fn under_load(product: &Product) -> anyhow::Result<()> {
    let client = product.client().await?;
    for task in 0..8 {
        let client = client.clone();
        tokio::spawn(async move {
            for number in 0..500 {
                let fields =
                    json!({"email": format!("load{task}-{number}@load.test"), "full_name": "Load Test"});
                if client
                    .graphql(
                        "mutation($input: RecordInput!) { contactCreate(input: $input) { position } }",
                        json!({"input": {"fields": fields}}),
                    )
                    .await
                    .is_err()
                {
                    return;
                }
            }
        });
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    Ok(())
}
