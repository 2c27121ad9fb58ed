//! A campaign to everybody there is: from asking for its launch until all of them are in the queue, while others look at pages of
//! contacts. It may send at no hour of this day, and is stopped afterwards: nobody gets a mail.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::ensure;
use chrono::{Datelike, Utc};
use serde_json::{Value, json};
use sqlx::PgConnection;
use tokio::task::JoinHandle;
use uuid::Uuid;

use super::ground::{Ground, everybody};
use super::state;
use crate::client::Client;
use crate::p4_edit::Percentiles;
use crate::product::Product;
use crate::report::{Measured, say};
use crate::{by_hand, p5_page};

const CONNECTIONS: usize = 4;
/// Pages alone, before.
const ALONE_FOR: Duration = Duration::from_secs(10);
const PLANNED_WITHIN: Duration = Duration::from_secs(1_800);
const STOPPED_WITHIN: Duration = Duration::from_secs(3_600);
const WANTED_S: f64 = 90.0;
const WANTED_RATIO: f64 = 2.0;
/// Of the test mailbox, which is in every installation.
const ACCOUNT: &str = "test";

pub async fn measure(product: &Product) -> anyhow::Result<Measured> {
    let mut connection = by_hand::connect(&product.database_url().await?).await?;
    let client = product.client().await?;
    let ground = Ground::prepare(product, &mut connection, ACCOUNT).await?;
    let campaign = ground.campaign("Plan", &everybody(), (None, Some(not_today()))).await?;
    client.followed().await?;
    let pages = Pages::start(product).await?;
    tokio::time::sleep(ALONE_FOR).await;
    let (alone, alone_rate) = pages.end().await?;
    let pages = Pages::start(product).await?;
    product.forget_peak()?;
    let began = Instant::now();
    ground.launch(campaign).await?;
    let asked = began.elapsed().as_secs_f64();
    state::until(&mut connection, campaign, state::RUNNING, PLANNED_WITHIN).await?;
    let took = began.elapsed().as_secs_f64();
    let (busy, busy_rate) = pages.end().await?;
    let peak = product.peak_memory()?;
    let planned = planned(&client, &mut connection, campaign).await?;
    ground.stop(campaign).await?;
    let began = Instant::now();
    state::until(&mut connection, campaign, state::SETTLED, STOPPED_WITHIN).await?;
    client.followed().await?;
    let stopped = began.elapsed().as_secs_f64();
    let ratio = busy.p95 / alone.p95;
    say(&format!(
        "EMAIL-PLAN: {planned} planned in {took:.1} s ({asked:.1} s until the launch was answered), peak {peak:.0} MB, stopped in {stopped:.0} s"
    ));
    Ok(Measured {
        bar: "EMAIL-PLAN",
        what: format!(
            "campaign to {planned} contacts, launch asked for to all of them in the queue, pages of contacts read over {CONNECTIONS} connections meanwhile; taken out of it again in {stopped:.0} s"
        ),
        ours: format!("{took:.1} s, peak {peak:.0} MB; pages {busy_rate:.0} req/s, p95 {:.1} ms", busy.p95),
        reference: format!("the same pages before: {alone_rate:.0} req/s, p95 {:.1} ms", alone.p95),
        ratio: format!("p95 {ratio:.2}x"),
        wanted: "< 90 s for 1,000,000; p95 of P5 <= 2x",
        met: Some(took < WANTED_S && ratio <= WANTED_RATIO),
    })
}

/// Hours on one day of the week, three days from now.
fn not_today() -> Value {
    let day = (Utc::now().weekday().num_days_from_monday() + 3) % 7;
    let days: Vec<bool> = (0..7).map(|one| one == day).collect();
    json!({"days": days, "fromMinute": 600, "toMinute": 660})
}

/// How many are in it; all of them must wait or be left out, and the version must be as large.
async fn planned(client: &Client, connection: &mut PgConnection, campaign: Uuid) -> anyhow::Result<i64> {
    let counts = state::counts(connection, campaign).await?;
    let all: i64 = counts.values().sum();
    let pending = counts.get("pending").copied().unwrap_or_default();
    let excluded = counts.get("excluded").copied().unwrap_or_default();
    ensure!(pending > 0 && pending + excluded == all, "the queue holds {counts:?}");
    client.followed().await?;
    let asked = "query($id: UUID!) { campaign(id: $id) { versions { version count } } }";
    let seen = client.graphql(asked, json!({ "id": campaign })).await?;
    let version = &seen["campaign"]["versions"][0]["count"];
    ensure!(version.as_i64() == Some(all), "the version has {version}, and the queue {all}");
    Ok(all)
}

/// Asks for P5's page until it is told to end.
struct Pages {
    began: Instant,
    stop: Arc<AtomicBool>,
    tasks: Vec<JoinHandle<anyhow::Result<Vec<f64>>>>,
}

impl Pages {
    async fn start(product: &Product) -> anyhow::Result<Pages> {
        // Signing in costs a password's hash each, which is no part of a page.
        let mut clients = Vec::new();
        for _ in 0..CONNECTIONS {
            clients.push(product.client().await?);
        }
        let stop = Arc::new(AtomicBool::new(false));
        let tasks = clients.into_iter().map(|client| tokio::spawn(pages(client, stop.clone()))).collect();
        Ok(Pages { began: Instant::now(), stop, tasks })
    }

    /// What a page took, and how many there were a second.
    async fn end(self) -> anyhow::Result<(Percentiles, f64)> {
        self.stop.store(true, Ordering::Relaxed);
        let mut times = Vec::new();
        for task in self.tasks {
            times.extend(task.await??);
        }
        let rate = times.len() as f64 / self.began.elapsed().as_secs_f64();
        Ok((Percentiles::of(times), rate))
    }
}

async fn pages(client: Client, stop: Arc<AtomicBool>) -> anyhow::Result<Vec<f64>> {
    let body = p5_page::body();
    let mut times = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        let began = Instant::now();
        client.graphql_bytes(&body).await?;
        times.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(times)
}
