//! `pivotal verify`: is what people see what happened? Ends with an error if anything differs.

use anyhow::{Context as _, ensure};
use pivotal_projections::runner::opened::Opener;
use pivotal_projections::verify::{Part, Report, Verifier};

use super::say::say;
use crate::compose::backend::{Backend, Ownership};
use crate::config::Config;

pub async fn verify(config: Config, named: &[String], json: bool) -> anyhow::Result<()> {
    let parts = if named.is_empty() { Part::ALL.to_vec() } else { parts(named)? };
    let backend = Backend::open(config, Ownership::Join).await?;
    let log = &backend.context.log;
    let verifier = Verifier {
        pools: log.pools.clone(),
        opener: Opener::of(log, backend.upcasters.clone()),
        blind: log.blind.clone(),
        search: backend.search.clone(),
    };
    let report = verifier.run(&parts, |part| tracing::info!(part = part.name(), "verifying")).await;
    backend.close().await;
    let report = report?;
    match json {
        true => say(serde_json::to_string_pretty(&report)?),
        false => tell(&report),
    }
    ensure!(
        report.is_clean(),
        "{} differences, {} read models not compared",
        report.different,
        report.skipped.len()
    );
    Ok(())
}

fn parts(named: &[String]) -> anyhow::Result<Vec<Part>> {
    let all = || Part::ALL.iter().map(|part| part.name()).collect::<Vec<_>>().join(", ");
    let part = |name: &String| Part::ALL.into_iter().find(|part| part.name() == name.as_str());
    named
        .iter()
        .map(|name| part(name).with_context(|| format!("{name} cannot be verified. There are: {}", all())))
        .collect()
}

fn tell(report: &Report) {
    for (part, count) in &report.checked {
        say(format!("{:<10} {count} checked", part.name()));
    }
    for difference in &report.differences {
        say(format!("{:<10} {}: {}", difference.part.name(), difference.record, difference.what));
    }
    let unnamed =
        usize::try_from(report.different).unwrap_or_default().saturating_sub(report.differences.len());
    if unnamed > 0 {
        say(format!("and {unnamed} more"));
    }
    for skipped in &report.skipped {
        say(format!("not compared: {skipped}"));
    }
    if report.is_clean() {
        say("No difference.");
    }
}
