//! What an import makes of a generated file, row by row, is what the truth beside the file says.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use pivotal_domain::audience::imports::facts::ImportFact;
use pivotal_domain::audience::imports::outcome::RowOutcome;
use pivotal_infra::sample::{Format, SampleOptions, Vendor, generate};
use sqlx::{Connection, PgConnection};

use crate::importing;
use crate::support::TestApp;

/// Of one row: outcome, the row it was merged into, and the codes of what was wrong, in order.
type Told = (String, Option<u32>, Vec<String>);

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// More rows than many chunks have, so that most repeats stand in another chunk than what they repeat.
async fn compare(seed: u64, vendor: Vendor, format: Format) {
    let options = SampleOptions {
        rows: 3_000,
        dirt: 25.0,
        duplicates: 15.0,
        seed,
        vendor,
        format,
        ..SampleOptions::default()
    };
    let folder = Folder(std::env::temp_dir().join(format!(
        "pivotal-sample-{}-{seed}-{}",
        std::process::id(),
        format.as_str()
    )));
    let summary = generate(&options, &folder.0).unwrap();
    let app = TestApp::start().await;
    let name = format!("contacts.{}", format.as_str());
    let file = std::fs::read(folder.0.join(name)).unwrap();
    let id = importing::started(&app, file, None).await;
    let result = importing::ended(&app, &id, "state accountsCreated").await;
    assert_eq!(result["state"], "COMPLETED", "{result}");

    let (told, truth) = (told(&app, &id).await, truth(&folder.0));
    assert_eq!(told.len(), truth.len());
    let wrong: Vec<String> = truth
        .iter()
        .filter(|(row, (expected, _))| told.get(row) != Some(expected))
        .map(|(row, (expected, dirt))| {
            format!("row {row} ({dirt}): {:?} instead of {expected:?}", told.get(row))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} rows of seed {seed} ended otherwise:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(20)].join("\n")
    );
    assert_eq!(result["accountsCreated"], summary.accounts, "accounts of seed {seed}");
}

#[tokio::test]
async fn every_row_of_a_plain_file_ends_as_its_truth_says() {
    compare(7, Vendor::Plain, Format::Csv).await;
}

#[tokio::test]
async fn every_row_of_another_seed_and_vendor_ends_as_its_truth_says() {
    compare(20_261, Vendor::Hubspot, Format::Csv).await;
}

#[tokio::test]
async fn every_row_of_a_european_file_ends_as_its_truth_says() {
    compare(11, Vendor::European, Format::Csv).await;
}

#[tokio::test]
async fn every_row_of_a_data_vendors_workbook_ends_as_its_truth_says() {
    compare(13, Vendor::Zoominfo, Format::Xlsx).await;
}

#[tokio::test]
async fn the_same_rows_in_a_workbook_end_as_their_truth_says() {
    compare(7, Vendor::Plain, Format::Xlsx).await;
}

/// What the log holds of every row.
async fn told(app: &TestApp, id: &str) -> BTreeMap<u32, Told> {
    let mut connection = PgConnection::connect(&app.database.url).await.unwrap();
    let chunks: Vec<String> = sqlx::query_scalar(
        "select payload::text from log.facts where kind = 'import_chunk_ran' and about_id = $1",
    )
    .bind(id)
    .fetch_all(&mut connection)
    .await
    .unwrap();
    assert!(chunks.len() > 10, "{} chunks", chunks.len());
    let mut rows = BTreeMap::new();
    for chunk in chunks {
        let ImportFact::ImportChunkRan(ran) = serde_json::from_str(&chunk).unwrap();
        for record in ran.records {
            let codes = ran.problems.iter().filter(|problem| problem.row == record.row);
            let mut codes: Vec<String> = codes.map(|problem| problem.code.clone()).collect();
            codes.sort();
            let outcome = match record.outcome {
                RowOutcome::Created => "created",
                RowOutcome::MergedInFile => "merged_in_file",
                RowOutcome::Rejected => "rejected",
                RowOutcome::Updated
                | RowOutcome::Unchanged
                | RowOutcome::MatchesArchived
                | RowOutcome::NotRun => "of an empty database",
            };
            let told = (outcome.to_owned(), record.into, codes);
            assert!(rows.insert(record.row, told).is_none(), "row {} ended twice", record.row);
        }
    }
    rows
}

/// The truth of every row, and what was done to it.
fn truth(folder: &Path) -> BTreeMap<u32, (Told, String)> {
    let text = std::fs::read_to_string(folder.join("truth.csv")).unwrap();
    text.lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let [row, outcome, into, code, warnings, dirt] = cells.as_slice() else { panic!("{line}") };
            let code_of = |warning: &str| warning.split_once(':').unwrap().1.to_owned();
            let mut codes: Vec<String> =
                warnings.split('|').filter(|one| !one.is_empty()).map(code_of).collect();
            codes.extend((!code.is_empty()).then(|| (*code).to_owned()));
            codes.sort();
            (row.parse().unwrap(), (((*outcome).to_owned(), into.parse().ok(), codes), (*dirt).to_owned()))
        })
        .collect()
}
