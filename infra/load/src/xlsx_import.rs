//! The same rows as a workbook and as CSV, each into an empty database: how much longer the workbook takes.

use std::path::Path;
use std::time::Instant;

use pivotal_infra::sample::{Format, SampleOptions, SampleSummary, generate};

use crate::p3_million::sample;
use crate::product::Product;
use crate::report::{Measured, Spread, say};
use crate::truth;

pub async fn measure(binary: &Path, rows: u64, runs: usize) -> anyhow::Result<Measured> {
    let folder = std::env::temp_dir().join(format!("pivotal-load-xlsx-{}", std::process::id()));
    let measured = pairs(binary, rows, runs, &folder).await;
    let _ = std::fs::remove_dir_all(&folder);
    measured
}

async fn pairs(binary: &Path, rows: u64, runs: usize, folder: &Path) -> anyhow::Result<Measured> {
    let as_format = |format| -> anyhow::Result<(SampleOptions, SampleSummary, std::path::PathBuf)> {
        let options = SampleOptions { format, ..sample(rows) };
        let folder = folder.join(format.as_str());
        Ok((options.clone(), generate(&options, &folder)?, folder))
    };
    let (csv, xlsx) = (as_format(Format::Csv)?, as_format(Format::Xlsx)?);
    let (mut ours, mut reference, mut all_true) = (Vec::new(), Vec::new(), true);
    for run in 1..=runs {
        for (of, (options, summary, folder)) in [(&mut reference, &csv), (&mut ours, &xlsx)] {
            let product = Product::start(binary).await?;
            let client = product.client().await?;
            let file = folder.join(format!("contacts.{}", options.format.as_str()));
            let began = Instant::now();
            let import = client.import(&file).await?;
            client.visible(&import).await?;
            let took = began.elapsed().as_secs_f64();
            say(&format!(
                "XLSX run {run}: {} {took:.2} s, {:.0} MB",
                options.format.as_str(),
                product.peak_memory()?
            ));
            if run == 1
                && let Err(error) = truth::compare(&client, &import, options, summary, folder).await
            {
                all_true = false;
                say(&format!("XLSX run {run}: {error:#}"));
            }
            of.push(took);
            product.stop().await?;
        }
    }
    let (ours, reference) = (Spread::of(ours), Spread::of(reference));
    let ratio = ours.median / reference.median;
    Ok(Measured {
        bar: "XLSX",
        what: format!(
            "import {rows} rows from a workbook, upload to visible; {}",
            if all_true { "both as the truth says" } else { "**not as the truth says**" }
        ),
        ours: ours.show("s", 2),
        reference: format!("the same rows from CSV {}", reference.show("s", 2)),
        ratio: format!("{ratio:.2}x"),
        wanted: "<= 1.5x",
        met: Some(ratio <= 1.5 && all_true),
    })
}
