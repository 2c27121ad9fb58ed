//! What an import made of a sample, against the truth beside it: every total, every row of the reject file, and a
//! sample of each list of contacts.

use std::collections::{BTreeMap, BTreeSet};
use std::io::BufRead;
use std::path::Path;

use anyhow::{Context, ensure};
use pivotal_infra::sample::{SampleOptions, SampleSummary, email_of_row};
use serde_json::{Value, json};

use crate::client::Client;
use crate::report::say;

/// Contacts looked for in each list.
const SAMPLE: usize = 500;

/// What the truth says of the rows.
struct Truth {
    /// Row to what stands about it in the reject file: rejected or not, and one of the codes.
    told: BTreeMap<u64, (bool, String)>,
    /// Rows that make a contact, evenly spread.
    created: Vec<u64>,
    /// Rows into which later ones were merged.
    merged_into: BTreeSet<u64>,
}

/// Fails with the first differences. Answers with a line that says what was compared.
pub async fn compare(
    client: &Client,
    import: &str,
    options: &SampleOptions,
    summary: &SampleSummary,
    folder: &Path,
) -> anyhow::Result<String> {
    let wrong = totals(client, import, summary).await?;
    ensure!(wrong.is_empty(), "the totals are not those of the truth: {}", wrong.join("; "));
    let truth = read(folder, summary.rows)?;
    let told = rejects(client, import, &truth).await?;
    let listed = lists(client, import, options, &truth).await?;
    let line = format!("truth: 9 totals, {told} rows of the reject file and {listed} sampled contacts agree");
    say(&line);
    Ok(line)
}

async fn totals(client: &Client, import: &str, summary: &SampleSummary) -> anyhow::Result<Vec<String>> {
    let asked = "query($id: UUID!) { import(id: $id) { accountsCreated outcomes { read created updated unchanged mergedInFile matchesArchived rejected notRun warnings } } }";
    let seen = client.graphql(asked, json!({ "id": import })).await?;
    let outcomes = &seen["import"]["outcomes"];
    let expected = [
        ("read", summary.rows),
        ("created", summary.created),
        ("mergedInFile", summary.merged_in_file),
        ("rejected", summary.rejected),
        ("warnings", summary.warnings),
        ("updated", 0),
        ("unchanged", 0),
        ("matchesArchived", 0),
        ("notRun", 0),
    ];
    let mut wrong: Vec<String> = expected
        .iter()
        .filter(|(name, count)| outcomes[*name] != json!(count))
        .map(|(name, count)| format!("{name} {} instead of {count}", outcomes[*name]))
        .collect();
    let accounts = &seen["import"]["accountsCreated"];
    if *accounts != json!(summary.accounts) {
        wrong.push(format!("accounts {accounts} instead of {}", summary.accounts));
    }
    Ok(wrong)
}

fn read(folder: &Path, rows: u64) -> anyhow::Result<Truth> {
    let file = std::fs::File::open(folder.join("truth.csv"))?;
    let step = (rows / SAMPLE as u64).max(1);
    let mut truth = Truth { told: BTreeMap::new(), created: Vec::new(), merged_into: BTreeSet::new() };
    for line in std::io::BufReader::new(file).lines().skip(1) {
        let line = line?;
        let cells: Vec<&str> = line.split(',').collect();
        let [row, outcome, into, code, warnings, _] = cells.as_slice() else {
            anyhow::bail!("truth.csv has other columns now: {line}")
        };
        let row: u64 = row.parse()?;
        if !code.is_empty() {
            truth.told.insert(row, (true, (*code).to_owned()));
        } else if let Some((_, code)) = warnings.split('|').next().and_then(|one| one.split_once(':')) {
            truth.told.insert(row, (false, code.to_owned()));
        }
        if *outcome == "created" && row.is_multiple_of(step) {
            truth.created.push(row);
        }
        if *outcome == "merged_in_file" {
            truth.merged_into.insert(into.parse()?);
        }
    }
    Ok(truth)
}

/// Every row of the reject file, whole.
async fn rejects(client: &Client, import: &str, truth: &Truth) -> anyhow::Result<usize> {
    if truth.told.is_empty() {
        return Ok(0);
    }
    let file = client.get(&format!("/api/v1/imports/{import}/errors.csv")).await?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file.as_slice());
    let columns = reader.headers()?.len();
    let mut found = BTreeMap::new();
    for record in reader.records() {
        let record = record?;
        // Row, Result and Reasons are the last three; behind them may stand a note. Rows with too few cells or too many are shifted.
        let last = (record.len() != columns && record.get(record.len() - 1).is_some_and(is_note)) as usize;
        let at = |from_end: usize| record.get(record.len() - last - from_end).unwrap_or_default();
        let row: u64 = at(3).parse().with_context(|| format!("the reject file has {record:?}"))?;
        found.insert(row, (at(2) == "rejected", at(1).to_owned()));
    }
    let differs = |(row, (rejected, code)): (&u64, &(bool, String))| match found.get(row) {
        Some((told, reasons)) if told == rejected && reasons.contains(&format!("[{code}]")) => None,
        other => Some(format!("row {row}: {other:?} instead of {code}")),
    };
    let mut wrong: Vec<String> = truth.told.iter().filter_map(differs).collect();
    wrong.extend(
        found.keys().filter(|row| !truth.told.contains_key(row)).map(|row| format!("row {row} is too much")),
    );
    ensure!(
        wrong.is_empty(),
        "{} rows of the reject file differ: {}",
        wrong.len(),
        wrong[..wrong.len().min(5)].join("; ")
    );
    Ok(found.len())
}

fn is_note(cell: &str) -> bool {
    cell.starts_with("Mend this row")
}

async fn lists(
    client: &Client,
    import: &str,
    options: &SampleOptions,
    truth: &Truth,
) -> anyhow::Result<usize> {
    let emails = |rows: &mut dyn Iterator<Item = u64>| -> Vec<String> {
        rows.filter_map(|row| email_of_row(options, row)).take(SAMPLE).collect()
    };
    let created = emails(&mut truth.created.iter().copied());
    let step = (truth.merged_into.len() / SAMPLE).max(1);
    let merged = emails(&mut truth.merged_into.iter().copied().step_by(step));
    let alone = emails(&mut truth.created.iter().copied().filter(|row| !truth.merged_into.contains(row)));
    for (outcome, emails, expected) in [
        ("created", &created, created.len()),
        ("merged_in_file", &merged, merged.len()),
        ("merged_in_file", &alone, 0),
    ] {
        let found = listed(client, import, outcome, emails).await?;
        ensure!(
            found == json!(expected),
            "the list of {outcome} holds {found} of {} sampled contacts instead of {expected}",
            emails.len()
        );
    }
    let counted = client
        .graphql(
            "query($id: UUID!) { import(id: $id) { contacts { mergedInFile } } }",
            json!({ "id": import }),
        )
        .await?;
    let counted = &counted["import"]["contacts"]["mergedInFile"];
    ensure!(
        *counted == json!(truth.merged_into.len()),
        "{counted} contacts had rows merged into them instead of {}",
        truth.merged_into.len()
    );
    Ok(created.len() + merged.len() + alone.len())
}

async fn listed(client: &Client, import: &str, outcome: &str, emails: &[String]) -> anyhow::Result<Value> {
    if emails.is_empty() {
        return Ok(json!(0));
    }
    let filter = json!({"importId": import, "importOutcome": outcome, "where": {"field": "email", "op": "in", "value": emails}});
    let asked = "query($filter: ContactFilter) { contacts(filter: $filter) { totalCount } }";
    let mut found = client.graphql(asked, json!({ "filter": filter })).await?;
    Ok(found["contacts"]["totalCount"].take())
}
