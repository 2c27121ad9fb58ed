//! `pivotal seed`: development users and the sample company.

use anyhow::ensure;
use pivotal_commands::identity::development::seed_development_users;

use super::say::say;
use crate::compose::backend::{Backend, Ownership};
use crate::config::Config;
use crate::seed::add::add;
use crate::seed::status::status;

pub async fn seed(config: Config) -> anyhow::Result<()> {
    ensure!(
        config.mode.is_development(),
        "the sample company comes with logins whose passwords everybody knows: it is for development only"
    );
    let backend = Backend::open(config, Ownership::Join).await?;
    seed_development_users(&backend.context).await?;
    add(&backend.context).await?;
    let there = status(&backend.context).await?;
    backend.close().await;
    say(format!(
        "The sample company is there: {} accounts, {} contacts, {} users.",
        there.accounts, there.contacts, there.users
    ));
    Ok(())
}
