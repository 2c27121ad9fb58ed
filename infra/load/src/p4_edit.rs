//! P4: one contact edited by a person, again and again: while an import runs, and when nothing else does.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context;
use serde_json::json;
use tokio::task::JoinHandle;

use crate::client::Client;
use crate::product::Product;
use crate::report::{Measured, say};

/// Between two edits: quicker than any person, and no load by itself.
const PAUSE: Duration = Duration::from_millis(20);
const IDLE_FOR: Duration = Duration::from_secs(20);

/// Edits until it is told to stop.
pub struct Editor {
    contact: String,
    stop: Arc<AtomicBool>,
    task: JoinHandle<anyhow::Result<Vec<f64>>>,
}

impl Editor {
    /// Makes a contact to edit, and begins.
    pub async fn start(client: Client) -> anyhow::Result<Editor> {
        let fields = json!({"email": "edited@load.test", "full_name": "Edith Edited", "job_title": "Editor"});
        let made = client
            .mutate("contactCreate", "RecordInput", json!({ "fields": fields }), "contact { id }")
            .await?;
        let contact = made["contact"]["id"].as_str().context("no contact was made")?.to_owned();
        let stop = Arc::new(AtomicBool::new(false));
        let task = tokio::spawn(edits(client, contact.clone(), stop.clone()));
        Ok(Editor { contact, stop, task })
    }

    /// Answers with the contact and how long each edit took, in ms.
    pub async fn end(self) -> anyhow::Result<(String, Vec<f64>)> {
        self.stop.store(true, Ordering::Relaxed);
        Ok((self.contact, self.task.await??))
    }
}

async fn edits(client: Client, contact: String, stop: Arc<AtomicBool>) -> anyhow::Result<Vec<f64>> {
    let mut times = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        client.token().await?;
        let fields = json!({"job_title": format!("Editor of volume {}", times.len())});
        let input = json!({"id": contact, "fields": fields});
        let began = Instant::now();
        client.mutate("contactUpdate", "RecordUpdateInput", input, "position contact { version }").await?;
        times.push(began.elapsed().as_secs_f64() * 1000.0);
        tokio::time::sleep(PAUSE).await;
    }
    Ok(times)
}

/// Idle, with the same contact in the same database, now that the import is over.
pub async fn measure(
    product: &Product,
    contact: &str,
    busy: Vec<f64>,
    rows: u64,
) -> anyhow::Result<Measured> {
    let stop = Arc::new(AtomicBool::new(false));
    let task = tokio::spawn(edits(product.client().await?, contact.to_owned(), stop.clone()));
    tokio::time::sleep(IDLE_FOR).await;
    stop.store(true, Ordering::Relaxed);
    let idle = task.await??;
    let (busy, idle) = (Percentiles::of(busy), Percentiles::of(idle));
    say(&format!("P4: {} edits while importing, {} idle", busy.count, idle.count));
    Ok(Measured {
        bar: "P4",
        what: format!("one contact edited, {} times, while {rows} rows are imported", busy.count),
        ours: busy.show(),
        reference: format!("idle {}", idle.show()),
        ratio: format!("{:.2}x", busy.p99 / idle.p99),
        wanted: "p99 <= 60 ms",
        met: Some(busy.p99 <= 60.0),
    })
}

/// Of times in ms.
#[derive(Debug, Clone, Copy)]
pub struct Percentiles {
    pub count: usize,
    pub p50: f64,
    pub p95: f64,
    pub p99: f64,
    pub max: f64,
}

impl Percentiles {
    pub fn of(mut times: Vec<f64>) -> Percentiles {
        times.sort_by(f64::total_cmp);
        let at = |percent: usize| {
            let index = (times.len() * percent / 100).min(times.len().saturating_sub(1));
            times.get(index).copied().unwrap_or(f64::NAN)
        };
        Percentiles { count: times.len(), p50: at(50), p95: at(95), p99: at(99), max: at(100) }
    }

    pub fn show(&self) -> String {
        format!("p50 {:.1} / p95 {:.1} / p99 {:.1} / max {:.1} ms", self.p50, self.p95, self.p99, self.max)
    }
}
