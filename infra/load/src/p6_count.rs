//! P6: the exact count of filters with one to five conditions, over GraphQL, beside `select count(*)` written by hand. And
//! a count that nobody waits for any more is cancelled.

use std::time::{Duration, Instant};

use anyhow::ensure;
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};

use crate::by_hand;
use crate::client::Client;
use crate::product::Product;
use crate::report::{Measured, Spread, say};

/// Of each, ours and by hand in turn.
const TIMES: usize = 7;
/// The lists' own limit is 5 s: what is gone by then was not cancelled.
const CANCELLED_WITHIN: Duration = Duration::from_secs(2);

/// A filter, and what somebody would write for it.
fn filters() -> Vec<(Value, String)> {
    let conditions = [
        (json!({"field": "country", "op": "equals", "value": "US"}), "country = 'US'"),
        (
            json!({"field": "seniority_level", "op": "in", "value": ["Manager", "Director"]}),
            "seniority_level in ('Manager', 'Director')",
        ),
        (
            json!({"field": "job_title", "op": "contains", "value": "manager"}),
            "job_title_key like '%manager%'",
        ),
        (
            json!({"field": "created_at", "op": "in_last_days", "value": 7}),
            "created_at >= (now() at time zone 'utc')::date - 7",
        ),
        (json!({"field": "tags", "op": "any_of", "value": ["newsletter"]}), "tags && array['newsletter']"),
    ];
    let mut filters: Vec<(Value, String)> = (1..=conditions.len())
        .map(|count| {
            let (json, sql): (Vec<Value>, Vec<&str>) = conditions[..count].iter().cloned().unzip();
            (json!({ "all": json }), sql.join(" and "))
        })
        .collect();
    filters.push((
        json!({"all": [
            {"any": [{"field": "country", "op": "equals", "value": "DE"}, {"field": "country", "op": "equals", "value": "FR"}]},
            {"field": "department", "op": "equals", "value": "Marketing"},
            {"not": {"field": "city", "op": "equals", "value": "Berlin"}},
            {"field": "full_name", "op": "contains", "value": "anna"}]}),
        "country in ('DE', 'FR') and department = 'Marketing' and city is distinct from 'Berlin' and full_name_key like '%anna%'".into(),
    ));
    filters
}

pub async fn measure(product: &Product) -> anyhow::Result<Measured> {
    let client = product.client().await?;
    let url = product.database_url().await?;
    let mut connection = by_hand::connect(&url).await?;
    let contacts = by_hand::count(&mut connection, "true").await?;
    let mut shown = Vec::new();
    let mut worst = 0.0_f64;
    for (number, (filter, sql)) in filters().iter().enumerate() {
        let (mut ours, mut hand) = (Vec::new(), Vec::new());
        for _ in 0..TIMES {
            let (counted, took) = count(&client, filter).await?;
            ours.push(took);
            let began = Instant::now();
            let expected = by_hand::count(&mut connection, sql).await?;
            hand.push(began.elapsed().as_secs_f64() * 1000.0);
            ensure!(counted == expected, "{filter} counts {counted}, {sql} {expected}");
        }
        let (ours, hand) = (Spread::of(ours), Spread::of(hand));
        let ratio = ours.median / hand.median;
        let name = if number < 5 { format!("{} conditions", number + 1) } else { "nested".into() };
        say(&format!("P6 {name}: {}, by hand {}, {ratio:.2}x", ours.show("ms", 1), hand.show("ms", 1)));
        shown.push((ours.median, hand.median));
        worst = worst.max(ratio);
    }
    let gone = superseded(&client, &url).await?;
    say(&format!("P6: a superseded count was gone after {:.0} ms", gone.as_secs_f64() * 1000.0));
    let list = |pick: fn(&(f64, f64)) -> f64| {
        shown.iter().map(|one| format!("{:.1}", pick(one))).collect::<Vec<_>>().join(" / ")
    };
    Ok(Measured {
        bar: "P6",
        what: format!(
            "exact count, filters with 1 / 2 / 3 / 4 / 5 conditions and a nested one, {contacts} contacts, medians; superseded count gone after {:.0} ms",
            gone.as_secs_f64() * 1000.0
        ),
        ours: format!("{} ms", list(|one| one.0)),
        reference: format!("select count(*) by hand {} ms", list(|one| one.1)),
        ratio: format!("at worst {worst:.2}x"),
        wanted: "<= 1.1x always; superseded cancelled",
        met: Some(worst <= 1.1 && gone < CANCELLED_WITHIN),
    })
}

/// The count and its time in ms.
pub async fn count(client: &Client, filter: &Value) -> anyhow::Result<(i64, f64)> {
    let asked = "query($filter: ContactFilter) { contacts(filter: $filter) { totalCount } }";
    let began = Instant::now();
    let answer = client.graphql(asked, json!({"filter": {"where": filter}})).await?;
    let took = began.elapsed().as_secs_f64() * 1000.0;
    Ok((answer["contacts"]["totalCount"].as_i64().unwrap_or(-1), took))
}

/// Leaves a count that cannot end, since its table is locked, and looks how long Postgres goes on with it.
async fn superseded(client: &Client, url: &str) -> anyhow::Result<Duration> {
    let mut locker = by_hand::connect(url).await?;
    let mut watcher = by_hand::connect(url).await?;
    let table = by_hand::table(&mut locker, "contacts").await?;
    let mut lock = locker.begin().await?;
    sqlx::raw_sql(&format!("lock table {table} in access exclusive mode")).execute(&mut *lock).await?;
    let asker = client.clone();
    let filter = json!({"field": "city", "op": "contains", "value": "superseded"});
    let asking = tokio::spawn(async move { count(&asker, &filter).await });
    let began = Instant::now();
    while waiting(&mut watcher).await? == 0 {
        ensure!(began.elapsed() < Duration::from_secs(4), "the count never reached the database");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    asking.abort();
    let _ = asking.await;
    let began = Instant::now();
    while waiting(&mut watcher).await? > 0 && began.elapsed() < CANCELLED_WITHIN {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let gone = began.elapsed();
    lock.rollback().await?;
    ensure!(gone < CANCELLED_WITHIN, "a count that nobody waits for is still running after {gone:?}");
    Ok(gone)
}

/// Counts that wait for the lock.
async fn waiting(connection: &mut PgConnection) -> anyhow::Result<i64> {
    let sql = "select count(*) from pg_stat_activity where state = 'active' and wait_event_type = 'Lock' and query ilike 'select count(*)%contacts%'";
    Ok(sqlx::query_scalar(sql).fetch_one(connection).await?)
}
