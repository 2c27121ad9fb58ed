//! P11: the contacts read model built anew beside the live one, against reading the same log with typed decode.

use std::time::Instant;

use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_log::pools::Pools;
use pivotal_log::reader::{self, Interest};
use serde_json::json;

use crate::product::Product;
use crate::report::{Measured, Spread, say};

const CONTACTS: Interest = Interest { aggregates: &["contact"], facts: &[] };

pub async fn measure(product: &Product, contacts: u64, runs: usize) -> anyhow::Result<Measured> {
    let (mut ours, mut reference, mut events) = (Vec::new(), Vec::new(), 0);
    for run in 1..=runs {
        let (count, read) = read_log(&product.database_url().await?).await?;
        events = count;
        let rebuilt = rebuild(product).await?;
        say(&format!(
            "P11 run {run}: rebuilt {:.0} events/s, log read {:.0} events/s",
            count as f64 / rebuilt,
            count as f64 / read
        ));
        ours.push(count as f64 / rebuilt);
        reference.push(count as f64 / read);
    }
    let (ours, reference) = (Spread::of(ours), Spread::of(reference));
    let ratio = ours.median / reference.median;
    Ok(Measured {
        bar: "P11",
        what: format!("rebuild of the contacts read model, {contacts} contacts, {events} events"),
        ours: ours.show("events/s", 0),
        reference: format!("keyset read with typed decode {}", reference.show("events/s", 0)),
        ratio: format!("{ratio:.2}x"),
        wanted: ">= 0.2x",
        met: Some(ratio >= 0.2),
    })
}

async fn read_log(url: &str) -> anyhow::Result<(u64, f64)> {
    let pools = Pools::connect(url, 1, 1)?;
    let mut connection = pools.write.acquire().await?;
    let began = Instant::now();
    let (mut after, mut count) = (0, 0);
    loop {
        let batch = reader::read(&mut connection, after, 5_000, CONTACTS).await?;
        for entry in &batch.entries {
            let _event: ContactEvent = entry.event(&Default::default(), &[])?;
        }
        count += batch.entries.len() as u64;
        if batch.to <= after || batch.to >= batch.head {
            break;
        }
        after = batch.to;
    }
    Ok((count, began.elapsed().as_secs_f64()))
}

async fn rebuild(product: &Product) -> anyhow::Result<f64> {
    let client = product.client().await?;
    let under_way = || async {
        let seen = client.graphql("{ projections { name rebuild { done } } }", json!({})).await?;
        let all = seen["projections"].as_array().cloned().unwrap_or_default();
        anyhow::Ok(all.iter().any(|one| one["name"] == "contacts" && !one["rebuild"].is_null()))
    };
    let began = Instant::now();
    let answer = client
        .graphql(
            "mutation { projectionRebuild(input: { name: \"contacts\" }) { userErrors { message } } }",
            json!({}),
        )
        .await?;
    anyhow::ensure!(
        answer["projectionRebuild"]["userErrors"].as_array().is_none_or(Vec::is_empty),
        "{answer}"
    );
    // Asked for in the transaction that has answered: it is open until it is done.
    while under_way().await? {
        anyhow::ensure!(began.elapsed().as_secs() < 1_200, "the rebuild did not end in 20 minutes");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    Ok(began.elapsed().as_secs_f64())
}
