//! P3: a million rows imported, beside COPY of the same rows, with the most memory the process took and every outcome
//! held against the truth. P4: what one person's edits of one contact take meanwhile.

use std::path::Path;
use std::time::Instant;

use pivotal_infra::sample::{SampleOptions, generate};

use crate::copy::copy;
use crate::p4_edit::{self, Editor};
use crate::product::Product;
use crate::report::{Measured, Spread, say};
use crate::truth;

/// The file: messy, so that there is something to hold against the truth.
pub fn sample(rows: u64) -> SampleOptions {
    SampleOptions { rows, dirt: 5.0, duplicates: 10.0, seed: 7, ..SampleOptions::default() }
}

/// What is measured while rows go in.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    pub rows: u64,
    /// Imports, each into an empty database.
    pub runs: usize,
    /// P4, during the last of them.
    pub edits: bool,
    /// By `pivotal import`, instead of the API.
    pub by_command: bool,
}

/// Answers with the product and what the last import left in it.
pub async fn measure(
    start: impl AsyncFn() -> anyhow::Result<Product>,
    wanted: Wanted,
) -> anyhow::Result<(Product, Vec<Measured>)> {
    let folder = std::env::temp_dir().join(format!("pivotal-load-p3-{}", std::process::id()));
    let measured = imports(start, wanted, &folder).await;
    let _ = std::fs::remove_dir_all(&folder);
    measured
}

async fn imports(
    start: impl AsyncFn() -> anyhow::Result<Product>,
    wanted: Wanted,
    folder: &Path,
) -> anyhow::Result<(Product, Vec<Measured>)> {
    let Wanted { rows, runs, edits, by_command } = wanted;
    let options = sample(rows);
    let summary = generate(&options, folder)?;
    let (mut ours, mut reference, mut peaks) = (Vec::new(), Vec::new(), Vec::new());
    let mut all_true = true;
    for run in 1..=runs.max(1) {
        let product = start().await?;
        let client = product.client().await?;
        let last = run == runs.max(1);
        let editor = match edits && last {
            true => Some(Editor::start(product.client().await?).await?),
            false => None,
        };
        product.forget_peak()?;
        let began = Instant::now();
        let file = folder.join("contacts.csv");
        let import = match by_command {
            true => product.import_by_command(&file).await?,
            false => client.import(&file).await?,
        };
        let contacts = client.visible(&import).await?;
        let took = began.elapsed().as_secs_f64();
        let peak = product.peak_memory()?;
        let busy = match editor {
            Some(editor) => Some(editor.end().await?),
            None => None,
        };
        say(&format!(
            "P3 run {run}: {took:.1} s, {:.0} rows/s, {contacts} contacts, peak {peak:.0} MB",
            rows as f64 / took
        ));
        // What was measured is reported all the same.
        let told = truth::compare(&client, &import, &options, &summary, folder).await;
        let told = told.unwrap_or_else(|error| {
            all_true = false;
            say(&format!("P3 run {run}: {error:#}"));
            format!("**{error:#}**")
        });
        let copied = copy(&product).await?;
        say(&format!("P3 run {run}: COPY {copied:.1} s"));
        ours.push(took);
        reference.push(copied);
        peaks.push(peak);
        if !last {
            product.stop().await?;
            continue;
        }
        let way = match (by_command, busy.is_some()) {
            (true, true) => " by command, contacts edited meanwhile",
            (true, false) => " by command",
            (false, true) => ", contacts edited meanwhile",
            (false, false) => "",
        };
        let mut first = line(rows, contacts, &told, (&ours, &reference, &peaks), way);
        first.met = first.met.map(|met| met && all_true);
        let mut measured = vec![first];
        if let Some((contacts, times)) = busy {
            measured.push(p4_edit::measure(&product, &contacts, times, rows).await?);
        }
        return Ok((product, measured));
    }
    anyhow::bail!("no run was asked for")
}

fn line(
    rows: u64,
    contacts: i64,
    told: &str,
    (ours, reference, peaks): (&[f64], &[f64], &[f64]),
    way: &str,
) -> Measured {
    let (ours, reference) = (Spread::of(ours.to_vec()), Spread::of(reference.to_vec()));
    let peak = Spread::of(peaks.to_vec()).max;
    let ratio = ours.median / reference.median;
    Measured {
        bar: "P3",
        what: format!(
            "import {rows} rows (5% dirty, 10% duplicates), upload to visible; {contacts} contacts{way}; {told}"
        ),
        ours: format!("{}, peak {peak:.0} MB", ours.show("s", 1)),
        reference: format!("COPY {}", reference.show("s", 1)),
        ratio: format!("{ratio:.2}x"),
        wanted: "<= 4x, <= 500 MB",
        met: Some(ratio <= 4.0 && peak <= 500.0),
    }
}
