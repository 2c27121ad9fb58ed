//! What an import makes of a generated file, row by row, is what the truth beside the file says.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use pivotal_domain::audience::imports::facts::ImportFact;
use pivotal_domain::audience::imports::outcome::RowOutcome;
use pivotal_domain::identity::role::Role;
use pivotal_infra::sample::{SampleOptions, Style, generate};
use reqwest::Method;
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};

use crate::support::{TestApp, answer};

/// Of one row: outcome, the row it was merged into, and the codes of what was wrong, in order.
type Told = (String, Option<u32>, Vec<String>);

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// More rows than many chunks have, so that most repeats stand in another chunk than what they repeat.
async fn compare(seed: u64, style: Style) {
    let options = SampleOptions { rows: 3_000, dirt: 25.0, duplicates: 15.0, seed, style };
    let folder =
        Folder(std::env::temp_dir().join(format!("pivotal-sample-import-{}-{seed}", std::process::id())));
    let summary = generate(&options, &folder.0).unwrap();
    let app = TestApp::start().await;
    let id = import(&app, std::fs::read(folder.0.join("contacts.csv")).unwrap()).await;
    let result = ended(&app, &id).await;
    assert_eq!(result["state"], "COMPLETED", "{result}");

    let (told, truth) = (told(&app, &id).await, truth(&folder.0));
    assert_eq!(told.len(), 3_000);
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
    compare(7, Style::Plain).await;
}

#[tokio::test]
async fn every_row_of_another_seed_and_style_ends_as_its_truth_says() {
    compare(20_261, Style::Hubspot).await;
}

async fn import(app: &TestApp, file: Vec<u8>) -> String {
    let upload = app.rest(Role::DataOps, Method::POST, "/api/v1/imports?fileName=people.csv").await;
    let (status, import) = answer(upload.header("content-type", "text/csv").body(file)).await;
    assert_eq!(status, 201, "{import}");
    let id = import["id"].as_str().unwrap().to_owned();
    let columns =
        "query($id: UUID!) { import(id: $id) { columns { index suggestedField suggestedEntity } } }";
    let data = app.data(columns, json!({ "id": id })).await;
    let mapping: Vec<Value> = data["import"]["columns"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|column| column["suggestedField"].is_string())
        .map(|column| json!({ "column": column["index"], "entity": column["suggestedEntity"], "field": column["suggestedField"] }))
        .collect();
    let map =
        "mutation($input: ImportMapInput!) { importMap(input: $input) { userErrors { code message } } }";
    let mapped = app.data(map, json!({ "input": { "id": id, "mapping": mapping } })).await;
    assert_eq!(mapped["importMap"]["userErrors"], json!([]));
    let start = "mutation($id: UUID!) { importStart(input: {id: $id}) { userErrors { code message } } }";
    assert_eq!(app.data(start, json!({ "id": id })).await["importStart"]["userErrors"], json!([]));
    id
}

async fn ended(app: &TestApp, id: &str) -> Value {
    let query = "query($id: UUID!) { import(id: $id) { state finishedAt accountsCreated } }";
    for _ in 0..1_200 {
        let data = app.data(query, json!({ "id": id })).await;
        if data["import"]["finishedAt"].is_string() {
            return data["import"].clone();
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the import did not finish");
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
