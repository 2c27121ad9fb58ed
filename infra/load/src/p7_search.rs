//! P7: search as you type: names of the list's own contacts cut at any letter, some of them with a slip of the finger.

use std::time::Instant;

use serde_json::{Value, json};

use crate::by_hand;
use crate::client::Client;
use crate::p4_edit::Percentiles;
use crate::product::Product;
use crate::report::{Measured, Spread, say};

/// Names of a run.
const NAMES: i64 = 300;
const SEARCH: &str = "query($text: String!) { search(text: $text, first: 8) { groups { kind total hits { id title subtitle } } } }";

/// Nothing where the product has no search.
pub async fn measure(product: &Product, runs: usize) -> anyhow::Result<Option<Measured>> {
    let client = product.client().await?;
    if let Err(error) = client.graphql(SEARCH, json!({"text": "anna"})).await {
        say(&format!("P7: not measured, the product has no such search: {error}"));
        return Ok(None);
    }
    let url = product.database_url().await?;
    let mut connection = by_hand::connect(&url).await?;
    let contacts = by_hand::count(&mut connection, "true").await?;
    let (mut p95s, mut all, mut found, mut whole) = (Vec::new(), Vec::new(), 0, 0);
    for run in 1..=runs {
        let names = names(&mut connection, run).await?;
        let mut times = Vec::new();
        for (number, (id, name)) in names.iter().enumerate() {
            let mut random = Random(hash(name) ^ run as u64);
            // As one types: something of the name, with a slip now and then, and at last the whole of it.
            let letters = name.chars().count() as u64;
            let cut = 2 + random.below(letters.saturating_sub(2).max(1)) as usize;
            let mut typed: String = name.chars().take(cut).collect();
            if number % 4 == 3 {
                typed = slip(&typed, &mut random);
            }
            times.push(search(&client, &typed).await?.1);
            let (answer, took) = search(&client, name).await?;
            times.push(took);
            whole += 1;
            found += usize::from(has(&answer, id));
        }
        let percentiles = Percentiles::of(times.clone());
        say(&format!("P7 run {run}: {}", percentiles.show()));
        p95s.push(percentiles.p95);
        all.extend(times);
    }
    let (p95, all) = (Spread::of(p95s), Percentiles::of(all));
    Ok(Some(Measured {
        bar: "P7",
        what: format!(
            "search as you type, {contacts} contacts, {} searches; {found} of {whole} whole names among the first 8 hits",
            all.count
        ),
        ours: format!("p95 {}, p50 {:.1}, p99 {:.1} ms", p95.show("ms", 1), all.p50, all.p99),
        reference: "none".into(),
        ratio: String::new(),
        wanted: "p95 <= 30 ms",
        met: Some(p95.median <= 30.0),
    }))
}

async fn search(client: &Client, text: &str) -> anyhow::Result<(Value, f64)> {
    let began = Instant::now();
    let answer = client.graphql(SEARCH, json!({ "text": text })).await?;
    Ok((answer, began.elapsed().as_secs_f64() * 1000.0))
}

fn has(answer: &Value, id: &str) -> bool {
    let groups = answer["search"]["groups"].as_array().into_iter().flatten();
    groups.flat_map(|group| group["hits"].as_array().into_iter().flatten()).any(|hit| hit["id"] == id)
}

/// Contacts from all over the list, the same ones every time. Their company is typed too: of names alone there are many alike.
async fn names(connection: &mut sqlx::PgConnection, run: usize) -> anyhow::Result<Vec<(String, String)>> {
    let sql = format!(
        "select id::text, full_name || ' ' || account_name from read.contacts where {} and full_name is not null and account_name is not null order by md5(id::text || $1) limit $2",
        by_hand::LISTED
    );
    Ok(sqlx::query_as(&sql).bind(run.to_string()).bind(NAMES).fetch_all(connection).await?)
}

/// One letter left out, doubled, swapped or another.
fn slip(typed: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = typed.chars().collect();
    if letters.len() < 4 {
        return typed.to_owned();
    }
    let at = 1 + random.below(letters.len() as u64 - 2) as usize;
    match random.below(4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        2 => letters.swap(at, at + 1),
        _ => letters[at] = 'x',
    }
    letters.into_iter().collect()
}

fn hash(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The same choices every time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end.max(1)
    }
}
