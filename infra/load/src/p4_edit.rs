//! P4: one contact at a time edited by a person, while an import runs, and when nothing else does. They take turns: nobody edits
//! one contact a thousand times, and a past that long would be measured instead.

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
const PAUSE: Duration = Duration::from_millis(200);
/// Contacts that are edited in turn.
const CONTACTS: usize = 100;
const IDLE_FOR: Duration = Duration::from_secs(20);

/// Edits until it is told to stop.
pub struct Editor {
    contacts: Arc<Vec<String>>,
    stop: Arc<AtomicBool>,
    task: JoinHandle<anyhow::Result<Vec<f64>>>,
}

impl Editor {
    /// Makes contacts to edit, and begins.
    pub async fn start(client: Client) -> anyhow::Result<Editor> {
        let mut contacts = Vec::new();
        for number in 0..CONTACTS {
            let email = format!("edited{number}@load.test");
            let fields = json!({"email": email, "full_name": "Edith Edited", "job_title": "Editor"});
            let made = client
                .mutate("contactCreate", "RecordInput", json!({ "fields": fields }), "contact { id }")
                .await?;
            contacts.push(made["contact"]["id"].as_str().context("no contact was made")?.to_owned());
        }
        let (contacts, stop) = (Arc::new(contacts), Arc::new(AtomicBool::new(false)));
        let task = tokio::spawn(edits(client, contacts.clone(), stop.clone()));
        Ok(Editor { contacts, stop, task })
    }

    /// Answers with the contacts and how long each edit took, in ms.
    pub async fn end(self) -> anyhow::Result<(Arc<Vec<String>>, Vec<f64>)> {
        self.stop.store(true, Ordering::Relaxed);
        Ok((self.contacts, self.task.await??))
    }
}

async fn edits(
    client: Client,
    contacts: Arc<Vec<String>>,
    stop: Arc<AtomicBool>,
) -> anyhow::Result<Vec<f64>> {
    let mut times = Vec::new();
    for contact in contacts.iter().cycle() {
        if stop.load(Ordering::Relaxed) {
            break;
        }
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

/// Idle, with the same contacts in the same database, now that the import is over.
pub async fn measure(
    product: &Product,
    contacts: &Arc<Vec<String>>,
    busy: Vec<f64>,
    rows: u64,
) -> anyhow::Result<Measured> {
    let stop = Arc::new(AtomicBool::new(false));
    let task = tokio::spawn(edits(product.client().await?, contacts.clone(), stop.clone()));
    tokio::time::sleep(IDLE_FOR).await;
    stop.store(true, Ordering::Relaxed);
    let idle = task.await??;
    let (busy, idle) = (Percentiles::of(busy), Percentiles::of(idle));
    say(&format!("P4: {} edits while importing, {} idle", busy.count, idle.count));
    Ok(Measured {
        bar: "P4",
        what: format!(
            "one of {CONTACTS} contacts edited, {} times, while {rows} rows are imported",
            busy.count
        ),
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
