//! `pivotal rebuild`: asks for rebuilds and follows them. Whichever process is free carries them out; this one too.

use std::time::Duration;

use anyhow::{Context as _, ensure};
use pivotal_projections::all::specs;
use pivotal_projections::rebuild::request::{Rebuild, get, request};
use uuid::Uuid;

use super::say::say;
use crate::compose::backend::{Backend, Ownership};
use crate::compose::working::Working;
use crate::config::Config;

const LOOK: Duration = Duration::from_millis(250);

pub async fn rebuild(config: Config, named: Vec<String>) -> anyhow::Result<()> {
    let known: Vec<&str> = specs().iter().map(|spec| spec.name).collect();
    for name in &named {
        ensure!(
            known.contains(&name.as_str()),
            "there is no projection {name}. There are: {}",
            known.join(", ")
        );
    }
    let wanted = if named.is_empty() { known.iter().map(ToString::to_string).collect() } else { named };
    let backend = Backend::open(config, Ownership::Join).await?;
    let working = Working::start(&backend).await?;
    let followed = follow(&backend, &wanted).await;
    working.stop().await;
    backend.close().await;
    followed
}

async fn follow(backend: &Backend, names: &[String]) -> anyhow::Result<()> {
    let pools = &backend.context.log.pools;
    let mut open: Vec<Uuid> = Vec::new();
    for name in names {
        open.push(request(&pools.write, name, "asked for on the command line", "system").await?);
    }
    let mut failed = 0;
    while let Some(id) = open.first().copied() {
        let rebuild = get(&pools.read, id).await?.context("a rebuild that was asked for is gone")?;
        if rebuild.is_over() {
            failed += usize::from(rebuild.state != "done");
            say(told(&rebuild));
            open.remove(0);
        } else {
            tokio::time::sleep(LOOK).await;
        }
    }
    ensure!(failed == 0, "{failed} of {} rebuilds did not come through", names.len());
    Ok(())
}

fn told(rebuild: &Rebuild) -> String {
    let same = match rebuild.same {
        Some(true) => "the same as before",
        Some(false) => "not the same as before",
        None => "nothing to compare with",
    };
    match &rebuild.error {
        Some(error) => format!("{:<10} {}: {error}", rebuild.projection, rebuild.state),
        None => format!(
            "{:<10} {}: {} entries, {} rows, {same}",
            rebuild.projection,
            rebuild.state,
            rebuild.entries,
            rebuild.rows_after.unwrap_or_default()
        ),
    }
}
