//! P2: a CSV of full contacts with their accounts, from upload to visible in the list, beside COPY of the same rows into
//! a table with the same indexes.

use std::path::Path;
use std::time::Instant;

use pivotal_infra::sample::{SampleOptions, generate};

use crate::copy::copy;
use crate::product::Product;
use crate::report::{Measured, Spread, say};

pub async fn measure(binary: &Path, rows: u64, runs: usize) -> anyhow::Result<Measured> {
    let folder = std::env::temp_dir().join(format!("pivotal-load-sample-{}", std::process::id()));
    generate(
        &SampleOptions { rows, dirt: 5.0, duplicates: 10.0, seed: 7, ..SampleOptions::default() },
        &folder,
    )?;
    let file = folder.join("contacts.csv");
    let (mut ours, mut reference, mut contacts) = (Vec::new(), Vec::new(), 0);
    for run in 1..=runs {
        let product = Product::start(binary).await?;
        let client = product.client().await?;
        let began = Instant::now();
        let import = client.import(&file).await?;
        contacts = client.visible(&import).await?;
        let took = began.elapsed().as_secs_f64();
        let copied = copy(&product).await?;
        say(&format!(
            "P2 run {run}: {took:.2} s, COPY {copied:.2} s, {contacts} contacts, {:.0} MB",
            product.memory()?
        ));
        ours.push(took);
        reference.push(copied);
        product.stop().await?;
    }
    std::fs::remove_dir_all(folder)?;
    let (ours, reference) = (Spread::of(ours), Spread::of(reference));
    let ratio = ours.median / reference.median;
    Ok(Measured {
        bar: "P2",
        what: format!(
            "import {rows} rows (5% dirty, 10% duplicates), upload to visible; {contacts} contacts"
        ),
        ours: ours.show("s", 2),
        reference: format!("COPY {}", reference.show("s", 2)),
        ratio: format!("{ratio:.2}x"),
        wanted: "<= 4x, under 15 s",
        met: Some(ratio <= 4.0 && ours.median < 15.0),
    })
}
