//! P6 on what audiences are made of: twenty filters over contacts, companies, lists, segments, imports, custom fields, suppressions
//! and consents, each beside its count by hand in turn, with both plans kept. And the question that issue 6 is done with.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, ensure};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::vocabulary::Vocabulary;
use serde_json::json;
use sqlx::PgConnection;

use crate::audience::ground;
use crate::by_hand;
use crate::client::Client;
use crate::product::Product;
use crate::report::{Measured, Spread, say};
use crate::shapes::{self, Shape};
use crate::{p6_count, plans};

/// Of each, ours and by hand in turn.
const TIMES: usize = 7;
/// P6, of what is written by hand.
const WITHIN: f64 = 1.1;

/// What one filter came to, in ms.
#[derive(Debug, Clone, Copy)]
struct Counted {
    found: i64,
    ours: Spread,
    by_hand: Spread,
}

impl Counted {
    fn ratio(&self) -> f64 {
        self.ours.median / self.by_hand.median
    }

    fn show(&self) -> String {
        format!(
            "{} found, {}, by hand {}, {:.2}x",
            self.found,
            self.ours.show("ms", 1),
            self.by_hand.show("ms", 1),
            self.ratio()
        )
    }

    /// A row of the summary.
    fn line(&self, name: &str) -> String {
        let Counted { found, ours, by_hand } = self;
        let (ours, by_hand) = (ours.show("ms", 1), by_hand.show("ms", 1));
        format!("| {name} | {found} | {ours} | {by_hand} | {:.2}x |\n", self.ratio())
    }
}

pub async fn measure(product: &Product, folder: &Path) -> anyhow::Result<Vec<Measured>> {
    let client = product.client().await?;
    let url = product.database_url().await?;
    let mut connection = by_hand::connect(&url).await?;
    let ground = ground(product, &client, &mut connection).await?;
    let sizes = sizes(&mut connection, ground.engagement).await?;
    let vocabulary = plans::vocabulary(&url).await?;
    let all = shapes::all(&ground);
    let question = shapes::question(&ground);
    let (mut counted, mut wrong) = (Vec::new(), 0);
    let mut summary =
        "| filter | found | ours | by hand | ratio |\n| --- | --- | --- | --- | --- |\n".to_owned();
    for (number, shape) in all.iter().enumerate() {
        match compared(&client, &mut connection, shape).await {
            Ok(one) => {
                say(&format!("P6 {}: {}", shape.name, one.show()));
                keep(folder, (number + 1, shape), one, &mut connection, &vocabulary).await;
                summary.push_str(&one.line(shape.name));
                counted.push(one);
            }
            // The others can be measured all the same.
            Err(error) => {
                say(&format!("P6 {} FAILED: {error:#}", shape.name));
                wrong += 1;
            }
        }
    }
    let mut measured = vec![varied(&counted, wrong, &sizes)];
    let one = compared(&client, &mut connection, &question).await;
    match &one {
        Ok(one) => {
            say(&format!("P6 {}: {}", question.name, one.show()));
            keep(folder, (0, &question), *one, &mut connection, &vocabulary).await;
            summary.push_str(&one.line(question.name));
        }
        Err(error) => say(&format!("P6 {} FAILED: {error:#}", question.name)),
    }
    measured.push(asked(one.ok(), &sizes, ground.engagement.is_some()));
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("summary.md"), summary)?;
    Ok(measured)
}

/// The plans. What was measured counts without them, too.
async fn keep(
    folder: &Path,
    (number, shape): (usize, &Shape),
    one: Counted,
    connection: &mut PgConnection,
    vocabulary: &Vocabulary,
) {
    let saved = plans::save(folder, (number, shape), &one.show(), connection, vocabulary).await;
    if let Err(error) = saved {
        say(&format!("P6 {}: its plans are not kept: {error:#}", shape.name));
    }
}

/// What there is, in words.
async fn sizes(connection: &mut PgConnection, engagement: Option<i64>) -> anyhow::Result<String> {
    let contacts = by_hand::count(connection, "true").await?;
    let sql = "select count(*) from read.accounts where not archived and not erased";
    let accounts: i64 = sqlx::query_scalar(sql).fetch_one(connection).await?;
    let engagement = engagement.map(|rows| format!(", {rows} rows of engagement")).unwrap_or_default();
    Ok(format!("{contacts} contacts, {accounts} accounts{engagement}"))
}

fn varied(counted: &[Counted], wrong: usize, sizes: &str) -> Measured {
    let ours = Spread::of(counted.iter().map(|one| one.ours.median).collect());
    let by_hand = Spread::of(counted.iter().map(|one| one.by_hand.median).collect());
    let ratios = Spread::of(counted.iter().map(Counted::ratio).collect());
    let within = counted.iter().filter(|one| one.ratio() <= WITHIN).count();
    let all = counted.len() + wrong;
    let told = match wrong {
        0 => "all equal".to_owned(),
        wrong => format!("**{wrong} of them not equal, or not answered**"),
    };
    Measured {
        bar: "P6 AUDIENCE",
        what: format!(
            "exact count of {all} varied filters of audiences, {sizes}; {told}; {within} within {WITHIN}x"
        ),
        ours: format!("medians {}", ours.show("ms", 1)),
        reference: format!("select count(*) by hand, medians {}", by_hand.show("ms", 1)),
        ratio: format!("{:.2}x, at worst {:.2}x", ratios.median, ratios.max),
        wanted: "<= 1.1x always, all equal",
        met: Some(wrong == 0 && ratios.max <= WITHIN),
    }
}

/// Nothing: they are not equal, or it was not answered.
fn asked(one: Option<Counted>, sizes: &str, emailed: bool) -> Measured {
    let found = one.map_or_else(|| "**not equal, or not answered**".to_owned(), |one| one.found.to_string());
    let show =
        |pick: fn(&Counted) -> Spread| one.as_ref().map(|one| pick(one).show("ms", 1)).unwrap_or_default();
    Measured {
        bar: "P6 QUESTION",
        what: format!(
            "leaders in marketing at software companies with 200 to 1,000 staff in DE, AT, CH, from a domain list, not suppressed{}: {found} of {sizes}",
            if emailed { ", not emailed in 90 days" } else { "" }
        ),
        ours: show(|one| one.ours),
        reference: format!("select count(*) by hand {}", show(|one| one.by_hand)),
        ratio: one.map(|one| format!("{:.2}x", one.ratio())).unwrap_or_default(),
        wanted: "equal; <= 1.1x",
        met: Some(one.is_some_and(|one| one.found > 0 && one.ratio() <= WITHIN)),
    }
}

/// Ours and by hand in turn. Fails when they differ.
async fn compared(client: &Client, connection: &mut PgConnection, shape: &Shape) -> anyhow::Result<Counted> {
    let (mut ours, mut by_hand, mut found) = (Vec::new(), Vec::new(), 0);
    for _ in 0..TIMES {
        let (counted, took) = count(client, shape).await?;
        ours.push(took);
        let began = Instant::now();
        let expected: i64 = sqlx::query_scalar(&shape.sql)
            .fetch_one(&mut *connection)
            .await
            .with_context(|| shape.sql.clone())?;
        by_hand.push(began.elapsed().as_secs_f64() * 1000.0);
        ensure!(counted == expected, "{} counts {counted}, {} {expected}", shape.filter, shape.sql);
        found = counted;
    }
    if found == 0 {
        say(&format!("P6 {} finds nobody here: that they are equal says little", shape.name));
    }
    Ok(Counted { found, ours: Spread::of(ours), by_hand: Spread::of(by_hand) })
}

/// The count and its time in ms.
async fn count(client: &Client, shape: &Shape) -> anyhow::Result<(i64, f64)> {
    if shape.entity == Entity::Contact {
        return p6_count::count(client, &shape.filter).await;
    }
    let query = "query($filter: AccountFilter) { accounts(filter: $filter) { totalCount } }";
    let began = Instant::now();
    let answer = client.graphql(query, json!({"filter": {"where": shape.filter}})).await?;
    let took = began.elapsed().as_secs_f64() * 1000.0;
    Ok((answer["accounts"]["totalCount"].as_i64().context("no count")?, took))
}
