//! P5: a GraphQL page of 60 contacts with filter and sort among a million, 8 connections, beside the bare SQL.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::by_hand;
use crate::product::Product;
use crate::report::{Measured, Spread, say};

const CONNECTIONS: usize = 8;
const FOR: Duration = Duration::from_secs(5);

/// The named reference: two equalities, one range, one contains, sorted, 61 rows.
pub const BARE: &str = "select id, full_name, job_title, seniority_level, department, email, email_status, account_id, account_name, city, country, owner, created_at from read.contacts where not archived and not erased and country = 'US' and seniority_level = 'Manager' and created_at >= now() - interval '1 day' and job_title_key like '%manager%' order by full_name_key, id limit 61";

pub async fn measure(product: &Product, contacts: u64, runs: usize) -> anyhow::Result<Measured> {
    let body = body();
    let (mut ours, mut bare, mut p95s) = (Vec::new(), Vec::new(), Vec::new());
    for run in 1..=runs {
        let (rate, p95) = pages(product, &body).await?;
        let reference = bare_rate(&product.database_url().await?).await?;
        say(&format!("P5 run {run}: {rate:.0} req/s, p95 {p95:.1} ms; bare SQL {reference:.0}/s"));
        ours.push(rate);
        p95s.push(p95);
        bare.push(reference);
    }
    let (ours, bare, p95) = (Spread::of(ours), Spread::of(bare), Spread::of(p95s));
    let wanted = (0.4 * bare.median).min(1_000.0);
    Ok(Measured {
        bar: "P5",
        what: format!("GraphQL page of 60, filter and sort, {contacts} contacts, 8 connections"),
        ours: format!("{}, p95 {:.1} ms", ours.show("req/s", 0), p95.median),
        reference: format!("bare SQL {}", bare.show("/s", 0)),
        ratio: format!("{:.2}x", ours.median / bare.median),
        wanted: ">= 0.4x or 1,000 req/s; p95 <= 25 ms",
        met: Some(ours.median >= wanted && p95.median <= 25.0),
    })
}

/// The question, as it is posted.
pub fn body() -> String {
    let query = "query($filter: ContactFilter, $sort: RecordSort) { contacts(first: 60, filter: $filter, sort: $sort) { edges { cursor node { id fullName jobTitle seniorityLevel department email emailStatus accountId accountName city country ownerName createdAt } } pageInfo { hasNextPage endCursor } } }";
    let since = (chrono::Utc::now() - chrono::Duration::days(1)).to_rfc3339();
    json!({"query": query, "variables": {"filter": {"country": ["US"], "seniorityLevel": ["Manager"], "createdFrom": since, "jobTitleContains": "manager"}, "sort": {"field": "full_name", "direction": "ASC"}}}).to_string()
}

async fn pages(product: &Product, body: &str) -> anyhow::Result<(f64, f64)> {
    // Logging in costs a password's hash each, which is no part of a page.
    let mut clients = Vec::new();
    for _ in 0..CONNECTIONS {
        clients.push(product.client().await?);
    }
    let mut tasks = Vec::new();
    let began = Instant::now();
    for client in clients {
        let body = body.to_owned();
        tasks.push(tokio::spawn(async move {
            let mut times = Vec::new();
            while began.elapsed() < FOR {
                let one = Instant::now();
                client.graphql_bytes(&body).await?;
                times.push(one.elapsed().as_secs_f64() * 1000.0);
            }
            anyhow::Ok(times)
        }));
    }
    let mut times = Vec::new();
    for task in tasks {
        times.extend(task.await??);
    }
    let rate = times.len() as f64 / began.elapsed().as_secs_f64();
    times.sort_by(f64::total_cmp);
    Ok((rate, times.get(times.len() * 95 / 100).copied().unwrap_or(f64::NAN)))
}

/// Prepared once per connection, rows fetched and dropped: what pgbench does with `-M prepared`.
async fn bare_rate(url: &str) -> anyhow::Result<f64> {
    let count = Arc::new(AtomicU64::new(0));
    let began = Instant::now();
    let mut tasks = Vec::new();
    for _ in 0..CONNECTIONS {
        let (url, count) = (url.to_owned(), count.clone());
        tasks.push(tokio::spawn(async move {
            let mut connection = by_hand::connect(&url).await?;
            while began.elapsed() < FOR {
                sqlx::query(BARE).fetch_all(&mut connection).await?;
                count.fetch_add(1, Ordering::Relaxed);
            }
            anyhow::Ok(())
        }));
    }
    for task in tasks {
        task.await??;
    }
    Ok(count.load(Ordering::Relaxed) as f64 / began.elapsed().as_secs_f64())
}
