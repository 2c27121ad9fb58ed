//! How long looking at all contacts for duplicates takes, and how right it is: every twentieth person is planted once more, as
//! another list would have them (a slip in the name, a short form, another spelling of the company, no address).

use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Context;
use pivotal_infra::sample::{SampleOptions, generate};
use serde_json::json;
use sqlx::Row;

use crate::by_hand;
use crate::client::Client;
use crate::product::Product;
use crate::report::{Measured, say};

/// For a million contacts.
const WITHIN: f64 = 900.0;

pub async fn measure(binary: &Path, rows: u64) -> anyhow::Result<Vec<Measured>> {
    let folder = std::env::temp_dir().join(format!("pivotal-load-duplicates-{}", std::process::id()));
    let measured = look(binary, rows, &folder).await;
    let _ = std::fs::remove_dir_all(&folder);
    measured
}

async fn look(binary: &Path, rows: u64, folder: &Path) -> anyhow::Result<Vec<Measured>> {
    generate(
        &SampleOptions { rows, dirt: 0.0, duplicates: 0.0, seed: 7, ..SampleOptions::default() },
        folder,
    )?;
    let product = Product::start(binary).await?;
    let client = product.client().await?;
    let import = client.import(&folder.join("contacts.csv")).await?;
    client.visible(&import).await?;
    let url = product.database_url().await?;
    let mut connection = by_hand::connect(&url).await?;
    let planted = plant(&mut connection, &folder.join("planted.csv")).await?;
    let import = client.import(&folder.join("planted.csv")).await?;
    let contacts = client.visible(&import).await?;
    let began = Instant::now();
    let input = json!({ "entity": "CONTACT", "whole": true });
    let asked = client.mutate("duplicatesFind", "DuplicatesFindInput", input, "jobId").await?;
    anyhow::ensure!(asked["jobId"].is_string(), "no look was asked for: {asked}");
    until_looked(&client).await?;
    let took = began.elapsed().as_secs_f64();
    let right: i64 = sqlx::query_scalar(
        "select count(*) from jobs.duplicates d join read.contacts a on a.id = d.a join read.contacts b on b.id = d.b
         where d.class in ('exact', 'duplicate') and (b.tags @> array['copy-of:' || a.email] or a.tags @> array['copy-of:' || b.email])",
    )
    .fetch_one(&mut connection)
    .await?;
    let found: i64 =
        sqlx::query_scalar("select count(*) from jobs.duplicates where class in ('exact', 'duplicate')")
            .fetch_one(&mut connection)
            .await?;
    let (recall, precision) = (right as f64 / planted as f64, right as f64 / found.max(1) as f64);
    say(&format!(
        "DUPLICATES: {contacts} contacts looked at in {took:.1} s, {planted} planted, {found} found, recall {recall:.4}, precision {precision:.4}, {:.0} MB",
        product.memory()?
    ));
    product.stop().await?;
    let share = |bar: &'static str, what: String, share: f64, least: f64, wanted: &'static str| Measured {
        bar,
        what,
        ours: format!("{:.2} %", share * 100.0),
        reference: format!("{planted} planted pairs"),
        ratio: String::new(),
        wanted,
        met: Some(share >= least),
    };
    Ok(vec![
        Measured {
            bar: "DUPLICATES",
            what: format!("all pairs that are likely one among {contacts} contacts, asked for to ended"),
            ours: format!("{took:.1} s"),
            reference: String::new(),
            ratio: String::new(),
            wanted: "<= 15 min for 1,000,000",
            met: Some(took <= WITHIN * (contacts as f64 / 1_000_000.0).max(0.02)),
        },
        share("DUPLICATES RECALL", "planted pairs that are found".into(), recall, 0.95, ">= 95 %"),
        share("DUPLICATES PRECISION", "found pairs that are planted".into(), precision, 0.98, ">= 98 %"),
    ])
}

async fn until_looked(client: &Client) -> anyhow::Result<()> {
    let asked = "{ duplicateStanding(entity: CONTACT) { lookedAt jobId } }";
    loop {
        let seen = client.graphql(asked, json!({})).await?;
        let standing = &seen["duplicateStanding"];
        if standing["jobId"].is_null() {
            anyhow::ensure!(standing["lookedAt"].is_string(), "the look ended without a result");
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
}

/// Writes the file of copies; how many.
async fn plant(connection: &mut sqlx::PgConnection, file: &Path) -> anyhow::Result<i64> {
    let rows = sqlx::query(
        "select full_name, email, account_name, city, country from read.contacts
         where not archived and not erased and full_name is not null and email is not null and account_name is not null and hashtext(id::text) % 20 = 0 order by id",
    )
    .fetch_all(connection)
    .await?;
    let mut out = std::io::BufWriter::new(std::fs::File::create(file).context("the file of copies")?);
    writeln!(out, "Full name,Company,City,Country,Tags")?;
    for (number, row) in rows.iter().enumerate() {
        let text = |column: &str| row.try_get::<Option<String>, _>(column).map(Option::unwrap_or_default);
        let (name, company) = (text("full_name")?, text("account_name")?);
        let name = match number % 4 {
            0 => slip(&name, number),
            1 => name.to_uppercase(),
            2 => swapped(&name),
            _ => name,
        };
        let company = match number % 3 {
            0 => format!("The {company}"),
            1 => company.to_uppercase(),
            _ => company,
        };
        let (city, country) = (text("city")?, text("country")?);
        let cells = [name, company, city, country, format!("copy-of:{}", text("email")?)];
        let quoted: Vec<String> =
            cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        writeln!(out, "{}", quoted.join(","))?;
    }
    out.flush()?;
    Ok(rows.len() as i64)
}

/// `Lovelace, Ada`.
fn swapped(name: &str) -> String {
    match name.rsplit_once(' ') {
        Some((first, last)) => format!("{last}, {first}"),
        None => name.to_owned(),
    }
}

/// A letter twice inside the last word, where it is long enough.
fn slip(name: &str, number: usize) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let start = letters.iter().rposition(|letter| *letter == ' ').map_or(0, |at| at + 1);
    if letters.len() - start >= 6 {
        let at = start + 2 + number % (letters.len() - start - 3);
        letters.insert(at, letters[at]);
    }
    letters.into_iter().collect()
}
