//! A file of domains against twice as many accounts: from sending it to every item matched, and in the grid. Of the items that were
//! made to be matched, and how, each one is.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::ensure;
use serde_json::{Value, json};

use crate::client::Client;
use crate::copy::copy_of;
use crate::product::Product;
use crate::report::{Measured, Spread, say};

const WANTED: f64 = 60.0;

pub async fn measure(binary: &Path, rows: u64, runs: usize) -> anyhow::Result<Measured> {
    let folder = std::env::temp_dir().join(format!("pivotal-load-domain-sets-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let measured = matched(binary, rows, runs, &folder).await;
    let _ = std::fs::remove_dir_all(&folder);
    measured
}

async fn matched(binary: &Path, rows: u64, runs: usize, folder: &Path) -> anyhow::Result<Measured> {
    let companies = companies(rows * 2);
    let people = write_people(folder, &companies)?;
    let (domains, expected) = write_domains(folder, &companies, rows)?;
    let product = Product::start(binary).await?;
    let client = product.client().await?;
    let import = client.import(&people).await?;
    client.visible(&import).await?;
    let (mut ours, mut shown, mut reference) = (Vec::new(), Vec::new(), Vec::new());
    for run in 1..=runs {
        let began = Instant::now();
        let id = client.domain_set_file(&domains).await?;
        let report = ready(&client, &id).await?;
        let took = began.elapsed().as_secs_f64();
        client.followed().await?;
        let listed = began.elapsed().as_secs_f64();
        let found = ["exact", "fuzzy", "unknown"].map(|key| report[key].as_u64().unwrap_or_default());
        ensure!(
            found == expected,
            "of {expected:?} exact, fuzzy and unknown, {found:?} were found: {report}"
        );
        let copied = copy_of(&product, "domain_set_items", "").await?;
        say(&format!("DOMAIN-SETS run {run}: {took:.2} s, in the grid {listed:.2} s, COPY {copied:.2} s"));
        ours.push(took);
        shown.push(listed);
        reference.push(copied);
    }
    product.stop().await?;
    let (ours, shown, reference) = (Spread::of(ours), Spread::of(shown), Spread::of(reference));
    Ok(Measured {
        bar: "DOMAIN-SETS",
        what: format!(
            "{rows} domains (60% exact, 20% a slip away, 15% unknown, 5% rubbish) against {} accounts, upload to all matched; in the grid after {}",
            companies.len(),
            shown.show("s", 2)
        ),
        ours: ours.show("s", 2),
        reference: format!("COPY of the items' rows into a plain table {}", reference.show("s", 2)),
        ratio: format!("{:.2}x", ours.median / reference.median),
        wanted: "<= 60 s for 100,000 against 200,000",
        met: Some(shown.median <= WANTED),
    })
}

/// Names that are told apart by more than a slip: every syllable follows from the number, spread so that neighbours share none.
fn companies(count: u64) -> Vec<String> {
    const CONSONANTS: &[u8] = b"bcdfgklmnprstvz";
    const VOWELS: &[u8] = b"aeiou";
    let mut seen = std::collections::HashSet::new();
    let mut state = 7_u64;
    let mut companies = Vec::new();
    while (companies.len() as u64) < count {
        let mut name = String::new();
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut bits = state >> 8;
        for _ in 0..5 + state % 3 {
            let (consonant, vowel) = (bits % 15, bits / 15 % 5);
            bits /= 75;
            name.push(char::from(CONSONANTS[consonant as usize]));
            name.push(char::from(VOWELS[vowel as usize]));
        }
        if seen.insert(name.clone()) {
            companies.push(name);
        }
    }
    companies
}

/// A contact each, so that the import makes the accounts on the side.
fn write_people(folder: &Path, companies: &[String]) -> anyhow::Result<PathBuf> {
    let path = folder.join("people.csv");
    let mut out = std::io::BufWriter::new(std::fs::File::create(&path)?);
    writeln!(out, "First Name,Last Name,Email,Company,Website")?;
    for (number, company) in companies.iter().enumerate() {
        writeln!(out, "Person,Number{number},person{number}@{company}.test,{company} Ltd,{company}.test")?;
    }
    out.flush()?;
    Ok(path)
}

/// The file, and how many are exact, a slip away, unknown.
fn write_domains(folder: &Path, companies: &[String], rows: u64) -> anyhow::Result<(PathBuf, [u64; 3])> {
    let path = folder.join("domains.csv");
    let mut out = std::io::BufWriter::new(std::fs::File::create(&path)?);
    writeln!(out, "Domain,Account Name,Notes")?;
    let mut expected = [0, 0, 0];
    for (row, company) in (0..rows).zip(companies.iter().step_by(2)) {
        match row % 20 {
            0..12 => {
                expected[0] += 1;
                writeln!(out, "https://www.{company}.test/,,")?;
            }
            12..16 => {
                expected[1] += 1;
                writeln!(out, "{company}x.test,,")?;
            }
            16..19 => {
                expected[2] += 1;
                writeln!(out, "nobody-{row}-here-{}.test,,", company.chars().rev().collect::<String>())?;
            }
            _ => writeln!(out, "rubbish {row},,")?,
        }
    }
    out.flush()?;
    Ok((path, expected))
}

/// Waits until every domain is matched; the report.
pub async fn ready(client: &Client, id: &str) -> anyhow::Result<Value> {
    let asked = "query($id: UUID!) { domainSet(id: $id) { state error report { exact fuzzy unknown } } }";
    let state = "query($id: UUID!) { domainSet(id: $id) { state error } }";
    loop {
        let seen = client.graphql(state, json!({ "id": id })).await?;
        match seen["domainSet"]["state"].as_str() {
            Some("READY") => break,
            Some("FAILED") => anyhow::bail!("the matching ended as {seen}"),
            _ => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
    let mut seen = client.graphql(asked, json!({ "id": id })).await?;
    Ok(seen["domainSet"]["report"].take())
}
