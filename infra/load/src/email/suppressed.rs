//! R2 where it counts: people are suppressed while a campaign to them runs in two processes that wait for its pace, those before all
//! whom one of them holds already. From the answer on nobody's mail may begin later than the bar.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use anyhow::ensure;
use serde_json::json;
use sqlx::PgConnection;
use uuid::Uuid;

use super::ground::everybody;
use super::{Bench, state};
use crate::p4_edit::Percentiles;
use crate::report::{Measured, say};

const PEOPLE: usize = 600;
/// Mails a second: those that are held wait seconds for their turn.
const PACE: u32 = 200;
const BAR_MS: f64 = 100.0;
const STARTS_WITHIN: Duration = Duration::from_secs(600);
/// Nobody is held for this long only when all has left.
const HELD_WITHIN: Duration = Duration::from_secs(20);
const OVER_WITHIN: Duration = Duration::from_secs(600);
/// Whoever was let through would have left by then.
const QUIET: Duration = Duration::from_secs(5);
const POLL: Duration = Duration::from_millis(20);

/// Those whose turn is next, if a process holds them.
const HELD: &str = "select c.email from (
      select contact, lease_until from guard.email_recipients
      where campaign = $1 and state = 'pending' and variant is not null order by due_at, contact limit 400) r
    join read.contacts c on c.id = r.contact where r.lease_until > now() and c.email is not null";

pub async fn measure(bench: &mut Bench) -> anyhow::Result<Measured> {
    // The one that serves sends as well.
    let worker = bench.product.worker()?;
    let campaign = bench.ground.campaign_to(&bench.sink, "Paced", &everybody(), Some(PACE)).await?;
    bench.ground.launch(campaign).await?;
    state::until(&mut bench.connection, campaign, state::RUNNING, STARTS_WITHIN).await?;
    let (mut moments, mut times) = (HashMap::new(), Vec::new());
    while moments.len() < PEOPLE {
        let Some(email) = held(&mut bench.connection, campaign, &moments).await? else { break };
        let input = json!({"entries": [{ "value": email }], "reason": "UNSUBSCRIBED"});
        let began = Instant::now();
        bench.client.mutate("suppressionsAdd", "SuppressionsAddInput", input, "added").await?;
        times.push(began.elapsed().as_secs_f64() * 1000.0);
        moments.insert(email, Instant::now());
    }
    ensure!(!moments.is_empty(), "no process held anybody");
    tokio::time::sleep(QUIET).await;
    bench.ground.stop(campaign).await?;
    state::until(&mut bench.connection, campaign, state::SETTLED, OVER_WITHIN).await?;
    worker.stop().await?;
    let taken = bench.sink.forget();
    let mut late: f64 = 0.0;
    let mut before = 0;
    for (email, moment) in &moments {
        for mail in taken.get(email).into_iter().flatten() {
            match mail.begun.checked_duration_since(*moment) {
                Some(after) if !after.is_zero() => late = late.max(after.as_secs_f64() * 1000.0),
                _ => before += 1,
            }
        }
    }
    let twice = taken.values().filter(|mails| mails.len() > 1).count();
    ensure!(twice == 0, "{twice} people got more than one mail of {campaign}");
    let times = Percentiles::of(times);
    say(&format!(
        "R2: {} suppressed, {before} had left before, the latest {late:.1} ms after",
        moments.len()
    ));
    Ok(Measured {
        bar: "R2 EMAIL",
        what: format!(
            "{} people suppressed one by one while two processes hold them and wait for {PACE} mails a second; {before} mails had left before, asking took {}",
            moments.len(),
            times.show()
        ),
        ours: format!("the last mail began {late:.1} ms after the answer"),
        reference: "none".into(),
        ratio: String::new(),
        wanted: "<= 100 ms before hand-over",
        met: Some(late <= BAR_MS),
    })
}

/// Somebody whom a process holds, and who was not suppressed yet. `None`: all has left.
async fn held(
    connection: &mut PgConnection,
    campaign: Uuid,
    known: &HashMap<String, Instant>,
) -> anyhow::Result<Option<String>> {
    let began = Instant::now();
    loop {
        let held: Vec<String> = sqlx::query_scalar(HELD).bind(campaign).fetch_all(&mut *connection).await?;
        let new: Vec<&String> = held.iter().filter(|one| !known.contains_key(*one)).collect();
        // From the front, where the next mails are taken from, to the end.
        if let Some(email) = new.get(known.len() * 37 % new.len().max(1)) {
            return Ok(Some((*email).clone()));
        }
        if began.elapsed() > HELD_WITHIN {
            return Ok(None);
        }
        tokio::time::sleep(POLL).await;
    }
}
