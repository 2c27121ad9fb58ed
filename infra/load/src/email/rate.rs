//! P8: a campaign to everybody by SMTP, from when it runs until the last outcome is recorded, beside lettre alone.

use std::time::{Duration, Instant};

use anyhow::ensure;
use uuid::Uuid;

use super::ground::everybody;
use super::{Bench, lettre_alone, state};
use crate::report::{Measured, Spread, say};

const STARTS_WITHIN: Duration = Duration::from_secs(600);
const WANTED: f64 = 0.5;

/// A campaign that was sent.
pub struct Sent {
    pub campaign: Uuid,
    /// Mails that left.
    count: u64,
    /// A second.
    rate: f64,
    /// Some of them, as the server got them.
    mails: Vec<Vec<u8>>,
}

/// Answers with the last campaign, too.
pub async fn measure(bench: &mut Bench, runs: usize) -> anyhow::Result<(Uuid, Measured)> {
    let (mut ours, mut reference, mut last) = (Vec::new(), Vec::new(), None);
    for run in 1..=runs.max(1) {
        let sent = send(bench, &format!("Rate {run}")).await?;
        let alone = lettre_alone::rate(&bench.sink, sent.mails, sent.count).await?;
        say(&format!(
            "P8 run {run}: {} mails, {:.0}/s, lettre alone {alone:.0}/s, {:.0} MB",
            sent.count,
            sent.rate,
            bench.product.memory()?
        ));
        ours.push(sent.rate);
        reference.push(alone);
        last = Some((sent.campaign, sent.count));
    }
    let (campaign, count) = last.ok_or_else(|| anyhow::anyhow!("no run was asked for"))?;
    let (ours, reference) = (Spread::of(ours), Spread::of(reference));
    let ratio = ours.median / reference.median;
    let measured = Measured {
        bar: "P8",
        what: format!(
            "campaign to {count} by SMTP, from when it runs to the last outcome recorded; each of them one, ledger balanced"
        ),
        ours: ours.show("mails/s", 0),
        reference: format!("lettre alone, the same mails to the same server {}", reference.show("/s", 0)),
        ratio: format!("{ratio:.2}x"),
        wanted: ">= 0.5x, 100k recipients, none twice",
        met: Some(ratio >= WANTED),
    };
    Ok((campaign, measured))
}

/// To everybody. Fails where anybody got two, or the ledger does not balance.
pub async fn send(bench: &mut Bench, name: &str) -> anyhow::Result<Sent> {
    let patience = bench.patience();
    let campaign = bench.ground.campaign_to(&bench.sink, name, &everybody(), None).await?;
    bench.ground.launch(campaign).await?;
    state::until(&mut bench.connection, campaign, state::RUNNING, STARTS_WITHIN).await?;
    let began = Instant::now();
    state::until(&mut bench.connection, campaign, state::SETTLED, patience).await?;
    let took = began.elapsed().as_secs_f64();
    let mails = bench.sink.kept();
    let taken = bench.sink.forget();
    let twice = taken.values().filter(|mails| mails.len() > 1).count();
    ensure!(twice == 0, "{twice} people got more than one mail of {campaign}");
    let counts = state::counts(&mut bench.connection, campaign).await?;
    let count = taken.len() as u64;
    let sent = counts.get("sent").copied().unwrap_or_default();
    ensure!(u64::try_from(sent)? == count, "{count} mails were taken, and the guard holds {counts:?}");
    if let Some(wrong) = state::ledger(&bench.client, &mut bench.connection, campaign).await? {
        anyhow::bail!("{wrong}");
    }
    state::until(&mut bench.connection, campaign, state::COMPLETED, patience).await?;
    Ok(Sent { campaign, count, rate: count as f64 / took, mails })
}
