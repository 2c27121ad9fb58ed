//! `pivotal migrate`

use super::say::say;
use crate::compose::backend::{Backend, Ownership};
use crate::config::Config;

pub async fn migrate(config: Config) -> anyhow::Result<()> {
    Backend::open(config, Ownership::Join).await?.close().await;
    say("The database is at this version.");
    Ok(())
}
