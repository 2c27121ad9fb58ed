//! `pivotal seed`: development users and the sample company.

use anyhow::ensure;
use pivotal_commands::identity::development::seed_development_users;

use super::say::say;
use crate::compose::backend::{Backend, Ownership};
use crate::config::Config;

pub async fn seed(config: Config) -> anyhow::Result<()> {
    ensure!(
        config.mode.is_development(),
        "the sample company comes with logins whose passwords everybody knows: it is for development only"
    );
    let backend = Backend::open(config, Ownership::Join).await?;
    seed_development_users(&backend.context).await?;
    backend.close().await;
    say("The development users are there.");
    Ok(())
}
